"""How much one part of a report is like another: by title and words, numbers aside, and a little by its place."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ecoreport.problems.diagnostic import Path
from ecoreport.text.placeholders import MARK
from ecoreport.text.similarity import Rarity
from ecoreport.years.compare._nodes import Node

SAME = 0.36  # likeness from which two parts are taken for one
ELSEWHERE = 0.6  # the same where they stand in sections of another purpose: a shortcoming and a measure
EQUAL_TITLES = 0.5  # likeness of two parts that share their title and nothing else
_WORK = frozenset(("measures/item", "leader_duties/item", "other/item"))  # what was done, wherever it is told
_TITLE = 15  # characters of text that say as much as a title does
_HERE = 0.03  # for a place in the same list, and for one at the same height of it: of two alike it decides
_YEAR = re.compile("[0-9]{4}年度?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_IDLE = re.compile(r"[\s，。、；：,;:]+")


class Features(NamedTuple):
    """What of a part is compared: without years, marks of drafts and punctuation; in the text each number as 0."""

    kind: str
    path: Path
    title: str
    text: str
    parent: str  # title of what it stands below
    height: float  # 0 to 1: where among all parts
    alone: bool  # the only one of its list, without a title

    @property
    def family(self) -> str:
        """Parts of one family alone are compared: items of all sections, attachments, sections of another kind."""
        return "item" if self.kind.endswith("/item") else self.kind

    @property
    def whole(self) -> str:
        """Title and text as one."""
        return f"{self.title}\n{self.text}" if self.title and self.text else self.title or self.text


def features(nodes: Sequence[Node]) -> tuple[Features, ...]:
    """Of each node, in their order."""
    titles = {node.path: plain(node.title) for node in nodes}
    lists = Counter(node.path[:-1] for node in nodes)
    return tuple(
        Features(
            node.kind,
            node.path,
            titles[node.path],
            _NUMBER.sub("0", plain("\n".join(node.texts))),
            titles.get(node.path[:-2], ""),
            at / len(nodes),
            not node.title and lists[node.path[:-1]] == 1,
        )
        for at, node in enumerate(nodes)
    )


def plain(text: str) -> str:
    """The text without years, marks of drafts, breaks and punctuation."""
    return _IDLE.sub("", _YEAR.sub("", MARK.sub("", text)))


class Likeness:
    """How alike parts of two reports are, pairs of characters weighed by how few parts have them."""

    def __init__(self, old: Sequence[Features], new: Sequence[Features], *, consecutive: bool) -> None:
        self._old, self._new, self._consecutive = old, new, consecutive
        self.words = Rarity((one.whole for one in old), (one.whole for one in new))
        self._titles = Rarity((one.title for one in old), (one.title for one in new))

    def score(self, new: int, old: int) -> float:
        """0 where the two cannot be one part, else from SAME to a little above 1."""
        a, b = self._old[old], self._new[new]
        if not self._one_purpose(a.kind, b.kind):
            return self._elsewhere(a, b)
        found = self._of_words(a, b)
        if found < SAME:
            return 0.0
        if a.kind != b.kind:
            found -= 3 * _HERE
        elif a.parent == b.parent:
            found += _HERE
        return found + _HERE * (1 - abs(a.height - b.height))

    def may_be_piece(self, new: int, old: int) -> bool:
        """Whether what the two stand in leaves it open that one is a piece of the other."""
        return self._one_purpose(self._old[old].kind, self._new[new].kind)

    def _one_purpose(self, old: str, new: str) -> bool:
        return old == new or {old, new} <= _WORK

    def _elsewhere(self, a: Features, b: Features) -> float:
        """The same of two with another purpose: by words alone; what was planned and is done is no part that moved."""
        done = self._consecutive and a.kind.startswith("next_year_plan/")
        found = self.words.closeness(a.whole, b.whole) if a.text and b.text and not done else 0.0
        return found if found >= ELSEWHERE else 0.0

    def _of_words(self, a: Features, b: Features) -> float:
        if not (a.title and b.title):
            near = self.words.closeness(a.whole, b.whole) if a.whole and b.whole else 0.0
            return max(near, SAME * (a.alone and b.alone and (a.kind, a.parent) == (b.kind, b.parent)))
        titles = 1.0 if a.title == b.title else self._titles.closeness(a.title, b.title)
        if not (a.text and b.text):
            return titles * (1.0 if a.text == b.text else 0.9)
        texts = self.words.closeness(a.text, b.text)
        length = min(len(a.text), len(b.text))
        known = 0.8 * length / (length + _TITLE)  # a short text is weak evidence
        alone = 0.9 * length / (length + _TITLE / 2)
        return max(known * texts + (1 - known) * titles, EQUAL_TITLES * (titles == 1), alone * texts)
