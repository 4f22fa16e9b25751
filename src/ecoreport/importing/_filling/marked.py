"""What the reader of workbooks leaves out: cells with an error, formulas without a result, how far a sheet goes."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoreport.importing._files.package import Package
from ecoreport.problems.diagnostic import Unreadable

if TYPE_CHECKING:
    from lxml import etree

UNCOMPUTED = "="  # in place of an error: a formula without a result
MOST_ROWS, MOST_AREA = 100_000, 3_000_000  # of the cells that hold something; a reader makes room for all between them
_TOO_LARGE = Unreadable("表太大，不会是填报表", "看看是不是拿错了文件；末尾有零散的字，就删去那些行和列再存")
DAMAGED = Unreadable("文件的写法不合规范，读不出来", "用 Excel 或 WPS 打开，另存为 .xlsx")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{{{_OPEN}table:1.0}}", f"{{{_OPEN}office:1.0}}"
_DIGITS = 9
_NAMED_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]{3}")


@dataclass
class Marks:
    """Of one sheet: `odd` cells by row and column from 0, with what stands in them; what is printed above each page."""

    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    header: str = ""
    rows: int = 0
    columns: int = 0

    def reaches(self, row: int, column: int) -> None:
        """Something stands there; Unreadable where that is too far out."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > MOST_ROWS or self.rows * self.columns > MOST_AREA:
            raise _TOO_LARGE


def is_error(text: str) -> bool:
    """Whether a text is an error as spreadsheets show one: #DIV/0!."""
    return _NAMED_ERROR.fullmatch(text.strip()) is not None


def of_excel(package: Package) -> dict[str, Marks]:
    """Of the sheets of an .xlsx, by their names."""
    book = package.xml(package.main)
    targets = {key: part for key, kind, part in package.relations(package.main) if kind.endswith("/worksheet")}
    found: dict[str, Marks] = {}
    for sheet in () if book is None else book.iter("{*}sheet"):
        key = next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        if part := targets.get(key):
            _keep(found, str(sheet.get("name", "")), _sheet(package, part))
    return found


def _keep(found: dict[str, Marks], name: str, marks: Marks) -> None:
    if name in found:
        raise DAMAGED
    found[name] = marks


def _sheet(package: Package, part: str) -> Marks:
    marks = Marks()
    row = column = widest = -1
    for element in package.elements(part, ("{*}c", "{*}row", "{*}oddHeader")):
        name = element.tag.rpartition("}")[2]
        if name == "oddHeader":
            marks.header = element.text or ""
        elif name == "row":
            row = _number(element.get("r"), row + 2) - 1
            if widest >= 0:  # cells need not say where they stand: the row does, behind them
                marks.reaches(row, widest)
            column = widest = -1
        else:
            at = _place(element.get("r"), row + 1, column + 1)
            column = at[1]
            if _mark_cell(marks, at, element):
                widest = max(widest, column)
        element.clear()
    return marks


def _mark_cell(marks: Marks, at: tuple[int, int], cell: "etree._Element") -> bool:
    """Whether something stands in the cell; an error, and a formula without a result, is kept."""
    children = {child.tag.rpartition("}")[2]: child for child in cell if isinstance(child.tag, str)}
    value = children["v"].text if "v" in children else None
    if cell.get("t") == "e":
        marks.odd[at] = value or "#VALUE!"
    elif "f" in children and value is None and cell.get("t") != "str":
        marks.odd[at] = UNCOMPUTED
    if children:
        marks.reaches(*at)
    return bool(children)


def _place(written: str | None, row: int, column: int) -> tuple[int, int]:
    """Row and column of a cell that says A1, else the next one."""
    if written is None:
        return row, column
    place = _REFERENCE.fullmatch(written)
    if place is None:
        raise DAMAGED
    return int(place[2]) - 1, column_of(place[1])


def _number(written: str | None, otherwise: int) -> int:
    if written is None:
        return otherwise
    if not (written.isascii() and written.isdecimal() and len(written) <= _DIGITS):
        raise DAMAGED
    return int(written)


def of_open_document(package: Package) -> dict[str, Marks]:
    """Of the sheets of an .ods, by their names."""
    found: dict[str, Marks] = {}
    here = Marks()
    cells: list[tuple[int, int, str]] = []  # of a row: column, how often repeated, what is odd in it
    row = column = 0
    cell, covered, line, whole = (
        f"{_TABLE}{name}" for name in ("table-cell", "covered-table-cell", "table-row", "table")
    )
    for element in package.elements("content.xml", (cell, covered, line, whole)):
        if element.tag == whole:
            _keep(found, str(element.get(f"{_TABLE}name", "")), here)
            here, row = Marks(), 0
        elif element.tag == line:
            times = _number(element.get(f"{_TABLE}number-rows-repeated"), 1)
            for at, wide, text in cells:
                here.reaches(row + times - 1, at + wide - 1)
                if text:
                    here.odd[row, at] = text
            cells, column, row = [], 0, row + times
        else:
            wide = _number(element.get(f"{_TABLE}number-columns-repeated"), 1)
            if len(element) or any(str(name).startswith(_OFFICE) for name in element.attrib):
                cells.append((column, wide, _odd(element)))
            column += wide
        element.clear()
    return found


def _odd(cell: "etree._Element") -> str:
    """The error, or the truth value, that the cell shows; empty where it shows another thing."""
    shown = "".join(map(str, cell.itertext())).strip()
    return shown if cell.get(f"{_OFFICE}value-type") == "boolean" or is_error(shown) else ""


def column_of(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def letters_of(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
