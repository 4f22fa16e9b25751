"""Which paragraph of the new text is which of the old one."""

import difflib
from collections.abc import Iterator, Sequence

from ecoreport.text.similarity import closeness

LEAST = 0.35  # closeness from which two paragraphs are taken for versions of one
_MOST_CELLS = 250_000  # of a gap's table; beyond, what stands between equal paragraphs is taken as rewritten
Pair = tuple[int | None, int | None]


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pairs of places, in reading order; None on the side that has no counterpart."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from (
                (None if a is None else a + i, None if b is None else b + k) for a, b in _gap(old[i:j], new[k:m])
            )


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
