"""The figures of two reports: changed, new, gone, in another unit, or suspiciously the same."""

from collections.abc import Iterator, Mapping

from ecoreport.report.context import Context
from ecoreport.report.expressions import names_in
from ecoreport.report.history import Suspicion, suspicion
from ecoreport.report.origins import passages
from ecoreport.text.quantity import movement, told_difference
from ecoreport.yearfile.model import Figure, Report
from ecoreport.years.compare._changes import Change, FigureChange


def figure_changes(old: Context, new: Context, *, consecutive: bool) -> Iterator[FigureChange]:
    """Every figure that is not the same in both, in the order in which the new report, then the old one, uses them.

    Of consecutive years also those that stayed the same to the digit, which is worth a look.
    """
    before, after = old.report.figures, new.report.figures
    for name in (*_in_order(new.report), *(name for name in _in_order(old.report) if name not in after)):
        change = _change(name, before, after, consecutive=consecutive)
        if change:
            yield change


def _change(
    name: str, before: Mapping[str, Figure], after: Mapping[str, Figure], *, consecutive: bool
) -> FigureChange | None:
    if name not in before:
        return FigureChange(name, Change.ADDED, None, str(after[name]), after[name].unit)
    old = before[name]
    if name not in after:
        return FigureChange(name, Change.REMOVED, str(old), None, old.unit)
    new = after[name]
    if new.quantity.is_open or old.quantity.is_open:
        same = new.quantity.is_open and old.quantity.is_open
        return None if same else FigureChange(name, Change.OPEN, str(old), str(new), new.unit or old.unit)
    odd = suspicion(new, old) if consecutive else Suspicion.NONE
    if str(old) == str(new) and not (odd and consecutive):
        return None
    base = new.previous if consecutive and new.previous else old.quantity
    if None in (base.value, new.value) or base.unit != new.unit:
        both = base.value is not None and new.value is not None
        return FigureChange(name, Change.UNIT if both else Change.CHANGED, str(old), str(new), new.unit)
    kind = Change.SAME if str(old) == str(new) else Change.CHANGED
    difference, per_cent = movement(new.quantity, base)
    restated = (str(base), new.restated or "") if base is new.previous else ("", "")
    shown = told_difference(new.quantity, base)
    return FigureChange(
        name, kind, str(old), str(new), new.unit, difference, per_cent, *restated, suspicion=odd, shown=shown
    )


def _in_order(report: Report) -> tuple[str, ...]:
    """The names of the figures as the text comes to use them, then the others by name: not as the file lists them."""
    used = [name for passage in passages(report) for name in names_in(passage.text, report.figures)]
    return tuple(dict.fromkeys((*used, *sorted(report.figures))))
