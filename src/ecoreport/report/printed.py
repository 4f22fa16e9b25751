"""Every printed character with the place where it was typed, through any template.

Each typed character, and all that a {{ … }} prints, is dyed with a private-use character of its own; the report is
printed once more so, and decoded: neither the outline nor a template has to know of it. What the outline does by
looking at the characters themselves (a blank between ASCII words, an end mark more) the dyed neighbours tell.
"""

import datetime as dt
import difflib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from ecoreport.problems.diagnostic import Path, Refused
from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.context import Context
from ecoreport.report.expressions import Piece
from ecoreport.report.parts import lent
from ecoreport.report.templates import Environment, blocks, markdown
from ecoreport.text.dates import long_date
from ecoreport.yearfile.fields import lines_of
from ecoreport.yearfile.model import Figure, Report

_FIRST, _LAST = 0xF0000, 0x10FFFD  # Unicode's planes of characters that mean nothing
_END_MARKS = "。．.；;，, \n！？："  # what the outline looks at behind a text
_RUNNING = ("text", "lead")  # of which it does not


class Typed(NamedTuple):
    """A character typed at `at` of the text at `path`."""

    path: Path
    at: int


class Referred(NamedTuple):
    """The `nth` character of what the {{ expression }} at `start` to `end` of the text at `path` prints.

    In a chart's table no text refers to the figure: `path` is the figure's own there, and the span is empty.
    """

    path: Path
    start: int
    end: int
    expression: str
    nth: int


Origin = Typed | Referred | None  # None: a character of the program's or the template's own


class Traced(NamedTuple):
    """A block, and for each text of it (a paragraph, or the cells row by row) the origin of every character."""

    block: Block
    origins: tuple[tuple[Origin, ...], ...]


def texts_of(block: Block) -> tuple[str, ...]:
    """The texts of a block: of a paragraph one, of a table its cells, row by row."""
    if isinstance(block, Paragraph):
        return (block.lead + block.text,)
    return tuple(cell for row in (block.header, *block.rows) for cell in row)


def traced(
    context: Context,
    environment: Environment,
    name: str,
    *,
    draft: bool = False,
    asked: Callable[[Block], bool] = lambda _: True,
) -> tuple[Traced, ...]:
    """Every block that the report prints, in order; Refused and ExpressionError as `markdown`.

    Of what is not `asked` for the origins, which cost most, are left out.
    """
    printed = blocks(markdown(context, environment, draft=draft), name)
    typed = typed_texts(context)
    for dated in (True, False):  # a template may ask a day for its month
        dyes = _Dyes()
        with suppress(Refused):
            shades = blocks(markdown(_dyed(context, dyes, dated=dated), environment, draft=draft), name)
            return tuple(_fitted(printed, shades, dyes, typed, asked))
    return tuple(Traced(one, tuple((None,) * len(text) for text in texts_of(one))) for one in printed)


def typed_texts(context: Context) -> Mapping[Path, str]:
    """Every text that prints as it is typed, by its path."""
    lines = {path: text for name, _ in lines_of(Report) for path, text in _line(context.report, name)}
    return lines | {one.path: one.text for one in context.passages}


def _line(report: Report, name: str) -> Iterator[tuple[Path, str]]:
    value = getattr(report, name)
    if isinstance(value, tuple):
        yield from (((name, at), one) for at, one in enumerate(value))
    elif value:
        yield (name,), long_date(value) if isinstance(value, dt.date) else value


class _Dyes:
    """Characters that stand for others: stretches of them, each with its text and what tells the origins in it."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._stretches: list[tuple[str, Callable[[int], Origin]]] = []
        self._next = _FIRST

    def dye(self, text: str, origin: Callable[[int], Origin], kept: str = "") -> str:
        """The text in dyes of its own, but for white space and those of the characters `kept` that end it."""
        body = text.rstrip(kept + " \n") if kept else text
        start = self._next
        if not body or start + len(body) > _LAST:
            return text
        self._starts.append(start)
        self._stretches.append((body, origin))
        self._next += len(body)
        return "".join([c if c.isspace() else chr(at) for at, c in enumerate(body, start)]) + text[len(body) :]

    def read(self, text: str) -> tuple[tuple[str, Origin], ...]:
        """The characters that were dyed, each with its origin."""
        found: list[tuple[str, Origin]] = []
        first = behind = 0  # the stretch that the last one was of
        for char in text:
            code = ord(char)
            if _FIRST <= code < self._next:
                if not first <= code < behind:
                    nth = bisect_right(self._starts, code) - 1
                    body, origin = self._stretches[nth]
                    first, behind = self._starts[nth], self._starts[nth] + len(body)
                found.append((body[code - first], origin(code - first)))
            else:
                found.append((char, None))
        return tuple(found)


def _dyed(context: Context, dyes: _Dyes, *, dated: bool) -> Context:
    """The report in dyes."""
    report = context.report
    update: dict[str, object] = {"figures": {name: _figure(dyes, name, one) for name, one in report.figures.items()}}
    for name, _ in lines_of(Report):
        value = getattr(report, name)
        said = {path: dyes.dye(text, _typed_at(path)) for path, text in _line(report, name)}
        if said and (dated or not isinstance(value, dt.date)):
            update[name] = tuple(said.values()) if isinstance(value, tuple) else said[(name,)]
    made = Context(report.model_copy(update=update), context.earlier)
    made.__dict__["evaluated"] = _evaluated(context, dyes)  # in place of the cached property
    return made


def _typed_at(path: Path) -> Callable[[int], Origin]:
    return lambda at: Typed(path, at)


def _figure(dyes: _Dyes, name: str, figure: Figure) -> Figure:
    """As a chart's table prints it."""
    typed = dyes.dye(figure.quantity.typed, lambda at: Referred(("figures", name), 0, 0, name, at))
    return figure.model_copy(update={"quantity": replace(figure.quantity, typed=typed)})


