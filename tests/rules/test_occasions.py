"""Plenary meetings that have been, and days that come once a year."""

import datetime as dt

import pytest
from support.contexts import found, marked

from ecoreport.rules._occasions import days_of_the_year, meetings_that_have_been
from ecoreport.rules._tables import table
from ecoreport.text.numbering import han

HELD = [
    (int(congress), nth, one) for congress, days in table("meetings").rows.items() for nth, one in enumerate(days, 1)
]


@pytest.mark.parametrize(("congress", "number", "day"), HELD)
def test_a_meeting_that_has_been_is_silent(congress: int, number: int, day: str) -> None:
    """From its day on; in a report of before it is told of."""
    held, before = dt.date.fromisoformat(day), dt.date.fromisoformat(day) - dt.timedelta(1)
    sentence = f"学习贯彻党的{han(congress)}届{han(number)}中全会精神。"
    assert marked(meetings_that_have_been, sentence, f"year: {held.year}\ndate: {held}\n") == []
    assert len(marked(meetings_that_have_been, sentence, f"year: {held.year}\ndate: {before}\n")) == 1


@pytest.mark.parametrize(
    ("date", "meeting", "told"),
    [
        ("2025-01-20", "党的十九届八中全会", True),
        ("2027-01-20", "党的二十届六中全会", True),
        ("2027-01-20", "党的二十届五中全会", False),  # nobody knows yet
        ("2026-01-20", "二十届五中全会", True),
        ("2026-01-20", "党的二十一届一中全会", True),
        ("2028-01-20", "党的二十一届一中全会", False),
        ("2025-01-20", "党的十一届三中全会", False),  # before the table begins
    ],
)
def test_a_meeting_that_cannot_have_been_is_told_of(date: str, meeting: str, told: bool) -> None:  # noqa: FBT001
    """One congress never had it, or it is too early for it."""
    assert marked(meetings_that_have_been, f"学习{meeting}精神。", f"date: {date}\n") == [meeting] * told


def test_a_congress_may_be_looked_forward_to() -> None:
    """In the clause that says so."""
    keys = "year: 2026\ndate: 2027-01-20\n"
    assert marked(meetings_that_have_been, "迎接党的二十一大胜利召开，学习党的二十一大精神。", keys) == ["党的二十一大"]


@pytest.mark.parametrize("name", [name for name, row in table("days").rows.items() if "first" in row])
def test_the_nth_day_is_counted_from_the_first(name: str) -> None:
    """In digits and in han; of another year where one is named."""
    right = 2024 - int(table("days").rows[name]["first"]) + 1
    for number, shown in (
        (right, str(right)),
        (right, han(right)),
        (right + 1, f"{right + 1}"),
        (right - 1, han(right - 1)),
    ):
        assert marked(days_of_the_year, f"第{shown}个{name}。") == ([] if number == right else [shown])
    assert marked(days_of_the_year, f"2023年，第{right - 1}个{name}。") == []
    [one] = found(days_of_the_year, f"next_year_plan: [{{text: 第{right}个{name}。}}]")
    assert one.typed == str(right)


@pytest.mark.parametrize("name", [name for name, row in table("days").rows.items() if "day" in row])
def test_a_day_has_its_date(name: str) -> None:
    """As 12·4, 12.4 or 12月4日."""
    month, day = table("days").rows[name]["day"].split("·")
    assert marked(days_of_the_year, f"“{month}·{day}”{name}，{month}月{day}日{name}。") == []
    assert marked(days_of_the_year, f"“{month}·{int(day) + 1}”{name}。") == [f"{month}·{int(day) + 1}"]
