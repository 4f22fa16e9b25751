"""Open a .docx that anybody may have made: every limit and every foul trick is checked before a byte is parsed."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import ParseError

from lxml import etree

from ecoreport.importing._files.zips import DAMAGE, MAX_FILE, SAVED_ANEW, WRONG_FILE, guard
from ecoreport.problems.diagnostic import Unreadable

_ZIP, _END, _LONGEST_END = b"PK\x03\x04", b"PK\x05\x06", 66_000
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT, _HEAD = b"http://purl.oclc.org/ooxml/", 16 << 10  # where the root names its namespaces
_NAMESPACES = tuple(
    (_STRICT + strict, b"http://schemas.openxmlformats.org/" + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"drawingml/main", b"drawingml/2006/main"),
        (b"drawingml/picture", b"drawingml/2006/picture"),
        (b"drawingml/chart", b"drawingml/2006/chart"),
        (b"drawingml/diagram", b"drawingml/2006/diagram"),
    )
)
_STRICT_MAIN = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


@dataclass(frozen=True)
class Package:
    """The parts of a sound .docx, read on demand; `main` is the name of its document."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    main: str

    def xml(self, name: str) -> etree._Element | None:
        """The part as XML; None where there is none of that name, Unreadable where it is no XML."""
        if name not in self.names:
            return None
        return _parsed(self.archive, name)

    def children(self, name: str, parent: str, tags: Sequence[str]) -> Iterator[etree._Element]:
        """What stands in the root's child `parent` of a part, each as soon as one of `tags` is read, then dropped.

        So no more than one is held; Unreadable where there is no such child.
        """
        with _told(name), _stream(self.archive, name) as part:
            done = None
            context = _elements(part, (parent, *tags))
            for _, element in context:
                above = element.getparent()
                if done is None:
                    _refuse_dtd(element.getroottree(), name)
                if above is None:
                    continue
                if element.tag == parent and above.getparent() is None:
                    yield from _read(element, None, done)
                    return
                if above.tag == parent and (top := above.getparent()) is not None and top.getparent() is None:
                    yield from _read(above, element, done)
                    done = element
            _refuse_dtd(context.root.getroottree(), name)
        raise Unreadable("这是 Word 文档，但没有正文", WRONG_FILE)

    def elements(self, name: str, tags: Sequence[str]) -> Iterator[etree._Element]:
        """The elements of these names, each when it has been read; to be cleared by whoever takes them."""
        with _told(name), _stream(self.archive, name) as part:
            context = _elements(part, tags)
            for at, (_, element) in enumerate(context):
                if not at:
                    _refuse_dtd(element.getroottree(), name)
                yield element
            _refuse_dtd(context.root.getroottree(), name)

    def data(self, name: str) -> bytes:
        """The part's bytes; Unreadable where they are damaged."""
        return _unpacked(self.archive, name)

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """Id, type and part of all that the part `name` is related to within the package."""
        folder, base = posixpath.split(name)
        relations = self.xml(f"{folder}/_rels/{base}.rels")
        found = [] if relations is None else list(relations)
        inside = (one for one in found if isinstance(one.tag, str) and one.get("TargetMode") != "External")
        made = (
            (
                one.get("Id", ""),
                one.get("Type", ""),
                posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))),
            )
            for one in inside
        )
        return [(name, kind, part.lstrip("/")) for name, kind, part in made if part.lstrip("/") in self.names]

    def related(self, name: str, ending: str) -> list[str]:
        """Names of the parts that the part `name` is related to by a type that ends so."""
        return [part for _, kind, part in self.relations(name) if kind.endswith(ending)]


def open_package(data: bytes) -> Package:
    """The package in `data`; Unreadable, with the reason, for anything that is no sound and modest .docx."""
    if not data.startswith(_ZIP):
        raise Unreadable("这不是 .docx 文件", "看看扩展名是不是写错了")
    if len(data) > MAX_FILE:
        raise Unreadable(f"文件有{len(data) >> 20}兆字节，太大", "删去图片再试")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        if _END not in data[-_LONGEST_END:]:
            raise Unreadable("文件不完整（后面少了一截）", "重新拷贝或下载一份再试") from None
        raise Unreadable("文件已经损坏（压缩包读不出来）", SAVED_ANEW) from None
    guard(archive.infolist())
    package = Package(archive, frozenset(archive.namelist()), "")
    if "[Content_Types].xml" not in package.names:
        raise Unreadable("这是压缩包，但不是 Word 文档", WRONG_FILE)
    types = package.xml("[Content_Types].xml")
    if types is not None and b"macroEnabled" in etree.tostring(types):
        raise Unreadable("这是带宏的 .docm 文件", "用 Word 打开，另存为 .docx（不带宏）")
    return Package(archive, package.names, _main_part(package))


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for one in [] if relations is None else list(relations):
        target = posixpath.normpath("/" + one.get("Target", "")).lstrip("/")
        if one.get("Type") in (_MAIN, _STRICT_MAIN) and target in package.names:
            return target
    raise Unreadable("这是压缩包，但不是 Word 文档（可能是表格或演示文稿）", WRONG_FILE)


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except DAMAGE:
        raise Unreadable(f"文件已经损坏（{name}读不出来）", SAVED_ANEW) from None


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    with _told(name), _stream(archive, name) as part:
        tree = etree.parse(part, _parser())
        _refuse_dtd(tree, name)
        return tree.getroot()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,  # they would part a text
    )


def _elements(part: IO[bytes], tags: Sequence[str]) -> "etree.iterparse[tuple[str, etree._Element]]":
    """The elements of these names, each when it has been read."""
    return etree.iterparse(
        part,
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
        remove_comments=True,
    )


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Within it, damage to the part of that name is Unreadable."""
    try:
        yield
    except DAMAGE:
        raise Unreadable(f"文件已经损坏（{name}读不出来）", SAVED_ANEW) from None
    except (etree.XMLSyntaxError, ParseError, ValueError):
        raise Unreadable(f"文件已经损坏（{name}不是 XML）", SAVED_ANEW) from None


def _stream(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    """The part's bytes as they are unpacked."""
    with archive.open(name) as part:
        is_strict = _STRICT in part.read(_HEAD)
    return io.BytesIO(_usual(archive.read(name))) if is_strict else archive.open(name)


def _refuse_dtd(tree: etree._ElementTree, name: str) -> None:
    if tree.docinfo.internalDTD is not None:
        raise Unreadable(f"{name}里有 DTD，Word 文档不允许有", SAVED_ANEW)


def _read(parent: etree._Element, last: etree._Element | None, done: etree._Element | None) -> Iterator[etree._Element]:
    """The children of `parent` behind `done` up to `last`, all where that is None; what has been taken is dropped."""
    child = next(iter(parent), None) if done is None else done.getnext()
    while child is not None:
        yield child
        child.clear()
        if child is last:
            break
        child = child.getnext()
    while last is not None and last.getprevious() is not None:
        del parent[0]


def _usual(data: bytes) -> bytes:
    """The same elements of the strict kind of file under the names that they have in all others."""
    for strict, usual in _NAMESPACES:
        data = data.replace(strict, usual)
    return data
