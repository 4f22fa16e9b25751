"""`figures` of several bureaus: one table of all, or a line a figure."""

import datetime as dt
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ecoreport.cli.console import reason, say
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.outputs import deliver
from ecoreport.cli.projects import Chosen, bureau_of
from ecoreport.cli.usage import meant, wrong
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.report.indicators import indicator_of
from ecoreport.yearfile.model import Report
from ecoreport.years import pivot

FIGURES = "指标"  # what a file with figures is called in the folder that -o names
_PAGE, _WORKBOOK = "html", "xlsx"
_LONG_ALONE = frozenset(pivot.LONG.keys() - pivot.FORMATS.keys())


class FigureOptions(NamedTuple):
    """What `figures` was told beside the projects."""

    years: tuple[int, ...]
    form: str
    output: str | None
    filled: tuple[str, ...]
    dry_run: bool
    only: tuple[str, ...]
    sort: str
    long_: bool
    chart: bool
    root: Path | None


def formats(asked: FigureOptions) -> tuple[str, ...]:
    """The formats that there are of several bureaus, of a line a figure or of the table."""
    return (*pivot.LONG, _WORKBOOK) if asked.long_ else (*pivot.FORMATS, _PAGE, _WORKBOOK, *_LONG_ALONE)


def own_names(only: tuple[str, ...], reports: Sequence[Report]) -> tuple[str, ...]:
    """What the reports call the figures or indicators that are named; UsageError for one that none of them has."""
    known = {name: indicator_of(name, one.unit) for report in reports for name, one in report.figures.items()}
    found: dict[str, None] = {}
    for name in only:
        wanted = indicator_of(name)
        same = [own for own, indicator in known.items() if own == name or (wanted and indicator == wanted)]
        if not same:
            raise wrong(f"没有叫“{name}”的指标。{meant(get_close_matches(name, known, 1, 0.5))}")
        found.update(dict.fromkeys(same))
    return tuple(found)


def write(chosen: Chosen, asked: FigureOptions) -> int:
    """The figures of all bureaus, printed or written."""
    code, bureaus = _received(chosen, asked) if asked.root else _of_projects(chosen, asked)
    only = asked.only
    if only and (known := [report for reports in bureaus.values() for report in reports.values()]):
        only = own_names(only, known)
        for reports in bureaus.values():
            reports.update({year: _narrowed(report, only) for year, report in reports.items()})
    form = asked.form
    if form == _WORKBOOK:
        return max(code, _as_workbook(chosen.projects[0], bureaus, asked))
    if asked.long_ or form in _LONG_ALONE:
        data = pivot.LONG[form](pivot.told_of(bureaus)).encode()
    else:
        made = _sorted_by(asked.sort, bureaus)
        data = _page(made) if form == _PAGE else pivot.FORMATS[form](made).encode()
        for remark in made.remarks if form == "text" else ():
            say(remark)
    deliver(chosen.projects[0], data, form, asked.output, FIGURES)
    return code


def _received(chosen: Chosen, asked: FigureOptions) -> tuple[int, dict[str, dict[int, Report]]]:
    from ecoreport.cli.inbox import reports_received  # noqa: PLC0415 - it loads all that reads documents

    assert asked.root  # noqa: S101 - whoever calls has looked
    return reports_received(asked.root, asked.years, chosen)


def _of_projects(chosen: Chosen, asked: FigureOptions) -> tuple[int, dict[str, dict[int, Report]]]:
    """The exit code, and the reports by bureau and year."""
    code, found = chosen.gathered(partial(_reports, asked.years), "读取")
    bureaus: dict[str, dict[int, Report]] = {}
    for project in (one for one in chosen.projects if one.root in found):
        name, reports = found[project.root]
        bureaus[name if name not in bureaus else f"{name}（{project.name(project.root)}）"] = reports
    return code, bureaus


def _as_workbook(project: Project, bureaus: Mapping[str, Mapping[int, Report]], asked: FigureOptions) -> int:
    from ecoreport.cli import excel  # noqa: PLC0415 - only for a workbook
    from ecoreport.typeset import sheets  # noqa: PLC0415
    from ecoreport.years import forms  # noqa: PLC0415

    long_, made = forms.long_table(pivot.told_of(bureaus)), _sorted_by(asked.sort, bureaus)
    tables = (long_,) if asked.long_ else (forms.pivot_table(made), long_)
    date = dt.date(max((year for _, year in made.rows), default=asked.years[-1] if asked.years else 2000), 12, 31)
    return excel.deliver(project, FIGURES, asked.output, lambda: sheets.write_tables(tables, "", date))


def _sorted_by(sort: str, bureaus: Mapping[str, Mapping[int, Report]]) -> pivot.Pivot:
    try:
        return pivot.pivot(bureaus, sort)
    except KeyError:
        known = [column.name for column in pivot.pivot(bureaus).columns]
        raise wrong(f"没有叫“{sort}”的指标。{meant(get_close_matches(sort, known, 1, 0.5))}") from None


def _page(made: pivot.Pivot) -> bytes:
    from ecoreport.typeset.layout import STANDARD  # noqa: PLC0415 - only for a page
    from ecoreport.typeset.web import writer  # noqa: PLC0415

    return writer.write(pivot.as_blocks(made), STANDARD, sealed=False).encode()


def _narrowed(report: Report, only: tuple[str, ...]) -> Report:
    kept = {name: one for name, one in report.figures.items() if name in only}
    return report.model_copy(update={"figures": kept})


def _reports(named: tuple[int, ...], project: Project) -> tuple[int, tuple[str, dict[int, Report]]]:
    """The exit code, what the bureau is called, and what can be read of its years."""
    inputs = project.inputs()
    known, reports, code = inputs.years, dict[int, Report](), OK
    for year in named or known.files:
        try:
            if year in known.files:
                reports[year] = pivot.figures_alone(known.of(year).sound().report)
            else:
                say(f"{project.name(project.root)}：没有 {year} 年的文件")
        except Refused:
            say(f"{known.files[year].name} 读不出；check 说明哪里有错。")
        except OSError as error:
            say(reason(error))
            code = USAGE
        code = code if year in reports else max(code, FOUND)
    return code, (bureau_of(project, inputs), reports)
