"""A project on disk: where year files, templates, layouts and reports are, and what holds for all its years."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from pydantic import Field

from ecoreport.problems.diagnostic import Finding, Problem, Refused
from ecoreport.yearfile.model import Frozen, Ignore
from ecoreport.yearfile.reader import YearFile, load, read

SETTINGS = "ecoreport.yaml"
DATA, TEMPLATES, LAYOUTS, REPORTS = "data", "templates", "layouts", "reports"
_YEAR_FILE = re.compile(r"[0-9]{4}\.yaml")
_ALMOST = r"[^.]*?(?<![0-9])(?P<year>(?:19|20|21)[0-9]{2})(?![0-9])[^.]*\.(?:ya?ml|yam)(?:\.txt|\.bak)?"


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

    def load(self, year: int) -> YearFile:
        """The year's file; Refused with every problem, OSError where it cannot be read."""
        path = self.year_file(year)
        return load(path, self.name(path))

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

    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for, the project's own first."""
        return (*((self.root / TEMPLATES,) if self.own_templates else ()), packaged(TEMPLATES))

    def templates_left_out(self) -> tuple[str, ...]:
        """The project's templates that are not used, as far as they are not the packaged ones to the byte."""
        folder, own = packaged(TEMPLATES), self.root / TEMPLATES
        if self.own_templates or not own.is_dir():
            return ()
        ours = {path.name: path.read_bytes() for path in folder.iterdir()}
        return tuple(sorted(path.name for path in own.glob("*.j2") if path.read_bytes() != ours.get(path.name)))

    def layout_file(self, name: str) -> Path | None:
        """The layout file of that name, the project's own first; None where there is none."""
        found = (
            folder / f"{name}.yaml" for folder in (self.root / LAYOUTS, Path(__file__).parent / "typeset" / LAYOUTS)
        )
        return next((path for path in found if path.is_file()), None)

    def name(self, path: Path) -> str:
        """The path as the user would type it: from where they are, with forward slashes."""
        inside = path.is_relative_to(self.near)
        return (path.relative_to(self.near) if inside else path).as_posix()


class Settings(Frozen):
    """项目设置：对所有年度都有效。"""

    ignore: tuple[Ignore, ...] = Field((), title="不提示", description="所有年度都有意这样写的地方，写明代码和理由")


class SettingsFile(NamedTuple):
    """The settings, the defaults where the file is wrong or absent; what is wrong with it; what places a finding in it.

    `locate` is None where there is no file, or none that can be read.
    """

    # Defaults need no validating, and the model is built only where there is a file to validate.
    settings: Settings = Settings.model_construct()
    problems: tuple[Problem, ...] = ()
    locate: Callable[[Finding], Problem] | None = None


def read_settings(project: Project) -> SettingsFile:
    """The project's settings; OSError where the file is there and cannot be read."""
    path = project.settings_file
    if not path.is_file():
        return SettingsFile()
    try:
        settings, document, warnings = read(path.read_bytes(), project.name(path), Settings)
    except Refused as refused:
        return SettingsFile(problems=refused.problems)
    return SettingsFile(settings, warnings, document.locate)


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


def packaged(folder: str) -> Path:
    """A folder that ships with ecoreport: inside the package, or, in a source checkout, beside `src`."""
    inside = Path(__file__).parent / folder
    return inside if inside.is_dir() else Path(__file__).parents[2] / folder
