"""Sections, items and the texts of the head: added, removed, moved, and what of their words changed."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from ecoreport.problems.diagnostic import Path, dotted
from ecoreport.report.context import Context
from ecoreport.report.parts import section_path
from ecoreport.text.alignment import align
from ecoreport.text.diff import ADDED, REMOVED, Segment, segments
from ecoreport.text.sentences import sentences
from ecoreport.years.compare._changes import Change, ContentChange, Piece
from ecoreport.years.compare._likeness import plain
from ecoreport.years.compare._matching import matched, moved
from ecoreport.years.compare._nodes import HEAD, Node, nodes
from ecoreport.years.compare._pieces import Matching


def content_changes(old: Context, new: Context) -> Iterator[ContentChange]:
    """Every section, item and text that was added, removed, changed or moved, in the order of the new report."""
    sides = tuple(nodes(old)), tuple(nodes(new))
    span = new.report.year - old.report.year
    found = matched(*sides, consecutive=span == 1)
    told = _Told(*sides, found, moved(*sides, found.pairs), (old.report.year, span))
    gone = deque(told.gone)
    # What was removed stands where it was: before the next part that is still there.
    after = range(len(sides[1]))
    still_there = [*accumulate(reversed(after), lambda there, at: found.pairs.get(at, there), initial=len(sides[0]))]
    for at in after:
        yield from (_removed(sides[0][other]) for other in _before(gone, still_there[-1 - at]))
        yield from told.of(at)
    yield from (_removed(sides[0][other]) for other in gone)


def _before(gone: deque[int], at: int) -> Iterator[int]:
    """Take from `gone` what stood before `at`."""
    while gone and gone[0] < at:
        yield gone.popleft()


def _removed(node: Node) -> ContentChange:
    parts = tuple((Segment(REMOVED, line),) for line in node.texts)
    return _change(Change.REMOVED, node, dotted(node.path), "", parts)


def _added(node: Node) -> ContentChange:
    parts = tuple((Segment(ADDED, line),) for line in node.texts)
    return _change(Change.ADDED, node, "", dotted(node.path), parts)


def _change(change: Change, node: Node, old: str, new: str, parts: tuple[tuple[Segment, ...], ...]) -> ContentChange:
    return ContentChange(change, node.name, node.place, node.title, node.id, old, new, moved=False, parts=parts)


@dataclass(frozen=True)
class _Told:
    """The parts of two reports, which of them are one, and the old year with the years between the two."""

    before: Sequence[Node]
    after: Sequence[Node]
    found: Matching
    elsewhere: frozenset[int]
    years: tuple[int, int]

    @property
    def gone(self) -> list[int]:
        """The old parts that nothing has become of."""
        kept = {*self.found.pairs.values(), *(one for others in self.found.merged.values() for one in others)}
        return [at for at in range(len(self.before)) if at not in kept]

    @cached_property
    def _sections(self) -> dict[Path, Path]:
        """By the path of an old section that of the new one that it became."""
        return {self.before[old].path: self.after[new].path for new, old in self.found.pairs.items()}

    def _section_was(self, old: Node, new: Node) -> str:
        """The title of the section where a part stood that stands in another; else empty."""
        top = section_path(old.path)
        if self._sections.get(top) == section_path(new.path):
            return ""
        return next(one.title or one.place for one in self.before if one.path == top)

    @cached_property
    def _split_off(self) -> frozenset[int]:
        return frozenset(at for others in self.found.split.values() for at in others)

    def of(self, at: int) -> Iterator[ContentChange]:
        """What became of, or to, one part of the new report; nothing where it was only split off another."""
        node, pairs = self.after[at], self.found.pairs
        if at not in pairs:
            yield from () if at in self._split_off else (_added(node),)
            return
        old, split, merged = self.before[pairs[at]], self.found.split.get(pairs[at], ()), self.found.merged.get(at, ())
        sides = (
            [self.before[one] for one in sorted((pairs[at], *merged))],
            [self.after[one] for one in sorted((at, *split))],
        )
        parts = _parts(*sides, self.years)
        kind = Change.SPLIT if split else Change.MERGED if merged else _kind(old, node) if parts else None
        if kind is None and at not in self.elsewhere:
            return
        others = (*(self.after[one] for one in split), *(self.before[one] for one in merged))
        yield replace(
            _change(kind or Change.MOVED, node, dotted(old.path), dotted(node.path), parts),
            moved=at in self.elsewhere,
            title_was=old.title if kind in (Change.RENAMED, Change.SPLIT, Change.MERGED) else "",
            section=self._section_was(old, node),
            others=tuple(Piece(one.title, one.place, dotted(one.path)) for one in others),
        )


def _kind(old: Node, new: Node) -> Change:
    """Whether a part has another title, or other words alone."""
    titles = plain(old.title), plain(new.title)
    renamed = old.named and new.named and all(titles) and titles[0] != titles[1]
    return Change.RENAMED if renamed else Change.CHANGED


def _parts(old: Sequence[Node], new: Sequence[Node], years: tuple[int, int]) -> tuple[tuple[Segment, ...], ...]:
    """The paragraphs whose words changed; of what was split or merged the sentences, which may stand in any of them."""
    whole = len(old) == len(new) == 1
    before, after = (side[0].lines if whole else _sentences(side) for side in (old, new))
    headed, rolls = whole and bool(old[0].title and new[0].title), new[0].kind in HEAD
    sides = (
        (before[a] if a is not None else "", after[b] if b is not None else "")
        for a, b in align(before, after)
        if a is None
        or b is None
        or not _same(before[a], after[b], years if rolls or (headed and a == b == 0) else None)
    )
    return tuple(segments(*side) for side in sides)


def _sentences(side: Sequence[Node]) -> list[str]:
    return [sentence for node in side for line in node.texts for sentence in sentences(line)]


def _same(one: str, other: str, rolled: tuple[int, int] | None) -> bool:
    """Whether two paragraphs say the same; in a heading and in the head a year that moves on is no change."""
    return one == other or (rolled is not None and _rolled(one, *rolled) == other)


def _rolled(text: str, year: int, span: int) -> str:
    """The text with the report's own year and the next moved on."""
    return re.sub(rf"(?<![0-9—–~～-])(?:{year}|{year + 1})(?=年)", lambda match: str(int(match[0]) + span), text)
