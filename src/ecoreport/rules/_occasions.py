"""Rules over occasions: plenary meetings of the Party's Central Committee, and days that come once a year."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import reported_on, table
from ecoreport.text.numbering import HAN, han, han_number, number_of
from ecoreport.text.sentences import clause

_PLENARIES = (
    f"(?:党的)?(?P<congress>[{HAN}]{{2,3}})(?:届|大)(?P<numbers>(?:[{HAN}]{{1,2}}中(?:全会)?[、和]?){{1,7}})全会"
)
_CONGRESS = f"党的(?P<congress>[{HAN}]{{2,3}})大(?![{HAN}])"
_TO_COME = "迎接|喜迎|献礼|筹备|备战|召开(?:之?前|在即)|即将"  # 以优异成绩迎接党的二十一大
_AUTUMN = 10  # the month in which a congress meets
_YEARS_OF_A_CONGRESS = 5
_COUNTED = f"第(?P<number>[0-9]{{1,3}}|[{HAN}]{{1,3}})[个届次](?:全[国民])?[“”0-9·]{{0,8}}(?:全[国民])?"
_DATED = "(?P<date>(?P<month>[0-9]{1,2})(?:[·.•‧]|月)(?P<day>[0-9]{1,2})日?)”?(?:第[^，。；]{1,4}个)?“?(?:全[国民])?"
_DAYS_YEAR = r"(20[0-9]{2})年[^，。；]{0,12}(?:，[^，。；]{0,8})?$"


@rule("W654")
def meetings_that_have_been(reading: Reading) -> Iterator[Finding]:
    """A plenary meeting or a congress that has not been, or that there never was."""
    day = reported_on(reading)
    for place, match in reading.matches(_PLENARIES, "中", "全会"):
        for number in re.finditer(f"[{HAN}]{{1,2}}(?=中)", match["numbers"]):
            if message := _never_was(han_number(match["congress"]), han_number(number[0]), day):
                told = f"{match['congress']}届{number[0]}中全会"
                yield place.finding("W654", f"“{told}”：{message}", match.span(), "核对届次")
    for place, match in reading.matches(_CONGRESS, "党的", "大"):
        to_come = re.search(_TO_COME, place.text[slice(*clause(place.text, *match.span()))])
        if not to_come and (message := _not_yet(han_number(match["congress"]), 1, day)):
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
    if congress != max(known):
        return _not_yet(congress, number, day)
    possible = len(held) + max((day - held[-1]).days // 365, 0)
    told = f"到{held[-1].year}年{held[-1].month}月开到第{len(held)}次，还没有第{number}次"
    return told if number > possible else ""


def _not_yet(congress: int, number: int, day: dt.date) -> str:
    """Why a congress that the table does not know yet cannot have had so many meetings; empty where it can."""
    rows = table("meetings").rows
    last = max(int(one) for one in rows)
    begun = int(rows[str(last)][0][:4]) + _YEARS_OF_A_CONGRESS * (congress - last)
    if congress <= last or (day >= dt.date(begun, _AUTUMN, 1) and number <= day.year - begun + 1):
        return ""
    return f"党的{han(congress)}大{begun}年秋才召开" + ("" if number == 1 else f"，还没有{han(number)}中全会")


@rule("W655")
def days_of_the_year(reading: Reading) -> Iterator[Finding]:
    """第12个国家宪法日 is the one of 2025; “12·5”国家宪法日 is on no day at all."""
    rows = table("days").rows
    if names := "|".join(name for name in rows if name in reading.context.text):
        for place, match in reading.matches(f"{_COUNTED}(?P<name>{names})", "第"):
            yield from _counted(reading, place, match, rows[match["name"]])
        for place, match in reading.matches(f"{_DATED}(?P<name>{names})"):
            yield from _dated(place, match, rows[match["name"]].get("day", ""))


def _counted(reading: Reading, place: Place, match: re.Match[str], row: Mapping[str, str]) -> Iterator[Finding]:
    told = re.search(_DAYS_YEAR, place.text[max(match.start() - 40, 0) : match.start()])
    year = int(told[1]) if told else reading.year + (place.kind == "next_year_plan")
    number = number_of(match["number"])
    first = int(row.get("first", year + 1 - number))
    if number != year - first + 1:
        message = f"{year}年的{match['name']}是第{year - first + 1}个，写的是第{number}个"
        by = f"（{row['by']}）" if "by" in row else ""
        help_ = f"第一个在{first}年{by}；核对个数和年份"
        yield place.finding("W655", message, match.span("number"), help_)


def _dated(place: Place, match: re.Match[str], day: str) -> Iterator[Finding]:
    if day and [match["month"], match["day"]] != day.split("·"):
        month, of_month = day.split("·")
        message = f"{match['name']}是{month}月{of_month}日，写的是“{match['date']}”"
        yield place.finding("W655", message, match.span("date"), "核对日期")
