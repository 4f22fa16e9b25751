"""The page: paper, 版心, grid, and page numbers outside left and right (5.1, 5.2, 7.5)."""

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.section import Section, _Footer
from docx.shared import Twips

from ecoreport.layout import Layout
from ecoreport.word.styles import NAMES
from ecoreport.word.units import twips_of_characters, twips_of_mm, twips_of_points

_MM_PER_POINT = 25.4 / 72
_LINE_PER_SIZE = 1.3  # height of an automatic line of 宋体


def set_page(section: Section, layout: Layout) -> None:
    """Give the section its size, margins, grid and the two footers."""
    page = layout.page
    section.page_width, section.page_height = Twips(twips_of_mm(page.width)), Twips(twips_of_mm(page.height))
    section.top_margin, section.bottom_margin = Twips(twips_of_mm(page.top)), Twips(twips_of_mm(page.bottom))
    section.left_margin, section.right_margin = Twips(twips_of_mm(page.left)), Twips(twips_of_mm(page.right))
    section.header_distance = section.gutter = Twips(0)
    section.footer_distance = Twips(_footer_distance(layout))
    grid = f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{twips_of_points(page.line_pitch)}"/>'
    section._sectPr.append(parse_xml(grid))  # noqa: SLF001 - python-docx has no word for the grid
    _number(section.footer, "right", layout)
    _number(section.even_page_footer, "left", layout)


def _footer_distance(layout: Layout) -> int:
    """From the paper's lower edge to the footer's, so that the dash's middle is 7 mm under the 版心 (7.5)."""
    half_line = layout.styles["page-number"].size * _LINE_PER_SIZE * _MM_PER_POINT / 2
    return twips_of_mm(layout.page.bottom - layout.page.page_number_below - half_line)


def _number(footer: _Footer, side: str, layout: Layout) -> None:
    """「— 1 —」, 空一字 from the outer edge of the 版心."""
    style = layout.styles["page-number"]
    one = twips_of_characters(style.right, layout.page, style.size)
    paragraph = footer.paragraphs[0]
    xml = (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{NAMES["page-number"].id}"/>'
        f'<w:ind w:left="{one if side == "left" else 0}" w:right="{one if side == "right" else 0}"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{_run("— ")}'
        f'<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>{_run(" —")}</w:p>'
    )
    paragraph._p.getparent().replace(paragraph._p, parse_xml(xml))  # noqa: SLF001 - fields have no other door


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
