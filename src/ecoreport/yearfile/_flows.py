"""A value in braces or brackets: where its line goes wrong, and the line as it should be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.yearfile._flowscan import Bracket, Broken, Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 2000  # characters of a line that is looked into
SHOWN = 100  # characters of a line that is shown as it should be

_OPENING = re.compile(r" *+(?:- ++)*+(?P<key>[^\s#\"'\[\]{}:,][^:#\"'\[\]{}]*+: ++)?(?P<at>\[|\{(?!\{))")
_COMMENT = re.compile(r"(?<!\s)\s++(?:#.*|$)")
_ENDS = {"{": re.compile(r",\s*[A-Za-z_]+:\s|[}\]]$"), "[": re.compile(r",|\]$")}
_MISSED_COMMA = re.compile(r"[、，；;\s]*(?<![A-Za-z_])(?P<key>[A-Za-z_]+)$")
_WRONG_COMMA = re.compile(r"(?:\s*(?P<comma>[，、；;])\s*|\s+)(?=[\"'])")
_CLOSING = {"[": "]", "{": "}"}
_WIDE = {"[": "］】〕", "{": "｝"}
_NAMES = {"[": "方括号", "{": "花括号"}


class Fault(NamedTuple):
    """What is wrong in a line: code, message, the columns meant, the mend."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""


def fault(lines: Sequence[str], at: int) -> Fault | None:
    """What is wrong with the braces or brackets that begin on line `at`; None where nothing is."""
    line = lines[at]
    opening = _OPENING.match(line) if len(line) <= LONGEST else None
    if opening is None:
        return None
    scan = Scan()
    scan.read(line, opening.start("at"))
    writer = _Writer(line, opening)
    if scan.broken:
        return writer.told(scan.broken)
    if scan.end >= 0:
        return writer.behind(scan.end)
    return writer.unclosed(scan.stack[:]) if not _goes_on(lines, at, opening, scan) else None


def unclosed(lines: Sequence[str], at: int) -> bool:
    """Whether the brackets that begin on line `at` are neither closed on it nor on those that belong to it."""
    opening = _OPENING.match(lines[at]) if len(lines[at]) <= LONGEST else None
    if opening is None:
        return False
    scan = Scan()
    scan.read(lines[at], opening.start("at"))
    return scan.end < 0 and not scan.broken and not _goes_on(lines, at, opening, scan)


def sound(line: str) -> bool:
    """Whether the line holds braces or brackets, and they are closed on it as they should be."""
    opening = _OPENING.match(line)
    scan = Scan()
    if opening:
        scan.read(line, opening.start("at"))
    return scan.end >= 0 and not scan.broken and not without_comment(line[scan.end + 1 :])


def _goes_on(lines: Sequence[str], at: int, opening: re.Match[str], scan: Scan) -> bool:
    """Whether the brackets are closed on lines that belong to them: deeper than their key."""
    own = opening.start("key") if opening["key"] else opening.start("at") - 1
    stack = [Bracket(one.mark, one.at, one.value, one.colons, one.fresh) for one in scan.stack]
    below = Scan(stack)
    for line in lines[at + 1 : at + 200]:
        deeper = len(line) - len(line.lstrip(" ")) > own
        if line.strip() and not deeper and line.lstrip()[0] not in "]}#":
            return False
        below.read(line, 0)
        if below.broken or below.end >= 0:
            return below.broken is None
    return False


def rewritten(line: str, start: int, end: int, new: str) -> str:
    """The line, from its key on, with `new` between those columns; empty where it would not be sound."""
    opening = _OPENING.match(line) if len(line) <= LONGEST else None
    return _Writer(line, opening).rewritten(new, start, end) if opening else ""


def without_comment(text: str) -> str:
    """The text without a comment and blanks at its end."""
    return _COMMENT.sub("", text, count=1)


