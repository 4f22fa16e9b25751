"""An edited report back into its year file: each difference at the place where it was typed, all else to the byte."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from ecoreport.importing import documents
from ecoreport.importing._bringing.blocks import BREAK, IMPRINT, LOOSE, Shown, as_printed, edited_blocks, printed_blocks
from ecoreport.importing._bringing.items import Items
from ecoreport.importing._bringing.matching import Matched, matched
from ecoreport.importing._bringing.owners import owned
from ecoreport.importing._bringing.plain import gathered
from ecoreport.importing._bringing.reviewed import Comment, comments, rejected
from ecoreport.importing._bringing.tables import compare_tables
from ecoreport.importing._bringing.texts import compare
from ecoreport.importing._bringing.trial import Goal, Settled, Trial, differences, follows, settled, without_mark
from ecoreport.importing._bringing.versions import Sorted, as_built, compared, sorted_out
from ecoreport.importing._bringing.wanted import Told, Wanted
from ecoreport.importing._pieces import Pieces
from ecoreport.importing.edited import Base, base_of, beside
from ecoreport.problems.diagnostic import Refused, Unreadable
from ecoreport.project import Inputs
from ecoreport.report.blocks import Kind
from ecoreport.report.expressions import ExpressionError
from ecoreport.report.inputs import Input
from ecoreport.report.printed import traced
from ecoreport.text.dates import date_of
from ecoreport.text.placeholders import UNFILLED
from ecoreport.yearfile.splices import Splices, encoded

__all__ = ["NUMBERED", "BroughtBack", "Comment", "Edited", "Told", "bring_back", "is_brought_back", "read_edited"]
_ZIP = b"PK\x03\x04"
_MARKDOWN = (".md", ".markdown")
NUMBERED = "序号由程序编，没有照抄"
_SHARED = 0.5  # of the text, of a document that is this one, edited
_UNSEEN = "文档里没有版记，年度文件里的没有动"
_OTHERWISE = "写回以后，两边还是不一样"
_BEGINS = 12  # characters of a heading with its number
_SHOWN = 60  # characters of an edit
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?=年)")


class Edited(NamedTuple):
    """A document that somebody has edited: what it shows, and what else is in it.

    `base` is what it was built with, None where it does not say; `word`: it stands in the order of a Word file, else of
    Markdown.
    """

    pieces: Pieces
    base: Base | None = None
    word: bool = True
    comments: tuple[Comment, ...] = ()

    @property
    def beside(self) -> tuple[str, ...]:
        """What is in it that no year file holds, a line each; comments, which are told apart, not."""
        return tuple(one for one in beside(self.pieces) if not one.startswith("批注："))


def read_edited(data: bytes, name: str, *, reject: bool = False) -> Edited:
    """The document called `name`; its tracked changes accepted, or to `reject`. Unreadable as `documents.read`."""
    if not data.startswith(_ZIP):
        kind = PurePath(name).suffix.lower() not in _MARKDOWN
        return Edited(documents.read(data, name), word=kind)
    shown = rejected(data) if reject else data
    return Edited(documents.read(shown, name), base_of(data), comments=comments(data))


class BroughtBack(NamedTuple):
    """The year file with all that could be brought back, and what a person has to look at.

    `made` are the places of the edits; `whole`: the file prints exactly what the document shows, but for what is told.
    """

    data: bytes
    made: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left for a person to do."""
        return all(one.mild for one in self.told)


def bring_back(
    inputs: Inputs, file: Input, document: Edited, *, literal: bool = False
) -> BroughtBack:  # fmt: skip
    """What the year `file` becomes; `literal`: computed numbers that somebody overwrote become text.

    Refused where the year file is at fault, ExpressionError where a reference in it is, Unreadable for another
    year's report.
    """
    data, context = file.read(), inputs.years.context(file)
    source = inputs.years.parsed(file).sound().document
    word, new = document.word, edited_blocks(document.pieces.body)
    draft = any(UNFILLED in one.text for one in new if one.kind in (Kind.DATE, ""))
    wanted = Wanted(context.report, Splices(source), literal)
    printed = traced(context, inputs.environment, file.name, draft=draft)
    old = owned(wanted, printed_blocks(printed, word=word))
    _refuse_another(old, new)
    if document.base is None and not any(one.is_table for one in new):
        new = gathered(new, old)
    old, new = compared(old, document.base), compared(as_printed(new, old), document.base)
    alike = matched(old, new)
    _refuse_stranger(context.report.issuer, old, new)
    old = as_built(old, new, alike, document.base)
    found = sorted_out(old, new, alike, document.base)
    _plan(wanted, old, new, found)
    trial = Trial(inputs, file, source.source.text, word, draft)
    goal = _goal(old, new, found)
    done = settled(trial, wanted.groups, goal)
    told = tuple(dict.fromkeys([*_conflicts(old, new, found), *_outcome(wanted, trial, done, goal)]))
    made = tuple(f"{one.label}：{said}" if (said := _brief(one.said)) else one.label for one in done.made)
    return BroughtBack(encoded(trial.text(done.made), data), made, told)


