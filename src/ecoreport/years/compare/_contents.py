"""Sections, items and the texts of the head: added, removed, moved, and what of their words changed."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import accumulate

from ecoreport.problems.diagnostic import dotted
from ecoreport.report.context import Context
from ecoreport.text.alignment import align
from ecoreport.text.diff import ADDED, REMOVED, Segment, segments
from ecoreport.years.compare._changes import Change, ContentChange
from ecoreport.years.compare._matching import matched, moved
from ecoreport.years.compare._nodes import HEAD, Node, nodes


def content_changes(old: Context, new: Context) -> Iterator[ContentChange]:
    """Every section, item and text that was added, removed, changed or moved, in the order of the new report."""
    before, after = tuple(nodes(old)), tuple(nodes(new))
    span = new.report.year - old.report.year
    pairs = matched(before, after)
    elsewhere = moved(before, after, pairs)
    kept = {*pairs.values()}
    gone = deque(at for at in range(len(before)) if at not in kept)
    # What was removed stands where it was: before the next part that is still there.
    still_there = [
        *accumulate(reversed(range(len(after))), lambda there, at: pairs.get(at, there), initial=len(before))
    ]
    for at, node in enumerate(after):
        yield from (_removed(before[other]) for other in _before(gone, still_there[-1 - at]))
        if at in pairs:
            yield from _change(before[pairs[at]], node, moved=at in elsewhere, span=span, year=old.report.year)
        else:
            parts = tuple((Segment(ADDED, line),) for line in node.texts)
            yield _told(Change.ADDED, node, "", dotted(node.path), parts)
    yield from (_removed(before[other]) for other in gone)


def _before(gone: deque[int], at: int) -> Iterator[int]:
    """Take from `gone` what stood before `at`."""
    while gone and gone[0] < at:
        yield gone.popleft()


def _removed(node: Node) -> ContentChange:
    parts = tuple((Segment(REMOVED, line),) for line in node.texts)
    return _told(Change.REMOVED, node, dotted(node.path), "", parts)


def _told(  # noqa: PLR0913 - what a change says beside the node itself
    change: Change, node: Node, old: str, new: str, parts: tuple[tuple[Segment, ...], ...], *, moved: bool = False
) -> ContentChange:
    return ContentChange(change, node.name, node.place, node.title, node.id, old, new, moved, parts)


def _change(old: Node, new: Node, *, moved: bool, span: int, year: int) -> Iterator[ContentChange]:
    before, after = old.lines, new.lines
    headed, rolls = bool(old.title and new.title), new.kind in HEAD
    sides = [
        (before[a] if a is not None else "", after[b] if b is not None else "")
        for a, b in align(before, after)
        if a is None
        or b is None
        or not _same(before[a], after[b], (year, span) if rolls or (headed and a == b == 0) else None)
    ]
    if not sides and not moved:
        return
    parts = tuple(segments(*side) for side in sides)
    kind = Change.CHANGED if sides else Change.MOVED
    yield _told(kind, new, dotted(old.path), dotted(new.path), parts, moved=moved)


def _same(one: str, other: str, rolled: tuple[int, int] | None) -> bool:
    """Whether two paragraphs say the same; in a heading and in the head a year that moves on is no change."""
    return one == other or (rolled is not None and _rolled(one, *rolled) == other)


def _rolled(text: str, year: int, span: int) -> str:
    """The text with the report's own year and the next moved on."""
    return re.sub(rf"(?<![0-9—–~～-])(?:{year}|{year + 1})(?=年)", lambda match: str(int(match[0]) + span), text)
