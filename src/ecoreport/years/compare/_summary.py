"""What of a comparison a leader wants to know first: one page of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ecoreport.report.history import FEW, Suspicion
from ecoreport.report.indicators import indicator_of
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import PER_CENT
from ecoreport.years.compare._changes import (
    Change,
    Comparison,
    ContentChange,
    Fate,
    FigureChange,
    Moved,
    ShortcomingOutcome,
    Summary,
    Verdict,
)
from ecoreport.years.compare._told import called, shown

MOST_MOVED = 5
_NOISE = Decimal(5)  # per cent that a figure moves in any year
_NOISE_OF_RATES = Decimal("0.5")  # points
_WORST_FIRST = (
    *(Verdict.MISSED, Verdict.LEFT, Verdict.SILENT, Verdict.PARTLY, Verdict.OPEN, Verdict.CARRIED),
    Verdict.MET,
)
_AGAIN = (Fate.REPEATED, Fate.REWORDED)


def summary(comparison: Comparison) -> Summary | None:
    """The page; None for two versions of one year, of which all changes are wanted, and where nothing changed."""
    if comparison.old.year == comparison.new.year or not comparison.differs:
        return None
    again = [one for one in comparison.shortcomings if one.fate in _AGAIN]
    return Summary(
        plan=tuple(sorted(comparison.plan, key=lambda one: _WORST_FIRST.index(one.verdict))),
        returned=tuple(sorted(again, key=_since)),
        moved=most_moved(comparison.figures),
        added=tuple(_named(comparison, Change.ADDED)),
        removed=tuple(_named(comparison, Change.REMOVED)),
        copied=len(comparison.copied),
    )


def _since(one: ShortcomingOutcome) -> int:
    return one.since


def _named(comparison: Comparison, change: Change) -> Iterator[str]:
    """What came or went: figures, and parts of the report, but none below one that is named already."""
    yield from (f"指标“{one.name}”" for one in comparison.figures if one.change is change)
    outer: list[str] = []
    for one in shown(comparison):
        path = _path(one)
        if one.change is change and not is_open(one.title) and not any(path.startswith(f"{above}.") for above in outer):
            outer.append(path)
            yield called(one, comparison)


def _path(one: ContentChange) -> str:
    return one.new or one.old


def most_moved(figures: Sequence[FigureChange]) -> tuple[Moved, ...]:
    """The figures that moved most, those of which more or less is better first; what moves in any year left out."""
    rated = ((_weight(one), _better(one), one) for one in figures)
    found = sorted(
        ((better == 0, -weight, better, one) for weight, better, one in rated if weight), key=lambda row: row[:2]
    )
    return tuple(Moved(one, better) for _, _, better, one in found[:MOST_MOVED])


def _weight(one: FigureChange) -> Decimal:
    """By how many per cent or points it moved; 0 where that says little."""
    if not one.difference or one.suspicion is Suspicion.SCALE:  # another unit, and no move
        return Decimal(0)
    if one.unit == PER_CENT:
        return abs(one.difference) if abs(one.difference) >= _NOISE_OF_RATES else Decimal(0)
    matters = _better(one) != 0
    if one.per_cent is None:  # out of nothing
        return Decimal(100) if matters else Decimal(0)
    few = abs(one.difference / one.per_cent * 100) < FEW if one.per_cent else True
    small = abs(one.per_cent) < _NOISE or (few and not matters)
    return Decimal(0) if small else abs(one.per_cent)


def _better(one: FigureChange) -> int:
    """1 where it moved for the better, -1 for the worse, 0 where neither can be said."""
    indicator = indicator_of(one.name, one.unit)
    if indicator is None or not one.difference:
        return 0
    return indicator.better if one.difference > 0 else -indicator.better
