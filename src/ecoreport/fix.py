"""Mends in the year file itself: what keeps it from being read, as spelled out; else punctuation and blanks alone."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from ecoreport.check import check_year
from ecoreport.problems.diagnostic import FileEdit, Problem, mendable
from ecoreport.project import Project
from ecoreport.yearfile.edits import applied

ROUNDS = 20  # each round mends what the one before has brought to light; three are the most that was seen


@dataclass(frozen=True, slots=True)
class Fixed:
    """A year file's name, its bytes before and after, how many mends lie between them, and why it cannot be read."""

    name: str
    before: bytes
    after: bytes
    count: int = 0
    refused: tuple[Problem, ...] = ()

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none, as of a file in another encoding."""
        if self.before == self.after:
            return ""
        old, new = (data.decode().splitlines(keepends=True) for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, self.name, f"{self.name}（改后）", n=1)
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def fix_year(project: Project, year: int) -> Fixed:
    """The year's file with everything mended that can be; OSError where it cannot be read."""
    path = project.year_file(year)
    name = project.name(path)
    before = data = path.read_bytes()
    checked, count = check_year(project, year, data), 0
    for _ in range(ROUNDS):
        edits = fitting(problem for problem in checked.problems if problem.file == name)
        if not edits:
            break
        mended = applied(data, edits)
        after = check_year(project, year, mended)
        if checked.file and after.file is None:
            break  # a mend that would break what can be read
        data, checked, count = mended, after, count + len(edits)
    return Fixed(name, before, data, count, () if checked.file else checked.problems)


def fitting(problems: Iterable[Problem]) -> tuple[FileEdit, ...]:
    """The edits of the problems that may be made, from the end to the start; of two that overlap the later one."""
    kept: list[FileEdit] = []
    for edit in sorted({edit for problem in problems for edit in mendable(problem)}, key=lambda edit: -edit.start):
        if not kept or edit.start + max(len(edit.old), 1) <= kept[-1].start:
            kept.append(edit)
    return tuple(kept)
