"""What kind of file it is, told by its bytes: one that is read, or one that holds no report, with what to do."""

import codecs
import io
import re
import zipfile
from enum import StrEnum

from ecoreport.importing._files import ole
from ecoreport.importing._files.zips import DAMAGE, guard
from ecoreport.problems.diagnostic import Unreadable

_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
_TO_WORD = "用 Word 或 WPS 打开，另存为 .docx 再导入"
_TYPED = "把报告的文字放进 Word 或 WPS 文档，存为 .docx 再导入"
_SEEN = "用 WPS 等软件识别出文字，或者照着打进 Word，存为 .docx 再导入"
_UNPACKED = "先解压，再导入里面的报告"
_AGAIN = "重新拷贝或下载一份再试"
_UNLOCKED = "在装着加密软件的电脑上解密，另存一份再导入"
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "这是图片（.png），读不出文字", _SEEN),
    (b"\xff\xd8\xff", "这是图片（.jpg），读不出文字", _SEEN),
    (b"GIF8", "这是图片（.gif），读不出文字", _SEEN),
    (b"II*\0", "这是图片（.tif），读不出文字", _SEEN),
    (b"MM\0*", "这是图片（.tif），读不出文字", _SEEN),
    (b"\0\0\x01\0", "这是图片（.ico），读不出文字", _SEEN),
    (b"\x01\0\0\0", "这是图片（.emf），读不出文字", _SEEN),
    (b"\xd7\xcd\xc6\x9a", "这是图片（.wmf），读不出文字", _SEEN),
    (b"8BPS", "这是图片（.psd），读不出文字", _SEEN),
    (b"Rar!\x1a\x07", "这是压缩包（.rar），不是 Word 文档", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "这是压缩包（.7z），不是 Word 文档", _UNPACKED),
    (b"\x1f\x8b", "这是压缩包（.gz），不是 Word 文档", _UNPACKED),
    (b"\xfd7zXZ\0", "这是压缩包（.xz），不是 Word 文档", _UNPACKED),
    (b"PK\x05\x06", "这是压缩包（.zip），里面什么也没有", "看看是不是拿错了文件"),
    (b"%TSD-Header", "文件被加密软件（绿盾）加了密", _UNLOCKED),
)
_PDF = (b"%PDF-", "这是 PDF 文件，不能直接读", _TO_WORD)
# Letters that a text may hold too, so that the signs of no text must stand beside them: at the beginning, near it.
_SHORT = (
    (b"BM", "这是图片（.bmp），读不出文字", _SEEN),
    (b"RIFF", "这是图片、声音或视频，读不出文字", _SEEN),
    (b"BZh", "这是压缩包（.bz2），不是 Word 文档", _UNPACKED),
    (b"MZ", "这是程序，不是 Word 文档", "不要打开它；找到真正的报告再导入"),
)
_NEAR = (
    _PDF,
    (b"E-SafeNet", "文件被加密软件（亿赛通）加了密", _UNLOCKED),
    (b"ftyp", "这是图片或视频，读不出文字", _SEEN),
)
_FIRST = 64  # bytes in which those may stand
# What a zip holds.
_PACKED = (
    ("xl/workbook.xml", "这是 Excel 表格（.xlsx），不是 Word 文档", _TYPED),
    ("xl/workbook.bin", "这是 Excel 表格（.xlsb），不是 Word 文档", _TYPED),
    ("ppt/presentation.xml", "这是演示文稿（.pptx），不是 Word 文档", _TYPED),
    ("OFD.xml", "这是 OFD 版式文件，不能直接读", "用 WPS 或 OFD 阅读器转换成 Word 文档，存为 .docx 再导入"),
    ("Index/Document.iwa", "这是 Pages 文稿，不能直接读", "用 Pages 导出为 .docx 再导入"),
)
_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype"})  # of Word and of OpenDocument
_OPEN_TEXT = re.compile(rb"application/vnd\.(?:oasis\.opendocument|sun\.xml\.writer)(?:\.text|$|\.global)")
_OLD_WORD = (b"\xdb\xa5", b"\x31\xbe\0\0", b"\xfe\x37\0")  # of Word 2 and Write
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BEFORE_PAGE = re.compile(r"(?:<\?xml[^>]{0,200}>|<!--(?:(?!-->).){0,2000}-->)\s*", re.DOTALL)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|script|div|table|p|span|h[1-6]|center|font)[\s>])",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-z][a-z-]{1,40}:[ \t]", re.IGNORECASE)
_LETTER_SAYS = re.compile(r"^(?:mime-version|content-type)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_XML_DOCUMENTS = (("office:document", ".fodt"), ('progid="Word.Document"', ".xml"), ("uof:UOF", ".uot"))
_HEAD = 4096
_NOT_READ = (*DAMAGE, KeyError, ValueError, NotImplementedError)


class Kind(StrEnum):
    """What is read here, and what it is called."""

    WORD = " Word 文档（.docx）"
    PAGE = "网页（.html）"
    ARCHIVE = "存成一个文件的网页（.mht）"
    TEXT = "文字（.txt）"


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a file that is read here; Unreadable where it is empty."""
    if not data:
        raise Unreadable("文件是空的", "可能没有拷贝完，" + _AGAIN)
    if data.startswith(_ZIP):
        return Kind.WORD
    head = _head(data)
    page = head
    while found := _BEFORE_PAGE.match(page):
        page = page[found.end() :]
    if _PAGE.match(page) or name.lower().endswith((".htm", ".html", ".xhtml")):
        return Kind.PAGE
    if head.startswith(("<?xml", "<svg")):
        raise Unreadable("这是 XML 数据，不是 Word 文档", "如果是 Word 存成的，就用 Word 打开，另存为 .docx 再导入")
    return Kind.ARCHIVE if _LETTER.match(head) and _LETTER_SAYS.search(head) else Kind.TEXT


def office_kind(data: bytes, suffix: str) -> str:
    """The ending under which LibreOffice opens the file, whose own is `suffix`; empty where it is none of its kinds."""
    if data.startswith(ole.BEGINNING):
        return suffix if suffix in (".doc", ".wps", ".wpt", ".dot") else ".doc"
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_OLD_WORD):
        return ".doc"
    if data.startswith(_ZIP):
        return ".odt" if _OPEN_TEXT.match(_mimetype(data)) else ""
    head = _head(data)
    if "<?xml" not in head or "<pkg:package" in head:  # LibreOffice takes this one for a text
        return ""
    return next((ending for sign, ending in _XML_DOCUMENTS if sign in head), "")


def _head(data: bytes) -> str:
    """The beginning as far as it is plain letters."""
    codec = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "latin-1"
    return data[:_HEAD].removeprefix(codecs.BOM_UTF8).decode(codec, "replace").lstrip("\ufeff \t\r\n")


def refuse_other_kinds(data: bytes, suffix: str = "") -> None:
    """Unreadable, with what to do, where the file is of a kind that holds no report that can be read."""
    is_binary = _CONTROLS.search(data[:_HEAD]) is not None
    for sign, told, mend in (*_BEGINNINGS, _PDF, *(_SHORT if is_binary else ())):
        if data.startswith(sign):
            raise Unreadable(told, mend)
    for sign, told, mend in _NEAR if is_binary else ():
        if sign in data[:_FIRST]:
            raise Unreadable(told, mend)
    if data.startswith(ole.BEGINNING):
        ole.refuse(data, works=suffix == ".wps")
    if data.startswith(_RTF) and not data.rstrip(b"\0 \r\n\t").endswith(b"}"):
        raise Unreadable("文件不完整（后面少了一截）", _AGAIN)
    if data.startswith(_ZIP):
        _refuse_zip(data)


def _refuse_zip(data: bytes) -> None:
    names = _names(data)
    for name, told, mend in _PACKED:
        if name in names:
            raise Unreadable(told, mend)
    if names and not names & _DOCUMENTS:
        raise Unreadable("这是压缩包（.zip），不是 Word 文档", _UNPACKED)
    if "mimetype" in names and "[Content_Types].xml" not in names:
        _refuse_open_document(data)


def _refuse_open_document(data: bytes) -> None:
    """OpenDocument that is no text, is locked, or is no modest one: LibreOffice would open whatever it is given."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    guard(archive.infolist())
    if not _OPEN_TEXT.match(_mimetype(data)):
        raise Unreadable("这是表格、演示文稿、电子书一类的文件，不是 Word 文档", _TYPED)
    try:
        manifest = archive.read("META-INF/manifest.xml")
    except _NOT_READ:
        manifest = b""
    if b"encryption-data" in manifest:
        raise Unreadable("文件加了打开密码", "用 Word、WPS 或 LibreOffice 打开，去掉密码，另存为 .docx 再导入")


def _mimetype(data: bytes) -> bytes:
    """What a zip of OpenDocument says it is, in its first member."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as member:
            return member.read(200)
    except _NOT_READ:
        return b""


def _names(data: bytes) -> frozenset[str]:
    """The members of the zip; none where it is broken, which its reader tells."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def refuse_unknown(data: bytes) -> None:
    """Unreadable where the bytes are no text in any encoding: locked by a program, or broken."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _CONTROLS.search(data):
        raise Unreadable(
            "认不出这是什么文件，可能被加密软件加了密，或者已经损坏", f"加了密的，{_UNLOCKED}；没有加密，就{_AGAIN}"
        )
