"""Options and arguments that several commands share."""

import glob
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from ecoreport.cli.mistakes import MEANT, worded, wrong
from ecoreport.cli.talk import wants_color
from ecoreport.project import DATA, Project, find

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FOLDER = "项目文件夹；不写就从当前文件夹往上找有 data/ 的那一层。"
FIRST_YEAR, LAST_YEAR = 1949, 2999
SHOWN = 3  # files with a wrong name that are told of
_AROUND = " \t“”‘’\"'「」"  # quotes of a Chinese keyboard, which no shell takes away


class Year(click.ParamType[int]):
    """A year as people write it: 2023, ２０２３, 2023年, data/2023.yaml."""

    name = "year"
    _TYPED = re.compile(r"(?:.*[/\\])?([0-9]{4})(?:年度?|\.yaml)?")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401, ARG002
        """The year as a number; UsageError where it is none."""
        year = self.read(str(value))
        if Path(str(value)).is_dir() and not (year and _is_bare(str(value))):
            raise wrong('“{value}”是文件夹；-C 里有 * 的，要加引号，例如 -C "各局/*"。', context=ctx, value=value)
        if not year and str(value).strip(_AROUND).lower().endswith((".yaml", ".yml")):
            raise wrong(
                "“{value}”是文件，不是年度；把它放进 data 文件夹，按年度改名，例如 data/2023.yaml，这里再写 2023。",
                context=ctx,
                value=value,
            )
        if not year:
            raise wrong("“{value}”不是年度；写四位数字，例如 2023。", context=ctx, value=value)
        return year

    def read(self, typed: str) -> int | None:
        """The year that somebody means; None where it is none."""
        match = self._TYPED.fullmatch(unicodedata.normalize("NFKC", typed).strip(_AROUND))
        year = int(match[1]) if match else 0
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def shell_complete(self, ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """The years that the project has files for."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only where a shell asks

        chosen = ctx.params.get("project") or ctx.params.get("projects")
        project = chosen.projects[0] if isinstance(chosen, Chosen) else chosen
        root = project.root if isinstance(project, Project) else find(Path.cwd())
        known = Project(root, root).years() if root else ()
        return [CompletionItem(str(year)) for year in known if str(year).startswith(incomplete)]


YEAR = Year()


class Side(click.ParamType[str]):
    """What `diff` compares: a year, which becomes its four digits, or a file; either with @ and a git revision."""

    name = "side"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002
        """As `versions` reads it."""
        typed = str(value)
        name, at, revision = typed.partition("@")
        year = YEAR.read(name) if _is_bare(name) and not any(Path(one).is_file() for one in (name, typed)) else None
        return f"{year}{at}{revision}" if year else typed

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """The years that the project has files for, and any file."""
        return [*YEAR.shell_complete(ctx, param, incomplete), *files()]


SIDE = Side()


def _is_bare(typed: str) -> bool:
    """Whether it names no folder: what does is a file, and no year for being called like one."""
    return Path(typed).name == typed


class Chosen(NamedTuple):
    """The projects that -C names; `several` where they are to be told apart, even if a pattern found only one."""

    projects: tuple[Project, ...]
    several: bool


def common(command: _Command) -> _Command:
    """-C and --color, which every command takes; the command gets a `project`."""
    return _folder(_project, _FOLDER)(color(command))


def anywhere(command: _Command) -> _Command:
    """-C and --color for a command that also works outside a project; the folder named, or the current one, is it."""
    return _folder(_any_project, "项目文件夹；不写就从当前文件夹往上找。")(color(command))


def many(command: _Command) -> _Command:
    """-C, several times or with a pattern, and --color; the command gets the `projects`."""
    told = f"{_FOLDER}写几次，或者写“各局/*”，就是几个单位一起。"
    return _folder(_projects, told, "projects", multiple=True)(color(command))


def many_anywhere(command: _Command) -> _Command:
    """As `many`, for a command that also works outside a project."""
    told = "项目文件夹；不写就从当前文件夹往上找。写几次，或者写“各局/*”，就是几个单位一起。"
    return _folder(_any_projects, told, "projects", multiple=True)(color(command))


def _folder(
    callback: Callable[..., Any], told: str, name: str = "project", *, multiple: bool = False
) -> Callable[[_Command], _Command]:
    return click.option(
        "-C", name, metavar="DIR", callback=callback, help=told, multiple=multiple, shell_complete=_folders
    )


def _folders(*_: object) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only where a shell asks

    return [CompletionItem("", type="dir")]


def files(*_: object) -> "list[CompletionItem]":
    """For completion: any file."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only where a shell asks

    return [CompletionItem("", type="file")]


def color(command: _Command) -> _Command:
    """--color and --no-color."""
    return click.option(
        "--color/--no-color", default=None, expose_value=False, callback=_set_color, help="是否用颜色；默认看终端。"
    )(command)


def years(command: _Command) -> _Command:
    """YEAR… and --all; the command gets the `years` asked for, all of them where none is named."""
    command = click.argument("years", metavar="[YEAR]...", nargs=-1, type=YEAR)(command)
    return click.option("--all", "every", is_flag=True, help="所有年度（不写年度时也是）。")(command)


def named_years(named: tuple[int, ...], *, every: bool) -> tuple[int, ...]:
    """The years named, each once; UsageError where --all stands beside them."""
    if named and every:
        raise wrong("年度和 --all 只写一样。")
    return tuple(dict.fromkeys(named))


def chosen_years(project: Project, named: tuple[int, ...]) -> tuple[int, ...]:
    """The years asked for; UsageError where there is no file for one, or none at all."""
    chosen, known = tuple(dict.fromkeys(named)), project.years()
    if not known:
        found = "".join(almost(*one) for one in list(project.misnamed().items())[:SHOWN])
        folder = project.name(project.root / DATA)
        raise wrong("{folder} 里没有年度文件（如 2023.yaml）。{found}", folder=folder, found=found)
    from difflib import get_close_matches  # noqa: PLC0415 - --version needs none

    listed = [str(one) for one in known]
    for year in (year for year in chosen if year not in known):
        if meant_so := project.misnamed().get(year):
            raise wrong("没有 {year} 年的文件 data/{year}.yaml。{found}", year=year, found=almost(year, meant_so))
        close = get_close_matches(str(year), listed, 1, 0.5)
        told = ("没有 {year} 年的文件 data/{year}.yaml；现有：{listed}。", MEANT if close else "")
        raise wrong(*told, year=year, listed=listed, meant=close)
    return chosen or known


def almost(year: int, found: tuple[str, str]) -> str:
    """A file that is not seen for its name, and what to do."""
    name, surplus = found
    mend = "有 {name}，去掉后面的 {surplus}。" if surplus else "有 {name}，文件名改成 {year}.yaml。"
    return worded(mend, name=name, surplus=surplus, year=year)


def folder(named: str | None) -> Path:
    """The folder that -C names, the current one without it; UsageError where there is none."""
    start = Path.cwd() / (named or "")
    if not start.is_dir():
        raise wrong("没有“{named}”这个文件夹。{meant}", named=named, meant=_meant(start))
    return start.resolve()


def _meant(missing: Path) -> str:
    """The folder beside the missing one that is called much like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - --version needs none

    close = get_close_matches(missing.name, _inside(missing.parent), 1, 0.5)
    return worded(MEANT, meant=close) if close else ""


def _inside(folder: Path) -> list[str]:
    """The names of the folders in a folder, but for hidden ones."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


def _project(_: click.Context, __: click.Parameter, value: str | None) -> Project:
    root = find(folder(value))
    if root is None:
        none = "“{value}”不是 ecoreport 项目：往上没有一层有 data/ 文件夹。{below}"
        here = "这里不是 ecoreport 项目：往上没有一层有 data/ 文件夹。{below}"
        raise wrong(none if value else here, value=value, below=_below(value))
    return Project(root, Path.cwd())


def _below(named: str | None) -> str:
    """How to name the projects that a folder holds, as it is none itself."""
    start = folder(named)
    found = [name for name in _inside(start) if (start / name / DATA).is_dir()]
    shown = [f"{named.rstrip('/')}/{name}" if named else name for name in found]
    match shown:
        case []:
            return worded("建一个新的用 ecoreport init；已经有的，先 cd 到它的文件夹里，或者用 -C 指明。")
        case [one]:
            return worded("先 cd {one}，或者加上 -C {one}。", one=one)
        case _:
            all_of_them = f"{named.rstrip('/')}/*" if named else "*"
            several = '几个单位一起写 -C "{all}"，只要一个写 -C {one}。'
            there = "下面有 {names}等：" if len(shown) > SHOWN else "下面有 {names}："
            return worded(there, several, names=shown[:SHOWN], all=all_of_them, one=shown[0])


def _any_project(_: click.Context, __: click.Parameter, value: str | None) -> Project:
    start = folder(value)
    return Project(find(start) or start, Path.cwd())


def _projects(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> Chosen:
    """One project, found as ever, or several."""
    one = not _several(values)
    return Chosen((_project(context, parameter, _only(values)),), several=False) if one else _each(values)


def _any_projects(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> Chosen:
    one = not _several(values)
    return Chosen((_any_project(context, parameter, _only(values)),), several=False) if one else _each(values)


def _only(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None


def _several(values: tuple[str, ...]) -> bool:
    return len(values) > 1 or any(glob.has_magic(value) and not Path(value).is_dir() for value in values)


def _each(values: tuple[str, ...]) -> Chosen:
    """The very folders that are named or matched, whether or not they hold a year file."""
    found = dict.fromkeys(path for value in values for path in _matching(value))
    return Chosen(tuple(Project(path, Path.cwd()) for path in found), several=True)


def expanded(named: Iterable[str]) -> tuple[str, ...]:
    """File names, those with * as what they match: the shell of Windows leaves that to the program."""
    return tuple(
        path
        for name in named
        for path in (sorted(glob.glob(name)) if glob.has_magic(name) and not Path(name).exists() else [name])  # noqa: PTH207
    )


def _matching(value: str) -> list[Path]:
    if not glob.has_magic(value) or Path(value).is_dir():
        return [folder(value)]
    matching = [
        Path(path).resolve()
        for path in sorted(glob.glob(value))  # noqa: PTH207 - the pattern may be absolute
        if Path(path).is_dir()
    ]
    if not matching:
        above = Path(value).parent
        meant = "" if above.is_dir() or glob.has_magic(str(above)) else _meant(above)
        raise wrong("“{value}”没有对上任何文件夹。{meant}", value=value, meant=meant)
    return matching


def _set_color(context: click.Context, _: click.Parameter, value: bool | None) -> None:  # noqa: FBT001
    context.color = wants_color(value)
