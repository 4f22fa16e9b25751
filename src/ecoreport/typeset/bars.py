"""Charts for a terminal: a bar of blocks a year, which GBK has as well."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ecoreport.text.columns import columns
from ecoreport.text.quantity import plain
from ecoreport.typeset.charts import Drawing, Series

_LONGEST = 40  # blocks
_BLOCK = "█"


def as_text(charts: Sequence[Drawing]) -> str:
    """Every chart, its series one below the other, all on one scale."""
    return "\n".join("".join(f"{line}\n" for line in _lines(chart)) for chart in charts)


def _lines(chart: Drawing) -> Iterator[str]:
    yield chart.headed
    largest = max(abs(value) for one in chart.series for value in one.values if value is not None)
    for series in chart.series:
        if len(chart.series) > 1:
            yield f"  {series.name}"
        rows = [("  " + year, *bar) for year, bar in zip(chart.years, _bars(series, largest), strict=True)]
        yield from columns(rows)


def _bars(series: Series, largest: Decimal) -> Iterator[tuple[str]]:
    """The bar and its value; what is below nothing has its sign in the value alone."""
    for value in series.values:
        if value is None:
            yield ("—",)
        else:
            long = round(abs(value) / largest * _LONGEST) if largest else 0
            yield (f"{_BLOCK * long} {plain(value)}".strip(),)
