"""A mend: one line of a year file as it was typed and as it was meant, with what to say of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ecoreport.yearfile._signs import WIDE_BLANKS

SHOWN = 100  # characters of a line that a mend repeats
_COMMENT = re.compile(r"(?<!\s)(\s+#.*|\s+)$")
LIKE = "\0"  # in a message: the number of the line `like`
MISSING = "E139"  # the code of a line that is not there
_BLANKS = re.compile(rf"^[ \t{WIDE_BLANKS}]+")
LEAD = rf"(?P<lead>[ \t{WIDE_BLANKS}]*(?:- +)*)"
KEY = r"(?P<key>[^\s#\"'\[\]{}:,，|>&*!%@`-][^:#\"'\[\]{}]{0,40}?)"


class Mend(NamedTuple):
    """What line `at`, from 0, becomes: one line, or two; code, message, the columns meant, what to do."""

    at: int
    new: tuple[str, ...]
    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    like: int = -1  # the line that this one is compared with
    is_key: bool = False  # the line holds a key or an item, and must be read as one
    sure: bool = False  # a slip wherever it stands, even if nothing is the better for it yet
    spelled: bool = True  # `new` can be written as it is: nothing in it stands for what only the typist knows


def rewritten(  # noqa: PLR0913, PLR0917 - what a mend is made of
    at: int, new: str, code: str, message: str, span: tuple[int, int], otherwise: str = "", more: str = ""
) -> Mend:
    """The mend by which a line becomes another, which its help spells out where it is short enough."""
    body = content_of(without_comment(new))
    help_ = f"写成 {body}" if len(body) <= SHOWN else otherwise or "照此改这一处，这一行的其他字不动"
    return Mend(at, (new,), code, message, span, f"{more}，{help_}" if more else help_)


def without_comment(line: str) -> str:
    """The line without a comment and blanks at its end."""
    match = _COMMENT.search(line)
    return line[: match.start()] if match else line


def content_of(line: str) -> str:
    """The line without the blanks, of any kind, before it."""
    return _BLANKS.sub("", line)


def indent_of(line: str) -> int:
    """The blanks that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def counts(line: str) -> bool:
    """Whether the line is neither empty nor a comment."""
    content = line.strip()
    return bool(content) and content[0] != "#"
