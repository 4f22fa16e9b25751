"""Braces and brackets of YAML, read character by character up to their end or the first thing that cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'")
_RESERVED = "@`%&*!|>"


class Broken(NamedTuple):
    """The first thing in brackets that cannot be."""

    kind: str
    at: int
    value: int  # where the value that it is in begins


@dataclass
class Bracket:
    """A bracket that is open."""

    mark: str
    at: int
    value: int
    colons: int = 0
    fresh: bool = True  # nothing of the value has been seen


@dataclass
class Scan:
    """A line, or several, read up to the end of the brackets or the first thing that cannot be."""

    stack: list[Bracket] = field(default_factory=list)
    end: int = -1  # of the last bracket
    broken: Broken | None = None

    def read(self, line: str, at: int) -> None:
        """Take in the line from `at` on."""
        while at < len(line) and not self.broken and self.end < 0:
            if line[at] in " \t":
                at += 1
            elif line[at] == "#" and line[at - 1 : at] in ("", " ", "\t"):
                return
            else:
                at = self._step(line, at)

    def _step(self, line: str, at: int) -> int:
        """Read what stands at `at`; where the next thing may stand."""
        mark, top = line[at], self.stack[-1] if self.stack else None
        if top is None or (mark in "[{" and top.fresh):
            self.stack.append(Bracket(mark, at, at + 1))
        elif mark in "[{":
            self._break("reference" if line.startswith("{{", at) else "bracket", at, top.value)
        elif mark in "]}":
            self._close(line, at, top)
        elif mark == ",":
            top.fresh, top.colons, top.value = True, 0, at + 1
        elif mark == ":" and line[at + 1 : at + 2] in ("", " ", "\t", ",", "[", "]", "{", "}"):
            top.colons += 1
            if top.colons > 1:
                self._break("colon", at, top.value)
            top.fresh, top.value = True, at + 1
        elif top.fresh and mark in "\"'":
            return self._quoted(line, at, top)
        elif top.fresh and mark in _RESERVED:
            self._break("reserved", at, at)
        else:
            top.fresh = False
        return at + 1

    def _break(self, kind: str, at: int, value: int) -> None:
        self.broken = Broken(kind, at, value)

    def _close(self, line: str, at: int, top: Bracket) -> None:
        if mark_of(line[at]) != top.mark:
            outer = self.stack[-2] if len(self.stack) > 1 else None
            if outer and outer.mark == mark_of(line[at]):
                self._break("opening", top.at, outer.value)
            else:
                self._break("closing", at, top.value)
            return
        self.stack.pop()
        if not self.stack:
            self.end = at
            return
        self.stack[-1].fresh = False
        rest = line[at + 1 :].lstrip()
        if rest and rest[0] not in ",]}:#":
            self._break("opening", top.at, self.stack[-1].value)

    def _quoted(self, line: str, at: int, top: Bracket) -> int:
        match = _QUOTED.match(line, at)
        top.fresh = False
        if match is None:
            self._break("quote", at, at)
            return at + 1
        rest = line[match.end() :].lstrip()
        if rest and rest[0] not in ",]}:#":
            self._break("after quote", match.end() + len(line[match.end() :]) - len(rest), at)
        elif rest.startswith(":"):
            top.colons, top.fresh, top.value = top.colons + 1, True, line.index(":", match.end()) + 1
            return top.value
        return match.end()


def mark_of(closing: str) -> str:
    """The bracket that `closing` closes."""
    return "{" if closing == "}" else "["
