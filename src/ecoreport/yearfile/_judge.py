"""How well a stretch of a year file reads: where the parser stops, or what does not fit the model; lines, no words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, ScalarNode

from ecoreport.yearfile._build import validated, values
from ecoreport.yearfile._doubts import doubts
from ecoreport.yearfile._guard import Loader, guard
from ecoreport.yearfile._mend import counts, indent_of
from ecoreport.yearfile._stops import where
from ecoreport.yearfile._tree import Document, Source
from ecoreport.yearfile.model import field_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STOPS, MISFITS, SOUND = 2, 1, 0
_WIDTH = 60  # characters that are counted as a line
_REACH = 50  # lines above and below that are read with one that is at fault
_TOP_KEY = re.compile(r"[^\s#\-\[\]{}\"'|>%@&*!,:：][^:#]*:(?:\s|$)")
# Errors about a value that is where it should be: at most its own line is mistyped; of most not even that.
_OF_VALUE = frozenset({"figure", "string_pattern_mismatch"})
_NO_SLIP = frozenset(
    {
        *("int_type", "bool_type", "date_shape", "date_missing", "number", "finite_number", "measure"),
        *("literal_error", "string_too_long", "greater_than_equal", "less_than_equal", "control_character"),
    }
)


class Fault(NamedTuple):
    """A line, from 0, at which something is wrong; `last` ends what is wrong with it."""

    line: int
    last: int
    structural: bool = True  # not only the value on that line
    mendable: bool = True


class Verdict(NamedTuple):
    """How a stretch of text reads: less is better, by `cost`."""

    grade: int
    faulty: int  # faults; where the parser stops, how near to the top
    faults: tuple[Fault, ...] = ()
    begins: frozenset[int] = frozenset()  # lines on which a key, an item or a value begins
    error: yaml.MarkedYAMLError | None = None

    @property
    def cost(self) -> tuple[int, int]:
        """What is compared."""
        return self.grade, self.faulty


@dataclass
class Judge:
    """Reads stretches of a file as parts of a `model`, and counts the lines that this has cost."""

    model: type[BaseModel]
    budget: int
    spent: int = 0
    _keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Know the model's keys."""
        self._keys = field_names(self.model)

    @property
    def keys(self) -> frozenset[str]:
        """Every key that a file of this model may have."""
        return self._keys

    @property
    def exhausted(self) -> bool:
        """Whether no more should be tried."""
        return self.spent > self.budget

    def judge(self, lines: Sequence[str]) -> Verdict:
        """The verdict on these lines as a part of the file; what other parts of it must have is not missed."""
        text = "\n".join(lines)
        verdict = self._verdict(text, len(lines))
        stop = verdict.faults[0].line + 1 if verdict.grade == STOPS else len(lines)
        self.spent += stop + len(text) // _WIDTH * stop // max(len(lines), 1) + 1
        return verdict

    def _verdict(self, text: str, lines: int) -> Verdict:
        begins: set[int] = set()
        try:
            guard(text, begins)
            root = yaml.compose(text, Loader=Loader)
        except yaml.MarkedYAMLError as error:
            return _stopped(error, frozenset(begins), lines)
        if root is None:
            return Verdict(SOUND, 0)
        if not isinstance(root, MappingNode):
            line = root.start_mark.line
            return Verdict(STOPS, -line, (Fault(line, line),), frozenset(begins))
        faults = tuple(self._faults(Document(Source("", text), root)))
        return Verdict(MISFITS if faults else SOUND, len(faults), faults, frozenset(begins))

    def _faults(self, document: Document) -> Iterator[Fault]:
        data, refused = values(document)
        yield from (Fault(one.line - 1, one.line - 1, mendable=one.code != "E115") for one in refused)
        yield from (Fault(*lines) for lines in doubts(document, self._keys))
        error = validated(data, self.model)
        if isinstance(error, ValidationError):
            for fault in error.errors(include_url=False):
                if (loc := fault["loc"]) and (fault["type"] != "missing" or len(loc) > 1):
                    yield _placed(document, dict(fault))


def _placed(document: Document, fault: dict[str, Any]) -> Fault:
    loc = (*fault["loc"], *fault.get("ctx", {}).get("loc", ()))
    path = loc[:-1] if fault["type"] == "missing" else tuple(part for part in loc if part != "[key]")
    key, node = document.nearest(path)
    line = (key or node).start_mark.line
    last = max(node.end_mark.line - (isinstance(node, ScalarNode) and node.style in ("|", ">")), line)
    return Fault(line, last, fault["type"] not in _OF_VALUE, fault["type"] not in _NO_SLIP)


def _stopped(error: yaml.MarkedYAMLError, begins: frozenset[int], lines: int) -> Verdict:
    """The verdict where the parser stops: the line where it does, or the one that it never found the end of."""
    mark, context = where(error), error.context_mark
    at = min(mark.line, lines - 1) if mark else 0
    opened = context.line if context else at
    return Verdict(STOPS, -at, (Fault(at, at), Fault(opened, opened)), begins, error)


class Stretch(NamedTuple):
    """Lines `first` to `end` of a file, read below `head`, the line of the key that they stand under."""

    head: tuple[str, ...]
    first: int
    end: int

    def of(self, lines: Sequence[str], at: int | None = None, new: Sequence[str] = ()) -> list[str]:
        """The stretch as a text of its own; with line `at` of the file replaced by the `new` ones."""
        if at is None:
            return [*self.head, *lines[self.first : self.end]]
        return [*self.head, *lines[self.first : at], *new, *lines[at + 1 : self.end]]

    def place(self, at: int) -> int:
        """Where line `at` of the file stands in the stretch."""
        return at - self.first + len(self.head)

    def line(self, place: int) -> int:
        """The line of the file that stands there in the stretch."""
        return max(place - len(self.head), 0) + self.first


def part(lines: Sequence[str], at: int, keys: frozenset[str]) -> Stretch:
    """All that stands below the key at the margin above line `at`, up to the next such key."""
    first = next((n for n in range(at, -1, -1) if _is_top(lines[n], keys)), 0)
    end = next((n for n in range(at + 1, len(lines)) if _is_top(lines[n], keys)), len(lines))
    return Stretch((), first, end)


def around(lines: Sequence[str], at: int, keys: frozenset[str]) -> Stretch:
    """What line `at` is to be judged with: its part of the file and, near its beginning, the one above.

    Of a long part only the entries around the line: they do not depend on others.
    """
    own = part(lines, at, keys)
    if own.end - own.first <= 3 * _REACH:
        near = at - own.first < _REACH and own.first > 0
        return Stretch((), part(lines, own.first - 1, keys).first if near else own.first, own.end)
    indent = next((indent_of(line) for line in lines[own.first + 1 : own.end] if counts(line)), 0)
    entries = [n for n in range(own.first + 1, own.end) if counts(lines[n]) and _is_entry(lines, n, indent)]
    first = next((n for n in reversed(entries) if n <= at - _REACH), own.first)
    end = next((n for n in entries if n >= at + _REACH), own.end)
    return Stretch((lines[own.first],) if first > own.first else (), first, end)


def _is_entry(lines: Sequence[str], at: int, indent: int) -> bool:
    return indent_of(lines[at]) == indent and lines[at][indent] not in "]}"


def at_the_margin(lines: Sequence[str]) -> frozenset[str]:
    """The keys that stand at the margin."""
    return frozenset(line.partition(":")[0] for line in lines if _TOP_KEY.match(line))


def _is_top(line: str, keys: frozenset[str]) -> bool:
    return bool(_TOP_KEY.match(line)) and line.partition(":")[0] in keys
