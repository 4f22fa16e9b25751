"""A figure over several years, out of the files of those years."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ecoreport.text.quantity import Quantity
from ecoreport.yearfile.model import Report

NO_YEARS: Mapping[int, Report] = MappingProxyType({})


def years_before(report: Report, year: int) -> tuple[int, ...]:
    """The years before `year` that its report speaks of: the last one, and those that its charts show."""
    longest = max((chart.years for annex in report.attachments for chart in annex.charts), default=0)
    return tuple(range(min(year - 1, year - longest + 1), year))


def shown_years(year: int, count: int) -> tuple[int, ...]:
    """The years of a chart that ends with `year`."""
    return tuple(range(year - count + 1, year + 1))


def trend(name: str, years: Sequence[int], reports: Mapping[int, Report]) -> tuple[Quantity | None, ...]:
    """The figure in each year, as the year after restated it where it did; None where no file says it."""
    return tuple(_in(name, year, reports) for year in years)


def _in(name: str, year: int, reports: Mapping[int, Report]) -> Quantity | None:
    after = reports[year + 1].figures.get(name) if year + 1 in reports else None
    if after and after.previous:
        return after.previous
    own = reports[year].figures.get(name) if year in reports else None
    return own.quantity if own else None
