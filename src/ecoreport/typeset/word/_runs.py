"""Paragraphs and the runs of text inside them, as XML."""

import re

from ecoreport.text.placeholders import MARK
from ecoreport.typeset.word._markup import text as escaped

# Falls to the Latin font, half as wide, unless the run is marked as East Asian.
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_BREAKS = re.compile("([\t\n])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


KEEP_NEXT = "<w:keepNext/>"
CENTRED, LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'


def paragraph(style: str, content: str, *properties: str) -> str:
    """A paragraph in a style by its id, around `content`.

    The properties come in the order of the schema: keepNext, pBdr, tabs, spacing, ind, jc.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"".join(properties)}</w:pPr>{content}</w:p>'


def tabs(*stops: tuple[int, str]) -> str:
    """The paragraph's property with the places that tabs go to: twips and `left` or `right`."""
    return "".join(("<w:tabs>", *(f'<w:tab w:val="{align}" w:pos="{at}"/>' for at, align in stops), "</w:tabs>"))


def runs(text: str, style: str = "", size: int = 0) -> str:
    """The text, in a character style and a size in half points if they are given, its open places highlighted."""
    return "".join(_run(piece, style, size) for piece in MARK.split(text) if piece)


def _run(text: str, style: str, size: int) -> str:
    """A run with its quotes and dashes in the han font."""
    properties = (
        (style and f'<w:rStyle w:val="{style}"/>')
        + ('<w:rFonts w:hint="eastAsia"/>' if _AMBIGUOUS.search(text) else "")
        + (f'<w:sz w:val="{size}"/>' if size else "")
        + ('<w:highlight w:val="yellow"/>' if MARK.fullmatch(text) else "")
    )
    pieces = _BREAKS.split(text) if "\t" in text or "\n" in text else (text,)
    said = "".join(_ELEMENTS.get(piece) or _said(piece) for piece in pieces if piece)
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{said}</w:r>"


def _said(text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<w:t{space}>{escaped(text)}</w:t>"
