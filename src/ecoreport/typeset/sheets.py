"""Rows to Excel workbooks (.xlsx), by XlsxWriter: the sheet that departments fill in, and plain tables.

XlsxWriter comes with the extra `ecoreport[excel]` and is loaded when a workbook is written; `Missing` where it is not
there. The same rows give the same bytes: the workbook's date is the caller's, its parts are zipped with a fixed one.
"""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# The columns by their titles, which reading a sheet back looks for; the two years stand between UNIT and CHANGE.
NAME, UNIT, CHANGE, NOTE, PERSON, DATE = "指标", "单位", "同比", "说明", "填报人", "日期"
TITLE = "法治政府建设情况报告指标填报表"  # behind the bureau and the year
NOT_APPLICABLE = "不适用"
_HOW = f"只填有底色的格子：本年数填数字，没有这项职责的填“{NOT_APPLICABLE}”，还不知道的空着；{PERSON}、{DATE}写在第一行就行。"
_SIGN = "填报人（签字）：　　　　　　　　科室负责人（签字）：　　　　　　　　日期：　　　　年　　月　　日"
_SONG, _HEI, _XBS = "宋体", "黑体", "方正小标宋简体"
_WIDTHS = (30, 10, 12, 14, 15, 34, 11, 14)  # characters; an A4 page lying has room for some 140 of these at 10 points
_FIRST = 3  # the row of the first figure, from 0, behind title, hint and head
_DIGITS = 15  # of a number in Excel; a longer one is written as text
_A4, _NO_SIGN = 9, re.compile(r"[\[\]:*?/\\]")
_LONGEST_TAB = 31  # characters
_FILL, _LINE, _GREY = "#FFF8DC", "#7F7F7F", "#F2F2F2"


class Missing(Exception):  # noqa: N818 - it names the outcome: what writes workbooks is not installed
    """XlsxWriter is not installed."""


class Amount(Enum):
    """What may be typed for a figure."""

    WHOLE = "a whole number, 0 or more"
    NUMBER = "a number, 0 or more"
    SIGNED = "any number"
    PER_CENT = "a number of per cent: 95.2, not 0.952"
    TEXT = "a text: 1480/1491"


class Cell(NamedTuple):
    """A number with the words that are shown around it, or a text."""

    value: Decimal | str = ""
    before: str = ""
    behind: str = ""


class FormRow(NamedTuple):
    """A figure to fill in."""

    name: str
    unit: str  # empty where it is not known: then it may be filled in too
    last: Cell
    this: Cell
    amount: Amount
    note: str = ""
    approximate: bool = False  # a text such as 约300 may be typed
    in_points: bool = False  # changes are told in 个百分点
    fixed: bool = True  # the unit is known


class Form(NamedTuple):
    """The sheet of a bureau's year: a tab for each source with its figures."""

    issuer: str
    year: int
    tabs: Mapping[str, Sequence[FormRow]]


