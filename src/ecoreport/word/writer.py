"""Put a Word document together: skeleton, styles, page, body, properties, bytes."""

import datetime as dt
import io
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument

from ecoreport.blocks import Block
from ecoreport.layout import Layout
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
    document = Document(skeleton(layout.stand_ins))
    for element in style_elements(layout):
        document.styles.element.append(element)
    Body(document, layout, sealed=properties.sealed).add(blocks)
    set_page(document.sections[0], layout)
    _describe(document, properties)
    packed = io.BytesIO()
    document.save(packed)
    return normalised(packed.getvalue())


def _describe(document: WordDocument, properties: Properties) -> None:
    core = document.core_properties
    core.title = properties.title[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = properties.author[:_LONGEST_PROPERTY]
    core.language = "zh-CN"
    core.revision = 1
    created = properties.created
    core.created = core.modified = dt.datetime(created.year, created.month, created.day, tzinfo=dt.UTC)
