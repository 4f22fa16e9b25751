"""-C: the one project that a command is about, or several, of which one that breaks does not stop the others."""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from ecoreport.cli.console import counted, own_fault, reason, say
from ecoreport.cli.exits import FOUND, USAGE
from ecoreport.cli.folders import any_project_at, is_pattern, matching, project_at
from ecoreport.cli.options import DOCUMENTS, ROOT, color
from ecoreport.cli.unseen import almost, missing, unseen
from ecoreport.cli.usage import meant, wrong
from ecoreport.project import DATA, TEMPLATES, Inputs, Project
from ecoreport.text.similarity import closest

_Value = TypeVar("_Value")
_Command = TypeVar("_Command", bound=Callable[..., Any])
MOST_SECONDS = 60  # for one of several projects, unless something else is asked for
_SECONDS, _JOBS = "ecoreport.seconds", "ecoreport.jobs"  # where the context keeps them
_SHOWN = 3  # files with a wrong name that are told of
_FROM_HERE = "项目文件夹；不写就从当前文件夹往上找有 data/ 的那一层。"
_ANYWHERE = "项目文件夹；不写就从当前文件夹往上找。"
_SEVERAL = "写几次，或者写“各局/*”，就是几个单位一起。"


class Chosen(NamedTuple):
    """The projects that -C names; `several` where they are to be told apart, even if a pattern found only one.

    Of several each has so many `seconds`, and so many `jobs` are done at once.
    """

    projects: tuple[Project, ...]
    several: bool
    seconds: float = MOST_SECONDS
    jobs: int = 1

    def each(self, run: Callable[[Project], int], doing: str = "处理", *, named: bool = True) -> int:
        """Run it for every project; the worst of the exit codes."""
        return self.gathered(partial(_without_value, run), doing, named=named)[0]

    def gathered(
        self, run: Callable[[Project], tuple[int, _Value]], doing: str, *, named: bool = False
    ) -> tuple[int, Mapping[Path, _Value]]:
        """Run it for every project; the worst of the exit codes, and what it gave for those that came to an end.

        Of several each has its name above it where that is to be `named`, and what would end the program, or never
        end, ends only the one: they are worked on in a process apart, to which `run` must be able to go.
        """
        if not self.several:
            code, value = run(self.projects[0])
            return code, {self.projects[0].root: value}
        from ecoreport.cli.apart import Failed, done_by  # noqa: PLC0415 - 15 ms, which one project need not wait for

        codes, values = [], {}
        made = done_by(partial(_guarded, run, named=named), self.seconds, self.projects, self.jobs)
        for project, done in zip(self.projects, counted(made, len(self.projects), doing), strict=True):
            name = project.name(project.root)
            if isinstance(done, Failed):
                say(f"{name}：{done.reason}")
                codes.append(USAGE)
                continue
            if named:
                say(f"{name}：")
            done.tell()
            codes.append(done.code)
            values.update(done.value)
        return max(codes), values

    def folders(self, output: str | None) -> Mapping[Path, str | None]:
        """Where each project's outputs go: of several below -o a folder each; UsageError where that cannot be."""
        if output is None or not self.several:
            return dict.fromkeys((project.root for project in self.projects), output)
        if output == "-" or Path(output).is_file() or (Path(output).suffix and not Path(output).is_dir()):
            raise wrong("几个单位一起时，-o 要写文件夹，各单位的放在下面同名的文件夹里。")
        names = Counter(project.root.name for project in self.projects)
        if twice := [name for name, count in names.items() if count > 1]:
            raise wrong(f"有几个文件夹都叫“{twice[0]}”，-o 下面分不开；分几次运行，或者不写 -o。")
        return {project.root: f"{output}/{project.root.name}/" for project in self.projects}


def _without_value(run: Callable[[Project], int], project: Project) -> tuple[int, None]:
    return run(project), None


def _guarded(
    run: Callable[[Project], tuple[int, _Value]], project: Project, *, named: bool
) -> tuple[int, dict[Path, _Value]]:
    """One project's exit code, and its value by its root; what would end the program is told and ends only that.

    Behind the project's name where that is not `named` already.
    """
    name = "" if named else f"{project.name(project.root)}："
    try:
        code, value = run(project)
    except click.ClickException as error:
        say(f"{name}{error.format_message()}")
        return FOUND, {}
    except OSError as error:
        say(f"{name}{reason(error)}")
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        say(f"{name}{own_fault(error)}")
    else:
        return code, {project.root: value}
    return USAGE, {}


def one_project(command: _Command) -> _Command:
    """-C and --color; the command gets the `project`."""
    return _folder("project", _FROM_HERE, lambda value: project_at(value or None), color(command))


