"""Rows to Excel workbooks (.xlsx), by XlsxWriter: the sheet that departments fill in, and plain tables.

XlsxWriter comes with the extra `ecoreport[excel]` and is loaded when a workbook is written; `Missing` where it is not
there. The same rows give the same bytes: the workbook's date is the caller's, its parts are zipped with a fixed one.
"""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ecoreport.report.digests import cell_digest, cells, value_digest
from ecoreport.text.quantity import NOT_APPLICABLE
from ecoreport.typeset._workbooks import (
    BOX,
    GENERAL,
    HEADED,
    TEXT,
    XBS,
    Cell,
    Formats,
    opened,
    put,
    set_page,
    tabs,
    width,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "CHANGE", "DATE", "NAME", "NOTE", "PERSON", "UNIT",
    "Amount", "Cell", "Form", "FormRow", "Missing", "Table", "title", "write_form", "write_tables",
]  # fmt: skip
# The columns by their titles, which reading a sheet back looks for; the two years stand between UNIT and CHANGE.
NAME, UNIT, CHANGE, NOTE, PERSON, DATE = "指标", "单位", "同比", "说明", "填报人", "日期"
_TITLE = "法治政府建设情况报告指标填报表"  # behind the bureau and the year
_NONE = NOT_APPLICABLE[0]
_HOW = f"只填有底色的格子：填数字，没有这项职责的填“{_NONE}”，还不知道的空着；{PERSON}、{DATE}写在第一行就行。"
_SIGNED = "填报人（签字）：", "科室负责人（签字）：", "日期：　　　　年　　月　　日"
_WIDTHS = (32, 11, 13, 14, 16, 36, 11, 13)  # characters
_LAST = len(_WIDTHS) - 1
_FIRST = 3  # the row of the first figure, from 0, behind title, hint and head
_LINE = 21  # points of a line of a row
_MOST_INPUT, _MOST_TITLE, _MOST_WIDTH = 255, 32, 50  # characters of what Excel says to a cell, and of a column
_OPEN: Mapping[str, Any] = {**BOX, "locked": False, "bg_color": "#FFF8DC"}
_INDENTED: Mapping[str, Any] = {"align": "left", "indent": 1}


class Missing(Exception):  # noqa: N818 - it names the outcome: what reads or writes workbooks is not installed
    """The extra `ecoreport[excel]` is not installed."""


class Amount(Enum):
    """What may be typed for a figure."""

    WHOLE = "a whole number, 0 or more"
    NUMBER = "a number, 0 or more"
    SIGNED = "any number"
    PER_CENT = "a number of per cent: 95.2, not 0.952"
    TEXT = "a text: 1480/1491"


class FormRow(NamedTuple):
    """A figure to fill in; its values are in its unit."""

    name: str
    unit: str
    last: Cell
    this: Cell
    amount: Amount
    note: str = ""
    approximate: bool = False  # a text such as 约300 may be typed
    in_points: bool = False  # changes are told in 个百分点
    fixed: bool = True  # the unit is known; else it may be filled in too


class Form(NamedTuple):
    """The sheet of a bureau's year: a tab for each source with its figures."""

    issuer: str
    year: int
    tabs: Mapping[str, Sequence[FormRow]]


class Table(NamedTuple):
    """A plain table: its title, its head, its rows; `tab` is what its sheet is called."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    tab: str = "指标台账"


def title(form: Form) -> str:
    """What stands above each tab of the sheet, and in the head of each page."""
    return f"{form.issuer}{form.year}年{_TITLE}"


def write_form(form: Form, date: dt.date) -> bytes:
    """The sheet that departments fill in, as a workbook of that date; Missing without XlsxWriter.

    It keeps a digest of each note and value: what somebody has emptied, or left as it was, is told from what has come
    into the year file since.
    """
    made = io.BytesIO()
    try:
        book = opened(made, title(form), form.issuer, date)
    except ImportError:
        raise Missing from None
    with book:
        formats = Formats(book)
        all_rows = [row for rows in form.tabs.values() for row in rows]
        printed = [
            *(value_digest(row.name, row.note) for row in all_rows if row.note),
            *(cell_digest(row.name, row.this.value) for row in all_rows if row.this.value != ""),
        ]
        for name, text in cells(printed).items():
            book.set_custom_property(name, text, "text")
        for name, (source, rows) in zip(tabs(form.tabs), form.tabs.items(), strict=True):
            sheet = book.add_worksheet(name)
            _head(sheet, form, source, formats)
            for at, row in enumerate(rows, _FIRST):
                _figure(sheet, at, row, formats)
            _finish(sheet, form, source, _FIRST + len(rows), formats)
    return made.getvalue()


def write_tables(tables: Sequence[Table], author: str, date: dt.date) -> bytes:
    """Tables as a workbook of that date, a sheet each; Missing without XlsxWriter."""
    made = io.BytesIO()
    try:
        book = opened(made, tables[0].title, author, date)
    except ImportError:
        raise Missing from None
    with book:
        formats = Formats(book)
        for name, table in zip(tabs(table.tab for table in tables), tables, strict=True):
            _fill_table(book.add_worksheet(name), table, formats)
    return made.getvalue()


def _fill_table(sheet: "Worksheet", table: Table, formats: Formats) -> None:
    sheet.set_row(0, _LINE)
    for at, name in enumerate(table.head):
        sheet.write_string(0, at, name, formats.of(HEADED))
    for at, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            number = {"align": "right", "indent": 1, "num_format": cell.shown_as(GENERAL)}
            shown = formats.of(BOX, _INDENTED if cell.number is None else number)
            put(sheet, (at, column), cell, shown)
    for column, wide in enumerate(_fitting(table)):
        sheet.set_column(column, column, wide)
    set_page(sheet, table.title)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)


def _fitting(table: Table) -> Iterator[int]:
    """The widths of the table's columns, in characters."""
    for column, name in enumerate(table.head):
        yield min(max(width(text) for text in (name, *(str(row[column]) for row in table.rows))) + 3, _MOST_WIDTH)


