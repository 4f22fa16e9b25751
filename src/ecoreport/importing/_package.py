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
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
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

    def related(self, name: str, ending: str) -> list[str]:
        """Names of the parts that the part `name` is related to by a type that ends so."""
        folder, base = posixpath.split(name)
        relations = self.xml(f"{folder}/_rels/{base}.rels")
        found = [] if relations is None else list(relations)
        inside = (one for one in found if one.get("Type", "").endswith(ending) and one.get("TargetMode") != "External")
        targets = (posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))) for one in inside)
        return [target.lstrip("/") for target in targets if target.lstrip("/") in self.names]


def open_package(data: bytes) -> Package:
    """The package in `data`; Unreadable, with the reason, for anything that is no sound and modest .docx."""
    if data.startswith(_OLE):
        raise Unreadable("这是旧版 .doc 文件，或者是加了密码的 .docx", "用 Word 或 WPS 打开，另存为没有密码的 .docx")
    if not data.startswith(_ZIP):
        raise Unreadable("这不是 .docx 文件", "看看扩展名是不是写错了")
    if len(data) > MAX_FILE:
        raise Unreadable(f"文件有{len(data) >> 20}兆字节，太大", "删去图片再试")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("文件已经损坏（压缩包读不出来）", "用 Word 打开修复，另存一份") from None
    _guard(archive.infolist())
    package = Package(archive, frozenset(archive.namelist()), "")
    if "[Content_Types].xml" not in package.names:
        raise Unreadable("这是压缩包，但不是 Word 文档")
    types = package.xml("[Content_Types].xml")
    if types is not None and b"macroEnabled" in etree.tostring(types):
        raise Unreadable("这是带宏的 .docm 文件", "用 Word 打开，另存为 .docx（不带宏）")
    return Package(archive, package.names, _main_part(package))


def _guard(members: list[zipfile.ZipInfo]) -> None:
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


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        data = archive.read(name)
        root = etree.fromstring(data, parser)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError):
        raise Unreadable(f"文件已经损坏（{name}读不出来）", "用 Word 打开修复，另存一份") from None
    except (etree.XMLSyntaxError, ParseError, ValueError):
        raise Unreadable(f"文件已经损坏（{name}不是 XML）", "用 Word 打开修复，另存一份") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{name}里有 DTD，Word 文档不允许有", "用 Word 打开，另存一份")
    return root
