"""Which block of the edited document is which of those that the year file prints."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.report.blocks import Kind
from ecoreport.text.similarity import closeness

_MOST = 20_000  # pairs of blocks that are weighed one by one; beyond, only equal ones are matched
_HEADING, _SECTION = 300, 5000  # what a heading that stays weighs: paragraphs move past it, not it past them
_HARDLY = 0.01
_LEAST, _MOVED, _JOINED = 0.3, 0.6, 0.7  # closeness of one rewritten, of one moved, of one split or merged
FRAME = frozenset(Kind) - {Kind.BODY, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4}


class Match(NamedTuple):
    """Blocks printed and what they became, by their places: one and one, split, merged, gone or come."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Matched(NamedTuple):
    """All matches in the order of the edited document; of those that went and came, which were moved (new: old)."""

    pairs: tuple[Match, ...]
    moved: dict[int, int]


def matched(old: Sequence[Shown], new: Sequence[Shown]) -> Matched:
    """The matches of all blocks."""
    pairs: list[Match] = []
    a = b = 0
    for i, j in [*_anchors(old, new), (len(old), len(new))]:
        pairs += _gap(old, new, range(a, i), range(b, j))
        if i < len(old):
            pairs.append(Match((i,), (j,)))
        a, b = i + 1, j + 1
    moved = _moved(old, new, pairs)
    return Matched(tuple(_rewritten(old, new, pairs, moved)), moved)


def _key(shown: Shown) -> tuple[bool, str]:
    return shown.is_table, "".join(shown.core.split())


def _anchors(old: Sequence[Shown], new: Sequence[Shown]) -> list[tuple[int, int]]:
    """Equal blocks that stay: at both ends, and those that stand once on both sides, the heaviest in one order."""
    a, b = [_key(one) for one in old], [_key(one) for one in new]
    least = min(len(a), len(b))
    head = next((at for at in range(least) if a[at] != b[at]), least)
    tail = next((at for at in range(least - head) if a[-1 - at] != b[-1 - at]), least - head)
    once, there = Counter(a), Counter(b)
    place = {key: at for at, key in enumerate(b)}
    inner = range(head, len(a) - tail)
    alike = [(at, place[a[at]]) for at in inner if once[a[at]] == there[a[at]] == 1]
    kept = heaviest([(i, j, _weight(old[i])) for i, j in alike if head <= j < len(b) - tail])
    front, back = ([(at, at) for at in range(head)], [(len(a) - at, len(b) - at) for at in range(tail, 0, -1)])
    return [*front, *kept, *back]


def _weight(shown: Shown) -> float:
    return len(shown.core) + (_SECTION if shown.kind == Kind.HEADING_1 else _HEADING if shown.is_heading else 0)


