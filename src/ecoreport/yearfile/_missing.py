"""Lines that are not there: the first line of an item, the key above a list, as the lines below show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile._keyless import KEY, Stray, short
from ecoreport.yearfile._signs import STEP, beginning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ecoreport.yearfile._levels import Above, Level

_ITEM_KEY = re.compile(r"(?:id|title|text|problem|cause|answers|carries_out|numbered|items|table):")
_NO_ITEMS = re.compile(r"(?:problem|cause|answers|carries_out):")  # keys that stand in no item below another
_ASSERTION = re.compile(r"- +[^\[{\"'].*[=<>]")


def first_line(lines: Sequence[str], levels: Iterable[Level], indent: int) -> Stray | None:
    """The `- id: …` that begins a list, where its second item, with its dash at `indent`, comes without it."""
    lost = next((one for one in levels if not one.dash and one.indent == indent + STEP), None)
    if lost is None or lost.parent not in (indent, indent - STEP) or lines[lost.line][:indent].strip():
        return None
    content = lines[lost.line][lost.indent :]
    if not _ITEM_KEY.match(content):
        return None
    span = lost.indent, lost.indent + len(content)
    if content.startswith("id:"):
        help_ = f"写成 - {short(content)}，{_blanks(indent)}"
        return Stray("E134", "这一行前面少了“- ”", lost.line, span, help_)
    message = "这一行上面少了一行：第一条开头的“- id: …”"
    return Stray("E139", message, lost.line, span, f"在这一行上面补上 - id: …，{_blanks(indent)}")


def key_above(lines: Sequence[str], at: int, indent: int, above: Above, below: tuple[int, str] | None) -> Stray | None:
    """The key of the list that begins at line `at`, where the key above already has its value."""
    content = lines[at].strip()
    row = content.startswith("- [")
    if above.plain >= 0 and row and lines[above.plain].lstrip().startswith("["):
        first = lines[above.plain].strip()
        start = lines[above.plain].index("[")
        help_ = f"写成 - {short(first)}，{_blanks(indent)}"
        return Stray("E134", "这一行前面少了“- ”", above.plain, (start, start + 1), help_)
    same, deeper = indent == above.column == STEP, indent == above.column + STEP
    goes_on = below is not None and (below[0] == indent + STEP or (below[0] == indent and below[1][0] == "-"))
    shifted = deeper and below is not None and _NO_ITEMS.match(below[1])
    has_value = above.key and not above.empty and above.value[:1] not in ("|", ">")
    if not has_value or not (same or deeper) or not (row or goes_on) or shifted:
        return None
    key, column = _key_of(content, top=same), 0 if same else above.column
    span = indent, indent + len(content)
    message = f"这一行上面少了一行：列表的“{key}:”"
    return Stray("E139", message, at, span, f"在这一行上面补上 {key}:，{_blanks(column)}")


def _key_of(content: str, *, top: bool) -> str:
    """The key that a list belongs to which begins so."""
    if content.startswith("- ["):
        return "rows"
    if _ASSERTION.match(content) and not KEY.match(content, 2):
        return "assertions"
    return "measures" if top else "items"


def _blanks(indent: int) -> str:
    return f"前面留 {indent} 个空格" if indent else beginning(0)
