"""What the reader of workbooks leaves out: cells with an error, formulas without a result, how far a sheet goes."""

import re
from dataclasses import dataclass, field

from ecoreport.importing._package import Package
from ecoreport.problems.diagnostic import Unreadable

UNCOMPUTED = "="  # in place of an error: a formula without a result
MOST_ROWS, MOST_AREA = 100_000, 3_000_000  # of the cells that hold something; a reader makes room for all between them
_TOO_LARGE = Unreadable("表太大，不会是填报表", "看看是不是拿错了文件；末尾有零散的字，就删去那些行和列再存")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{{{_OPEN}table:1.0}}", f"{{{_OPEN}office:1.0}}"
_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
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
    targets = {key: part for key, _, part in package.relations(package.main)}
    found = {}
    for sheet in () if book is None else book.iter("{*}sheet"):
        key = next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        if "/worksheets/" in (part := targets.get(key, "")):
            found[str(sheet.get("name", ""))] = _sheet(package, part)
    return found


def _sheet(package: Package, part: str) -> Marks:
    marks = Marks()
    row, column = -1, -1
    for element in package.elements(part, ("{*}c", "{*}row", "{*}oddHeader")):
        name = element.tag.rpartition("}")[2]
        if name == "oddHeader":
            marks.header = element.text or ""
            continue
        if name == "row":
            row, column = int(element.get("r") or row + 2) - 1, -1
            element.clear()
            continue
        place = _REFERENCE.fullmatch(element.get("r", ""))
        at = (int(place[2]) - 1, column_of(place[1])) if place else (row + 1, column + 1)
        column = at[1]
        children = {child.tag.rpartition("}")[2]: child for child in element if isinstance(child.tag, str)}
        value = children["v"].text if "v" in children else None
        if value or "is" in children or "f" in children:
            marks.reaches(*at)
        if element.get("t") == "e":
            marks.odd[at] = value or "#VALUE!"
        elif "f" in children and value is None and element.get("t") != "str":
            marks.odd[at] = UNCOMPUTED
        element.clear()
    return marks


def of_open_document(package: Package) -> dict[str, Marks]:
    """Of the sheets of an .ods, by their names."""
    found: dict[str, Marks] = {}
    here = Marks()
    cells: list[tuple[int, int, str]] = []  # of a row: column, how often repeated, what is odd in it
    row = column = 0
    tags = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell", f"{_TABLE}table-row", f"{_TABLE}table")
    for element in package.elements("content.xml", tags):
        if element.tag == tags[3]:
            found[element.get(f"{_TABLE}name", "")] = here
            here, row = Marks(), 0
        elif element.tag == tags[2]:
            times = _times(element, "rows")
            for at, wide, text in cells:
                here.reaches(row + times - 1, at + wide - 1)
                if text:
                    here.odd[row, at] = text
            cells, column, row = [], 0, row + times
        else:
            wide = _times(element, "columns")
            kind = element.get(f"{_OFFICE}value-type")
            if kind or element.get(_ERROR):
                shown = "".join(map(str, element.itertext())).strip()
                cells.append((column, wide, shown if kind == "boolean" or is_error(shown) else ""))
            column += wide
        element.clear()
    return found


def _times(element: "object", what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")  # type: ignore[attr-defined]
    return int(text) if text.isdecimal() and len(text) < 9 else 1  # noqa: PLR2004 - digits


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
