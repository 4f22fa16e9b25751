"""A table of pieces: one that only sets the text becomes its lines, any other a grid of texts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecoreport.importing._pieces import Grid, Line, Piece, Stretch, moved

Cell = Sequence[Piece]  # none where a merged cell reaches over it
_LONG = 6  # paragraphs in a cell that holds running text
_PARTED = "\n\n"
_MOST_ROWS = 6  # of a table without rules that sets a red head, a signature or an imprint


def table(rows: Sequence[Sequence[Cell]], *, ruled: bool) -> list[Piece]:
    """The table's pieces; `ruled`: lines part its columns, or it has a head, so that it is meant as a table."""
    if _only_sets(rows, ruled=ruled):
        return [_placed(piece) for row in rows for cell in row for piece in cell]
    texts = tuple(tuple(_text(cell) for cell in row) for row in rows)
    return [Grid(texts, stretches=tuple(tuple(_stretches(cell)) for row in rows for cell in row))]


def _only_sets(rows: Sequence[Sequence[Cell]], *, ruled: bool) -> bool:
    """One column; without rules also two cells a row, as a number and its signer stand, and cells of running text."""
    if max(map(len, rows), default=0) <= 1:
        return True
    if ruled:
        return False
    filled = [sum(map(_is_filled, row)) for row in rows]
    if max(filled) <= 1 or len(rows) == 1:
        return True
    if any(len(cell) >= _LONG or any(isinstance(piece, Grid) for piece in cell) for row in rows for cell in row):
        return True
    return max(filled) <= 2 and len(rows) <= _MOST_ROWS and (len(rows) <= 2 or min(filled) <= 1)  # noqa: PLR2004 - a pair


def _is_filled(cell: Cell) -> bool:
    return any(isinstance(piece, Grid) or piece.text.strip() for piece in cell)


def _placed(piece: Piece) -> Piece:
    return replace(piece, where=piece.where or "table") if isinstance(piece, Line) else piece


def _text(cell: Cell) -> str:
    """The paragraphs of a cell, parted by empty lines; a table in it as lines of text."""
    return _PARTED.join(text.strip() for piece in cell for text in _texts(piece) if text.strip())


def _stretches(cell: Cell) -> Iterator[Stretch]:
    """Where the text of a cell stands in a Word file; of a table in it nothing is said."""
    end = 0
    for piece in cell:
        for text in _texts(piece):
            if text.strip():
                at = end + (len(_PARTED) if end else 0)
                end = at + len(text.strip())
                if isinstance(piece, Line):
                    yield from moved(piece.stretches, at - (len(text) - len(text.lstrip())))


def _texts(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Line):
        yield piece.text
    else:
        yield from (" ".join(cell for cell in row if cell) for row in piece.rows)
