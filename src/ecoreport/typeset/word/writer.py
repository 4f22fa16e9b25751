"""Blocks to a Word document."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from docx.document import Document

from ecoreport.report.blocks import Block
from ecoreport.report.digests import digests
from ecoreport.report.digests import properties as kept_as
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._body import Body
from ecoreport.typeset.word._pairs import unchanged
from ecoreport.typeset.word._setting import set_out
from ecoreport.typeset.word._template import template

_LONGEST_PROPERTY = 255  # characters, [MS-OE376]


class Properties(NamedTuple):
    """What a document says of itself; `created` comes from the data, never from the clock.

    `values` are the digests of what the report's references print.
    """

    title: str
    author: str
    created: dt.date
    sealed: bool = False
    values: tuple[str, ...] = ()


def write(blocks: Sequence[Block], layout: Layout, properties: Properties) -> bytes:
    """The blocks as a .docx in that layout, with their digests; ValueError for a character that no XML holds."""
    kept = template(layout)
    with kept.opened() as document:
        describe(document, properties)
        Body(document, layout).add(unchanged(set_out(blocks, layout, sealed=properties.sealed)))
        return kept.packed(kept_as(digests(blocks), properties.values))


def describe(document: Document, properties: Properties) -> None:
    """Title, author and dates of the document."""
    core, day = document.core_properties, dt.datetime.combine(properties.created, dt.time(), dt.UTC)
    core.title, core.author = properties.title[:_LONGEST_PROPERTY], properties.author[:_LONGEST_PROPERTY]
    core.last_modified_by, core.language, core.revision = core.author, "zh-CN", 1
    core.created = core.modified = day
