"""Tables as wide as the 版心, columns by what they hold, rows as high as they need."""

from collections.abc import Sequence
from itertools import pairwise

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.parser import OxmlElement
from docx.shared import Twips
from docx.table import _Cell, _Row

from ecoreport.blocks import Table
from ecoreport.layout import Layout
from ecoreport.titles import width
from ecoreport.word.runs import say, set_style
from ecoreport.word.styles import NAMES, TABLE
from ecoreport.word.units import text_width

_LEAST, _MOST = 3, 24  # 字 of text that a column is taken to want
_PADDING = 2  # 字 that the cell's margins take


def add_table(document: WordDocument, table: Table, layout: Layout) -> None:
    """Add the table; its first row is a heading that repeats on every page."""
    rows = (table.header, *table.rows)
    built = document.add_table(len(rows), len(table.header))
    built._tbl.tblPr.get_or_add_tblStyle().val = TABLE  # noqa: SLF001 - by id, as built
    built.autofit = False
    widths = _widths(rows, text_width(layout.page))
    for column, column_width in zip(built.columns, widths, strict=True):
        column.width = Twips(column_width)
    for at, (row, texts) in enumerate(zip(built.rows, rows, strict=True)):
        _keep_whole(row, heading=at == 0)
        for cell, text, column_width, centred in zip(row.cells, texts, widths, table.centred, strict=True):
            cell.width = Twips(column_width)
            _fill(cell, text, centred=centred or at == 0)


def _widths(rows: Sequence[Sequence[str]], whole: int) -> list[int]:
    """Twips for each column, in proportion to its longest line, together exactly `whole`."""
    longest = [
        max(width(line) for cell in column for line in (cell or " ").split("\n")) for column in zip(*rows, strict=True)
    ]
    wanted = [min(max(length, _LEAST), _MOST) + _PADDING for length in longest]
    edges = [round(whole * sum(wanted[:at]) / sum(wanted)) for at in range(len(wanted) + 1)]
    return [after - before for before, after in pairwise(edges)]


def _fill(cell: _Cell, text: str, *, centred: bool) -> None:
    paragraph = cell.paragraphs[0]
    set_style(paragraph, NAMES["table-cell"].id)
    say(paragraph, text)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _keep_whole(row: _Row, *, heading: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no word for either
    properties.append(OxmlElement("w:cantSplit"))
    if heading:
        properties.append(OxmlElement("w:tblHeader"))
