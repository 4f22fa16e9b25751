"""The .docx as a zip: the same bytes for the same parts, stored uncompressed, for deflate differs between zlibs."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ecoreport.typeset.word._markup import HEAD, RELATIONSHIPS

TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format's first day; the clock must not show in the bytes
_FILE_MODE = 0o100644 << 16
_UNIX = 3
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MEDIA = "application/vnd.openxmlformats-"
_WORD = "officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the document refers to: its place under word/, what it is to the document, and its content."""

    target: str
    relation: str
    content: str
    kind: str = ""  # the end of its media type; that of a part of WordprocessingML if not given

    @property
    def id(self) -> str:
        """What the document calls it: the name of its file."""
        return self.target.rpartition("/")[2].removesuffix(".xml")


def package(document: str, core: str, parts: Sequence[Part]) -> bytes:
    """A .docx of the document's text, its properties, and all that the text refers to."""
    kinds = {
        "docProps/core.xml": "package.core-properties",
        "word/document.xml": f"{_WORD}.document.main",
        **{f"word/{part.target}": part.kind or f"{_WORD}.{part.relation}" for part in parts},
    }
    texts = {
        TYPES: _content_types(kinds),
        "_rels/.rels": _relations(
            (("document", f"{RELATIONSHIPS}/officeDocument", "word/document.xml"),
             ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))
        ),
        RELATIONS: _relations((part.id, f"{RELATIONSHIPS}/{part.relation}", part.target) for part in parts),
        "docProps/core.xml": core,
        "word/document.xml": document,
        **{f"word/{part.target}": part.content for part in parts},
    }  # fmt: skip
    return zipped({name: text.encode() for name, text in texts.items()})


def _content_types(kinds: Mapping[str, str]) -> str:
    told = "".join(f'<Override PartName="/{name}" ContentType="{MEDIA}{kind}+xml"/>' for name, kind in kinds.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{MEDIA}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    """Relations by id, type and target."""
    told = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in targets)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts in a fixed order, with fixed dates."""
    packed = io.BytesIO()
    first = {TYPES: 0, "_rels/.rels": 1}
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(parts, key=lambda name: (first.get(name, 2), name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = _UNIX, _FILE_MODE
            archive.writestr(info, parts[name], zipfile.ZIP_STORED)
    return packed.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same document with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{member: archive.read(member) for member in archive.namelist()}, **parts})