def is_brought_back(inputs: Inputs, file: Input, document: bytes, name: str) -> bool:
    """Whether the year `file` has all that the edited document says: to bring it back would change and ask nothing."""
    try:
        edited = read_edited(document, name)
        done = bring_back(inputs, file, edited)
    except (Refused, ExpressionError, Unreadable):
        return False
    return done.is_whole and done.data == file.read() and not edited.beside and not edited.comments


def _brief(said: str) -> str:
    text = " ".join(said.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _refuse_another(old: Sequence[Shown], new: Sequence[Shown]) -> None:
    """Unreadable where the document is the report of another year."""
    title = "".join(one.text for one in new if one.kind == Kind.TITLE) or "".join(one.text for one in new[:4])
    own = "".join(one.text for one in old if one.kind == Kind.TITLE)
    said, ours = set(_YEARS.findall(title)), set(_YEARS.findall(own))
    if said and ours and not said & ours:
        raise Unreadable(
            f"这是{'、'.join(sorted(said))}年的报告，不是{'、'.join(sorted(ours))}年的", "看看年度是不是写错了"
        )
    if not new:
        raise Unreadable("文件里没有文字", "看看是不是拿错了文件")


def _refuse_stranger(issuer: str, old: Sequence[Shown], new: Sequence[Shown]) -> None:
    """Unreadable where the document nowhere names the bureau, and shares little with what its year file prints."""
    there = {"".join(one.core.split()) for one in new}
    shared = sum(len(one.core) for one in old if "".join(one.core.split()) in there)
    if not any(issuer in "".join(one.text.split()) for one in new) and shared < _SHARED * sum(
        len(one.core) for one in old
    ):
        raise Unreadable(f"这不是{issuer}的报告", "看看是不是拿错了文件")


def _plan(wanted: Wanted, old: Sequence[Shown], new: Sequence[Shown], found: Sorted) -> None:
    """Collect what every difference comes to."""
    for pair in found.theirs.pairs:
        if pair.old and pair.new:
            before, after = [old[at] for at in pair.old], [new[at] for at in pair.new]
            if before[0].is_table:
                compare_tables(wanted, before[0], after[0], pair.new[0])
            else:
                compare(wanted, before, after, pair.new[0])
    rest = [pair._replace(new=pair.new or (-1,)) if pair.old else pair for pair in (*found.both, *found.ours)]
    stays = Matched((*found.theirs.pairs, *(pair for pair in rest if pair.old)), found.theirs.moved)
    kept = {pair.new[0] for pair in found.ours if pair.new and not pair.old}
    Items(wanted, old, new, stays, kept).run()
    wanted.finish()


def _goal(old: Sequence[Shown], new: Sequence[Shown], found: Sorted) -> list[Goal]:
    """What is to be printed: the document's blocks, where the year file has changed its own."""
    in_stead = {at: pair.old for pair in (*found.ours, *found.both) for at in pair.new[:1]}
    left_out = {at for pair in (*found.ours, *found.both) for at in pair.new[1:]}
    behind: dict[int, list[int]] = {}  # what only the year file has, by the block before it
    for pair in found.ours:
        if not pair.new:
            behind.setdefault(pair.old[0] - 1, []).extend(pair.old)
    where = {
        at: pair.new[-1] for pair in (*found.theirs.pairs, *found.ours, *found.both) for at in pair.old if pair.new
    }
    after: dict[int, list[int]] = {}
    for place, olds in sorted(behind.items()):
        while place >= 0 and place not in where:
            place -= 1  # noqa: PLW2901
        after.setdefault(where.get(place, -1), []).extend(olds)
    goal = [Goal(old[at].key, None) for at in after.get(-1, ())]
    loose = {at for pair in found.theirs.pairs if pair.old and old[pair.old[0]].kind in LOOSE for at in pair.new}
    for at, one in enumerate(new):
        if at in in_stead:
            goal += [Goal(old[there].key, None) for there in in_stead[at]]
        elif at not in left_out:
            goal.append(Goal("".join(one.text.split()) if at in loose else one.key, at))
        goal += [Goal(old[there].key, None) for there in after.get(at, ())]
    return goal


def _conflicts(old: Sequence[Shown], new: Sequence[Shown], found: Sorted) -> Iterator[Told]:
    """What changed on both sides, and what changed in the year file alone."""
    for pairs, why, mild in (
        (found.both, "两边都改了，没有写回，请自己定", False),
        (found.ours, "生成以后年度文件改过，文档里还是旧的，没有动", True),
    ):
        for pair in pairs:
            texts = ("\n".join(side[at].text for at in places) for side, places in ((old, pair.old), (new, pair.new)))
            before, after = (text.replace(BREAK, " | ") for text in texts)
            unseen = not pair.new and old[pair.old[0]].kind in IMPRINT
            yield Told(_UNSEEN if unseen else why, before, after, pair.new[0] if pair.new else None, mild)


def _outcome(wanted: Wanted, trial: Trial, done: Settled, goal: Sequence[Goal]) -> Iterator[Told]:
    """What is told once all has been tried: what was left out, and where the file still prints something else."""
    steps = differences(done.printed, [one.key for one in goal])
    wrong = {one.block for _, _, _, k, m in steps for one in goal[k:m]}
    grave = [one for one in wanted.told if not one.mild and steps and (one.block is None or one.block in wrong)]
    yield from (one for one in wanted.told if one.mild)
    yield from grave
    for group, why in done.left if steps else ():
        yield Told(f"{why}，没有写回（{group.label}）", "", group.said, min(group.blocks, default=None))
    known = {one.block for one in grave if one.block is not None}
    known |= {one.block for one in goal if one.block is not None and any(one.key in told.new for told in grave)}
    if steps:
        yield from _still_different(trial, done, goal, (steps, known))


def _still_different(
    trial: Trial, done: Settled, goal: Sequence[Goal], about: tuple[Sequence[tuple[str, int, int, int, int]], set[int]]
) -> Iterator[Told]:
    steps, known = about
    asked: list[tuple[int, Goal]] = []
    for _, i, j, k, m in steps:
        pairs = list(zip(range(i, j), goal[k:m], strict=False)) if j - i == m - k else []
        for at, one in pairs:
            if without_mark(done.printed[at]) == without_mark(one.key):
                yield Told(NUMBERED, done.printed[at][:_BEGINS], one.key[:_BEGINS], one.block, mild=True)
            elif (day := date_of(one.key)) and day == date_of(done.printed[at]):
                yield Told("日期照规定的样子印", done.printed[at], one.key, one.block, mild=True)
            elif one.block not in known:
                asked.append((at, one))
        blocks = {one.block for one in goal[k:m]}
        if not pairs and (not blocks or not blocks <= known):
            yield Told(_OTHERWISE, _row(done.printed[i:j]), _row([one.key for one in goal[k:m]]))
    shown = trial.traced(done.made, [done.printed[at] for at, _ in asked]) if asked else ()
    stayed = frozenset(group.label for group, _ in done.left)
    yield from (_one_different(shown[at], one, stayed) for at, one in asked)


def _one_different(shown: Shown, goal: Goal, stayed: frozenset[str]) -> Told:
    """What a printed block is instead of its goal; the number of a figure that could not be changed follows nothing."""
    names = follows(shown, goal.key)
    if any(f"指标“{name}”" in stayed for name in names):
        names = frozenset()
    said = "、".join(f"“{name}”" for name in sorted(names))
    why = f"这里印的是{said}，跟着指标一起变了" if names else _OTHERWISE
    return Told(why, _row([shown.key]), _row([goal.key]), goal.block, mild=bool(names))


def _row(keys: Sequence[str]) -> str:
    return "\n".join(keys).replace(BREAK, " | ")
