"""Every mend of a line that may be tried, likely ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoreport.yearfile import _flows, _keys, _places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ecoreport.yearfile._mend import Mend

# One slip is likelier than another: signs of another keyboard, then quotes and brackets, then places, then lines lost.
RANKS = 6
_OF_VALUES = 2  # ranks that mend a value where it stands


def mends(rank: int, lines: Sequence[str], at: int, keys: frozenset[str], present: frozenset[str]) -> Iterator[Mend]:
    """The mends of that rank for line `at`; `keys` are those of the model, `present` those at the file's margin."""
    ranks: tuple[tuple[Callable[[], Iterator[Mend]], ...], ...] = (
        tuple(lambda make=make: make(lines, at) for make in (_keys.colon, _keys.bullet, _keys.hash_mark, _keys.bar)),
        (lambda: _flows.value(lines, at),),
        (lambda: _keys.lost_mark(lines, at), lambda: _keys.no_colon(lines, at, keys)),
        (lambda: _places.begins_elsewhere(lines, at), lambda: _places.no_dash(lines, at)),
        (lambda: _keys.no_key(lines, at), lambda: _places.line_above(lines, at, present)),
        (lambda: _keys.comment(lines, at),),
    )
    for make in ranks[rank]:
        yield from (mend for mend in make() if mend.code)


def in_place(rank: int) -> bool:
    """Whether the mends of that rank change a value where it stands, or a sign before it."""
    return rank < _OF_VALUES
