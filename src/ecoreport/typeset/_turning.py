"""Pages for tables that are too wide for an upright one (8)."""

from collections.abc import Iterator, Sequence

from ecoreport.report.blocks import Block, Kind, TableBlock, kind_at
from ecoreport.text.tables import needed
from ecoreport.typeset.layout import Layout, Page

_CELL = "table-cell"


def across(page: Page) -> Page:
    """The page turned to the left: its head is at the 订口 of odd pages, at the 切口 of even ones."""
    turned = {"width": page.height, "height": page.width, "top": page.left, "right": page.top, "bottom": page.right}
    return page.model_copy(update={**turned, "left": page.bottom})


def landscape(blocks: Sequence[Block], layout: Layout) -> frozenset[int]:
    """Which blocks stand on landscape pages: a wide table, what heads it, and its note."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, TableBlock) and _is_wide(block, layout):
            found.update((at, *_heads(blocks, at, layout)))
            if kind_at(blocks, at + 1) == Kind.TABLE_NOTE:
                found.add(at + 1)
    return frozenset(found)


def _heads(blocks: Sequence[Block], table: int, layout: Layout) -> Iterator[int]:
    """What stands above the table and stays with what follows."""
    for at in range(table - 1, -1, -1):
        kind = kind_at(blocks, at)
        if kind is None or not layout.style(kind).keep_next:
            return
        yield at


def _is_wide(table: TableBlock, layout: Layout) -> bool:
    """Whether an upright page breaks its numbers, and a landscape one has more room."""
    upright, turned = (page.text_width / layout.style(_CELL).size for page in (layout.page, across(layout.page)))
    return upright < min(turned, sum(needed((table.header, *table.rows))))
