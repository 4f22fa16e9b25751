"""What is open where a year file has been read to: keys, items, and by how much they are indented."""

from __future__ import annotations

import re
from typing import NamedTuple

from ecoreport.yearfile._keyless import Stray
from ecoreport.yearfile._signs import STEP, WIDE_COLONS, beginning
from ecoreport.yearfile.model import Report, field_names, models_in

# The keys of the outermost level that stand nowhere else; `figures` stands in a chart too, far from the margin.
_INSIDE = frozenset(
    key for field in Report.model_fields.values() for one in models_in(field.annotation) for key in field_names(one)
)
OUTERMOST = (frozenset(Report.model_fields) - _INSIDE) | {"figures"}
_OUTERMOST = re.compile(rf"({'|'.join(sorted(OUTERMOST))})[{WIDE_COLONS}:]")


class Level(NamedTuple):
    """An indent that is open, and the line that opened it."""

    indent: int
    line: int
    dash: bool
    parent: int  # the indent of the key, or of the dash, that it stands below


class Above(NamedTuple):
    """The key or item last read."""

    line: int
    column: int  # of the key itself
    key: str
    empty: bool
    value: str
    popped: tuple[Level, ...]
    after_empty: bool = False  # the key before it, beside it, has nothing
    plain: int = -1  # the line of the text that has turned out to be its value


def outermost(content: str, indent: int) -> bool:
    """Whether the line is a key of the outermost level, which cannot stand at this indent."""
    match = _OUTERMOST.match(content)
    return match is not None and (match[1] != "figures" or indent <= STEP)


def aligned(line: int, indent: int, message: str, wanted: int, more: str = "") -> Stray:
    """A line that is to begin elsewhere."""
    return Stray("E134", message, line, (0, max(indent, 1)), f"这一行{beginning(wanted)}{more}")


def with_below(level: Level, at: int, indent: int) -> Stray:
    """The line that opened a level which the line at `at` shows to be out of place."""
    return aligned(level.line, level.indent, f"这一行与第{at + 1}行的缩进不齐", indent)
