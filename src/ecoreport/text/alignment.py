"""Which paragraph of the new text is which of the old one."""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence

from ecoreport.text.similarity import closeness

LEAST = 0.35  # closeness from which two paragraphs are taken for versions of one
_MOST_PARTS, _MOST_EQUAL = (
    3000,
    50_000,
)  # of two texts together, and pairs of equal ones, that are compared each with each
_MOST_CELLS = 60_000  # of a gap's table; beyond, what stands between equal paragraphs is taken as rewritten
Pair = tuple[int | None, int | None]


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pairs of places, in reading order; None on the side that has no counterpart."""
    for tag, i, j, k, m in opcodes(old, new):
        if tag == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from (
                (None if a is None else a + i, None if b is None else b + k) for a, b in _gap(old[i:j], new[k:m])
            )


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What `difflib` makes of the two; where it would take too long, their equal beginnings and ends alone."""
    counted = Counter(old)
    if len(old) + len(new) <= _MOST_PARTS and sum(counted[one] for one in new) <= _MOST_EQUAL:
        yield from difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    end, there = len(old) - tail, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    if head < end or head < there:
        yield "replace", head, end, head, there
    if tail:
        yield "equal", end, len(old), there, len(new)


def _gap(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """The pairs whose closeness adds up to the most, in order on both sides; what is left stands alone."""
    if not old or not new or len(old) * len(new) > _MOST_CELLS:
        yield from ((at, None) for at in range(len(old)))
        yield from ((None, at) for at in range(len(new)))
        return
    near = [[closeness(b, a) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in reversed(range(len(old))):
        for b in reversed(range(len(new))):
            paired = best[a + 1][b + 1] + near[a][b] if near[a][b] >= LEAST else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], paired)
    a = b = 0
    while a < len(old) and b < len(new):
        if near[a][b] >= LEAST and best[a][b] == best[a + 1][b + 1] + near[a][b]:
            yield a, b
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            yield a, None
            a += 1
        else:
            yield None, b
            b += 1
    yield from ((at, None) for at in range(a, len(old)))
    yield from ((None, at) for at in range(b, len(new)))
