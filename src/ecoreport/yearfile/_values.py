"""Mends of a value: its quotes, the colons and commas in it; and of the brackets around it."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.yearfile._brackets import ANY_KEY, OPENING, brackets, end_of_brackets
from ecoreport.yearfile._mend import KEY, LEAD, Mend, rewritten, without_comment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 2000  # characters of a line that is looked into
_HEAD = re.compile(rf"{LEAD}(?:{KEY}: +)?(?=\S)")
_GROUPED = re.compile(r"(?<=[0-9]),\s*(?=[0-9]{3}(?![0-9]))")
_SHORT = 40  # characters of a value that a message repeats
_PAIR = re.compile(r"\"([^\"]*)\"|'([^']*)'")


class _Value(NamedTuple):
    """A value on a line: its columns, and whether it stands in brackets."""

    start: int
    end: int
    inside: bool


def value(lines: Sequence[str], at: int) -> Iterator[Mend]:
    """Every mend of the values on line `at`, and of the brackets around them."""
    line = lines[at]
    head = _HEAD.match(line)
    if head is None or len(line) > LONGEST:
        return
    body = without_comment(line)
    start = head.end()
    if start >= len(body):
        return
    if head["key"] or "-" in head["lead"]:
        yield from _in_value(line, at, _Value(start, len(body), inside=False))
    if body[start] in OPENING or re.match(r"[A-Za-z_]+: [^{}]*\}", body[start:]):
        yield from brackets(line, at, body, start)
        for one in _inner_values(body, start):
            yield from _in_value(line, at, one)


def _put(line: str, start: int, end: int, new: str) -> str:
    return line[:start] + new + line[end:]


def _inner_values(body: str, start: int) -> Iterator[_Value]:
    """The values in the brackets that begin there: between a key's colon, or a comma, and the next key or comma."""
    closed = len(body) - (body[-1] in "]}")
    if body[start] == "{":
        keys = [*re.finditer(rf"[{{,]\s*{ANY_KEY}:\s+", body[start:closed])]
        for one, after in zip_longest(keys, keys[1:]):
            end = start + after.start() if after else closed
            yield _Value(start + one.end(), end, inside=True)
    elif body[start] == "[":
        for one in re.finditer(r"(?<=[\[,])\s*(?P<item>[^,\s][^,]*)", body[start:closed]):
            yield _Value(start + one.start("item"), start + one.end("item"), inside=True)


def _in_value(line: str, at: int, one: _Value) -> Iterator[Mend]:
    text = line[one.start : one.end].rstrip()
    end = one.start + len(text)
    if not text:
        return
    yield from _quotes(line, at, one, text)
    if one.inside and "," in text:
        yield from _commas(line, at, one, text)
    if match := re.search(r": +", text):
        new = _put(line, one.start, end, re.sub(r": +", "：", text))
        span = one.start + match.start(), one.start + match.end()
        message = "值里有“: ”（半角冒号加空格），会被当成又一个键"
        yield rewritten(at, new, "E124", message, span, "改用全角冒号“：”", "改用全角冒号")
    yield from _quoting(line, at, one, text)


def _quotes(line: str, at: int, one: _Value, text: str) -> Iterator[Mend]:
    """A value that begins with a quote: it has no end, or goes on behind it, or holds a backslash."""
    mark = text[0]
    end = one.start + len(text)
    if mark not in "\"'":
        return
    if text.count(mark) % 2:
        new = _put(line, one.start, end, mark + text[1:].rstrip("”’\"'") + mark)
        message = "引号没有成对：有开头，没有结尾"
        yield rewritten(at, new, "E110", message, (one.start, one.start + 1), "在值的末尾补上引号")
    if mark == '"' and "\\" in text:
        inner = text[1:-1] if text[-1] == mark and len(text) > 1 else text[1:]
        new = _put(line, one.start, end, "'" + inner.replace("'", "''") + "'")
        column = one.start + text.index("\\")
        message = "双引号里的“\\”是转义符，后面的字不能这样接"
        yield rewritten(at, new, "E135", message, (column, column + 1), "改用单引号", "改用单引号")
    pairs = [first or second for first, second in _PAIR.findall(text)]
    if pairs and (match := _PAIR.match(text)):
        words = all(not pair.isascii() for pair in pairs)
        other = "'" if mark == '"' else '"'
        inner = text[1:-1] if text[-1] == mark else text
        printed = _PAIR.sub(_as_printed, text) if words else f"{other}{inner}{other}"
        rest = re.compile(r"\s*").match(text, match.end())
        first = one.start + (rest.end() if rest else match.end())
        help_ = "去掉值开头的英文引号，或者把整个值都括进引号"
        yield rewritten(at, _put(line, one.start, end, printed), "E129", "引号后面还有字", (first, end), help_)


