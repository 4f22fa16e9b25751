"""A report as it is being recognised: what becomes the year file, before figures are named."""

from dataclasses import dataclass, field

from ecoreport.importing._pieces import Grid
from ecoreport.yearfile.writer import Value


@dataclass
class DraftItem:
    """A section, an attachment or an item: its number as found, its heading, its text, what stands below.

    `style` is the number's (numbering.MARKS), empty where there is none; `led`: the heading runs into the text.
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


@dataclass
class Draft:
    """Everything of a report in its place.

    `lines` are what stands around the text, and what that says of the report, by the keys of the year file.
    `unplaced` is text that has none, `doubts` say what was not recognised, `changed` what was written anew.
    """

    year: int = 0
    title: list[str] = field(default_factory=list)
    lines: dict[str, Value] = field(default_factory=dict)
    lead: list[str] = field(default_factory=list)
    sections: list[DraftItem] = field(default_factory=list)
    annex_titles: list[str] = field(default_factory=list)
    annexes: list[DraftItem] = field(default_factory=list)
    issuer: str = ""
    unplaced: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
