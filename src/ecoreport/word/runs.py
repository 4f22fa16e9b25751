"""Runs of text inside a paragraph."""

import re

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from ecoreport.openings import MARK

# Falls to the Latin font, half as wide, unless the run is marked as East Asian.
_AMBIGUOUS = re.compile("[“”‘’—…·]")


def say(paragraph: WordParagraph, text: str, style: str | None = None) -> Run:
    """Add `text`, in a character style if one is named, its open places highlighted; the last of its runs."""
    *before, last = (piece for piece in MARK.split(text) if piece) if text else ("",)
    for piece in before:
        _run(paragraph, piece, style)
    return _run(paragraph, last, style)


def _run(paragraph: WordParagraph, text: str, style: str | None) -> Run:
    """A run with its quotes and dashes in the han font."""
    run = paragraph.add_run(text, style=style)
    if MARK.fullmatch(text):
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    if _AMBIGUOUS.search(text):
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no word for the hint
        fonts.set(qn("w:hint"), "eastAsia")
    return run


def set_style(paragraph: WordParagraph, style_id: str) -> None:
    """Give the paragraph a style by its id; python-docx only knows names and translates some of them."""
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = style_id  # noqa: SLF001
