"""How `check` was asked to tell what it finds."""

from collections.abc import Iterable
from typing import NamedTuple

from ecoreport.cli.problem_output import Fails, Shown, is_hint
from ecoreport.cli.selection import Selection
from ecoreport.problems.diagnostic import Problem


class Asked(NamedTuple):
    """In which form problems are told, how much of them, which, which make the check fail; where it is written, if."""

    form: str
    shown: Shown
    fails: Fails
    selected: Selection
    output: str | None = None

    def unseen(self, problems: Iterable[Problem]) -> str:
        """How to see the hints, where there are any that are not shown."""
        hidden = self.form == "text" and self.shown is Shown.TOGETHER and any(map(is_hint, problems))
        return "（提示加 -v 列出）" if hidden else ""


class DocumentOptions(NamedTuple):
    """What the command was told beside the documents: the one of the year before, the year, the text's encoding."""

    last: str | None = None
    year: int | None = None
    encoding: str | None = None
