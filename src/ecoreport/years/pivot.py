"""The figures of several bureaus: a row each, a column for each indicator, whatever the bureaus call it."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.report.indicators import Most, indicator_of, is_average, most_of
from ecoreport.report.markdown import pipes
from ecoreport.text.columns import columns
from ecoreport.text.quantity import Quantity, json_number, plain
from ecoreport.yearfile.model import Report
from ecoreport.years._spreadsheet import cell, sheet

Years = Mapping[int, Report]
_NONE = "—"
_TOTAL, _AVERAGE = "合计", "平均"
_AT_ONCE = 6  # columns that a terminal shows
_SHOWN = 5  # bureaus that are named as having no such figure
LONG_HEAD = ("单位", "年度", "指标", "通用名称", "数值", "计量单位", "印出")


class Told(NamedTuple):
    """A figure as its bureau tells it."""

    bureau: str
    year: int
    name: str
    indicator: str  # the catalogue's name; empty where it knows none
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Column:
    """An indicator: its name, the unit that most bureaus count it in, and what each row tells.

    `again` are the rows of bureaus that have one for the year already: shown, and not added up.
    """

    name: str
    unit: str
    told: Mapping[tuple[str, int], Told]
    again: frozenset[tuple[str, int]] = frozenset()

    @property
    def label(self) -> str:
        """The name with the unit."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    @property
    def names(self) -> frozenset[str]:
        """Its own name and what the bureaus call it."""
        return frozenset({self.name, *(one.name for one in self.told.values())})

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The values in the column's unit, with 万 and 亿 multiplied out; what is counted otherwise is left out."""
        once = (one.quantity for row, one in self.told.items() if row not in self.again)
        found = (one for one in once if one.unit == self.unit)
        return tuple(one.value for one in found if one.value is not None)

    @property
    def foot(self) -> tuple[str, str]:
        """The total, empty for rates and averages, which cannot be added up; and the average."""
        if not self.numbers:
            return "", ""
        total, rated = sum(self.numbers, Decimal(0)), most_of(self.name) is not Most.NO_RATE or is_average(self.name)
        rated = rated or self.unit in ("%", "‰")
        average = (total / len(self.numbers)).quantize(Decimal("0.01")).normalize()
        return "" if rated else plain(total), plain(average)


@dataclass(frozen=True, slots=True)
class Pivot:
    """The rows, bureau and year, and the columns, those that most bureaus have first."""

    rows: tuple[tuple[str, int], ...]
    columns: tuple[Column, ...]
    again: frozenset[tuple[str, int]] = frozenset()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be known before columns are added up: what came twice, other units, who has no such figure."""
        twice = [bureau for bureau, year in self.rows if (bureau, year) in self.again]
        told = (f"合计和平均里，一个单位一年只算一份，没有算{_some(twice)}",) if twice else ()
        return (*told, *(line for column in self.columns for line in _remarks(column, self.rows)))


def pivot(bureaus: Mapping[str, Years], sort: str = "") -> Pivot:
    """The figures of bureaus and years; the rows by the column called `sort`, the largest first, if that is given.

    KeyError where no column is called so.
    """
    told, again = tuple(told_of(bureaus)), _again(bureaus)
    rows = tuple(dict.fromkeys((one.bureau, one.year) for one in told))
    found: dict[str, dict[tuple[str, int], Told]] = {}
    for one in told:
        row = found.setdefault(one.indicator or one.name, {})
        if (one.bureau, one.year) in row:  # two of its figures give one indicator
            row = found.setdefault(one.name, {})
        row[one.bureau, one.year] = one
    made = [Column(name, _unit(row.values()), row, again) for name, row in found.items()]
    made.sort(key=lambda column: -len(column.told))
    if sort:
        by = next((one for one in made if sort in one.names), None)
        if by is None:
            raise KeyError(sort)
        values = {row: told.quantity.value for row, told in by.told.items() if told.quantity.value is not None}
        rows = tuple(sorted(rows, key=lambda row: (row not in values, -values.get(row, Decimal(0)))))
    return Pivot(rows, tuple(made), again)


def _again(bureaus: Mapping[str, Years]) -> frozenset[tuple[str, int]]:
    """The rows whose bureau has an earlier one of the same year, under another name."""
    first: dict[tuple[str, int], str] = {}
    rows = {(bureau, year): one.issuer for bureau, years in bureaus.items() for year, one in years.items()}
    return frozenset(row for row, issuer in rows.items() if first.setdefault((issuer, row[1]), row[0]) != row[0])


def figures_alone(report: Report) -> Report:
    """The report without its texts: all that the figures of very many bureaus need, in half of the memory."""
    return Report.model_construct(year=report.year, issuer=report.issuer, figures=report.figures)


def told_of(bureaus: Mapping[str, Years]) -> Iterator[Told]:
    """Every figure of every bureau and year, in order."""
    for bureau, years in bureaus.items():
        for year, report in sorted(years.items()):
            for name, one in report.figures.items():
                indicator = indicator_of(name, one.unit)
                yield Told(bureau, year, name, indicator.name if indicator else "", one.quantity)


def _unit(told: Iterable[Told]) -> str:
    counts = Counter(one.quantity.unit for one in told if one.quantity.unit)
    return counts.most_common(1)[0][0] if counts else ""


def _remarks(column: Column, rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    others: dict[str, list[str]] = {}
    for (bureau, _), one in column.told.items():
        if one.quantity.unit not in ("", column.unit):
            others.setdefault(one.quantity.unit, []).append(bureau)
    for unit, bureaus in others.items():
        yield f"“{column.name}”：{_some(bureaus)}用的是{unit}，没有合计"
    empty = [bureau for bureau, year in rows if (bureau, year) not in column.told]
    if empty and 2 * len(empty) < len(rows):  # what most have not is no hole
        yield f"“{column.name}”：{_some(empty)}没有"


def _some(bureaus: Sequence[str]) -> str:
    each = [*dict.fromkeys(bureaus)]
    return "、".join(each[:_SHOWN]) + (f"等{len(each)}个单位" if len(each) > _SHOWN else "")


def _cells(made: Pivot, shown: Sequence[Column]) -> list[tuple[str, ...]]:
    """The table with its head and its foot, as printed; a unit stands with the number where it is not the column's."""
    several = len({year for _, year in made.rows}) > 1
    head = ("单位", *(("年度",) if several else ()), *(column.label for column in shown))
    lines = [
        (bureau, *((str(year),) if several else ()), *(_printed(column, (bureau, year)) for column in shown))
        for bureau, year in made.rows
    ]
    if several or len(lines) == 1:
        return [head, *lines]
    feet = ((name, *(column.foot[at] or _NONE for column in shown)) for at, name in enumerate((_TOTAL, _AVERAGE)))
    return [head, *lines, *feet]


