"""Figures of two reports: what became of each, by how much, and which to look at twice."""

from decimal import Decimal

import pytest
from support.contexts import context

from ecoreport.report.context import Context
from ecoreport.report.history import Suspicion
from ecoreport.years.compare._changes import Change, FigureChange
from ecoreport.years.compare._figures import figure_changes


def _context(figures: str, lead: str = "") -> Context:
    return context(f"figures: {{{figures}}}\n" + (f"lead: {lead}\n" if lead else ""))


def _changes(old: str, new: str, *, consecutive: bool = True) -> list[FigureChange]:
    return list(figure_changes(_context(old), _context(new), consecutive=consecutive))


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("", "甲: 3起", FigureChange("甲", Change.ADDED, None, "3起", "起")),
        ("甲: 3起", "", FigureChange("甲", Change.REMOVED, "3起", None, "起")),
        ("甲: 3起", "甲: 待填", FigureChange("甲", Change.OPEN, "3起", "【待填】", "起")),
        ("甲: 待填", "甲: 3起", FigureChange("甲", Change.OPEN, "【待填】", "3起", "起")),
        ("甲: 3件", "甲: 3起", FigureChange("甲", Change.UNIT, "3件", "3起", "起")),
        ("甲: 不适用", "甲: 3起", FigureChange("甲", Change.CHANGED, "不适用", "3起", "起")),
        ("甲: 3起", "甲: 不适用", FigureChange("甲", Change.CHANGED, "3起", "不适用", "")),
        ("甲: 3起", "甲: 4起",
         FigureChange("甲", Change.CHANGED, "3起", "4起", "起", Decimal(1), Decimal("33.3"), shown="增加1起")),
        ("甲: 90%", "甲: 80.5%",
         FigureChange("甲", Change.CHANGED, "90%", "80.5%", "%", Decimal("-9.5"), shown="下降9.5个百分点")),
        ("甲: 0起", "甲: 4起", FigureChange("甲", Change.CHANGED, "0起", "4起", "起", Decimal(4), shown="增加4起")),
        ("甲: 近3起", "甲: 3起",
         FigureChange("甲", Change.CHANGED, "近3起", "3起", "起", Decimal(0), Decimal("0.0"),
                      suspicion=Suspicion.SAME, shown="持平")),
    ],
)  # fmt: skip
def test_what_became_of_a_figure(old: str, new: str, change: FigureChange) -> None:
    """As printed, and as a difference where both can be counted in one unit."""
    assert _changes(old, new) == [change]


@pytest.mark.parametrize("figures", ["", "甲: 待填", "甲: 1起", "甲: 0起", "甲: 90%", "甲: 不适用"])
def test_what_stayed_and_is_not_odd_is_not_told(figures: str) -> None:
    """Also open places on both sides, rates, and counts of one or none, which often stay."""
    assert _changes(figures, figures) == []


def test_a_count_that_stayed_to_the_digit_is_told_of_the_next_year_alone() -> None:
    """It may have been left standing; between two versions of a year it is no change."""
    [same] = _changes("甲: 3起", "甲: 3起")
    assert (same.change, same.suspicion, same.shown) == (Change.SAME, Suspicion.SAME, "持平")
    assert _changes("甲: 3起", "甲: 3起", consecutive=False) == []


def test_suspicion_is_of_consecutive_years() -> None:
    """Between two versions of one a leap is the mend itself."""
    assert [one.suspicion for one in _changes("甲: 3万元", "甲: 3元")] == [Suspicion.SCALE]
    assert [one.suspicion for one in _changes("甲: 3万元", "甲: 3元", consecutive=False)] == [Suspicion.NONE]


def test_a_restated_value_is_what_the_new_one_is_held_against() -> None:
    """With the reason; the one that was published stays as the old one."""
    new = "甲: {value: 9起, previous: 8起, restated: 补录}"
    [change] = _changes("甲: 6起", new)
    assert (change.old, change.base, change.restated, change.shown) == ("6起", "8起", "补录", "增加1起")
    [version] = _changes("甲: 6起", new, consecutive=False)
    assert (version.base, version.restated, version.shown) == ("", "", "增加3起")


def test_figures_come_as_the_new_text_uses_them() -> None:
    """Then the others by name, then those that are gone: how the file lists them is of no concern."""
    old, new = _context("庚: 1起, 己: 1起, 甲: 1起"), _context("丙: 2起, 甲: 2起, 乙: 2起", "先{{ 乙 }}，后{{ 丙 }}")
    names = [one.name for one in figure_changes(old, new, consecutive=True)]
    assert names == ["乙", "丙", "甲", *sorted(["庚", "己"])]
