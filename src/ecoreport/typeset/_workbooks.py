"""What all workbooks share: formats made once, cells that are what they are, the page, the names of tabs."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SONG, HEI, XBS = "宋体", "黑体", "方正小标宋简体"
GENERAL, TEXT = "General", "@"  # formats of numbers
_LINE, _GREY = "#7F7F7F", "#F2F2F2"
BOX: Mapping[str, Any] = {"border": 1, "border_color": _LINE, "text_wrap": True}
HEADED: Mapping[str, Any] = {**BOX, "font_name": HEI, "align": "center", "bg_color": _GREY}
_PLAIN: Mapping[str, Any] = {"valign": "vcenter", "font_size": 11, "font_name": SONG}
_DIGITS = 15  # of a number in Excel; a longer one is written as text
_A4, _NO_SIGN = 9, re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_TAB, _LONGEST_HEAD = 31, 255  # characters


class Cell(NamedTuple):
    """A number with the words that are shown around it, or a text."""

    value: Decimal | str = ""
    before: str = ""
    behind: str = ""

    @property
    def number(self) -> float | None:
        """The number as Excel holds it; None for a text, and where it has too many digits."""
        fits = isinstance(self.value, Decimal) and len(self.value.as_tuple().digits) <= _DIGITS
        return float(self.value) if fits else None

    def __str__(self) -> str:
        """As it is shown."""
        return self.value if isinstance(self.value, str) else f"{self.before}{self.value:f}{self.behind}"

    def shown_as(self, number: str) -> str:
        """The format of numbers `number` with the words around it."""
        before, behind = (f'"{text}"' if (text := word.replace('"', "")) else "" for word in (self.before, self.behind))
        return f"{before}{number}{behind}"


def opened(made: io.BytesIO, title: str, author: str, date: dt.date) -> "Workbook":
    """A workbook of that date, to be closed; in it no text is taken for a formula, a number or an address."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra, and only where a workbook is asked for

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(made, {**plain, "default_format_properties": {"font_name": SONG, "font_size": 11}})
    created = dt.datetime.combine(date, dt.time())
    book.set_properties({"title": title, "author": author, "created": created})
    return book


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        """None yet."""
        self._book, self._made = book, dict[tuple[tuple[str, Any], ...], "Format"]()

    def of(self, *base: Mapping[str, Any], **told: Any) -> "Format":  # noqa: ANN401 - XlsxWriter's properties
        """The format with these properties, later ones over earlier ones."""
        properties = dict(_PLAIN)
        for one in (*base, told):
            properties |= one
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def put(sheet: "Worksheet", place: tuple[int, int], cell: Cell, shown: "Format") -> None:
    """A number as one, anything else as text, whatever it begins with; what is empty as a cell with a format."""
    if cell.number is not None:
        sheet.write_number(*place, cell.number, shown)
    elif cell.value == "":
        sheet.write_blank(*place, "", shown)
    else:
        sheet.write_string(*place, str(cell), shown)


def set_page(sheet: "Worksheet", title: str, right: str = "") -> None:
    """A4, lying, as wide as the table; what it is in the head of each page, the page's number at the foot."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.7)  # inches
    sheet.center_horizontally()
    font = f'"{SONG},常规"&9'
    told = title.replace("&", "&&"), right.replace("&", "&&")
    sheet.set_header(f"&C&{font}{told[0]}&R&{font}{told[1]}"[:_LONGEST_HEAD])
    sheet.set_footer(f"&C&{font}第&P页 共&N页")


def tabs(names: Iterable[str]) -> list[str]:
    """A name for each tab that Excel allows, no two alike."""
    made: dict[str, str] = {}
    for one in names:
        plain = _NO_SIGN.sub("、", one).strip("' ") or "科室"
        plain = f"{plain}表" if plain.lower() == "history" else plain  # which Excel keeps for itself
        name, number = plain[:_LONGEST_TAB].strip("' "), 1
        while name.lower() in made:
            number += 1
            name = f"{plain[: _LONGEST_TAB - 6]}（{number}）"
        made[name.lower()] = name
    return list(made.values())


def width(text: str) -> int:
    """In the characters that Excel measures columns by; a han is two."""
    return sum(2 if character > "\xff" else 1 for character in text)
