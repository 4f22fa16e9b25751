"""Old Office files (a file system in a file): what they hold, whether they are whole, whether they are locked."""

import struct
from array import array

from ecoreport.problems.diagnostic import Unreadable

BEGINNING = bytes.fromhex("D0CF11E0A1B11AE1")
_UNLOCKED = "用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入"
_HELD = (  # by a name in its directory: what it is, what to do
    ("EncryptedPackage", "文件加了打开密码", _UNLOCKED),
    (
        "\tDRMContent",
        "文件加了权限管理（IRM），别的程序打不开",
        "请有权限的人用 Word 打开，去掉限制，另存为 .docx 再导入",
    ),
    ("Workbook", "这是 Excel 表格（.xls），不是 Word 文档", "把报告的文字放进 Word 或 WPS 文档，存为 .docx 再导入"),
    (
        "PowerPoint Document",
        "这是演示文稿（.ppt），不是 Word 文档",
        "把报告的文字放进 Word 或 WPS 文档，存为 .docx 再导入",
    ),
)
_DOCUMENT = "WordDocument"
_WORD, _FLAGS, _LOCKED = b"\xec\xa5", 11, 1  # how the stream of the document begins, and the flag of a password
_SECTORS = (9, 12)  # powers of two
_FREE, _IN_HEADER = 0xFFFFFFFF, 109


def refuse(data: bytes, *, works: bool) -> None:
    """Unreadable where the old Office file `data` holds no document to read; `works`: it may be one of Works."""
    if _is_cut(data):
        raise Unreadable("文件不完整（后面少了一截）", "重新拷贝或下载一份再试")
    if not _holds(data, _DOCUMENT):
        for name, told, mend in _HELD:
            if _holds(data, name):
                raise Unreadable(told, mend)
        if not works:
            raise Unreadable(
                "这是旧版 .doc 一类的文件，里面却没有 Word 文档，可能已经损坏",
                "用 Word 或 WPS 打开，另存为 .docx 再导入",
            )
    elif _is_locked(data):
        raise Unreadable("文件加了打开密码", _UNLOCKED)


def _holds(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _is_locked(data: bytes) -> bool:
    """By the first sector that begins as a document does."""
    at = data.find(_WORD)
    while at >= 0 and at % 64:
        at = data.find(_WORD, at + 1)
    return at >= 0 and len(data) > at + _FLAGS and bool(data[at + _FLAGS] & _LOCKED)


def _is_cut(data: bytes) -> bool:
    """Whether sectors that its table says are in use lie behind its end."""
    if len(data) < 1 << _SECTORS[0] or data[0x1E] not in _SECTORS:
        return len(data) < 1 << _SECTORS[0]
    size = 1 << data[0x1E]
    tables = struct.unpack_from(f"<{_IN_HEADER}I", data, 0x4C)[: struct.unpack_from("<I", data, 0x2C)[0]]
    for number, sector in enumerate(tables):
        if sector >= _FREE - 5:
            continue
        start = (sector + 1) * size
        if start + size > len(data):
            return True
        entries = array("I", data[start : start + size])
        used = max((at for at, entry in enumerate(entries) if entry != _FREE), default=-1)
        if used >= 0 and (number * len(entries) + used + 1) * size >= len(data):
            return True
    return False
