"""The layout's figures on the styles of template.docx: Word's own styles where Word has one, no direct formatting."""

from collections.abc import Mapping

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle

from ecoreport.report.blocks import Kind
from ecoreport.typeset.layout import CHART_TITLE, SIZE_3, Layout, Page, Style, style_name
from ecoreport.typeset.word._elements import (
    characters,
    set_characters,
    set_complex_size,
    set_fonts,
    set_hanging_marks,
    set_letter_spacing,
    set_lines,
    set_off_grid,
)

LEAD, SIGNER, TABLE, NORMAL = "LeadHeading", "Signer", "TableGrid", "Normal"
CHART, CELL, PAGE_NUMBER = "chart", "table-cell", "page-number"
# By the kind of paragraph: the style's id in the template.
STYLES: Mapping[str, str] = {
    Kind.TITLE: "Title", Kind.HEADING_1: "Heading1", Kind.HEADING_2: "Heading2", Kind.HEADING_3: "Heading3",
    Kind.HEADING_4: "Heading4", Kind.BODY: "BodyText", Kind.ADDRESSEES: "Salutation", Kind.ISSUER: "Signature",
    Kind.DATE: "Date", Kind.CAPTION: "Caption", Kind.COPY_NUMBER: "CopyNumber",
    Kind.SECRECY: "Secrecy", Kind.URGENCY: "Urgency",
    Kind.RED_HEAD: "RedHead", Kind.NUMBER: "DocumentNumber",
    Kind.ANNEX_LIST: "AnnexList", Kind.ANNOTATION: "Annotation", Kind.ANNEX_MARK: "AnnexMark",
    Kind.ANNEX_TITLE: "AnnexTitle", Kind.TABLE_NOTE: "TableNote", CHART_TITLE: "ChartTitle", CHART: "Chart",
    Kind.CC: "Imprint", CELL: "TableCell", PAGE_NUMBER: "Footer",
}  # fmt: skip
ALIGN = {
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_RED = RGBColor(255, 0, 0)


def style_of(kind: str) -> str:
    """The id of the style of a kind of paragraph."""
    return STYLES[style_name(kind)]


def set_styles(document: Document, layout: Layout) -> None:
    """Give every style of the template the layout's figures."""
    known = {style.style_id: style for style in document.styles}
    _set_normal(known[NORMAL], layout)
    for kind, name in STYLES.items():
        _set_style(known[name], kind, layout)
    _set_font(known[LEAD], layout.styles["heading-2"].font, layout.latin_font)
    _set_font(known[SIGNER], layout.styles["signer"].font, layout.latin_font)


def _set_normal(style: ParagraphStyle, layout: Layout) -> None:
    """What all others are based on: the grid of 22 lines and 28 characters (5.2.3)."""
    form = style.paragraph_format
    form.alignment, form.line_spacing = ALIGN["both"], Pt(layout.page.line_pitch)
    form.space_before = form.space_after = Pt(0)
    _set_font(style, layout.styles["body"].font, layout.latin_font, SIZE_3)
    spacing = 0 if layout.page.grid == "characters" else layout.page.character_spacing  # else it would count twice
    set_letter_spacing(style.element.get_or_add_rPr(), spacing)
    set_hanging_marks(style.element.get_or_add_pPr(), allowed=layout.page.hanging_marks)


def _set_style(style: ParagraphStyle, kind: str, layout: Layout) -> None:
    of = layout.style(kind)
    _set_paragraph(style, of, layout.page)
    _set_font(style, of.font, of.latin or layout.latin_font, of.size)
    style.font.bold = False
    if kind == Kind.RED_HEAD:
        style.font.color.rgb = _RED
    if of.size > SIZE_3:  # the spacing that makes 28 characters is for text, not for titles
        set_letter_spacing(style.element.get_or_add_rPr(), 0)


def _set_paragraph(style: ParagraphStyle, of: Style, page: Page) -> None:
    form, pitch = style.paragraph_format, Pt(page.line_pitch)
    form.alignment = ALIGN[of.align]
    form.line_spacing = pitch if of.exact else 1.0
    form.space_before, form.space_after = (Twips(round(count * pitch.twips)) for count in (of.before, of.after))
    form.keep_with_next, form.page_break_before = of.keep_next or None, of.new_page or None
    form.right_indent = characters(of.right, page, of.size)
    form.first_line_indent = characters(of.indent, page, of.size)
    if not of.exact:
        set_off_grid(style.element.pPr)
    set_characters(style.element.pPr.ind, of.indent)
    set_lines(style.element.pPr.spacing, of.before, of.after)


def _set_font(style: CharacterStyle, han: str, latin: str, size: float | None = None) -> None:
    properties = style.element.get_or_add_rPr()
    set_fonts(properties, han, latin)
    if size:
        style.font.size = Pt(size)
        set_complex_size(properties, size)
