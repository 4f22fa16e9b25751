"""Runs of text inside a paragraph."""

import re
from typing import TYPE_CHECKING, cast

from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from ecoreport.openings import MARK

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

# Falls to the Latin font, half as wide, unless the run is marked as East Asian.
_PLAIN = re.compile(r"\S(?:[^\t\n\r]*\S)?")
_AMBIGUOUS = re.compile("[“”‘’—…·]")


def say(paragraph: WordParagraph, text: str, style: str | None = None) -> Run:
    """Add `text`, in a character style if one is named, its open places highlighted; the last of its runs."""
    *before, last = (piece for piece in MARK.split(text) if piece) if text else ("",)
    for piece in before:
        _run(paragraph, piece, style)
    return _run(paragraph, last, style)


def _run(paragraph: WordParagraph, text: str, style: str | None) -> Run:
    """A run with its quotes and dashes in the han font."""
    run = paragraph.add_run("" if _PLAIN.fullmatch(text) else text, style=style)
    if _PLAIN.fullmatch(text):  # python-docx goes through it character by character
        said = OxmlElement("w:t")
        said.text = text
        run._r.append(said)  # noqa: SLF001 - no other door
    if MARK.fullmatch(text):
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if _AMBIGUOUS.search(text):
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no word for the hint
        fonts.set(qn("w:hint"), "eastAsia")
    return run


def add_paragraph(document: WordDocument, style_id: str) -> WordParagraph:
    """A new paragraph at the end, in a style; python-docx looks through all others to find the end."""
    element = OxmlElement("w:p")
    properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), style_id)
    properties.append(style)
    element.append(properties)
    body = document._body  # noqa: SLF001 - the parent that python-docx gives its paragraphs
    body._element[-1].addprevious(element)  # noqa: SLF001 - before the section's properties
    return WordParagraph(cast("CT_P", element), body)


def set_style(paragraph: WordParagraph, style_id: str) -> None:
    """Give the paragraph a style by its id; python-docx only knows names and translates some of them."""
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = style_id  # noqa: SLF001
