"""The one page of a comparison as blocks, for what is typeset."""

from collections.abc import Iterator

from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import Comparison
from ecoreport.years.compare._page import clipped, page


def first_page(comparison: Comparison) -> tuple[Block, ...]:
    """A title and, below each head, its lines; nothing where the comparison has no such page."""
    return tuple(_page(comparison))


def _page(comparison: Comparison) -> Iterator[Block]:
    if comparison.summary:
        yield Paragraph(Kind.TITLE, clipped(_told.title(comparison)))
        for head, lines in page(comparison, comparison.summary):
            yield Paragraph(Kind.HEADING_1, head)
            yield from (Paragraph(Kind.BODY, line) for line in lines)
