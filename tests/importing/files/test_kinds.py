"""Files of other kinds than reports are kept in: refused by what they are, with what to do; all others pass."""

import pytest
from support.documents import document, paragraph, zipped

from ecoreport.importing._files.kinds import Kind, kind_of, office_kind, refuse_other_kinds
from ecoreport.problems.diagnostic import Unreadable

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(604)
TYPED = "把报告的文字放进 Word 或 WPS 文档，存为 .docx 再导入"
SEEN = "用 WPS 等软件识别出文字，或者照着打进 Word，存为 .docx 再导入"
UNPACKED = "先解压，再导入里面的报告"
TEXT_TYPE = "application/vnd.oasis.opendocument.text"
TYPES = {"[Content_Types].xml": "<Types/>"}


def named(name: str) -> bytes:
    """An old Office file whose directory holds that name."""
    return OLE + name.encode("utf-16-le")


def refused(data: bytes) -> tuple[str, str]:
    """The reason and what to do."""
    with pytest.raises(Unreadable) as caught:
        refuse_other_kinds(data)
    return str(caught.value), caught.value.help


@pytest.mark.parametrize(
    ("data", "told", "mend"),
    [
        (b"%PDF-1.7", "这是 PDF 文件，不能直接读", "用 Word 或 WPS 打开，另存为 .docx 再导入"),
        (b"\x89PNG\r\n\x1a\n", "这是图片（.png），读不出文字", SEEN),
        (b"\xff\xd8\xff\xe0", "这是图片（.jpg），读不出文字", SEEN),
        (b"GIF89a", "这是图片（.gif），读不出文字", SEEN),
        (b"II*\0", "这是图片（.tif），读不出文字", SEEN),
        (b"MM\0*", "这是图片（.tif），读不出文字", SEEN),
        (b"Rar!\x1a\x07\x00", "这是压缩包（.rar），不是 Word 文档", UNPACKED),
        (b"7z\xbc\xaf\x27\x1c", "这是压缩包（.7z），不是 Word 文档", UNPACKED),
    ],
)
def test_a_kind_is_told_by_its_first_bytes(data: bytes, told: str, mend: str) -> None:
    """PDF, pictures and archives; the same bytes further on say nothing."""
    assert refused(data) == (told, mend)
    refuse_other_kinds(b"\n" + data)


@pytest.mark.parametrize(
    ("data", "told", "mend"),
    [
        (zipped({**TYPES, "xl/workbook.xml": ""}), "这是 Excel 表格（.xlsx），不是 Word 文档", TYPED),
        (zipped({**TYPES, "ppt/presentation.xml": ""}), "这是演示文稿（.pptx），不是 Word 文档", TYPED),
        (
            zipped({"OFD.xml": ""}),
            "这是 OFD 版式文件，不能直接读",
            "用 WPS 或 OFD 阅读器转换成 Word 文档，存为 .docx 再导入",
        ),
        (zipped({"报告.docx": ""}), "这是压缩包（.zip），不是 Word 文档", UNPACKED),
        (zipped({}), "这是压缩包（.zip），里面什么也没有", "看看是不是拿错了文件"),
        (zipped({"mimetype": "application/epub+zip"}), "这是表格、演示文稿、电子书一类的文件，不是 Word 文档", TYPED),
        (
            zipped({"mimetype": TEXT_TYPE, "META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "文件加了打开密码",
            "用 Word、WPS 或 LibreOffice 打开，去掉密码，另存为 .docx 再导入",
        ),
        (named("Workbook"), "这是 Excel 表格（.xls），不是 Word 文档", TYPED),
        (named("PowerPoint Document"), "这是演示文稿（.ppt），不是 Word 文档", TYPED),
    ],
)
def test_a_kind_is_told_by_what_it_holds(data: bytes, told: str, mend: str) -> None:
    """The members of a zip, the directory of an old Office file."""
    assert refused(data) == (told, mend)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "法治政府建设情况报告".encode(),
        document(paragraph("甲")),
        zipped({"mimetype": TEXT_TYPE}),
        named("WordDocument"),
        named("WordDocument") + named("Workbook"),
        zipped({"a.txt": "甲"})[:20],
    ],
    ids=["empty", "text", "docx", "odt", "doc", "doc-with-sheet", "broken"],
)
def test_what_may_be_a_report_passes(data: bytes) -> None:
    """A Word file with a sheet in it too, and what is broken: whoever reads it tells of that."""
    refuse_other_kinds(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\0\0\0\x18ftypheic", "这是图片或视频，读不出文字"),
        (b"BM\x36\0", "这是图片（.bmp），读不出文字"),
        (b"MZ\x90\0", "这是程序，不是 Word 文档"),
        (b"\xef\xbb\xbf%PDF-1.4\0", "这是 PDF 文件，不能直接读"),
        (b"b\x14#e\0\0\0\0E-SafeNet\0LOCK", "文件被加密软件（亿赛通）加了密"),
        (b"%TSD-Header-###%\0", "文件被加密软件（绿盾）加了密"),
        (b"{\\rtf1 {", "文件不完整（后面少了一截）"),
    ],
)
def test_binary_files_are_told_by_signs_that_texts_may_hold(data: bytes, told: str) -> None:
    """Beside signs that no text holds; a text that begins with the same letters passes."""
    assert refused(data)[0] == told
    refuse_other_kinds("BM、MZ和%PDF-：E-SafeNet".encode())


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("<!DOCTYPE html>", Kind.PAGE),
        ("\ufeff  <HTML lang=zh>", Kind.PAGE),
        ('<?xml version="1.0"?>\n<!-- 甲 -->\n<html>', Kind.PAGE),
        ("<p>甲", Kind.PAGE),
        ("<甲>乙", Kind.TEXT),
        ("3 < 5", Kind.TEXT),
        ("From: a\nMIME-Version: 1.0\n", Kind.ARCHIVE),
        ("Content-Type: text/html\n\n", Kind.ARCHIVE),
        ("来源：甲\nContent-Type: x", Kind.TEXT),
        ("Note: 甲", Kind.TEXT),
    ],
)
def test_a_kind_is_known_by_its_head(head: str, kind: Kind) -> None:
    """In UTF-8 and UTF-16."""
    assert [kind_of(head.encode(codec)) for codec in ("utf-8", "utf-16")] == [kind, kind]


@pytest.mark.parametrize("head", ["<?xml version='1.0'?><x/>", "<svg>", "<?xml?><pkg:package>"])
def test_data_are_no_report(head: str) -> None:
    """XML of no kind that is read."""
    with pytest.raises(Unreadable, match=r"^这是 XML 数据，不是 Word 文档$"):
        kind_of(head.encode())
    assert office_kind(b'<?xml?><?mso-application progid="Word.Document"?><pkg:package>', ".xml") == ""
