"""The data of charts: which tables to draw, of a report or of figures over several years, as blocks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ecoreport.report._outline import chart_label, chart_table, diagrams
from ecoreport.report.blocks import Block, Kind, Paragraph, TableBlock
from ecoreport.report.context import Context
from ecoreport.report.history import trend
from ecoreport.yearfile.model import Report

LEAST = 2  # years that make a trend


def chosen(context: Context) -> tuple[Block, ...]:
    """The charts that the year file asks for; its texts must be sound."""
    found = ((one.kind, one.caption, one.header, one.rows) for one in diagrams(context))
    return tuple(block for kind, caption, header, rows in found for block in _blocks(kind, caption, header, rows))


def of_figures(names: Iterable[str], years: Sequence[int], reports: Mapping[int, Report]) -> tuple[Block, ...]:
    """A chart for each figure that at least two of the years know and that is not always 0, a column a year."""
    return tuple(_of_figures(names, years, reports))


def _of_figures(names: Iterable[str], years: Sequence[int], reports: Mapping[int, Report]) -> Iterator[Block]:
    worth_drawing = (name for name in names if _is_worth_drawing(name, years, reports))
    for number, name in enumerate(worth_drawing, 1):
        header, rows = chart_table((name,), years, reports)
        yield from _blocks(Kind.COLUMN_CHART, chart_label(number, name), header, rows)


def _is_worth_drawing(name: str, years: Sequence[int], reports: Mapping[int, Report]) -> bool:
    known = [one.value for one in trend(name, years, reports) if one and one.value is not None]
    return len(known) >= LEAST and any(known)


def _blocks(
    kind: Kind, caption: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[Paragraph, TableBlock]:
    return Paragraph(kind, caption), TableBlock(header, rows, (True,) * len(header))
