"""What moved: from one value to another, and what is said of the change."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ecoreport.text import _phrases
from ecoreport.text._mention import Mention
from ecoreport.text._nouns import noun_of
from ecoreport.text._units import PER_CENT, TIMES

_BACK = 4  # quantities
_REACHED = ("达", "增至", "增加到", "升至", "降至", "减至", "减少到", "至")
_VALUES = ("count", "to", "rate", "share")


class Movement(NamedTuple):
    """由35起增加到42起: two ends, of which the second tells the direction."""

    start: Mention
    end: Mention


class Change(NamedTuple):
    """What is said of a change (增长20%, 增加7起, 是上年的2倍): from `start` to `end`, as far as these are told."""

    said: Mention
    start: Mention | None
    end: Mention | None


def movements_of(mentions: Sequence[Mention]) -> tuple[Movement, ...]:
    """由…到…, 在上年548件的基础上降到496件, 548件降到496件."""
    return tuple(Movement(before, one) for before, one in pairwise(mentions) if _is_movement(before, one))


def _is_movement(before: Mention, one: Mention) -> bool:
    if one.role != "to" or one.sentence != before.sentence or "分别" in one.clause:
        return False
    direct = before.role == "count" and before.unit == one.unit and not one.marks
    return before.role in ("from", "base") or direct


def changes_of(mentions: Sequence[Mention], movements: Sequence[Movement]) -> tuple[Change, ...]:
    """Every change that is told, each with the values that it was between."""
    starts = {movement.end.start: movement.start for movement in movements}
    return tuple(_change(mentions, at, starts) for at, one in enumerate(mentions) if one.role in ("change", "times"))


def _change(mentions: Sequence[Mention], at: int, starts: dict[int, Mention]) -> Change:
    said = mentions[at]
    if "分别" in said.clause and "其中" not in said.clause:
        return Change(said, None, None)  # which has which is not told
    if found := _told_behind(said, _behind(mentions, at), starts) or _reached(mentions[max(0, at - 1) : at + 2]):
        return Change(said, *found)
    back = [one for one in mentions[max(0, at - _BACK) : at] if one.sentence == said.sentence]
    afresh = "；" in said.marks or (said.marks and _phrases.begins_afresh(said.lead))
    if not back or afresh:
        return Change(said, None, None)
    end = next((one for one in reversed(back) if one.role not in ("base", "change", "times")), None)
    own = _phrases.own_noun(said.lead)
    if end is None or end.role not in _VALUES or (own and own not in end.noun and own not in end.clause):
        return Change(said, None, None)
    start = starts.get(end.start) or _base(back, end) or _year_before(back, end) or _in_brackets(mentions[at:], end)
    return Change(said, start if start and start.unit == end.unit else None, end)


def _behind(mentions: Sequence[Mention], at: int) -> Sequence[Mention]:
    """The two quantities behind a change and another of the same value: 增加12件，增长24%，由50件增至62件."""
    other = mentions[at + 1] if at + 1 < len(mentions) else None
    both = other and other.role == "change" and other.marks == "，" and not noun_of(other.noun)
    return mentions[at + 1 + bool(both) :][:2]


def _told_behind(said: Mention, ends: Sequence[Mention], starts: dict[int, Mention]) -> tuple[Mention, Mention] | None:
    """信访总量同比下降70.5%，从661件次降为195件次: the movement that follows and has no noun of its own."""
    if len(ends) < 2:  # noqa: PLR2004 - both
        return None
    start, end = ends
    own = start.noun.strip("由从自") if "，" in start.marks else "?"
    return (start, end) if starts.get(end.start) is start and not own and start.sentence == said.sentence else None


def _reached(mentions: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """比上年的40次增长2.5倍，达到100次: the value that the change leads to stands behind it."""
    if len(mentions) < 3:  # noqa: PLR2004 - what it was, the change, what it is
        return None
    start, said, end = mentions
    together = start.sentence == said.sentence == end.sentence and start.unit == end.unit
    leads = end.role in ("count", "to", "rate") and end.lead.startswith(_REACHED) and "；" not in end.marks
    return (start, end) if together and leads and start.role == "base" else None


def _base(back: Sequence[Mention], end: Mention) -> Mention | None:
    """比上年的35起: behind the value itself, or before it where it says 相比."""
    base = next((one for one in reversed(back) if one.role == "base"), None)
    return base if base and (base.start > end.start or "相比" in base.tail) else None


def _year_before(back: Sequence[Mention], end: Mention) -> Mention | None:
    """2025年立案35起，2026年立案42起."""
    if end.year is None:
        return None
    for one in reversed(back):
        like = one.role in ("count", "base") and one.unit == end.unit and one.year is not None
        if like and one.year is not None and one.year + 1 == end.year:
            return one
    return None


def _in_brackets(mentions: Sequence[Mention], end: Mention) -> Mention | None:
    """同比多80家次（上年806家次）."""
    for said, base in pairwise(mentions[:2]):
        if base.role == "base" and "（" in base.marks and base.unit == end.unit and base.sentence == said.sentence:
            return base
    return None


def difference_beside(changes: Sequence[Change], at: int) -> Change | None:
    """Of 同比增加49件，增幅7.3% the 49件: what the change of the same value in units is, right before or behind it."""
    here = changes[at]
    for other in (*changes[max(0, at - 1) : at], *changes[at + 1 : at + 2]):
        same = here.end is not None and other.end is here.end and other.said.by == here.said.by
        if same and here.end and other.said.unit == here.end.unit and other.said.unit not in (PER_CENT, TIMES):
            return other
    return None
