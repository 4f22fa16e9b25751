"""Rules over years: this year's report speaks of this year, and of policies that are in force."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.parts import sections_of
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import date_of
from ecoreport.text.sentences import quoted, within

_YEAR = re.compile(r"(?P<year>(?:19|20)(?<![0-9—–-](?:19|20))[0-9]{2})(?=年)")
_OWN_YEAR = re.compile(r"(?P<year>20(?<![0-9—–~～-]20)[0-9]{2})年")
_REPORTED = re.compile(
    r"现[将就][^，。；0-9]{0,12}(?P<year>20[0-9]{2})年度?(?:推进)?法治政府"
)  # 现将本局2023年法治政府…
_SENTENCE = "[^。！？]*"
_SINCE = r"(?:自|从|截至|截止|截止到|早在|继|对比|相比|与|较|比|于|由|至|到)$"
_PAST = (
    r"年(?:度)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    r"(?:以来|以后|之后|起|前|以前|之前|出生|立项|修订|修正|印发|发布|施行|相比|至)"
)
_HONOUR = r"(?:获|荣获|评为|评选|获评|授予|表彰|命名)[^，。；]{0,8}$"
_DAY = r"(?P<year>[0-9][0-9]{3})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
_IN_PLAN = re.compile(r"(?P<year>[0-9]{4})年(?:(?:，|是|我|将|[0-9]{0,2}月?[0-9]{0,2}日?(?:底|末)?前)|[0-9]{1,2}月底)")
_YEARS_END = r"截[至止]到?(?P<year>[0-9]{4})年12月31日"
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
        found = (one for one in _OWN_YEAR.finditer(place.text) if not re.search(_SINCE, _before(place.text, one)))
        first = next(found, None)  # 较2023年 compares
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
    start = max(text.rfind(mark, 0, match.start()) for mark in "。！？") + 1
    sentence = re.compile(_SENTENCE).match(text, start)
    beside = sentence is not None and f"{year}年" in sentence[0]
    return beside or re.compile(_PAST).match(text, match.end() - 1) is not None


@rule("W609")
def other_years(reading: Reading) -> Iterator[Finding]:
    """Any other year than the last, this and the next must have a reason: a span, a title, a 自…以来."""
    year = reading.report.year
    for place in reading.places:
        if place.path in (("title",), ("lead",)):
            continue
        spans = quoted(place.text)
        for match in _YEAR.finditer(place.text):
            known = year - 1 <= int(match["year"]) <= year + 1
            if not known and not within(match.start(), spans) and not _has_reason(place.text, match):
                message = f"{year}年度的报告里出现了{match['year']}年"
                yield place.finding("W609", message, (match.start(), match.end() + 1), "核对年份是不是忘了改")
        yield from _own_year_misplaced(place, place.kind, year)


def _has_reason(text: str, match: re.Match[str]) -> bool:
    before = _before(text, match)
    past = re.compile(_PAST).match(text, match.end())
    return bool(re.search(_SINCE, before) or past or re.search(_HONOUR, before))


def _before(text: str, match: re.Match[str]) -> str:
    """The few characters before a year that tell why it stands there."""
    return text[max(match.start() - 12, 0) : match.start()]


def _own_year_misplaced(place: Place, kind: str, year: int) -> Iterator[Finding]:
    """This year's report at a meeting of this year; this year as the plan's; last year's end as this one's."""
    text = place.text
    if kind in ("measures", "leader_duties"):
        for match in re.finditer(_LAST_YEARS_MEETING, text) if "《" in text and "报告" in text else ():
            if int(match["year"]) == year:
                message = f"{year}年的会议审议的多半是{year - 1}年度的报告"
                yield place.finding("W609", message, match.span("year"), "核对报告的年度")
        for match in re.finditer(_YEARS_END, text) if "12月31日" in text else ():
            if int(match["year"]) == year - 1:
                yield place.finding("W609", f"“{match[0]}”是上一年的年底", match.span(), "核对年份是不是忘了改")
    if kind == "next_year_plan":
        for match in _IN_PLAN.finditer(text):
            if int(match["year"]) == year:
                message = f"下一年度安排里写的是“{match[0]}”"
                yield place.finding("W609", message, match.span(), f"多半应是{year + 1}年")


@rule("E524")
def days_that_are_none(reading: Reading) -> Iterator[Finding]:
    """2024年11月31日."""
    for place, match in reading.matches(_DAY, "年", "月", "日"):
        if date_of(match[0]) is None:
            yield place.finding("E524", f"没有“{match[0]}”这一天", match.span(), "核对月份和日子")
