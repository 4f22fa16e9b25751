"""Rules over days: those that no calendar has, and what is told as done on a day that had not come."""

import datetime as dt
import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.dates import date_of, long_date

_DASH = "(?:[至到]|[—–－~～-]{1,2})"
_HAN = "[一二三四五六七八九十]"
_HAN_MONTHS = tuple(f"{digit}月" for digit in "一二三四五六七八九十")
# 2024年2月30日, 2月30日, 6月1日至31日; the sign of the day may also be 号.
_DAY = (
    r"[0-9](?<![0-9][0-9])(?:[0-9]{3}年[0-9]{1,2}|[0-9]?)月[0-9]{1,2}"
    rf"(?:[日号](?:{_DASH}[0-9]{{1,2}}[日号])?|{_DASH}[0-9]{{1,2}}[日号])"
)
_HAN_DAY = rf"{_HAN}(?<!{_HAN}{_HAN}){_HAN}?月{_HAN}{{1,3}}[日号]"
_LEAP = 2000  # a year that has every day that any year has
_WHOLE = r"(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"
_DONE = (
    r"(?:主持|组织)?(?:召开|举办|举行|开展了?|组织|作出|印发|完成|办结|审结|结案|公示|公布|公开|发布|通过|获|收到|联合|查处|立案|移送"
    r"|审议|研究|启动|接受|参加|赴|对)"
)
_TO_COME = r"[将拟起前至到]|底|届满|到期|有效|施行|执行|实施|生效|计划|预[计定]|定于|安排|期限|截止"
_CLAUSE = 20  # characters that tell what a date is of
_STOPS = "，。；：！？"


@rule("E524")
def days_that_are_none(reading: Reading) -> Iterator[Finding]:
    """2024年11月31日; 2月30日 of any year; 6月1日至31日."""
    for place, match in reading.matches(_DAY, "月"):
        typed = re.match(r"(?:[0-9]{4}年)?[0-9]{1,2}月", match[0])
        assert typed is not None  # noqa: S101 - so it begins
        days = re.findall(r"[0-9]+", match[0][typed.end() :])
        wrong = next((day for day in days if not _is_day(f"{typed[0]}{day}日")), None)
        if wrong:
            typed_day = match[0] if len(days) == 1 else f"{typed[0]}{wrong}日"
            yield place.finding("E524", f"没有“{typed_day}”这一天", match.span(), "核对月份和日子")
    for place, match in reading.matches(_HAN_DAY, any_of=_HAN_MONTHS):
        if not _is_day(match[0]):
            yield place.finding("E524", f"没有“{match[0]}”这一天", match.span(), "核对月份和日子")


def _is_day(typed: str) -> bool:
    """Whether the calendar has it: that of its year or, where it names none, that of any year."""
    return date_of(typed if "年" in typed else f"{_LEAP}年{typed}") is not None


@rule("H627")
def done_before_it_is_told(reading: Reading) -> Iterator[Finding]:
    """What was done on a day after the report's own cannot be known to it."""
    own = reading.report.date
    if own is None:
        return
    for place, match in reading.matches(_WHOLE, "年", "月"):
        if place.kind == "next_year_plan" or place.is_quoted(match.start()) or not _is_later(match, own):
            continue
        before = re.split(f"[{_STOPS}]", place.text[max(match.start() - _CLAUSE, 0) : match.start()])[-1]
        after = re.split(f"[{_STOPS}]", place.text[match.end() : match.end() + _CLAUSE])[0]
        if re.match(_DONE, after) and not re.search(_TO_COME, before + after):
            message = f"“{match[0]}”在成文日期{long_date(own)}之后，却写成已经做了"
            yield place.finding("H627", message, match.span(), "核对年份、月份；还没有做的，移到下一年度安排里")


def _is_later(match: re.Match[str], own: dt.date) -> bool:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 0)
    return (year, month) > (own.year, own.month) or (day > own.day and (year, month) == (own.year, own.month))
