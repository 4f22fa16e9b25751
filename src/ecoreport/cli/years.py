"""The commands from one year to the next: new, diff, figures."""

from pathlib import Path

import click

from ecoreport.cli import FOUND, OK
from ecoreport.cli.commands import ecoreport
from ecoreport.cli.files import write_all
from ecoreport.cli.options import chosen_years, common
from ecoreport.cli.outputs import write_stdout
from ecoreport.cli.talk import say, show_problems
from ecoreport.problems import Refused
from ecoreport.project import Project


@ecoreport.command(options_metavar="[选项]")
@click.argument("year", metavar="YEAR", type=click.IntRange(1949, 2999))
@click.option("--from", "source", metavar="YEAR", type=click.IntRange(1949, 2999), help="从哪一年来；不写就是上一年。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@common
def new(project: Project, year: int, source: int | None, output: str | None) -> int:
    """新一年的年度文件：由上一年的来，数字待填，文字待改，上年的安排待交代。

    \b
    例如：
      ecoreport new 2024               由 data/2023.yaml 写出 data/2024.yaml
      ecoreport check 2024             列出还要填、还要改的地方
      ecoreport build 2024 --draft     没填完也能看样子
    """
    from ecoreport.check import check  # noqa: PLC0415 - heavy
    from ecoreport.load import load  # noqa: PLC0415
    from ecoreport.nextyear.carry import next_year  # noqa: PLC0415

    [old] = chosen_years(project, (source or year - 1,), every=False)
    if old >= year:
        raise click.UsageError(f"--from 要是 {year} 年以前的年度。")
    path = Path(output) if output and output != "-" else project.year_file(year)
    if output != "-" and path.exists():
        raise click.UsageError(f"{project.name(path)} 已经有了，没有覆盖；要重新来过，先把它删掉或改名。")
    try:
        text = next_year(load(project.year_file(old), project.name(project.year_file(old))), year)
    except Refused as refused:
        show_problems(refused.problems, project.near, err=True)
        say(f"{old} 年的文件有错误，没有生成。改好后再运行一次。")
        return FOUND
    if output == "-":
        write_stdout(text.encode())
        return OK
    write_all({path: text.encode()})
    codes = [problem.code for problem in check(project, year, text.encode()).problems]
    say(f"已写 {project.name(path)}：{codes.count('E217')}处待填，{codes.count('E218')}处待改；check {year} 列出清单")
    return OK
