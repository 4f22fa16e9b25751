"""How alike two texts are: character by character, or by pairs of characters for what belongs together."""

import difflib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

MOST_KNOWN = 300  # names that one is compared with; a large report has 100
LONGEST = 500  # characters that are compared one by one; a long sentence has 300


@lru_cache(maxsize=1024)
def _matcher(text: str) -> "difflib.SequenceMatcher[str]":
    """Kept, for its table of `text` serves every sentence that it is compared with."""
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
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
    return difflib.get_close_matches(name, known, 1, 0.5)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> "Counter[str]":
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def closeness(new: str, old: str) -> float:
    """How many pairs of neighbouring characters two texts share, 0 to 1; order does not count."""
    a, b = _pairs(new), _pairs(old)
    smaller, larger = (a, b) if len(a) < len(b) else (b, a)
    shared = sum(min(count, larger[pair]) for pair, count in smaller.items() if pair in larger)
    return 2 * shared / max(a.total() + b.total(), 1)
