"""The figures of one or several years as ledgers (台账): for a terminal, Markdown, CSV, JSON, a sheet to sign."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.report.context import Context
from ecoreport.report.markdown import pipes
from ecoreport.text.columns import columns
from ecoreport.text.quantity import json_number
from ecoreport.text.titles import break_title
from ecoreport.typeset.layout import STANDARD
from ecoreport.years._entries import LedgerEntry, by_source, entries
from ecoreport.years._spreadsheet import cell, sheet

Ledger = Sequence[LedgerEntry]
_CSV_HEAD = (
    "年度", "指标", "印出", "数值", "单位", "上年", "上年数值", "增减", "增减率(%)", "来源", "用在", "说明", "通用名称",
)  # fmt: skip
_SHEET_HEAD = ("序号", "指标", "数值", "上年", "增减", "核对意见（可另附）")
_SIGN = "经办人：　　　　负责人：　　　　日期：　　　　"
# Each source has a page of its own, to be handed to whoever signs it.
SHEET_LAYOUT = STANDARD.model_copy(
    update={"styles": {**STANDARD.styles, "title": STANDARD.style(Kind.TITLE).model_copy(update={"new_page": True})}}
)


def ledgers(contexts: Sequence[Context], only: Collection[str] = ()) -> list[Ledger]:
    """The ledger of each year that has any figure, with the figures called so `only` where any are named."""
    found = (tuple(one for one in entries(context) if not only or one.name in only) for context in contexts)
    return [ledger for ledger in found if ledger]


def _rows(ledgers: Sequence[Ledger]) -> list[tuple[str, ...]]:
    """A table with its head: of one year with last year's value, of several years a column each."""
    years = [ledger[0].year for ledger in ledgers if ledger]
    if len(years) == 1:
        [ledger] = [ledger for ledger in ledgers if ledger]
        head = ("指标", f"{years[0]}年", f"{years[0] - 1}年", "增减", "来源", "用在", "说明")
        return [head, *(
            (
                one.name, str(one.quantity), str(one.previous or "—"), one.changed,
                one.source, "、".join(one.used), one.remark,
            )
            for one in ledger
        )]  # fmt: skip
    by_name: dict[str, dict[int, LedgerEntry]] = {}
    for one in (one for ledger in reversed(ledgers) for one in ledger):
        by_name.setdefault(one.name, {})[one.year] = one
    across = ("指标", *(f"{year}年" for year in years), "增减", "来源", "用在")
    return [across, *(_across(name, found, years) for name, found in by_name.items())]


def _across(name: str, found: dict[int, LedgerEntry], years: Sequence[int]) -> tuple[str, ...]:
    values = (str(found[year].quantity) if year in found else "—" for year in years)
    last = found[max(found)]
    return (name, *values, last.changed if last.year == years[-1] else "", last.source, "、".join(last.used))


def as_text(ledgers: Sequence[Ledger]) -> str:
    """In columns for a terminal."""
    return "".join(
        f"{line}\n" for line in columns([[" ".join(cell.split()) for cell in row] for row in _rows(ledgers)])
    )


def as_markdown(ledgers: Sequence[Ledger]) -> str:
    """A GFM table."""
    return "".join(f"{line}\n" for line in pipes(_rows(ledgers)))


def as_csv(ledgers: Sequence[Ledger]) -> str:
    """One line a figure and year, for Excel: a byte order mark, numbers as numbers, no text that it would compute."""
    return sheet([_CSV_HEAD, *(_cells(one) for ledger in ledgers for one in ledger)])


def _cells(one: LedgerEntry) -> tuple[str, ...]:
    previous = one.previous
    numbers = (one.quantity.value, previous.value if previous else None, one.difference, one.per_cent)
    value, before, difference, per_cent = ("" if number is None else format(number, "f") for number in numbers)
    return (
        str(one.year), cell(one.name), cell(str(one.quantity)), value, cell(one.quantity.unit),
        cell(str(previous or "")), before, difference, per_cent,
        cell(one.source), cell("、".join(one.used)), cell(one.remark),
        one.indicator.name if one.indicator else "",
    )  # fmt: skip


def as_json(ledgers: Sequence[Ledger]) -> str:
    """A list of objects, one a figure and year."""
    return json.dumps([_object(one) for ledger in ledgers for one in ledger], ensure_ascii=False, indent=2) + "\n"


def _object(one: LedgerEntry) -> dict[str, object]:
    return {
        "year": one.year,
        "name": one.name,
        "indicator": one.indicator.key if one.indicator else None,
        "printed": str(one.quantity),
        "value": _number(one.quantity.value),
        "unit": one.quantity.unit,
        "exact": one.quantity.exact,
        "open": one.quantity.is_open,
        "source": one.source,
        "note": one.note,
        "restated": one.restated,
        "used": one.used,
        "previous": str(one.previous) if one.previous else None,
        "previous_value": _number(one.previous.value if one.previous else None),
        "difference": _number(one.difference),
        "per_cent": _number(one.per_cent),
    }


def _number(value: Decimal | None) -> int | float | None:
    return None if value is None else json_number(value)


FORMATS: Mapping[str, Callable[[Sequence[Ledger]], str]] = {
    "text": as_text, "md": as_markdown, "csv": as_csv, "json": as_json,
}  # fmt: skip


def check_sheet(context: Context, only: Collection[str] = ()) -> tuple[Block, ...]:
    """The 核对表 that departments sign: a table for each source, with room for what they have to say."""
    return tuple(block for ledger in ledgers([context], only) for block in _sheet(context, ledger))


def _sheet(context: Context, ledger: Ledger) -> Iterator[Block]:
    report = context.report
    title = f"{report.issuer}{report.year}年法治政府建设情况报告指标核对表"
    for source, group in by_source(tuple(ledger)).items():
        yield Paragraph(Kind.TITLE, "\n".join(break_title(title, report.issuer)))
        yield Paragraph(Kind.HEADING_1, f"{source}（{len(group)}个）")
        cells = tuple(
            (str(number), one.name, _to_sign(one), str(one.previous or "—"), _change(one), "")
            for number, one in enumerate(group, 1)
        )
        yield TableBlock(_SHEET_HEAD, cells, (True, False, False, False, False, False))
        if remarks := [f"{number}.{one.remark}" for number, one in enumerate(group, 1) if one.remark]:
            yield Paragraph(Kind.TABLE_NOTE, f"口径和说明：{'；'.join(remarks)}。")
        yield Paragraph(Kind.BODY, _SIGN)


def _change(one: LedgerEntry) -> str:
    return one.change + ("，请核对" if one.doubtful else "")


def _to_sign(one: LedgerEntry) -> str:
    """The value; what is still open is left for the department to write in."""
    return "" if one.quantity.is_open else str(one.quantity)
