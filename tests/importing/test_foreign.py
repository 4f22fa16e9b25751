"""What is no report that can be read: a Chinese sentence on what it is, and one on what to do; never a traceback."""

import random

import pytest
from support.documents import document, members, paragraph, zipped
from support.reports import ALONE

from ecoreport.importing.convert import convert
from ecoreport.importing.documents import office_suffix, read
from ecoreport.problems.diagnostic import Unreadable

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
NOISE = random.Random(7).randbytes(4000)  # noqa: S311 - the same bytes every time
GOOD = document(paragraph("示例县水务局2025年法治政府建设情况报告") + paragraph("2025年，示例县水务局坚持依法行政。"))
RTF = b"{\\rtf1\\ansi\\ansicpg936 \\u31034?\\u20363?\\par }"


def changed(name: str, data: bytes) -> bytes:
    """The sound document with another member."""
    return zipped({**members(GOOD), name: data})


def locked(data: bytes) -> bytes:
    """A zip whose members all say that they are encrypted."""
    made = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(mark, at + 1)
    return bytes(made)


def imported(data: bytes, name: str) -> None:
    """Read it as the command does."""
    assert office_suffix(data, name) == ""
    convert(read(data, name), 2025, name, ALONE, figures=True)


FOREIGN = [
    ("没拷完.docx", b"", "文件是空的"),
    ("全是零.docx", bytes(5000), "认不出这是什么文件"),
    ("半截.docx", GOOD[: len(GOOD) // 2], "文件不完整"),
    ("少个尾巴.docx", GOOD[:-30], "文件不完整"),
    ("开头坏了.docx", bytes(512) + GOOD[512:], "认不出这是什么文件"),
    ("正文坏了.docx", changed("word/document.xml", b"<w:document><w:body>"), "文件已经损坏"),
    ("压缩炸弹.docx", changed("word/document.xml", b" " * (300 << 20)), "解压后太大"),
    ("几万个文件.docx", zipped({**members(GOOD), **{f"word/{at}.xml": b"" for at in range(30_000)}}), "太多"),
    ("实体炸弹.docx", changed("word/document.xml", b'<!DOCTYPE w [<!ENTITY a "a">]><w>&a;</w>'), "里有 DTD"),
    ("打开密码.docx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(999), "文件加了打开密码"),
    ("压缩密码.docx", locked(GOOD), "文件加了密码"),
    ("绿盾.docx", b"%TSD-Header-###%" + NOISE, "文件被加密软件（绿盾）加了密"),
    ("亿赛通.docx", b"b\x14#e\0\0\0\0E-SafeNet\0\0LOCK" + NOISE, "文件被加密软件（亿赛通）加了密"),
    ("别的加密.doc", NOISE, "认不出这是什么文件"),
    ("空白.docx", document("<w:p/><w:p/>"), "文件里没有可以导入的文字"),
    ("扫描件.docx", document('<w:p><w:r><w:pict/><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>'), "没有"),
    ("扫描件.jpg", b"\xff\xd8\xff\xe0" + NOISE, "这是图片（.jpg）"),
    ("其实是PDF.docx", b"%PDF-1.7\n" + NOISE, "这是 PDF 文件"),
    ("其实是表格.docx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": ""}), "这是 Excel 表格"),
    ("金山表格.et", OLE + "Workbook".encode("utf-16-le") + bytes(999), "这是 Excel 表格"),
    ("半截.rtf", RTF[:30], "文件不完整"),
    ("~$报告.docx", b"\x05admin" + bytes(156), "这是 Word、WPS 打开文件时留下的临时文件"),
    ("快捷方式.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(200), "认不出这是什么文件"),
    ("没登录.html", b"<html><body><script>location='/login'</script></body></html>", "网页里没有文字"),
    ("半截.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", "里面没有正文"),
    ("只有按钮.txt", "首页\n打印\n关闭\n".encode(), "文件里没有可以导入的文字"),
]


@pytest.mark.parametrize(("name", "data", "told"), FOREIGN, ids=[name for name, _, _ in FOREIGN])
def test_what_is_no_report_is_told_with_what_to_do(name: str, data: bytes, told: str) -> None:
    """Refused at once, or as it is read."""
    with pytest.raises(Unreadable) as caught:
        imported(data, name)
    assert told in str(caught.value)
    assert caught.value.help


@pytest.mark.parametrize(
    ("data", "suffix"), [(RTF, ".rtf"), (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt")]
)
def test_what_libreoffice_reads_is_known_under_another_ending(data: bytes, suffix: str) -> None:
    """RTF and OpenDocument that are called .docx."""
    assert office_suffix(data, "报告.docx") == suffix
