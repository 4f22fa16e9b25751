"""Options and arguments that several commands share, each written once."""

import glob
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from ecoreport.cli.console import wants_color
from ecoreport.cli.usage import Format, wrong
from ecoreport.project import Project, find

_Command = TypeVar("_Command", bound=Callable[..., Any])
DOCUMENTS = "ecoreport.documents"  # where the context keeps whether documents were named
ROOT = "ecoreport.root"  # and whether --root was
_YEAR_FILES = frozenset({".yaml", ".yml"})
_DOCUMENTS = frozenset({
    ".docx", ".doc", ".wps", ".odt", ".rtf", ".txt", ".text", ".md", ".markdown", ".htm", ".html", ".mht", ".mhtml",
    ".docm", ".dotx", ".wpt", ".pdf", ".ofd",
})  # fmt: skip
_ALL = "ecoreport.all"  # where the context keeps whether --all was written
FIRST_YEAR, LAST_YEAR = 1949, 2999
_AROUND = " \t“”‘’\"'「」"  # quotes of a Chinese keyboard, which no shell takes away


class Year(click.ParamType[int]):
    """A year as people write it: 2023, ２０２３, 2023年, data/2023.yaml."""

    name = "year"
    _TYPED = re.compile(r"(?:.*[/\\])?([0-9]{4})(?:年度?|\.yaml)?")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401, ARG002
        """The year as a number; UsageError where it is none."""
        year = self.read(str(value))
        if Path(str(value)).is_dir() and not (year and _is_bare(str(value))):
            raise wrong(f'“{value}”是文件夹；-C 里有 * 的，要加引号，例如 -C "各局/*"。', ctx)
        if not year and str(value).strip(_AROUND).lower().endswith((".yaml", ".yml")):
            mend = "把它放进 data 文件夹，按年度改名，例如 data/2023.yaml，这里再写 2023。"
            raise wrong(f"“{value}”是文件，不是年度；{mend}", ctx)
        if not year:
            raise wrong(f"“{value}”不是年度；写四位数字，例如 2023。", ctx)
        return year

    def read(self, typed: str) -> int | None:
        """The year that somebody means; None where it is none."""
        match = self._TYPED.fullmatch(unicodedata.normalize("NFKC", typed).strip(_AROUND))
        year = int(match[1]) if match else 0
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def shell_complete(self, ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The years that the project has files for."""
        root = find(Path.cwd())
        several = getattr(ctx.params.get("chosen"), "projects", ())
        project = ctx.params.get("project") or next(iter(several), None) or (Project(root, root) if root else None)
        known = map(str, project.years() if project else ())
        return [CompletionItem(year) for year in known if year.startswith(incomplete)]


YEAR = Year()


class VersionName(click.ParamType[str]):
    """What `diff` compares: a year, which becomes its four digits, or a file; either with @ and a git revision."""

    name = "side"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002
        """As `versions` reads it."""
        typed = str(value)
        name, at, revision = typed.partition("@")
        year = YEAR.read(name) if _is_bare(name) and not any(Path(one).is_file() for one in (name, typed)) else None
        return f"{year}{at}{revision}" if year else typed

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The years that the project has files for, and any file."""
        return [*YEAR.shell_complete(ctx, param, incomplete), *files()]


VERSION = VersionName()


def _is_bare(typed: str) -> bool:
    """Whether it names no folder: what does is a file, and no year for being called like one."""
    return Path(typed).name == typed


def command(
    name: str | None = None, cls: type[click.Command] = click.Command
) -> Callable[[Callable[..., int]], click.Command]:
    """A command of the program: a function of plain arguments that returns the exit code; its docstring is its help."""
    return click.command(name, cls, options_metavar="[选项]")


class ManyFiles(click.Command):
    """A command whose --from takes all file names that follow it, as a shell makes them of --from 填报/*.xlsx."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click's own, with --from before each of them."""
        return super().parse_args(ctx, [*_each_from(args)])


def _each_from(args: Iterable[str]) -> Iterator[str]:
    within = first = False
    for one in args:
        if one.startswith("-") and one != "-":
            within = first = one == "--from"
            within = within or one.startswith("--from=")
        elif within and not first and not (_is_bare(one) and YEAR.read(one)):
            yield "--from"
        else:
            first = False
        yield one


def years(command: _Command) -> _Command:
    """YEAR… and --all; the command gets the `years` asked for, each once, none where all are."""
    command = click.argument("years", metavar="[YEAR]...", nargs=-1, type=YEAR, callback=_once)(command)
    return click.option("--all", expose_value=False, is_flag=True, callback=_all, help="所有年度（不写年度时也是）。")(
        command
    )


class Subjects(NamedTuple):
    """What `check` is about: years, all where there are none, or documents."""

    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()


class _Subject(click.ParamType[int | str]):
    """A year as people write it, or the name of a document."""

    name = "subject"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:  # noqa: ANN401
        """The year as a number, the document as it is typed; UsageError where it is neither."""
        typed = str(value)
        if YEAR.read(typed) is None and is_document(typed):
            return typed
        return YEAR.convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The years that the project has files for, and any file."""
        return [*YEAR.shell_complete(ctx, param, incomplete), *files()]


def is_document(typed: str) -> bool:
    """Whether it names a document: by its ending, or as a file that is there and no year file; - is standard input."""
    suffix = Path(typed).suffix.lower()
    there = Path(typed).is_file() and suffix not in _YEAR_FILES
    return typed == "-" or suffix in _DOCUMENTS or there


def ends_as_document(name: str) -> bool:
    """Whether the name's ending is one of documents."""
    return Path(name).suffix.lower() in _DOCUMENTS


def years_or_documents(command: _Command) -> _Command:
    """As `years`, or FILE…; the command gets them as the `years`, which are `Subjects`."""
    command = click.argument(
        "years", metavar="[YEAR|FILE]...", nargs=-1, type=_Subject(), callback=_subjects, is_eager=True
    )(command)
    told = "所有年度（不写年度时也是）。"
    return click.option("--all", expose_value=False, is_flag=True, is_eager=True, callback=_all, help=told)(command)


def _subjects(context: click.Context, _: click.Parameter, value: tuple[int | str, ...]) -> Subjects:
    """For `projects`: whether there are documents, which need no project; it is read before -C."""
    documents = expanded(one for one in value if isinstance(one, str))
    named = tuple(dict.fromkeys(one for one in value if isinstance(one, int)))
    if any(isinstance(one, str) for one in value):
        if named or context.meta.get(_ALL):
            raise wrong("年度和文件不能一起检查；分两次运行。")
        if not documents:
            raise wrong("没有对上任何文件。")
    elif named and context.meta.get(_ALL):
        raise wrong("年度和 --all 只写一样。")
    context.meta[DOCUMENTS] = bool(documents)
    return Subjects(named, tuple(dict.fromkeys(documents)))


def _once(context: click.Context, _: click.Parameter, value: tuple[int, ...]) -> tuple[int, ...]:
    if value and context.meta.get(_ALL):
        raise wrong("年度和 --all 只写一样。")
    return tuple(dict.fromkeys(value))


def _all(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's own
    """For `_once`: click reads the options first, wherever they stand."""
    context.meta[_ALL] = value


def root(command: _Command) -> _Command:
    """--root FOLDER, where files were received; the command gets the `root`, None where it is not given."""
    return click.option(
        "--root", metavar="FOLDER", is_eager=True, callback=_root,
        help="收件的文件夹：里面的年度文件和 Word 等文件（邮件里收来的，混在一起也行）一份一份地看。",
    )(command)  # fmt: skip


def _root(context: click.Context, _: click.Parameter, value: str | None) -> Path | None:
    """For `projects`, which need none then."""
    context.meta[ROOT] = value is not None
    if value is not None and not Path(value).is_dir():
        raise wrong(f"没有“{value}”这个文件夹。")
    return None if value is None else Path(value)


def year(command: _Command) -> _Command:
    """YEAR, the one that the command is about."""
    return click.argument("year", metavar="YEAR", type=YEAR)(command)


def format_(choices: Iterable[str], told: str) -> Callable[[_Command], _Command]:
    """-f, by default the first of the `choices`; the command gets the `form`."""
    known = tuple(choices)
    return click.option("-f", "--format", "form", type=Format(known), default=known[0], help=told)


def output(told: str) -> Callable[[_Command], _Command]:
    """-o; the command gets the `output`."""
    return click.option("-o", "--output", metavar="PATH", help=told)


def only_check(command: _Command) -> _Command:
    """--check; the command gets `only_check`."""
    told = "不写文件，只看现有的是不是最新；不是就返回 1。"
    return click.option("--check", "only_check", is_flag=True, help=told)(command)


def color(command: _Command) -> _Command:
    """--color and --no-color."""
    return click.option(
        "--color/--no-color", default=None, expose_value=False, callback=_set_color, help="是否用颜色；默认看终端。"
    )(command)


def _set_color(context: click.Context, _: click.Parameter, value: bool | None) -> None:  # noqa: FBT001
    context.color = wants_color(value)


def files(*_: object) -> list[CompletionItem]:
    """For completion: any file."""
    return [CompletionItem("", type="file")]


def expanded(named: Iterable[str]) -> tuple[str, ...]:
    """File names, those with * as what they match: the shell of Windows leaves that to the program."""
    return tuple(
        path
        for name in named
        for path in (sorted(glob.glob(name)) if glob.has_magic(name) and not Path(name).exists() else [name])  # noqa: PTH207
    )
