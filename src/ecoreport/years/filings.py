"""What several bureaus have filed: a row for each bureau and year, and their figures side by side."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecoreport.problems.diagnostic import Severity
from ecoreport.report.markdown import pipes
from ecoreport.report.parts import sections_of
from ecoreport.text.columns import columns
from ecoreport.text.placeholders import CODES
from ecoreport.text.quantity import Quantity, json_number, plain
from ecoreport.yearfile.model import Report
from ecoreport.years._spreadsheet import cell, sheet

if TYPE_CHECKING:
    from ecoreport.check import Checked

HANDED_IN, PUBLISHED = (3, 1), (4, 1)  # 《法治政府建设与责任落实督察工作规定》: before these days of the next year
_NAMES: Mapping[str, str] = {
    "measures": "举措", "shortcomings": "不足", "leader_duties": "职责", "next_year_plan": "安排",
}  # fmt: skip
STATES = FILED, UNFILLED, WRONG, UNREADABLE, ABSENT, UNSEEN = "已报送", "没填完", "有错误", "读不出", "未报送", "没有查"
_HEAD = ("单位", "文件夹", "年度", "报送", "四个部分", "成文日期", "期限", "待填", "错误", "警告")
_NONE = "—"
# Nothing of a file with one of these can be told.
_NO_YAML = frozenset({"E101", "E102", "E103", "E110", "E117", "E118", "E119"})


@dataclass(frozen=True, slots=True)
class Filing:
    """One bureau's year: whether it is there, whole and in time, and how much is wrong with it."""

    bureau: str
    folder: str
    year: int
    filed: str
    missing: tuple[str, ...] | None  # of the four parts; None where the file cannot be read
    date: dt.date | None
    deadline: str
    open: int
    errors: int
    warnings: int

    @property
    def good(self) -> bool:
        """Whether nothing is left to ask the bureau for."""
        return self.filed == FILED and not (self.missing or self.errors or self.open)

    @property
    def begun(self) -> bool:
        """Whether nothing is wrong but that it is not filled in yet."""
        return self.filed in (FILED, UNFILLED) and not (self.missing or self.errors)


def absent(bureau: str, folder: str, year: int, filed: str = ABSENT) -> Filing:
    """A year of which there is no file, or none that could be looked into, for the reason `filed`."""
    return Filing(bureau, folder, year, filed, None, None, "", 0, 0, 0)


def filing(bureau: str, folder: str, year: int, checked: "Checked") -> Filing:
    """What there is to say of a year whose file is there."""
    unfilled = sum(problem.code in CODES for problem in checked.problems)
    errors = sum(problem.severity is Severity.ERROR for problem in checked.problems) - unfilled
    warnings = sum(problem.severity is Severity.WARNING for problem in checked.problems)
    counts = unfilled, errors, warnings
    if checked.file is None:
        broken = checked.unread or any(problem.code in _NO_YAML for problem in checked.problems)
        return Filing(bureau, folder, year, UNREADABLE if broken else WRONG, None, None, "", *counts)
    report = checked.file.report
    written = {section.kind for _, section in sections_of(report) if section.text or section.table or section.items}
    missing = tuple(name for kind, name in _NAMES.items() if kind not in written)
    state = UNFILLED if unfilled else FILED
    return Filing(bureau, folder, year, state, missing, report.date, _deadline(year, report.date), *counts)


def _deadline(year: int, date: dt.date | None) -> str:
    """How the date stands to the two deadlines of the year after."""
    if date is None:
        return "没有日期"
    if date < dt.date(year + 1, *HANDED_IN):
        return "按期"
    return "过了3月1日" if date < dt.date(year + 1, *PUBLISHED) else "过了4月1日"


def as_text(filings: Sequence[Filing]) -> str:
    """In columns for a terminal."""
    return "".join(f"{line}\n" for line in columns([_HEAD, *map(_row, filings)]))


def as_csv(filings: Sequence[Filing]) -> str:
    """For Excel."""
    return sheet([_HEAD, *([cell(text) for text in _row(one)] for one in filings)])


