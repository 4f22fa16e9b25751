"""What a year's report owes to the year before: its plan, its shortcomings, figures that move as figures do."""

import enum
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from ecoreport.problems.diagnostic import Path
from ecoreport.report._paragraphs import shortcoming_text
from ecoreport.report._year_on_year import PER_CENT
from ecoreport.report.context import Reading
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import Quantity
from ecoreport.text.similarity import alike
from ecoreport.yearfile.model import Figure, Item, Measure, Plan, Shortcoming

SAME_PROBLEM = 0.8  # how alike the words of two shortcomings are that are taken for one
LEAPS = (Decimal("0.2"), Decimal(5))  # this year's value over last year's: beyond is unusual
TEN_THOUSAND = Decimal(10000)
FEW = 10  # counts below it leap from year to year
_Kind = TypeVar("_Kind", bound=Item)


class Suspicion(enum.StrEnum):
    """Why a figure should be looked at twice beside last year's."""

    NONE = ""
    SAME = "same"
    LEAP = "leap"
    SCALE = "scale"


def suspicion(new: Figure | Quantity, old: Figure | Quantity) -> Suspicion:
    """What is odd about two years' values of one figure, as far as they can be compared."""
    if new.value is None or not old.value or new.unit != old.unit:
        return Suspicion.NONE
    change = new.value / old.value
    if change and TEN_THOUSAND / 2 <= max(change, 1 / change) <= TEN_THOUSAND * 2:
        return Suspicion.SCALE
    if new.unit == PER_CENT:
        return Suspicion.NONE
    if change == 1:
        return Suspicion.SAME if new.value > 1 else Suspicion.NONE
    small = max(abs(new.value), abs(old.value)) < FEW
    return Suspicion.NONE if small or LEAPS[0] <= change <= LEAPS[1] else Suspicion.LEAP


def all_of(reading: Reading, kind: type[_Kind]) -> tuple[tuple[Path, _Kind], ...]:
    """Every item of that kind, with its path."""
    return tuple((path, item) for path, item in reading.contents if isinstance(item, kind))


def carried_out(reading: Reading) -> Mapping[str, tuple[tuple[Path, Measure], ...]]:
    """By the id of last year's plan item, the measures that carry it out."""
    found: dict[str, list[tuple[Path, Measure]]] = {}
    for path, item in all_of(reading, Measure):
        for name in item.carries_out:
            found.setdefault(name, []).append((path, item))
    return {name: tuple(measures) for name, measures in found.items()}


def unanswered(old: Reading, new: Reading) -> tuple[Plan, ...]:
    """The items of the old year's plan that have an id and that no measure of the new year carries out."""
    answered = carried_out(new)
    return tuple(plan for _, plan in all_of(old, Plan) if plan.id and plan.id not in answered)


def problem(item: Shortcoming) -> str:
    """What is said to be wrong; empty where that is still a draft."""
    text = item.problem or item.title or item.text or shortcoming_text(item)
    return "" if is_open(text) or is_open(item.text or "") else text


def same_problem(new: Shortcoming, old: Shortcoming) -> bool:
    """Whether two shortcomings say the same."""
    return bool(problem(new)) and alike(problem(new), problem(old), SAME_PROBLEM)
