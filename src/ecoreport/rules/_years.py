"""Rules over years: this year's report speaks of this year, and of policies that are in force."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.parts import sections_of
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import arabic
from ecoreport.text.sentences import quoted, within, words_before, words_behind

_YEAR = re.compile(r"(?P<year>(?:19|20)(?<![0-9—–-](?:19|20))[0-9]{2})(?=年)")
_OWN_YEAR = re.compile(r"(?P<year>20(?<![0-9—–~～-]20)[0-9]{2})年")
_REPORTED = re.compile(
    r"现[将就][^，。；0-9]{0,12}(?P<year>20[0-9]{2})年度?(?:推进)?法治政府"
)  # 现将本局2023年法治政府…
_END = "。！？"
_STOP = f"{_END}；"
_SINCE = r"(?:自|从|截至|截止|截止到|早在|继|对比|相比|与|较|比|于|由|至|到|对|将|针对|》（)$"
_DATE = r"(?:度)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
_PAST = (
    rf"年{_DATE}(?:以来|以后|之后|起|前|以前|之前|[底末]|出生|立项|修订|修正|印发|发布|施行|相比|(?:至|到|[—－～-])(?:今|20[0-9]{{2}})"
    r"|版|远景|目标|[^，。；]{0,4}(?:基数|基期|基准|水平|同期|持平)|[^，。；]{0,24}(?:以来|以前|期间|时期|之前|之后|后(?=[，、])))"
)
_HONOUR = r"(?:获|荣获|评为|评选|获评|授予|表彰|命名)[^，。；]{0,8}$"
# What began in another year and is dealt with in this one: 2022年立案的案件, 2022年结转3件……全部审结.
_BEGUN = (
    r"立案|受理|作出|发生|签订|开工|启动|建成|成立|设立|组建|颁布|印发|制定|出台|发布|公布|修订|施行|实施|通过|颁发|核发|取得|发证|领证"
    r"|许可|审批|批准|批复|认定|确定|核定|备案|登记|移送|遗留|结转|积存|未结|未办结|交办|转办|下达|挂牌|列入|纳入|查处|发现|申请|起诉"
    r"|判决|裁定|购置|上线|授牌"
)
_DEALT_WITH = (
    r"办结|审结|结案|办理完毕|执行完毕|履行完毕|执行到位|完成|整改|销号|清零|化解|废止|清理|评估|到期|延续|换发|公示"
    r"|归档|注销"
)
_BEGUN_THEN = (
    rf"年{_DATE}(?:[^，。；：]{{0,16}}(?:{_BEGUN})[^，。；：]{{0,12}}的"
    rf"|[^。；]{{0,16}}(?:{_BEGUN})[^。；]{{0,60}}(?:{_DEALT_WITH}))"
)
_YEAR_BY_YEAR = r"连续[0-9一二两三四五六七八九十]{1,3}[年届次]|近[0-9几两二三四五六七八九十]{1,2}年|历年|逐年|多年"
_LISTED = r"(?:20[0-9]{2}年?[、和与及]){0,8}"
_REACH = 80  # characters of a sentence on either side that tell why a year stands in it
_YEARS_END = (
    r"(?<![较比从由与])截[至止]到?(?P<year>[0-9]{4})年(?:12月31日|(?:12月|年)?[底末])"
    r"(?![^，。；]{0,10}(?:未|尚|结转|存量|遗留))"
)
# What a plan looks back on, in the words behind the year and before it.
_LOOKED_BACK = (
    r"基础|结果|结论|考核|述法|述职|统计|发现|指出|反馈|反映|暴露|查出|存在|遗留|结转|未(?![成来])|尚[未有]|已|(?<![为除])了|以来|期间|同期|相比"
    r"|年度?报告|报送|(?:总结|情况)(?=[，。；：、）]|$)"
    r"|(?:的|中)[^，。；]{0,6}(?:不足|问题|短板|弱项|经验|做法|成果|成效|成绩|教训|要求|任务|部署|意见)"
    r"|(?:印发|制定|出台|修订|发布|签订|建立|确定|部署|开展|组织|启动|立案|受理|办理|查处|形成|建成|提出|新增|施行|实施|完成)的"
)
_DUE = (
    r"(?:[0-9]{1,2}月|[上下]半年|第?[一二三四]季度)?(?:[0-9]{1,2}日)?(?:年?[底末])?(?:之|以)?前"
    r"|(?:[0-9]{1,2}月)?年?[底末]"
)
_OPENS = r"(?:^|[，。；：！？、（“]|[一二三四五六七八九十]是|首先|其次|同时|力争|争取|确保|计划|拟|将|预计|[在于到至])$"
_NOT_DUE = r"(?:截至|截止|截止到|自|从|由)$"
_MAKES = (
    r"(?:制定|编制|出台|印发|拟定|谋划|执行|实施|落实|完善|细化|下发|公布|部署|完成|做好|抓好|推进|开展|启动|组织)$"
)
_OF_A_PLAN = (
    r"度?[^，。；、]{0,12}(?:计划|要点|方案|安排|清单|任务|目标|管理|工作|活动|培训|检查|行动|建设)"
    r"(?!情况|中|总结|档案)"
)
_LAST_YEARS_MEETING = (
    r"(?:审议|研究|通过|听取)[^。；，]{0,8}《(?>[^》]{0,200}?(?P<year>20[0-9]{2})年)(?>[^》]{0,200}?报告)[^》]{0,200}》"
)


@rule("E608")
def rolled_forward(reading: Reading) -> Iterator[Finding]:
    """Title, lead and plan name the report's own year and the next; a copied text names the old ones."""
    year = reading.report.year
    sections = sections_of(reading.report)
    plan = {path for path, section in sections if section.kind == "next_year_plan"}
    parts = {path for path, section in sections if section.kind not in ("next_year_plan", "other")}
    for place in reading.places:
        if place.path in (("title",), ("lead",)):
            expected = {year}
        elif place.path[-1] == "title" and place.path[:-1] in plan:
            expected = {year + 1}
        elif place.path[-1] == "title" and place.path[:-1] in parts:
            expected = {year}
        else:
            continue
        years = _OWN_YEAR.finditer(arabic(place.text))  # 二〇二三年 too
        found = [one for one in years if not re.search(_SINCE, _before(place.text, one))]  # 较2023年 compares
        first = next(iter(found), None)
        if place.path == ("title",):
            first = next((one for one in found if int(one["year"]) not in expected), None)
        reported = None
        if place.path == ("lead",):
            first = None if first and _has_its_own(place.text, first, year) else first
            reported = _REPORTED.search(place.text)
        wrong = (one for one in (reported, first) if one and int(one["year"]) not in expected)
        match = next((one for one in wrong if not within(one.start("year"), quoted(place.text))), None)
        if match:
            message = f"这里写的是{match['year']}年，应是{min(expected)}年"
            span = match.start("year"), match.end("year") + 1
            yield place.finding("E608", message, span, "多半是从往年的报告里复制过来没有改")


