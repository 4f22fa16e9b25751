"""`check`: every problem of the year files, of one project or of several, and who has filed what."""

from collections.abc import Sequence

import click

from ecoreport.cli import FOUND, OK, USAGE, collecting
from ecoreport.cli.files import write_all
from ecoreport.cli.group import ecoreport
from ecoreport.cli.mistakes import Format
from ecoreport.cli.options import Chosen, chosen_years, many, named_years, years
from ecoreport.cli.outputs import write_problems
from ecoreport.cli.showing import Fails, show_problems, tally
from ecoreport.cli.talk import counted, reason, say
from ecoreport.project import Project

FORMATS = ("text", "json", "github", "gitlab", "sarif", "csv")


@ecoreport.command(options_metavar="[选项]")
@years
@click.option(
    "-f",
    "--format",
    "form",
    type=Format(FORMATS),
    default="text",
    help="给人看的，给机器读的；csv 是报送情况表。",
)
@click.option("--strict", is_flag=True, help="有警告也返回 1。")
@click.option("--draft", is_flag=True, help="还在写的时候用：待填、待改照样列出，但不算错。")
@click.option("--fix", "mend", is_flag=True, help="改掉标点、空格这类机械的毛病；不动数字和字词。")
@click.option("--diff", "show", is_flag=True, help="列出 --fix 改哪里；没有 --fix 就只看不改，有要改的返回 1。")
@many
def check(  # noqa: PLR0913 - one parameter an option
    projects: Chosen,
    years: tuple[int, ...],
    every: bool,  # noqa: FBT001
    form: str,
    strict: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
    mend: bool,  # noqa: FBT001
    show: bool,  # noqa: FBT001
) -> int:
    """检查年度文件：一次列出所有问题，一个文件有错不影响检查别的文件。

    \b
    例如：
      ecoreport check 2023             检查一年
      ecoreport check --all --strict   检查所有年度，有警告也不放过
      ecoreport check --all --draft    检查所有年度，没填完的不算错
      ecoreport check 2023 --diff      看看哪些能自动改
      ecoreport check 2023 --fix       改掉它们
      ecoreport check -C "各局/*" 2023 几个单位一起，最后列出报送情况
    """
    named, fails = named_years(years, every=every), Fails(strict, draft)
    if mend or show:
        return _mend_all(projects, named, write=mend, show=show, fails=fails, form=form)
    return _check(projects, named, form, fails)


def _check(projects: Chosen, named: tuple[int, ...], form: str, fails: Fails) -> int:
    if projects.several or form == "csv":
        return collecting.check(projects, named, form, fails)
    from ecoreport.check import all_problems  # noqa: PLC0415 - heavy
    from ecoreport.check import check as check_year  # noqa: PLC0415

    [project] = projects.projects
    chosen = chosen_years(project, named)
    checked = [check_year(project, year) for year in counted(chosen, len(chosen), "检查")]
    problems = all_problems(project, checked)
    write_problems(problems, project.near, form)
    unread = [one.unread for one in checked if one.unread]
    for error in unread:
        say(f"错误：{reason(error)}")
    if len(unread) < len(chosen):
        say(f"检查了{len(chosen) - len(unread)}个文件：{tally(problems)}")
    return USAGE if unread else FOUND if fails.any(problems) else OK


def _mend_all(  # noqa: PLR0913 - what was asked for
    projects: Chosen, named: tuple[int, ...], *, write: bool, show: bool, fails: Fails, form: str
) -> int:
    """Mend the years of every project, or only tell how; then check what was mended."""

    def one(project: Project) -> int:
        changed = _mend(project, chosen_years(project, named), write=write, show=show)
        return FOUND if changed and not write else OK

    code = collecting.each(projects, one) if projects.several else one(projects.projects[0])
    return max(code, _check(projects, named, form, fails)) if write else code


def _mend(project: Project, chosen: Sequence[int], *, write: bool, show: bool) -> int:
    """Mend the files, or only tell how; how many mends there are, with files in which none can be made."""
    from ecoreport.fix import fix  # noqa: PLC0415 - heavy

    count = unreadable = 0
    for year in chosen:
        fixed = fix(project, year)
        count += fixed.count
        if show:
            click.echo(fixed.diff, nl=False)
        if write and fixed.after != fixed.before:
            write_all({project.year_file(year): fixed.after})
            say(f"{fixed.name}：改了{fixed.count}处")
        if fixed.refused and not write:
            show_problems(fixed.refused, project.near, err=True)
            unreadable += 1
    if not write:
        say(f"能自动改的有{count}处" + ("，加上 --fix 就改" if count else ""))
    elif not count:
        say("没有能自动改的")
    return count + unreadable
