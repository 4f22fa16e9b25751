"""Mends of a value: its quotes, its brackets, the colons and commas in it."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.yearfile._mend import KEY, LEAD, Mend, rewritten, without_comment
from ecoreport.yearfile._signs import SEMICOLONS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 2000  # characters of a line that is looked into
_OPENING = "{[｛［【（(〔"
_NAMES = {"[": "方括号", "{": "花括号"}
_CLOSING = {"[": "]", "{": "}"}
_HEAD = re.compile(rf"{LEAD}(?:{KEY}: +)?(?=\S)")
_INNER_KEY = r"[A-Za-z_]+|[^\s{}\[\]:,，\"']{1,40}"
_INNER_COLON = re.compile(
    rf"(?<=[{{,，])(?P<before>\s*)(?P<key>{_INNER_KEY})(?P<at>\s*[{WIDE_COLONS}{SEMICOLONS}=＝]\s*|:(?=[^\s/]))"
)
_ANY_KEY = r"(?:[A-Za-z_]+|[一-鿿]{1,20})\s*[:：]"
_NEXT_KEY = rf"(?={_ANY_KEY})"
_FIGURE = re.compile(rf"(?:value|source|note|previous|restated)\s*[{WIDE_COLONS}{SEMICOLONS}:]")
_GROUPED = re.compile(r"(?<=[0-9]),\s*(?=[0-9]{3}(?![0-9]))")
PARTED = "用半角逗号加空格分开"
_SHORT = 40  # characters of a value that a message repeats
_BARE = re.compile(
    r"(?<![\"'\w{])(?:(?<=[\[,:])|(?<=[\[,:] ))[^\[\]{}\"',:]*\{\{[^{}]*\}\}(?:[^\[\]{}\"',:]|\{\{[^{}]*\}\})*"
)
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
    if body[start] in _OPENING or re.match(r"[A-Za-z_]+: [^{}]*\}", body[start:]):
        yield from _brackets(line, at, body, start)
        for one in _inner_values(body, start):
            yield from _in_value(line, at, one)


def _put(line: str, start: int, end: int, new: str) -> str:
    return line[:start] + new + line[end:]


def _inner_values(body: str, start: int) -> Iterator[_Value]:
    """The values in the brackets that begin there: between a key's colon, or a comma, and the next key or comma."""
    closed = len(body) - (body[-1] in "]}")
    if body[start] == "{":
        keys = [*re.finditer(rf"[{{,]\s*{_ANY_KEY[:-4]}:\s+", body[start:closed])]
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


def _quoted(one: re.Match[str]) -> str:
    text = one[0].strip()
    return one[0].replace(text, f'"{text}"')


def _as_printed(pair: re.Match[str]) -> str:
    """A stretch in quotes as it should print: a title in 《》 needs none."""
    inner = pair[1] or pair[2] or ""
    return inner if inner.startswith("《") and inner.endswith("》") else f"“{inner}”"


def _quoting(line: str, at: int, one: _Value, text: str) -> Iterator[Mend]:
    """A value that is to stand in quotes."""
    quote = "'" if '"' in text or "\\" in text else '"'
    whole = text[0] in "[{" and not text.startswith("{{") and _end_of_brackets(text, 0) == len(text)
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


def _brackets(line: str, at: int, body: str, start: int) -> Iterator[Mend]:
    """Another sign for a bracket, one too few or too many, and what parts the values in them."""
    tail = line[len(body) :]
    yield from _other_brackets(line, at, body, start)
    mark = body[start]
    if mark in _CLOSING:
        yield from _closing(line, at, body, start)
    if mark not in _CLOSING and mark not in _OPENING:
        match = re.search(r"\}", body)
        new = body[:start] + "{" + body[start:] + tail
        span = start, match.end() if match else len(body)
        yield rewritten(at, new, "E138", "花括号没有配对：少了“{”", span)
        return
    inner = body[start:]
    if match := re.search(rf"(?<=[^,{{\s:])(?P<at>\s*[，、；;]\s*|\s+)(?P<key>{_ANY_KEY})", inner):
        new = body[:start] + re.sub(rf"(?<=[^,{{\s:])(?:\s*[，、；;]\s*|\s+){_NEXT_KEY}", ", ", inner) + tail
        sign = match["at"].strip()
        key = re.match(r"[^\s:：]+", match["key"])
        message = f"“{key[0] if key else ''}”前面要有一个半角逗号加空格"
        if sign == "，":
            message = "方括号、花括号里用了全角逗号“，”"
        span = start + match.start("at"), start + match.end("at")
        if not sign:
            span = start + match.start("key"), start + match.end("key") - 1
        yield rewritten(at, new, "E131", message, span, "用半角逗号加空格分开", "用半角逗号加空格分开" if sign else "")
    if mark == "[" and (match := re.search(r"\s*[，、；;]\s*", inner)):
        new = body[:start] + re.sub(r"\s*[，、；;]\s*", ", ", inner) + tail
        message = f"方括号里用了“{match[0].strip()}”，几项成了一项"
        if match[0].strip() == "，":
            message = "方括号里用了全角逗号“，”，几项成了一项"
        span = start + 1, len(body) - (body[-1] == "]")
        mend = rewritten(at, new, "E131", message, span, PARTED, PARTED)
        yield mend._replace(sure="," not in inner)
    if "{{" in inner and (match := _BARE.search(body, start)):
        new = body[:start] + _BARE.sub(_quoted, body[start:]) + tail
        new = re.sub(r",\s*(?=\]$)", ', ""', new)
        message = "方括号、花括号里的文字要引用指标，得加引号"
        yield rewritten(at, new, "E125", message, match.span(), "给它加上英文引号", "给它加上引号")
    if mark == "{":
        yield from _keys(line, at, body, start)


