"""Which paragraph of the new text is which of the old one; and which thing is which where order does not count."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ecoreport.text.similarity import closeness

LEAST = 0.35  # closeness from which two paragraphs are taken for versions of one
_MOST_PARTS, _MOST_EQUAL = (
    3000,
    50_000,
)  # of two texts together, and pairs of equal ones, that are compared each with each
_MOST_CELLS = 60_000  # of a gap's table; beyond, what stands between equal paragraphs is taken as rewritten
MOST_GROUP = 120  # things of both sides that hang together by their scores and are assigned at once
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
        from difflib import SequenceMatcher  # noqa: PLC0415 - most who load this compare nothing in the end

        yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
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


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Of pairs of a new and an old place those that add up to the most, each place once; by new place.

    Exact, group by group of what hangs together. Where a group would grow beyond MOST_GROUP, the weakest of its pairs
    that would join two parts of it are left out.
    """
    strongest = sorted(scores, key=lambda pair: (-scores[pair], pair))
    groups: defaultdict[tuple[str, int], dict[int, dict[int, float]]] = defaultdict(dict)
    roots: dict[tuple[str, int], tuple[str, int]] = {}
    sizes: Counter[tuple[str, int]] = Counter()
    kept = [pair for pair in strongest if _joined(("new", pair[0]), ("old", pair[1]), roots, sizes)]
    for new, old in sorted(kept):
        groups[_root(("new", new), roots)].setdefault(new, {})[old] = scores[new, old]
    return {new: old for group in groups.values() for new, old in _best(group).items()}


def _root(one: tuple[str, int], roots: dict[tuple[str, int], tuple[str, int]]) -> tuple[str, int]:
    while (above := roots.get(one, one)) != one:
        roots[one] = roots.get(above, above)
        one = above
    return one


def _joined(
    one: tuple[str, int],
    other: tuple[str, int],
    roots: dict[tuple[str, int], tuple[str, int]],
    sizes: "Counter[tuple[str, int]]",
) -> bool:
    """Whether the two are in one group now: not where it would be too large."""
    a, b = _root(one, roots), _root(other, roots)
    if a == b:
        return True
    whole = max(sizes[a], 1) + max(sizes[b], 1)
    if whole > MOST_GROUP:
        return False
    larger, smaller = (a, b) if sizes[a] >= sizes[b] else (b, a)
    roots[smaller], sizes[larger] = larger, whole
    return True


def _best(rows: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    """The assignment that adds up to the most: row after row by a shortest augmenting path (Jonker and Volgenant).

    A row may stay alone, which adds nothing. `prices` and `tolls` are the dual values of rows and columns.
    """
    prices = {row: -max(scores.values()) for row, scores in rows.items()}
    tolls: defaultdict[int, float] = defaultdict(float)
    holders: dict[int, int] = {}
    columns: dict[int, int] = {}
    for start in rows:
        came, alone, end = _path(start, rows, prices, tolls, holders)
        column = columns.pop(alone, None) if alone is not None else end
        while column is not None:
            row = came[column]
            holders[column], columns[row], column = row, column, columns.get(row)
    return columns


def _path(
    start: int,
    rows: Mapping[int, Mapping[int, float]],
    prices: dict[int, float],
    tolls: defaultdict[int, float],
    holders: Mapping[int, int],
) -> tuple[dict[int, int], int | None, int | None]:
    """From which row each column was reached, and the row that is left alone or the free column: the cheaper end."""
    reached: dict[int, float] = {}
    came: dict[int, int] = {}
    scanned: dict[int, float] = {}
    passed = {start: 0.0}
    heap: list[tuple[float, int]] = []
    row, far, alone, free, total = start, 0.0, start, None, -prices[start]
    while True:
        if far - prices[row] < total:
            alone, total = row, far - prices[row]
        for column, score in rows[row].items():
            cost = far - score - prices[row] - tolls[column]
            if column not in scanned and cost < reached.get(column, total):
                reached[column], came[column] = cost, row
                heapq.heappush(heap, (cost, column))
        while heap and heap[0][1] in scanned:
            heapq.heappop(heap)
        if not heap or heap[0][0] >= total:
            break
        far, column = heapq.heappop(heap)
        if column not in holders:
            free, total = column, far
            break
        row = holders[column]
        scanned[column] = passed[row] = far
    for row, far in passed.items():
        prices[row] += total - far
    for column, far in scanned.items():
        tolls[column] += far - total
    return came, None if free is not None else alone, free
