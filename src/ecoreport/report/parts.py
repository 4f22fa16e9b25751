"""The parts of a report in their order, and the names that its texts may use."""

from collections.abc import Mapping

from ecoreport.report._year_on_year import NAME, LastYear
from ecoreport.report.expressions import Names
from ecoreport.report.history import NO_YEARS
from ecoreport.yearfile.model import Report, Section

TITLES: Mapping[str, str] = {
    "measures": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "leader_duties": "党政主要负责人履行推进法治建设第一责任人职责情况",
    "next_year_plan": "{next_year}年主要安排",
}


def figure_names(report: Report, earlier: Mapping[int, Report] = NO_YEARS) -> Names:
    """The names that every text of the report may use: its figures, and 上年 for last year's."""
    previous = earlier.get(report.year - 1)
    last = LastYear(report.year - 1, report.figures, previous.figures if previous else None)
    return {**report.figures, NAME: last}


def sections_of(report: Report) -> tuple[tuple[tuple[str | int, ...], Section], ...]:
    """The sections in the order of the report, each with its path: `sections`, or the four keys as in the law."""
    if report.sections:
        return tuple((("sections", at), section) for at, section in enumerate(report.sections))
    plain = ((kind, getattr(report, kind)) for kind in TITLES)
    return tuple(((kind,), section) for kind, section in plain if section is not None)
