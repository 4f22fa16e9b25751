"""Which charts to draw of a report or of several years, as the blocks that every format draws them from."""

from collections.abc import Iterable, Mapping, Sequence

from ecoreport.report._outline import chart_label, chart_table, diagrams
from ecoreport.report.blocks import Block, Kind, Paragraph, Table
from ecoreport.report.charts import Chart, Series, with_charts
from ecoreport.yearfile.model import Report

LEAST = 2  # years that make a trend


def chosen(report: Report, earlier: Mapping[int, Report]) -> tuple[Block, ...]:
    """The charts that the year file asks for; its texts must be sound, else ExpressionError."""
    found = ((one.kind, one.caption, one.header, one.rows) for one in diagrams(report, earlier))
    return tuple(block for kind, caption, header, rows in found for block in _blocks(kind, caption, header, rows))


def of_figures(names: Iterable[str], years: Sequence[int], reports: Mapping[int, Report]) -> tuple[Block, ...]:
    """A chart for each figure that at least two of the years know and that is not always 0, a column a year."""
    made: list[Block] = []
    for name in names:
        header, rows = chart_table((name,), years, reports)
        blocks = _blocks(Kind.COLUMN_CHART, chart_label(len(made) // 2 + 1, name), header, rows)
        if any(_worth_drawing(one) for chart in drawn(blocks) for one in chart.series):
            made += blocks
    return tuple(made)


def _worth_drawing(series: Series) -> bool:
    known = [value for value in series.values if value is not None]
    return len(known) >= LEAST and any(known)


def drawn(blocks: Sequence[Block]) -> tuple[Chart, ...]:
    """The charts in the blocks."""
    return tuple(chart for _, chart in with_charts(blocks) if chart)


def _blocks(
    kind: Kind, caption: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[Paragraph, Table]:
    return Paragraph(kind, caption), Table(header, rows, (True,) * len(header))
