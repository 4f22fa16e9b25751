"""Rules over days: those that no calendar has, and what is told as done on a day that had not come."""

import datetime as dt
import re
from calendar import isleap
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Place, Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import date_of, long_date
from ecoreport.text.sentences import words_before, words_behind

_DASH = "(?:[至到]|[—–－~～-]{1,2})"
_HAN = "[一二三四五六七八九十]"
_HAN_MONTHS = tuple(f"{digit}月" for digit in "一二三四五六七八九十")
# 2024年2月30日, 2月30日, 6月1日至31日; the sign of the day may also be 号.
_DAY = (
    r"[0-9](?<![0-9][0-9])(?:[0-9]{3}年[0-9]{1,2}|[0-9]?)月(?P<day>[0-9]{1,2})"
    rf"(?:[日号](?:{_DASH}(?P<month>[0-9]{{1,2}}月)?(?P<to>[0-9]{{1,2}})[日号])?|{_DASH}(?P<last>[0-9]{{1,2}})[日号])"
)
_IN_FIGURES = r"20[0-9]{2}(?<![0-9]20..)(?P<at>[-./])[0-9]{1,2}(?P=at)[0-9]{1,2}(?![0-9.-])"
_HAN_DAY = rf"{_HAN}(?<!{_HAN}{_HAN}){_HAN}?月{_HAN}{{1,3}}[日号]"
_LEAP_DAY, _LEAP = "2月29日", 2000  # a year that has every day that any year has
_WHOLE = r"(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"
_DONE = (
    r"(?:主持|组织)?(?:召开|举办|举行|开展了?|组织|作出|印发|完成|办结|审结|结案|公示|公布|公开|发布|通过|获|收到|联合|查处|立案|移送"
    r"|审议|研究|启动|接受|参加|赴|对)"
)
_TO_COME = r"[将拟起前至到]|底|届满|到期|有效|施行|执行|实施|生效|计划|预[计定]|定于|安排|期限|截止"
_CLAUSE = 20  # characters that tell what a date is of
_STOPS = "，。；：！？"


@rule("E524", "W628")
def days_that_are_none(reading: Reading) -> Iterator[Finding]:
    """2024年11月31日; 2月30日 of any year; 6月1日至31日; and 6月20日至10日, which ends before it begins."""
    for place, match in reading.matches(_DAY, "月"):
        month = match[0][: match.start("day") - match.start()]
        last, same = match["to"] or match["last"] or match["day"], match["month"] in (None, month.rpartition("年")[2])
        days = (f"{month}{match['day']}日", f"{month if same else match['month']}{last}日")
        wrong = next((day for day in days if not _is_day(day) or _is_none_of(reading, place, day)), None)
        if wrong:
            typed = match[0] if last is match["day"] else wrong
            yield place.finding("E524", f"没有“{typed}”这一天", match.span(), "核对月份和日子")
        elif same and int(last) < int(match["day"]):
            yield place.finding("W628", f"“{match[0]}”止在起之前", match.span(), "核对起止的日子")
    for pattern, signs in ((_HAN_DAY, _HAN_MONTHS), (_IN_FIGURES, ("20",))):
        for place, match in reading.matches(pattern, any_of=signs):
            if not _is_day(match[0]):
                yield place.finding("E524", f"没有“{match[0]}”这一天", match.span(), "核对月份和日子")


def _is_day(typed: str) -> bool:
    """Whether the calendar has it: that of its year or, where it names none, that of any year."""
    return date_of(typed if "月" not in typed or "年" in typed else f"{_LEAP}年{typed}") is not None


def _is_none_of(reading: Reading, place: Place, typed: str) -> bool:
    """Whether it is a 2月29日 of the report's year, which has none; beside a leap year it may be that one's."""
    if typed != _LEAP_DAY:
        return False
    year = reading.year + (place.kind == "next_year_plan")
    told = (int(one) for one in re.findall("(20[0-9]{2})年", place.text))
    return not any(map(isleap, (year, *told)))


@rule("H627")
def done_before_it_is_told(reading: Reading) -> Iterator[Finding]:
    """What was done on a day after the report's own cannot be known to it."""
    own = reading.report.date
    if own is None:
        return
    for place, match in reading.matches(_WHOLE, "年", "月"):
        if place.kind == "next_year_plan" or place.is_quoted(match.start()) or not _is_later(match, own):
            continue
        before = words_before(place.text, match.start(), _STOPS, _CLAUSE)
        after = words_behind(place.text, match.end() + place.text.startswith("，", match.end()), _STOPS, _CLAUSE)
        if re.search(_DONE, after) and not re.search(_TO_COME, before + after):
            message = f"“{match[0]}”在成文日期{long_date(own)}之后，却写成已经做了"
            yield place.finding("H627", message, match.span(), "核对年份、月份；还没有做的，移到下一年度安排里")


def _is_later(match: re.Match[str], own: dt.date) -> bool:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 0)
    return (year, month) > (own.year, own.month) or (day > own.day and (year, month) == (own.year, own.month))
