"""What a terminal shows, as an SVG that is the same on every machine: each character stands where its column is."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from ecoreport.problems.terminal import display_width

COLUMN, ROW, EDGE = 8.4, 22, 16  # pixels
SIZES = {1: 14, 2: 16}  # of characters one and two columns wide
# The colours that ecoreport asks for, on a dark ground.
COLOURS = {"": "#d4d4d4", "31": "#f47067", "33": "#e3b341", "32": "#6bc46d", "36": "#6cb6ff", "34": "#6cb6ff"}
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace"
_CODE = re.compile(r"\x1b\[([\d;]*)m")


class _Sign(NamedTuple):
    """A character, its column, its colour."""

    text: str
    column: int
    colour: str
    bold: bool


def drawn(text: str) -> str:
    """The lines, with their colours as terminals are told them, as a picture as wide as the widest."""
    lines = [list(_signs(line)) for line in text.rstrip("\n").split("\n")]
    columns = max((signs[-1].column + display_width(signs[-1].text) for signs in lines if signs), default=0)
    width, height = 2 * EDGE + columns * COLUMN, 2 * EDGE + len(lines) * ROW
    rows = [row for number, signs in enumerate(lines) for row in _row(signs, EDGE + number * ROW + SIZES[2])]
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONTS}" font-size="{SIZES[1]}">',
        '<rect width="100%" height="100%" rx="8" fill="#1f2428"/>',
        *rows,
        "</svg>\n",
    ])  # fmt: skip


def _signs(line: str) -> Iterator[_Sign]:
    column, colour, bold = 0, "", False
    for at, piece in enumerate(_CODE.split(line)):
        if at % 2:
            codes = piece.split(";")
            colour, bold = next((code for code in codes if code in COLOURS and code), ""), "1" in codes
            continue
        for sign in piece:
            yield _Sign(sign, column, colour, bold)
            column += display_width(sign)


def _row(signs: list[_Sign], y: float) -> Iterator[str]:
    for (colour, bold, size), run in groupby(signs, lambda one: (one.colour, one.bold, SIZES[display_width(one.text)])):
        seen = [sign for sign in run if sign.text != " "]
        if not seen:
            continue
        places = " ".join(f"{EDGE + sign.column * COLUMN:g}" for sign in seen)
        weight = ' font-weight="bold"' if bold else ""
        larger = f' font-size="{size}"' if size != SIZES[1] else ""
        text = escape("".join(sign.text for sign in seen))
        yield f'<text x="{places}" y="{y:g}" fill="{COLOURS[colour]}"{larger}{weight}>{text}</text>'
