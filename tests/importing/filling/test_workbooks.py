"""Workbooks and CSV that anybody may have made: what is told of each before a cell of it is read."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.sheets import changed, form, plain

from ecoreport.importing._files.ole import BEGINNING
from ecoreport.importing._filling import _biff, workbooks
from ecoreport.importing._filling.marked import MOST_ROWS, column_of, letters_of
from ecoreport.problems.diagnostic import Unreadable

LARGE, ODD = "表太大，不会是填报表", "文件的写法不合规范，读不出来"
PART = "xl/worksheets/sheet1.xml"
MANY = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16000"/>'
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The zip with each member as `change` gives it, without those that it gives None for."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
    return made.getvalue()


def with_cells(cells: str) -> bytes:
    """A workbook whose first sheet has these cells, as XML."""
    rows = f"<sheetData>{cells}</sheetData>".encode()

    def put(name: str, part: bytes) -> bytes:
        return re.sub(b"<sheetData>.*</sheetData>", rows, part, flags=re.DOTALL) if "sheet1" in name else part

    return repacked(plain([["x"]]), put)


def two_sheets(one: str, other: str, number: str = "rId1") -> bytes:
    """A workbook that names its sheet twice, the second time so, or one that is not there."""

    def put(name: str, part: bytes) -> bytes:
        relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id'
        first = f'<sheet {one} sheetId="1" {relation}="rId1"/>'
        told = f'<sheets>{first}<sheet {other} sheetId="2" {relation}="{number}"/></sheets>'.encode()
        return re.sub(b"<sheets>.*</sheets>", told, part, flags=re.DOTALL) if name == "xl/workbook.xml" else part

    return repacked(plain([["x"]]), put)


def spoilt(change: Callable[[bytes], bytes]) -> bytes:
    """The form whose first sheet is as `change` makes it."""
    return repacked(form(), lambda name, part: change(part) if name == PART else part)


def ods(content: str, kind: str = "spreadsheet", manifest: str = "<x/>") -> bytes:
    """An OpenDocument file with that in its first table."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    calcext = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    table = f'<table:table table:name="甲">{content}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", f"<office:document-content{spaces}{calcext}>{body}</office:document-content>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def record(kind: int, body: bytes) -> bytes:
    """A record of an old workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def book(*cells: bytes) -> bytes:
    """The records of a workbook with one sheet that has these."""
    head = record(0x0809, bytes(16))
    sheet = len(head) + len(record(0x0085, bytes(10))) + len(record(0x000A, b""))
    about = record(0x0085, struct.pack("<IHBB", sheet, 0, 1, 0) + b"x\0")
    return head + about + record(0x000A, b"") + record(0x0809, bytes(16)) + b"".join(cells) + record(0x000A, b"")


def old(stream: bytes) -> bytes:
    """An .xls with that workbook, which begins in the first sector behind table and directory."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    links = [0xFFFFFFFD, END, *range(3, sectors + 2), END]
    header = bytearray(BEGINNING + bytes(504))
    struct.pack_into("<HHHHH", header, 0x18, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 0x2C, 1)
    struct.pack_into("<IIIIIII", header, 0x30, 1, 0, 4096, END, 0, END, 0)
    struct.pack_into("<109I", header, 0x4C, 0, *[FREE] * 108)
    table = struct.pack("<128I", *links, *[FREE] * (128 - len(links)))

    def entry(name: str, kind: int, start: int, size: int) -> bytes:
        made = bytearray(128)
        made[: len(name) * 2] = name.encode("utf-16-le")
        struct.pack_into("<HBB", made, 64, len(name) * 2 + 2, kind, 1)
        struct.pack_into("<III", made, 68, FREE, FREE, 1 if kind == 5 else FREE)
        struct.pack_into("<II", made, 116, start, size)
        return bytes(made)

    directory = entry("Root Entry", 5, END, 0) + entry("Workbook", 2, 2, len(stream)) + bytes(256)
    return bytes(header) + table + directory + stream.ljust(sectors * 512, b"\0")


