"""Every mend of a line that may be tried, likely ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecoreport.yearfile import _keys, _places, _values
from ecoreport.yearfile.model import outermost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ecoreport.yearfile._mend import Mend

# Signs of another keyboard, then quotes and brackets: these mend what is there, and a second may be needed behind it.
IN_PLACE = 2
LIKELY = 3
RANKS = 6


def mends(rank: int, lines: Sequence[str], at: int, keys: frozenset[str], present: frozenset[str]) -> Iterator[Mend]:
    """The mends of that rank for line `at`; `keys` are those that the file may have, `present` those at its margin."""
    if rank == 0:
        yield from _keys.colon(lines, at, keys)
        yield from _keys.bullet(lines, at, keys)
        yield from _keys.hash_mark(lines, at)
        yield from _keys.bar(lines, at)
        yield from _places.blank(lines, at)
    elif rank == 1:
        yield from _values.value(lines, at)
    elif rank == IN_PLACE:
        yield from _keys.lost_mark(lines, at)
        yield from _keys.no_colon(lines, at, keys)
        yield from _places.to_the_margin(lines, at, outermost() & keys, present)
    elif rank == IN_PLACE + 1:
        yield from _places.begins_elsewhere(lines, at)
        yield from _places.no_dash(lines, at)
        yield from _keys.no_key(lines, at)
        yield from _places.line_above(lines, at, present)
    elif rank == IN_PLACE + 2:
        yield from _keys.no_item(lines, at)
    else:
        yield from _keys.comment(lines, at, present)
