"""Workbooks and CSV to tables of values: every limit is checked before a cell is read.

python-calamine, of the extra `ecoreport[excel]`, reads .xlsx, .xls and .ods.
"""

import codecs
import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from ecoreport.importing._files import ole
from ecoreport.importing._files.zips import DAMAGE, MAX_FILE, WRONG_FILE, guard
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.typeset.sheets import Missing

if TYPE_CHECKING:
    from ecoreport.importing._files.package import Package
    from ecoreport.importing._filling.marked import Marks

Value = str | int | float | bool | dt.date | dt.time | dt.timedelta
_ZIP = b"PK\x03\x04"
_BOOKS = "xl/workbook.xml"
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_ENDINGS = (".xls", ".xlsx", ".xlsm", ".ods", ".et")
_MOST_ABOVE = 40  # lines above the head of a table
_MOST_CSV = 4 << 20  # bytes
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNLOCKED = "用 Excel 打开，去掉密码再另存"
_AS_XLSX = "用 Excel 或 WPS 打开，另存为 .xlsx"


@dataclass(frozen=True)
class Sheet:
    """A tab: its rows from the first on, and of the cells what their values do not say."""

    name: str
    rows: Sequence[Sequence[Value]]
    odd: Mapping[tuple[int, int], str] = field(default_factory=dict)  # errors, formulas without a result
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    header: str = ""  # what is printed above each page
    hidden: bool = False
    printed: frozenset[str] = frozenset()  # digests of the notes and values that its workbook was printed with


def is_workbook(data: bytes, suffix: str) -> bool:
    """Whether it is read as a table: by its bytes, a text by its ending."""
    if data.startswith(_ZIP):
        parts = _names(data)
        return (
            bool(parts & {_BOOKS, "xl/workbook.bin"}) or _OPEN_SHEET in data[:200] or (not parts and suffix in _ENDINGS)
        )
    if data.startswith(ole.BEGINNING):
        names = ["EncryptedPackage", *(() if _holds(data, "WordDocument") else ("Workbook", "Book"))]
        return suffix in _ENDINGS or (
            suffix not in (".doc", ".docx", ".wps") and any(_holds(data, one) for one in names)
        )
    return suffix in (*_ENDINGS, ".csv", ".tsv", ".txt")


def read(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The tabs of a workbook, or the one table of a CSV file; Unreadable with the reason, Missing without calamine."""
    if not data:
        raise Unreadable("文件是空的", "可能没有拷贝完，重新拷贝或下载一份再试")
    if len(data) > MAX_FILE:
        raise Unreadable(f"文件有{len(data) >> 20}兆字节，太大", WRONG_FILE)
    if data.startswith(_ZIP):
        return _zipped(data)
    if data.startswith(ole.BEGINNING):
        return _old(data)
    return (Sheet(name, _csv(data)),)


def _zipped(data: bytes) -> tuple[Sheet, ...]:
    from ecoreport.importing._files.package import Package  # noqa: PLC0415
    from ecoreport.importing._filling import marked  # noqa: PLC0415 - loads lxml
    from ecoreport.report.digests import cells_of  # noqa: PLC0415
    from ecoreport.typeset.word import custom  # noqa: PLC0415

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*DAMAGE, ValueError, NotImplementedError):
        raise Unreadable("文件不完整，或者已经损坏", "重新拷贝或下载一份再试") from None
    guard(archive.infolist(), "Excel")
    package = Package(archive, frozenset(archive.namelist()), _BOOKS)
    if "xl/workbook.bin" in package.names:
        raise Unreadable("这是 .xlsb 文件，不能直接读", _AS_XLSX)
    find: Callable[[Package], dict[str, Marks]] = marked.of_excel
    if _BOOKS not in package.names:
        _refuse_locked(package)
        find = marked.of_open_document
    try:
        properties = package.xml(custom.PART)
        printed = cells_of({} if properties is None else custom.read(properties))
        return tuple(replace(one, printed=printed) for one in _read(data, find(package)))
    except Unreadable as refused:
        raise Unreadable(str(refused).replace("Word 文档", "表格"), refused.help.replace("Word", "Excel")) from None


def _refuse_locked(package: "Package") -> None:
    if "content.xml" not in package.names:
        raise Unreadable("这是压缩包，里面没有表格", "先解压，再读里面的表")
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.data("META-INF/manifest.xml"):
        raise Unreadable("文件加了打开密码", _UNLOCKED)


def _old(data: bytes) -> tuple[Sheet, ...]:
    from ecoreport.importing._filling import _biff  # noqa: PLC0415 - few files are so old

    if _holds(data, "EncryptedPackage"):
        raise Unreadable("文件加了打开密码", _UNLOCKED)
    return _read(data, _biff.marks(data))


def _read(data: bytes, marks: "Mapping[str, Marks] | Sequence[Marks]") -> tuple[Sheet, ...]:
    """What calamine reads, with the `marks` of each sheet, by its name or its place."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415
    except ImportError:
        raise Missing from None
    made = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for at, about in enumerate(book.sheets_metadata):
            told = marks.get(about.name) if isinstance(marks, Mapping) else next(islice(marks, at, None), None)
            if about.typ is SheetTypeEnum.WorkSheet:
                measured = _measured(told)  # what has not been measured is not read
                sheet = book.get_sheet_by_index(at)
                merged = sheet.merged_cell_ranges or ()
                rows = sheet.to_python(skip_empty_area=False)
                hidden = about.visible is not SheetVisibleEnum.Visible
                made.append(Sheet(about.name, rows, measured.odd, merged, measured.header, hidden))
    except (CalamineError, ValueError, OSError):
        raise Unreadable("文件已经损坏，读不出来", _AS_XLSX) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own fault, which it says in this way
            raise
        raise Unreadable("文件的写法不合规范，读不出来", _AS_XLSX) from None
    return tuple(made)


def _measured(marks: "Marks | None") -> "Marks":
    from ecoreport.importing._filling.marked import DAMAGED  # noqa: PLC0415 - as above

    if marks is None:
        raise DAMAGED
    return marks


def _csv(data: bytes) -> list[list[Value]]:
    if len(data) > _MOST_CSV:
        raise Unreadable(f"文字超过了{_MOST_CSV >> 20} MB", WRONG_FILE)
    text = _text(data)
    if text.lstrip()[:1] == "<":
        raise Unreadable("扩展名是表格的，其实是网页或 XML", _AS_XLSX)
    heads = [line for line in text.splitlines()[:_MOST_ABOVE] if "指标" in line]
    mark = max(",\t;，", key=lambda mark: max((head.count(mark) for head in heads), default=0))
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error:
        raise Unreadable("文件已经损坏（不是 CSV）", _AS_XLSX) from None


def _text(data: bytes) -> str:
    """By its mark, UTF-8, else GBK as Excel writes it."""
    encodings = [next((known for mark, known in _MARKS if data.startswith(mark)), "utf-8"), "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("认不出文字的编码", "用 Excel 打开，另存为 .xlsx")


def _names(data: bytes) -> frozenset[str]:
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (*DAMAGE, ValueError, NotImplementedError):
        return frozenset()


def _holds(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data
