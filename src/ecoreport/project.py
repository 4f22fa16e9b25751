"""A project: where its files are, all that reports are made from as values, and what holds for all its years.

Whatever is read of a project is read here, by one door; checks, builds and mends take `Inputs`, and need no folder. A
project may be a stranger's: its files are regular ones inside its folder, of a size that is bounded.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from pydantic import Field

from ecoreport.problems.diagnostic import Finding, Problem, Refused
from ecoreport.problems.terminal import printable
from ecoreport.report.inputs import PACKAGED, Input, Years
from ecoreport.yearfile.model import Frozen, Ignore, Word
from ecoreport.yearfile.reader import MAX_BYTES, read

if TYPE_CHECKING:
    from ecoreport.report.templates import Environment
    from ecoreport.typeset.layout import Layout

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
SETTINGS = "ecoreport.yaml"
DATA, TEMPLATES, LAYOUTS, REPORTS = "data", "templates", "layouts", "reports"
SCHEMA = "schema/report.schema.json"
_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml")
_ALMOST = r"[^.]*?(?<![0-9])(?P<year>(?:19|20|21)[0-9]{2})(?![0-9])[^.]*\.(?:ya?ml|yam)(?:\.txt|\.bak)?"


def read_file(path: Path, inside: Path | None = None, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file, of a larger one than `most` the first and one more; OSError where it cannot be read.

    Nor is it where a link leads out of the folder that it is to be `inside`.
    """
    if inside and not path.resolve().is_relative_to(inside.resolve()):
        raise OSError(0, "是链接，指到了项目文件夹外面，没有读", str(path))
    if not stat.S_ISREG(path.stat().st_mode):  # looked at before it is opened: a pipe would wait, a device might act
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a directory", str(path))
        raise OSError(0, "不是普通文件，没有读", str(path))
    with os.fdopen(os.open(path, _READ), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "不是普通文件，没有读", str(path))
        return file.read(most + 1)


def shown(name: str) -> str:
    """A foreign name as it may stand in a message, a table or a file: names in GBK as such, controls as codes."""
    return printable("/".join(map(_meant, name.split("/"))))


def _meant(name: str) -> str:
    """A name whose bytes the system's encoding could not read, as they were meant."""
    if any("\ud800" <= character <= "\udfff" for character in name):
        for encoding in ("utf-8", "gb18030"):
            with suppress(UnicodeError):
                return os.fsencode(name).decode(encoding)
    return name


class Project(NamedTuple):
    """A folder with `data/`; `near` is the folder that names in messages are relative to.

    Without `own_templates` those of the project, which are programs, are not run.
    """

    root: Path
    near: Path
    own_templates: bool = True

    def years(self) -> tuple[int, ...]:
        """The years there is a file for, in order."""
        folder = self.root / DATA
        if not folder.is_dir():
            return ()
        return tuple(sorted(int(path.stem) for path in folder.iterdir() if _YEAR_FILE.fullmatch(path.name)))

    def misnamed(self) -> Mapping[int, tuple[str, str]]:
        """By the year: files in `data/` that are not seen for their names, each with what is too much behind it."""
        folder = self.root / DATA
        return misnamed(path.name for path in folder.iterdir()) if folder.is_dir() else {}

    def inputs(self, *wanted: int) -> "Inputs":
        """All that its reports are made from; of the years those that there are, and those `wanted` in any case.

        OSError where a folder cannot be listed. Files are read when they are first asked for.
        """
        files = {year: self.input(self.year_file(year), year) for year in sorted({*self.years(), *wanted})}
        folder = self.root / TEMPLATES
        inside = folder.resolve().is_relative_to(self.root.resolve())  # else it might be a whole disk
        own = sorted(path for path in folder.rglob("*") if path.is_file()) if self.own_templates and inside else []
        return Inputs(
            Years(files),
            self.input(self.settings_file) if self.settings_file.is_file() else None,
            {path.stem: self.input(path) for path in _layouts(self.root / LAYOUTS)},
            {path.relative_to(folder).as_posix(): self.input(path) for path in own},
            self.name(self.root / REPORTS),
        )

    def input(self, path: Path, year: int | None = None) -> "Input":
        """The file at `path`, called as the user would type it."""
        return Input(self.name(path), partial(read_file, path, self.root), year)

    def year_file(self, year: int) -> Path:
        """Where the year's data stands, whether or not it exists."""
        return self.root / DATA / f"{year}.yaml"

    @property
    def settings_file(self) -> Path:
        """Where the project's settings stand, whether or not there are any."""
        return self.root / SETTINGS

    def report_file(self, name: int | str, form: str) -> Path:
        """Where what is made of a year, by default called after it, is written."""
        return self.root / REPORTS / f"{name}.{form}"

    def templates_left_out(self) -> tuple[str, ...]:
        """The project's templates that are not used, as far as they are not the packaged ones to the byte."""
        own = self.root / TEMPLATES
        if self.own_templates or not own.is_dir():
            return ()
        ours = {path.name: read_file(path) for path in PACKAGED.iterdir()}
        theirs = ((path, self.input(path)) for path in own.glob("*.j2") if path.is_file())
        return tuple(sorted(shown(path.name) for path, file in theirs if _bytes(file) != ours.get(path.name)))

    def name(self, path: Path) -> str:
        """The path as the user would type it: from where they are, with forward slashes; safe to be shown."""
        inside = path.is_relative_to(self.near)
        return shown((path.relative_to(self.near) if inside else path).as_posix())

    @property
    def folder(self) -> str:
        """What its folder is called."""
        return shown(self.root.name)