def _as_printed(pair: re.Match[str]) -> str:
    """A stretch in quotes as it should print: a title in 《》 needs none."""
    inner = pair[1] or pair[2] or ""
    return inner if inner.startswith("《") and inner.endswith("》") else f"“{inner}”"


def _quoting(line: str, at: int, one: _Value, text: str) -> Iterator[Mend]:
    """A value that is to stand in quotes."""
    quote = "'" if '"' in text or "\\" in text else '"'
    whole = text[0] in "[{" and not text.startswith("{{") and end_of_brackets(text, 0) == len(text)
    if text[0] in "\"'" or whole or re.fullmatch(r"[|>][-+0-9]*", text) or (quote == "'" and "'" in text):
        return
    new = _put(line, one.start, one.start + len(text), quote + text + quote)
    span = one.start, one.start + 1
    mark = text[0]
    code, message, more = "E125", f"值以“{mark}”开头，这是 YAML 的专用符号", "给值加上引号"
    name = re.match(r"[&*][A-Za-z0-9_-]+|!\S*", text)
    reference = text.find("{{")
    bracket = re.search(r"[\[\]{}]", text[1:])
    if name and mark != "!":
        code, message = "E113", f"“{name[0]}”会被当成 YAML 的锚点或别名，不支持"
        span = one.start, one.start + len(name[0])
    elif name and name[0].isascii():
        code, message = "E114", f"“{name[0]}”会被当成 YAML 标签，不支持"
        span = one.start, one.start + len(name[0])
    elif reference == 0 and not one.inside:
        message = "以“{{”开头的值要加引号"
    elif reference >= 0 and one.inside:
        message = "方括号、花括号里的文字要引用指标，得加引号"
        span = one.start + reference, one.start + len(text)
    elif mark not in "@`%&*!|>[{,#" and bracket and one.inside:
        code, message = "E138", f"值里有半角括号“{bracket[0]}”"
        span = one.start + 1 + bracket.start(), one.start + 2 + bracket.start()
    elif mark not in "@`%&*!|>[{,#?":
        return
    yield rewritten(at, new, code, message, span, "给整个值加上引号", more)
    if code in ("E113", "E114") and (rest := text[len(name[0]) if name else 0 :].strip()):
        yield rewritten(at, _put(line, one.start, one.start + len(text), rest), code, message, span)


def _commas(line: str, at: int, one: _Value, text: str) -> Iterator[Mend]:
    """Commas in a value in braces, which part it: in a number they go, in words they are full-width."""
    end = one.start + len(text)
    short = re.sub(r"\s+", " ", text)
    short = short if len(short) <= _SHORT else f"{short[:_SHORT]}……"
    message = f"花括号里的半角逗号把“{short}”分成了{text.count(',') + 1}项"
    if _GROUPED.search(text):
        new = _put(line, one.start, end, _GROUPED.sub("", text))
        more = "数里不写千位逗号"
    else:
        new = _put(line, one.start, end, re.sub(r",\s*", "，", text))
        more = "文字里的逗号用全角“，”或“、”"
    yield rewritten(at, new, "E131", message, (one.start, end), more, more)