def _head(sheet: "Worksheet", form: Form, source: str, formats: Formats) -> None:
    """The rows above the figures."""
    sheet.merge_range(0, 0, 0, _LAST, title(form), formats.of(font_name=XBS, font_size=18, align="center"))
    sheet.merge_range(1, 0, 1, _LAST, f"填报科室（来源）：{source}。{_HOW}", formats.of(font_size=10, text_wrap=True))
    for height, row in ((36, 0), (30, 1), (24, 2)):
        sheet.set_row(row, height)
    years = f"{form.year - 1}年", f"{form.year}年"
    for at, name in enumerate((NAME, UNIT, *years, CHANGE, NOTE, PERSON, DATE)):
        sheet.write_string(2, at, name, formats.of(HEADED))
        sheet.set_column(at, at, _WIDTHS[at])


def _figure(sheet: "Worksheet", at: int, row: FormRow, formats: Formats) -> None:
    """A row of the sheet: what may be filled in is not locked, and shaded."""
    lines = max(-(-width(row.note) // (_WIDTHS[5] - 2)), -(-width(row.name) // (_WIDTHS[0] - 3)), 1)
    sheet.set_row(at, _LINE * max(lines, 1.2))
    number = row.this.shown_as({Amount.TEXT: TEXT, Amount.WHOLE: "0"}.get(row.amount, GENERAL))
    unit = BOX if row.fixed else _OPEN
    cells: tuple[tuple[Cell, Mapping[str, Any], Mapping[str, Any]], ...] = (
        (Cell(row.name), BOX, _INDENTED),
        (Cell(row.unit), unit, {"align": "center"}),
        (row.last, BOX, {"align": "right", "indent": 1, "num_format": row.last.shown_as(GENERAL)}),
        (row.this, _OPEN, {"align": "right", "indent": 1, "num_format": number}),
    )
    for column, (cell, base, more) in enumerate(cells):
        put(sheet, (at, column), cell, formats.of(base, more))
    _change(sheet, at, row, formats)
    put(sheet, (at, 5), Cell(row.note), formats.of(_OPEN, _INDENTED, num_format=TEXT))
    put(sheet, (at, 6), Cell(), formats.of(_OPEN, align="center", num_format=TEXT))
    put(sheet, (at, 7), Cell(), formats.of(_OPEN, align="center", num_format="yyyy-mm-dd"))
    if row.amount is not Amount.TEXT:
        sheet.data_validation(at, 3, at, 3, _validation(at, row))


def _change(sheet: "Worksheet", at: int, row: FormRow, formats: Formats) -> None:
    """By how much the year's value is above last year's, as a formula; empty where there is nothing to compare."""
    last, this = f"C{at + 1}", f"D{at + 1}"
    difference = f"{this}-{last}" if row.in_points else f'IF({last}>0,{this}/{last}-1,"")'
    points = '"个百分点"'
    number = f'+0.0#{points};-0.0#{points};"持平"' if row.in_points else '+0.0%;-0.0%;"持平"'
    old, new = row.last.number, row.this.number
    value: float | str = ""
    if old is not None and new is not None and (row.in_points or old > 0):
        value = new - old if row.in_points else new / old - 1
    formula = f'=IF(AND(ISNUMBER({last}),ISNUMBER({this})),{difference},"")'
    sheet.write_formula(at, 4, formula, formats.of(BOX, align="right", indent=1, num_format=number), value)


def _validation(at: int, row: FormRow) -> dict[str, Any]:
    """What Excel lets be typed: a number of the kind, or 不适用."""
    cell = f"D{at + 1}"
    test, told = {
        Amount.WHOLE: (f"AND({cell}>=0,{cell}=INT({cell}))", "填 0 或者正整数"),
        Amount.NUMBER: (f"{cell}>=0", "填 0 或者正数"),
        Amount.SIGNED: ("TRUE", "填数字"),
        Amount.PER_CENT: (f"OR({cell}<=0,{cell}>2)", "填百分号前面的数，不打百分号：95.2% 填 95.2"),
    }[row.amount]
    text = "TRUE" if row.approximate else f'{cell}="{_NONE}"'
    counted = f"，以“{row.unit}”计" if row.unit and row.amount is not Amount.PER_CENT else ""
    return {
        "validate": "custom",
        "value": f"=IF(ISNUMBER({cell}),{test},{text})",
        "ignore_blank": True,
        "input_title": row.name[:_MOST_TITLE],
        "input_message": f"{told}{counted}；没有这项职责的填“{_NONE}”，还不知道的空着。"[:_MOST_INPUT],
        "error_title": "请核对",
        "error_message": f"{told}{counted}；没有这项职责的填“{_NONE}”。"[:_MOST_INPUT],
        "error_type": "warning" if row.amount is Amount.PER_CENT else "stop",
    }


def _finish(sheet: "Worksheet", form: Form, source: str, end: int, formats: Formats) -> None:
    """The line to sign, the page, and the lock without a password: rows and columns may be sized."""
    signed = formats.of(align="left")
    for (first, last), text in zip(((0, 2), (3, 4), (5, _LAST)), _SIGNED, strict=True):
        sheet.merge_range(end + 1, first, end + 1, last, text, signed)
    sheet.set_row(end + 1, 30)
    set_page(sheet, title(form), source)
    sheet.print_area(0, 0, end + 1, _LAST)
    sheet.repeat_rows(2)
    sheet.freeze_panes(_FIRST, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_selection(_FIRST, 3, _FIRST, 3)
