"""Everything that is wrong with a year: the file in itself, then the rules over the report and last year's."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding, Problem, Severity
from ecoreport.project import Inputs, SettingsFile
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input, Parsed, given
from ecoreport.rules import findings as rules
from ecoreport.rules import suppressions
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.model import Ignore, Report
from ecoreport.yearfile.reader import YearFile


class Checked(NamedTuple):
    """A year file and its report, where it could be read, and every problem of it and of the project's settings.

    `findings` are those problems in the report's terms, as far as they are of the report. `used` are the project's
    switches that covered a finding; `unread` is why the disk did not give the file.
    """

    source: Input
    file: YearFile | None
    problems: tuple[Problem, ...]
    context: Context | None = None
    used: frozenset[Ignore] = frozenset()
    unread: OSError | None = None
    findings: tuple[Finding, ...] = ()

    def sound(self, *, draft: bool = False) -> Context | None:
        """The report where it has no errors, of a `draft` none but open places; else None."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        wrong = any(not (draft and problem.code in CODES) for problem in errors)
        return None if wrong else self.context


def all_problems(inputs: Inputs, checked: Sequence[Checked]) -> tuple[Problem, ...]:
    """Every problem of the years, and, where they are all there are, the switches that none of them needs."""
    settings = inputs.settings
    problems = [problem for one in checked for problem in one.problems]
    readable = all(one.file for one in checked)
    if settings.locate and readable and {one.source for one in checked} == {*inputs.years.files.values()}:
        used = frozenset[Ignore]().union(*(one.used for one in checked))
        unused = suppressions.faults_of(settings.settings.ignore, used)
        problems.extend(settings.locate(finding) for finding in unused)
    return tuple(dict.fromkeys(problems))


def check_year(inputs: Inputs, file: Input) -> Checked:
    """The year file and every problem of it; it need not be one of the inputs' own, which are its neighbours."""
    problems, parsed = list(_of_the_settings(inputs.settings)), inputs.years.parsed(file)
    if parsed.file is None:
        problems += [*parsed.problems, *_once_mended(inputs, file, parsed)]
        told = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
        return Checked(file, None, told, unread=parsed.unread)
    context = inputs.years.context(file)
    own, shared = context.report.ignore, inputs.settings.settings.ignore
    result = suppressions.suppress(context, (*own, *shared), rules.findings(context, inputs.settings.settings.words))
    findings = [
        *_of_the_project(inputs, file, context.report),
        *_not_compared(inputs, context.report.year - 1),
        *result.findings,
        *suppressions.faults_of(own, result.used),
    ]
    problems += [*parsed.file.warnings, *(parsed.file.document.locate(finding) for finding in findings)]
    told = tuple(sorted(problems, key=lambda problem: problem.order))
    return Checked(file, parsed.file, told, context, result.used, findings=tuple(findings))


def _once_mended(inputs: Inputs, file: Input, parsed: Parsed) -> Iterator[Problem]:
    """What is told of the file besides, once its slips are mended: one run tells it all."""
    if parsed.mended:
        mended = given(parsed.mended.mended.text.encode(), file.name, file.year)
        if inputs.years.parsed(mended).file:
            told = check_year(inputs, mended).problems
            yield from (parsed.mended.back(problem) for problem in told if problem.file == file.name)


def _of_the_settings(settings: SettingsFile) -> Iterator[Problem]:
    yield from settings.problems
    if settings.locate:
        for finding in suppressions.faults_of(settings.settings.ignore, None):
            yield settings.locate(finding)


def _of_the_project(inputs: Inputs, file: Input, report: Report) -> Iterator[Finding]:
    if file.year not in (None, report.year):
        message = f"文件名是 {file.year}.yaml，里面的年度却是 {report.year}"
        yield Finding("E210", message, ("year",), help="把 year 或文件名改成同一年")
    if report.layout != "gbt9704" and inputs.layout_file(report.layout) is None:
        yield Finding("E303", f"没有叫“{report.layout}”的版式", ("layout",), help="版式文件放在 layouts/ 里")


def _not_compared(inputs: Inputs, last: int) -> Iterator[Finding]:
    """Without last year's file nothing is held against it; that must not look as if all were well."""
    if inputs.years.of(last).is_broken:
        message = f"上年的文件 {inputs.years.files[last].name} 有错误，读不出，所以没有与上年核对"
        yield Finding("W621", message, ("year",), help=f"先改好它：ecoreport check {last}")
