"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ecoreport.cli.talk import wants_color
from ecoreport.project import Project, find

_Command = TypeVar("_Command", bound=Callable[..., Any])


def common(command: _Command) -> _Command:
    """-C and --color, which every command takes; the command gets a `project`."""
    command = click.option(
        "-C",
        "project",
        metavar="DIR",
        callback=_project,
        help="项目文件夹；不写就从当前文件夹往上找有 data/ 的那一层。",
    )(command)
    return color(command)


def anywhere(command: _Command) -> _Command:
    """-C and --color for a command that also works outside a project; the folder named, or the current one, is it."""
    command = click.option(
        "-C", "project", metavar="DIR", callback=_any_project, help="项目文件夹；不写就从当前文件夹往上找。"
    )(command)
    return color(command)


def color(command: _Command) -> _Command:
    """--color and --no-color."""
    return click.option(
        "--color/--no-color", default=None, expose_value=False, callback=_set_color, help="是否用颜色；默认看终端。"
    )(command)


def years(command: _Command) -> _Command:
    """YEAR… and --all; the command gets the `years` asked for, all of them where none is named."""
    command = click.argument("years", metavar="[YEAR]...", nargs=-1, type=click.IntRange(1949, 2999))(command)
    return click.option("--all", "every", is_flag=True, help="所有年度（不写年度时也是）。")(command)


def chosen_years(project: Project, named: tuple[int, ...], *, every: bool) -> tuple[int, ...]:
    """The years asked for; UsageError where there is no file for one, or none at all."""
    known = project.years()
    if named and every:
        raise click.UsageError("年度和 --all 只写一样。")
    if not known:
        raise click.UsageError(f"{project.name(project.root / 'data')} 里没有年度文件（如 2023.yaml）。")
    for year in named:
        if year not in known:
            listed = "、".join(str(one) for one in known)
            raise click.UsageError(f"没有 {year} 年的文件 data/{year}.yaml；现有：{listed}。")
    return tuple(dict.fromkeys(named)) or known


def folder(named: str | None) -> Path:
    """The folder that -C names, the current one without it; UsageError where there is none."""
    start = Path.cwd() / (named or "")
    if not start.is_dir():
        raise click.UsageError(f"没有“{named}”这个文件夹。")
    return start.resolve()


def _project(_: click.Context, __: click.Parameter, value: str | None) -> Project:
    root = find(folder(value))
    if root is None:
        raise click.UsageError("这里不是 ecoreport 项目：从当前文件夹往上，没有一层有 data/ 文件夹。用 -C 指明项目。")
    return Project(root, Path.cwd())


def _any_project(_: click.Context, __: click.Parameter, value: str | None) -> Project:
    start = folder(value)
    return Project(find(start) or start, Path.cwd())


def _set_color(context: click.Context, _: click.Parameter, value: bool | None) -> None:  # noqa: FBT001
    context.color = wants_color(value)
