"""Running text: where paragraphs part, how the lines of one are joined, where quotations and titles stand."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import itemgetter

_QUOTED = re.compile(
    r"“[^”]{0,500}”|‘[^’]{0,500}’|《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200}){0,9}》|〈[^〉]{0,200}〉"
)
_MARK = re.compile("[，。；：！？\n]")
_SENTENCE = re.compile("[^。！？；｜]+[。！？；｜]*|[。！？；｜]+")
PARAGRAPH = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`: blank lines part them, single line breaks inside one join."""
    found = (join(part.split("\n")) for part in PARAGRAPH.split(text.strip()))
    return tuple(paragraph for paragraph in found if paragraph)


def sentences(text: str) -> list[str]:
    """The sentences of `text` one behind the other, with their marks; cells of a row as well."""
    return _SENTENCE.findall(text)


def join(lines: list[str]) -> str:
    """The lines as one; a blank between two only where both sides are ASCII, never beside han."""
    joined = ""
    for line in (line.strip() for line in lines):
        gap = " " if joined and line and joined[-1].isascii() and line[0].isascii() else ""
        joined += gap + line
    return joined


@lru_cache(256)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the quotations and titles of `text` stand."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether the character at `at` lies in one of the spans, which stand one behind the other."""
    before = bisect_right(spans, at, key=itemgetter(0))
    return before > 0 and at < spans[before - 1][1]


def enclosing(text: str, start: int, end: int) -> tuple[int, int]:
    """The outermost quotation or title that the characters from `start` to `end` stand in; themselves where in none."""
    return next((span for span in quoted(text) if span[0] <= start and end <= span[1]), (start, end))


def words_before(text: str, at: int, stops: str, reach: int) -> str:
    """The words before `at`, of at most `reach` characters, back to the last of the marks `stops`."""
    return re.split(f"[{stops}]", text[max(at - reach, 0) : at])[-1]


def words_behind(text: str, at: int, stops: str, reach: int) -> str:
    """The words from `at` on, of at most `reach` characters, up to the first of the marks `stops`."""
    return re.split(f"[{stops}]", text[at : at + reach], maxsplit=1)[0]


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the characters from `start` to `end`: from mark to mark, marks of quotations left out."""
    spans = quoted(text)
    marks = [match.start() for match in _MARK.finditer(text) if not within(match.start(), spans)]
    before, behind = bisect_right(marks, start - 1), bisect_left(marks, end)
    return marks[before - 1] + 1 if before else 0, marks[behind] if behind < len(marks) else len(text)
