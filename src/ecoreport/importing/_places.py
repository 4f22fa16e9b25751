"""Where each character of a document shows: its paragraph, its column, and its place in a Word file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ecoreport.importing._pieces import UNSEEN, Grid, Piece, Stretch, without_blanks

_BETWEEN_CELLS = " | "


class Place(NamedTuple):
    """A character's paragraph as `textconv` prints them, and its column there, both from 1.

    `paragraph` and `start` count from 0 in the Word file, as `typeset.word.paragraphs` does; -1: not typed there.
    """

    line: int
    column: int
    paragraph: int = -1
    start: int = -1


class ShownLine(NamedTuple):
    """A paragraph or a row of a table: its text on one line, and its cells with where a Word file has them."""

    text: str
    cells: tuple[tuple[str, tuple[Stretch, ...]], ...]


def shown_lines(body: Sequence[Piece]) -> Iterator[ShownLine]:
    """What shows any text, a paragraph or a table's row a line."""
    for piece in body:
        for cells in _rows(piece):
            text = _BETWEEN_CELLS.join(" ".join(cell.split()) for cell, _ in cells)
            if text:
                yield ShownLine(text, cells)


def _rows(piece: Piece) -> Iterator[tuple[tuple[str, tuple[Stretch, ...]], ...]]:
    if not isinstance(piece, Grid):
        yield ((piece.text, piece.stretches),)
        return
    known = iter(piece.stretches)
    for row in piece.rows:
        yield tuple((cell, next(known, ())) for cell in row)


@dataclass(frozen=True, slots=True)
class Places:
    """The characters of a document, white space and what nobody sees left out, counted through it from 0."""

    lines: tuple[ShownLine, ...]
    ends: tuple[int, ...]  # of each line: how many characters there are up to its end

    def line_of(self, at: int) -> int:
        """Which of the lines a character stands on, from 0."""
        return bisect_right(self.ends, at)

    def on(self, line: int) -> tuple[Place, ...]:
        """The characters of a line."""
        return tuple(_on(self.lines[line], line + 1))

    def start_of(self, line: int) -> int:
        """How many characters stand before the line."""
        return self.ends[line - 1] if line else 0


def places(body: Sequence[Piece]) -> Places:
    """The characters of a document's body."""
    lines = tuple(shown_lines(body))
    ends, total = [], 0
    for line in lines:
        total += len(characters(line))
        ends.append(total)
    return Places(lines, tuple(ends))


def characters(line: ShownLine) -> str:
    """The line's characters, those that count."""
    return "".join(without_blanks(UNSEEN.sub("", cell)) for cell, _ in line.cells)


def _on(line: ShownLine, number: int) -> Iterator[Place]:
    before = 0  # columns
    for text, stretches in line.cells:
        column, gap, width = 0, False, len(" ".join(text.split()))
        typed = {one.at + nth: (one.paragraph, one.start + nth) for one in stretches for nth in range(one.length)}
        for at, char in enumerate(text):
            if char.isspace():
                gap = column > 0
                continue
            column += gap
            gap = False
            if not UNSEEN.match(char):
                yield Place(number, before + column + 1, *typed.get(at, ()))
            column += 1
        before += width + len(_BETWEEN_CELLS)