def project_or_folder(command: _Command) -> _Command:
    """As `one_project`; outside of projects the folder named, or the current one, is it."""
    return _folder("project", _ANYWHERE, lambda value: any_project_at(value or None), color(command))


def some_projects(command: _Command) -> _Command:
    """-C, several times or with a pattern, and --color; the command gets the `chosen` projects."""
    return _some(_FROM_HERE, project_at, command)


def some_projects_or_folder(command: _Command) -> _Command:
    """As `some_projects`; outside of projects as `project_or_folder`."""
    return _some(_ANYWHERE, any_project_at, command)


def some_projects_or_documents(command: _Command) -> _Command:
    """As `some_projects`; where documents or --root are named, as `some_projects_or_folder`."""

    def one(named: str | None) -> Project:
        meta = click.get_current_context().meta
        return any_project_at(named) if meta.get(DOCUMENTS) or meta.get(ROOT) else project_at(named)

    return _some(_FROM_HERE, one, command)


def _some(told: str, one: Callable[[str | None], Project], command: _Command) -> _Command:
    chosen = _folder("chosen", told + _SEVERAL, lambda values: _chosen(values, one), color(command), many=True)
    return click.option(
        "--timeout", metavar="SECONDS", type=click.IntRange(1, 86_400), default=MOST_SECONDS, is_eager=True,
        expose_value=False, callback=_keep_seconds, help="几个单位一起时，每个单位最多用多少秒；默认 60。",
    )(chosen)  # fmt: skip


def jobs(command: _Command) -> _Command:
    """-j, of several projects or files how many at once: the `jobs` of what is chosen."""
    return click.option(
        "-j", "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, is_eager=True, expose_value=False,
        callback=_keep_jobs, help="几个单位一起时，几个同时做；结果和次序不变。",
    )(command)  # fmt: skip


def _keep_seconds(context: click.Context, _: click.Parameter, value: int) -> None:
    """For `_chosen`: what is eager is read first, wherever it stands."""
    context.meta[_SECONDS] = value


def _keep_jobs(context: click.Context, _: click.Parameter, value: int) -> None:
    """As `_keep_seconds`."""
    context.meta[_JOBS] = value


def _folder(name: str, told: str, read: Callable[[Any], object], command: _Command, *, many: bool = False) -> _Command:
    return click.option(
        "-C", name, metavar="DIR", help=told, multiple=many,
        callback=lambda _, __, value: read(value), shell_complete=lambda *_: [CompletionItem("", type="dir")],
    )(command)  # fmt: skip


def _chosen(values: tuple[str, ...], one: Callable[[str | None], Project]) -> Chosen:
    """One project, found as ever, or the very folders that are named or matched, with a year file or without."""
    if len(values) > 1 or any(map(is_pattern, values)):
        found = dict.fromkeys(path for value in values for path in matching(value))
        # Their templates are programs of so many owners.
        projects = tuple(Project(path, Path.cwd(), own_templates=False) for path in found)
        return _as_asked(Chosen(projects, several=True))
    return _as_asked(Chosen((one(values[0] if values else None),), several=False))


def _as_asked(chosen: Chosen) -> Chosen:
    meta = click.get_current_context().meta
    return chosen._replace(seconds=meta[_SECONDS], jobs=meta.get(_JOBS, 1))


def chosen_years(project: Project, named: tuple[int, ...]) -> tuple[int, ...]:
    """The years asked for, where none is all that there are; UsageError where one has no file, or there is none."""
    known = project.years()
    if not known:
        found = "".join(almost(*one) for one in list(project.misnamed().items())[:_SHOWN])
        raise wrong(f"{project.name(project.root / DATA)} 里没有年度文件（如 2023.yaml）。{found}")
    listed = [str(one) for one in known]
    for year in (year for year in named if year not in known):
        if there := unseen(project, year):
            raise wrong(missing(year, there))
        mend = meant(closest(str(year), listed))
        raise wrong(f"没有 {year} 年的文件 data/{year}.yaml；现有：{'、'.join(listed)}。{mend}")
    return named or known


def tell_templates_left_out(project: Project) -> None:
    """Say which templates of its own a project was rendered without."""
    if left_out := project.templates_left_out():
        folder = project.name(project.root / TEMPLATES)
        say(f"没有用 {folder} 里自己的模板：{'、'.join(left_out)}，用的是自带的")


def bureau_of(project: Project, inputs: Inputs) -> str:
    """What the newest readable report calls the bureau, else what its folder is called."""
    newest_first = (inputs.years.of(year).file for year in sorted(inputs.years.files, reverse=True))
    return next((file.report.issuer for file in newest_first if file), project.folder)
