"""Columns of tables: none breaks a number; together as wide as they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.tables import LANDSCAPE, UPRIGHT, needed, shares

CELL = st.text("甲乙1234.5x ", max_size=12)
ROWS = st.integers(1, 8).flatmap(lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1))


@pytest.mark.parametrize(
    ("column", "wide"),
    [
        (["单位", "执法一所"], 3),  # two han a line
        (["", ""], 3),
        (["立案", "12345.67"], 5),  # eight half-width characters, and the margins
        (["比例", "约98.5%左右"], 3.5),
        (["1 2", "第3项"], 3),
    ],
)
def test_a_column_needs_room_for_its_longest_number(column: list[str], wide: float) -> None:
    """And for two han."""
    assert needed([[cell] for cell in column]) == [wide]


def test_shares_follow_the_longest_lines() -> None:
    """Up to a limit; a line break ends a line."""
    assert shares([["甲", "甲" * 8]], 30) == [10, 20]
    assert shares([["甲" * 8, "甲" * 100]], 36) == [10, 26]
    assert shares([["甲乙\n丙丁戊己", "甲乙丙丁"]], 36) == [18, 18]


def test_a_long_number_takes_from_its_neighbours() -> None:
    """Where the proportions would break it."""
    narrow, wide = shares([["1234567890", "甲" * 24]], 20)
    assert narrow == pytest.approx(6 + (7 - 6) * 11 / (1 + 23))
    assert narrow + wide == pytest.approx(20)


@given(ROWS, st.floats(1, 100))
def test_shares_are_together_the_whole(rows: list[list[str]], whole: float) -> None:
    """Each what it needs, wherever there is room for that."""
    found = shares(rows, whole)
    assert sum(found) == pytest.approx(whole)
    if sum(needed(rows)) <= whole:
        assert all(share >= least - 1e-9 for share, least in zip(found, needed(rows), strict=True))


def test_the_widths_are_those_of_the_page() -> None:
    """156 mm and 225 mm (5.2.1), in 字 of 12 pt."""
    assert pytest.approx(156 / 25.4 * 72 / 12, abs=0.1) == UPRIGHT
    assert pytest.approx(225 / 25.4 * 72 / 12, abs=0.1) == LANDSCAPE
