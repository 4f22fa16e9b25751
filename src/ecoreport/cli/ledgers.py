"""`figures`: the ledger of one or several years, in the format asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.outputs import write_stdout
from ecoreport.cli.talk import say, show_problems
from ecoreport.problems import Problem, Refused
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.model import Report
    from ecoreport.reading import Reading


def run(project: Project, years: Sequence[int], form: str, output: str | None) -> int:
    """Print or write the ledger; a year that cannot be read is told of and does not hide the others."""
    readings, problems = _read(project, sorted(years))
    show_problems(problems, project.near, err=True)
    if not readings:
        return FOUND
    if form == "docx":
        return _sheets(project, readings, output) or (FOUND if problems else OK)
    from ecoreport import ledgers  # noqa: PLC0415 - heavy
    from ecoreport.ledger import entries  # noqa: PLC0415

    writers = {
        "text": ledgers.as_text, "md": ledgers.as_markdown, "csv": ledgers.as_csv, "json": ledgers.as_json,
    }  # fmt: skip
    found = [ledger for reading in readings if (ledger := entries(reading))]
    if not found and form in ("text", "md"):
        say("没有指标")
        return FOUND if problems else OK
    text = writers[form](found)
    if output and output != "-":
        write_all({Path(output): text.encode()})
        say(f"已写 {project.name(Path(output))}")
    elif form == "text":
        click.echo(text, nl=False)
    else:
        write_stdout(text.encode())
    return FOUND if problems else OK


def _read(project: Project, years: Sequence[int]) -> "tuple[list[Reading], list[Problem]]":
    from ecoreport.load import load  # noqa: PLC0415 - heavy
    from ecoreport.reading import Reading  # noqa: PLC0415

    reports: dict[int, Report] = {}
    problems: list[Problem] = []
    wanted = sorted({near for year in years for near in (year - 1, year)})
    for year in (near for near in wanted if near in project.years()):
        path = project.year_file(year)
        try:
            reports[year] = load(path, project.name(path)).report
        except Refused as refused:
            problems += refused.problems if year in years else ()
        except OSError:
            if year in years:
                raise
    return [Reading(reports[year], reports.get(year - 1)) for year in years if year in reports], problems


def _sheets(project: Project, readings: "Sequence[Reading]", output: str | None) -> int:
    from ecoreport import word  # noqa: PLC0415 - heavy
    from ecoreport.build import dated  # noqa: PLC0415
    from ecoreport.ledger import entries  # noqa: PLC0415
    from ecoreport.ledgers import SHEET_LAYOUT, check_sheet  # noqa: PLC0415

    if output and len(readings) > 1:
        raise click.UsageError("-o 只能写一个年度的核对表，例如：figures 2024 -f docx -o 核对表.docx")
    contents = {}
    for reading in readings:
        report = reading.report
        properties = word.Properties(f"{report.year}年指标核对表", report.issuer, dated(report))
        path = Path(output) if output else project.report_file(f"{report.year}核对表", "docx")
        contents[path] = word.write(check_sheet(report, entries(reading)), SHEET_LAYOUT, properties)
    if output == "-":
        write_stdout(*contents.values())
        return OK
    write_all(contents)
    for path in contents:
        say(f"已写 {project.name(path)}")
    return OK
