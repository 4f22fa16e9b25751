"""Rows of texts in columns for a terminal; the first row is the head."""

from collections.abc import Iterator, Sequence

from ecoreport.problems.terminal import display_width


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines whose columns are as wide as their widest cell, han counting two."""
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
