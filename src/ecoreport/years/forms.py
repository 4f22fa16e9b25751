"""The figures of one or several years as the rows of workbooks: the sheet that departments fill in, the ledger."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from ecoreport.report.context import Context
from ecoreport.text.quantities import COUNTED
from ecoreport.text.quantity import PER_CENT, Quantity, spelling
from ecoreport.typeset.sheets import Amount, Cell, Form, FormRow, Table
from ecoreport.years._entries import LedgerEntry, by_source
from ecoreport.years.filings import Filing
from ecoreport.years.filings import rows as filed_rows
from ecoreport.years.ledger import Ledger, ledgers
from ecoreport.years.pivot import LONG_HEAD, Column, Pivot, Told

_HEAD = ("指标", "单位"), ("增减", "来源", "用在", "说明")  # before and behind the years
_BELOW_ZERO = (PER_CENT, "‰", "个百分点", "℃", "°C")


def form(context: Context, only: Collection[str] = ()) -> Form:
    """The sheet that departments fill in: the figures by who answers for them, with last year's and what is known."""
    report = context.report
    found = ledgers([context], only)
    groups = by_source(tuple(one for ledger in found for one in ledger))
    rows = {" ".join(source.split()): [_form_row(one) for one in group] for source, group in groups.items()}
    return Form(report.issuer, report.year, rows)


def _form_row(one: LedgerEntry) -> FormRow:
    """A figure in its own unit, 万元 where it is typed so; last year's unit where it is open."""
    now, before = spelling(one.quantity), spelling(one.previous) if one.previous else None
    known = now or (before.bare() if before else None)
    counted_in = known.counted_in if known else ""
    this = _cell(one.quantity, counted_in) if not one.quantity.is_open else Cell()
    if now is None and known and before and before.whole:
        known = before
    return FormRow(
        one.name, counted_in, _cell(one.previous, counted_in), this,
        Amount.TEXT if known is None or known.whole else _amount(one, known.unit, known.scale),
        " ".join(one.note.split()), approximate=bool(now and (now.about or now.behind)),
        in_points=known is not None and known.unit == PER_CENT, fixed=known is not None,
    )  # fmt: skip


def _amount(one: LedgerEntry, unit: str, scale: str) -> Amount:
    """What may be typed, by the unit and the values that are known."""
    values = [value for each in (one.quantity, one.previous) if each and (value := each.value) is not None]
    if unit == PER_CENT:
        return Amount.PER_CENT
    if unit in _BELOW_ZERO or any(value < 0 for value in values):
        return Amount.SIGNED
    whole = unit in COUNTED and not scale and all(value == value.to_integral_value() for value in values)
    return Amount.WHOLE if whole else Amount.NUMBER


def _cell(quantity: Quantity | None, counted_in: str) -> Cell:
    """The number in that unit with the words around it; as printed where it is typed in another, or has no number."""
    typed = spelling(quantity) if quantity else None
    if quantity is None or typed is None or typed.counted_in != counted_in or typed.whole:
        return Cell(f"{typed.number}/{typed.whole}" if typed and typed.whole else str(quantity or ""))
    return Cell(Decimal(typed.number), typed.about, typed.behind)


def table(ledgers: Sequence[Ledger], issuer: str) -> Table:
    """The figures of several years for Excel: a line a figure and unit, a column a year, numbers as numbers."""
    years = [ledger[0].year for ledger in ledgers]
    newest_first = [(one, spelling(one.quantity)) for ledger in reversed(ledgers) for one in ledger]
    units = {one.name: typed.counted_in for one, typed in reversed(newest_first) if typed}
    lines: dict[tuple[str, str], dict[int, LedgerEntry]] = {}
    for one, typed in newest_first:  # 不适用 has no unit of its own
        unit = typed.counted_in if typed else units.get(one.name, "")
        lines.setdefault((one.name, unit), {})[one.year] = one
    before, behind = _HEAD
    rows = [_line(name, unit, found, years) for (name, unit), found in lines.items()]
    title = f"{issuer}{'—'.join(dict.fromkeys((str(years[0]), str(years[-1]))))}年指标台账" if years else "指标台账"
    return Table(title, (*before, *(f"{year}年" for year in years), *behind), rows)


def _line(name: str, unit: str, found: Mapping[int, LedgerEntry], years: Sequence[int]) -> tuple[Cell, ...]:
    values = (_cell(found[year].quantity, unit) if year in found else Cell() for year in years)
    last = found[max(found)]
    changed = last.changed if last.year == years[-1] else ""
    texts = (changed, last.source, "、".join(last.used), " ".join(last.remark.split()))
    return (Cell(name), Cell(unit), *values, *map(Cell, texts))


def filed_table(filings: Sequence[Filing]) -> Table:
    """Who has filed what: a line a bureau and year, counts as numbers, and no sums."""
    head, *rows = filed_rows(filings)
    return Table("报送情况", head, [[_number(text) for text in row] for row in rows], "报送情况")


def pivot_table(made: Pivot) -> Table:
    """The figures of bureaus side by side: numbers in the column's unit, what is no such number as printed."""
    head = ("单位", "年度", *(column.label for column in made.columns))
    rows = [
        (Cell(row[0]), Cell(Decimal(row[1])), *(_pivot_cell(column, row) for column in made.columns))
        for row in made.rows
    ]
    return Table("各单位指标汇总", head, rows, "汇总")


def _pivot_cell(column: Column, row: tuple[str, int]) -> Cell:
    one = column.told.get(row)
    if one is None:
        return Cell()
    value = one.quantity.value
    return Cell(value if value is not None and one.quantity.unit == column.unit else str(one.quantity))


def long_table(told: Iterable[Told]) -> Table:
    """A line a bureau, year and figure."""
    rows = [
        (
            Cell(one.bureau), Cell(Decimal(one.year)), Cell(one.name), Cell(one.indicator),
            Cell() if one.quantity.value is None else Cell(one.quantity.value),
            Cell(one.quantity.unit), Cell(str(one.quantity)),
        )
        for one in told
    ]  # fmt: skip
    return Table("各单位指标明细", LONG_HEAD, rows, "明细")


def _number(text: str) -> Cell:
    return Cell(Decimal(text) if text.isascii() and text.isdecimal() else text)
