"""Tables that came back to the rows that answer for a figure: columns found by their titles, rows by their names."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple
from unicodedata import normalize

from ecoreport.importing._filling.marked import letters_of
from ecoreport.importing._filling.workbooks import Sheet, Value
from ecoreport.typeset import sheets
from ecoreport.yearfile.model import Report

_VALUE, _OPINION = "本年数", "核对意见"
_TITLES: Mapping[str, tuple[str, ...]] = {  # how a column may be called
    sheets.NAME: ("指标", "指标名称"),
    sheets.UNIT: ("单位", "计量单位"),
    _VALUE: ("本年", "本年数", "本年数值", "数值"),
    sheets.NOTE: ("说明", "备注", "口径和说明"),
    sheets.PERSON: ("填报人", "填表人", "经办人"),
    sheets.DATE: ("日期", "填报日期", "填表日期"),
    _OPINION: ("核对意见", "核对意见（可另附）"),
}
_YEAR = re.compile(r"([0-9]{4})年(?:度|数|数值)?")
_WHOSE = re.compile(r"(?P<issuer>[^\s：:。，,]{2,40})(?P<year>[0-9]{4})年法治政府建设情况报告指标(?:填报表|核对表)")
_PRINT_CODE = re.compile(r'&&|&"[^"]{0,80}"|&[0-9]{1,3}|&[A-Z]')
_SIGNED = re.compile(r"(?:经办人|填报人)(?:（签字）)?：[\s_]{0,20}(?!(?:科室)?负责人|日期)([^\s：_]{1,20})")
_ON = re.compile(r"日期：[\s_]{0,20}([0-9][0-9年月日./ -]{5,20})")
_MOST_ABOVE = 40  # rows above the head
_SERIALS = range(36526, 73051)  # days that Excel counts, of this century


class Fault(NamedTuple):
    """What is wrong at a place of a file that came back, and what to do."""

    place: str
    message: str
    help: str = ""


class Table(NamedTuple):
    """A table of a file: as it is called in messages, what it says above itself, and whether it is of a document."""

    file: str
    sheet: Sheet
    above: tuple[str, ...] = ()
    signed: str = ""  # who signed below it, and when, as far as that stands there
    document: bool = False

    @property
    def name(self) -> str:
        """填报.xlsx[执法科]; a text has no tabs."""
        return f"{self.file}[{self.sheet.name}]" if self.sheet.name else self.file

    def place(self, row: int, column: int) -> str:
        """填报.xlsx[执法科]!D7."""
        return f"{self.name}第{row + 1}行" if self.document else f"{self.name}!{letters_of(column)}{row + 1}"


class Row(NamedTuple):
    """What a file says of one figure."""

    table: Table
    name: str
    value: Value
    odd: str
    unit: str
    note: str
    person: str
    date: str
    opinion: str
    place: str  # of the value
    beside: str  # of the note
    odd_note: str = ""


def text_of(value: Value) -> str:
    """A value as the text that was meant: whole numbers without a point, days as 2025-01-03."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return "\n".join(line.strip() for line in str(value).removeprefix("'").split("\n")).strip()


def strays(table: Table, report: Report) -> Iterator[Fault]:
    """Whether the table is another bureau's or another year's, by all that it says of itself."""
    head = _head(table.sheet.rows)
    rows = table.sheet.rows[: head[0]] if head else table.sheet.rows[:_MOST_ABOVE]
    printed = _PRINT_CODE.sub(lambda code: "&" if code[0] == "&&" else " ", table.sheet.header)
    said = [*table.above, *(text_of(cell) for row in rows for cell in row if isinstance(cell, str)), printed]
    for match in (match for text in said for match in _WHOSE.finditer("".join(text.split()))):
        if int(match["year"]) != report.year:
            yield Fault(table.name, f"这是{match['year']}年的表，要收的是{report.year}年的")
            return
        if normalize("NFKC", match["issuer"]) != normalize("NFKC", "".join(report.issuer.split())):
            yield Fault(table.name, f"这是“{match['issuer']}”的表，这里是“{report.issuer}”")
            return
    if head and (years := _years(table.sheet.rows[head[0]])) and max(years) != report.year:
        yield Fault(table.name, f"这张表里最近的是{max(years)}年，要收的是{report.year}年的")


