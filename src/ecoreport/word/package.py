"""The .docx as a zip: a bare skeleton to start from, and the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Mapping
from importlib import resources

from lxml import etree

from ecoreport.word.markup import attribute

MEMBERS: Mapping[str, str] = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/theme/theme1.xml": "theme.xml",  # validators ask for one; no style refers to it
    "docProps/core.xml": "core.xml",
}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format's first day; the clock must not show in the bytes
_FILE_MODE = 0o100644 << 16
_UNIX = 3


def skeleton(stand_ins: Mapping[str, str]) -> io.BytesIO:
    """A .docx with no text, no theme and no styles; its font table names what may stand in for each font."""
    folder = resources.files(__package__) / "skeleton"
    parts = {member: (folder / file).read_bytes() for member, file in MEMBERS.items()}
    parts["word/fontTable.xml"] = _font_table(stand_ins)
    return io.BytesIO(_zip(parts))


def normalised(data: bytes) -> bytes:
    """The same parts stored uncompressed in a fixed order, with fixed dates: deflate differs between zlibs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _zip({name: archive.read(name) for name in archive.namelist()})


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same document with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _zip({**{member: archive.read(member) for member in archive.namelist()}, **parts})


def written(root: "etree._Element") -> bytes:
    """A part's XML as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zip(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    first = {"[Content_Types].xml": 0, "_rels/.rels": 1}
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(parts, key=lambda name: (first.get(name, 2), name)):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system, info.external_attr = _UNIX, _FILE_MODE
            archive.writestr(info, parts[name], zipfile.ZIP_STORED)
    return packed.getvalue()


def _font_table(stand_ins: Mapping[str, str]) -> bytes:
    fonts = "".join(
        f"<w:font w:name={attribute(name)}><w:altName w:val={attribute(other)}/></w:font>"
        for name, other in sorted(stand_ins.items())
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{head}\n<w:fonts xmlns:w="{space}">{fonts}</w:fonts>'.encode()
