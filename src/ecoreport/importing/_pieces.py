"""What the pages of a document show: paragraphs and tables in order, and what stands apart from them."""

import re
from dataclasses import dataclass

PAGE_NUMBERS = " 0123456789—-–－·第共页/\t\n"  # a page header of nothing else says nothing


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
    style: str = ""  # the name of its style in Word, in small letters


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; rows may differ in length as merged cells make them."""

    rows: tuple[tuple[str, ...], ...]
    text: str = ""  # as of a paragraph that says nothing, so that whoever looks for words passes it by
    heading: int = 0
    kind: str = "table"


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


# 《某省教育厅 某省司法厅关于……》: the blank parts two names.
_BETWEEN_NAMES = "(?<=[厅局委办部院会府团社]) (?=[\u4e00-\u9fff]{2,14}[厅局委办部院会府](?:关于|印发| |》))"
_SETS = re.compile(rf"(?!{_BETWEEN_NAMES})(?:(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f]))")


def on_one_line(text: str) -> str:
    """The text on one line: blanks beside han only set it, but for one that parts two names; any others are one."""
    return _SETS.sub("", re.sub(r"\s+", " ", text.strip()))


def characters_of(piece: Piece) -> str:
    """All that a piece shows, without white space."""
    if isinstance(piece, Line):
        return without_blanks(piece.text)
    return "".join(without_blanks(cell) for row in piece.rows for cell in row)
