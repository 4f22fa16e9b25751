"""`figures`: the ledger of one or several years, in the format asked for."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ecoreport.cli import FOUND, OK, charting
from ecoreport.cli.files import write_all
from ecoreport.cli.mistakes import MEANT, wrong
from ecoreport.cli.outputs import deliver, is_folder, placed, write_stdout
from ecoreport.cli.showing import show_problems
from ecoreport.cli.talk import say
from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.report.context import Reading
    from ecoreport.yearfile.model import Report

NAME = "指标"  # of a file in the folder that -o names


def run(  # noqa: PLR0913 - one parameter an option
    project: Project, years: Sequence[int], form: str, output: str | None, *, only: tuple[str, ...], chart: bool
) -> int:
    """Print or write the ledger; a year that cannot be read is told of and does not hide the others."""
    if chart and form not in charting.FORMATS:
        raise wrong("--chart 只用于 {choices}。", choices=charting.FORMATS)
    if form == "html" and not chart:
        raise wrong("html 是走势图的网页，要和 --chart 一起写。")
    readings, problems = _read(project, sorted(years), back=charting.MOST_YEARS if chart else 2)
    show_problems(problems, project.near, err=True)
    if not readings:
        return FOUND
    look_up(only, [reading.report for reading in readings])
    if chart:
        return charting.run(project, readings, form, output, only) or (FOUND if problems else OK)
    if form == "docx":
        return _sheets(project, readings, output, only) or (FOUND if problems else OK)
    from ecoreport.years import ledger  # noqa: PLC0415 - heavy

    found = ledger.ledgers(readings, only)
    if not found and form in ("text", "md"):
        say("没有指标")
        return FOUND if problems else OK
    deliver(project, ledger.FORMATS[form](found).encode(), form, output, NAME)
    return FOUND if problems else OK


def look_up(only: tuple[str, ...], reports: "Sequence[Report]") -> None:
    """UsageError for a name that no figure of any of the reports has."""
    known = list(dict.fromkeys(name for report in reports for name in report.figures))
    for name in (name for name in only if name not in known):
        close = get_close_matches(name, known, 1, 0.5)
        raise wrong("没有叫“{name}”的指标。", MEANT if close else "", name=name, meant=close)


def _read(project: Project, years: Sequence[int], *, back: int) -> "tuple[list[Reading], list[Problem]]":
    """The years, each with those before it as far `back` as told, and what is wrong with their files."""
    from ecoreport.yearfile.reader import load  # noqa: PLC0415 - heavy

    reports: dict[int, Report] = {}
    problems: list[Problem] = []
    wanted = sorted({near for year in years for near in range(year - back + 1, year + 1)})
    for year in (near for near in wanted if near in project.years()):
        path = project.year_file(year)
        try:
            reports[year] = load(path, project.name(path)).report
        except Refused as refused:
            problems += refused.problems if year in years else ()
        except OSError:
            if year in years:
                raise
    return [_reading(year, reports) for year in years if year in reports], problems


def _reading(year: int, reports: "Mapping[int, Report]") -> "Reading":
    from ecoreport.report.context import Reading  # noqa: PLC0415 - heavy

    return Reading(reports[year], {before: report for before, report in reports.items() if before < year})


def _sheets(project: Project, readings: "Sequence[Reading]", output: str | None, only: tuple[str, ...]) -> int:
    from ecoreport.build import dated  # noqa: PLC0415
    from ecoreport.typeset.word import writer as word  # noqa: PLC0415 - heavy
    from ecoreport.years.ledger import SHEET_LAYOUT, check_sheet  # noqa: PLC0415

    if output and len(readings) > 1 and not is_folder(output):
        raise wrong("-o 写成文件名时只能是一个年度的核对表；要几个年度的，就写文件夹。")
    contents = {}
    for reading in readings:
        report = reading.report
        properties = word.Properties(f"{report.year}年指标核对表", report.issuer, dated(report))
        default = project.report_file(f"{report.year}核对表", "docx")
        path = placed(output, default.name) if output else default
        contents[path] = word.write(check_sheet(reading, only), SHEET_LAYOUT, properties)
    if output == "-":
        write_stdout(*contents.values())
        return OK
    write_all(contents)
    for path in contents:
        say(f"已写 {project.name(path)}")
    return OK
