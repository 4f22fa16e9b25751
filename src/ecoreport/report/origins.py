"""Printed paragraphs, every character of which knows where in the typed text it comes from."""

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

from ecoreport.problems.diagnostic import Edit, Finding, Path
from ecoreport.report.expressions import ExpressionError, Names, Reference, parts, printed
from ecoreport.report.parts import shortcoming_names
from ecoreport.text.sentences import PARAGRAPH
from ecoreport.yearfile.model import Figure, Report, Shortcoming

# Keys whose text is printed, and in which {{ … }} is read.
PRINTED = ("title", "lead", "problem", "cause", "text", "caption", "header", "rows", "note", "annotation")
UNKNOWN = "□"  # stands for what a wrong reference would print


class Passage(NamedTuple):
    """One printed text of the report: where it stands, what was typed, and the names that only it may use."""

    path: Path
    text: str
    names: Mapping[str, str] = MappingProxyType({})


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


class PrintedText(NamedTuple):
    """One paragraph as it prints, every character of which knows where in the typed text it comes from.

    `references` are the stretches of `text` that figures printed, each with its expression.
    """

    path: Path
    text: str
    places: tuple[int, ...]
    references: tuple[tuple[int, int, str], ...] = ()

    def finding(self, code: str, message: str, span: tuple[int, int], help_: str = "") -> Finding:
        """A finding about the characters `span` of the paragraph."""
        return Finding(code, message, self.path, self.source_span(span), help=help_)

    def source_span(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where the characters `span` stand in the typed text."""
        if not self.places:
            return 0, 0
        start = self.places[min(span[0], len(self.places) - 1)]
        return start, self.places[max(span[1] - 1, span[0], 0)] + 1 if span[1] > span[0] else start

    def edit(self, span: tuple[int, int], new: str) -> Edit:
        """The edit that makes the characters `span` into `new`."""
        return Edit(self.source_span(span), self.text[slice(*span)], new)

    def is_reference(self, at: int) -> bool:
        """Whether the character at `at` was printed by a figure."""
        return any(start <= at < end for start, end, _ in self.references)


def printed_texts(passage: Passage, names: Names) -> Iterator[PrintedText]:
    """The paragraphs of a passage as they print; □ for a reference that cannot be evaluated."""
    pieces = list(_pieces(passage.text, {**names, **passage.names}))
    whole = "".join(text for text, _, _ in pieces)
    places: list[int] = []
    marks: list[tuple[int, int, str]] = []
    for text, start, expression in pieces:
        if expression:
            marks.append((len(places), len(places) + len(text), expression))
        places.extend([start] * len(text) if expression else range(start, start + len(text)))
    for start, end in _stretches(whole):
        lines = list(_lines(whole, start, end))
        inside = ((_moved(lines, a), _moved(lines, b - 1), name) for a, b, name in marks)
        references = tuple((a, b + 1, name) for a, b, name in inside if a is not None and b is not None)
        text = "".join(whole[left:right] for left, right in lines)
        yield PrintedText(passage.path, text, tuple(chain(*(places[left:right] for left, right in lines))), references)


def _pieces(text: str, names: Names) -> Iterator[tuple[str, int, str]]:
    """Text, where it begins in the typed text, and the expression that printed it, if one did."""
    at = 0
    try:
        for part in parts(text):
            if isinstance(part, str):
                yield part, at, ""
                at += len(part)
            else:
                yield _said(part, names), part.start, part.expression
                at = part.until
    except ExpressionError:  # one unclosed {{ too many: what follows is read as plain text
        yield text[at:], at, ""


def _said(part: Reference, names: Names) -> str:
    try:
        return printed(part, names)
    except ExpressionError:
        return UNKNOWN


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in PARAGRAPH.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each line of a paragraph begins and ends that prints: no blanks at its ends, no line breaks."""
    for line in text[start:end].split("\n"):
        left = start + len(line) - len(line.lstrip())
        yield left, left + len(line.strip())
        start += len(line) + 1


def _moved(lines: list[tuple[int, int]], at: int) -> int | None:
    """Where a character stands once the lines are joined; None where it does not print."""
    before = 0
    for left, right in lines:
        if left <= at < right:
            return before + at - left
        before += right - left
    return None
