"""Rows of texts as a table: in columns for a terminal, or with GFM's pipes; the first row is the head."""

from collections.abc import Iterator, Sequence

from ecoreport.problems.terminal import display_width
from ecoreport.report.markdown import escape


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines whose columns are as wide as their widest cell, han counting two."""
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def pipes(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of a GFM table; what is typed in a cell stays text."""
    for at, row in enumerate(rows):
        yield "| " + " | ".join(escape(cell.replace("\n", " ")) for cell in row) + " |"
        if at == 0:
            yield "|" + "---|" * len(row)