def heaviest(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The pairs, which are in order on the old side, that weigh most and are in order on the new side too."""
    ends: list[int] = []  # places on the new side, each with the heaviest chain that ends at or before it
    best: list[tuple[float, int]] = []
    before: list[int] = []
    for at, (_, there, weight) in enumerate(pairs):
        slot = bisect_left(ends, there)
        total, last = best[slot - 1] if slot else (0.0, -1)
        before.append(last)
        total += weight
        end = slot
        while end < len(ends) and best[end][0] <= total:
            end += 1
        ends[slot:end], best[slot:end] = [there], [(total, at)]
    chain = []
    at = best[-1][1] if best else -1
    while at >= 0:
        chain.append(pairs[at][:2])
        at = before[at]
    return chain[::-1]


def near(old: Shown, new: Shown) -> float:
    """How likely one became the other, 0 to 1.5."""
    if old.is_table != new.is_table:
        return 0.0
    if old.core == new.core:
        return 1.25
    if old.built and new.built:  # two of one document
        return 0.0
    found = max(closeness(old.core, new.core), closeness(old.core, new.text), _HARDLY)
    if old.kind == new.kind and old.kind in FRAME:
        found = max(found, 0.5)
    if old.kind == new.kind and old.is_heading:
        found += 0.25
    return found * 0.6 if old.is_heading != new.is_heading and new.kind else found


def _gap(old: Sequence[Shown], new: Sequence[Shown], rows: range, columns: range) -> Iterator[Match]:
    """The matches between two anchors: the way through both that keeps most characters."""
    if not rows or not columns or len(rows) * len(columns) > _MOST:
        yield from (Match((at,), ()) for at in rows)
        yield from (Match((), (at,)) for at in columns)
        return
    n, m = len(rows), len(columns)
    before, behind = old[rows.start : rows.stop], new[columns.start : columns.stop]
    best: dict[tuple[int, int], tuple[float, int, int]] = {(n, m): (0, 0, 0)}
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            if (i, j) != (n, m):
                ways = _ways(before, behind, i, j)
                best[i, j] = max((best[i + a, j + b][0] + gain, a, b) for gain, a, b in ways)
    i = j = 0
    while (i, j) != (n, m):
        _, a, b = best[i, j]
        yield Match(tuple(rows[i : i + a]), tuple(columns[j : j + b]))
        i, j = i + a, j + b


def _ways(old: Sequence[Shown], new: Sequence[Shown], i: int, j: int) -> Iterator[tuple[float, int, int]]:
    """What may stand at these places, each with what it is worth and how many blocks of both sides it takes."""
    if i < len(old):
        yield 0.0, 1, 0
    if j < len(new):
        yield 0.0, 0, 1
    if i == len(old) or j == len(new):
        return
    a, b = old[i], new[j]
    likely = near(a, b)
    alone = len(old) == len(new) == 1 and a.is_table == b.is_table
    if likely >= _LEAST or (likely and a.kind == b.kind and (a.is_heading or alone)):
        heavy = _weight(a) - len(a.core) if a.core == b.core else 0
        yield max(likely, 0.1) * (len(a.core) + len(b.core)) / 2 + 0.01 + heavy, 1, 1
    for count in (2, 3):
        parts = new[j : j + count]
        running = not (a.is_table or b.is_table) and not any(one.is_table or one.is_heading for one in parts[1:])
        if len(parts) == count and a.paths and running:
            said = b.core + "".join(one.text for one in parts[1:])
            yield from _joint(a.core, said, likely, (1, count))
        if i + count <= len(old) and not b.is_table and _of_one_text(old[i : i + count]):
            yield from _joint("".join(one.core for one in old[i : i + count]), b.core, likely, (count, 1))


def _of_one_text(blocks: Sequence[Shown]) -> bool:
    return len({one.paths[-1:] for one in blocks}) == 1 and bool(blocks[0].paths) and not blocks[0].is_table


def _joint(old: str, new: str, single: float, taken: tuple[int, int]) -> Iterator[tuple[float, int, int]]:
    likely = closeness(old, new)
    if likely > _JOINED and likely > single + 0.03:
        yield likely * (len(old) + len(new)) / 2 - 1, *taken


def _moved(old: Sequence[Shown], new: Sequence[Shown], pairs: Sequence[Match]) -> dict[int, int]:
    """What went and came again elsewhere, its words changed or not: new place to old."""
    left = [pair.old[0] for pair in pairs if not pair.new]
    moved: dict[int, int] = {}
    come = [pair.new[0] for pair in pairs if not pair.old]
    if len(left) * len(come) > _MOST:
        return moved
    for there in come:
        best = max(left, key=lambda at: near(old[at], new[there]), default=None)
        if best is not None and near(old[best], new[there]) >= _MOVED:
            left.remove(best)
            moved[there] = best
    _go_along(old, new, (left, come), moved)
    return moved


def _go_along(
    old: Sequence[Shown], new: Sequence[Shown], free: tuple[Collection[int], Collection[int]], moved: dict[int, int]
) -> None:
    """What stands beside one that moved went with it, if it was changed on the way: its heading, a paragraph of it."""
    left, come = set(free[0]), set(free[1]) - moved.keys()
    found = [*moved.items()]
    for there, at in found:
        for b, a in ((there - 1, at - 1), (there + 1, at + 1)):
            if a not in left or b not in come or old[a].kind != new[b].kind or not old[a].owner:
                continue
            likely = near(old[a], new[b])
            if old[a].owner == old[at].owner and (likely >= _LEAST or (likely and old[a].is_heading)):
                left.discard(a)
                come.discard(b)
                moved[b] = a
                found.append((b, a))


def _rewritten(
    old: Sequence[Shown], new: Sequence[Shown], pairs: Sequence[Match], moved: dict[int, int]
) -> Iterator[Match]:
    """What went and what came in its stead in one gap is a paragraph written anew."""
    gone: list[Match] = []
    come: list[Match] = []
    known = set(moved.values())
    for pair in [*pairs, None]:
        if pair is None or (pair.old and pair.new):
            yield from _in_stead(gone, come)
            gone, come = [], []
            if pair:
                yield pair
        elif pair.old and pair.old[0] not in known and _is_plain(old[pair.old[0]]):
            gone.append(pair)
        elif pair.new and pair.new[0] not in moved and _is_plain(new[pair.new[0]]):
            come.append(pair)
        else:
            yield pair


def _in_stead(gone: Sequence[Match], come: Sequence[Match]) -> Iterator[Match]:
    both = min(len(gone), len(come))
    yield from (Match(a.old, b.new) for a, b in zip(gone, come, strict=False))
    yield from (*gone[both:], *come[both:])


def _is_plain(shown: Shown) -> bool:
    return shown.kind in (Kind.BODY, "") and not shown.mark
