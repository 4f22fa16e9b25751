"""Rules over the elements of the document: its title, 发文字号, 签发人, 印发日期 (GB/T 9704-2012 7.2 to 7.4)."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.parts import red_head
from ecoreport.rules._organs import is_above, is_below, names
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
_BEHIND_TITLE = r"(?:（[^（）]{1,20}）|[。，；：、！？.,;:!?]|\s)+$"
_OF_NUMBER = r"[〔\[（(【](?P<year>20[0-9]{2})[〕\])）】]"
_DOCUMENT = rf"{_OF_NUMBER}(?=第?[0-9]{{1,5}}号)"
_SHORT_YEAR = r"(?:〔[0-9]{2}年?〕|[〔\[（(【]20[0-9]{2}年度?[〕\])）】])(?=第?[0-9]{1,5}号)"


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
        for match in re.finditer(_BARE_YEAR, place.text) if "20" in place.text or "19" in place.text else ():
            near = abs(int(match[0]) - reading.year) <= 1 and match["counted"] is None  # else it may be a count
            typed = not place.is_quoted(match.start()) and not place.is_reference(match.start())
            if typed and (near or place.path == ("title",)):
                help_ = f"写成“{match[0]}年{place.text[match.end() : match.end() + 4]}”"
                yield place.finding("W573", f"“{match[0]}”后面缺“年”", match.span(), help_)


def _titles(reading: Reading) -> Iterator[Place]:
    return (place for place in reading.places if place.path[-1] == "title")


@rule("H579")
def title_is_whole(reading: Reading) -> Iterator[Finding]:
    """A title says of which year the report is, and that it is one."""
    for place in (place for place in reading.places if place.path == ("title",)):
        whole = 0, len(place.text)
        if not re.search(_YEAR, arabic(place.text)):
            help_ = f"写明是哪一年的，如“{reading.report.issuer}{reading.year}年法治政府建设情况报告”"
            yield place.finding("H579", "标题没有写年份", whole, help_)
        name = re.sub(_BEHIND_TITLE, "", place.text)
        if not name.endswith(_GENRES):
            help_ = f"末尾写上文种，如“{name if name.endswith('情况') else '……情况'}报告”"
            yield place.finding("H579", "标题没有写文种", whole, help_)


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
def years_of_documents_are_whole(reading: Reading) -> Iterator[Finding]:
    """〔26〕3号, 〔2026年〕3号: the year has four digits and no 年 (GB/T 9704-2012 7.2.5)."""
    for place, match in reading.matches(_SHORT_YEAR, "号", any_of="〔[（(【"):
        digits = re.sub(r"\D", "", match[0])
        help_ = f"写成〔{digits if len(digits) > 2 else f'20{digits}'}〕"  # noqa: PLR2004 - 26 or 2026
        yield place.finding("E513", f"发文字号的年份写成了“{match[0]}”", match.span(), help_)


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
    if date and printed and printed < date:
        message = f"印发日期{long_date(printed)}早于成文日期{long_date(date)}"
        yield Finding("W575", message, ("print_date",), help="核对两个日期；印发日期是付印的日期，不早于成文日期")
