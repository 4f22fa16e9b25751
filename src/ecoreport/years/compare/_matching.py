"""Which part of the new report is which of the old one, and which of them stand elsewhere."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Path
from ecoreport.report.parts import TITLES
from ecoreport.text.similarity import closeness
from ecoreport.years.compare._nodes import HEAD, Node

SAME = 0.5  # closeness from which two items without ids are taken for one
_MOST_PAIRS = 60_000  # beyond, items without ids are not compared each with each
_YEAR = re.compile("[0-9]{4}年度?")


def matched(old: Sequence[Node], new: Sequence[Node]) -> dict[int, int]:
    """For each new node that was there before, its place among the old: by id, by title, by its words."""
    pairs: dict[int, int] = {}
    free = set(range(len(old)))
    _by_name(old, new, _id_of, pairs, free)
    _by_name(old, new, _title_of, pairs, free)
    for at, node in enumerate(new) if len(old) * len(new) <= _MOST_PAIRS else ():
        if at in pairs:
            continue
        rated = ((_close(old[other], node), other) for other in free if old[other].kind == node.kind)
        likely = [(score, other) for score, other in rated if score]
        if likely:
            _, pairs[at] = min(likely, key=lambda one: (-one[0], one[1]))  # of equals the one that stands first
            free.discard(pairs[at])
    return pairs | _only(old, new, pairs)


def _by_name(
    old: Sequence[Node], new: Sequence[Node], name: Callable[[Node], str], pairs: dict[int, int], free: set[int]
) -> None:
    """Pair nodes of one kind and one name, the first of several with the first; ids must leave it open."""
    named: dict[tuple[str, str, bool], deque[int]] = {}
    for other, node in enumerate(old):
        if other in free:
            named.setdefault((node.kind, name(node), bool(node.id)), deque()).append(other)
    for at, node in enumerate(new):
        own = name(node)
        if at in pairs or not own:
            continue
        either = (True, False) if name is _id_of or not node.id else (False,)
        queues = [queue for has_id in either if (queue := named.get((node.kind, own, has_id)))]
        if queues:
            pairs[at] = min(queues, key=lambda queue: queue[0]).popleft()
            free.discard(pairs[at])


def _id_of(node: Node) -> str:
    """The id; of a section or a text of the head, of which there is one, its kind."""
    return node.kind if node.kind in (*TITLES, *HEAD) else node.id


def _title_of(node: Node) -> str:
    """The title without its year; empty where there is none, which is no name."""
    return f"《{_YEAR.sub('', node.title)}》" if node.title else ""


def _close(old: Node, new: Node) -> float:
    near = closeness(new.words, old.words) if _unlike_ids(old, new) else 0.0
    return near if near >= SAME else 0.0


def _only(old: Sequence[Node], new: Sequence[Node], pairs: Mapping[int, int]) -> dict[int, int]:
    """Pairs of nodes without ids that are the only ones of their kind that nothing was found for."""
    left: dict[str, list[int]] = {}
    fresh: dict[str, list[int]] = {}
    taken = set(pairs.values())
    for nodes, known, found in ((old, taken, left), (new, pairs, fresh)):
        for at, node in enumerate(nodes):
            if at not in known:
                found.setdefault(node.kind, []).append(at)
    alone = ((fresh[kind][0], left[kind][0]) for kind in fresh if len(fresh[kind]) == len(left.get(kind, ())) == 1)
    return {at: other for at, other in alone if not (new[at].id or old[other].id)}


def _unlike_ids(old: Node, new: Node) -> bool:
    """Whether ids leave it open that two nodes are one."""
    return not (old.id and new.id)


def moved(old: Sequence[Node], new: Sequence[Node], pairs: Mapping[int, int]) -> frozenset[int]:
    """The new nodes that stand out of order among those of their own list that were there before, or in another."""
    here = {old[other].path: new[at].path for at, other in pairs.items()}
    parted = {
        at
        for at, other in pairs.items()
        if _parent(old[other].path) and here.get(_parent(old[other].path)) != _parent(new[at].path)
    }
    lists: dict[Path, list[int]] = {}
    for at in sorted(pairs):
        lists.setdefault(new[at].path[:-1] if len(new[at].path) > 1 else (), []).append(at)
    return frozenset(at for members in lists.values() for at in _out_of_order(members, pairs)) | parted


def _parent(path: Path) -> Path:
    return path[:-2] if path[-2:-1] == ("items",) else ()


def _out_of_order(members: Sequence[int], pairs: Mapping[int, int]) -> Iterator[int]:
    """All but the longest run of members that rises on the old side as well."""
    tails: list[int] = []  # for each length, the member that ends the run with the lowest old place
    previous: dict[int, int | None] = {}
    for at in members:
        length = bisect_left(tails, pairs[at], key=pairs.__getitem__)
        previous[at] = tails[length - 1] if length else None
        tails[length : length + 1] = [at]
    kept = set()
    at_end: int | None = tails[-1] if tails else None
    while at_end is not None:
        kept.add(at_end)
        at_end = previous[at_end]
    return (at for at in members if at not in kept)
