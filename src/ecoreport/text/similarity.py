"""How alike two texts are: character by character, or by pairs of characters for what belongs together.

And which of many texts one is to be compared with, and what their pairs of characters weigh among them.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difflib import SequenceMatcher

MOST_KNOWN = 300  # names that one is compared with; a large report has 100
LONGEST = 500  # characters that are compared one by one; a long sentence has 300
MOST_HOLDERS = 12  # texts that hold a run of characters, from which on the run tells nothing of them


@lru_cache(maxsize=1024)
def _matcher(text: str) -> "SequenceMatcher[str]":
    """Kept, for its table of `text` serves every sentence that it is compared with."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - a report alone is compared with nothing

    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    return matcher


def ratio(new: str, old: str) -> float:
    """How alike two texts are, 0 to 1; by their pairs of characters where they are too long to be sentences."""
    if max(len(new), len(old)) > LONGEST:
        return closeness(new, old)
    matcher = _matcher(old)
    matcher.set_seq1(new)
    return matcher.ratio()


def alike(new: str, old: str, least: float) -> bool:
    """Whether two texts are alike to that degree, 0 to 1; cheap where they are not."""
    if min(len(new), len(old)) / max(len(new), len(old), 1) * 2 < least:
        return False
    if new == old:
        return True
    if max(len(new), len(old)) > LONGEST:
        return closeness(new, old) >= least
    matcher = _matcher(old)
    matcher.set_seq1(new)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def closest(name: str, known: Iterable[str]) -> list[str]:
    """The name among the first of those `known` that is most like one that is not; none where none is like it."""
    return _closest(name, tuple(islice(known, MOST_KNOWN)))


@lru_cache(maxsize=1024)
def _closest(name: str, known: tuple[str, ...]) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is misspelt

    return get_close_matches(name, known, 1, 0.5)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> "Counter[str]":
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def closeness(new: str, old: str) -> float:
    """How many pairs of neighbouring characters two texts share, 0 to 1; order does not count."""
    a, b = _pairs(new), _pairs(old)
    smaller, larger = (a, b) if len(a) < len(b) else (b, a)
    shared = sum(min(count, larger[pair]) for pair, count in smaller.items() if pair in larger)
    return 2 * shared / max(a.total() + b.total(), 1)


def neighbours(new: Iterable[str], old: Sequence[str], run: int, most: int) -> Iterator[tuple[int, ...]]:
    """For each new text the places of the old ones that share the most runs of so many characters with it.

    At most so many; the rarer a run, the more it counts. Of a run that very many hold the first are known, and count
    only where nothing rarer is shared: so the work grows with the texts, not with their square.
    """
    index: dict[str, list[int]] = {}
    for at, text in enumerate(old):
        for one in _runs(text, run):
            holders = index.setdefault(one, [])
            if len(holders) <= MOST_HOLDERS:
                holders.append(at)
    for text in new:
        found = [index[one] for one in _runs(text, run) if one in index]
        rare = [holders for holders in found if len(holders) <= MOST_HOLDERS]
        votes: dict[int, float] = {}
        for holders in rare or found[:most]:
            for at in holders:
                votes[at] = votes.get(at, 0.0) + 1 / len(holders)
        yield tuple(heapq.nsmallest(most, votes, key=lambda at: (-votes[at], at)))


def _runs(text: str, run: int) -> Iterable[str]:
    """Every run of so many characters once; of a shorter text itself."""
    return dict.fromkeys(text[at : at + run] for at in range(max(len(text) - run, 0) + 1)) if text else ()


class Rarity:
    """What pairs of neighbouring characters weigh: the less, the more texts of one side hold them."""

    def __init__(self, *sides: Iterable[str]) -> None:
        """Of the texts of each side."""
        held: dict[str, int] = {}
        for side in sides:
            for pair, count in Counter(pair for text in side for pair in _pairs(text)).items():
                held[pair] = max(held.get(pair, 0), count)
        self._weights: Mapping[str, float] = {pair: 1 / count for pair, count in held.items()}
        self._known: dict[str, float] = {}

    def weight(self, text: str) -> float:
        """What all its pairs weigh; a pair that no text holds weighs one."""
        if text not in self._known:
            self._known[text] = sum(count * self._weights.get(pair, 1) for pair, count in _pairs(text).items())
        return self._known[text]

    def shared(self, one: str, other: str) -> float:
        """What the pairs weigh that both have."""
        a, b = _pairs(one), _pairs(other)
        smaller, larger = (a, b) if len(a) < len(b) else (b, a)
        both = ((pair, min(count, larger[pair])) for pair, count in smaller.items() if pair in larger)
        return sum(count * self._weights.get(pair, 1) for pair, count in both)

    def closeness(self, one: str, other: str) -> float:
        """As `closeness`, 0 to 1, with weights."""
        return 2 * self.shared(one, other) / max(self.weight(one) + self.weight(other), 1e-9)

    def held(self, part: str, whole: str) -> float:
        """How much of `part` is in `whole`, 0 to 1."""
        return self.shared(part, whole) / max(self.weight(part), 1e-9)
