"""The figures of several bureaus side by side."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from ecoreport.report.markdown import pipes
from ecoreport.text.columns import columns
from ecoreport.text.quantity import Quantity, json_number, plain
from ecoreport.yearfile.model import Report
from ecoreport.years._spreadsheet import cell, sheet

_NONE = "—"
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
