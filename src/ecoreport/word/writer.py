"""Put a Word document together: skeleton, styles, page, body, properties, bytes."""

import datetime as dt
import io
from dataclasses import dataclass
from functools import cache

from docx import Document
from docx.document import Document as WordDocument

from ecoreport.blocks import Block
from ecoreport.layout import STANDARD, Layout
from ecoreport.word.body import Body
from ecoreport.word.package import normalised, skeleton
from ecoreport.word.page import set_page
from ecoreport.word.styles import style_elements

_LONGEST_PROPERTY = 255  # characters, [MS-OE376]; python-docx refuses more


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself; `created` comes from the data, never from the clock."""

    title: str
    author: str
    created: dt.date
    sealed: bool = False


def write(blocks: tuple[Block, ...], layout: Layout, properties: Properties) -> bytes:
    """The blocks as a .docx in that layout."""
    document = Document(io.BytesIO(_standard() if layout is STANDARD else _empty(layout)))
    Body(document, layout, sealed=properties.sealed).add(blocks)
    _describe(document, properties)
    packed = io.BytesIO()
    document.save(packed)
    return normalised(packed.getvalue())


@cache
def _standard() -> bytes:
    return _empty(STANDARD)


def _empty(layout: Layout) -> bytes:
    """A document with the layout's page and styles, and no text."""
    document = Document(skeleton(layout.stand_ins))
    for element in style_elements(layout):
        document.styles.element.append(element)
    set_page(document.sections[0], layout)
    saved = io.BytesIO()
    document.save(saved)
    return normalised(saved.getvalue())


def _describe(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title = properties.title[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = properties.author[:_LONGEST_PROPERTY]
    core.language = "zh-CN"
    core.revision = 1
    created = properties.created
    core.created = core.modified = dt.datetime(created.year, created.month, created.day, tzinfo=dt.UTC)
