"""A report as it is being recognised: what becomes the year file, before figures are named."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ecoreport.importing._pieces import Grid
from ecoreport.yearfile.writer import Value


class Change(NamedTuple):
    """Characters of a line that are written in another way."""

    line: int
    old: str
    new: str


@dataclass
class DraftItem:
    """A section, an attachment or an item: its number as found, its heading, its text, what stands below.

    `style` is the number's (numbering.MARKS), empty where there is none; `led`: the heading runs into the text.
    `written` is the number as it was typed, on that `line`.
    """

    title: str = ""
    texts: list[str] = field(default_factory=list)
    style: str = ""
    number: int = 0
    led: bool = False
    continued: bool = False  # the numbers below go on from those before
    kind: str = ""
    caption: str = ""
    table: Grid | None = None
    children: list["DraftItem"] = field(default_factory=list)
    written: str = ""
    line: int = -1


@dataclass
class Draft:
    """Everything of a report in its place.

    `lines` are what stands around the text, and what that says of the report, by the keys of the year file.
    `order` are the lines of the document as they will be printed, those that are not left out.
    `unplaced` is text that has no place, `left_out` what is not the report's, with the reason; `doubts` say what was
    not recognised, `notes` what was read as something else than it looks like; `changed` what was written anew.
    """

    year: int = 0
    title: list[str] = field(default_factory=list)
    lines: dict[str, Value] = field(default_factory=dict)
    lead: list[str] = field(default_factory=list)
    sections: list[DraftItem] = field(default_factory=list)
    annex_titles: list[str] = field(default_factory=list)
    annexes: list[DraftItem] = field(default_factory=list)
    issuer: str = ""
    order: list[int] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
