"""Tables and numbered lists of a web page while they are being read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ecoreport.importing._counting import FORMATS
from ecoreport.importing._tables import Cell

_MOST_COLUMNS, _MOST_ROWS = 64, 1000  # that a cell may reach over
_COUNTED = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
}  # fmt: skip


@dataclass
class PageTable:
    """A table that is being read; `ruled`: lines part its columns, or it has a head."""

    ruled: bool
    rows: list[list[Cell]] = field(default_factory=list)
    _reaching: dict[int, int] = field(default_factory=dict)  # column to how many more rows a cell above reaches over

    def begin_row(self) -> None:
        """What comes stands on a new row."""
        self.rows.append([])
        self._skip()

    def add(self, cell: Cell, spans: tuple[int, int]) -> None:
        """A cell on the row, over so many columns and rows."""
        if not self.rows:
            self.rows.append([])
        row, (columns, rows) = self.rows[-1], spans
        at = len(row)
        row.extend([cell, *[()] * (columns - 1)])
        for column in range(at, min(at + columns, _MOST_COLUMNS)) if rows > 1 else ():
            self._reaching[column] = rows - 1
        self._skip()

    def _skip(self) -> None:
        """Empty cells where one from above reaches down."""
        row = self.rows[-1]
        while left := self._reaching.get(len(row), 0):
            self._reaching[len(row)] = left - 1
            row.append(())


@dataclass
class PageList:
    """A list that is being read: how it counts, empty where it does not, and how far it has."""

    format: str
    number: int

    def mark(self, attributes: Mapping[str, str]) -> str:
        """What stands before the next item, which has these attributes."""
        if not self.format:
            return ""
        self.number = number(attributes.get("value", ""), self.number + 1)
        return FORMATS[self.format](self.number) + ("、" if self.format == "chineseCounting" else ".")


def page_table(attributes: Mapping[str, str]) -> PageTable:
    """A table with these attributes."""
    style = attributes.get("style", "").lower()
    told = attributes.get("border", "").strip() not in ("", "0") or "grid" in attributes.get("class", "").lower()
    ruled = told or ("border" in style and "solid" in style)
    return PageTable(ruled and attributes.get("role") != "presentation")


def page_list(name: str, attributes: Mapping[str, str]) -> PageList:
    """A list with these attributes; it counts where it is an ol and no style hides its numbers."""
    style = attributes.get("style", "").lower().replace(" ", "")
    if name != "ol" or "list-style:none" in style or "list-style-type:none" in style:
        return PageList("", 0)
    named = next((form for name, form in _COUNTED.items() if len(name) > 1 and name in style), "")
    counting = named or _COUNTED.get(attributes.get("type", "1"), "decimal")
    return PageList(counting, number(attributes.get("start", ""), 1) - 1)


def spans(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Over how many columns and rows a cell reaches."""
    columns, rows = (number(attributes.get(name, ""), 1) for name in ("colspan", "rowspan"))
    return max(1, min(columns, _MOST_COLUMNS)), max(1, min(rows, _MOST_ROWS))


def number(text: str, otherwise: int) -> int:
    """The whole number that an attribute tells; `otherwise` where it is none."""
    return int(text) if re.fullmatch("[0-9]{1,6}", text.strip(), re.ASCII) else otherwise
