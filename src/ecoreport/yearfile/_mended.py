"""A file with its slips mended: what they were, and where things that are said of it stand in the file as typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ecoreport.problems.diagnostic import edited
from ecoreport.yearfile._tree import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ecoreport.problems.diagnostic import FileEdit, Problem


@dataclass(frozen=True)
class Diagnosis:
    """The slips of a file, and the file with all of them mended; `lost` where a part of it is left out."""

    source: Source
    mended: Source
    slips: tuple[Problem, ...]
    origins: tuple[int, ...]  # for each line of `mended` the line of `source`
    lost: bool

    def edited(self, edits: Iterable[FileEdit]) -> Diagnosis:
        """The same with edits of the mended file, which do not reach from line to line, made as well."""
        return replace(self, mended=Source(self.mended.name, edited(self.mended.text, edits)))

    def back(self, problem: Problem) -> Problem:
        """A problem of the mended file at its place in the file as it was typed."""
        if not problem.line:
            return problem
        at = self.origins[min(problem.line, len(self.origins)) - 1]
        line, now = self.source.lines[at], self.mended.lines[problem.line - 1]
        start, end = (column_of(line, now, column - 1) for column in (problem.column, problem.end_column))
        edits = tuple(edit for one in problem.edits if (edit := self._edit_back(one)))
        moved = problem._replace(file=self.source.name, line=at + 1, end_line=at + 1)
        return moved._replace(column=start + 1, end_column=max(end, start + 1) + 1, edits=edits)

    def _edit_back(self, edit: FileEdit) -> FileEdit | None:
        """The edit in the file as it was typed; None where it touches what is mended."""
        number, column = self.mended.position(edit.start)
        at = self.origins[number - 1]
        line, now = self.source.lines[at], self.mended.lines[number - 1]
        head, tail = alike(line, now)
        start, end = column - 1, column - 1 + len(edit.old)
        if line != now and end > head and start < len(now) - tail:
            return None
        there = self.source.starts[at] + column_of(line, now, start)
        return edit._replace(start=there) if self.source.text.startswith(edit.old, there) else None


def alike(old: str, new: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end are the same."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return head, tail


def column_of(line: str, now: str, column: int) -> int:
    """Where the character at `column` of the mended line stands in the line as it was typed."""
    head, tail = alike(line, now)
    if column <= head:
        return column
    if column >= len(now) - tail:
        return column + len(line) - len(now)
    return min(column, max(len(line) - tail, head))
