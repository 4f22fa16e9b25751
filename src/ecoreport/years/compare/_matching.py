"""Which part of the new report is which of the old one, which were split or merged, and which stand elsewhere."""

from bisect import bisect_left
from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Path
from ecoreport.report.parts import TITLES, is_generated
from ecoreport.text.alignment import assign
from ecoreport.text.similarity import neighbours
from ecoreport.years.compare._likeness import Features, Likeness, features
from ecoreport.years.compare._nodes import HEAD, Node
from ecoreport.years.compare._pieces import Matching, pieces

_RUN, _MOST = 3, 8  # characters of a run that alike parts share, and parts that one is compared with
_ALONE = 0.3  # likeness that counts for nothing: two weak pairs are no better than one strong one


def matched(old: Sequence[Node], new: Sequence[Node], *, consecutive: bool = True) -> Matching:
    """By ids that somebody wrote, then all others at once by title, words and place.

    `consecutive`: whether `new` is of the year after, in which last year's plan is done, not moved.
    """
    sides = features(old), features(new)
    pairs = _first_with_first([_id_of(node) for node in old], [_id_of(node) for node in new], {})
    known = frozenset(pairs)
    for key in (_content_in_place, _content):
        pairs = _first_with_first([key(one) for one in sides[0]], [key(one) for one in sides[1]], pairs)
    likeness = Likeness(*sides, consecutive=consecutive)
    near = _near(*sides, [at for at in range(len(new)) if at in known or at not in pairs])
    taken = {*pairs.values()}
    scores = {
        (at, other): score - _ALONE
        for at, others in near.items()
        if at not in pairs
        for other in others
        if other not in taken and (score := likeness.score(at, other))
    }
    return pieces(*sides, pairs | assign(scores), near, likeness)


def _id_of(node: Node) -> Hashable:
    """The id that somebody wrote; of a section or a text of the head, of which there is one, its kind."""
    if node.kind in (*TITLES, *HEAD):
        return node.kind
    return (node.kind, node.id) if node.id and not is_generated(node.id) else None


def _content(one: Features) -> Hashable:
    """Nothing can be more alike than parts in which this is the same."""
    return (one.kind, one.title, one.text) if one.whole else None


def _content_in_place(one: Features) -> Hashable:
    return (one.parent, _content(one)) if one.whole else None


def _first_with_first(old: Sequence[Hashable], new: Sequence[Hashable], pairs: Mapping[int, int]) -> dict[int, int]:
    """The pairs and those of what is left and has the same key, the first of several with the first."""
    taken = {*pairs.values()}
    free: dict[Hashable, deque[int]] = {}
    for other, key in enumerate(old):
        if other not in taken and key is not None:
            free.setdefault(key, deque()).append(other)
    left = ((at, key) for at, key in enumerate(new) if at not in pairs and key is not None)
    return {**pairs, **{at: queue.popleft() for at, key in left if (queue := free.get(key))}}


def _near(old: Sequence[Features], new: Sequence[Features], wanted: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The old parts that each wanted new one is compared with: by words, by its title and at its place."""
    found: dict[int, tuple[int, ...]] = {}
    places: dict[str, list[int]] = {}
    titled: dict[tuple[str, str], list[int]] = {}
    standing = {one.path: other for other, one in enumerate(old)}
    for other, one in enumerate(old):
        places.setdefault(one.family, []).append(other)
        titled.setdefault((one.family, one.title), []).append(other)
    for family, others in places.items():
        own = [at for at in wanted if new[at].family == family]
        by_words = neighbours((new[at].whole for at in own), [old[other].whole for other in others], _RUN, _MOST)
        for at, likely in zip(own, by_words, strict=True):
            same = titled.get((family, new[at].title), ()) if new[at].title else ()
            here = [standing[new[at].path]] if new[at].path in standing else []
            here = [other for other in here if old[other].family == family]
            found[at] = tuple(dict.fromkeys((*(others[one] for one in likely), *same[:_MOST], *here)))
    return found


def moved(old: Sequence[Node], new: Sequence[Node], pairs: Mapping[int, int]) -> frozenset[int]:
    """The new nodes that stand out of order among those of their own list that were there before, or in another."""
    here = {old[other].path: new[at].path for at, other in pairs.items()}
    parted = {
        at
        for at, other in pairs.items()
        if _parent(old[other].path) and here.get(_parent(old[other].path)) != _parent(new[at].path)
    }
    lists: dict[Path, list[int]] = {}
    for at in sorted(pairs.keys() - parted):
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
