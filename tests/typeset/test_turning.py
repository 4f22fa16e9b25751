"""Landscape pages: a wide table with what heads it and its note; nothing else turns."""

import pytest

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.typeset._turning import across, landscape
from ecoreport.typeset.layout import STANDARD, Layout, Page


def table(columns: int, cell: str = "12345.67") -> TableBlock:
    """A row of numbers below a head."""
    return TableBlock(("甲",) * columns, ((cell,) * columns,), (True,) * columns)


def of(kind: Kind) -> Paragraph:
    """A paragraph of the kind."""
    return Paragraph(kind, "甲")


WIDE, NARROW = table(8), table(7)


@pytest.mark.parametrize(
    ("blocks", "turned"),
    [
        ([NARROW], set()),
        ([WIDE], {0}),
        ([table(12, "甲")], set()),
        ([table(13, "甲")], {0}),
        ([of(Kind.BODY), WIDE, of(Kind.BODY)], {1}),
        ([of(Kind.BODY), of(Kind.CAPTION), WIDE, of(Kind.TABLE_NOTE), of(Kind.BODY)], {1, 2, 3}),
        ([of(Kind.DATE), of(Kind.ANNEX_MARK), of(Kind.ANNEX_TITLE), of(Kind.CAPTION), WIDE], {1, 2, 3, 4}),
        ([of(Kind.HEADING_1), of(Kind.BODY), of(Kind.CAPTION), NARROW, of(Kind.TABLE_NOTE)], set()),
        ([WIDE, of(Kind.CAPTION), WIDE], {0, 1, 2}),
        ([NARROW, WIDE], {1}),
        ([of(Kind.TITLE), of(Kind.COLUMN_CHART), WIDE], {0, 1, 2}),
    ],
)
def test_a_wide_table_turns_with_what_belongs_to_it(blocks: list[Block], turned: set[int]) -> None:
    """Headings are those that stay with what follows."""
    assert landscape(blocks, STANDARD) == turned


def test_a_page_that_is_wide_already_does_not_turn() -> None:
    """It would have less room."""
    wide = Layout(page=Page(width=297, height=210))
    assert landscape([table(20)], wide) == frozenset()


def test_the_page_is_turned_to_the_left() -> None:
    """8: its head at the binding edge; turned back it is the same page but for the side of the binding."""
    page = across(Page())
    assert (page.width, page.height) == (297, 210)
    assert (page.top, page.right, page.bottom, page.left) == (28.01, 37, 26, 35)
    assert page.text_width == pytest.approx(225 / 25.4 * 72)
