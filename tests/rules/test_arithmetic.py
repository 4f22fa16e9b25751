"""What sentences say of numbers: silent where it is right, told where one number is not, in many wordings."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.contexts import reading
from support.statistics import SEEN, numbers, sentence

from ecoreport.rules import _changes, _ratios, _sums

RULES = (
    _sums.parts_make_up_the_total, _sums.two_kinds_within_all, _sums.sums, _sums.people_and_times,
    _changes.directions, _changes.changes, _changes.points_and_per_cents, _changes.decreases,
    _changes.compared_with_the_right_time, _changes.points_beside_per_cents,
    _ratios.rates, _ratios.shares, _ratios.no_more_than_all,
)  # fmt: skip
TEMPLATES = [(kind, template) for kind, templates in SEEN.items() for template in templates]
WHOLE = ("difference", "parts", "pair")


def told(text: str, figures: str = "") -> list[tuple[str, str]]:
    """What all rules of arithmetic find in a measure that says so."""
    seen = reading(f"{figures}measures: [{{text: '{text}'}}]")
    return [(one.code, one.message) for rule in RULES for one in rule(seen)]


@pytest.mark.parametrize(("kind", "template"), TEMPLATES)
@given(x=st.integers(1, 990), y=st.integers(1, 990), z=st.integers(1, 990))
def test_true_numbers_are_silent(kind: str, template: str, x: int, y: int, z: int) -> None:
    """Rounded to the places that are printed."""
    assert told(sentence(template, numbers(x, y, z)[kind])) == []


@pytest.mark.parametrize(("kind", "template"), TEMPLATES)
@given(x=st.integers(2, 990), y=st.integers(2, 990), z=st.integers(1, 990), wrong=st.integers(-90, 90))
def test_one_wrong_number_is_told(kind: str, template: str, x: int, y: int, z: int, wrong: int) -> None:
    """A whole number, or a rate that is two points off at least."""
    true = numbers(x, y, z)[kind]
    off = wrong if kind in WHOLE or kind == "times" else Decimal(wrong) / 3
    assume(abs(off) >= 2 and true["!"] + off > 0 and abs(true["!"] + off - (100 - true["!"])) > 1)
    assume(kind not in ("share", "fall") or true["!"] + off <= 100)
    assert told(sentence(template, true, off if kind in WHOLE else round(off, 1)))
