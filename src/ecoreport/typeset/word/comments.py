"""Comments (批注) on the words of a Word file that anybody may have made, and that stays as it is otherwise.

python-docx would write every part anew; here the parts that say nothing of comments are copied as they lie in the file.
"""

import datetime as dt
import posixpath
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from zlib import error as zlib_error

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from ecoreport.problems.diagnostic import Unreadable
from ecoreport.problems.terminal import printable
from ecoreport.typeset.word._anchors import anchor
from ecoreport.typeset.word._members import rewritten
from ecoreport.typeset.word.paragraphs import BODY, W, paragraphs, texts

AUTHOR = "ecoreport"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION, _NO_RELATIONS = (
    f"{{{_PACKAGE}/relationships}}Relationship",
    f'<Relationships xmlns="{_PACKAGE}/relationships"/>',
)
_OVERRIDE, _TYPES = f"{{{_PACKAGE}/content-types}}Override", "[Content_Types].xml"
_SIGNATURES = "_xmlsignatures/"
_LOCKED, _OFF = frozenset({"readOnly", "forms"}), frozenset({"0", "false", "off"})
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_SIZE = "20"  # half points: what Word's own comments have, for there may be no style for them
_ANCHORS = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


class Comment(NamedTuple):
    """What is said, a paragraph a line, of the characters `start` to `end` of a paragraph; of all of it where none.

    Paragraphs and characters count from 0 as `paragraphs` does; -1 is the first paragraph with any text.
    """

    paragraph: int
    start: int
    end: int
    text: str


def commented(data: bytes, comments: Sequence[Comment], day: dt.datetime | None) -> bytes:
    """The sound .docx `data` with these comments, dated `day` where one is known; every other part as it is.

    Unreadable, with the reason, where the file does not allow for it.
    """
    parts = _read(data)
    main = _target(parts, "", RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    document = _xml(parts, main)
    body = document.find(BODY)
    if body is None:
        raise Unreadable("这份 Word 文件写不了批注（严格的 Open XML 格式）", "用 Word 另存为普通的 .docx 再试")
    _refuse_locked(parts, main)
    part = _target(parts, main, RELATIONSHIP_TYPE.COMMENTS)
    known = _xml(parts, part) if part else etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    numbers = [*_numbers(known.iter(f"{W}comment")), *_numbers(document.iter(_ANCHORS))]
    places = list(paragraphs(body))
    first = next((one for one in places if any(text.text for _, text in texts(one))), places[0])
    for number, one in enumerate(comments, max(numbers, default=-1) + 1):
        anchor(places[one.paragraph] if one.paragraph >= 0 else first, one.start, one.end, number)
        known.append(_comment(number, one.text, day))
    made = {main: _bytes(document)}
    if not part:
        part = _free(posixpath.join(posixpath.dirname(main), "comments.xml"), parts)
        made |= _introduced(parts, main, part)
    return rewritten(data, made | {part: _bytes(known)})


def modified(data: bytes) -> dt.datetime | None:
    """When a sound .docx says that it was last saved; None where it does not say."""
    parts = _read(data)
    core = _target(parts, "", RELATIONSHIP_TYPE.CORE_PROPERTIES)
    told = _xml(parts, core).findtext(_MODIFIED) if core else None
    try:
        return dt.datetime.fromisoformat(told).replace(tzinfo=dt.UTC) if told else None
    except ValueError:
        return None


def _read(data: bytes) -> Mapping[str, bytes]:
    """The XML of the package by the names of the parts."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.startswith(_SIGNATURES) for name in names):
                raise Unreadable("文件有数字签名，写了批注签名就失效，所以没有写", "用没有签名的那一份")
            return {name: archive.read(name) for name in names if name.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, zlib_error, OSError, EOFError):
        raise Unreadable("文件已经损坏", "用 Word 打开，另存一份再试") from None


def _xml(parts: Mapping[str, bytes], name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(parts[name], parser)
    except (etree.XMLSyntaxError, KeyError):
        raise Unreadable(f"文件已经损坏（{name}不是 XML）", "用 Word 打开，另存一份再试") from None


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _target(parts: Mapping[str, bytes], name: str, kind: str) -> str:
    """The part that a part, or the package, is related to so; empty where there is none."""
    file = _relations_of(name)
    for one in _xml(parts, file).iter(_RELATION) if file in parts else ():
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), one.get("Target", ""))).lstrip("/")
        if one.get("Type") == kind and target in parts:
            return target
    return ""


def _refuse_locked(parts: Mapping[str, bytes], main: str) -> None:
    settings = _target(parts, main, RELATIONSHIP_TYPE.SETTINGS)
    lock = _xml(parts, settings).find(f"{W}documentProtection") if settings else None
    if lock is None or lock.get(f"{W}edit") not in _LOCKED or lock.get(f"{W}enforcement", "0") in _OFF:
        return
    raise Unreadable("文件设了限制编辑（只读），没有写批注", "在 Word 的“审阅—限制编辑”里停止保护，存好再试")


def _numbers(elements: Iterable[etree._Element]) -> list[int]:
    typed = (one.get(f"{W}id", "") for one in elements)
    return [int(one) for one in typed if one.isascii() and one.isdecimal()]


def _comment(number: int, text: str, day: dt.datetime | None) -> etree._Element:
    dated = {f"{W}date": day.strftime("%Y-%m-%dT%H:%M:%SZ")} if day else {}
    head = {f"{W}id": str(number), f"{W}author": AUTHOR, **dated, f"{W}initials": AUTHOR[:3]}
    made = etree.Element(f"{W}comment", head)
    for at, line in enumerate(text.split("\n")):
        paragraph = etree.SubElement(made, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}spacing", {f"{W}line": "240", f"{W}lineRule": "auto"})
        etree.SubElement(properties, f"{W}ind", {f"{W}firstLineChars": "0", f"{W}firstLine": "0"})
        etree.SubElement(properties, f"{W}jc", {f"{W}val": "left"})
        if at == 0:
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}annotationRef")
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}sz", {f"{W}val": _SIZE})
        etree.SubElement(run, f"{W}t").text = printable(line)
    return made


def _free(name: str, parts: Mapping[str, bytes]) -> str:
    stem = name.removesuffix(".xml")
    others = (f"{stem}{at}.xml" for at in range(1, len(parts) + 2))
    return next(one for one in (name, *others) if one not in parts)


def _introduced(parts: Mapping[str, bytes], main: str, part: str) -> Mapping[str, bytes]:
    """The list of types and the document's relations with the new part in them."""
    types, file = _xml(parts, _TYPES), _relations_of(main)
    etree.SubElement(types, _OVERRIDE, {"PartName": f"/{part}", "ContentType": CONTENT_TYPE.WML_COMMENTS})
    relations = _xml(parts, file) if file in parts else etree.fromstring(_NO_RELATIONS)
    taken = {one.get("Id") for one in relations}
    name = next(one for at in range(1, len(taken) + 2) if (one := f"rId{at}") not in taken)
    said = {"Id": name, "Type": RELATIONSHIP_TYPE.COMMENTS, "Target": posixpath.basename(part)}
    etree.SubElement(relations, _RELATION, said)
    return {_TYPES: _bytes(types), file: _bytes(relations)}
