"""Sections, items and the texts of the head: added, removed, moved, and what of their words changed."""

import re
from collections.abc import Iterator, Sequence

from ecoreport.alignment import align
from ecoreport.comparing.changes import Change, ContentChange
from ecoreport.comparing.matching import matched, moved
from ecoreport.comparing.nodes import Node, nodes
from ecoreport.problems import dotted
from ecoreport.reading import Reading
from ecoreport.stretches import ADDED, REMOVED, Stretch, stretches


def content_changes(old: Reading, new: Reading) -> Iterator[ContentChange]:
    """Every section, item and text that was added, removed, changed or moved, in the order of the new report."""
    before, after = tuple(nodes(old)), tuple(nodes(new))
    span = new.report.year - old.report.year
    pairs = matched(before, after)
    elsewhere = moved(before, after, pairs)
    gone = [at for at in range(len(before)) if at not in pairs.values()]
    for at, node in enumerate(after):
        # What was removed stands where it was: before the next part that is still there.
        still_there = next((pairs[later] for later in range(at, len(after)) if later in pairs), len(before))
        yield from (_removed(before[other]) for other in _before(gone, still_there))
        if at in pairs:
            yield from _change(before[pairs[at]], node, moved=at in elsewhere, span=span, year=old.report.year)
        else:
            parts = tuple((Stretch(ADDED, line),) for line in node.texts)
            yield _told(Change.ADDED, node, "", dotted(node.path), parts)
    yield from (_removed(before[other]) for other in gone)


def _before(gone: list[int], at: int) -> Iterator[int]:
    """Take from `gone` what stood before `at`."""
    while gone and gone[0] < at:
        yield gone.pop(0)


def _removed(node: Node) -> ContentChange:
    parts = tuple((Stretch(REMOVED, line),) for line in node.texts)
    return _told(Change.REMOVED, node, dotted(node.path), "", parts)


def _told(  # noqa: PLR0913 - what a change says beside the node itself
    change: Change, node: Node, old: str, new: str, parts: tuple[tuple[Stretch, ...], ...], *, moved: bool = False
) -> ContentChange:
    return ContentChange(change, node.name, node.place, node.title, node.id, old, new, moved, parts)


def _change(old: Node, new: Node, *, moved: bool, span: int, year: int) -> Iterator[ContentChange]:
    same = len(old.lines) == len(new.lines) and all(
        _same_line(a, b, year, span) for a, b in zip(old.lines, new.lines, strict=True)
    )
    if same and not moved:
        return
    parts = () if same else tuple(_parts(old.lines, new.lines, year, span))
    kind = Change.MOVED if same else Change.CHANGED
    yield _told(kind, new, dotted(old.path), dotted(new.path), parts, moved=moved)


def _parts(old: Sequence[str], new: Sequence[str], year: int, span: int) -> Iterator[tuple[Stretch, ...]]:
    """The paragraphs that are not the same, each with its words."""
    for a, b in align(old, new):
        if a is None or b is None or not _same_line(old[a], new[b], year, span):
            yield stretches(old[a] if a is not None else "", new[b] if b is not None else "")


def _same_line(old: str, new: str, year: int, span: int) -> bool:
    """Whether two paragraphs are the same but for the year, which moves on in every heading."""
    return old == new or _rolled(old, year, span) == new


def _rolled(text: str, year: int, span: int) -> str:
    """The text with the report's own year and the next moved on."""
    return re.sub(rf"(?<![0-9—–~～-])(?:{year}|{year + 1})(?=年)", lambda match: str(int(match[0]) + span), text)
