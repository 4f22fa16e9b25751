"""Open a .docx that anybody may have made: every limit and every foul trick is checked before a byte is parsed."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from lxml import etree

from ecoreport.problems.diagnostic import Unreadable

MAX_FILE, MAX_TOTAL, MAX_PART = 20 << 20, 60 << 20, 30 << 20  # bytes: the file, its parts unpacked, one of them
MAX_MEMBERS, MAX_RATIO, SMALL = 2000, 200, 1 << 20
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
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


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
        raise Unreadable("文件已经损坏（压缩包读不出来）", "用 Word 打开修复，另存一份") from None
    guard(archive.infolist())
    package = Package(archive, frozenset(archive.namelist()), "")
    if "[Content_Types].xml" not in package.names:
        raise Unreadable("这是压缩包，但不是 Word 文档")
    types = package.xml("[Content_Types].xml")
    if types is not None and b"macroEnabled" in etree.tostring(types):
        raise Unreadable("这是带宏的 .docm 文件", "用 Word 打开，另存为 .docx（不带宏）")
    return Package(archive, package.names, _main_part(package))


def guard(members: list[zipfile.ZipInfo]) -> None:
    """Unreadable where a zip with these members is no sound and modest one."""
    names = [member.filename.lower() for member in members]
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"压缩包里有{len(members)}个文件，太多")
    if len(set(names)) != len(names):
        raise Unreadable("压缩包里有重名的文件")
    if sum(member.file_size for member in members) > MAX_TOTAL:
        raise Unreadable("解压后太大，可能是压缩炸弹")
    for member in members:
        if member.flag_bits & 1:
            raise Unreadable("文件加了密码", "用 Word 打开，去掉密码再另存")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MAX_PART or (member.file_size > SMALL and ratio > MAX_RATIO):
            raise Unreadable(f"“{member.filename}”解压后太大，可能是压缩炸弹")
        if member.compress_type not in _STORED_OR_DEFLATED:
            raise Unreadable("压缩的方法不支持", "用 Word 打开，另存一份")


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for one in [] if relations is None else list(relations):
        target = posixpath.normpath("/" + one.get("Target", "")).lstrip("/")
        if one.get("Type") in (_MAIN, _STRICT_MAIN) and target in package.names:
            return target
    raise Unreadable("这是压缩包，但不是 Word 文档（可能是表格或演示文稿）")


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError):
        raise Unreadable(f"文件已经损坏（{name}读不出来）", "用 Word 打开修复，另存一份") from None


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    data = _unpacked(archive, name)
    if _STRICT in data[:_HEAD]:  # the same elements under other names
        for strict, usual in _NAMESPACES:
            data = data.replace(strict, usual)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ParseError, ValueError):
        raise Unreadable(f"文件已经损坏（{name}不是 XML）", "用 Word 打开修复，另存一份") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{name}里有 DTD，Word 文档不允许有", "用 Word 打开，另存一份")
    return root
