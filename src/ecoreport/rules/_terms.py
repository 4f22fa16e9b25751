"""Rules over words: terms of the field, drifting years, placeholders, numbers that the program writes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import table
from ecoreport.rules._wordings import Where, Wording, told

# Not in 目前年度, 如今年轻, 说明年度.
_DRIFTING = (
    "(?<![如当现迄])今年(?!轻)|(?<![过失除减扣])去年|(?<![目以此从提当空之先])前年(?!轻)"
    "|(?<![说表证申声注标查写载透文光])明年"
)
_DAYS = (
    Wording(
        "W514",
        "[0-9][0-9]?月[0-9]{1,2}号",
        "日期“{0}”用了“号”",
        "写成“日”",
        where=Where.OUTSIDE,
        signs=("月", "号"),
    ),
    Wording(
        "W515",
        "截[至止]到?(?:目前|现在|当前|今)(?!年)",
        "“{0}”指哪一天会随时间变",
        "写出日期，如 截至{year}年12月31日",
        where=Where.OUTSIDE,
        signs=("截",),
    ),
)
_FROM_THIS_YEAR = {"去": -1, "前": -2, "明": 1}
# 三、四季度; 1、2月份: two of a row, no number before a text.
_TWO_OF_A_ROW = "(?:季度|月|产业|[级类批期线轮届次号楼层]|年级|中全会)"
# What a number by hand begins with, and beside that the number of a title; other texts need no pattern.
_NUMBERS_BEGIN = frozenset("0123456789（(一二三四五六七八九十")
_TITLES_BEGIN = frozenset("附第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_AS_ITEM = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
_BY_HAND = (
    rf"(?:[0-9]{{1,2}}、(?![0-9]{{1,2}}{_TWO_OF_A_ROW})|[（(][0-9]{{1,2}}[）)]、|[（(][一二三四五六七八九十]{{1,3}}[）)]、?"
    rf"|[一二三四五六七八九十]{{1,3}}、(?!(?:[一二三四五六七八九十]{{1,3}}、){{0,2}}[一二三四五六七八九十]{{1,3}}{_TWO_OF_A_ROW})"
    r"|[一二三四五六七八九十]是、)"
)
_LIST_MARK = (
    r"(?:[0-9]{1,2}[.．](?![0-9])|[（(][0-9]{1,2}[）)](?!、)|[0-9]{1,2}[)）]|[①-⑳⑴-⒛]"
    r"|[A-Za-z][.．、](?![A-Za-z0-9]))\s*"
)
_FURTHER_LINE = rf"(?<=[。；：！？]\n)[ \u3000]*(?P<mark>{_BY_HAND}|{_LIST_MARK})(?![项款目])"
_ANNEX_BY_HAND = r"附件?\s*[0-9一二三四五六七八九十]{0,3}\s*[：:.．、]"
_TITLE_BY_HAND = r"(?:[0-9]{1,2}[.．]\s*(?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]|第[一二三四五六七八九十]{1,3}[、，])"


@rule("W514", "W515", "E516", "E517", "H534", "E534", "W535", "E536", "H537")
def by_pattern(reading: Reading) -> Iterator[Finding]:
    """Every wording of the tables."""
    yield from told(reading, (*_DAYS, *usage()))


@cache
def usage() -> tuple[Wording, ...]:
    """The wordings of usage.yaml."""
    return tuple(_wording(row) for row in table("usage").rows)


def _wording(row: Mapping[str, Any]) -> Wording:
    return Wording(
        row["code"],
        row["pattern"],
        row["told"],
        row["use"],
        where=Where(row.get("where", Where.ANYWHERE.value)),
        signs=tuple(row.get("signs", ())),
        any_of=row.get("any_of", ""),
    )


@rule("W515")
def drifting_years(reading: Reading) -> Iterator[Finding]:
    """今年, 去年; in next year's plan they are counted from the year that it is for."""
    for place, match in reading.matches(_DRIFTING, any_of=("今年", "去年", "前年", "明年")):
        if place.is_own(match.start()):
            own = reading.year + (place.kind == "next_year_plan")
            help_ = f"写出年份，如 {own + _FROM_THIS_YEAR.get(match[0][0], 0)}年"
            yield place.finding("W515", f"“{match[0]}”指哪一年会随时间变", match.span(), help_)


@rule("E518")
def numbers_written_by_hand(reading: Reading) -> Iterator[Finding]:
    """The program numbers headings and items; a number typed as well would be printed twice, or wrongly marked."""
    for place in reading.places:
        attached = place.path[0] == "attachments"
        if place.path[-1] not in ("title", "text") or not (attached or place.kind):
            continue
        first = place.text[:1]
        match = re.match(_BY_HAND, place.text) if first in _NUMBERS_BEGIN else None
        if not match and place.is_heading and (first in _NUMBERS_BEGIN or first in _TITLES_BEGIN):
            match = (attached and re.match(_ANNEX_BY_HAND, place.text)) or re.match(_TITLE_BY_HAND, place.text)
        if match:
            message = f"序号“{match[0]}”写进了文字"
            help_ = "删掉它，序号由程序编；要别的样式就写 numbering"
            if not place.is_heading:
                help_ = _AS_ITEM
            if match[0].endswith("是、"):
                message, help_ = f"“{match[0]}”的写法不对", f"写成“{match[0][:-1]}”"
            yield place.finding("E518", message, match.span(), help_)


@rule("W539")
def list_marks(reading: Reading) -> Iterator[Finding]:
    """A number that is typed in front of a text; the program numbers what stands in `items`."""
    for place in reading.places:
        if place.path[-1] != "text" or not place.kind or _begins_with_han(place.text):
            continue
        if match := re.match(_LIST_MARK, place.text):
            yield place.finding("W539", f"序号“{match[0].strip()}”写进了文字", match.span(), _AS_ITEM)


@rule("W539")
def list_marks_on_further_lines(reading: Reading) -> Iterator[Finding]:
    """A line that goes on a paragraph, behind a stop, with a number of its own: printed, they run into one."""
    for passage in reading.context.passages:
        if passage.path[-1] not in ("text", "lead") or "\n" not in passage.text:
            continue
        for match in re.finditer(_FURTHER_LINE, passage.text):
            message = f"“{match['mark'].strip()}”另起了一行，印出来和上一行连成一段"
            help_ = f"{_AS_ITEM}；只要分段，就在两行之间空一行"
            yield Finding("W539", message, passage.path, match.span("mark"), help=help_)


def _begins_with_han(text: str) -> bool:
    return "\u4e00" <= text[:1] <= "\u9fff"
