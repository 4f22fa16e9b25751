"""Several bureaus at once: what one lacks, or breaks, is told and does not stop the others."""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import FOUND, OK, USAGE
from ecoreport.cli.mistakes import wrong
from ecoreport.cli.options import Chosen, almost
from ecoreport.cli.outputs import deliver, write_problems, write_stdout
from ecoreport.cli.showing import Fails, tally
from ecoreport.cli.talk import counted, reason, say
from ecoreport.problems.diagnostic import Problem
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.yearfile.model import Report
    from ecoreport.years.filings import Filing


def each(chosen: Chosen, one: Callable[[Project], int]) -> int:
    """Run `one` for every project, each under its name; the worst of the exit codes."""
    codes = []
    for project in counted(chosen.projects, len(chosen.projects), "处理"):
        say(f"{project.name(project.root)}：")
        codes.append(guarded(project, partial(one, project), silent=True))
    return max(codes)


def guarded(project: Project, one: Callable[[], int], *, silent: bool = False) -> int:
    """The exit code of one project's run; what would end the program is told, and ends only that."""
    name = "" if silent else f"{project.name(project.root)}："
    try:
        return one()
    except click.ClickException as error:
        say(f"{name}{error.format_message()}")
        return FOUND
    except OSError as error:
        say(f"{name}{reason(error)}")
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        say(f"{name}程序自身出了问题（{type(error).__name__}: {error}）。请把命令和年度文件发给维护者。")
    return USAGE


def folders(chosen: Chosen, output: str | None) -> Mapping[Path, str | None]:
    """Where each project's outputs go: below -o a folder each, of its name; UsageError where that cannot be."""
    if output is None:
        return dict.fromkeys((project.root for project in chosen.projects), None)
    if output == "-" or Path(output).is_file() or (Path(output).suffix and not Path(output).is_dir()):
        raise wrong("几个单位一起时，-o 要写文件夹，各单位的放在下面同名的文件夹里。")
    twice = [name for name, count in Counter(project.root.name for project in chosen.projects).items() if count > 1]
    if twice:
        raise wrong("有几个文件夹都叫“{name}”，-o 下面分不开；分几次运行，或者不写 -o。", name=twice[0])
    return {project.root: f"{output}/{project.root.name}/" for project in chosen.projects}


def check(chosen: Chosen, named: tuple[int, ...], form: str, fails: Fails) -> int:
    """Every problem of every project, and at the end who has filed what."""
    from ecoreport.years import filings  # noqa: PLC0415 - heavy

    years = named or _years(chosen)
    problems: list[Problem] = []
    rows: list[Filing] = []
    codes = [OK]
    for project in counted(chosen.projects, len(chosen.projects), "检查"):
        found: list[Filing] = []
        codes.append(guarded(project, partial(_filed, project, years, problems, found)))
        missed = years[len(found) :]
        name, folder = project.root.name, project.name(project.root)
        rows += [*found, *(filings.absent(name, folder, year, filings.UNSEEN) for year in missed)]
    if form == "csv":
        write_stdout(filings.as_csv(rows).encode())
    else:
        write_problems(problems, Path.cwd(), form)
    if form == "text" and rows:
        click.echo(filings.as_text(rows), nl=False)
    say(_summary(rows, problems, len(chosen.projects)))
    failed = fails.any(problems) or not rows or not all(one.good or (fails.draft and one.begun) for one in rows)
    return max(*codes, FOUND if failed else OK)


def _years(chosen: Chosen) -> tuple[int, ...]:
    """All years of which any project has a file; a folder that cannot be read is told of when it is its turn."""
    found: set[int] = set()
    for project in chosen.projects:
        with suppress(OSError):
            found.update(project.years())
    return tuple(sorted(found))


