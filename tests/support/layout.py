"""How a Word file is laid out, as text for people: what python-docx, a reader that is not ours, sees."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

_SHOWN = 16  # characters of a paragraph


def layout_of(data: bytes) -> str:
    """The pages, then a line a paragraph or row: its style, what it sets beyond that, how it begins."""
    document = Document(io.BytesIO(data))
    return "".join(f"{line}\n" for line in (*_pages(document), *_body(document)))


def styles_of(data: bytes) -> str:
    """Every paragraph style that is used or based on, with all that it sets."""
    document = Document(io.BytesIO(data))
    styles = (style for style in document.styles if isinstance(style, ParagraphStyle))
    return "".join(f"{style.name}: {' '.join(_properties(style.element))}\n" for style in styles)


def _pages(document: DocxDocument) -> Iterator[str]:
    for section in document.sections:
        size = f"{section.page_width.mm:.1f}×{section.page_height.mm:.1f}"
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        yield f"= page {size} mm, margins {' '.join(f'{one.mm:.1f}' for one in margins)}"
        for name, part in (("odd", section.footer), ("even", section.even_page_footer)):
            yield f"= footer {name}: {' '.join(line for each in part.paragraphs for line in _line(each))}"


def _body(document: DocxDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _line(block)
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    columns = [column.get(qn("w:w")) for column in table._tbl.tblGrid]
    yield f"# table {' '.join(map(str, columns))}"
    for row in table.rows:
        yield "| " + " | ".join(
            "; ".join(line for each in cell.paragraphs for line in _line(each)) for cell in row.cells
        )


def _line(paragraph: Paragraph) -> Iterator[str]:
    own = paragraph._p.pPr
    found = [] if own is None else [one for one in _properties(own) if not one.startswith("pStyle")]
    runs = {" ".join(_properties(run._r.rPr)) for run in paragraph.runs if run._r.rPr is not None}
    runs = {one.replace("rFonts(hint=eastAsia)", "").strip() for one in runs} - {""}
    drawing = " <drawing>" if paragraph._p.xpath(".//w:drawing") else ""
    marks = "".join(f" {{{one}}}" for one in [" ".join(found), *sorted(runs)] if one)
    text = paragraph.text.replace("\n", "↵").replace("\t", "→")
    yield f"[{paragraph.style.name if paragraph.style else ''}]{marks}{drawing} {text[:_SHOWN]}"


def _properties(element: BaseOxmlElement) -> Iterator[str]:
    """Each property with its attributes: spacing(before=579)."""
    for one in element:
        name = one.tag.rpartition("}")[2]
        if name in ("pPr", "rPr"):
            yield from _properties(one)
        elif name not in ("name", "uiPriority", "qFormat", "rsid", "next"):
            told = ", ".join(f"{key.rpartition('}')[2]}={value}" for key, value in sorted(one.attrib.items()))
            yield f"{name}({', '.join(filter(None, (told, *_properties(one))))})"