def old_and_small(stream: bytes) -> bytes:
    """The same of a workbook so short that it lies in the sectors of 64 bytes: all in one sector, and their table."""
    made = bytearray(old(stream)[: 512 * 3])
    pieces = -(-len(stream) // 64)
    struct.pack_into("<II", made, 0x3C, 3, 1)
    struct.pack_into("<IIII", made, 512, 0xFFFFFFFD, END, END, END)
    struct.pack_into("<II", made, 1024 + 116, 2, 512)
    struct.pack_into("<II", made, 1024 + 128 + 116, 0, len(stream))
    links = struct.pack("<128I", *range(1, pieces), END, *[FREE] * (128 - pieces))
    return bytes(made) + stream.ljust(512, b"\0") + links


ERROR = record(0x0205, struct.pack("<HHHBB", 3, 1, 0, 0x07, 1))
TRUE = record(0x0205, struct.pack("<HHHBB", 4, 1, 0, 1, 0))
FORMULA = record(0x0006, struct.pack("<HHH", 5, 2, 0) + b"\x02\0\x17\0\0\0\xff\xff" + bytes(8))
SUM = record(0x0006, struct.pack("<HHHd", 6, 2, 0, 2.0) + bytes(8))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的"),
        (b"PK\x03\x04rubbish", "文件不完整，或者已经损坏"),
        (form()[:-300], "文件不完整，或者已经损坏"),
        (bytes(21 << 20), "文件有21兆字节，太大"),
        (BEGINNING + bytes(600), ODD),
        (old(book())[:700] + "EncryptedPackage".encode("utf-16-le"), "文件加了打开密码"),
        (old(record(0x0809, bytes(16)) + record(0x002F, bytes(6))), "文件加了打开密码"),
        (old(book(record(0x0200, struct.pack("<IIHHH", 0, 2**31, 0, 255, 0)))), LARGE),
        (with_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), LARGE),
        (with_cells('<row r="1"><c><v>1</v></c></row><row r="900000">' + "<c><v>1</v></c>" * 9 + "</row>"), LARGE),
        (with_cells('<row r="1"><c r="xfd1048576"><v>1</v></c></row>'), ODD),
        (with_cells('<row r="+1"><c><v>1</v></c></row>'), ODD),
        (two_sheets('name="a"', 'name="a"'), ODD),
        (two_sheets('name="a"', 'name="b"', "rId9"), "文件已经损坏，读不出来"),
        (ods(f'<table:table-row table:number-rows-repeated="+9999999999">{MANY}</table:table-row>'), ODD),
        (old(book(record(0x0203, struct.pack("<HHHd", 65535, 255, 0, 1.0)))), LARGE),
        (old(book(record(0x00BD, struct.pack("<HH", 65000, 0) + bytes(12) + struct.pack("<H", 255)))), LARGE),
        (old(book(record(0x0200, struct.pack("<HHHHH", 0, 65535, 0, 255, 0)))), LARGE),
        (with_cells(f'<row r="{MOST_ROWS + 1}"><c r="A{MOST_ROWS + 1}"><v>1</v></c></row>'), LARGE),
        (spoilt(lambda part: part[:-40]), f"文件已经损坏（{PART}不是 XML）"),
        (spoilt(lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part[55:]), f"{PART}里有 DTD，表格不允许有"),
        (spoilt(lambda _: bytes(31 << 20)), f"“{PART}”解压后太大，可能是压缩炸弹"),
        (
            ods(f'<table:table-row table:number-rows-repeated="1000000">{MANY}</table:table-row>'),
            LARGE,
        ),
        (ods("", manifest="<encryption-data/>"), "文件加了打开密码"),
        (b"<html><table><tr><td>1", "扩展名是表格的，其实是网页或 XML"),
        (b"a,\0b", "认不出文字的编码"),
        (("指标," + '"x' * 200_000).encode(), "文件已经损坏（不是 CSV）"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    """In a sentence, with what to do; nothing is unpacked or made room for before."""
    with pytest.raises(Unreadable) as refused:
        workbooks.read(data, "填报.xlsx")
    assert str(refused.value) == told
    assert refused.value.help
    assert "Word" not in f"{refused.value}{refused.value.help}"


def test_errors_are_read_out_of_all_kinds() -> None:
    """Which calamine gives as empty cells: of .xlsx, .xls, .ods; a truth value of .ods, a formula nobody computed."""
    cells = '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>1+1</f></c></row><row><c><v>1</v></c></row>'
    [sheet] = workbooks.read(with_cells(cells), "x.xlsx")
    assert sheet.odd == {(1, 1): "#REF!", (1, 2): "="}
    rows = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row>'
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell table:formula="of:=1/0"'
        ' office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        '<table:table-cell office:value-type="boolean"><text:p>TRUE</text:p></table:table-cell>'
        "</table:table-row>"
    )
    [sheet] = workbooks.read(ods(rows), "x.ods")
    assert sheet.odd == {(3, 2): "#DIV/0!", (3, 3): "TRUE"}
    for data in (old(book(ERROR, TRUE, FORMULA, SUM)), old_and_small(book(ERROR, TRUE, FORMULA, SUM))):
        [marks] = _biff.marks(data)
        assert marks.odd == {(3, 1): "#DIV/0!", (5, 2): "#REF!"}


@pytest.mark.parametrize(
    ("data", "suffix", "is_book"),
    [
        (form(), ".docx", True),
        (ods(""), ".xlsx", True),
        (ods("", kind="text"), ".ods", False),
        (old(book()), ".doc", False),
        (old(book()), ".xls", True),
        (old(book()), "", True),
        (old(book()) + "WordDocument".encode("utf-16-le"), "", False),
        (b"\xef\xbb\xbfa,b", ".csv", True),
        (b"a,b", ".md", False),
        (b"PK\x03\x04", ".xlsx", True),
        (b"PK\x03\x04", ".docx", False),
    ],
)
def test_a_workbook_is_known_by_its_bytes(data: bytes, suffix: str, is_book: bool) -> None:  # noqa: FBT001
    """Whatever it is called; a document with a table in it is none."""
    assert workbooks.is_workbook(data, suffix) is is_book


@given(st.integers(0, 20_000))
def test_columns_have_letters(column: int) -> None:
    """There and back."""
    assert column_of(letters_of(column)) == column


def test_letters_are_as_excel_has_them() -> None:
    """The first, the last of one letter, the first of two, the last of all."""
    assert [letters_of(at) for at in (0, 25, 26, 16383)] == ["A", "Z", "AA", "XFD"]


@pytest.mark.parametrize(
    "data", [form(), old(book(ERROR, FORMULA)), ods("<table:table-row/>"), changed(form(), lambda _: None)]
)
def test_broken_files_are_read_or_told(data: bytes) -> None:
    """A few hundred changes of some bytes, cuts at any place: Unreadable, or sheets."""
    dice = random.Random(22)  # noqa: S311 - no secret
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with suppress(Unreadable):
            workbooks.read(bytes(broken[: dice.choice((len(broken), dice.randrange(len(broken))))]), "x.xlsx")
