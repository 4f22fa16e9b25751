"""A target beside what was said of the same thing: met, missed, or nothing that decides it.

What is not certain is no verdict: an approximation that leaves it open, a part of a whole, several numbers that may add
up, a day that is not told.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from ecoreport.text._things import SHORTEST, Likeness, core, likeness, named
from ecoreport.text._wholly import Wholly, claimed
from ecoreport.text.targets import DOING, LATE, PLANNED, Saying, Target, month_of, spans_of_time

__all__ = [
    "ENOUGH", "Likeness", "Standing", "Wholly", "claimed", "denied", "fitting", "kept_day", "kept_wholly", "name_key",
    "pairs_of", "same_thing", "same_unit", "standing",
]  # fmt: skip

_NOT_DONE = re.compile(f"(?:尚未|还未|未能|没有|暂未|未曾|未)(?=[^，。；率]{{0,4}}(?:{DOING}|达到))")
_DONE = re.compile("完成|建成|上线|出台|印发|投入使用|投用|启用|实现|运行|全部|已|到位|落成|开通|制定|修订|发布")
_LIKE_UNITS = (
    frozenset({"件", "起", "宗", "例"}),
    frozenset({"次", "场", "场次", "期", "期次", "班", "轮"}),
    frozenset({"人", "名", "位"}),
    frozenset({"份", "件"}),
)
ENOUGH = Decimal("0.6")  # of the pairs of characters of what is due, that a clause must share
_YEAR_END = 12


class Standing(StrEnum):
    """How a target stands beside what was said; the value is the word used in machine formats."""

    MET = "met"
    MISSED = "missed"
    SILENT = "silent"


def same_thing(target: Target, things: Sequence[str]) -> Likeness:
    """How far any of the names is that of the target's thing."""
    return likeness(target.things, things)


def same_unit(one: str, other: str) -> bool:
    """Whether two units count the same, 件 and 起."""
    return one == other or any(one in units and other in units for units in _LIKE_UNITS)


def fitting(target: Target, found: Sequence[Saying]) -> tuple[Saying, ...]:
    """Those of the sayings that speak of what the target is about, the nearest alone."""
    able = [one for one in found if same_unit(one.unit, target.unit) and bool(one.by) == bool(target.by)]
    able = [one for one in able if not (target.fresh and one.stock)]
    rated = [(same_thing(target, one.things), one) for one in able]
    best = max((rate for rate, _ in rated), default=Likeness.OTHER)
    if best is Likeness.OTHER or (best is Likeness.PART and target.unit == "%"):  # a rate of a part is another rate
        return ()
    parts = {Likeness.PART: True, Likeness.SAME: False}
    return tuple(one._replace(part=parts.get(best, one.part)) for rate, one in rated if rate == best)


def standing(target: Target, found: Sequence[Saying]) -> Standing:
    """What the sayings, all of the target's own thing, make of it."""
    whole = [one for one in found if not one.part] or list(found)
    if not whole:
        return Standing.SILENT
    ranges = [_signed(target, one) for one in whole]
    if target.high is not None:
        below = _below(target.high, ranges)
        return Standing.SILENT if below is Standing.MET and any(one.part for one in whole) else below
    assert target.low is not None  # noqa: S101 - for the type checker: a number is one or the other
    if any(low >= target.low for low, _ in ranges):
        return Standing.MET
    # Several numbers of one thing may be parts of what was done.
    summed = sum((high for _, high in ranges), Decimal(0)) if target.unit != "%" else max(high for _, high in ranges)
    return Standing.MISSED if summed < target.low and all(not one.part for one in whole) else Standing.SILENT


def _signed(target: Target, one: Saying) -> tuple[Decimal, Decimal]:
    return (one.low, one.high) if one.by == target.by else (-one.high, -one.low)


def _below(most: Decimal, ranges: Sequence[tuple[Decimal, Decimal]]) -> Standing:
    if all(high <= most for _, high in ranges):
        return Standing.MET
    return Standing.MISSED if all(low > most for low, _ in ranges) else Standing.SILENT


def denied(target: Target, text: str) -> str:
    """The clause of the text that says that the target's thing was not done; empty where none does."""
    for clause in re.split("[，。；！\n]", text):
        if (match := _NOT_DONE.search(clause)) and target.things:
            thing = named(clause[: match.start()] + clause[match.end() :])
            if len(thing) >= SHORTEST and same_thing(target, (thing,)):
                return clause.strip()
    return ""


def kept_day(target: Target, text: str) -> tuple[Standing, str]:
    """Whether the text says that what was to be done by a month was done by then, and the clause that says so."""
    clauses = (clause for sentence in re.split("[。；！\n]", text) for clause in _clauses(sentence))
    for clause in clauses:
        if _shared(target, clause) < ENOUGH:
            continue
        if LATE.search(clause):
            return Standing.MISSED, clause
        if PLANNED.search(clause) or not _DONE.search(clause):
            continue
        if months := [month_of(one) for one in spans_of_time(clause)]:
            return (Standing.MET if max(months) <= target.month else Standing.MISSED), clause
        return (Standing.MET if target.month == _YEAR_END else Standing.SILENT), clause
    return Standing.SILENT, ""


def kept_wholly(target: Target, own: Sequence[Wholly], others: Sequence[Wholly]) -> tuple[Standing, str]:
    """Whether it is said that all of it was done, and the clause that says so; `own` is said where it is carried out.

    That something is left counts wherever it is said. Where both are said, or a day was set, nothing is certain.
    """
    said = [(one, mine) for found, mine in ((own, True), (others, False)) for one in found if one.act == target.wholly]
    rated = [(one, mine, same_thing(target, (one.thing,))) for one, mine in said if one.thing]
    met = [
        one for one, mine, rate in rated if one.over and (rate is Likeness.SAME or (mine and rate is Likeness.WHOLE))
    ]
    short = [one for one, _, rate in rated if one.over is False and rate in (Likeness.SAME, Likeness.PART)]
    if bool(met) == bool(short):
        return Standing.SILENT, _words((*met, *short))
    if met and target.month % _YEAR_END:
        return Standing.SILENT, _words(met)
    return (Standing.MET if met else Standing.MISSED), _words(met or short)


def _words(found: Sequence[Wholly]) -> str:
    return "；".join(dict.fromkeys(one.words for one in found))


def _clauses(sentence: str) -> Iterator[str]:
    """Each clause; one that is nothing but a day stands with the one behind it."""
    day = ""
    for clause in (part.strip() for part in sentence.split("，")):
        if clause and not named(clause):
            day = f"{clause}，"
        else:
            yield day + clause
            day = ""


def _shared(target: Target, clause: str) -> Decimal:
    """The share of a target's pairs of characters that the clause has too."""
    pairs, other = pairs_of(target.things[0]), named(clause)
    return Decimal(sum(one in other for one in pairs)) / max(len(pairs), 1)


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def name_key(name: str) -> str:
    """What two names of the very same thing have in common: their characters, in any order."""
    return "".join(sorted(core(name)))
