"""What `diff` is given: a year, a file, or either at a git revision; read into a report and the year before it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from ecoreport.cli.git import Revision
from ecoreport.cli.usage import wrong
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import DATA, Project, read_file, shown
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input, Years
from ecoreport.yearfile.model import MOST_YEARS
from ecoreport.yearfile.reader import YearFile

LEAST_YEARS = 2  # of a span that can be read
_SPAN = re.compile(r"([0-9]{4})年?(?:\.{2,6}|—{1,2}|–|-|~|至|到|…{1,2})([0-9]{4})年?")
_YEAR, _YEAR_FILE = re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{4}\.yaml")


def span_of(typed: str) -> tuple[int, int] | None:
    """The first and last year of 2021..2025, 2021—2025; None for anything else, UsageError for years that are none."""
    match = _SPAN.fullmatch(unicodedata.normalize("NFKC", typed).replace("\u2026", "…").strip())
    if match is None or Path(typed).is_file():
        return None
    first, last = sorted(map(int, match.groups()))
    if first == last:
        raise wrong(f"“{typed}”前后是同一年；两年比：diff {first - 1} {first}。")
    if last - first >= MOST_YEARS:
        raise wrong(f"“{typed}”有{last - first + 1}年；一次最多比{MOST_YEARS}年。")
    return first, last


@dataclass(frozen=True)
class Version:
    """One side of a comparison: what it is called, where its file is, its file, and the report with last year's."""

    name: str
    path: Path
    file: YearFile
    context: Context

    def sound(self) -> Context:
        """The report, if all that it prints can be computed; else Refused."""
        if wrong := self.context.wrong_references:
            raise Refused(self.file.document.locate(error.finding(path)) for path, error in wrong)
        return self.context


class _Folder(NamedTuple):
    """The files of a folder, on the disk or at a revision: their names, and how to get one's bytes."""

    names: frozenset[str]
    read: Callable[[str], bytes]


class Versions:
    """The sides of one comparison: those of one folder and revision share what is read of them."""

    def __init__(self, project: Project) -> None:
        """Nothing is read yet but what files the project has."""
        self._project = project
        self.inputs = project.inputs()
        self._known = {(project.root / DATA, ""): self.inputs.years}
        self._named: dict[str, Input] = {}

    def quoted(self, name: str) -> bytes:
        """What a file of theirs holds, by what messages call it."""
        files = (file for years in self._known.values() for file in years.files.values() if file.name == name)
        file = self._named.get(name) or next(files, None)
        return self.inputs.years.parsed(file).data if file else self.inputs.quoted(name)

    def version(self, typed: str) -> Version:
        """The report that `typed` names; UsageError where there is none, Refused where its file has faults."""
        name, revision = typed, ""
        if "@" in typed and not Path(typed).is_file():
            name, _, revision = typed.partition("@")  # a revision may hold one itself: HEAD@{1}
            if not (name and revision):
                raise wrong(f"“{typed}”不完整：@ 前面写年度或文件，后面写 git 的版本，例如 2023@main。")
        path = _path(self._project, name)
        folder = _from_git(path.parent, revision) if revision else _from_disk(path.parent)
        if path.name not in folder.names:
            raise _absent(self._project, typed, name, path, revision)
        years = self._years(path.parent, revision, folder)
        known = years.files[int(path.stem)] if _YEAR_FILE.fullmatch(path.name) else None
        file = known or self._input(path, revision, folder)
        context = years.context(file)
        is_year = _YEAR.fullmatch(typed) and path == self._project.year_file(int(typed))
        return Version(f"{name}年" if is_year else typed, path, years.parsed(file).sound(), context)

    def _years(self, path: Path, revision: str, folder: _Folder) -> Years:
        """The year files of a folder and, of years that it has not, the project's as they are."""
        key = (path.absolute(), revision)
        if key not in self._known:
            found = sorted(name for name in folder.names if _YEAR_FILE.fullmatch(name))
            own = {int(name[:4]): self._input(path / name, revision, folder) for name in found}
            self._known[key] = Years({**self.inputs.years.files, **own})
        return self._known[key]

    def _input(self, path: Path, revision: str, folder: _Folder) -> Input:
        called = self._project.name(path.absolute()) + (f"@{shown(revision)}" if revision else "")
        return self._named.setdefault(called, Input(called, partial(folder.read, path.name)))


def _path(project: Project, name: str) -> Path:
    if _YEAR.fullmatch(name) and not Path(name).is_file():
        return project.year_file(int(name))
    here = Path(name)
    path = here if here.exists() or not (project.root / here).is_file() else project.root / here
    if path.suffix.lower() in (".docx", ".doc", ".wps", ".md", ".txt"):
        raise wrong(f"diff 比的是年度文件；“{path.name}”请先用 ecoreport import 变成年度文件。")
    return path


def _absent(project: Project, typed: str, name: str, path: Path, revision: str) -> click.UsageError:
    file = project.name(path)
    if revision:
        return wrong(f"git 的 {revision} 里没有 {file}。")
    if _YEAR.fullmatch(name):
        known = "、".join(map(str, project.years()))
        return wrong(f"没有 {name} 年的文件 {file}；{f'现有：{known}' if known else '一个也没有'}。")
    return wrong(f"没有“{typed}”这个文件；写年度（2023）、文件（data/2023.yaml）或者 2023@main。")


def _from_disk(folder: Path) -> _Folder:
    names = (path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else ()
    return _Folder(frozenset(names), lambda name: read_file(folder / name, folder))


def _from_git(folder: Path, revision: str) -> _Folder:
    """The files of `folder` as they were at a revision; UsageError where git, or the revision, is not there."""
    if not folder.is_dir():
        raise wrong(f"“{folder}”不在 git 仓库里，不能写 @{revision}。")
    asked = Revision(folder, revision)
    return _Folder(asked.names(), asked.read)
