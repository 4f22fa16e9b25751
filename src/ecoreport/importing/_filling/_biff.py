"""The workbook inside an old Excel file (.xls): cells with an error, which its reader leaves out, and how far it goes.

[MS-CFB] for the file system around it, [MS-XLS] for the records.
"""

import struct
from collections.abc import Iterator
from itertools import islice

from ecoreport.importing._filling.marked import DAMAGED, Marks
from ecoreport.problems.diagnostic import Unreadable

_STREAMS = ("Workbook", "Book")
_END, _MOST_SECTORS = 0xFFFFFFFA, 1 << 17  # what is no sector; 64 MB of the smaller ones
_ENTRY = 128  # bytes of an entry of the directory
_EOF, _LOCK, _SHEET, _EXTENT, _FORMULA, _BOOLERR, _SEVERAL = 0x000A, 0x002F, 0x0085, 0x0200, 0x0006, 0x0205, 0x00BD
_CELLS = frozenset({_FORMULA, _BOOLERR, _SEVERAL, 0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6})
_MOST_SHEETS, _OLD_EXTENT, _ERROR = 64, 10, 2
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def marks(data: bytes) -> list[Marks]:
    """What there is to know of each sheet, in their order; Unreadable where the file is locked or damaged."""
    try:
        book = _stream(data)
        return _marks(book)
    except (struct.error, IndexError):
        raise DAMAGED from None


def _marks(book: bytes) -> list[Marks]:
    starts = []
    for kind, body in _records(book, 0):
        if kind == _LOCK:
            raise Unreadable("文件加了打开密码", "用 Excel 打开，去掉密码再另存")
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
    if len(starts) > _MOST_SHEETS:
        raise DAMAGED
    return [_sheet(book, start) for start in starts]


def _sheet(book: bytes, start: int) -> Marks:
    here = Marks()
    for kind, body in _records(book, start):
        if kind == _EXTENT:
            _, rows, _, columns = struct.unpack_from("<IIHH" if len(body) > _OLD_EXTENT else "<HHHH", body)
            here.reaches(rows - 1, columns - 1)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            here.reaches(row, struct.unpack("<H", body[-2:])[0] if kind == _SEVERAL else column)
            is_error = (
                body[7] if kind == _BOOLERR else kind == _FORMULA and body[6] == _ERROR and body[12:14] == b"\xff\xff"
            )
            if is_error:
                here.odd[row, column] = _ERRORS.get(body[6 if kind == _BOOLERR else 8], "#VALUE!")
    return here


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record up to the end of what begins there."""
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        if kind == _EOF:
            return
        yield kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _stream(data: bytes) -> bytes:
    """The bytes of the workbook in the file system `data`."""
    size, small = (1 << struct.unpack_from("<H", data, at)[0] for at in (0x1E, 0x20))
    if size not in (512, 4096) or small != 64:  # noqa: PLR2004 - as the format has it
        raise DAMAGED
    table = _table(data, size)
    directory = _chain(data, table, struct.unpack_from("<I", data, 0x30)[0], size, size)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    for name in _STREAMS:
        for entry in entries:
            length = struct.unpack_from("<H", entry, 64)[0]
            if entry[: max(length - 2, 0)] == name.encode("utf-16-le"):
                start, total = struct.unpack_from("<II", entry, 116)
                if total >= struct.unpack_from("<I", data, 0x38)[0]:
                    return _chain(data, table, start, size, size)[:total]
                inner = _chain(data, table, struct.unpack_from("<I", entries[0], 116)[0], size, size)
                packed = _chain(data, table, struct.unpack_from("<I", data, 0x3C)[0], size, size)
                links = struct.unpack(f"<{len(packed) // 4}I", packed[: len(packed) // 4 * 4])
                return _chain(inner, links, start, small, 0)[:total]
    raise Unreadable("这不是 Excel 表格", "看看是不是拿错了文件")


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows which."""
    numbers = list(struct.unpack_from("<109I", data, 0x4C))
    further, left = struct.unpack_from("<II", data, 0x44)
    while further < _END and left > 0 and len(numbers) < _MOST_SECTORS:
        *more, further = struct.unpack_from(f"<{size // 4}I", data, (further + 1) * size)
        numbers += more
        left -= 1
    sectors = (data[(number + 1) * size : (number + 2) * size] for number in numbers if number < _END)
    joined = b"".join(sector for sector in sectors if len(sector) == size)
    return struct.unpack(f"<{len(joined) // 4}I", joined)


def _chain(data: bytes, table: tuple[int, ...], start: int, size: int, before: int) -> bytes:
    """The sectors from `start` on, each `size` bytes; `before` is what stands in front of the first one."""
    most = len(data) // size + 1  # a chain may go round in a circle
    return b"".join(data[before + one * size : before + (one + 1) * size] for one in islice(_links(table, start), most))


def _links(table: tuple[int, ...], start: int) -> Iterator[int]:
    while start < _END:
        yield start
        start = table[start]
