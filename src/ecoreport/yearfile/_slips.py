"""Say in a clerk's words what the typist did, where a YAML parser only knows what it met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecoreport.yearfile import _flows, _indents
from ecoreport.yearfile._indents import BLOCK
from ecoreport.yearfile._signs import beginning
from ecoreport.yearfile._typos import OWN_KEY, Slip, likely, shown, sure, wide_comma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

_NEAR = 30  # lines above the one where the parser stopped that may hold the bracket it missed
INDENTS = ("E122", "E123")
UNCLOSED = "found unexpected end of stream"

_OPEN_QUOTE = re.compile(
    r"""(?P<head> *+(?:- ++)*+(?:[^\s#"'\[\]{}:：][^:：#"']*+: ++)?)(?P<at>["'])(?P<value>(?:(?!(?P=at)).)+)$"""
)

PROBLEMS = {
    "could not find expected ':'": "这里应当是“键: 值”，没有找到冒号",
    "mapping values are not allowed in this context": "这里不该再有冒号，多半是上一行的缩进或引号不对",
    "did not find expected key": "这一行的缩进与上面不齐，或者引号后面还有字",
    "did not find expected '-' indicator": "列表里的这一行没有以“- ”开头，或者缩进不齐",
    UNCLOSED: "引号没有成对：有开头，没有结尾",
    "found character that cannot start any token": "值不能以这个符号开头",
    "but found another document": "一个文件只写一年，不能用 --- 分成几份",
    "block sequence entries are not allowed in this context": "列表项“- ”不能写在这里",
    "did not find expected ',' or ']'": "方括号列表没有写完，或者中间缺了半角逗号",
    "did not find expected ',' or '}'": "花括号没有写完，或者中间缺了半角逗号",
}
ESCAPES = ("found unknown escape character", "hexdecimal number", "invalid Unicode character escape")


def explain(lines: Sequence[str], error: yaml.MarkedYAMLError) -> list[Slip]:
    """Why the file does not parse: the one cause at its own line, and every slip beside it that is certain."""
    told = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return [Slip("E110", f"YAML 写法有误（{told}）", (0, 0))]
    slips = list(certain(lines))
    if any(escape in told for escape in ESCAPES):
        message = "双引号里的“\\”是转义符，后面的字不能这样接"
        cause: Slip | None = Slip(
            "E135", message, (mark.column, mark.column + 1), "改用单引号，或者写成“\\\\”", line=mark.line
        )
    else:
        opened = error.context_mark.line if told == UNCLOSED and error.context_mark else -1
        cause = _open_quote(lines, opened) or _cause(lines, mark.line, slips)
    if cause is None:
        if told == UNCLOSED and error.context_mark:
            mark = error.context_mark
        code = "E119" if told == "but found another document" else "E110"
        message = PROBLEMS.get(told, f"YAML 写法有误（{told}）")
        cause = Slip(code, message, (mark.column, mark.column + 1), line=min(mark.line, len(lines) - 1))
    return _numbered(lines, [cause, *(slip for slip in slips if slip.line != cause.line)])


def _cause(lines: Sequence[str], stopped: int, slips: Sequence[Slip]) -> Slip | None:
    """The slip nearest above the line where the parser stopped, or one of the kind that only it can tell."""
    outside = [at for at in outside_blocks(lines) if at <= stopped]
    for at in reversed(outside[-_NEAR:]):
        if fault := _flows.fault(lines, at) if at == stopped or _flows.unclosed(lines, at) else None:
            return next((slip._replace(line=at) for slip in wide_comma(lines[at])), _slip_of(fault, at))
    stray = _indents.misplaced(lines, stopped)
    typo = next((slip for at in reversed(outside[-4:]) for slip in _sure_at(lines, at)), None)
    if stray and (typo is None or stray.line < typo.line or (stray.line == typo.line and stray.certain)):
        return Slip(stray.code, stray.message, stray.span, stray.help, line=stray.line)
    if typo:
        return typo
    if above := [slip for slip in slips if slip.line <= stopped]:
        return above[-1]
    if stopped < len(lines) and (slip := next(likely(lines[stopped]), None)):
        return slip._replace(line=stopped)
    return next((slip for at in reversed(outside) if (slip := _open_quote(lines, at))), None)


def _sure_at(lines: Sequence[str], at: int) -> Iterator[Slip]:
    return (slip._replace(line=at) for slip in sure(lines[at]))


def _slip_of(fault: _flows.Fault, line: int) -> Slip:
    return Slip(fault.code, fault.message, fault.span, fault.help, line=line)


def _open_quote(lines: Sequence[str], at: int) -> Slip | None:
    """On that line, a quote that is not closed on it."""
    if not 0 <= at < len(lines):
        return None
    fault = _flows.fault(lines, at)
    if fault and fault.code in ("E110", "E131"):
        return _slip_of(fault, at)
    match = _OPEN_QUOTE.match(lines[at])
    if match is None:
        return None
    text = _flows.without_comment(match["value"])
    written = match["head"].lstrip() + match["at"] + text.rstrip("”’\"'") + match["at"]
    return Slip("E110", PROBLEMS[UNCLOSED], match.span("at"), f"写成 {shown(written)}", line=at)


def _numbered(lines: Sequence[str], slips: list[Slip]) -> list[Slip]:
    """The slips; those about a line's beginning say how many blanks it should have."""
    if not any(slip.code in INDENTS for slip in slips):
        return slips
    wanted = _indents.wanted(lines)
    return [
        slip._replace(help=f"这一行{beginning(wanted[slip.line])}")
        if slip.code in INDENTS and slip.line in wanted
        else slip
        for slip in slips
    ]


def explain_shape(lines: Sequence[str]) -> list[Slip]:
    """Why the whole file came out as one text or one list."""
    slips = list(certain(lines))
    for line in outside_blocks(lines[:200]):
        if slip := next(sure(lines[line]), None):
            found = [slip._replace(line=line), *(other for other in slips if other.line != line)]
            return _numbered(lines, found)
    first = next((n for n, text in enumerate(lines) if text.strip() and text.lstrip()[0] != "#"), 0)
    message = "文件最外层要一行一个“键: 值”，例如 year: 2023"
    return [Slip("E118", message, (0, len(lines[first])), line=first)]


def certain(lines: Sequence[str]) -> Iterator[Slip]:
    """Slips that can be nothing else: outside text blocks, and behind a key such as the year file's own."""
    for line in outside_blocks(lines):
        for slip in sure(lines[line]):
            if slip.code not in ("E120", "E121", "E126", "E132") or OWN_KEY.match(lines[line]):
                yield slip._replace(line=line)


def outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """The lines that are no text below `key: |`, be its colon as it may."""
    owner: int | None = None
    for at, line in enumerate(lines):
        if owner is not None and (not line.strip() or len(line) - len(line.lstrip(" ")) > owner):
            continue
        owner = None
        yield at
        if match := BLOCK.match(line):
            owner = len(match["lead"])
