"""Old Office files: whole or cut, locked or open, a document or another thing."""

import struct

import pytest

from ecoreport.importing._files.ole import BEGINNING, refuse
from ecoreport.problems.diagnostic import Unreadable

FREE = 0xFFFFFFFF


def old(*names: str, sectors: int = 3, used: int = 3, document: bytes = b"\xec\xa5" + bytes(20)) -> bytes:
    """An old Office file with these names in its directory, of so many sectors, of which the table uses so many."""
    header = bytearray(BEGINNING + bytes(504))
    header[0x1E] = 9
    struct.pack_into("<I", header, 0x2C, 1)
    struct.pack_into("<109I", header, 0x4C, 0, *[FREE] * 108)
    table = struct.pack("<128I", *([0] * used + [FREE] * (128 - used)))
    directory = "".join(names).encode("utf-16-le").ljust(512, b"\0")
    made = bytes(header) + table + directory + document.ljust(512, b"\0") + bytes(512 * 200)
    return made[: 512 * (sectors + 1)]


def test_a_whole_document_passes() -> None:
    """A last sector that is not filled too; and what Works writes, which has no such stream."""
    refuse(old("WordDocument"), works=False)
    refuse(old("WordDocument")[:-100], works=False)
    refuse(old("WordDocument", "Workbook"), works=False)
    refuse(old("MatOST"), works=True)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (old("WordDocument", sectors=2), "文件不完整（后面少了一截）"),
        (old("WordDocument", used=100), "文件不完整（后面少了一截）"),
        (old("WordDocument")[:600], "文件不完整（后面少了一截）"),
        (BEGINNING, "文件不完整（后面少了一截）"),
        (old("WordDocument", document=b"\xec\xa5" + bytes(9) + b"\x01"), "文件加了打开密码"),
        (old("EncryptedPackage"), "文件加了打开密码"),
        (old("EncryptedPackage", "\tDRMContent"), "文件加了打开密码"),
        (old("\tDRMContent"), "文件加了权限管理（IRM），别的程序打不开"),
        (old("Workbook"), "这是 Excel 表格（.xls），不是 Word 文档"),
        (old("Root Entry"), "这是旧版 .doc 一类的文件，里面却没有 Word 文档，可能已经损坏"),
        (BEGINNING + bytes(600), "这是旧版 .doc 一类的文件，里面却没有 Word 文档，可能已经损坏"),
    ],
)
def test_any_other_is_refused(data: bytes, told: str) -> None:
    """With what to do."""
    with pytest.raises(Unreadable) as caught:
        refuse(data, works=False)
    assert (str(caught.value), bool(caught.value.help)) == (told, True)
