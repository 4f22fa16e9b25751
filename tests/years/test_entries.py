"""A year's figures as entries of a ledger: what each is beside last year's, and where the report uses it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.contexts import context

from ecoreport.report.context import Context
from ecoreport.text.quantity import parse_quantity
from ecoreport.years._entries import NO_SOURCE, LedgerEntry, by_source, entries


def _context(figures: str, before: str = "", rest: str = "") -> Context:
    """2024 with these figures, and 2023 with those before."""
    return context(f"figures: {{{figures}}}\n{rest}", f"figures: {{{before}}}\n" if before else "")


ENTRY = LedgerEntry(
    2024, "立案", parse_quantity("92起"), "法规科", "按决定日期", (), parse_quantity("80起"), Decimal(12),
    Decimal("15.0"), "增加12起",
)  # fmt: skip


def test_an_entry_has_all_that_the_file_says_and_the_movement() -> None:
    """Source and note without the blanks around them."""
    figures = "立案: {value: 92起, source: ' 法规科 ', note: 按决定日期}"
    assert entries(_context(figures, "立案: 80起")) == (ENTRY,)


def test_entries_stand_in_the_order_of_the_file() -> None:
    """Also what has no value; no figures are no entries."""
    found = entries(_context("许可: 不适用, 立案: 待填, 培训: 3次"))
    assert [(one.name, one.quantity.value, one.previous) for one in found] == [
        ("许可", None, None), ("立案", None, None), ("培训", Decimal(3), None),
    ]  # fmt: skip
    assert entries(context("")) == ()


@pytest.mark.parametrize(
    ("new", "old", "previous", "difference", "change"),
    [
        ("92起", "", None, None, ""),
        ("92起", "立案: 80起", "80起", Decimal(12), "增加12起"),
        ("92起", "立案: 92起", "92起", Decimal(0), "持平"),
        ("92起", "立案: 80件", "80件", None, ""),
        ("92起", "立案: 待填", "【待填】", None, ""),
        ("{value: 92起, previous: 81起, restated: 补录}", "立案: 80起", "81起", Decimal(11), "增加11起"),
    ],
    ids=["none", "more", "level", "another unit", "open", "restated"],
)
def test_last_years_value_is_its_files_unless_restated(
    new: str, old: str, previous: str | None, difference: Decimal | None, change: str
) -> None:
    """And the two are compared only where both can be counted in one unit."""
    [one] = entries(_context(f"立案: {new}", old))
    assert (one.previous and str(one.previous), one.difference, one.change) == (previous, difference, change)


def test_used_is_every_place_once_in_the_order_of_the_report() -> None:
    """Items by their ids or numbers, a chart of an attachment, an assertion last."""
    rest = """\
lead: 立案{{ 立案 }}，再说一遍{{ 立案 }}。
assertions: [立案 > 培训]
measures:
  - {id: study, title: 学法, text: "培训{{ 培训 }}，立案{{ 立案 }}。"}
  - {title: 执法, text: 文。, table: {header: [项], rows: [["{{ 立案 }}"]]}}
attachments:
  - {title: 走势, charts: [{title: 立案, figures: [立案]}]}
"""
    used = {one.name: one.used for one in entries(_context("立案: 9起, 培训: 3次, 许可: 0件", rest=rest))}
    assert used == {
        "立案": ("导语", "举措“study”", "举措第2条", "附件1的图", "核对式"),
        "培训": ("举措“study”", "核对式"),
        "许可": (),
    }


@pytest.mark.parametrize(
    ("note", "restated", "remark"),
    [
        ("", "", ""),
        ("按决定日期", "", "按决定日期"),
        ("", "补录", "上年数已调整：补录"),
        ("按决定日期", "补录", "按决定日期；上年数已调整：补录"),
    ],
)
def test_a_remark_is_the_note_and_why_last_years_value_changed(note: str, restated: str, remark: str) -> None:
    """Nothing where there is neither."""
    assert replace(ENTRY, note=note, restated=restated).remark == remark


@pytest.mark.parametrize(
    ("per_cent", "changed"),
    [("15.0", "增加12起（+15.0%）"), ("-5.0", "增加12起（-5.0%）"), ("0.0", "增加12起"), (None, "增加12起")],
)
def test_the_change_in_words_has_its_per_cent(per_cent: str | None, changed: str) -> None:
    """With its sign; none of a rate, and none that is nought."""
    assert replace(ENTRY, per_cent=Decimal(per_cent) if per_cent else None).changed == changed


@pytest.mark.parametrize(("value", "doubtful"), [("92起", False), ("80起", True), ("401起", True), ("92件", False)])
def test_what_is_the_same_or_far_off_is_doubtful(value: str, *, doubtful: bool) -> None:
    """Beside 80起; what cannot be compared is not."""
    assert replace(ENTRY, quantity=parse_quantity(value)).doubtful is doubtful
    assert not replace(ENTRY, quantity=parse_quantity(value), previous=None).doubtful


def test_entries_go_to_who_answers_for_them() -> None:
    """In the order in which each is first named; what nobody answers for comes last."""
    nobody, office, team = (replace(ENTRY, source=source) for source in ("", "法规科", "执法队"))
    again = replace(office, name="培训")
    assert [*by_source((nobody, office, team, again)).items()] == [
        ("法规科", (office, again)), ("执法队", (team,)), (NO_SOURCE, (nobody,)),
    ]  # fmt: skip
    assert by_source(()) == {}