def _keys(line: str, at: int, body: str, start: int) -> Iterator[Mend]:
    """Keys in braces: another sign for their colon; a number without its key."""
    tail = line[len(body) :]
    if match := _INNER_COLON.search(body, start):
        new = body[:start] + _INNER_COLON.sub(lambda one: f"{one['before']}{one['key']}: ", body[start:]) + tail
        sign = match["at"].strip()
        full = sign in WIDE_COLONS
        code = "E121" if sign == ":" else "E120"
        message = f"“{match['key']}”后面是全角冒号" if full else f"“{match['key']}”后面是“{sign}”"
        message = f"“{match['key']}:”后面要有一个空格" if code == "E121" else message
        span = match.start("key"), match.end("at")
        yield rewritten(at, new, code, message, span, "写成半角冒号加一个空格")
    if match := re.match(r"\{\s*(?P<number>[0-9][^,:{}]*)", body[start:]):
        number = match["number"].rstrip()
        new = body[:start] + "{value: " + body[start + match.start("number") :] + tail
        span = start + match.start("number"), start + match.start("number") + len(number)
        yield rewritten(at, new, "E137", f"“{number}”前面少了“value: ”", span)


def _other_brackets(line: str, at: int, body: str, start: int) -> Iterator[Mend]:
    """Full-width, round or square ones where a figure's braces, or a list's brackets, are meant."""
    tail = line[len(body) :]
    mark, inner = body[start], body[start + 1 :]
    if mark != "{" and _FIGURE.match(inner.lstrip()):
        ended = inner[-1:] in "}｝）)】］]〕"
        held = inner[:-1] if ended else inner
        held = re.sub(rf"(?<=[A-Za-z_])\s*[{WIDE_COLONS}{SEMICOLONS}:]\s*", ": ", held)
        held = re.sub(rf"\s*[，、；;]\s*{_NEXT_KEY}", ", ", held).strip()
        new = f"{body[:start]}{{{held}}}{tail}"
        message, more = f"指标的数和来源外面是“{mark}”", "要用半角花括号“{”“}”"
        yield rewritten(at, new, "E138", message, (start, start + 1), more, more)
    elif mark in "［【" or (mark == "[" and body[-1] in "］】"):
        held = re.sub(r"\s*[，、；;]\s*", ", ", body[start + 1 :].rstrip("］】]"))
        wrong, column = (mark, start) if mark != "[" else (body[-1], len(body) - 1)
        message = (
            "“【】”不是列表的方括号"
            if mark == "【"
            else f"“{wrong}”是全角的，要用半角“{'[' if column == start else ']'}”"
        )
        span = (start, len(body)) if mark == "【" else (column, column + 1)
        yield rewritten(at, f"{body[:start]}[{held}]{tail}", "E131" if mark == "【" else "E138", message, span)


def _closing(line: str, at: int, body: str, start: int) -> Iterator[Mend]:
    """The end of brackets: missing, another one, too many, or followed by something."""
    tail = line[len(body) :]
    mark, right = body[start], _CLOSING[body[start]]
    kept = body.rstrip(", ")
    span = start, len(body)
    message = f"{_NAMES[mark]}没有写完：少了“{right}”"
    yield rewritten(at, kept + right + tail, "E138", message, span, f"在末尾补上“{right}”")
    last = len(body) - 1, len(body)
    if body[-1] in "］】〕｝)）]}":
        wide = body[-1] not in "]})"
        message = (
            f"“{body[-1]}”是全角的，要用半角“{right}”" if wide else f"“{mark}”没有配上“{right}”，配上了“{body[-1]}”"
        )
        yield rewritten(at, body[:-1] + right + tail, "E138", message, last)
    end = _end_of_brackets(body, start)
    rest = body[end:] if end else ""
    if not rest.strip():
        return
    words = rest.strip()
    if set(words) <= set("]} "):
        yield rewritten(at, body[:end] + tail, "E138", f"多了一个“{words[0]}”", (end, len(body)))
    elif not re.search(r"\w", words):
        yield rewritten(at, body[:end] + tail, "E138", f"“{right}”后面多了“{words}”", (end, len(body)))
    elif mark == "{" and ": " in body[start:end]:
        help_ = "不印的话写成说明"
        message = f"“{right}”后面还有字"
        new = f"{body[:end]}  # {words}{tail}"
        mend = rewritten(at, new, "E138", message, (end, len(body)))
        yield mend._replace(help=f"{help_}，写成 {new.strip()}")


def _end_of_brackets(body: str, start: int) -> int:
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
