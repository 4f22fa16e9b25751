"""Two reports as one document with tracked changes (修订): accepting all gives the new one, rejecting all the old."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from ecoreport.report.blocks import Block
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._body import Body, Revisions
from ecoreport.typeset.word._elements import element
from ecoreport.typeset.word._pairs import paired
from ecoreport.typeset.word._setting import set_out
from ecoreport.typeset.word._template import template
from ecoreport.typeset.word.writer import Properties, describe


def tracked(old: Sequence[Block], new: Sequence[Block], layout: Layout, properties: Properties, author: str) -> bytes:
    """The new blocks with every difference to the old ones as a revision by `author`, of the document's day."""
    before, after = (set_out(blocks, layout, sealed=properties.sealed) for blocks in (old, new))
    kept = template(layout)
    with kept.opened() as document:
        describe(document, properties)
        Body(document, layout, Revisions(author, properties.created)).add(paired(before, after))
        # What the reader changes is tracked as well.
        document.settings.element.find(qn("w:defaultTabStop")).addprevious(element("w:trackRevisions"))
        return kept.packed()
