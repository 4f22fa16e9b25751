"""Tables as wide as the 版心, columns by what they hold, rows as high as they need."""

from collections.abc import Sequence
from itertools import pairwise

from ecoreport.report.blocks import TableBlock
from ecoreport.text.titles import width
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._runs import CENTRED, paragraph, runs
from ecoreport.typeset.word._styles import NAMES, TABLE
from ecoreport.typeset.word._units import text_width

_LEAST, _MOST = 3, 24  # 字 of text that a column is taken to want
_PADDING = 2  # 字 that the cell's margins take
_PROPERTIES = (
    f'<w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
    'w:noVBand="1"/></w:tblPr>'
)
_HEADING, _ROW = "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"


def table_of(table: TableBlock, layout: Layout) -> str:
    """The table; its first row is a heading that repeats on every page, and no row is torn by the end of one."""
    rows = (table.header, *table.rows)
    widths = _widths(rows, text_width(layout.page))
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    heading = _row(_HEADING, table.header, widths, [True] * len(widths))
    body = "".join(_row(_ROW, row, widths, table.centred) for row in table.rows)
    return f"<w:tbl>{_PROPERTIES}<w:tblGrid>{columns}</w:tblGrid>{heading}{body}</w:tbl>"


def _widths(rows: Sequence[Sequence[str]], whole: int) -> list[int]:
    """Twips for each column, in proportion to its longest line, together exactly `whole`."""
    longest = [
        max(width(line) for cell in column for line in (cell or " ").split("\n")) for column in zip(*rows, strict=True)
    ]
    wanted = [min(max(length, _LEAST), _MOST) + _PADDING for length in longest]
    edges = [round(whole * sum(wanted[:at]) / sum(wanted)) for at in range(len(wanted) + 1)]
    return [after - before for before, after in pairwise(edges)]


def _row(properties: str, texts: Sequence[str], widths: Sequence[int], centred: Sequence[bool]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{_cell(text, centred=middle)}</w:tc>'
        for text, column, middle in zip(texts, widths, centred, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(text: str, *, centred: bool) -> str:
    return paragraph(NAMES["table-cell"].id, runs(text), CENTRED if centred else "")
