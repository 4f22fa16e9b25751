"""Ledgers of one or several years in every format: for a terminal, Markdown, CSV, JSON, and as a check sheet."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ecoreport.report._year_on_year import json_number
from ecoreport.report.blocks import Block, Kind, Paragraph, Table
from ecoreport.text.columns import columns, pipes
from ecoreport.text.titles import break_title
from ecoreport.typeset.layout import STANDARD
from ecoreport.yearfile.model import Report
from ecoreport.years.ledger import Entry, by_source

Ledger = Sequence[Entry]
BOM = "\ufeff"  # without it Excel takes UTF-8 for GBK
_FRACTION = re.compile(r"[0-9]{1,4}/[0-9]{1,4}")  # 3/4, which Excel takes for a day
_CSV_HEAD = (
    "年度", "指标", "印出", "数值", "单位", "上年", "上年数值", "增减", "增减率(%)", "来源", "用在", "说明",
)  # fmt: skip
_SHEET_HEAD = ("序号", "指标", "数值", "上年", "增减", "核对意见（可另附）")
_SIGN = "经办人：　　　　负责人：　　　　日期：　　　　"
# Each source has a page of its own, to be handed to whoever signs it.
SHEET_LAYOUT = STANDARD.model_copy(
    update={"styles": {**STANDARD.styles, "title": STANDARD.style(Kind.TITLE).model_copy(update={"new_page": True})}}
)


def rows(ledgers: Sequence[Ledger]) -> list[tuple[str, ...]]:
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
    by_name: dict[str, dict[int, Entry]] = {}
    for one in (one for ledger in reversed(ledgers) for one in ledger):
        by_name.setdefault(one.name, {})[one.year] = one
    across = ("指标", *(f"{year}年" for year in years), "增减", "来源", "用在")
    return [across, *(_across(name, found, years) for name, found in by_name.items())]


def _across(name: str, found: dict[int, Entry], years: Sequence[int]) -> tuple[str, ...]:
    values = (str(found[year].quantity) if year in found else "—" for year in years)
    last = found[max(found)]
    return (name, *values, last.changed if last.year == years[-1] else "", last.source, "、".join(last.used))


def as_text(ledgers: Sequence[Ledger]) -> str:
    """In columns for a terminal."""
    return "".join(f"{line}\n" for line in columns([[" ".join(cell.split()) for cell in row] for row in rows(ledgers)]))


def as_markdown(ledgers: Sequence[Ledger]) -> str:
    """A GFM table."""
    return "".join(f"{line}\n" for line in pipes(rows(ledgers)))


def as_csv(ledgers: Sequence[Ledger]) -> str:
    """One line a figure and year, for Excel: a byte order mark, numbers as numbers, no text that it would compute."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(_CSV_HEAD)
    for one in (one for ledger in ledgers for one in ledger):
        previous = one.previous
        numbers = (one.quantity.value, previous.value if previous else None, one.difference, one.per_cent)
        value, before, difference, per_cent = ("" if number is None else format(number, "f") for number in numbers)
        writer.writerow(
            (
                one.year, cell(one.name), cell(str(one.quantity)), value, cell(one.quantity.unit),
                cell(str(previous or "")), before, difference, per_cent,
                cell(one.source), cell("、".join(one.used)), cell(one.remark),
            )
        )  # fmt: skip
    return BOM + made.getvalue()


def cell(text: str) -> str:
    """A text that a spreadsheet takes for one: what looks like a formula or a day is led by an apostrophe."""
    odd = text.startswith(("=", "+", "-", "@", "\t", "\r")) or _FRACTION.fullmatch(text)
    return f"'{text}" if odd else text


def as_json(ledgers: Sequence[Ledger]) -> str:
    """A list of objects, one a figure and year."""
    return json.dumps([_object(one) for ledger in ledgers for one in ledger], ensure_ascii=False, indent=2) + "\n"


def _object(one: Entry) -> dict[str, object]:
    return {
        "year": one.year,
        "name": one.name,
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


def check_sheet(report: Report, ledger: Ledger) -> tuple[Block, ...]:
    """The 核对表 that departments sign: a table for each source, with room for what they have to say."""
    return tuple(_sheet(report, ledger))


def _sheet(report: Report, ledger: Ledger) -> Iterator[Block]:
    title = f"{report.issuer}{report.year}年法治政府建设情况报告指标核对表"
    for source, group in by_source(tuple(ledger)).items():
        yield Paragraph(Kind.TITLE, "\n".join(break_title(title, report.issuer)))
        yield Paragraph(Kind.HEADING_1, f"{source}（{len(group)}个）")
        cells = tuple(
            (str(number), one.name, _to_sign(one), str(one.previous or "—"), _change(one), "")
            for number, one in enumerate(group, 1)
        )
        yield Table(_SHEET_HEAD, cells, (True, False, False, False, False, False))
        if remarks := [f"{number}.{one.remark}" for number, one in enumerate(group, 1) if one.remark]:
            yield Paragraph(Kind.TABLE_NOTE, f"口径和说明：{'；'.join(remarks)}。")
        yield Paragraph(Kind.BODY, _SIGN)


def _change(one: Entry) -> str:
    return one.change + ("，请核对" if one.doubtful else "")


def _to_sign(one: Entry) -> str:
    """The value; what is still open is left for the department to write in."""
    return "" if one.quantity.is_open else str(one.quantity)
