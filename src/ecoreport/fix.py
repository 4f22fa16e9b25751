"""Mends in the year file itself: what keeps it from being read, as spelled out; else punctuation and blanks alone."""

import difflib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ecoreport.check import check_year
from ecoreport.problems.diagnostic import FileEdit, Problem, mendable
from ecoreport.project import Inputs
from ecoreport.report.inputs import Input, given
from ecoreport.yearfile.edits import applied
from ecoreport.yearfile.reader import in_utf8

ROUNDS = 20  # each round mends what the one before has brought to light; three are the most that was seen


class Made(NamedTuple):
    """A mend that was made: the code that asked for it, and the line, from 1, where it stands in the mended file."""

    code: str
    line: int


@dataclass(frozen=True, slots=True)
class Fixed:
    """A year file before and after, the mends that lie between them, and why it cannot be read even then."""

    before: Input
    after: Input
    made: tuple[Made, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none, or none but of the encoding."""
        if not self.made:
            return ""
        texts = ((in_utf8(data) or data).decode() for data in (self.before.read(), self.after.read()))
        old, new = (text.splitlines(keepends=True) for text in texts)
        lines = difflib.unified_diff(old, new, self.before.name, f"{self.before.name}（改后）", n=1)
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def fix_year(inputs: Inputs, file: Input, wanted: Callable[[Problem], bool] = lambda _: True) -> Fixed:
    """The year file with everything mended that is `wanted` and can be; OSError where it cannot be read."""
    checked, mended = check_year(inputs, file), file
    if checked.unread:
        raise checked.unread
    before = given(inputs.years.parsed(file).data, file.name, file.year)
    made: list[tuple[str, int]] = []  # codes, and the indices in the mended text
    told = [problem for problem in checked.problems if problem.code == "E101" and wanted(problem)]
    if told and (recoded := in_utf8(before.read())) is not None:
        mended, made = given(recoded, file.name, file.year), [("E101", 0)]
        checked = check_year(inputs, mended)
    for _ in range(ROUNDS):
        own = [problem for problem in checked.problems if problem.file == file.name and wanted(problem)]
        edits = fitting(own)
        if not edits:
            break
        tried = given(applied(inputs.years.parsed(mended).data, edits), file.name, file.year)
        after = check_year(inputs, tried)
        if checked.file and after.file is None:
            break  # a mend that would break what can be read
        fitted = frozenset(edits)
        asked = ((problem.code, [edit for edit in mendable(problem) if edit in fitted]) for problem in own)
        made = [
            (code, _moved(at, edits)) for code, at in (*made, *((code, kept[0].start) for code, kept in asked if kept))
        ]
        mended, checked = tried, after
    return Fixed(before, mended, _placed(made, mended), () if checked.file else checked.problems)


def _moved(index: int, edits: Sequence[FileEdit]) -> int:
    """Where the character at `index` stands once the edits are made."""
    return index + sum(len(edit.new) - len(edit.old) for edit in edits if edit.start < index)


def _placed(made: Sequence[tuple[str, int]], file: Input) -> tuple[Made, ...]:
    """The mends with their lines in the mended file, in order."""
    if not made:
        return ()
    text = file.read().decode("utf-8-sig")
    return tuple(sorted(Made(code, text.count("\n", 0, index) + 1) for code, index in made))


def fitting(problems: Iterable[Problem]) -> tuple[FileEdit, ...]:
    """The edits of the problems that may be made, from the end to the start; of two that overlap the later one."""
    kept: list[FileEdit] = []
    wanted = {edit for problem in problems for edit in mendable(problem)}
    for edit in sorted(wanted, key=lambda edit: (-edit.start, edit.old, edit.new)):
        if not kept or edit.start + max(len(edit.old), 1) <= kept[-1].start:
            kept.append(edit)
    return tuple(kept)
