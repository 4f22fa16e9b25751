"""How `check` was asked to tell what it finds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ecoreport.check import Checked
from ecoreport.cli.problem_output import Fails, Shown, is_hint
from ecoreport.cli.selection import Selection
from ecoreport.problems.diagnostic import Problem
from ecoreport.project import Inputs


class Asked(NamedTuple):
    """In which form problems are told, how much of them, which, which make the check fail; where it is written, if."""

    form: str
    shown: Shown
    fails: Fails
    selected: Selection
    output: str | None = None

    def told(self, problems: Sequence[Problem], inputs: Inputs, checked: Iterable[Checked]) -> tuple[Problem, ...]:
        """The problems that are selected, and of files that cannot be read all."""
        unreadable = {one.source.name for one in checked if one.file is None}
        if inputs.settings_file and inputs.settings.problems and not inputs.settings.locate:
            unreadable.add(inputs.settings_file.name)
        return tuple(problem for problem in problems if problem.file in unreadable or self.selected.takes(problem))

    def unseen(self, problems: Iterable[Problem]) -> str:
        """How to see the hints, where there are any that are not shown."""
        hidden = self.form == "text" and self.shown is Shown.TOGETHER and any(map(is_hint, problems))
        return "（提示加 -v 列出）" if hidden else ""


class DocumentOptions(NamedTuple):
    """What the command was told beside the documents: the one of the year before, the year, the text's encoding."""

    last: str | None = None
    year: int | None = None
    encoding: str | None = None
