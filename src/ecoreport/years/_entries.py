"""One year's figures as the entries of a ledger: value, unit, source, where each is used, and last year's."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ecoreport.report.context import Context
from ecoreport.report.expressions import names_in
from ecoreport.report.history import Suspicion, suspicion
from ecoreport.report.indicators import Indicator, indicator_of
from ecoreport.report.parts import item_name, place
from ecoreport.text.quantity import Quantity, movement, told_difference

IN_ASSERTION = "核对式"
NO_SOURCE = "未注明来源"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One figure of one year; `value`, `previous_value` and `difference` in the unit, with 万 multiplied out."""

    year: int
    name: str
    quantity: Quantity
    source: str
    note: str
    used: tuple[str, ...]
    previous: Quantity | None
    difference: Decimal | None
    per_cent: Decimal | None
    change: str  # 增加12起
    restated: str = ""  # why last year's value is not the one that was published

    @property
    def remark(self) -> str:
        """The note, and that last year's value was restated."""
        return "；".join(filter(None, (self.note, self.restated and f"上年数已调整：{self.restated}")))

    @property
    def indicator(self) -> Indicator | None:
        """What it gives, whatever the bureau calls it; None for what the catalogue does not know."""
        return indicator_of(self.name, self.quantity.unit)

    @property
    def doubtful(self) -> bool:
        """Whether the value is so near to last year's, or so far from it, that somebody should look again."""
        return self.previous is not None and suspicion(self.quantity, self.previous) is not Suspicion.NONE

    @property
    def changed(self) -> str:
        """The change in words, with its per cent: 增加12起（+15.0%）."""
        return self.change + (f"（{self.per_cent:+}%）" if self.per_cent else "")


def entries(context: Context) -> tuple[LedgerEntry, ...]:
    """Every figure of the year, in the order of its file."""
    report = context.report
    before = context.previous.figures if context.previous else {}
    used = _used(context)
    made = []
    for name, figure in report.figures.items():
        old = figure.previous or (before[name].quantity if name in before else None)
        difference, per_cent = movement(figure.quantity, old) if old else (None, None)
        change = told_difference(figure.quantity, old) if old and difference is not None else ""
        made.append(
            LedgerEntry(
                report.year, name, figure.quantity, (figure.source or "").strip(), (figure.note or "").strip(),
                used.get(name, ()), old, difference, per_cent, change, (figure.restated or "").strip(),
            )
        )  # fmt: skip
    return tuple(made)


def _used(context: Context) -> Mapping[str, tuple[str, ...]]:
    """By figure, the items, or other places, that print it, and whether an assertion checks it."""
    report = context.report
    found: dict[str, dict[str, None]] = {}
    for passage in context.passages:
        where = item_name(report, passage.path) or place(report, passage.path)
        for name in names_in(passage.text, report.figures):
            found.setdefault(name, {})[where] = None
    for at, annex in enumerate(report.attachments):
        for name in (name for chart in annex.charts for name in chart.figures):
            found.setdefault(name, {})[f"附件{at + 1}的图"] = None
    for assertion in report.assertions:
        for name in names_in("{{" + assertion + "}}", report.figures):
            found.setdefault(name, {})[IN_ASSERTION] = None
    return {name: tuple(places) for name, places in found.items()}


def by_source(found: tuple[LedgerEntry, ...]) -> Mapping[str, tuple[LedgerEntry, ...]]:
    """The entries by who answers for them, in the order in which the file first names each; those of nobody last."""
    groups: dict[str, list[LedgerEntry]] = {}
    for entry in sorted(found, key=lambda entry: not entry.source):
        groups.setdefault(entry.source or NO_SOURCE, []).append(entry)
    return {source: tuple(group) for source, group in groups.items()}
