"""Rules over the elements of the document: its title, 发文字号, 签发人, 印发日期 (GB/T 9704-2012 7.2 to 7.4)."""

import datetime as dt
import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.parts import red_head
from ecoreport.rules._organs import is_above, is_below, names, same
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import arabic, long_date
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantities import UNITS

_LEADING = r"[、，。；：！？·…—～,;:!?.~-]+"
_BARE_YEAR = rf"(?:19|20)(?<![0-9〔\[（(第]..)[0-9]{{2}}(?=[^\W\d_a-zA-Z年至到号])(?P<counted>(?={UNITS}))?"
_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
# 《党政机关公文处理工作条例》第八条; 总结, 汇报 and what else a report is called in practice (2026-11).
_GENRES = (
    *("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函"),
    *("纪要", "总结", "小结", "汇报", "年报", "白皮书"),
)
_BEHIND_TITLE = r"(?:（[^（）]{1,20}）|[》”。，；：、！？.,;:!?]|\s)+$"
_LATEST = dt.timedelta(days=180)  # from the day of the document to that of printing, which are mostly one
_OF_NUMBER = r"[〔\[（(【](?P<year>20[0-9]{2})[〕\])）】]"
_DOCUMENT = rf"{_OF_NUMBER}(?=第?[0-9]{{1,5}}号)"
# 〔26〕3号, 〔2026年〕3号, 〔2026〕3文件, <2026>3号; 〔2018〕118、119号 are two documents.
_MISSHAPEN = (
    r"〔(?!(?:19|20)[0-9]{2}〕)[0-9]{1,4}年?度?〕(?=第?[0-9]{1,5}号)"
    r"|[\[（(【]20[0-9]{2}年度?[\])）】](?=第?[0-9]{1,5}号)"
    r"|〔(?:19|20)[0-9]{2}〕第?[0-9]{1,5}(?![0-9号、，和及至—－-]| 号)"
    r"|[<＜{｛『「](?:19|20)[0-9]{2}[>＞}｝』」](?=第?[0-9]{1,5}号)"
)
_DOUBLED = r"(?P<once>[^\W\d_a-zA-Z]{2,20})(?P=once)|的的|年年|和和|及及|了了"
_DRAFT = (
    r"[（(〔\[](?:[^（）()]{0,8}稿|草案|最终版?|定版|[vV]?[0-9.]{1,5}版?)[）)〕\]]$"
    r"|(?:初稿|草稿|定稿|终稿|送审稿|征求意见稿|讨论稿|修改稿)$"
)
_NO_DRAFT = "公开|公示|公布"
_HEAD = r"^[^0-9〇○零“《]{2,40}?[局委会厅部办院所队府心司社站处署](?=关于|20[0-9]{2}|二[〇○零])"


@rule("W570")
def headings_begin_with_words(reading: Reading) -> Iterator[Finding]:
    """A mark before the first word of a title was left by a deletion."""
    for place in _titles(reading):
        if not place.text[:1].isalnum() and (match := re.match(_LEADING, place.text)):
            finding = place.finding("W570", f"标题以“{match[0]}”开头", match.span(), f"删掉“{match[0]}”")
            yield finding._replace(edits=(place.edit(match.span(), ""),))


@rule("W573")
def years_of_titles_are_whole(reading: Reading) -> Iterator[Finding]:
    """2024法治政府建设: the 年 is missing."""
    for place in _titles(reading):
        rest = place.text.replace(f"{reading.year}年", "")
        for match in re.finditer(_BARE_YEAR, place.text) if "20" in rest or "19" in rest else ():
            near = abs(int(match[0]) - reading.year) <= 1 and match["counted"] is None  # else it may be a count
            if place.is_own(match.start()) and (near or place.path == ("title",)):
                help_ = f"写成“{match[0]}年{place.text[match.end() : match.end() + 4]}”"
                yield place.finding("W573", f"“{match[0]}”后面缺“年”", match.span(), help_)


def _titles(reading: Reading) -> Iterator[Place]:
    return (place for place in reading.places if place.path[-1] == "title")


@rule("H579")
def title_is_whole(reading: Reading) -> Iterator[Finding]:
    """A title says of which year the report is, and that it is one."""
    for place in (place for place in reading.places if place.path == ("title",)):
        name = re.sub(_BEHIND_TITLE, "", place.text)
        year, genre = re.search(_YEAR, arabic(place.text)), name.endswith(_GENRES)
        if not (year and genre):
            lacking = "和".join((() if year else ("年份",)) + (() if genre else ("文种",)))
            help_ = f"写明是哪一年的什么，如“{reading.report.issuer}{reading.year}年法治政府建设情况报告”"
            yield place.finding("H579", f"标题没有写{lacking}", (0, len(place.text)), help_)


@rule("W629")
def titles_say_it_once(reading: Reading) -> Iterator[Finding]:
    """关于关于: what a paste leaves."""
    for place in _titles(reading):
        for match in re.finditer(_DOUBLED, place.text):
            if not place.is_quoted(match.start()):
                once = match["once"] or match[0][0]
                yield place.finding("W629", f"标题里“{once}”写了两遍", match.span(), f"删掉一个“{once}”")


