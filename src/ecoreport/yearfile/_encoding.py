"""Files that are no text in UTF-8: what they are, by their bytes, and what to do with them."""

from __future__ import annotations

_RESAVE = "在记事本或 WPS 里“另存为”，编码选 UTF-8"
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
    head = data[:_HEAD]
    if data.startswith(_UTF16) or head.count(0) > len(head) // 4:
        return "文件是 UTF-16 编码，不是 UTF-8", _RESAVE
    return None


def _importing(name: str, suffix: str) -> str:
    renamed = f"{name.rpartition('.')[0] or name}.{suffix}"
    return f"把它改名为 {renamed.rpartition('/')[2]}，再运行 ecoreport import {renamed}，生成年度文件"


def _written(first: str) -> str:
    return f"{first}，再运行 ecoreport import 生成年度文件"


def encoding(body: bytes) -> tuple[str, str]:
    """What to say of bytes that are no UTF-8, and the mend."""
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return "文件不是 UTF-8 编码，也不像 GBK", _RESAVE
    return "文件不是 UTF-8 编码，像是 GBK（旧版记事本叫 ANSI）", _RESAVE
