"""Everything that is wrong with a year: the file in itself, then the rules over the report and last year's."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding, Problem, Refused, Severity
from ecoreport.project import Project, SettingsFile, read_settings
from ecoreport.report.context import Context
from ecoreport.report.history import NO_YEARS, read_years, years_before
from ecoreport.rules import findings as rules
from ecoreport.rules import suppressions
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.model import Ignore, Report
from ecoreport.yearfile.reader import YearFile, parse


class Checked(NamedTuple):
    """A year's report, where its file could be read, and every problem of it and of the project's settings.

    `earlier` are last year's report and those that its charts show, as far as they can be read;
    `used` are the project's switches that covered a finding; `unread` is why the disk did not give the file.
    """

    year: int
    file: YearFile | None
    problems: tuple[Problem, ...]
    earlier: Mapping[int, Report] = NO_YEARS
    used: frozenset[Ignore] = frozenset()
    unread: OSError | None = None

    def report(self, *, draft: bool = False) -> Report | None:
        """The report where it has no errors, of a `draft` none but open places; else None."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        wrong = any(not (draft and problem.code in CODES) for problem in errors)
        return None if wrong or self.file is None else self.file.report


def all_problems(project: Project, checked: Sequence[Checked]) -> tuple[Problem, ...]:
    """Every problem of the years, and, where they are all there are, the switches that none of them needs."""
    settings = read_settings(project)
    problems = [problem for one in checked for problem in one.problems]
    readable = all(one.file for one in checked)
    if settings.locate and readable and {one.year for one in checked} == set(project.years()):
        used = frozenset[Ignore]().union(*(one.used for one in checked))
        unused = suppressions.faults_of(settings.settings.ignore, used)
        problems.extend(settings.locate(finding) for finding in unused)
    return tuple(dict.fromkeys(problems))


def check_year(project: Project, year: int, data: bytes | None = None, name: str = "") -> Checked:
    """The year's file, or `data` called `name` in its place, and every problem of it."""
    path = project.year_file(year)
    settings = read_settings(project)
    problems = list(_of_the_settings(settings))
    try:
        file = parse(path.read_bytes() if data is None else data, name or project.name(path))
    except OSError as error:
        return Checked(year, None, tuple(problems), unread=error)
    except Refused as refused:
        return Checked(year, None, (*problems, *refused.problems))
    own, report = file.report.ignore, file.report
    earlier, unread = read_years(years_before(report, year), lambda before: project.load(before).report)
    context = Context(report, earlier)
    result = suppressions.suppress(context, (*own, *settings.settings.ignore), rules.findings(context))
    findings = [
        *_of_the_project(project, year, report),
        *_not_compared(project, year, unread),
        *result.findings,
        *suppressions.faults_of(own, result.used),
    ]
    problems += [*file.warnings, *(file.document.locate(finding) for finding in findings)]
    return Checked(year, file, tuple(sorted(problems, key=lambda problem: problem.order)), earlier, result.used)


def _of_the_settings(settings: SettingsFile) -> Iterator[Problem]:
    yield from settings.problems
    if settings.locate:
        for finding in suppressions.faults_of(settings.settings.ignore, None):
            yield settings.locate(finding)


def _of_the_project(project: Project, year: int, report: Report) -> list[Finding]:
    found = []
    if report.year != year:
        message = f"文件名是 {year}.yaml，里面的年度却是 {report.year}"
        found.append(Finding("E210", message, ("year",), help="把 year 或文件名改成同一年"))
    if report.layout != "gbt9704" and project.layout_file(report.layout) is None:
        found.append(Finding("E303", f"没有叫“{report.layout}”的版式", ("layout",), help="版式文件放在 layouts/ 里"))
    return found


def _not_compared(project: Project, year: int, unread: frozenset[int]) -> Iterator[Finding]:
    """Without last year's file nothing is held against it; that must not look as if all were well."""
    if year - 1 in unread:
        name = project.name(project.year_file(year - 1))
        message = f"上年的文件 {name} 有错误，读不出，所以没有与上年核对"
        yield Finding("W621", message, ("year",), help=f"先改好它：ecoreport check {year - 1}")