def _evaluated(context: Context, dyes: _Dyes) -> Mapping[Path, tuple[Piece, ...]]:
    """All texts in dyes; what a shortcoming lends to its own text keeps the dye of where it was typed."""
    found: dict[Path, tuple[Piece, ...]] = {}
    for one in sorted(context.passages, key=lambda one: bool(one.lent)):
        own = {name: lent(found[path]) for name, path in one.lent.items()}
        found[one.path] = tuple(_pieces(one.path, context.evaluated[one.path], own, dyes))
    return found


def _pieces(path: Path, pieces: Sequence[Piece], own: Mapping[str, str], dyes: _Dyes) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        if piece.expression in own:
            yield piece._replace(text=own[piece.expression])
        elif piece.expression:
            start, end = pieces[at - 1].start + len(pieces[at - 1].text), pieces[at + 1].start
            yield piece._replace(text=_said(piece, dyes, (path, start, end)))
        else:
            kept = _END_MARKS if at == len(pieces) - 1 and path[-1] not in _RUNNING else ""
            yield piece._replace(text=_literal(path, piece, kept, dyes))


def _said(piece: Piece, dyes: _Dyes, place: tuple[Path, int, int]) -> str:
    return dyes.dye(piece.text, lambda nth: Referred(*place, piece.expression, nth))


def _literal(path: Path, piece: Piece, kept: str, dyes: _Dyes) -> str:
    return dyes.dye(piece.text, lambda at: Typed(path, piece.start + at), kept)


_Decoded = Sequence[tuple[str, Origin]]


def _fitted(
    printed: Sequence[Block],
    shades: Sequence[Block],
    dyes: _Dyes,
    typed: Mapping[Path, str],
    asked: Callable[[Block], bool],
) -> Iterator[Traced]:
    """The blocks with their origins out of the dyed ones, which may be others where a template counts characters."""
    of = dict(_counterparts(printed, shades, dyes))
    for at, block in enumerate(printed):
        if not asked(block):
            yield Traced(block, ())
            continue
        shade = [*map(dyes.read, texts_of(shades[of[at]]))] if at in of else ()
        texts = texts_of(block)
        pairs = zip(texts, shade, strict=True) if len(texts) == len(shade) else ((text, ()) for text in texts)
        default = isinstance(block, Paragraph) and block.kind == Kind.TITLE and ("title",) not in typed
        yield Traced(block, tuple(_origins(text, () if default else shade, typed) for text, shade in pairs))


def _counterparts(printed: Sequence[Block], shades: Sequence[Block], dyes: _Dyes) -> Iterator[tuple[int, int]]:
    if len(printed) == len(shades):
        yield from ((at, at) for at in range(len(printed)))
        return
    old = ["\0".join(texts_of(one)) for one in printed]
    new = ["\0".join("".join(char for char, _ in dyes.read(text)) for text in texts_of(one)) for one in shades]
    for _, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield from zip(range(i, j), range(k, m), strict=False)


def _origins(text: str, shade: _Decoded, typed: Mapping[Path, str]) -> tuple[Origin, ...]:
    said = "".join(char for char, _ in shade)
    if said == text:
        found = [origin for _, origin in shade]
    else:
        found = [None] * len(text)
        for a, b, size in difflib.SequenceMatcher(None, text, said, autojunk=False).get_matching_blocks():
            found[a : a + size] = [origin for _, origin in shade[b : b + size]]
    for step in (1, -1):
        _walk(found, text, typed, step)
    return tuple(found)


def _walk(found: list[Origin], text: str, typed: Mapping[Path, str], step: int) -> None:
    """Characters that were not dyed, by the neighbour before or behind: the next typed one that prints."""
    gaps = [at for at, origin in enumerate(found) if origin is None]
    for at in gaps if step > 0 else reversed(gaps):
        near = found[at - step] if 0 <= at - step < len(text) else None
        source = typed.get(near.path, "") if near else ""
        if not near or not source:
            continue
        before, behind = (near.at - 1, near.at + 1) if isinstance(near, Typed) else (near.start - 1, near.end)
        there = behind if step > 0 else before
        while 0 <= there < len(source) and source[there].isspace() and not text[at].isspace():
            there += step
        if 0 <= there < len(source) and source[there] == text[at] and text[at] not in "{}":
            found[at] = Typed(near.path, there)
