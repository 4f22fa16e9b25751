"""What no style can place: issuer and date, 附件说明, 发文机关标志; the same figures for Word and for the page."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ecoreport.report.blocks import Kind
from ecoreport.text.titles import evenly, width

LINE = 28  # 字 on a line, 5.2.3
_GAP, _SEALED_GAP = 2.0, 4.0  # 字 from the right, 7.3.5.2 and 7.3.5.1
# Widths of Times New Roman in its own size; on the grid a 字 is 15.75 pt wide, 16 less the spacing.
_WIDTHS = {**dict.fromkeys("0123456789", 0.5), **dict.fromkeys(".,:;/ ", 0.25), **dict.fromkeys("()-", 0.333)}
_SIZE, _SPACING = 16.0, -0.25
_ANNEX, _ANNEX_INDENT = "附件：", 2.0  # 字 before it
_LABEL = r"(?:附件：)?(?:[0-9]+\.)?"


class Place(NamedTuple):
    """How a line is aligned, and what is left free at its sides, in 字."""

    align: str
    left: float
    right: float


def set_width(text: str) -> float:
    """The width of the text as it is set in 3号 on the grid, in 字: a digit of Times takes less than a half."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    return (_WIDTHS.get(character, 0.55) * _SIZE + _SPACING) / (_SIZE + _SPACING) if character.isascii() else 1.0


class Entry(NamedTuple):
    """An entry of 附件说明: where its first line begins, and where those that wrap do, in 字."""

    text: str
    first: float
    left: float


def annex_entries(text: str) -> Iterator[Entry]:
    """The entries of 附件说明 (7.3.4): what wraps stands under the first character of the name."""
    for at, entry in enumerate(text.split("\n")):
        label = match[0] if (match := re.match(_LABEL, entry)) else ""
        first = _ANNEX_INDENT + (set_width(_ANNEX) if at else 0)
        yield Entry(entry, first, first + set_width(label))


def red_mark(text: str, room: float, size: float, least: float) -> tuple[tuple[str, ...], float]:
    """发文机关标志 (7.2.4): its lines and their size in pt, where a line has so much `room`.

    As large as its line allows, up to `size`; one that would be smaller than `least`, the title's, stands on two lines,
    or on as many as it takes.
    """
    lines: tuple[str, ...] = (text,)
    rows = 1
    while room / max(*map(width, lines), 1) < least and len(lines) < len(text):
        rows += 1
        lines = evenly(text, rows)
    return lines, min(size, float(int(room / max(*map(width, lines), 1))))


def place_of(kind: Kind, texts: Mapping[Kind, str], *, sealed: bool) -> Place:
    """The place of the issuer or of the date, by both of their texts."""
    issuer, date = placed(texts.get(Kind.ISSUER, ""), texts.get(Kind.DATE, ""), sealed=sealed)
    return issuer if kind == Kind.ISSUER else date


def placed(issuer: str, date: str, *, sealed: bool) -> tuple[Place, Place]:
    """The places of issuer and date at the foot of the text (7.3.5).

    Without a seal the issuer stands 2 字 from the right and the date begins 2 字 right of it, or, where
    the date is the longer one, the date stands 2 字 from the right and the issuer 2 字 left of its start.
    With a seal both are centred on one axis, the date 4 字 from the right where the issuer has room so.
    """
    issuer_width, date_width = set_width(issuer), set_width(date)
    if sealed:
        half = max(_SEALED_GAP + date_width / 2, issuer_width / 2) if date else _SEALED_GAP + issuer_width / 2
        place = Place("center", max(LINE - 2 * half, 0.0), 0.0)
        return place, place
    if not date or issuer_width - date_width >= _GAP:
        begins = max(LINE - _GAP - issuer_width, 0.0)
        return Place("right", 0.0, min(_GAP, max(LINE - issuer_width, 0.0))), Place("left", begins + _GAP, 0.0)
    begins = LINE - _GAP - date_width
    return Place("left", max(begins - _GAP, 0.0), 0.0), Place("left", begins, 0.0)