@dataclass(frozen=True)
class _Writer:
    """What to say of one line, and how it should read."""

    line: str
    opening: re.Match[str]

    @property
    def _body(self) -> str:
        return without_comment(self.line)

    @property
    def _mark(self) -> str:
        return self.opening["at"]

    def told(self, broken: Broken) -> Fault | None:
        """What to say of the first thing that cannot be."""
        say = {
            "colon": self._colon,
            "closing": self._closing,
            "quote": self._quote,
            "after quote": self._after_quote,
            "bracket": self._bracket,
            "reference": self._comma,
            "opening": self._reserved,
            "reserved": self._reserved,
        }.get(broken.kind)
        return say(broken.at, broken.value) if say else None

    def _quote(self, at: int, value: int) -> Fault:
        end = self._end(value)
        closed = self._body[value:end].rstrip("”’\"'") + self.line[value]
        return Fault("E110", "引号没有成对：有开头，没有结尾", (at, at + 1), self._with(closed, value, end))

    def _after_quote(self, at: int, value: int) -> Fault:
        inner = self._body[value + 1 : at].rstrip()[:-1]
        return Fault("E129", "引号后面还有字", (at, self._end(at)), self._with(f"“{inner}”", value, at))

    def _comma(self, at: int, value: int) -> Fault | None:
        match = _WRONG_COMMA.search(self._body, value, at)
        if match is None:
            return None
        wrong = match["comma"]
        message = f"方括号、花括号里用了“{wrong}”" if wrong else "这一项前面少了半角逗号"
        mend = self._with(", ", *match.span())
        return Fault("E131", message, match.span(), f"用半角逗号加空格分开，{mend}" if mend else "用半角逗号加空格分开")

    def _bracket(self, at: int, value: int) -> Fault:
        return Fault("E138", f"值里有半角括号“{self.line[at]}”", (at, at + 1), self._quoting(value))

    def _reserved(self, at: int, value: int) -> Fault:
        message = f"值以“{self.line[at]}”开头，这是 YAML 的专用符号"
        return Fault("E125", message, (at, at + 1), self._quoting(value))

    def behind(self, end: int) -> Fault | None:
        """What stands behind the last bracket, if it should not."""
        rest = self._body[end + 1 :]
        span = end + 1, len(self._body)
        kept = self._body[: end + 1]
        if rest and set(rest) <= set("]} "):
            return Fault("E138", f"多了一个“{rest.strip()[0]}”", span, self._with("", end + 1, len(self._body)))
        if rest.strip() and rest[0] != "#" and self._mark == "{" and ": " in kept:
            shown = self._with(f"  # {rest.strip()}", end + 1, len(self._body))
            return Fault("E138", "“}”后面还有字", span, f"不印的话写成说明，{shown}" if shown else "")
        return None

    def unclosed(self, stack: list[Bracket]) -> Fault:
        """That the last of the brackets, or more of them, are missing."""
        body = self._body
        closing = "".join(_CLOSING[one.mark] for one in reversed(stack))
        start, mark = stack[0].at, stack[0].mark
        if body[-1] in _WIDE[mark]:
            message = f"“{body[-1]}”是全角的，要用半角“{_CLOSING[mark]}”"
            return Fault("E138", message, (len(body) - 1, len(body)), self._with(closing, len(body) - 1, len(body)))
        kept = len(body.rstrip(", "))
        message = f"{_NAMES[mark]}没有写完：少了“{closing}”"
        return Fault("E138", message, (start, len(body)), self._with(closing, kept, len(body)))

    def _colon(self, at: int, value: int) -> Fault:
        if (match := _MISSED_COMMA.search(self._body[value:at])) and match.start():
            key, start = match["key"], value + match.start("key")
            mend = self._with(f", {key}", value + match.start(), at)
            return Fault("E131", f"“{key}”前面要有一个半角逗号加空格", (start, at), mend)
        after = at + len(self._body[at:]) - len(self._body[at + 1 :].lstrip())
        message = "值里有“: ”（半角冒号加空格），会被当成又一个键"
        mend = self._with("：", at, after)
        return Fault("E124", message, (at, after), f"改用全角冒号，{mend}" if mend else "改用全角冒号“：”")

    def _closing(self, at: int, value: int) -> Fault:
        mark = self.line[at]
        if at == len(self._body) - 1:
            right = _CLOSING[self._mark]
            message = f"“{self._mark}”没有配上“{right}”，配上了“{mark}”"
            return Fault("E138", message, (at, at + 1), self._with(right, at, at + 1))
        return self._bracket(at, value)

    def _quoting(self, value: int) -> str:
        start = value + len(self._body[value:]) - len(self._body[value:].lstrip())
        end = self._end(start + 1)
        text = self._body[start:end].rstrip()
        quote = "'" if '"' in text else '"'
        mend = self._with(f"{quote}{text}{quote}", start, end)
        return f"给值加上引号，{mend}" if mend else "给值加上引号"

    def _end(self, at: int) -> int:
        """Where the value that reaches over `at` ends."""
        match = _ENDS[self._mark].search(self._body, at)
        return match.start() if match else len(self._body)

    def rewritten(self, new: str, start: int, end: int) -> str:
        """The whole line as it should be, if it then is sound."""
        written = self._body[:start] + new + self._body[end:]
        own = written.lstrip(" ")
        return own if sound(written) and len(own) <= SHOWN else ""

    def _with(self, new: str, start: int, end: int) -> str:
        own = self.rewritten(new, start, end)
        return f"写成 {own}" if own else ""