def _row(one: Filing) -> tuple[str, ...]:
    parts = _NONE if one.missing is None else "缺" + "、".join(one.missing) if one.missing else "齐"
    there = one.filed not in (ABSENT, UNSEEN)
    counts = (str(count) if there else _NONE for count in (one.open, one.errors, one.warnings))
    return (
        one.bureau,
        one.folder,
        str(one.year),
        one.filed,
        parts,
        str(one.date or _NONE),
        one.deadline or _NONE,
        *counts,
    )


Years = Mapping[int, Report]


def _matrix(bureaus: Mapping[str, Years]) -> Iterator[tuple[str, str, str, Mapping[int, Quantity]]]:
    """Bureau, figure, unit, and the quantity of each year; a figure whose unit changed has a line for each."""
    for bureau, years in bureaus.items():
        newest_first = [(year, report) for year, report in sorted(years.items(), reverse=True)]
        units = {name: one.unit for _, report in newest_first for name, one in report.figures.items() if one.unit}
        found: dict[tuple[str, str], dict[int, Quantity]] = {}
        for year, report in newest_first:
            for name, one in report.figures.items():  # 不适用 and 待填 have no unit of their own
                found.setdefault((name, one.unit or units.get(name, "")), {})[year] = one.quantity
        yield from ((bureau, name, unit, values) for (name, unit), values in found.items())


def _matrix_rows(bureaus: Mapping[str, Years], *, printed: bool) -> list[tuple[str, ...]]:
    """The matrix with its head: bureau × figure in lines, years in columns, as printed or as numbers."""
    years = sorted({year for own in bureaus.values() for year in own})
    head = ("单位", "指标", "计量单位", *(f"{year}年" for year in years))
    lines = (
        (bureau, name, unit, *(_value(values.get(year), printed=printed) for year in years))
        for bureau, name, unit, values in _matrix(bureaus)
    )
    return [head, *lines]


def _value(quantity: Quantity | None, *, printed: bool) -> str:
    if quantity is None:
        return _NONE if printed else ""
    return str(quantity) if printed or quantity.value is None else plain(quantity.value)


def _matrix_text(bureaus: Mapping[str, Years]) -> str:
    """In columns for a terminal; the unit stands with the number."""
    return "".join(f"{line}\n" for line in columns(_without_unit(_matrix_rows(bureaus, printed=True))))


def _matrix_markdown(bureaus: Mapping[str, Years]) -> str:
    """A GFM table."""
    return "".join(f"{line}\n" for line in pipes(_without_unit(_matrix_rows(bureaus, printed=True))))


def _without_unit(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(*row[:2], *row[3:]) for row in rows]


def _matrix_csv(bureaus: Mapping[str, Years]) -> str:
    """For Excel: numbers as numbers, 万 and 亿 multiplied out, and behind them each as printed (约300人次, 1480/1491).

    Empty where a bureau has no such figure in that year.
    """
    (head, *rows), (_, *printed) = (_matrix_rows(bureaus, printed=one) for one in (False, True))
    years = [f"{year}印出" for year in head[3:]]
    lines = (
        (*map(cell, row[:3]), *row[3:], *(cell(text).replace(_NONE, "") for text in told[3:]))
        for row, told in zip(rows, printed, strict=True)
    )
    return sheet([(*head, *years), *lines])


def _matrix_json(bureaus: Mapping[str, Years]) -> str:
    """A list of objects, one a bureau, figure and year."""
    objects = [
        {
            "bureau": bureau,
            "name": name,
            "year": year,
            "printed": str(quantity),
            "value": None if quantity.value is None else json_number(quantity.value),
            "whole": None if quantity.whole is None else json_number(quantity.whole),
            "unit": unit,
            "exact": quantity.exact,
            "open": quantity.is_open,
        }
        for bureau, name, unit, values in _matrix(bureaus)
        for year, quantity in sorted(values.items())
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


MATRICES: Mapping[str, Callable[[Mapping[str, Years]], str]] = {
    "text": _matrix_text, "md": _matrix_markdown, "csv": _matrix_csv, "json": _matrix_json,
}  # fmt: skip
