"""What a comparison says of itself: whether one year owes the other an answer, and whether anything differs."""

from dataclasses import replace

import pytest
from support.comparisons import STUDY

from ecoreport.years.compare._changes import (
    Change,
    Comparison,
    ContentChange,
    Copied,
    Fate,
    FieldChange,
    FigureChange,
    PlanOutcome,
    ShortcomingOutcome,
    Side,
)

OLD, NEW = Side("2023年", 2023, "示例县教育局"), Side("2024年", 2024, "示例县教育局")
NOTHING = Comparison(OLD, NEW)


@pytest.mark.parametrize(("old", "new", "consecutive"), [(2023, 2024, True), (2024, 2024, False), (2022, 2024, False)])
def test_only_the_very_next_year_owes_an_answer(old: int, new: int, *, consecutive: bool) -> None:
    """Neither another version of the year nor a later one, nor the year before."""
    assert Comparison(replace(OLD, year=old), replace(NEW, year=new)).consecutive is consecutive
    assert not Comparison(replace(OLD, year=new), replace(NEW, year=old)).consecutive


@pytest.mark.parametrize(
    ("found", "differs"),
    [
        ({}, False),
        ({"figures": (FigureChange("立案", Change.SAME, "3起", "3起", "起"),)}, False),
        ({"figures": (FigureChange("立案", Change.CHANGED, "3起", "4起", "起"),)}, True),
        ({"figures": (FigureChange("立案", Change.OPEN, "3起", "【待填】", "起"),)}, True),
        ({"fields": (FieldChange("seal", "盖章", "否", "是"),)}, True),
        ({"contents": (ContentChange(Change.MOVED, "举措", "举措“a”", "甲", "a", "", "", True, ()),)}, True),  # noqa: FBT003
        ({"plan": (PlanOutcome("a", "甲", STUDY),)}, False),
        ({"plan": (PlanOutcome("a", "甲", STUDY), PlanOutcome("b", "乙", ()))}, True),
        ({"shortcomings": (ShortcomingOutcome("a", "甲", Fate.ANSWERED, (), STUDY),)}, False),
        ({"shortcomings": (ShortcomingOutcome("a", "甲", Fate.GONE, (), ()),)}, True),
        ({"shortcomings": (ShortcomingOutcome("a", "甲", Fate.OPEN, (), ()),)}, True),
        ({"copied": (Copied("导语", "甲。", "甲。", 1.0),)}, False),
    ],
)
def test_a_change_or_an_answer_that_is_owed_is_a_difference(
    found: dict[str, tuple[object, ...]], *, differs: bool
) -> None:
    """A figure that stayed, a sentence that was copied and what was answered are none."""
    assert replace(NOTHING, **found).differs is differs  # type: ignore[arg-type]


def test_the_words_of_machine_formats_stay() -> None:
    """Scripts look for them."""
    assert [str(one) for one in Change] == [
        "added", "removed", "changed", "renamed", "split", "merged", "moved", "unit", "same", "open",
    ]  # fmt: skip
    assert [str(one) for one in Fate] == ["repeated", "reworded", "replaced", "open", "answered", "gone", "unplanned"]
