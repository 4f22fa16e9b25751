"""Printed paragraphs, every character of which knows where in the typed text it comes from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

from ecoreport.problems.diagnostic import Edit, Finding, Path
from ecoreport.report.expressions import Piece
from ecoreport.report.parts import LENT
from ecoreport.text.sentences import PARAGRAPH
from ecoreport.yearfile.fields import roles
from ecoreport.yearfile.model import Report, Shortcoming


class Passage(NamedTuple):
    """One printed text: where it stands, what was typed, and the names that only it may use, with what they stand for.

    That is given by the path of the text.
    """

    path: Path
    text: str
    lent: Mapping[str, Path] = MappingProxyType({})


def passages(report: Report) -> Iterator[Passage]:
    """Every printed text of the report, in the order of the model."""
    return _passages(report, (), printed=False)


def _passages(value: object, path: Path, *, printed: bool) -> Iterator[Passage]:
    if isinstance(value, str) and printed:
        yield Passage(path, value)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _passages(item, (*path, at), printed=printed)
    elif isinstance(value, BaseModel):
        for name, role in roles(type(value)).items():
            part = getattr(value, name)
            if part is None or part == ():
                continue
            if name == "text" and isinstance(value, Shortcoming) and part:
                lent = {name: (*path, key) for name, key in LENT.items() if getattr(value, key)}
                yield Passage((*path, "text"), part, lent)
            else:
                yield from _passages(part, (*path, name), printed=role.words is not None)


class PrintedText(NamedTuple):
    """One paragraph as it prints, every character of which knows where in the typed text it comes from.

    `references` are the stretches of `text` that figures printed, each with its expression.
    """

    path: Path
    text: str
    places: Sequence[int]
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
        before = bisect_right(self.references, at, key=itemgetter(0))
        return before > 0 and at < self.references[before - 1][1]


def printed_texts(path: Path, pieces: Iterable[Piece]) -> Iterator[PrintedText]:
    """The paragraphs that the text at `path`, which prints these `pieces`, consists of."""
    pieces = tuple(pieces)
    if len(pieces) == 1 and not pieces[0].expression and _is_one_line(text := pieces[0].text):
        start = pieces[0].start
        yield PrintedText(path, text, range(start, start + len(text)))
        return
    whole = "".join(piece.text for piece in pieces)
    places: list[int] = []
    marks: list[tuple[int, int, str]] = []
    for text, start, expression, _ in pieces:
        if expression:
            marks.append((len(places), len(places) + len(text), expression))
        places.extend([start] * len(text) if expression else range(start, start + len(text)))
    first = 0  # of the marks that do not lie before the stretch
    for start, end in _stretches(whole):
        lines = list(_lines(whole, start, end))
        while first < len(marks) and marks[first][1] <= start:
            first += 1
        text = "".join(whole[left:right] for left, right in lines)
        behind = bisect_left(marks, end, lo=first, key=itemgetter(0))
        references = tuple(_moved(lines, marks[first:behind]))
        yield PrintedText(path, text, tuple(chain(*(places[left:right] for left, right in lines))), references)


def _is_one_line(text: str) -> bool:
    return "\n" not in text and text == text.strip()


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


def _moved(lines: Sequence[tuple[int, int]], marks: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The marks where they stand once the lines are joined; without those of which an end does not print."""
    before = [0, *accumulate(right - left for left, right in lines)]

    def moved(at: int) -> int | None:
        nth = bisect_right(lines, at, key=itemgetter(0)) - 1
        return before[nth] + at - lines[nth][0] if nth >= 0 and at < lines[nth][1] else None

    for start, end, name in marks:
        first, last = moved(start), moved(end - 1)
        if first is not None and last is not None:
            yield first, last + 1, name
