"""Two reports as one document with tracked changes (修订): accepting all gives the new one, rejecting all the old."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from lxml import etree

from ecoreport.report.blocks import Block, Kind
from ecoreport.typeset.layout import SIZE_3, SIZE_5, Layout
from ecoreport.typeset.word._body import Body, Revisions
from ecoreport.typeset.word._elements import element
from ecoreport.typeset.word._pairs import paired, unchanged
from ecoreport.typeset.word._pieces import Direct, Line, Piece
from ecoreport.typeset.word._setting import set_out
from ecoreport.typeset.word._styles import NORMAL, style_of
from ecoreport.typeset.word._template import template
from ecoreport.typeset.word.comments import Comment
from ecoreport.typeset.word.paragraphs import paragraphs, texts
from ecoreport.typeset.word.writer import Properties, describe

_SIZES: Mapping[str, tuple[float, float, float]] = {  # of the page before: pt of characters, line, and left indent
    style_of(Kind.TITLE): (SIZE_3, 24.0, 0.0),
    style_of(Kind.HEADING_1): (SIZE_5, 14.0, 0.0),
    style_of(Kind.BODY): (SIZE_5, 13.5, 2 * SIZE_5),
}
_DOCUMENT = "word/document.xml"
_ABOVE = 6.0  # pt above a heading of it
_LOWEST_LINE = Twips(10)


def tracked(  # noqa: PLR0913, PLR0917 - two documents, how they are set, and what comes before them
    old: Sequence[Block],
    new: Sequence[Block],
    layout: Layout,
    properties: Properties,
    author: str,
    before_it: Sequence[Block] = (),
) -> bytes:
    """The new blocks with every difference to the old ones as a revision by `author`, of the document's day.

    What comes `before_it` stands in small type on a page of its own, and is no revision.
    """
    before, after = (set_out(blocks, layout, sealed=properties.sealed) for blocks in (old, new))
    kept = template(layout)
    with kept.opened() as document:
        describe(document, properties)
        body = Body(document, layout, Revisions(author, properties.created))
        if before_it:
            body.add(unchanged(_apart(before_it, layout)))
        body.add(paired(before, after))
        # What the reader changes is tracked as well.
        document.settings.element.find(qn("w:defaultTabStop")).addprevious(element("w:trackRevisions"))
        return kept.packed()


def placed(data: bytes, told: Sequence[tuple[str, str]]) -> list[Comment]:
    """Comments for such a document: each on the next paragraph that is `told` of, by its text in the new version."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document = etree.fromstring(archive.read(_DOCUMENT))
    # What was taken out stands in elements of another name, so that this is the new text.
    shown = ["".join(one.text or "" for _, one in texts(line)) for line in paragraphs(document)]
    where, found = iter(enumerate(map(_bare, shown))), list[Comment]()
    for text, words in told:
        at = next((at for at, line in where if line == _bare(text)), None)
        if at is not None:
            found.append(Comment(at, 0, 0, words))
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


def _apart(blocks: Sequence[Block], layout: Layout) -> Iterator[Piece]:
    """A page of small type, and the end of the page."""
    for piece in set_out(blocks, layout, sealed=False):
        if isinstance(piece, Line):
            size, pitch, left = _SIZES[piece.style]
            above = Pt(_ABOVE if piece.style == style_of(Kind.HEADING_1) else 0)
            spans = tuple(span._replace(size=size) for span in piece.spans)
            direct = Direct(above, Pt(0), Pt(left), Pt(0), Pt(0), Pt(pitch), "left", off_grid=True)
            yield replace(piece, spans=spans, direct=direct)
    yield Line(NORMAL, (), Direct(line=_LOWEST_LINE, new_page=True, off_grid=True))
