"""How wide the columns of a printed table must be, in 字 of its cells."""

import re
from collections.abc import Iterable, Sequence

from ecoreport.text.titles import width

UPRIGHT, LANDSCAPE = 36.8, 53.1  # what 156 mm and 225 mm of 小4号 hold
_WHOLE = re.compile("[!-~]+")  # digits and letters, which no line breaks
_LEAST, _MOST = 3, 24  # what a column is taken to want
_MARGINS, _NARROW = 2, 1  # of a cell, comfortable and as they are
_TWO = 2.0  # a column of single han is no reading


def needed(rows: Sequence[Sequence[str]]) -> list[float]:
    """What each column must have, so that no number is broken."""
    return [max(_TWO, *map(_longest, column)) + _NARROW for column in zip(*rows, strict=True)]


def shares(rows: Sequence[Sequence[str]], whole: float) -> list[float]:
    """The width of each column: in proportion to its longest line, none below what it must have; together `whole`."""
    least, wanted = needed(rows), [_wanted(column) for column in zip(*rows, strict=True)]
    even = [whole * one / sum(wanted) for one in wanted]
    if all(map(float.__ge__, even, least)):
        return even
    over = [max(want - must, 0) for want, must in zip(wanted, least, strict=True)]
    left = max(whole - sum(least), 0)
    found = [must + left * more / (sum(over) or 1) for must, more in zip(least, over, strict=True)]
    return [whole * one / sum(found) for one in found]


def _longest(cell: str) -> float:
    return max((width(match) for match in _WHOLE.findall(cell)), default=0)


def _wanted(cells: Iterable[str]) -> float:
    longest = max(width(line) for cell in cells for line in (cell or " ").split("\n"))
    return min(max(longest, _LEAST), _MOST) + _MARGINS
