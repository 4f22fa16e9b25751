"""Everything that is wrong with a year: the file in itself, then the rules over the report and last year's."""

from dataclasses import dataclass

from ecoreport import rules
from ecoreport.load import YearFile, load
from ecoreport.model import Report
from ecoreport.problems import Finding, Problem, Refused, Severity
from ecoreport.project import Project
from ecoreport.reading import Reading
from ecoreport.switches import filtered


@dataclass(frozen=True, slots=True)
class Checked:
    """A year's report, where its file could be read, and every problem of it in order of place."""

    file: YearFile | None
    problems: tuple[Problem, ...]

    @property
    def report(self) -> Report | None:
        """The report where it has no errors, and only then."""
        wrong = any(problem.severity is Severity.ERROR for problem in self.problems)
        return None if wrong or self.file is None else self.file.report


def check(project: Project, year: int) -> Checked:
    """The year's file and every problem of it; OSError where it cannot be read."""
    path = project.year_file(year)
    try:
        file = load(path, project.name(path))
    except Refused as refused:
        return Checked(None, refused.problems)
    reading = Reading(file.report, _previous(project, year))
    findings = [*_of_the_project(project, year, file.report), *filtered(reading, rules.findings(reading))]
    problems = [*file.warnings, *(file.document.locate(finding) for finding in findings)]
    return Checked(file, tuple(sorted(problems, key=lambda problem: problem.order)))


def _of_the_project(project: Project, year: int, report: Report) -> list[Finding]:
    found = []
    if report.year != year:
        message = f"文件名是 {year}.yaml，里面的年度却是 {report.year}"
        found.append(Finding("E210", message, ("year",), help="把 year 或文件名改成同一年"))
    if report.layout != "gbt9704" and project.layout_file(report.layout) is None:
        found.append(Finding("E303", f"没有叫“{report.layout}”的版式", ("layout",), help="版式文件放在 layouts/ 里"))
    return found


def _previous(project: Project, year: int) -> Report | None:
    """Last year's report; None where there is none or it cannot be read (its own check says why)."""
    path = project.year_file(year - 1)
    try:
        return load(path, project.name(path)).report
    except (Refused, OSError):
        return None