class Table(NamedTuple):
    """A plain table: its title, its head, its rows."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def title(form: Form) -> str:
    """What stands above each tab of the sheet, and in the head of each page."""
    return f"{form.issuer}{form.year}年{TITLE}"


def write_form(form: Form, date: dt.date) -> bytes:
    """The sheet that departments fill in, as a workbook of that date; Missing without XlsxWriter."""
    made = io.BytesIO()
    with _workbook(made) as book:
        book.set_properties({"title": title(form), "author": form.issuer, "created": _at(date)})
        formats = _Formats(book)
        for name, (source, rows) in zip(_tabs(form.tabs), form.tabs.items(), strict=True):
            sheet = book.add_worksheet(name)
            _head(sheet, form, source, formats)
            for at, row in enumerate(rows, _FIRST):
                _figure(sheet, at, row, formats)
            _finish(sheet, form, source, _FIRST + len(rows), formats)
    return made.getvalue()


def write_table(table: Table, author: str, date: dt.date) -> bytes:
    """One table as a workbook of that date; Missing without XlsxWriter."""
    made = io.BytesIO()
    with _workbook(made) as book:
        book.set_properties({"title": table.title, "author": author, "created": _at(date)})
        formats = _Formats(book)
        sheet = book.add_worksheet("指标台账")
        sheet.set_row(0, 24)
        for at, name in enumerate(table.head):
            sheet.write_string(0, at, name, formats.of(**_HEADED))
        for at, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                _write(sheet, at, column, cell, formats)
        for column, width in enumerate(_fitting(table)):
            sheet.set_column(column, column, width)
        _page(sheet, table.title, "", len(table.head))
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 1)
    return made.getvalue()


def _workbook(made: io.BytesIO) -> "Workbook":
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra, and only where a workbook is asked for
    except ImportError:
        raise Missing from None
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    return Workbook(made, {**plain, "default_format_properties": {"font_name": _SONG, "font_size": 11}})


def _at(date: dt.date) -> dt.datetime:
    return dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC).replace(tzinfo=None)


_HEADED = {"font_name": _HEI, "bold": False, "align": "center", "bg_color": _GREY, "border": 1, "border_color": _LINE}
_BOX = {"border": 1, "border_color": _LINE, "text_wrap": True}


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book, self._made = book, dict[tuple[tuple[str, Any], ...], "Format"]()

    def of(self, **told: Any) -> "Format":  # noqa: ANN401 - XlsxWriter's properties
        key = tuple(sorted(told.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "vcenter", "font_size": 11, "font_name": _SONG, **told})
        return self._made[key]


def _head(sheet: "Worksheet", form: Form, source: str, formats: _Formats) -> None:
    """The rows above the figures."""
    last = len(_WIDTHS) - 1
    sheet.merge_range(0, 0, 0, last, title(form), formats.of(font_name=_XBS, font_size=16, align="center"))
    sheet.merge_range(1, 0, 1, last, f"填报科室（来源）：{source}。{_HOW}", formats.of(font_size=10, text_wrap=True))
    for height, row in ((34, 0), (34, 1), (24, 2)):
        sheet.set_row(row, height)
    years = f"{form.year - 1}年", f"{form.year}年"
    for at, name in enumerate((NAME, UNIT, *years, CHANGE, NOTE, PERSON, DATE)):
        sheet.write_string(2, at, name, formats.of(**_HEADED))
        sheet.set_column(at, at, _WIDTHS[at])


def _figure(sheet: "Worksheet", at: int, row: FormRow, formats: _Formats) -> None:
    """A row of the sheet: what may be filled in is not locked, and shaded."""
    open_ = {**_BOX, "locked": False, "bg_color": _FILL}
    sheet.set_row(at, 24 * max(1, -(-len(row.note) // 17), -(-len(row.name) // 15)))
    sheet.write_string(at, 0, row.name, formats.of(**_BOX))
    unit = _BOX if row.fixed else open_
    sheet.write_string(at, 1, row.unit, formats.of(**unit, align="center"))
    _write(sheet, at, 2, row.last, formats)
    _write(sheet, at, 3, row.this, formats, amount=row.amount, **open_)
    _change(sheet, at, row, formats)
    for column, text in ((5, row.note), (6, ""), (7, "")):
        number = {"num_format": "yyyy-mm-dd"} if column == 7 else {"num_format": "@"}  # noqa: PLR2004 - the last column
        shown = formats.of(**open_, **number, align="left" if text or column == 5 else "center")  # noqa: PLR2004
        (sheet.write_string if text else sheet.write_blank)(at, column, text, shown)
    if row.amount is not Amount.TEXT:
        sheet.data_validation(at, 3, at, 3, _validation(at, row))


def _write(
    sheet: "Worksheet", at: int, column: int, cell: Cell, formats: _Formats, amount: Amount | None = None, **told: Any  # noqa: ANN401
) -> None:
    """A number as one, with the words around it as its format; anything else as text, whatever it begins with."""
    told = told or _BOX
    words = (f'"{word}"' if (word := text.replace('"', "")) else "" for text in (cell.before, cell.behind))
    before, behind = words
    value = cell.value
    whole = amount is Amount.WHOLE or (isinstance(value, Decimal) and value == value.to_integral_value())
    number = "@" if amount is Amount.TEXT else f"{before}{'0' if whole and amount is not None else 'General'}{behind}"
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _DIGITS:
        sheet.write_number(at, column, float(value), formats.of(**told, num_format=number, align="right"))
    elif value == "":
        sheet.write_blank(at, column, "", formats.of(**told, num_format=number, align="right"))
    else:
        text = str(value) if isinstance(value, str) else f"{cell.before}{value:f}{cell.behind}"
        shown = number if amount else "@"
        sheet.write_string(at, column, text, formats.of(**told, num_format=shown, align="right" if amount else "left"))


def _change(sheet: "Worksheet", at: int, row: FormRow, formats: _Formats) -> None:
    """By how much the year's value is above last year's, as a formula; empty where there is nothing to compare."""
    last, this = f"C{at + 1}", f"D{at + 1}"
    both = f"ISNUMBER({last}),ISNUMBER({this})"
    points = '"个百分点"'
    shown = f'+0.0#{points};-0.0#{points};"持平"' if row.in_points else '+0.0%;-0.0%;"持平"'
    formula = f'=IF(AND({both}),{this}-{last},"")' if row.in_points else f'=IF(AND({both}),IF({last}>0,{this}/{last}-1,""),"")'
    old, new = row.last.value, row.this.value
    value: float | str = ""
    if isinstance(old, Decimal) and isinstance(new, Decimal) and (row.in_points or old > 0):
        value = float(new - old if row.in_points else new / old - 1)
    sheet.write_formula(at, 4, formula, formats.of(**_BOX, num_format=shown, align="right"), value)


def _validation(at: int, row: FormRow) -> dict[str, Any]:
    """What Excel lets be typed: a number of the kind, or 不适用."""
    cell = f"D{at + 1}"
    tests = {
        Amount.WHOLE: (f"AND({cell}>=0,{cell}=INT({cell}))", "填 0 或者正整数"),
        Amount.NUMBER: (f"{cell}>=0", "填 0 或者正数"),
        Amount.SIGNED: ("TRUE", "填数字"),
        Amount.PER_CENT: (f"OR({cell}<=0,{cell}>2)", "填百分号前面的数，不打百分号：95.2% 填 95.2"),
    }
    test, told = tests[row.amount]
    text = "TRUE" if row.approximate else f'{cell}="{NOT_APPLICABLE}"'
    more = f"，单位是“{row.unit}”" if row.unit and row.amount is not Amount.PER_CENT else ""
    return {
        "validate": "custom",
        "value": f"=IF(ISNUMBER({cell}),{test},{text})",
        "ignore_blank": True,
        "input_title": row.name[:32],
        "input_message": f"{told}{more}；没有这项职责的填“{NOT_APPLICABLE}”，还不知道的空着。"[:255],
        "error_title": "请核对",
        "error_message": f"{told}{more}；没有这项职责的填“{NOT_APPLICABLE}”。"[:255],
        "error_type": "warning" if row.amount is Amount.PER_CENT else "stop",
    }


def _finish(sheet: "Worksheet", form: Form, source: str, end: int, formats: _Formats) -> None:
    """The line to sign, the page, and the lock without a password: rows may be sorted, filtered and sized."""
    sheet.merge_range(end + 1, 0, end + 1, len(_WIDTHS) - 1, _SIGN, formats.of(align="left"))
    sheet.set_row(end + 1, 30)
    _page(sheet, title(form), source, len(_WIDTHS))
    sheet.print_area(0, 0, end + 1, len(_WIDTHS) - 1)
    sheet.repeat_rows(2)
    sheet.freeze_panes(_FIRST, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    sheet.set_selection(_FIRST, 3, _FIRST, 3)


def _page(sheet: "Worksheet", name: str, source: str, columns: int) -> None:
    """A4, lying, as wide as the table; what it is in the head, the page's number at the foot."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.7)
    sheet.center_horizontally()
    font, right = f'&"{_SONG},常规"&9', f"&R{_told(source)}" if source else ""
    sheet.set_header(f"&C{font}{_told(name)}{right and '&R' + font + _told(source)}"[:255])
    sheet.set_footer(f"&C{font}第&P页 共&N页")
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letter(columns)}1000"})


def _told(text: str) -> str:
    """As it stands in the head of a page."""
    return text.replace("&", "&&")


def _letter(columns: int) -> str:
    return chr(ord("A") + min(columns, 26) - 1)


def _fitting(table: Table) -> Iterator[int]:
    """The widths of the table's columns, in characters."""
    for column, name in enumerate(table.head):
        texts = [name, *(str(row[column].value) for row in table.rows)]
        yield min(max(sum(2 if character > "\xff" else 1 for character in text) for text in texts) + 3, 50)


def _tabs(sources: Mapping[str, object]) -> list[str]:
    """A name for each tab that Excel allows, no two alike."""
    made: dict[str, str] = {}
    for source in sources:
        plain = _NO_SIGN.sub("、", source).strip("' ") or "科室"
        plain = f"{plain}表" if plain.lower() == "history" else plain
        name, number = plain[:_LONGEST_TAB], 1
        while name.lower() in made:
            number += 1
            name = f"{plain[: _LONGEST_TAB - 4]}（{number}）"
        made[name.lower()] = name
    return list(made.values())
