"""Which character of a new text each of an old one became."""

import difflib
from collections.abc import Sequence

from ecoreport.importing._bringing.blocks import BREAK
from ecoreport.importing._bringing.matching import heaviest

_RUN = 7  # characters that stand once on both sides, one behind the other, are the same
_MOST = 60_000  # pairs of characters that are weighed one by one; beyond, the longest runs are found first
_LOST, _OTHER, _ALIEN = 2, 3, 5  # what it costs to drop or add one, to turn it into one of its class, of another


def became(old: str, new: str) -> list[int | None]:
    """For each character of `old` its place in `new`, None where it went; digits become digits, marks marks."""
    before = _common(old, new)
    behind = _common(old[before:][::-1], new[before:][::-1])
    end = len(old) - behind
    found: list[int | None] = [*range(before), *[None] * (end - before)]
    found += range(len(new) - behind, len(new))
    a = b = before
    for i, j in [*_anchors(old, new, before, behind), (end, len(new) - behind)]:
        for was, now in _between(old[a:i], new[b:j]):
            found[a + was] = b + now
        if i < end:
            found[i] = j
        a, b = i + 1, j + 1
    return found


def _anchors(old: str, new: str, before: int, behind: int) -> Sequence[tuple[int, int]]:
    """The characters in the middle of runs that stand once on both sides, between what is equal at both ends."""
    here, there = (_once(text, before, len(text) - behind) for text in (old, new))
    return heaviest([(at + _RUN // 2, there[run] + _RUN // 2, 1) for run, at in here.items() if run in there])


def _once(text: str, start: int, end: int) -> dict[str, int]:
    places: dict[str, int] = {}
    twice = set()
    for at in range(start, end - _RUN + 1):
        run = text[at : at + _RUN]
        if run in places:
            twice.add(run)
        places[run] = at
    return {run: at for run, at in places.items() if run not in twice}


def _common(a: str, b: str) -> int:
    least = min(len(a), len(b))
    return next((at for at in range(least) if a[at] != b[at]), least)


def _between(old: str, new: str) -> Sequence[tuple[int, int]]:
    """The pairs; of what is too long those of the longest runs, and what lies between two of them weighed."""
    if len(old) * len(new) <= _MOST:
        return _weighed(old, new)
    pairs: list[tuple[int, int]] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(i, j), range(k, m), strict=True)
        elif (j - i) * (m - k) <= _MOST:
            pairs += ((i + a, k + b) for a, b in _weighed(old[i:j], new[k:m]))
    return pairs


def _class(char: str) -> str:
    if char.isdigit() or char == BREAK:
        return "0" if char.isdigit() else char
    return "," if not char.isalnum() else "a" if char.isascii() else "h"


def _weighed(old: str, new: str) -> Sequence[tuple[int, int]]:
    """The cheapest way from one to the other: the pairs that stay or turn into one another."""
    classes = [(char, _class(char)) for char in new]
    row = list(range(0, _LOST * len(new) + 1, _LOST))
    steps = [bytearray(b"\2" * (len(new) + 1))]
    for char in old:
        own = _class(char)
        above, row = row, [row[0] + _LOST]
        step = bytearray(b"\1")
        for at, (other, other_class) in enumerate(classes):
            turned = above[at] + (0 if char == other else _OTHER if own == other_class else _ALIEN)
            gone, come = above[at + 1] + _LOST, row[at] + _LOST
            best = min(turned, gone, come)
            row.append(best)
            step.append(0 if turned == best else 1 if gone == best else 2)
        steps.append(step)
    return _back(steps, len(old), len(new))


def _back(steps: Sequence[bytearray], a: int, b: int) -> Sequence[tuple[int, int]]:
    pairs = []
    while a or b:
        step = steps[a][b] if a else 2
        a, b = a - (step != 2), b - (step != 1)  # noqa: PLR2004 - 2 is a character that came
        if step == 0:
            pairs.append((a, b))
    return pairs
