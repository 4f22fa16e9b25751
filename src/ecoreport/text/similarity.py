"""How alike texts are: sentence by sentence for copies, by pairs of characters for what belongs together."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ecoreport.report._paragraphs import Spoken

LONG, ALIKE = 25, 0.9  # characters of a sentence, and how alike two are, from which one is taken for a copy
RUN, MOST_ALIKE = 6, 10  # characters of a run that alike sentences share; sentences kept for each
_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")

Span = tuple[int, int]


def sentences(paragraph: Spoken) -> Iterator[tuple[str, Span]]:
    """The sentences of a paragraph that are long enough to be copies and hold no number, each with its span."""
    for match in _SENTENCE.finditer(paragraph.text):
        if len(match[0]) >= LONG and not re.search("[0-9]", match[0]):
            yield match[0], match.span()


def copies(
    new: Sequence[Spoken], old: Sequence[Spoken]
) -> Iterator[tuple[Spoken, tuple[str, Span], Spoken, tuple[str, Span]]]:
    """Every sentence of `new` that is one of `old` to nine tenths: where it stands and what it was copied from."""
    index: dict[str, list[tuple[Spoken, tuple[str, Span]]]] = {}
    for paragraph in old:
        for sentence in sentences(paragraph):
            for run in _runs(sentence[0]):
                known = index.setdefault(run, [])
                if len(known) < MOST_ALIKE:
                    known.append((paragraph, sentence))
    for paragraph in new:
        for sentence in sentences(paragraph):
            near = {other[0]: (source, other) for run in _runs(sentence[0]) for source, other in index.get(run, ())}
            if found := next((text for text in near if alike(sentence[0], text, ALIKE)), None):
                yield paragraph, sentence, *near[found]


def _runs(sentence: str) -> Iterator[str]:
    """Two sentences that are nine tenths alike share one of these."""
    return (sentence[at : at + RUN] for at in range(len(sentence) - RUN + 1))


@lru_cache(maxsize=1024)
def _matcher(text: str) -> "difflib.SequenceMatcher[str]":
    """Kept, for its table of `text` serves every sentence that it is compared with."""
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    return matcher


def ratio(new: str, old: str) -> float:
    """How alike two texts are, 0 to 1."""
    matcher = _matcher(old)
    matcher.set_seq1(new)
    return matcher.ratio()


def alike(new: str, old: str, least: float) -> bool:
    """Whether two texts are alike to that degree, 0 to 1; cheap where they are not."""
    if min(len(new), len(old)) / max(len(new), len(old), 1) * 2 < least:
        return False
    matcher = _matcher(old)
    matcher.set_seq1(new)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


@lru_cache(maxsize=4096)
def _pairs(text: str) -> "Counter[str]":
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))


def closeness(new: str, old: str) -> float:
    """How many pairs of neighbouring characters two texts share, 0 to 1; order does not count."""
    a, b = _pairs(new), _pairs(old)
    smaller, larger = (a, b) if len(a) < len(b) else (b, a)
    shared = sum(min(count, larger[pair]) for pair, count in smaller.items() if pair in larger)
    return 2 * shared / max(a.total() + b.total(), 1)
