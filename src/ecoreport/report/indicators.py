"""What a figure's name says of it: which indicator it gives, and whether it is a share of something."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from ecoreport.report._indicators import (
    AVERAGES,
    BACKS,
    DOING,
    FRONTS,
    GROWTH,
    PLANNED,
    ROWS,
    SHARES,
    TRADES,
    UNITS,
    WITHIN,
    Measure,
)

MONEY, RATES = UNITS["money"], UNITS["rate"]

_KEPT = 1024  # names that are kept looked up; a report has some tens, and asks for each several times
_ASIDE = re.compile(r"[（(](?:单位[:：])?(?:[件起宗份条项次场期个家人名户元%]|万元|人次|家次)[）)]$")
_SIGNS = str.maketrans("", "", "“”\"'‘’、，,·《》 （）()")


class Most(Enum):
    """How much a rate can be."""

    HUNDRED = "a share of something: 满意度, 合格率"
    ANY = "of a plan, and so above 100 % where more was done: 完成率"
    UNKNOWN = "a rate of which the name does not tell"
    NO_RATE = "no rate, or one that may be negative: 增长率"


class Indicator(NamedTuple):
    """One indicator: its key for machines, its standard name, how else it is called, what it is counted in.

    `names` mean the very same; what is called one of `near` is mostly this, but may be a part of it or more than it.
    `better` is 1 where more is better, -1 where less is, 0 where neither can be said.
    """

    key: str
    name: str
    names: tuple[str, ...]
    near: tuple[str, ...]
    measure: Measure
    better: int = 0


class Meaning(NamedTuple):
    """What a name means: the indicator, and whether it is that for certain, or mostly, or that of one trade."""

    indicator: Indicator
    exact: bool


def most_of(name: str) -> Most:
    """How much a rate of that name can be."""
    if name.endswith(GROWTH):
        return Most.NO_RATE
    if name.endswith(SHARES) or (name.endswith("率") and any(word in name for word in WITHIN)):
        return Most.HUNDRED
    if name.endswith(PLANNED):
        return Most.ANY
    return Most.UNKNOWN if name.endswith(("率", "比例")) else Most.NO_RATE


def is_average(name: str) -> bool:
    """Whether the name is of an average, which has decimals where what is counted has none: 人均办案, 每万人律师."""
    return any(word in name for word in AVERAGES)


def indicator_of(name: str, unit: str = "") -> Indicator | None:
    """The indicator that a figure of that name and unit gives; None for a name that the catalogue does not know."""
    found = meaning(name, unit)
    return found.indicator if found else None


@lru_cache(_KEPT)
def meaning(name: str, unit: str = "") -> Meaning | None:
    """The same with how surely it is meant; 罚款 is an amount in 元, and a number of decisions in 件."""
    for form, exact in _forms(name):
        if found := _by_name().get(form):
            fitting = (one for one in found if unit in UNITS[one.indicator.measure])
            best = next(fitting, found[0])
            return Meaning(best.indicator, exact and best.exact)
    return None


def fits(indicator: Indicator, unit: str) -> bool:
    """Whether the indicator can be told in that unit: amounts in 元, rates in %, what is counted in neither."""
    if indicator.measure in ("money", "rate"):
        return unit in UNITS[indicator.measure]
    return unit not in (*MONEY, *RATES)


def is_usual(indicator: Indicator, unit: str) -> bool:
    """Whether that is a unit which figures of the indicator are compared in; a number without one is."""
    return not unit or unit in UNITS[indicator.measure]


def other_names(name: str, unit: str = "") -> tuple[str, ...]:
    """All names that mean what this one does, this one too; none where the catalogue does not know it."""
    found = indicator_of(name, unit)
    return (found.name, *found.names, *found.near) if found else ()


def all_names() -> Iterator[str]:
    """Every name of every indicator, as it is written."""
    return chain.from_iterable((one.name, *one.names, *one.near) for one in indicators())


@cache
def indicators() -> tuple[Indicator, ...]:
    """The whole catalogue."""
    named = ((key, measure, names.split(), near, better) for key, measure, names, near, better in ROWS)
    return tuple(
        Indicator(key, name, tuple(others), tuple(near.split()), measure, better)
        for key, measure, (name, *others), near, better in named
    )


@cache
def by_standard_name() -> Mapping[str, Indicator]:
    """The indicators by their standard names."""
    return {one.name: one for one in indicators()}


@cache
def _by_name() -> Mapping[str, tuple[Meaning, ...]]:
    """By a name without signs, what it may mean: an indicator's own name before one that is near to it."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for row in indicators():
        own = (Meaning(row, exact=True),)
        for name in (row.name, *row.names):
            found[name] = found[name] + own if name in found else own
    for row in indicators():
        for name in row.near:
            found.setdefault(name, (Meaning(row, exact=False),))
    return found


def _plain(name: str) -> str:
    return name.translate(_SIGNS)


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """The name, and what it is without words that change nothing, nearest first; at last without the trade."""
    whole = _plain(_ASIDE.sub("", name))
    for form in _without_ends(whole):
        yield form, True
    trade = next((one for one in TRADES if whole.startswith(one) and len(whole) > len(one)), "")
    if trade:
        for form in _without_ends(whole[len(trade) :]):
            yield form, False


def _without_ends(whole: str) -> Iterator[str]:
    """全年共作出处罚决定数: without words of time before it, then of doing, each with and without one of counting."""
    late = _cut(whole, FRONTS)
    for front in dict.fromkeys((whole, late, _cut(late, DOING))):
        yield front
        yield from (front[: -len(back)] for back in BACKS if front.endswith(back))


def _cut(text: str, fronts: tuple[str, ...]) -> str:
    front = next((one for one in fronts if text.startswith(one)), "")
    return _cut(text[len(front) :], fronts) if front else text
