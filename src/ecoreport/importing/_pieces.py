"""What the pages of a document show: paragraphs and tables in order, and what stands apart from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ecoreport.text.names import BETWEEN_NAMES

PAGE_NUMBERS = " 0123456789—-–－·第共页/\t\n"  # a page header of nothing else says nothing

# Characters that no year file may hold, and that nobody sees.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Stretch(NamedTuple):
    """So many characters from `at` on of a text are those from `start` on of a Word file's `paragraph`.

    Both count from 0, as `typeset.word.paragraphs` does.
    """

    at: int
    length: int
    paragraph: int
    start: int


def moved(stretches: Sequence[Stretch], by: int) -> tuple[Stretch, ...]:
    """The stretches of a text that stands so many characters further on."""
    return tuple(one._replace(at=one.at + by) for one in stretches)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its text, and what its style and place say of it, as far as they say anything."""

    text: str
    heading: int = 0  # 1 is the title's level, 0 none
    kind: str = ""  # a class of ecoreport's own Markdown, where that is what was read
    align: str = ""  # left, center, right, as far as it is said
    bold: bool = False
    size: float = 0.0  # points; 0: not said
    where: str = ""  # table (one that only sets the text), box, navigation; empty in the running text
    stretches: tuple[Stretch, ...] = field(default=(), compare=False, repr=False)  # where a Word file has it
    style: str = field(default="", compare=False)  # the name of its style in Word, in small letters


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; rows may differ in length as merged cells make them."""

    rows: tuple[tuple[str, ...], ...]
    text: str = ""  # as of a paragraph that says nothing, so that whoever looks for words passes it by
    heading: int = 0
    kind: str = "table"
    # Of each cell, row by row, as a line's.
    stretches: tuple[tuple[Stretch, ...], ...] = field(default=(), compare=False, repr=False)


Piece = Line | Grid


@dataclass(frozen=True, slots=True)
class Pieces:
    """The document's body in order; texts that belong nowhere in it (page headers, notes); what reading it changed."""

    body: tuple[Piece, ...]
    apart: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


def without_blanks(text: str) -> str:
    """The text without white space: what an import must keep, character by character."""
    return "".join(text.split())


_SETS = re.compile(rf"(?!{BETWEEN_NAMES})(?:(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f]))")


def on_one_line(text: str) -> str:
    """The text on one line: blanks beside han only set it, but for one that parts two names; any others are one."""
    return _SETS.sub("", re.sub(r"\s+", " ", text.strip()))


def characters_of(piece: Piece) -> str:
    """All that a piece shows, without white space."""
    if isinstance(piece, Line):
        return without_blanks(piece.text)
    return "".join(without_blanks(cell) for row in piece.rows for cell in row)
