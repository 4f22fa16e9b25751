"""Parts of two reports that were added, removed, moved or changed, and in which words."""

import pytest
from support.contexts import of_year

from ecoreport.report.context import Context
from ecoreport.text.diff import Segment
from ecoreport.years.compare._changes import Change, ContentChange, Piece
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
        (Change.REMOVED, "甲"), (Change.REMOVED, "戊"), (Change.ADDED, "新"), (Change.RENAMED, "丙改"),
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


BOTH = "党组带头学法，举办旁听庭审活动。向社区居民发放普法手册，解答咨询{}次。"
STUDY_HALF, SPREAD_HALF = "党组带头学法，举办旁听庭审活动。", "向社区居民发放普法手册，解答咨询{}次。"


def test_one_that_was_split_is_told_once_with_all_that_it_became() -> None:
    """Of its words the sentences that changed; the other way round it was merged."""
    whole = f"measures: [{{title: 学法普法, text: {BOTH.format(2)}}}]"
    halves = f"measures: [{{title: 学法, text: {STUDY_HALF}}}, {{title: 普法, text: {SPREAD_HALF.format(3)}}}]"
    [split], [merged] = _changes(whole, halves), _changes(halves, whole)
    pieces = Piece("学法", "举措第1条", "measures.items[1]"), Piece("普法", "举措第2条", "measures.items[2]")
    assert (split.change, split.title_was, split.old) == (Change.SPLIT, "学法普法", "measures.items[1]")
    assert {Piece(split.title, split.place, split.new), *split.others} == {*pieces}
    assert [[one.text for one in part if one.mark != KEPT] for part in split.parts] == [["2", "3"]]
    assert (merged.change, merged.title, merged.new) == (Change.MERGED, "学法普法", "measures.items[1]")
    assert [[one.text for one in part if one.mark != KEPT] for part in merged.parts] == [["3", "2"]]
    assert {merged.title_was, *(one.title for one in merged.others)} == {"学法", "普法"}


def test_another_title_is_a_new_name_and_another_section_is_told() -> None:
    """With the old title, and the title of the section where it stood; a shortcoming has no name."""
    text = BOTH.format(2)
    old = f"measures: [{{title: 学法, text: {text}}}]\nleader_duties: []\n"
    [renamed] = _changes(old, old.replace("学法, text", "普法, text"))
    assert (renamed.change, renamed.title, renamed.title_was) == (Change.RENAMED, "普法", "学法")
    [gone] = _changes(old, f"measures: []\nleader_duties: [{{title: 学法, text: {text}}}]\n")
    assert (gone.change, gone.moved, gone.section) == (Change.MOVED, True, "主要举措和成效")
    [said] = _changes("shortcomings: [{id: a, problem: 归档不细}]", "shortcomings: [{id: a, problem: 归档不全}]")
    assert (said.change, said.title_was) == (Change.CHANGED, "")


def test_what_an_import_numbered_is_known_by_its_words() -> None:
    """measure-1 is what stands first, whatever that is."""
    one, two = "title: 学法, text: 党组带头学法。", "title: 普法, text: 发放手册。"
    old = f"measures: [{{id: measure-1, {one}}}, {{id: measure-2, {two}}}]"
    new = f"measures: [{{id: measure-1, {two}}}, {{id: measure-2, title: 执法, text: 严查酒驾。}}]"
    assert _told(old, new) == [(Change.REMOVED, "学法"), (Change.ADDED, "执法")]
