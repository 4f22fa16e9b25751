"""What `diff` is given: a year, a file, or either at a git revision; read into a report and the year before it."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from ecoreport.cli.usage import wrong
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.report.history import read_years, years_before
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import YearFile, parse

_YEAR = re.compile(r"[0-9]{4}")
_PATIENCE = 60  # seconds that git may take


@dataclass(frozen=True)
class Version:
    """One side of a comparison: what it is called, where its file is, its file, and the report with last year's."""

    name: str
    path: Path
    file: YearFile
    context: Context

    def sound(self) -> Report:
        """The report, if all that it prints can be computed; else Refused."""
        if wrong := self.context.wrong_references:
            raise Refused(self.file.document.locate(error.finding(path)) for path, error in wrong)
        return self.context.report


def version(project: Project, typed: str) -> Version:
    """The report that `typed` names; UsageError where there is none, Refused where its file has faults."""
    name, revision = typed, ""
    if "@" in typed and not Path(typed).is_file():
        name, _, revision = typed.partition("@")  # a revision may hold one itself: HEAD@{1}
        if not (name and revision):
            raise wrong(f"“{typed}”不完整：@ 前面写年度或文件，后面写 git 的版本，例如 2023@main。")
    path = _path(project, name)
    read = _from_git(path.parent, revision) if revision else _from_disk
    data = read(path)
    if data is None:
        raise _absent(project, typed, name, path, revision)
    shown = f"{name}年" if _YEAR.fullmatch(typed) and path == project.year_file(int(typed)) else typed
    return _version(
        project, shown, path, project.name(path.absolute()) + (f"@{revision}" if revision else ""), data, read
    )


def of_year(project: Project, year: int) -> Version:
    """The year's file as it is on the disk; Refused where it has faults, OSError where it cannot be read."""
    path = project.year_file(year)
    return _version(project, f"{year}年", path, project.name(path), path.read_bytes(), _from_disk)


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


def _version(  # noqa: PLR0913, PLR0917 - where the file is, how it is called, and what reads those beside it
    project: Project, shown: str, path: Path, name: str, data: bytes, read: Callable[[Path], bytes | None]
) -> Version:
    file = parse(data, name)

    def load(year: int) -> Report:
        before = path.with_name(f"{year}.yaml")
        found = read(before) or project.year_file(year).read_bytes()
        return parse(found, before.name).report

    earlier, _ = read_years(years_before(file.report, file.report.year), load)  # of the others their own check tells
    return Version(shown, path, file, Context(file.report, earlier))


def _from_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _from_git(folder: Path, revision: str) -> Callable[[Path], bytes | None]:
    """How to read files of `folder` as they were at a revision; UsageError where git, or the revision, is not there."""
    git = shutil.which("git")
    if git is None:
        raise wrong("写 @版本 要装 git；不用 git 就直接写年度或文件。")
    if revision.startswith("-"):
        raise wrong(f"“{revision}”不是 git 的版本。")

    # In a hook git has set these for itself, and for another folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [git, "-C", str(folder), *arguments]
        try:
            return subprocess.run(  # noqa: S603 - the revision is checked above, the rest are our own words
                command, capture_output=True, check=False, timeout=_PATIENCE, env=environment
            )
        except subprocess.TimeoutExpired:
            raise wrong(f"git 等了{_PATIENCE}秒没有回答。") from None

    if not folder.is_dir() or run("rev-parse", "--git-dir").returncode:
        raise wrong(f"“{folder}”不在 git 仓库里，不能写 @{revision}。")
    if run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        raise wrong(f"git 里没有“{revision}”这个版本。")

    def read(path: Path) -> bytes | None:
        shown = run("cat-file", "blob", f"{revision}:./{path.name}")
        return shown.stdout if shown.returncode == 0 else None

    return read
