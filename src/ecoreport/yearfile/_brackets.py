"""Mends of the brackets around values: other signs for them, one too few or too many, what parts the values in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile._mend import Mend, rewritten
from ecoreport.yearfile._signs import SEMICOLONS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = "{[｛［【（(〔"
ANY_KEY = r"(?:[A-Za-z_]+|[一-鿿]{1,20})\s*"
_NAMES = {"[": "方括号", "{": "花括号"}
_CLOSING = {"[": "]", "{": "}"}
_PARTED = "用半角逗号加空格分开"
_INNER_COLON = re.compile(
    r"(?<=[{,，])(?P<before>\s*)(?P<key>[A-Za-z_]+|[^\s{}\[\]:,，\"']{1,40})"
    rf"(?P<at>\s*[{WIDE_COLONS}{SEMICOLONS}=＝]\s*|:(?=[^\s/]))"
)
_BEFORE_KEY = re.compile(rf"(?<=[^,{{\s:])(?P<at>\s*[，、；;]\s*|\s+)(?=(?P<key>{ANY_KEY})[:：])")
_BETWEEN = re.compile(r"\s*[，、；;]\s*")
_FIGURE = re.compile(rf"\s*(?:value|source|note|previous|restated)\s*[{WIDE_COLONS}{SEMICOLONS}:]")
_NUMBER = re.compile(r"\{\s*(?P<number>[0-9][^,:{}]*)")
_BARE = re.compile(  # a value in brackets that refers to a figure and has no quotes
    r"(?<![\"'\w{])(?:(?<=[\[,:])|(?<=[\[,:] ))[^\[\]{}\"',:]*\{\{[^{}]*\}\}(?:[^\[\]{}\"',:]|\{\{[^{}]*\}\})*"
)


def brackets(line: str, at: int, body: str, start: int) -> Iterator[Mend]:
    """Every mend of the brackets that begin at `start`; `body` is the line without its comment."""
    tail = line[len(body) :]
    yield from _others(at, body, start, tail)
    if body[start] not in OPENING:
        end = body.find("}") + 1
        new = body[:start] + "{" + body[start:] + tail
        yield rewritten(at, new, "E138", "花括号没有配对：少了“{”", (start, end or len(body)))
        return
    if body[start] in _CLOSING:
        yield from _closing(at, body, start, tail)
    yield from _commas(at, body, start, tail)
    if match := _BARE.search(body, start):
        new = body[:start] + _BARE.sub(_quoted, body[start:])
        new = re.sub(r",\s*(?=\]$)", ', ""', new) + tail
        message = "方括号、花括号里的文字要引用指标，得加引号"
        yield rewritten(at, new, "E125", message, match.span(), "给它加上英文引号", "给它加上引号")
    if body[start] == "{":
        yield from _keys(at, body, start, tail)


def _quoted(one: re.Match[str]) -> str:
    text = one[0].strip()
    return one[0].replace(text, f'"{text}"')


def _commas(at: int, body: str, start: int, tail: str) -> Iterator[Mend]:
    """Another sign for the comma between values, or none."""
    if match := _BEFORE_KEY.search(body, start):
        new = body[:start] + _BEFORE_KEY.sub(", ", body[start:]) + tail
        sign, key = match["at"].strip(), match["key"].strip()
        message = f"“{key}”前面要有一个半角逗号加空格"
        if sign == "，":
            message = "方括号、花括号里用了全角逗号“，”"
        span = match.span("at") if sign else match.span("key")
        yield rewritten(at, new, "E131", message, span, _PARTED, _PARTED if sign else "")
    if body[start] == "[" and (match := _BETWEEN.search(body, start)):
        new = body[:start] + _BETWEEN.sub(", ", body[start:]) + tail
        sign = match[0].strip()
        what = f"用了全角逗号“{sign}”" if sign == "，" else f"用了“{sign}”"
        span = start + 1, len(body) - (body[-1] == "]")
        mend = rewritten(at, new, "E131", f"方括号里{what}，几项成了一项", span, _PARTED, _PARTED)
        yield mend._replace(sure="," not in body[start:])


def _keys(at: int, body: str, start: int, tail: str) -> Iterator[Mend]:
    """Keys in braces: another sign for their colon; a number without its key."""
    if match := _INNER_COLON.search(body, start):
        new = body[:start] + _INNER_COLON.sub(r"\g<before>\g<key>: ", body[start:]) + tail
        sign = match["at"].strip()
        message = f"“{match['key']}”后面是" + ("全角冒号" if sign in WIDE_COLONS else f"“{sign}”")
        code = "E120"
        if sign == ":":
            code, message = "E121", f"“{match['key']}:”后面要有一个空格"
        span = match.start("key"), match.end("at")
        yield rewritten(at, new, code, message, span, "写成半角冒号加一个空格")
    if match := _NUMBER.match(body, start):
        number, first = match["number"].rstrip(), match.start("number")
        new = body[:start] + "{value: " + body[first:] + tail
        span = first, first + len(number)
        yield rewritten(at, new, "E137", f"“{number}”前面少了“value: ”", span)


def _others(at: int, body: str, start: int, tail: str) -> Iterator[Mend]:
    """Full-width, round or square ones where a figure's braces, or a list's brackets, are meant."""
    mark = body[start]
    if mark != "{" and _FIGURE.match(body, start + 1):
        held = body[start + 1 :].removesuffix(body[-1]) if body[-1] in "}｝）)】］]〕" else body[start + 1 :]
        held = re.sub(rf"(?<=[A-Za-z_])\s*[{WIDE_COLONS}{SEMICOLONS}:]\s*", ": ", held)
        new = f"{body[:start]}{{{_BEFORE_KEY.sub(', ', held).strip()}}}{tail}"
        message, more = f"指标的数和来源外面是“{mark}”", "要用半角花括号“{”“}”"
        yield rewritten(at, new, "E138", message, (start, start + 1), more, more)
    elif mark in "［【" or (mark == "[" and body[-1] in "］】"):
        new = f"{body[:start]}[{_BETWEEN.sub(', ', body[start + 1 :].rstrip('］】]'))}]{tail}"
        if mark == "【":
            yield rewritten(at, new, "E131", "“【】”不是列表的方括号", (start, len(body)))
            return
        wrong, right, column = ("［", "[", start) if mark == "［" else (body[-1], "]", len(body) - 1)
        yield rewritten(at, new, "E138", f"“{wrong}”是全角的，要用半角“{right}”", (column, column + 1))


def _closing(at: int, body: str, start: int, tail: str) -> Iterator[Mend]:
    """The end of brackets: missing, another one, too many, or followed by something."""
    mark, right, last = body[start], _CLOSING[body[start]], body[-1]
    message = f"{_NAMES[mark]}没有写完：少了“{right}”"
    new = body.rstrip(", ") + right + tail
    yield rewritten(at, new, "E138", message, (start, len(body)), f"在末尾补上“{right}”")
    if last in "］】〕｝)）]}":
        message = f"“{mark}”没有配上“{right}”，配上了“{last}”"
        if last not in "]})":
            message = f"“{last}”是全角的，要用半角“{right}”"
        yield rewritten(at, body[:-1] + right + tail, "E138", message, (len(body) - 1, len(body)))
    end = end_of_brackets(body, start)
    words = body[end:].strip() if end else ""
    span = end, len(body)
    if words and set(words) <= set("]} "):
        yield rewritten(at, body[:end] + tail, "E138", f"多了一个“{words[0]}”", span)
    elif words and not re.search(r"\w", words):
        yield rewritten(at, body[:end] + tail, "E138", f"“{right}”后面多了“{words}”", span)
    elif words and mark == "{" and ": " in body[start:end]:
        new = f"{body[:end]}  # {words}{tail}"
        help_ = f"不印的话写成说明，写成 {new.strip()}"
        yield Mend(at, (new,), "E138", f"“{right}”后面还有字", span, help_)


def end_of_brackets(body: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; 0 where none does."""
    depth = 0
    quote = ""
    for column in range(start, len(body)):
        sign = body[column]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and body[column - 1] in " [{,":
            quote = sign
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return column + 1
    return 0
