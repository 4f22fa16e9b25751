"""`new`: next year's file out of last year's."""

from pathlib import Path

import click

from ecoreport.check import check_year
from ecoreport.cli.console import say
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.options import YEAR, command, output, year
from ecoreport.cli.outputs import placed, write_stdout
from ecoreport.cli.problem_output import show_problems, todo_of
from ecoreport.cli.projects import chosen_years, one_project
from ecoreport.cli.unseen import unseen
from ecoreport.cli.usage import wrong
from ecoreport.project import Project
from ecoreport.report.inputs import given
from ecoreport.text.placeholders import CODES
from ecoreport.years.next_year.carry import Uncarried, next_year


@command()
@year
@click.option("--from", "source", metavar="YEAR", type=YEAR, help="从哪一年来；不写就是上一年。")
@output("写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@one_project
def new(project: Project, year: int, source: int | None, output: str | None) -> int:
    """新一年的年度文件：由上一年的来，数字待填，文字待改，上年的安排待交代。

    \b
    例如：
      ecoreport new 2024               由 data/2023.yaml 写出 data/2024.yaml
      ecoreport check 2024             列出还要填、还要改的地方
      ecoreport build 2024 --draft     没填完也能看样子
    """
    old, target = _source(project, year, source, output), _target(project, year, output)
    inputs = project.inputs()
    before = check_year(inputs, inputs.years.files[old])
    if before.unread:
        raise before.unread
    if before.file is None:
        show_problems(before.problems, inputs.quoted)
        say(f"{old} 年的文件有错误，没有生成。改好后再运行一次。")
        return FOUND
    if still := [problem for problem in before.problems if problem.code in CODES]:
        say(f"{project.name(project.year_file(old))} 还有{len(still)}处待填、待改，先完成它；check {old} 列出清单。")
        return FOUND
    try:
        made = next_year(before.file, year)
    except Uncarried:
        say(f"{old} 年的文件写法特别，没能变成 {year} 年的。请把它发给维护者。")
        return USAGE
    if not made.commented:
        say(f"{old} 年的文件写法特别，新文件是重新写出来的，中间的注释没有带过来。")
    if target is None:
        write_stdout(made.text.encode())
        return OK
    write_all({target: made.text.encode()}, project.root)
    file = inputs.years.known(given(made.text.encode(), f"{year}.yaml", year), made.file)
    todo = todo_of(check_year(inputs, file).problems)
    say(f"已写 {project.name(target)}：还要填、还要改的有{len(todo)}处；check {year} 列出清单")
    return OK


def _source(project: Project, year: int, source: int | None, output: str | None) -> int:
    """The year that the new one comes from; UsageError where it cannot."""
    known = project.years()
    if output is None and year in known and not source:
        raise wrong(f"{year} 年的文件已经有了，没有覆盖；下一年的写 ecoreport new {max(known) + 1}。")
    if output is None and (there := unseen(project, year)):
        raise wrong(f"{year} 年的文件已经有了，程序看不见：{there}要重新来过，先把它删掉或移到别处。")
    earlier = max((one for one in known if one < year), default=year - 1)
    if not source and earlier < year - 1 and not unseen(project, year - 1):
        raise wrong(f"没有 {year - 1} 年的文件；由 {earlier} 年的来，写 ecoreport new {year} --from {earlier}。")
    [old] = chosen_years(project, (source or year - 1,))
    if old >= year:
        raise wrong(f"--from 要是 {year} 年以前的年度。")
    if old < year - 1 and year - 1 in known:
        raise wrong(f"{year - 1} 年的文件已经有了，不写 --from，由它来。")
    return old


def _target(project: Project, year: int, output: str | None) -> Path | None:
    """Where the new file goes, None for standard output; UsageError where something is there."""
    if output == "-":
        return None
    path = placed(output, f"{year}.yaml") if output else project.year_file(year)
    if path.exists():
        raise wrong(f"{project.name(path)} 已经有了，没有覆盖；要重新来过，先把它删掉或移到别处。")
    return path
