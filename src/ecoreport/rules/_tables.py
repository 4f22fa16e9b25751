"""Dated tables: what changes over the years is data, each with its source and the day that it reaches to."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rows import TABLES
from ecoreport.rules._rule import rule

NAMES = ("policies", "laws", "offices", "meetings", "days", "usage", "spellings", "relations")
_FRESH = 2  # years


class Table(NamedTuple):
    """A table: the codes that rest on it, where it is from, the day up to which it is kept, and its rows as typed."""

    title: str
    codes: tuple[str, ...]
    source: str
    as_of: dt.date
    rows: Any


@cache
def table(name: str) -> Table:
    """The table of that name; every value is text."""
    data: Mapping[str, Any] = TABLES[name]
    return Table(
        data["title"], tuple(data["codes"]), data["source"], dt.date.fromisoformat(data["as_of"]), data["rows"]
    )


def reported_on(reading: Reading) -> dt.date:
    """The day of the report; the last on which it may be filed in time, where it has none."""
    return reading.report.date or dt.date(reading.year + 1, 2, 28)


@rule("H656")
def tables_are_recent(reading: Reading) -> Iterator[Finding]:
    """A report more than two years behind a table's day may speak of what the table does not know."""
    day = reported_on(reading)
    dated = [one for one in map(table, NAMES) if "H656" in one.codes]
    old = [one for one in dated if (one.as_of.year + _FRESH, one.as_of.month) < (day.year, day.month)]
    if old:
        told = "、".join(f"{one.title}（到{one.as_of.year}年{one.as_of.month}月）" for one in old)
        yield Finding("H656", f"核对所用的表可能旧了：{told}", ("date",), help="换用新版的 ecoreport")
