"""template.docx in a layout: opened once, each document is written into it, packed, and taken out again."""

import io
import threading
import zipfile
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib import resources
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.shared import Mm, Pt

from ecoreport.typeset.layout import STANDARD, Layout
from ecoreport.typeset.word import custom
from ecoreport.typeset.word._elements import characters, element, set_grid, set_paper
from ecoreport.typeset.word._styles import set_styles

FILE = "template.docx"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the zip format's own; the clock must not show in the bytes
_PLAIN_FILE = 0o100644 << 16
_LINE_PER_SIZE = 1.3  # height of an automatic line of 宋体
_KEPT = 4  # layouts that are kept opened


class Template:
    """The template in one layout; one document at a time."""

    def __init__(self, layout: Layout) -> None:
        """Open it; its figures are the standard's until another layout is laid over it."""
        self._document = docx.Document(
            io.BytesIO(resources.files("ecoreport.typeset.word").joinpath(FILE).read_bytes())
        )
        if layout != STANDARD:
            lay_out(self._document, layout)
        self._section = self._document.element.body.sectPr
        part, package = self._document.part, self._document.part.package
        self._document.core_properties.revision = 1  # python-docx makes the part at the first use
        self._relations = frozenset(part.rels)
        settings = part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        changing = (part, settings, package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES))
        # What no document changes is made into bytes once.
        self._fixed = {id(one): one.blob for one in package.iter_parts() if one not in changing}
        self._package_relations = _xml_of(package.rels)
        self._custom = Part(PackURI(f"/{custom.PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"", package)
        relation = package.relate_to(self._custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
        self._described_relations = _xml_of(package.rels)
        del package.rels[relation]  # the part is written last, of what all others are
        self._lock = threading.Lock()

    @contextmanager
    def opened(self) -> Iterator[Document]:
        """The document, without text; what is written into it is gone afterwards, whatever happens."""
        with self._lock:
            settings = list(self._document.settings.element)
            try:
                yield self._document
            finally:
                self._empty()
                self._document.settings.element[:] = settings

    def _empty(self) -> None:
        body = self._document.element.body
        body[:] = [self._section]
        relations = self._document.part.rels
        for name in [name for name in relations if name not in self._relations]:
            del relations[name]
            relations._target_parts_by_rId.pop(name)  # noqa: SLF001 - else every chart ever drawn stays

    def packed(self, properties: Mapping[str, str] | None = None) -> bytes:
        """The document's bytes: members undated and uncompressed, for deflate differs between zlibs.

        With `properties` of its own, and a seal on all parts beside these, or with neither.
        """
        package = self._document.part.package
        parts = list(package.iter_parts())
        typed = (*parts, self._custom) if properties else parts
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            _store(archive, CONTENT_TYPES_URI, _content_types(tuple((one.partname, one.content_type) for one in typed)))
            _store(archive, PACKAGE_URI.rels_uri, self._described_relations if properties else self._package_relations)
            for part in parts:
                _store(archive, part.partname, self._fixed.get(id(part)) or part.blob)
                if part.rels:
                    _store(archive, part.partname.rels_uri, _xml_of(part.rels))
            if properties:
                seal = {custom.SEAL: custom.seal(archive.infolist())}
                _store(archive, self._custom.partname, custom.written({**properties, **seal}))
        return made.getvalue()


_opened: deque[tuple[Layout, Template]] = deque(maxlen=_KEPT)


def template(layout: Layout) -> Template:
    """The template in that layout."""
    for known, kept in _opened:
        if known == layout:
            return kept
    _opened.append((layout, Template(layout)))
    return _opened[-1][1]


def _xml_of(relations: Relationships) -> bytes:
    return cast("bytes", relations.xml)  # python-docx calls it a str


@lru_cache(_KEPT)
def _content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    """What each part is, of which the name and the type are given; XML and relations by their ending."""
    types = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    for name, kind in parts:
        types.add_override(name, kind)
    return serialize_part_xml(types)


def _store(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    member = zipfile.ZipInfo(name.lstrip("/"), FIRST_DAY)
    member.create_system, member.external_attr = 3, _PLAIN_FILE
    archive.writestr(member, data, zipfile.ZIP_STORED)


def lay_out(document: Document, layout: Layout) -> None:
    """Give the document the layout's figures."""
    set_styles(document, layout)
    _set_page(document, layout)
    _set_font_table(document, layout)


def _set_page(document: Document, layout: Layout) -> None:
    """Paper, 版心 and grid (5.1, 5.2), and the page number 空一字 from the outer edge, 7 mm under the 版心 (7.5)."""
    section, page, number = document.sections[0], layout.page, layout.styles["page-number"]
    set_paper(section, page)
    half_line = Pt(number.size * _LINE_PER_SIZE / 2).mm  # so that the dash's middle is so far down
    section.footer_distance = Mm(page.bottom - page.page_number_below - half_line)
    set_grid(section, page)
    one, none = characters(number.right, page, number.size), Pt(0)
    for footer, left, right in ((section.footer, none, one), (section.even_page_footer, one, none)):
        line = footer.paragraphs[0]
        line.paragraph_format.left_indent, line.paragraph_format.right_indent = left, right
        for run, text in zip(line.runs, page.page_number.split("{}"), strict=True):  # between them stands a field
            run.text = text


def _set_font_table(document: Document, layout: Layout) -> None:
    """What may stand in for each font."""
    names = sorted(layout.stand_ins.items())
    fonts = (element("w:font", element("w:altName", val=other), name=name) for name, other in names)
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = serialize_part_xml(element("w:fonts", *fonts))  # noqa: SLF001 - python-docx knows no font table
