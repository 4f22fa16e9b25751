"""The words that changed between two texts, as a reader of Chinese sees them: no scraps of single han."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ecoreport.text.alignment import align, opcodes
from ecoreport.text.sentences import sentences

KEPT, REMOVED, ADDED = "=", "-", "+"
UNLIKE = 0.35  # texts less alike than this are shown as one gone and one new
_SCRAP = 2  # characters between two changes that are too few to be worth keeping apart
_WORD = r"[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|[—…]{2}|."


class Segment(NamedTuple):
    """A run of characters and its mark: kept, removed or added."""

    mark: str
    text: str


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """What of `old` stayed, went and came on the way to `new`: kept and removed give `old`, kept and added `new`."""
    if old == new:
        return _replaced(old, new)
    before, after = sentences(old), sentences(new)
    pairs = ((before[a] if a is not None else "", after[b] if b is not None else "") for a, b in align(before, after))
    return tuple(_joined(stretch for pair in pairs for stretch in _in_sentence(*pair)))


def _joined(found: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours of one mark as one; where something went and something came, what went first."""
    kept = removed = added = ""
    for mark, text in found:
        if mark != KEPT:
            yield from _marked(KEPT, kept)
            kept = ""
            removed += text if mark == REMOVED else ""
            added += text if mark == ADDED else ""
        else:
            yield from (*_marked(REMOVED, removed), *_marked(ADDED, added))
            kept, removed, added = kept + text, "", ""
    yield from (*_marked(KEPT, kept), *_marked(REMOVED, removed), *_marked(ADDED, added))


def _marked(mark: str, text: str) -> tuple[Segment, ...]:
    return (Segment(mark, text),) if text else ()


def _in_sentence(old: str, new: str) -> tuple[Segment, ...]:
    if old == new or not old or not new:
        return _replaced(old, new)
    a, b = re.findall(_WORD, old, re.DOTALL), re.findall(_WORD, new, re.DOTALL)
    found = [*opcodes(a, b)]
    kept = sum(j - i for tag, i, j, _, _ in found if tag == "equal")
    if 2 * kept / (len(a) + len(b)) < UNLIKE:
        return _replaced(old, new)
    runs = [["".join(a[i:j]), "".join(b[k:m])] for _, i, j, k, m in found]
    return tuple(stretch for before, after in _merged(runs) for stretch in _replaced(before, after))


def _replaced(old: str, new: str) -> tuple[Segment, ...]:
    return _marked(KEPT, old) if old == new else (*_marked(REMOVED, old), *_marked(ADDED, new))


def _merged(runs: Sequence[list[str]]) -> list[list[str]]:
    """The runs with scraps between two changes made part of the change: 依[法]行[政] is no way to read."""
    merged: list[list[str]] = []
    for at, (old, new) in enumerate(runs):
        between = 0 < at < len(runs) - 1 and old == new
        if merged and (merged[-1][0] != merged[-1][1]) and (old != new or (between and _is_scrap(runs, at))):
            merged[-1][0] += old
            merged[-1][1] += new
        else:
            merged.append([old, new])
    return merged


def _is_scrap(runs: Sequence[list[str]], at: int) -> bool:
    """Kept characters that are fewer than what changes on both their sides."""
    kept = len(runs[at][0])
    before, after = (max(map(len, runs[side])) for side in (at - 1, at + 1))
    return kept <= _SCRAP or (kept <= min(before, after) // 2)
