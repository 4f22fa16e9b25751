"""Mends of where a line begins, and of lines that are not there: what the lines around it show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile._keys import siblings
from ecoreport.yearfile._mend import Mend, counts, indent_of, without_comment
from ecoreport.yearfile._signs import LISTS, STEP, WIDE_BLANKS, beginning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEY_LINE = re.compile(r"(?:- +)*[^\s#\"'\[\]{}:-][^:#\"']{0,40}:(?:\s|$)|- ")
_LEAD = re.compile(rf"[ \t{WIDE_BLANKS}]*")
_BLOCK = re.compile(r"[^#\"']*: *[|>][-+0-9]*\s*(?:#.*)?$")
_ASSERTION = re.compile(r"- +[^\[{\"':]+(?:==|!=|[<>]=?)")


def begins_elsewhere(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """Fewer or more blanks before the line, of the kind that counts."""
    line = lines[at]
    content = line[len(_LEAD.match(line)[0]) :]  # type: ignore[index] - it always matches
    own = line[: len(line) - len(content)]
    if not content or content[0] == "#":
        return
    places = siblings(lines, at)
    if set(own) - {" "}:
        first = next((indent_of(lines[n]) for n in range(at - 1, -1, -1) if counts(lines[n])), 0)
        order = sorted(places, key=lambda place: (abs(place - first), -place))
    else:
        order = sorted(places, key=lambda place: (abs(place - len(own)), -place))
    for place in order:
        if " " * place != own:
            yield _moved(lines, at, own, content, place)


def _moved(lines: Sequence[str], at: int, own: str, content: str, place: int) -> Mend:
    return _told(lines, at, own, content, place)._replace(is_key=bool(KEY_LINE.match(content)))


def _told(lines: Sequence[str], at: int, own: str, content: str, place: int) -> Mend:
    new = " " * place + content
    help_ = f"这一行{beginning(place)}"
    span = 0, max(len(own), 1)
    if "\t" in own:
        start = own.index("\t")
        return Mend(at, (new,), "E122", "缩进里有制表符（Tab），YAML 只认空格", (start, len(own)), help_)
    if set(own) - {" "}:
        message = "缩进里有全角空格或不间断空格，YAML 只认半角空格"
        return Mend(at, (new,), "E123", message, span, help_)
    above = next((n for n in range(at - 1, -1, -1) if counts(lines[n])), -1)
    if not KEY_LINE.match(content):
        if above >= 0 and _BLOCK.match(lines[above]) and len(own) <= indent_of(lines[above]) < place:
            message = f"“|”下面的正文要比第{above + 1}行多缩进"
            return Mend(at, (new,), "E134", message, span, help_)
        if above >= 0 and place > len(own) and not KEY_LINE.match(lines[above].lstrip()):
            help_ = f"正文的每一行{beginning(place)}"
            return Mend(at, (new,), "E134", "正文的这一行比上一行缩进少", span, help_)
    if not place and own:
        return Mend(at, (new,), "E134", "这个键属于文件的最外层", span, help_)
    like = _like(lines, at, place)
    message = f"这一行与第{like + 1}行的缩进不齐" if like >= 0 else "这一行的缩进不对"
    more = f"，写成 {without_comment(content)}" if content.startswith("- ") and len(content) <= STEP * 40 else ""
    return Mend(at, (new,), "E134", message, span, help_ + more)


def _like(lines: Sequence[str], at: int, place: int) -> int:
    """The nearest line, above first, that begins, or whose key begins, there."""
    ahead = range(at + 1, min(at + 30, len(lines)))
    for number in (*range(at - 1, max(at - 60, -1), -1), *ahead):
        line = lines[number]
        match = re.match(r" *(?:- +)*", line)
        if counts(line) and KEY_LINE.match(line.lstrip()) and (place in (indent_of(line), match.end() if match else 0)):
            return number
    return -1


def no_dash(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A line that begins an item, without its dash."""
    line = lines[at]
    content, indent = line.lstrip(" "), indent_of(line)
    if not content or content[0] in "-#":
        return
    body = without_comment(content)
    span = indent, indent + (1 if content[0] in "[{" else len(body))
    places = {indent, indent - STEP} if content[0] not in "[{" else {indent, indent - STEP, indent + STEP}
    for place in sorted(places, reverse=True):
        if place >= 0:
            help_ = f"写成 - {body}" + (f"，前面留 {place} 个空格" if place != indent else "")
            yield Mend(at, (f"{' ' * place}- {content}",), "E134", "这一行前面少了“- ”", span, help_)


def line_above(lines: Sequence[str], at: int, present: frozenset[str]) -> Iterator[Mend]:
    """The line that is missing above: the key of a list or of a text, the first line of an item."""
    line = lines[at]
    indent, content = indent_of(line), line.lstrip(" ")
    span = indent, len(without_comment(line))
    for key in LISTS:
        if key not in present and indent <= STEP * 2:
            yield _missing(line, at, f"{key}:", 0, _says(key, content), span)
    if indent < STEP:
        return
    for key in ("items", "rows"):
        if content.startswith("- [") is (key == "rows") and content[0] == "-":
            yield _missing(line, at, f"{key}:", indent - STEP, f"这一行上面少了一行：列表的“{key}:”", span)
    if not KEY_LINE.match(content):
        message = "这一行上面少了一行：“text: |”，正文接到标题里了"
        yield _missing(line, at, "text: |", indent - STEP, message, span)
    elif content[0] != "-":
        message = "这一行上面少了一行：第一条开头的“- id: …”"
        yield _missing(line, at, "- id: …", indent - STEP, message, span)._replace(spelled=False)


def _says(key: str, content: str) -> str:
    if key == "figures":
        return "这一行上面少了一行：“figures:”"
    if key == "assertions":
        return "这一行上面少了一行：列表的“assertions:”" if _ASSERTION.match(content) else ""
    return f"这一条上面少了一行：“{key}:”" if content[:1] == "-" else ""


def _missing(line: str, at: int, written: str, indent: int, message: str, span: tuple[int, int]) -> Mend:  # noqa: PLR0913, PLR0917
    what = "这一条" if message.startswith("这一条") else "这一行"
    help_ = f"在{what}上面补上 {written}，{beginning(indent)}"
    return Mend(at, (" " * indent + written, line), "E139" if message else "", message, span, help_)
