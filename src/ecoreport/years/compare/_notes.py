"""What no revision shows: of which old parts a new one is made, for comments on the tracked changes."""

from collections.abc import Iterator

from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import Change, Comparison, ContentChange

_ONE, _OF_SEVERAL = frozenset({Change.RENAMED, Change.MOVED}), frozenset({Change.SPLIT, Change.MERGED})


def notes(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The path of each new part that was renamed, moved, split off or merged, and what became of it, in words."""
    return tuple(pair for words, change in _told.contents(comparison) for pair in _of(words, change))


def _of(words: str, change: ContentChange) -> Iterator[tuple[str, str]]:
    if change.new and (change.moved or change.change in _ONE | _OF_SEVERAL):
        yield change.new, words
    if change.change is Change.SPLIT:
        yield from ((one.path, words) for one in change.others)