class Settings(Frozen):
    """项目设置：对所有年度都有效。"""

    ignore: tuple[Ignore, ...] = Field((), title="不提示", description="所有年度都有意这样写的地方，写明代码和理由")
    words: tuple[Word, ...] = Field((), title="用词", description="本单位自己规定的写法")


class SettingsFile(NamedTuple):
    """The settings, the defaults where the file is wrong or absent; what is wrong with it; what places a finding in it.

    `locate` is None where there is no file, or none that can be read.
    """

    # Defaults need no validating, and the model is built only where there is a file to validate.
    settings: Settings = Settings.model_construct()
    problems: tuple[Problem, ...] = ()
    locate: Callable[[Finding], Problem] | None = None


@dataclass(frozen=True, eq=False)
class Inputs:
    """All that reports are made from, wherever it comes from; what is made of it for every report is made once.

    `layouts` and `templates` are a project's own, by their names; `reports` is where messages say that reports are.
    """

    years: Years
    settings_file: Input | None = None
    layouts: Mapping[str, Input] = field(default_factory=dict)
    templates: Mapping[str, Input] = field(default_factory=dict)
    reports: str = REPORTS
    _layouts: dict[str, "Layout"] = field(default_factory=dict, repr=False)

    @cached_property
    def settings(self) -> SettingsFile:
        """The settings; OSError where the file is there and cannot be read."""
        if self.settings_file is None:
            return SettingsFile()
        try:
            settings, document, warnings = read(self.settings_file.read(), self.settings_file.name, Settings)
        except Refused as refused:
            return SettingsFile(problems=refused.problems)
        return SettingsFile(settings, warnings, document.locate)

    @cached_property
    def environment(self) -> "Environment":
        """The templates, compiled when the first report is printed."""
        from ecoreport.report.templates import PACKAGED_ONLY, Environment  # noqa: PLC0415 - a check loads no Jinja2

        return Environment(self.templates) if self.templates else PACKAGED_ONLY

    def quoted(self, name: str) -> bytes:
        """The file that messages call so, for them to quote; empty where there is none, or it cannot be read."""
        own = (*self.years.files.values(), self.settings_file, *self.layouts.values(), *self.templates.values())
        return next((_bytes(file) for file in own if file and file.name == name), b"")

    def layout_file(self, name: str) -> Input | None:
        """The layout of that name, the project's own before the packaged ones; None where there is none."""
        packaged = Path(__file__).parent / "typeset" / LAYOUTS
        shipped = (Input(path.as_posix(), partial(read_file, path)) for path in _layouts(packaged) if path.stem == name)
        return self.layouts.get(name) or next(shipped, None)

    def layout(self, name: str) -> "Layout":
        """The layout of that name, the standard one where there is none; Refused where its file is at fault."""
        from ecoreport.typeset import layout  # noqa: PLC0415 - a Markdown build needs none

        file = self.layout_file(name)
        if name not in self._layouts:
            self._layouts[name] = layout.read(file.read(), file.name) if file else layout.STANDARD
        return self._layouts[name]


def _bytes(file: Input) -> bytes:
    try:
        return file.read()
    except OSError:
        return b""


def _layouts(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*.yaml")) if path.is_file())


def misnamed(names: Iterable[str]) -> Mapping[int, tuple[str, str]]:
    """By the year: files that were meant as its own but are not called so, each with what is too much behind it.

    The latter is empty where the name is wrong in another way.
    """
    found: dict[int, tuple[str, str]] = {}
    for name in sorted(names):
        plain = normalize("NFKC", name).lower()
        match = re.fullmatch(_ALMOST, plain)
        if match is None or _YEAR_FILE.fullmatch(name):
            continue
        wanted = f"{match['year']}.yaml"
        found.setdefault(int(match["year"]), (name, name.removeprefix(wanted) if name.startswith(wanted) else ""))
    return found


def find(start: Path) -> Path | None:
    """The nearest folder at or above `start` that has a `data` folder with year files, else with any."""
    above = [folder for folder in (start, *start.parents) if (folder / DATA).is_dir()]
    with_years = (folder for folder in above if any(_YEAR_FILE.fullmatch(p.name) for p in (folder / DATA).iterdir()))
    return next(with_years, above[0] if above else None)