def _has_its_own(text: str, match: re.Match[str], year: int) -> bool:
    """Whether another year in a lead is at its place: 2023年以来, or beside the report's own year in a sentence."""
    ahead = words_before(text, match.start(), _END, len(text))
    behind = words_behind(text, match.end("year"), _END, len(text))
    return f"{year}年" in ahead or f"{year}年" in behind or re.match(_PAST, behind) is not None


@rule("W609")
def other_years(reading: Reading) -> Iterator[Finding]:
    """Any other year than the last, this and the next must have a reason: a span, a title, a 自…以来."""
    year = reading.report.year
    for place in reading.places:
        if place.path in (("title",), ("lead",)):
            continue
        spans = quoted(place.text)
        for match in _YEAR.finditer(place.text) if "table" not in place.path else ():
            known = year - 1 <= int(match["year"]) <= year + 1
            if not known and not within(match.start(), spans) and not _has_reason(place.text, match, year):
                message = f"{year}年度的报告里出现了{match['year']}年"
                yield place.finding("W609", message, (match.start(), match.end() + 1), "核对年份是不是忘了改")
        yield from _own_year_misplaced(place, year)


def _has_reason(text: str, match: re.Match[str], year: int) -> bool:
    """Whether the sentence tells why another year stands in it: since when, whose honour, what has been dealt with."""
    before = _before(text, match)
    if re.search(_SINCE, before) or re.search(_HONOUR, before):
        return True
    behind = words_behind(text, match.end(), _STOP, _REACH)
    if re.match(_PAST, behind) or re.match(_BEGUN_THEN, behind):
        return True
    # 2022年、2023年、2024年分别……: beside this year or the last.
    if re.match(rf"年[、和与及]{_LISTED}(?:{year}|{year - 1})年", behind):
        return True
    return re.search(_YEAR_BY_YEAR, words_before(text, match.start(), _STOP, _REACH) + behind) is not None


def _before(text: str, match: re.Match[str]) -> str:
    """The few characters before a year that tell why it stands there."""
    return text[max(match.start() - 12, 0) : match.start()]


def _own_year_misplaced(place: Place, year: int) -> Iterator[Finding]:
    """This year's report at a meeting of this year; this year as the plan's; another year's end as this one's."""
    text = place.text
    if place.kind in ("measures", "leader_duties"):
        for match in re.finditer(_LAST_YEARS_MEETING, text) if "《" in text and "报告" in text else ():
            if int(match["year"]) == year:
                message = f"{year}年的会议审议的多半是{year - 1}年度的报告"
                yield place.finding("W609", message, match.span("year"), "核对报告的年度")
        for match in re.finditer(_YEARS_END, text) if "截" in text else ():
            if int(match["year"]) < year:
                which = "上一年" if int(match["year"]) == year - 1 else "往年"
                yield place.finding("W609", f"“{match[0]}”是{which}的年底", match.span(), "核对年份是不是忘了改")
    if place.kind == "next_year_plan" and ("items" in place.path or place.path[-1] != "title"):  # E608 reads the title
        for match in _YEAR.finditer(text):
            own = year - 1 <= int(match["year"]) <= year and not place.is_quoted(match.start())
            if own and _is_to_come(text, match, year):
                message = f"下一年度安排里写的是“{match[0]}年”"
                span = match.start(), match.end() + 1
                yield place.finding("W609", message, span, f"多半应是{year + 1}年")


def _is_to_come(text: str, match: re.Match[str], year: int) -> bool:
    """Whether a plan speaks of the report's year as of one to come: as a day to be done by, or opening a clause."""
    ahead = words_before(text, match.start(), "，。；：！？", _REACH)
    behind = words_behind(text, match.end() + 1, _STOP, _REACH)
    clause = words_behind(behind.lstrip("，"), 0, "，；：", _REACH)
    if re.search(_LOOKED_BACK, clause) or f"{year + 1}年" in behind or re.search(_NOT_DUE, ahead):
        return False
    if re.match(_DUE, behind) or re.search(_OPENS, ahead):
        return True
    return bool(re.search(_MAKES, ahead) and re.match(_OF_A_PLAN, behind))
