"""Lines that are no `key: value`: the key, its colon, or the mark of a comment is missing."""

from __future__ import annotations

import re
from typing import NamedTuple

from ecoreport.yearfile._signs import SEMICOLONS, WIDE_COLONS

_SHOWN = 60  # characters of a line that a mend repeats

DASHES = re.compile(r"(?:- ++|-$)+")
OWN_KEY = re.compile(rf"(?:- ++)*+[A-Za-z_]+(?:[{WIDE_COLONS}:](?:\s|$)|\s*[{SEMICOLONS}])")
KEY = re.compile(
    rf"(?P<key>[^\s#\"'\[{{:][^:{WIDE_COLONS}]{{0,40}})"
    rf"(?:[{WIDE_COLONS}]|(?<=[A-Za-z_])[{SEMICOLONS}]|:(?=\s|$)|(?<=[A-Za-z_]):(?!/))\s*(?P<value>.*)"
)
_NO_COLON = re.compile(r"([A-Za-z_]+(?=\s|$)|[^\s:]+(?=\s+[0-9{]))\s*(.*)")


class Stray(NamedTuple):
    """A line that is out of place, from 0: what to say, the columns meant, the mend."""

    code: str
    message: str
    line: int
    span: tuple[int, int]
    help: str = ""
    certain: bool = False  # whatever else may be said of the line


def nameless(at: int, indent: int, content: str, *, in_list: bool) -> Stray:
    """A value, or a colon and a value, whose key, or whose dash, has been left out."""
    value = content.lstrip(": ")
    span = indent, indent + 1
    if in_list:
        return Stray("E134", "这一行前面少了“- ”", at, span, f"写成 - {short(value)}")
    if value.startswith("["):
        return Stray("E137", "这一行少了键", at, span, f"写成 键: {short(value)}")
    if value.startswith("{"):
        return Stray("E137", "这一行少了指标的名称", at, span, f"写成 指标名称: {short(value)}")
    return Stray("E137", "这一行少了键", at, span, "在冒号前面写上键，例如 title:")


def no_colon(at: int, indent: int, content: str) -> Stray | None:
    """A line that is neither `key: value` nor a list item nor text."""
    typed = _NO_COLON.match(content)
    span = indent, indent + len(content)
    if content[0] in "\"'[{" or content.startswith("---") or ": " in content:
        return None
    if typed:
        shown = f"写成 {typed[1]}: {short(typed[2])}".rstrip()
        return Stray("E137", f"“{typed[1]}”后面少了冒号", at, span, shown)
    return comment(at, indent, content)


def comment(at: int, indent: int, content: str) -> Stray:
    """A line that may have been meant as a comment."""
    help_ = f"是说明，就在前面加上“# ”：写成 # {short(content)}"
    return Stray("E137", "这一行不是“键: 值”，也不是说明", at, (indent, indent + len(content)), help_)


def item_without_key(at: int, column: int, rest: str, below: str) -> Stray | None:
    """An item that is to have keys, as the line below shows, and begins without one."""
    continued = len(below) - len(below.lstrip(" ")) == column and OWN_KEY.match(below.lstrip(" "))
    if not rest.startswith(":") and (KEY.match(rest) or rest[0] in "{[\"'#" or not continued):
        return None
    span = column, column + len(rest)
    typed = _NO_COLON.match(rest)
    value = rest.lstrip(": ")
    if typed and typed[2]:
        return Stray("E137", f"“{typed[1]}”后面少了冒号", at, span, f"写成 - {typed[1]}: {short(typed[2])}")
    key = "text" if value == "|" else "id" if value.isascii() else "title"
    return Stray("E137", "“- ”后面少了键", at, span, f"写成 - {key}: {short(value)}")


def short(text: str) -> str:
    """The text, without a comment, as a mend repeats it."""
    plain = re.sub(r"(?<!\s)\s++(?:#.*|$)", "", text)
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "……"
