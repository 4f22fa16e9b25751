"""Mends in the year file itself: what keeps it from being read, as spelled out; else punctuation and blanks alone."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from ecoreport.check import check_year
from ecoreport.problems.diagnostic import FileEdit, Problem, mendable
from ecoreport.project import Inputs
from ecoreport.report.inputs import Input, given
from ecoreport.yearfile.edits import applied

ROUNDS = 20  # each round mends what the one before has brought to light; three are the most that was seen


@dataclass(frozen=True, slots=True)
class Fixed:
    """A year file before and after, how many mends lie between them, and why it cannot be read even then."""

    before: Input
    after: Input
    count: int = 0
    refused: tuple[Problem, ...] = ()

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none, as of a file in another encoding."""
        if not self.count:
            return ""
        old, new = (one.read().decode().splitlines(keepends=True) for one in (self.before, self.after))
        lines = difflib.unified_diff(old, new, self.before.name, f"{self.before.name}（改后）", n=1)
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def fix_year(inputs: Inputs, file: Input) -> Fixed:
    """The year file with everything mended that can be; OSError where it cannot be read."""
    checked, mended, count = check_year(inputs, file), file, 0
    if checked.unread:
        raise checked.unread
    before = given(inputs.years.parsed(file).data, file.name, file.year)
    for _ in range(ROUNDS):
        edits = fitting(problem for problem in checked.problems if problem.file == file.name)
        if not edits:
            break
        tried = given(applied(inputs.years.parsed(mended).data, edits), file.name, file.year)
        after = check_year(inputs, tried)
        if checked.file and after.file is None:
            break  # a mend that would break what can be read
        mended, checked, count = tried, after, count + len(edits)
    return Fixed(before, mended, count, () if checked.file else checked.problems)


def fitting(problems: Iterable[Problem]) -> tuple[FileEdit, ...]:
    """The edits of the problems that may be made, from the end to the start; of two that overlap the later one."""
    kept: list[FileEdit] = []
    for edit in sorted({edit for problem in problems for edit in mendable(problem)}, key=lambda edit: -edit.start):
        if not kept or edit.start + max(len(edit.old), 1) <= kept[-1].start:
            kept.append(edit)
    return tuple(kept)
