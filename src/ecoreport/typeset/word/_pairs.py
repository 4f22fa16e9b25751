"""Which piece of the old document is which of the new one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ecoreport.text.alignment import align
from ecoreport.text.diff import ADDED, KEPT, REMOVED, segments
from ecoreport.typeset.word._pieces import Imprint, Line, Piece, Rows

_Versioned = TypeVar("_Versioned")
_Piece = TypeVar("_Piece", bound=Piece)


class Versions(NamedTuple, Generic[_Versioned]):
    """One thing as it was and as it is; one of the two may be missing."""

    old: _Versioned | None
    new: _Versioned | None

    @property
    def shape(self) -> _Versioned:
        """The one to go by: the newer that there is."""
        found = self.old if self.new is None else self.new
        assert found is not None  # noqa: S101 - for the type checker: there is always one
        return found

    @property
    def mark(self) -> str:
        """Whether it was kept, added or removed."""
        return REMOVED if self.new is None else ADDED if self.old is None else KEPT


def unchanged(pieces: Iterable[_Piece]) -> Iterator[Versions[_Piece]]:
    """Each piece as it was and is."""
    return (Versions(piece, piece) for piece in pieces)


def paired(old: Sequence[_Piece], new: Sequence[_Piece]) -> Iterator[Versions[_Piece]]:
    """In reading order: versions of one piece together, what came or went alone."""
    for a, b in align([piece.key for piece in old], [piece.key for piece in new]):
        before, after = None if a is None else old[a], None if b is None else new[b]
        if before is None or after is None or _are_versions(before, after):
            yield Versions(before, after)
        else:
            yield from (Versions(before, None), Versions(None, after))


def rows_of(tables: Versions[Rows]) -> Iterator[tuple[Versions[Sequence[str]], bool]]:
    """The rows of a table's two versions in order, and of each whether it is a heading."""
    before, after = (one.rows if one else () for one in tables)
    for a, b in align(["\0".join(row) for row in before], ["\0".join(row) for row in after]):
        rows: Versions[Sequence[str]] = Versions(None if a is None else before[a], None if b is None else after[b])
        yield rows, not (a or b)


def _are_versions(old: Piece, new: Piece) -> bool:
    """Whether the one is the other with some of its words changed."""
    if isinstance(old, Line) and isinstance(new, Line):
        return old.key == new.key or any(mark == KEPT for mark, _ in segments(old.key, new.key))
    if isinstance(old, Rows) and isinstance(new, Rows):
        return len(old.table.header) == len(new.table.header)
    return type(old) is type(new) and (old == new or isinstance(old, Imprint))
