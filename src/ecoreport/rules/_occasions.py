"""Rules over occasions: plenary meetings of the Party's Central Committee, and days that come once a year."""

import datetime as dt
import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import reported_on, table
from ecoreport.text.numbering import han_number

_HAN = "一二三四五六七八九十"
_PLENARY = f"(?:党的)?(?P<congress>[{_HAN}]{{2,3}})(?:届|大)(?P<number>[{_HAN}]{{1,2}})中全会"
_YEARS_OF_A_CONGRESS = 5
_DAYS_YEAR = re.compile(r"(20[0-9]{2})年[^，。；]{0,12}(?:，[^，。；]{0,8})?$")


@rule("W654")
def plenaries_that_have_been(reading: Reading) -> Iterator[Finding]:
    """A plenary meeting that has not been, or that no congress ever had."""
    for place, match in reading.matches(_PLENARY, "中全会"):
        congress, number = han_number(match["congress"]), han_number(match["number"])
        if message := _never_was(congress, number, reported_on(reading)):
            yield place.finding("W654", f"“{match[0]}”：{message}", match.span(), "核对届次")


def _never_was(congress: int, number: int, day: dt.date) -> str:
    """Why there was no such meeting on that day; empty where there was, or nobody can know."""
    rows = table("meetings").rows
    held = [dt.date.fromisoformat(one) for one in rows.get(str(congress), ())]
    known = [int(one) for one in rows]
    if number <= len(held):
        since = held[number - 1]
        return f"{since.year}年{since.month}月才召开，在报告之后" if since > day else ""
    if min(known) <= congress < max(known):
        return f"第{congress}届中央委员会只开了{len(held)}次全会"
    if congress == max(known) and held:
        possible = len(held) + max((day - held[-1]).days // 365, 0)
        return (
            f"到{held[-1].year}年{held[-1].month}月开到第{len(held)}次，还没有第{number}次" if number > possible else ""
        )
    latest = dt.date.fromisoformat(rows[str(max(known))][0])
    begun = latest.year + _YEARS_OF_A_CONGRESS * (congress - max(known))
    return f"第{congress}届中央委员会{begun}年以后才产生" if congress > max(known) and day.year < begun else ""


@rule("W655")
def days_of_the_year(reading: Reading) -> Iterator[Finding]:
    """第12个国家宪法日 is the one of 2025; “12·5”国家宪法日 is on no day at all."""
    for name, row in table("days").rows.items():
        if name in reading.context.text:
            first, day = int(row.get("first", 0)), row.get("day", "")
            for place in reading.places:
                if name in place.text:
                    yield from _counted(reading, place, name, first, row.get("by", ""))
                    yield from _dated(place, name, day)


def _counted(reading: Reading, place: Place, name: str, first: int, by: str) -> Iterator[Finding]:
    for match in re.finditer(
        f"第(?P<number>[0-9]{{1,3}}|[{_HAN}]{{1,3}})[个届次](?:全国)?[“”0-9·]{{0,8}}{name}", place.text
    ):
        told = _DAYS_YEAR.search(place.text, max(match.start() - 40, 0), match.start())
        year = int(told[1]) if told else reading.year + (place.kind == "next_year_plan")
        number = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        if first and number != year - first + 1:
            message = f"{year}年的{name}是第{year - first + 1}个，写的是第{number}个"
            reason = f"第一个在{first}年{f'：{by}' if by else ''}"
            yield place.finding(
                "W655", message, (match.start("number"), match.end("number")), f"{reason}；核对个数和年份"
            )


def _dated(place: Place, name: str, day: str) -> Iterator[Finding]:
    for match in re.finditer(
        f"(?P<month>[0-9]{{1,2}})(?P<mark>[·.•‧]|月)(?P<day>[0-9]{{1,2}})日?”?(?:第[^，。；]{{1,4}}个)?{name}",
        place.text,
    ):
        if day and (right := day.split("·")) != [match["month"], match["day"]]:
            message = f"{name}是{right[0]}月{right[1]}日，写的是“{match['month']}{match['mark']}{match['day']}”"
            yield place.finding("W655", message, (match.start(), match.end("day")), "核对日期")