def _filed(project: Project, years: Sequence[int], problems: list[Problem], rows: "list[Filing]") -> int:
    """Add the project's problems and a row for each year; the exit code."""
    from ecoreport import check  # noqa: PLC0415 - heavy
    from ecoreport.years import filings  # noqa: PLC0415 - heavy

    there = project.years()
    checked = {year: check.check(project, year) for year in years if year in there}
    problems += check.all_problems(project, tuple(checked.values()))
    issuers = {year: one.file.report.issuer for year, one in checked.items() if one.file}
    name, folder = issuers[max(issuers)] if issuers else _bureau(project), project.name(project.root)
    for year in years:
        one = checked.get(year)
        rows.append(filings.filing(name, folder, one) if one else filings.absent(name, folder, year))
        if one and one.unread:
            say(f"{folder}：{reason(one.unread)}")
        elif not one and (misnamed := project.misnamed().get(year)):
            say(f"{folder}：没有 {year} 年的文件 data/{year}.yaml。{almost(year, misnamed)}")
    return USAGE if any(one.unread for one in checked.values()) else OK


def _bureau(project: Project) -> str:
    """What the newest readable report calls the bureau, else what its folder is called."""
    from ecoreport.problems.diagnostic import Refused  # noqa: PLC0415
    from ecoreport.yearfile.reader import load  # noqa: PLC0415 - heavy

    for year in reversed(project.years()):
        path = project.year_file(year)
        with suppress(Refused, OSError):
            return load(path, project.name(path)).report.issuer
    return project.root.name


def _summary(rows: "Sequence[Filing]", problems: Sequence[Problem], count: int) -> str:
    from ecoreport.years.filings import ABSENT, STATES, UNSEEN  # noqa: PLC0415 - heavy

    states = Counter(one.filed for one in rows)
    told = "，".join(f"{state}{states[state]}份" for state in STATES if states[state])
    found = f"；{tally(problems)}" if problems or any(one.filed not in (ABSENT, UNSEEN) for one in rows) else ""
    return f"{count}个单位：{told or '没有年度文件'}{found}"


def figures(chosen: Chosen, named: tuple[int, ...], form: str, output: str | None, only: tuple[str, ...]) -> int:
    """The figures of all bureaus in one matrix, printed or written."""
    from ecoreport.cli import ledgers  # noqa: PLC0415
    from ecoreport.years import filings  # noqa: PLC0415 - heavy

    writers = {
        "text": filings.matrix_text, "md": filings.matrix_markdown,
        "csv": filings.matrix_csv, "json": filings.matrix_json,
    }  # fmt: skip
    if form not in writers:
        raise wrong("几个单位一起时，-f 只有 {choices}。", choices=tuple(writers))
    bureaus: dict[str, dict[int, Report]] = {}
    codes = [
        guarded(project, partial(_read, project, named, bureaus))
        for project in counted(chosen.projects, len(chosen.projects), "读取")
    ]
    if only and (reports := [report for years in bureaus.values() for report in years.values()]):
        ledgers.look_up(only, reports)
        for years in bureaus.values():
            years.update({year: _narrowed(report, only) for year, report in years.items()})
    deliver(chosen.projects[0], writers[form](bureaus).encode(), form, output, ledgers.NAME)
    return max(codes)


def _narrowed(report: "Report", only: tuple[str, ...]) -> "Report":
    kept = {name: one for name, one in report.figures.items() if name in only}
    return report.model_copy(update={"figures": kept})


def _read(project: Project, named: tuple[int, ...], bureaus: "dict[str, dict[int, Report]]") -> int:
    """Add what can be read of the project's years; the exit code."""
    from ecoreport.problems.diagnostic import Refused  # noqa: PLC0415
    from ecoreport.yearfile.reader import load  # noqa: PLC0415 - heavy

    known, reports, code = project.years(), {}, OK
    for year in named or known:
        path = project.year_file(year)
        try:
            if year in known:
                reports[year] = load(path, project.name(path)).report
            else:
                say(f"{project.name(project.root)}：没有 {year} 年的文件")
        except Refused:
            say(f"{project.name(path)} 读不出；check 说明哪里有错。")
        except OSError as error:
            say(reason(error))
            code = USAGE
        code = code if year in reports else max(code, FOUND)
    name = _bureau(project)
    bureaus[name if name not in bureaus else f"{name}（{project.name(project.root)}）"] = reports
    return code
