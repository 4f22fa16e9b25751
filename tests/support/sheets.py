"""Sheets that departments fill in, as they come back: filled in by openpyxl, an outside reader and writer of .xlsx."""

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from ecoreport.importing import fill
from ecoreport.importing.fill import Filled
from ecoreport.report.inputs import Years, given
from ecoreport.report.parts import document_date
from ecoreport.typeset import sheets
from ecoreport.years import forms

HEAD = ("指标", "单位", "2023年", "2024年", "同比", "说明", "填报人", "日期")
BEFORE = """\
year: 2023
issuer: 示例区生态环境局
date: 2024-01-20
figures:
  立案: 80起
  罚款金额: 200万元
  满意率: 95.1%
  受众: 5000余人次
  办结: 1400/1410件
"""
NOW = """\
# 示例
year: 2024
issuer: "示例区生态环境局"
date: 2025-01-20
figures:   # 各科室填
  立案: 92起  # 以立案日期计
  罚款金额: {value: '169.9万元', source: 执法科}
  满意率: {value: 待填, source: 信访科}   # 回访
  受众: 约6900人次
  办结:
    source: 信访科
    value: "1480/1491件"
    note: 含转办
  听证: {note: 全年, value: 0起, source: 法制科}
  行政许可: 不适用
  人数: 12
measures:
  - {id: a, title: 执法, text: "立案{{ 立案 }}。"}
"""


def years(now: str = NOW, before: str = BEFORE) -> Years:
    """The two years of an invented bureau."""
    files = {2024: given(now.encode(), "data/2024.yaml", 2024), 2023: given(before.encode(), "data/2023.yaml", 2023)}
    return Years({year: file for year, file in files.items() if file.read()})


def form(now: str = NOW, before: str = BEFORE) -> bytes:
    """The sheet of 2024."""
    known = years(now, before)
    context = known.context(known.files[2024])
    return sheets.write_form(forms.form(context), document_date(context.report))


def changed(data: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """The workbook, opened, changed and saved by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def cells(book: openpyxl.Workbook) -> dict[str, tuple[Worksheet, int]]:
    """By the name of a figure its tab and row."""
    return {
        str(row[0].value): (sheet, row[0].row)
        for sheet in book
        for row in sheet.iter_rows(min_row=4)
        if row[0].value and "签字" not in str(row[0].value)
    }


def filled(values: Mapping[str, Any], data: bytes | None = None, notes: Mapping[str, str] | None = None) -> bytes:
    """The sheet with these values, and notes, beside the names."""

    def put(book: openpyxl.Workbook) -> None:
        places = cells(book)
        for column, told in ((4, values), (6, notes or {})):
            for name, value in told.items():
                sheet, row = places[name]
                sheet.cell(row, column).value = value

    return changed(data or form(), put)


def plain(rows: Sequence[Sequence[Any]], title: str = "执法科") -> bytes:
    """A workbook of one tab that somebody made by hand."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def taken(*files: bytes, now: str = NOW, before: str = BEFORE, name: str = "填报{}.xlsx") -> Filled:
    """What comes of these workbooks, called 填报1.xlsx and so on."""
    known = years(now, before)
    tables = [one for at, data in enumerate(files, 1) for one in fill.tables_of_workbook(data, name.format(at))]
    return fill.fill(now, known.context(known.files[2024]), tables)