def _printed(column: Column, row: tuple[str, int]) -> str:
    one = column.told.get(row)
    if one is None:
        return _NONE
    typed = str(one.quantity)
    return typed.removesuffix(column.unit) if column.unit and one.quantity.unit == column.unit else typed


def as_text(made: Pivot) -> str:
    """In columns for a terminal, as many as fit, and how to see the others."""
    if not made.rows:
        return ""
    lines = "".join(f"{line}\n" for line in columns(_cells(made, made.columns[:_AT_ONCE])))
    left = len(made.columns) - _AT_ONCE
    return lines + (f"还有{left}个指标：-f csv、-f html 全部列出，--only 选几个\n" if left > 0 else "")


def as_markdown(made: Pivot) -> str:
    """A GFM table."""
    return "".join(f"{line}\n" for line in pipes(_cells(made, made.columns))) if made.rows else ""


def as_csv(made: Pivot) -> str:
    """For Excel: numbers in the column's unit, 万 and 亿 multiplied out; what is no such number as printed."""
    head = ("单位", "年度", *(cell(column.label) for column in made.columns))
    lines = ((cell(row[0]), str(row[1]), *(_number(column, row) for column in made.columns)) for row in made.rows)
    return sheet([head, *lines])


def _number(column: Column, row: tuple[str, int]) -> str:
    one = column.told.get(row)
    if one is None:
        return ""
    value = one.quantity.value
    return plain(value) if value is not None and one.quantity.unit == column.unit else cell(str(one.quantity))


def as_blocks(made: Pivot) -> tuple[Block, ...]:
    """A page with the table under a title, and what is to be known of it."""
    years = "、".join(str(year) for year in sorted({year for _, year in made.rows}))
    head, *lines = _cells(made, made.columns)
    notes = [Paragraph(Kind.TABLE_NOTE, f"{line}。") for line in made.remarks]
    return (
        Paragraph(Kind.TITLE, f"{years}年各单位指标汇总"),
        TableBlock(head, tuple(lines), (False, *(True for _ in head[1:]))),
        *notes,
    )


def long_csv(told: Iterable[Told]) -> str:
    """A line a bureau, year and figure, for pivot tables and data bases."""
    return sheet([LONG_HEAD, *map(_long, told)])


def _long(one: Told) -> tuple[str, ...]:
    value = one.quantity.value
    return (
        cell(one.bureau), str(one.year), cell(one.name), one.indicator,
        "" if value is None else plain(value), cell(one.quantity.unit), cell(str(one.quantity)),
    )  # fmt: skip


def long_json(told: Iterable[Told]) -> str:
    """A list of objects, one a bureau, year and figure."""
    objects = [
        {
            "bureau": one.bureau,
            "year": one.year,
            "name": one.name,
            "indicator": one.indicator or None,
            "printed": str(one.quantity),
            "value": None if one.quantity.value is None else json_number(one.quantity.value),
            "whole": None if one.quantity.whole is None else json_number(one.quantity.whole),
            "unit": one.quantity.unit,
            "exact": one.quantity.exact,
            "open": one.quantity.is_open,
        }
        for one in told
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Pivot], str]] = {"text": as_text, "md": as_markdown, "csv": as_csv}
LONG: Mapping[str, Callable[[Iterable[Told]], str]] = {"csv": long_csv, "json": long_json}
