"""Mends of where a line begins, and of lines that are not there: what the lines around it show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile._keys import siblings
from ecoreport.yearfile._mend import LIKE, MISSING, Mend, content_of, counts, indent_of, without_comment
from ecoreport.yearfile._signs import LISTS, STEP, beginning
from ecoreport.yearfile.model import outermost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEY_LINE = re.compile(r"(?:- +)*[^\s#\"'\[\]{}:-][^:#\"']{0,40}:(?:\s|$)|- ")
_FIRST = frozenset({"id", "title", "text", "problem", "kind"})  # the keys that an item begins with
_UP, _DOWN = 60, 30  # lines above and below that a line is compared with
_EMPTY = re.compile(r":(?: *[|>][-+0-9]*)?$")
_BLOCK = re.compile(r"[^#\"']*: *[|>][-+0-9]*\s*(?:#.*)?$")
_ASSERTION = re.compile(r"- +[^\[{\"':]+(?:==|!=|[<>]=?)")


def blank(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """Nothing at all on a line of blanks that do not count."""
    line = lines[at]
    if line and not content_of(line):
        what = "制表符（Tab）" if "\t" in line else "全角空格或不间断空格"
        message = f"空行里有{what}，YAML 只认空格"
        yield Mend(
            at, ("",), "E122" if "\t" in line else "E123", message, (0, len(line)), "删掉这一行里的空白，留作空行"
        )


def begins_elsewhere(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """Fewer or more blanks before the line, of the kind that counts."""
    line = lines[at]
    content = content_of(line)
    own = line[: len(line) - len(content)]
    at_home = not own and content.partition(":")[0] in outermost()
    if not content or content.startswith(("#", "---")) or at_home:
        return
    places = siblings(lines, at)
    if set(own) - {" "}:
        above = next((lines[n] for n in range(at - 1, -1, -1) if counts(lines[n])), "")
        first = indent_of(above) + STEP * bool(_EMPTY.search(without_comment(above)))
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
            message = f"“|”下面的正文要比第{LIKE}行多缩进"
            return Mend(at, (new,), "E134", message, span, help_, above)
        if above >= 0 and place > len(own) and not KEY_LINE.match(lines[above].lstrip()):
            help_ = f"正文的每一行{beginning(place)}"
            return Mend(at, (new,), "E134", "正文的这一行比上一行缩进少", span, help_)
    if not place and own and content.partition(":")[0] in outermost():
        return Mend(at, (new,), "E134", "这个键属于文件的最外层", span, help_)
    like, owner = _like(lines, at, place), _owner(lines, at, place)
    if like >= 0:
        message = f"这一行与第{LIKE}行的缩进不齐"
    elif owner >= 0:
        message = f"这一行属于第{LIKE}行的“{without_comment(lines[owner]).strip()}”，要比它多缩进"
    else:
        message = "这一行的缩进不对"
    more = f"，写成 {without_comment(content)}" if content.startswith("- ") and len(content) <= STEP * 40 else ""
    return Mend(at, (new,), "E134", message, span, help_ + more, like if like >= 0 else owner)


def _like(lines: Sequence[str], at: int, place: int) -> int:
    """The nearest line of its kind, above first, that begins, or whose key begins, there."""
    kind = _kind(lines[at])
    near: list[int] = [*range(at - 1, max(at - _UP, -1), -1), *range(at + 1, min(at + _DOWN, len(lines)))]
    for number in near:
        line = lines[number]
        if not counts(line) or (kind[0] and not content_of(line).startswith("- ")) or kind[1:] != _kind(line)[1:]:
            continue
        if place == (indent_of(line) if kind[0] else _column(line)):
            return number
        if number < at and place > indent_of(line) and _EMPTY.search(without_comment(line)):
            return -1
    return -1


def _kind(line: str) -> tuple[bool, bool, bool]:
    """Whether a line begins an item, is a row of a table, holds a key."""
    content = content_of(line)
    return content.startswith("- "), content.startswith("- ["), bool(KEY_LINE.match(content))


def _column(line: str) -> int:
    """Where the content of the line begins, behind its dashes."""
    match = re.match(r" *(?:- +)*", line)
    return match.end() if match else 0


def _owner(lines: Sequence[str], at: int, place: int) -> int:
    """The nearest key above that has nothing beside it and begins one step before."""
    for number in range(at - 1, max(at - _UP, -1), -1):
        if _column(lines[number]) == place - STEP and _EMPTY.search(without_comment(lines[number])):
            return number
    return -1


def to_the_margin(lines: Sequence[str], at: int, keys: frozenset[str], present: frozenset[str]) -> Iterator[Mend]:
    """A key of the outermost level that has blanks before it."""
    line = lines[at]
    content = line.lstrip(" ")
    if content != line and content.partition(":")[0] in keys and present:
        yield _moved(lines, at, line[: len(line) - len(content)], content, 0)


def no_dash(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """A line that begins an item, without its dash: the first key of the items around it, or a row."""
    line = lines[at]
    content, indent = line.lstrip(" "), indent_of(line)
    if not content or content[0] in "-#":
        return
    body, row = without_comment(content), content[0] in "[{"
    span = indent, indent + (1 if row else len(body))
    first = content.partition(":")[0]
    for place in (indent, indent - STEP, indent + STEP) if row else (indent, indent - STEP):
        dashes = [one for one in lines if one.startswith(" " * place + "- ")] if place >= 0 else []
        begun = {one[place + STEP :].partition(":")[0] for one in dashes}
        if row or first in begun or (not dashes and first in _FIRST):
            help_ = f"写成 - {body}" + (f"，前面留 {place} 个空格" if place != indent else "")
            if place >= 0:
                yield Mend(at, (f"{' ' * place}- {content}",), "E134", "这一行前面少了“- ”", span, help_)


def line_above(lines: Sequence[str], at: int, present: frozenset[str]) -> Iterator[Mend]:
    """The line that is missing above: the key of a list or of a text, the first line of an item."""
    line = lines[at]
    indent, content = indent_of(line), line.lstrip(" ")
    span = indent, len(without_comment(line))
    for key in LISTS:
        if key not in present and indent <= STEP * 2 and (message := _says(key, content)):
            yield _missing(line, at, f"{key}:", 0, message, span)
    if indent < STEP:
        return
    for key in ("items", "rows"):
        if indent > STEP and content[0] == "-" and content.startswith("- [") is (key == "rows"):
            yield _missing(line, at, f"{key}:", indent - STEP, f"这一行上面少了一行：列表的“{key}:”", span)
    if not KEY_LINE.match(content):
        message = "这一行上面少了一行：“text: |”，正文接到标题里了"
        yield _missing(line, at, "text: |", indent - STEP, message, span)
    elif content.partition(":")[0].isascii() and content[0] != "-":
        message = "这一行上面少了一行：这一条开头的“- id: …”"
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
    return Mend(at, (" " * indent + written, line), MISSING, message, span, help_)
