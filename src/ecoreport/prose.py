"""Running text: where paragraphs part, and how the lines of one are joined."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

from ecoreport.model import Figure, Report, Shortcoming
from ecoreport.problems import Path

_PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# Keys whose text is printed, and in which {{ … }} is read.
PRINTED = ("title", "lead", "problem", "cause", "text", "caption", "header", "rows", "note", "annotation")
DEFAULT_SHORTCOMING = "{{ 问题 }}。主要原因是{{ 原因 }}。"
DEFAULT_WITHOUT_CAUSE = "{{ 问题 }}。"
_END_MARKS = "。．.；;，, \n"


class Passage(NamedTuple):
    """One printed text of the report: where it stands, what was typed, and the names that only it may use."""

    path: Path
    text: str
    names: Mapping[str, str] = MappingProxyType({})


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`: blank lines part them, single line breaks inside one join."""
    found = (join(part.split("\n")) for part in _PARAGRAPH.split(text.strip()))
    return tuple(paragraph for paragraph in found if paragraph)


def join(lines: list[str]) -> str:
    """The lines as one; a blank between two only where both sides are ASCII, never beside han."""
    joined = ""
    for line in (line.strip() for line in lines):
        gap = " " if joined and line and joined[-1].isascii() and line[0].isascii() else ""
        joined += gap + line
    return joined


def passages(report: Report) -> Iterator[Passage]:
    """Every printed text of the report, in the order of the model."""
    return _passages(report, (), printed=False)


def _passages(value: object, path: Path, *, printed: bool) -> Iterator[Passage]:
    if isinstance(value, str) and printed:
        yield Passage(path, value)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _passages(item, (*path, at), printed=printed)
    elif isinstance(value, BaseModel) and not isinstance(value, Figure):
        for name in type(value).model_fields:
            part = getattr(value, name)
            if name == "text" and isinstance(value, Shortcoming) and part:
                yield Passage((*path, name), part, shortcoming_names(value))
            else:
                yield from _passages(part, (*path, name), printed=name in PRINTED)


def shortcoming_names(item: Shortcoming) -> Mapping[str, str]:
    """问题 and 原因, as far as the shortcoming gives them, for use in its own text; without end marks."""
    named = {"问题": item.problem, "原因": item.cause}
    return {name: text.strip().rstrip(_END_MARKS) for name, text in named.items() if text}


def shortcoming_text(item: Shortcoming) -> str:
    """What a shortcoming without an own text prints: its problem, and its cause where it is given."""
    if not item.problem:
        return ""
    return DEFAULT_SHORTCOMING if item.cause else DEFAULT_WITHOUT_CAUSE
