"""Parts of two reports that were added, removed, moved or changed, and in which words."""

import pytest
from support.contexts import of_year

from ecoreport.report.context import Context
from ecoreport.text.diff import Segment
from ecoreport.years.compare._changes import Change, ContentChange
from ecoreport.years.compare._contents import content_changes


def _changes(old: str, new: str, before: int = 2023) -> list[ContentChange]:
    return list(content_changes(Context(of_year(before, old)), Context(of_year(2024, new))))


def _told(old: str, new: str) -> list[tuple[Change, str]]:
    return [(one.change, one.title or one.place) for one in _changes(old, new)]


KEPT, GONE, NEW = "=", "-", "+"
STUDY = "{id: study, title: 学法, text: 认真学习宪法。}"


def test_words_that_changed_are_told_in_their_paragraph() -> None:
    """The paragraphs that stayed are left out."""
    new = '{id: study, title: 学法, text: "认真学习民法典。\\n\\n办班。"}'
    assert _changes(f"measures: [{STUDY}]", f"measures: [{new}]") == [
        ContentChange(
            Change.CHANGED, "举措", "举措“study”", "学法", "study", "measures.items[1]", "measures.items[1]",
            moved=False,
            parts=(
                (Segment(KEPT, "认真学习"), Segment(GONE, "宪法"), Segment(NEW, "民法典"), Segment(KEPT, "。")),
                (Segment(NEW, "办班。"),),
            ),
        )
    ]  # fmt: skip


def test_what_came_and_what_went_has_one_side_only() -> None:
    """Its paragraphs as a whole, its heading beside them, its path where it stands or stood."""
    one = f"measures: [{STUDY}]"
    two = f"measures: [{STUDY}, {{title: 执法, text: 严格执法。}}]"
    [added], [removed] = _changes(one, two), _changes(two, one)
    assert added == ContentChange(
        Change.ADDED, "举措", "举措第2条", "执法", "", "", "measures.items[2]", moved=False,
        parts=((Segment(NEW, "严格执法。"),),),
    )  # fmt: skip
    assert removed == ContentChange(
        Change.REMOVED, "举措", "举措第2条", "执法", "", "measures.items[2]", "", moved=False,
        parts=((Segment(GONE, "严格执法。"),),),
    )  # fmt: skip


def test_what_only_stands_elsewhere_is_moved() -> None:
    """Of two that changed places one is told, without words; with other words it is changed, and moved."""
    first, second = "{id: a, title: 甲, text: 子。}", "{id: b, title: 乙, text: 严格执法。}"
    [moved] = _changes(f"measures: [{first}, {second}]", f"measures: [{second}, {first}]")
    assert (moved.change, moved.moved, moved.parts) == (Change.MOVED, True, ())
    [both] = _changes(f"measures: [{first}, {second}]", f"measures: [{second.replace('严格', '文明')}, {first}]")
    assert (both.change, both.moved, len(both.parts)) == (Change.CHANGED, True, 1)


def test_what_was_removed_stands_where_it_was() -> None:
    """Before the next part that is still there; at the end where none is."""
    old = (
        "measures: [{id: a, title: 甲}, {id: e, title: 戊}, {id: b, title: 乙}, {id: c, title: 丙}, {id: d, title: 丁}]"
    )
    new = "measures: [{id: x, title: 新}, {id: b, title: 乙}, {id: c, title: 丙改}]"
    assert _told(old, new) == [
        (Change.REMOVED, "甲"), (Change.REMOVED, "戊"), (Change.ADDED, "新"), (Change.CHANGED, "丙改"),
        (Change.REMOVED, "丁"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("measures: {title: 2023年举措}", "measures: {title: 2024年举措}", False),
        ("measures: {title: 2023年举措}", "measures: {title: 2025年举措}", True),
        ("measures: {title: 2021—2023年举措}", "measures: {title: 2021—2024年举措}", True),
        ("lead: 2023年，依法行政。", "lead: 2024年，依法行政。", False),
        ("lead: 2023年，依法行政。", "lead: 2023年，依法行政。", False),
        ("measures: {text: 2023年，依法行政。}", "measures: {text: 2024年，依法行政。}", True),
        ("next_year_plan: [{text: 文。}]", "next_year_plan: [{text: 文。}]", False),
    ],
)
def test_a_year_that_moves_on_in_a_heading_or_the_head_is_no_change(old: str, new: str, *, changed: bool) -> None:
    """In the text it is one: there it may be the clerk's to change."""
    assert bool(_changes(old, new)) is changed


def test_a_year_moves_on_by_as_many_as_lie_between_the_reports() -> None:
    """By two over a year that was left out, by none between two versions of one."""
    assert _changes("lead: 2022年，依法行政。", "lead: 2024年，依法行政。", before=2022) == []
    assert len(_changes("lead: 2023年，依法行政。", "lead: 2024年，依法行政。", before=2024)) == 1
