"""Files that are no text in UTF-8: what they are, by their bytes, and what to do with them."""

from __future__ import annotations

_SAVE = "在记事本或 WPS 里“另存为”，编码选 UTF-8"
_RESAVE = f"运行 ecoreport check --fix 就改成 UTF-8；或者{_SAVE}"
_REPAIR = "把这里的字重新打一遍，编码选 UTF-8 保存；或者从备份里取回这个文件"
_MOSTLY = 0.9  # of the bytes beyond ASCII: where so many are sound UTF-8 the rest is damage; of GBK a third may look so
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP, _OLE, _PDF = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"), b"%PDF-"
_HEAD = 200  # bytes that show whether every other one is 0


def foreign(data: bytes, name: str) -> tuple[str, str] | None:
    """What to say of the file called `name`, and the mend, where it is another program's, or UTF-16."""
    if data.startswith(_ZIP):
        if b"word/document.xml" in data:
            return "这是 Word 文件（.docx），不是年度文件", _importing(name, "docx")
        return "这是压缩文件或者表格，不是年度文件", _written("把里面的内容另存为 Word 文件（.docx）")
    if data.startswith(_OLE):
        return "这是旧版 Word 或 WPS 文件（.doc、.wps），不是年度文件", _importing(name, "doc")
    if data.startswith(_PDF):
        return "这是 PDF 文件，不是年度文件", _written("找到它的 Word 文件（.docx）")
    if _is_wide(data):
        return "文件是 UTF-16 编码，不是 UTF-8", _RESAVE
    return None


def _importing(name: str, suffix: str) -> str:
    renamed = f"{name.rpartition('.')[0] or name}.{suffix}"
    return f"把它改名为 {renamed.rpartition('/')[2]}，再运行 ecoreport import {renamed}，生成年度文件"


def _written(first: str) -> str:
    return f"{first}，再运行 ecoreport import 生成年度文件"


def encoding(body: bytes) -> tuple[str, str]:
    """What to say of bytes that are no UTF-8, and the mend."""
    if _is_utf8(body):
        return "文件是 UTF-8 编码，但这里有坏了的字节", _REPAIR
    if in_utf8(body) is None:
        return "文件不是 UTF-8 编码，也不像 GBK", _SAVE
    return "文件不是 UTF-8 编码，像是 GBK（旧版记事本叫 ANSI）", _RESAVE


def in_utf8(data: bytes) -> bytes | None:
    """The same text in UTF-8, where it is GBK or UTF-16; None where it is UTF-8 already, damaged or not, or no text."""
    wide = _is_wide(data)
    if not _is_text(data) or (not wide and _is_utf8(data)):
        return None
    codec = "gb18030" if not wide else "utf-16" if data.startswith(_UTF16) else _order(data[:_HEAD])
    try:
        return data.decode(codec).encode()
    except UnicodeError:
        return None


def text_of(data: bytes) -> str:
    """The text of a file, whatever its encoding, damage as U+FFFD; empty where that is unknown, or it is none."""
    recoded = in_utf8(data) or data
    return recoded.decode("utf-8-sig", "replace") if _is_text(data) and _is_utf8(recoded) else ""


def _is_text(data: bytes) -> bool:
    """Whether it is no other program's file: those begin with a sign of their own."""
    return not data.startswith((_ZIP, _OLE, _PDF))


def _is_wide(data: bytes) -> bool:
    """Whether it is UTF-16."""
    head = data[:_HEAD]
    return data.startswith(_UTF16) or head.count(0) > len(head) // 4


def _order(head: bytes) -> str:
    """Of UTF-16 without its mark: the zeros stand before the letters of the keys, or behind."""
    return "utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le"


def _is_utf8(body: bytes) -> bool:
    """Whether it is UTF-8, but for some bytes at most."""
    sound = body.decode("utf-8", "ignore").encode()
    return _beyond_ascii(sound) >= _MOSTLY * _beyond_ascii(body)


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.decode("ascii", "ignore"))
