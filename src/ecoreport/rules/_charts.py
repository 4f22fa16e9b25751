"""Rules about charts: what they draw must exist, compare, and be known for more than one year."""

from collections.abc import Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.history import shown_years, trend
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantities import COUNTED
from ecoreport.text.similarity import closest
from ecoreport.yearfile.model import Chart, Report


@rule("E204")
def figures_exist(reading: Reading) -> Iterator[Finding]:
    """A chart draws figures of this report."""
    known = reading.report.figures
    for path, chart in _charts(reading):
        for at, name in enumerate(chart.figures):
            if name not in known:
                close = closest(name, known)
                help_ = f"是不是“{close[0]}”？" if close else "先在 figures 里写这个指标"
                yield Finding("E204", f"没有叫“{name}”的指标", (*path, "figures", at), help=help_)


@rule("W531")
def something_is_drawn(reading: Reading) -> Iterator[Finding]:
    """A chart has a value in at least one of its years; one that is still to come is told as such."""
    report = reading.report
    reports = reading.context.reports
    for path, chart in _charts(reading):
        years = shown_years(report.year, chart.years)
        known = [one for name in chart.figures for one in trend(name, years, reports) if one]
        if known and all(one.value is None and not one.is_open for one in known):
            message = "这张图没有一个数可画"
            yield Finding("W531", message, (*path, "figures"), help="换成有数的指标，或者删掉这张图")


@rule("W419")
def units_share_an_axis(reading: Reading) -> Iterator[Finding]:
    """What is counted may stand beside what is counted; money and rates want a chart of their own."""
    figures = reading.report.figures
    for path, chart in _charts(reading):
        known = (name for name in chart.figures if name in figures and figures[name].value is not None)
        units = {name: figures[name].unit for name in known}
        if len(set(units.values())) > 1 and not set(units.values()) <= set(COUNTED):
            told = "，".join(f"“{name}”以“{unit}”计" if unit else f"“{name}”没有单位" for name, unit in units.items())
            yield Finding("W419", f"一张图里单位不同：{told}", (*path, "figures"), help="分成两张图")


@rule("W619")
def every_year_known(reading: Reading) -> Iterator[Finding]:
    """Each year of a chart has its file, and each figure its value in it."""
    report = reading.report
    reports = reading.context.reports
    for path, chart in _charts(reading):
        years = shown_years(report.year, chart.years)
        named = [(at, name) for at, name in enumerate(chart.figures) if name in report.figures]
        lacking = {at: _lacking(name, years, reports) for at, name in named}
        files = [year for year in years if year not in reports and all(year in gaps for gaps in lacking.values())]
        if files and lacking:
            fewer = len(years) - len(files)
            help_ = f"补上文件，或者少画几年：years: {fewer}" if fewer > 1 else "补上文件，或者删掉这张图"
            yield Finding("W619", f"没有{_listed(files)}的文件，图上空着", (*path, "figures"), help=help_)
        for at, name in named:
            if gaps := [year for year in lacking[at] if year not in files]:
                message = f"{_listed(gaps)}的文件里没有“{name}”，图上空着"
                yield Finding("W619", message, (*path, "figures", at), help="在那几年的文件里补上这个指标，名称要一样")


def _lacking(name: str, years: Sequence[int], reports: Mapping[int, Report]) -> list[int]:
    return [year for year, one in zip(years, trend(name, years, reports), strict=True) if one is None]


def _listed(years: list[int]) -> str:
    return "、".join(f"{year}年" for year in years)


def _charts(reading: Reading) -> Iterator[tuple[Path, Chart]]:
    for place, annex in enumerate(reading.report.attachments):
        for at, chart in enumerate(annex.charts):
            yield ("attachments", place, "charts", at), chart