def rows_of(table: Table, report: Report) -> Iterator[Row | Fault]:
    """Each row that says something of a figure, or what is wrong with it; a Fault too where a column is missing."""
    found = _head(table.sheet.rows)
    if found is None:
        return
    at, titles = found
    columns, twice = _columns(titles, report.year)
    yield from (Fault(table.place(at, column), f"有两栏都叫“{titles[column]}”", "删去一栏") for column in twice)
    if _VALUE not in columns:
        yield Fault(table.place(at, 0), f"没有“{report.year}年”这一栏", "栏名不要改；改了的，照原来的写回去")
        return
    name, value = columns[sheets.NAME], columns[_VALUE]
    known = {_squeezed(one): one for one in report.figures}
    for number, cells in enumerate(table.sheet.rows[at + 1 :], at + 1):
        row = _row(table, number, cells, columns)
        if not row.name and (row.value == "" and not row.odd):
            continue
        if _is_none(row):
            continue
        if shared := _shared(table.sheet, number, value):
            yield Fault(row.place, f"{shared}合并在一起，分不清是哪个指标的数", "取消合并，各填各的")
        elif not row.name:
            yield Fault(row.place, f"这一行有数（{text_of(row.value)}），没有指标名称", "写上指标名称，或者删去这个数")
        elif _squeezed(row.name) not in known:
            yield _unknown(table.place(number, name), row.name, report)
        else:
            yield row._replace(name=known[_squeezed(row.name)])


def has_figures(table: Table) -> bool:
    """Whether the table has a column of figures at all."""
    return _head(table.sheet.rows) is not None


def signature(line: str) -> str:
    """Who signed, and when, by a line below a table; empty where nobody has."""
    who, on = _SIGNED.search(line), _ON.search(line)
    return "，".join(match[1].strip() for match in (who, on) if match)


def _unknown(place: str, name: str, report: Report) -> Fault:
    close = get_close_matches(name[:40], report.figures, 1, 0.5)
    meant = f"是不是“{close[0]}”？指标名称不要改" if close else "指标名称不要改；要添指标，先写进年度文件"
    return Fault(place, f"年度文件里没有叫“{name[:40]}”的指标", meant)


def _head(rows: Sequence[Sequence[Value]]) -> tuple[int, tuple[str, ...]] | None:
    """The row with the titles of the columns, and they themselves without blanks."""
    for at, row in enumerate(rows[:_MOST_ABOVE]):
        titles = tuple(normalize("NFKC", _squeezed(text_of(cell))) for cell in row)
        named = any(title in _TITLES[sheets.NAME] for title in titles)
        if named and any(title in _TITLES[_VALUE] or _YEAR.fullmatch(title) for title in titles):
            return at, titles
    return None


def _years(titles: Sequence[Value]) -> list[int]:
    matches = (_YEAR.fullmatch(_squeezed(text_of(title))) for title in titles)
    return [int(match[1]) for match in matches if match]


def _columns(titles: Sequence[str], year: int) -> tuple[Mapping[str, int], Sequence[int]]:
    """Where each column stands, and those that are there twice."""
    found: dict[str, int] = {}
    twice = []
    years = [
        column for column, title in enumerate(titles) if (match := _YEAR.fullmatch(title)) and int(match[1]) == year
    ]
    for column, title in enumerate(titles):
        plain = normalize("NFKC", title)
        key = next((key for key, named in _TITLES.items() if plain in {normalize("NFKC", one) for one in named}), "")
        key = "" if key == _VALUE and years else _VALUE if column in years else key
        if key in found:
            twice.append(column)
        elif key:
            found[key] = column
    return found, twice


def _row(table: Table, number: int, cells: Sequence[Value], columns: Mapping[str, int]) -> Row:
    def cell(key: str) -> Value:
        return cells[columns[key]] if key in columns and columns[key] < len(cells) else ""

    value, note = columns[_VALUE], columns.get(sheets.NOTE, columns[_VALUE])
    return Row(
        table, text_of(cell(sheets.NAME)), cell(_VALUE), table.sheet.odd.get((number, value), ""),
        text_of(cell(sheets.UNIT)), text_of(cell(sheets.NOTE)), text_of(cell(sheets.PERSON)), _day(cell(sheets.DATE)),
        text_of(cell(_OPINION)), table.place(number, value), table.place(number, note),
        table.sheet.odd.get((number, note), "") if note != value else "",
    )  # fmt: skip


def _is_none(row: Row) -> bool:
    """Whether it is the head once more, or the line to sign."""
    return row.name in _TITLES[sheets.NAME] or "签字" in row.name


def _day(value: Value) -> str:
    """A date as it was meant, also where Excel has made a number of it."""
    if isinstance(value, int | float) and int(value) in _SERIALS:
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(value))).isoformat()
    return text_of(value)


def _shared(sheet: Sheet, row: int, column: int) -> str:
    """The merged cells that the value stands in, where they are several rows': D7:D8."""
    for (top, left), (bottom, right) in sheet.merged:
        if top < bottom and top <= row <= bottom and left <= column <= right:
            return f"{letters_of(left)}{top + 1}:{letters_of(right)}{bottom + 1}"
    return ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
