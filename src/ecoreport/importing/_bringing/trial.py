"""Edits tried out: the year is printed again in memory, and edits that bring the text no nearer are left out again."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, MARK, Shown, printed_blocks
from ecoreport.importing._bringing.wanted import Group
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Inputs
from ecoreport.report.context import Context
from ecoreport.report.expressions import ExpressionError
from ecoreport.report.inputs import Input, given
from ecoreport.report.printed import Referred, Traced, texts_of, traced
from ecoreport.report.templates import blocks, markdown
from ecoreport.yearfile.splices import spliced

_MOST_TRIED = 8  # groups that are left out one by one; each costs a build
_MOST_BUILDS = 14  # that look for those with which the year file does not build
_BROKEN = "写回以后年度文件读不出或者不能生成"
_EVERYWHERE = ("指标", "成文日期", "印发日期")  # what is meant to change other places too


class Goal(NamedTuple):
    """A text that is to be printed, and the edited block that says so; None: the year file itself does."""

    key: str
    block: int | None


@dataclass
class Trial:
    """A year file with edits, printed again."""

    inputs: Inputs
    file: Input
    source: str
    word: bool
    draft: bool
    _printed: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    @property
    def builds(self) -> int:
        """How many times it has been printed."""
        return len(self._printed)

    def text(self, groups: Sequence[Group]) -> str:
        """The year file with these groups of edits made."""
        return spliced(self.source, [edit for group in groups for edit in group.edits])

    def keys(self, groups: Sequence[Group]) -> tuple[str, ...] | None:
        """What it prints then; None where it is no year file any more."""
        text = self.text(groups)
        if text not in self._printed:
            self._printed[text] = self._keys(text)
        return self._printed[text]

    def _keys(self, text: str) -> tuple[str, ...] | None:
        try:
            context, inputs = self._context(text)
            printed = blocks(markdown(context, inputs.environment, draft=self.draft), self.file.name)
        except (Refused, ExpressionError):
            return None
        plain = [Traced(one, tuple((None,) * len(said) for said in texts_of(one))) for one in printed]
        return tuple(one.key for one in printed_blocks(plain, word=self.word))

    def traced(self, groups: Sequence[Group]) -> tuple[Shown, ...]:
        """What it prints then, with where it was typed."""
        context, inputs = self._context(self.text(groups))
        found = traced(context, inputs.environment, self.file.name, draft=self.draft)
        return printed_blocks(found, word=self.word)

    def _context(self, text: str) -> tuple[Context, Inputs]:
        file = given(text.encode(), self.file.name, self.file.year)
        years = self.inputs.years.with_file(self.file.year or 0, file)
        return years.context(file), replace(self.inputs, years=years)


class Settled(NamedTuple):
    """Groups that are made, what is printed then, and groups that were left out, each with the reason."""

    made: tuple[Group, ...]
    printed: tuple[str, ...]
    left: tuple[tuple[Group, str], ...]


def settled(trial: Trial, groups: Sequence[Group], goal: Sequence[Goal]) -> Settled:
    """As many of the groups as bring the year file nearer to its goal."""
    left: list[tuple[Group, str]] = []
    made = _sound(trial, [], list(groups), left)
    wanted = tuple(one.key for one in goal)
    printed = trial.keys(made) or ()
    if printed != wanted:
        for group in _suspects(made, printed, goal)[:_MOST_TRIED]:
            less = [one for one in made if one is not group]
            now = trial.keys(less)
            if now is not None and distance(now, wanted) <= distance(printed, wanted):
                left.append((group, "写回以后别处也变了"))
                made, printed = less, now
    return Settled(tuple(made), printed, tuple(left))


def _sound(trial: Trial, made: list[Group], more: list[Group], left: list[tuple[Group, str]]) -> list[Group]:
    """Those of the groups with which the year file still builds."""
    if not more or trial.keys([*made, *more]) is not None:
        return [*made, *more]
    if len(more) == 1 or trial.builds > _MOST_BUILDS:
        left += [(one, _BROKEN) for one in more[1:]]
        left.append((more[0], _BROKEN))
        return made
    half = len(more) // 2
    return _sound(trial, _sound(trial, made, more[:half], left), more[half:], left)


def _suspects(made: Sequence[Group], printed: Sequence[str], goal: Sequence[Goal]) -> list[Group]:
    """Groups that may be to blame for what is not as it should be: those of these blocks, or all."""
    wrong: set[int] = set()
    more = False
    for _, i, j, k, m in differences(printed, [one.key for one in goal]):
        wrong |= {block for one in goal[k:m] if (block := one.block) is not None}
        more = more or j - i > m - k
    own = [one for one in made if more or not one.blocks or -1 in one.blocks or one.blocks & wrong]
    return [one for one in own if not one.label.startswith(_EVERYWHERE)]


def differences(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Where two rows of texts differ."""
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [step for step in steps if step[0] != "equal"]


def distance(old: Sequence[str], new: Sequence[str]) -> int:
    """How many characters differ, and blocks."""
    total = 0
    for _, i, j, k, m in differences(old, new):
        a, b = "\n".join(old[i:j]), "\n".join(new[k:m])
        same = (
            difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if len(a) * len(b) < 10**6 else []
        )
        total += len(a) + len(b) - 2 * sum(one.size for one in same) + abs((j - i) - (m - k))
    return total


def without_mark(key: str) -> str:
    """The text without its number."""
    match = MARK.match(key)
    return key[match.end() :] if match else key


def follows(shown: Shown, wanted: str) -> frozenset[str]:
    """The expressions that alone make a printed block other than what is wanted; none where anything else does."""
    origins = [one for text in shown.origins for one in text]
    text = shown.text.replace(BREAK, "")
    steps = difflib.SequenceMatcher(None, text, wanted.replace(BREAK, ""), autojunk=False).get_opcodes()
    found: set[str] = set()
    for tag, i, j, _, _ in steps:
        if tag != "equal":
            mine = origins[i:j] or origins[max(i - 1, 0) : i + 1]
            named = {one.expression for one in mine if isinstance(one, Referred)}
            if not named or (i < j and not all(isinstance(one, Referred) for one in mine)):
                return frozenset()
            found |= named
    return frozenset(found)