@rule("H630")
def title_names_the_issuer(reading: Reading) -> Iterator[Finding]:
    """The organ that a title begins with is the issuer, or one of them, or the issuer in short."""
    issuer = reading.report.issuer
    issuers, beginnings = names((issuer,)), (f"{issuer}关于", f"{issuer}20")
    for place in (place for place in reading.places if place.path == ("title",)):
        match = None if place.text.startswith(beginnings) else re.match(_HEAD, place.text)
        for name in names((match[0].removeprefix("中共"),)) if match else ():
            if not any(same(name, issuer) or _is_short(name, issuer) or _is_short(issuer, name) for issuer in issuers):
                at = place.text.find(name)
                help_ = f"发文机关是“{reading.report.issuer}”；核对是不是拿别的单位的报告来改的"
                yield place.finding("H630", f"标题里的“{name}”不是发文机关", (at, at + len(name)), help_)


def _is_short(name: str, whole: str) -> bool:
    """Whether the characters of a name stand in the whole one in their order: 区环境局 in 示例区生态环境局."""
    left = iter(whole)
    return all(character in left for character in name)


@rule("W631")
def titles_of_what_is_final(reading: Reading) -> Iterator[Finding]:
    """（送审稿） behind a title would be printed."""
    for place in (place for place in reading.places if place.path == ("title",)):
        match = re.search(_DRAFT, place.text)
        if match and not re.search(_NO_DRAFT, match[0]):
            yield place.finding("W631", f"标题里还留着“{match[0]}”", match.span(), f"定稿以后删掉“{match[0]}”")


@rule("W574")
def number_is_of_the_dates_year(reading: Reading) -> Iterator[Finding]:
    """发文字号 counts within the year in which the document is sent."""
    number, date, year = reading.report.number, reading.report.date, reading.year
    match = re.search(_OF_NUMBER, number) if number and not is_open(number) else None
    if match is None or int(match["year"]) in ({date.year} if date else {year, year + 1}):
        return
    when = f"成文日期是{long_date(date)}" if date else f"{year}年度的报告多在{year + 1}年成文"
    meant = f"〔{date.year if date else year + 1}〕"
    help_ = f"改成{meant}；编号确实是{match['year']}年的，核对成文日期"
    yield Finding("W574", f"发文字号是{match['year']}年的，{when}", ("number",), help=help_)


@rule("W626")
def documents_of_the_future(reading: Reading) -> Iterator[Finding]:
    """A document with the number of a year that had not begun when the report was written."""
    date = reading.report.date
    last = date.year if date else reading.year + 1
    for place, match in reading.matches(_DOCUMENT, "号", any_of="〔[（(【"):
        if int(match["year"]) > last and not place.is_reference(match.start("year")):
            when = f"报告是{long_date(date)}的" if date else f"报告是{reading.year}年度的"
            message = f"文号的年份是{match['year']}年，{when}"
            yield place.finding("W626", message, match.span("year"), "核对文号的年份")


@rule("E513")
def documents_are_numbered_right(reading: Reading) -> Iterator[Finding]:
    """A document that is named: the year of four digits in 〔〕, its number, 号 (GB/T 9704-2012 7.2.5)."""
    for place, match in reading.matches(_MISSHAPEN, any_of="〔[（(【<＜{｛『「"):
        if not place.is_reference(match.start()):
            year, *number = re.findall("[0-9]+", match[0])
            whole = f"〔{year if len(year) != 2 else f'20{year}'}〕{''.join(number)}{'号' if number else ''}"  # noqa: PLR2004
            yield place.finding("E513", f"发文字号写成了“{match[0]}”", match.span(), f"写成“{whole}”，照原文件核对")


@rule("H576")
def signer_of_what_goes_up(reading: Reading) -> Iterator[Finding]:
    """A 上行文 with a red head names who has signed it (GB/T 9704-2012 7.2.6)."""
    report = reading.report
    if report.signer or not red_head(report):
        return
    organs = names(report.addressees)
    above = next((name for name in organs if is_above(name, report.issuer)), None)
    if above and not any(is_below(name, report.issuer) for name in organs):
        help_ = "加一行 signer: 姓名；签发人印在模板里的，可以不再提示，写法见 ecoreport explain H576"
        path = ("number",) if report.number else ("red_head",)
        yield Finding("H576", f"主送“{above}”，是上行文，没有写签发人", path, help=help_)


@rule("W575")
def printed_after_it_was_signed(reading: Reading) -> Iterator[Finding]:
    """印发日期 is the day of printing, not before that of the document (GB/T 9704-2012 7.4.3)."""
    date, printed = reading.report.date, reading.report.print_date
    if date and printed and not date <= printed <= date + _LATEST:
        late = f"晚了{(printed - date).days}天" if printed > date else "早"
        message = f"印发日期{long_date(printed)}比成文日期{long_date(date)}{late}"
        yield Finding("W575", message, ("print_date",), help="核对两个日期；印发日期是付印的日期，不早于成文日期")
