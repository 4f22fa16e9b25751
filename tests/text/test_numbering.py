"""Numbers before headings: han numbers, the marks of each kind, the level that a mark brings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.numbering import IN_SENTENCE, LEVEL_OF, LEVELS, MARKS, Numbering, han, han_number, mark_below


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (109, "一百零九"),
        (110, "一百一十"),
        (119, "一百一十九"),
        (120, "一百二十"),
        (203, "二百零三"),
        (999, "九百九十九"),
        (1000, "1000"),
    ],
)
def test_a_number_in_han(number: int, written: str) -> None:
    """十 alone is ten, but 一十 behind 百; beyond 999 in digits."""
    assert han(number) == written


def test_no_two_numbers_are_written_alike() -> None:
    """Over all that are written in han."""
    assert len({han(number) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize(
    ("kind", "first", "twelfth"),
    [
        ("一、", "一、", "十二、"),
        ("（一）", "（一）", "（十二）"),
        ("1.", "1.", "12."),
        ("（1）", "（1）", "（12）"),
        ("一是", "一是", "十二是"),
        ("第一，", "第一，", "第十二，"),
        ("①", "①", "⑫"),
        ("none", "", ""),
    ],
)
def test_a_mark_is_written_as_its_kind(kind: str, first: str, twelfth: str) -> None:
    """The first is the name of the kind itself, but for none."""
    assert (MARKS[kind](1), MARKS[kind](12)) == (first, twelfth)


def test_circles_end_at_twenty() -> None:
    """Unicode has ⑳ and then others; brackets go on."""
    assert [MARKS["①"](number) for number in (19, 20, 21)] == ["⑲", "⑳", "（21）"]


def test_levels_and_marks_are_each_others_inverse() -> None:
    """GB/T 9704-2012 7.3.3: 一、（一）1.（1）."""
    assert LEVELS == {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}
    assert {level: LEVEL_OF[mark] for level, mark in LEVELS.items()} == {1: 1, 2: 2, 3: 3, 4: 4}


def test_marks_of_a_sentence_bring_no_level() -> None:
    """一是 and the like stand in running text; with the marks of levels and none they are all there are."""
    assert [mark for mark in MARKS if mark in IN_SENTENCE] == ["一是", "第一，", "①"]
    assert not IN_SENTENCE & set(LEVEL_OF)
    assert IN_SENTENCE | set(LEVEL_OF) | {"none"} == set(MARKS)


@pytest.mark.parametrize(
    ("level", "numbering", "mark"),
    [
        (0, "auto", ("一、", 1)),
        (1, "auto", ("（一）", 2)),
        (3, "auto", ("（1）", 4)),
        (4, "auto", ("（1）", 5)),  # there is no deeper mark
        (1, "1.", ("1.", 3)),  # a mark of the standard brings its level
        (3, "（一）", ("（一）", 2)),
        (1, "一是", ("一是", 2)),  # the others are on the next one
        (2, "①", ("①", 3)),
        (2, "none", ("none", 3)),
    ],
)
def test_what_stands_below_a_level_is_marked(level: int, numbering: Numbering, mark: tuple[str, int]) -> None:
    """By the level, or by the mark that was asked for."""
    assert mark_below(level, numbering) == mark


@given(number=st.integers(1, 999))
def test_a_number_in_han_is_read_as_it_is_written(number: int) -> None:
    """1 to 999."""
    assert han_number(han(number)) == number


@pytest.mark.parametrize("text", ["", "十十", "二三", "百百", "甲", "3"])
def test_what_is_no_number_in_han_is_none(text: str) -> None:
    """0."""
    assert han_number(text) == 0
