"""Files of other kinds than reports are kept in, told by their first bytes or by what a zip holds."""

import io
import zipfile

from ecoreport.problems.diagnostic import Unreadable

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TO_WORD = "用 Word 或 WPS 打开，另存为 .docx 再导入"
_TYPED = "把报告的文字放进 Word 或 WPS 文档，存为 .docx 再导入"
_SEEN = "用 WPS 等软件识别出文字，或者照着打进 Word，存为 .docx 再导入"
_UNPACKED = "先解压，再导入里面的报告"
_BEGINNINGS = (
    (b"%PDF-", "这是 PDF 文件，不能直接读", _TO_WORD),
    (b"\x89PNG\r\n\x1a\n", "这是图片（.png），读不出文字", _SEEN),
    (b"\xff\xd8\xff", "这是图片（.jpg），读不出文字", _SEEN),
    (b"GIF8", "这是图片（.gif），读不出文字", _SEEN),
    (b"II*\0", "这是图片（.tif），读不出文字", _SEEN),
    (b"MM\0*", "这是图片（.tif），读不出文字", _SEEN),
    (b"Rar!\x1a\x07", "这是压缩包（.rar），不是 Word 文档", _UNPACKED),
    (b"7z\xbc\xaf\x27\x1c", "这是压缩包（.7z），不是 Word 文档", _UNPACKED),
)
# What a zip, or the directory of an old Office file, holds.
_PACKED = (
    ("xl/workbook.xml", "这是 Excel 表格（.xlsx），不是 Word 文档", _TYPED),
    ("ppt/presentation.xml", "这是演示文稿（.pptx），不是 Word 文档", _TYPED),
    ("OFD.xml", "这是 OFD 版式文件，不能直接读", "用 WPS 或 OFD 阅读器转换成 Word 文档，存为 .docx 再导入"),
)
_OLD = (
    ("Workbook", "这是 Excel 表格（.xls），不是 Word 文档", _TYPED),
    ("PowerPoint Document", "这是演示文稿（.ppt），不是 Word 文档", _TYPED),
)
_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype"})  # of Word and of OpenDocument


def refuse_other_kinds(data: bytes) -> None:
    """Unreadable, with what to do, where the file is of a kind that holds no report that can be read."""
    for beginning, told, mend in _BEGINNINGS:
        if data.startswith(beginning):
            raise Unreadable(told, mend)
    if data.startswith(_OLE) and "WordDocument".encode("utf-16-le") not in data:
        for name, told, mend in _OLD:
            if name.encode("utf-16-le") in data:
                raise Unreadable(told, mend)
    names = _names(data) if data.startswith(b"PK\x03\x04") else frozenset()
    for name, told, mend in _PACKED:
        if name in names:
            raise Unreadable(told, mend)
    if names and not names & _DOCUMENTS:
        raise Unreadable("这是压缩包（.zip），不是 Word 文档", _UNPACKED)


def _names(data: bytes) -> frozenset[str]:
    """The members of the zip; none where it is broken, which its reader tells."""
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return frozenset()
