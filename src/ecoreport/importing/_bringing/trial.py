"""Edits tried out: the year is printed again in memory, and edits that bring the text no nearer are left out again."""

import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, LISTED, LOOSE, MARK, Shown, printed_blocks
from ecoreport.importing._bringing.wanted import Group
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Inputs
from ecoreport.report.blocks import Block, Paragraph, words
from ecoreport.report.context import Context
from ecoreport.report.expressions import ExpressionError
from ecoreport.report.inputs import Input, given
from ecoreport.report.printed import Referred, traced
from ecoreport.report.templates import blocks, markdown
from ecoreport.yearfile.reader import YearFile, held
from ecoreport.yearfile.splices import spliced

_MOST_TRIED = 3  # groups that are left out one by one; each costs a printing
_IN_VAIN = "写回以后别处也变了"
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
    _read: dict[str, YearFile | None] = field(default_factory=dict)
    _printed: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def text(self, groups: Sequence[Group]) -> str:
        """The year file with these groups of edits made."""
        return spliced(self.source, [edit for group in groups for edit in group.edits])

    def is_read(self, groups: Sequence[Group]) -> bool:
        """Whether it is a year file then."""
        return self._held(self.text(groups)) is not None

    def keys(self, groups: Sequence[Group]) -> tuple[str, ...] | None:
        """What it prints then; None where it is no year file any more."""
        text = self.text(groups)
        if text not in self._printed:
            self._printed[text] = self._keys(text)
        return self._printed[text]

    def _keys(self, text: str) -> tuple[str, ...] | None:
        if not (known := self._context(text)):
            return None
        context, inputs = known
        try:
            printed = blocks(markdown(context, inputs.environment, draft=self.draft), self.file.name)
        except (Refused, ExpressionError):
            return None
        return tuple(one.key for one in printed_blocks(((one, ()) for one in printed), word=self.word))

    def traced(self, groups: Sequence[Group], keys: Collection[str]) -> tuple[Shown, ...]:
        """What it prints then, the blocks with these keys with where they were typed."""
        texts = {"".join(key.replace(BREAK, "").split()) for key in keys}

        def asked(block: Block) -> bool:
            return (isinstance(block, Paragraph) and block.kind in LOOSE | LISTED) or words((block,)) in texts

        if not (known := self._context(self.text(groups))):
            return ()
        context, inputs = known
        found = traced(context, inputs.environment, self.file.name, draft=self.draft, asked=asked)
        return printed_blocks(found, word=self.word)

    def _held(self, text: str) -> YearFile | None:
        if text not in self._read:
            self._read[text] = held(text.encode(), self.file.name)
        return self._read[text]

    def _context(self, text: str) -> tuple[Context, Inputs] | None:
        if not (parsed := self._held(text)):
            return None
        file = given(text.encode(), self.file.name, self.file.year)
        years = self.inputs.years.with_file(self.file.year or 0, file)
        return years.context(years.known(file, parsed)), replace(self.inputs, years=years)


class Settled(NamedTuple):
    """Groups that are made, what is printed then, and groups that were left out, each with the reason."""

    made: tuple[Group, ...]
    printed: tuple[str, ...]
    left: tuple[tuple[Group, str], ...]


def settled(trial: Trial, groups: Sequence[Group], goal: Sequence[Goal]) -> Settled:
    """As many of the groups as bring the year file nearer to its goal."""
    made, broken = _sound(trial, list(groups))
    left = [(one, _BROKEN) for one in broken]
    printed = trial.keys(made) or ()
    if printed != tuple(one.key for one in goal):
        out = _in_vain(trial, made, printed, goal)
        made = [one for one in made if one not in out]
        printed = trial.keys(made) or ()
        left += [(one, _IN_VAIN) for one in out]
    return Settled(tuple(made), printed, tuple(left))


def _sound(trial: Trial, groups: list[Group]) -> tuple[list[Group], list[Group]]:
    """Those of the groups with which the year file still builds, and those with which it does not."""
    made, out = _readable(trial, [], groups)
    if trial.keys(made) is not None:
        return made, out
    printing: list[Group] = []  # it reads and does not print: a template's or a reference's fault, which is rare
    for one in made[:_MOST_TRIED]:
        if trial.keys([*printing, one]) is not None:
            printing.append(one)
    return printing, [*out, *(one for one in made if one not in printing)]


def _readable(trial: Trial, made: list[Group], more: list[Group]) -> tuple[list[Group], list[Group]]:
    if not more or trial.is_read([*made, *more]):
        return [*made, *more], []
    if len(more) == 1:
        return made, more
    half = len(more) // 2
    first, out = _readable(trial, made, more[:half])
    second, more_out = _readable(trial, first, more[half:])
    return second, out + more_out


def _in_vain(trial: Trial, made: Sequence[Group], printed: Sequence[str], goal: Sequence[Goal]) -> Sequence[Group]:
    """Groups without which the year file is as near to its goal, or nearer.

    One printing without all that may be to blame tells of most, each by its own blocks; the rest are tried one by one.
    """
    suspects = _suspects(made, printed, goal)
    bare = trial.keys([one for one in made if one not in suspects]) if suspects else None
    if bare is None:
        return ()
    wanted = tuple(one.key for one in goal)
    cost, without = _costs(printed, goal), _costs(bare, goal)
    told = [one for one in suspects if _located(one)]
    out = [
        one
        for one in told
        if sum(without.get(at, 0) for at in one.blocks) <= sum(cost[at] for at in one.blocks if at in cost)
    ]
    best = distance(printed, wanted)
    if out and (now := trial.keys([one for one in made if one not in out])) is not None:
        out, best = (out, far) if (far := distance(now, wanted)) <= best else ([], best)
    for group in [one for one in suspects if not _located(one)][:_MOST_TRIED]:
        now = trial.keys([one for one in made if one not in out and one is not group])
        if now is not None and (far := distance(now, wanted)) <= best:
            out, best = [*out, group], far
    return out


def _located(group: Group) -> bool:
    """Whether it is known which of the edited blocks ask for it; of what went none does."""
    return bool(group.blocks) and -1 not in group.blocks


def _suspects(made: Sequence[Group], printed: Sequence[str], goal: Sequence[Goal]) -> list[Group]:
    """Groups that may be to blame for what is not as it should be: those of these blocks; of what went all."""
    wrong = _costs(printed, goal)
    more = len(printed) != len(goal)
    own = [one for one in made if (one.blocks & wrong.keys() if _located(one) else more)]
    return [one for one in own if not one.label.startswith(_EVERYWHERE)]


def _costs(printed: Sequence[str], goal: Sequence[Goal]) -> dict[int, int]:
    """By the edited block how many characters are wrong where it is to be printed, if any are."""
    keys = [one.key for one in goal]
    found: dict[int, int] = {}
    for _, i, j, k, m in differences(printed, keys):
        cost = distance(printed[i:j], keys[k:m])
        found |= {one.block: cost for one in goal[k:m] if one.block is not None}
    return found


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
