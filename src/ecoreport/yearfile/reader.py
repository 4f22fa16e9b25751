"""A year file to a Report: every fault of the file collected and raised once, each at its place."""

import bisect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import Finding, Path, Problem, Refused, Severity
from ecoreport.yearfile._signs import QUOTE, beginning
from ecoreport.yearfile._traps import key_trap, traps
from ecoreport.yearfile._tree import BREAK, Document, compose, decode, unusual_characters
from ecoreport.yearfile.model import Report, field_names

_SCALARS: Mapping[str, Callable[[str], int | bool]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_NULL = "tag:yaml.org,2002:null"
# What a slip does to the value on its line, or on the line above, is not told of as well.
_CONSEQUENCES = frozenset({"E202", "E203", "E211"})
_TAKES_VALUE: Mapping[str, int] = {
    **dict.fromkeys(("E120", "E121", "E125", "E126", "E131", "E137", "E138"), 0),
    **dict.fromkeys(("E123", "E139"), -1),
}
_MAKES_KEYS = frozenset({"E120", "E121", "E131", "E137"})  # in braces, a key that nobody meant
_OF_VALUES = frozenset({"E203", "E211", "E212"})
_BEGIN = frozenset({"id", "title", "text", "problem", "cause", "kind"})  # the keys that an item begins with
_REFERENCE = re.compile(r"\{\{[^{}]*\}\}")
_BARE_REFERENCE = re.compile(r"(?<![\"'])\{\{[^{}\"']*\}\}(?![\"'])")
_COMMENT = re.compile(r"(?<!\s)\s++#.*")
_SHOWN = 100  # characters of a line that a mend repeats
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class YearFile:
    """A report that is sound in itself, with the document that knows where each word of it stands."""

    report: Report
    document: Document
    warnings: tuple[Problem, ...] = ()


def parse(data: bytes, name: str) -> YearFile:
    """The year file in `data`; Refused with every problem found."""
    return YearFile(*read(data, name, Report))


def read(
    data: bytes, name: str, model: type[_Model], prepare: Callable[[Any], Any] = lambda values: values
) -> tuple[_Model, Document, tuple[Problem, ...]]:
    """The file in `data` as a `model`, with its document and its warnings; Refused with every problem found.

    Its plain values pass through `prepare` first.
    """
    source = decode(data, name)
    unusual = tuple(unusual_characters(source))
    if any(problem.code == "E103" for problem in unusual):
        raise Refused(unusual)
    try:
        document = compose(source)
    except Refused as refused:
        raise Refused([*unusual, *refused.problems]) from None
    value, faults = _validate(document, model, prepare)
    seen = {problem.line for problem in unusual}  # a character told of once is not told of again as a value's
    problems = [
        *unusual,
        *traps(document, field_names(model)),
        *(fault for fault in faults if fault.code != "E103" or fault.line not in seen),
    ]
    problems = list(_causes(problems))
    if value is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(problems)
    return value, document, tuple(problems)


def _causes(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without those that follow from another: a value taken by a slip, a key that is none."""
    slipped = {problem.line + _TAKES_VALUE[problem.code] for problem in problems if problem.code in _TAKES_VALUE}
    wrong = {(problem.line, problem.column) for problem in problems if problem.code in _OF_VALUES}
    keys: dict[int, list[tuple[int, int]]] = {}
    for problem in problems:
        if problem.code in _MAKES_KEYS:
            keys.setdefault(problem.line, []).append((problem.column, problem.end_column))
    spans = {line: sorted(found) for line, found in keys.items()}
    for problem in problems:
        value = problem.code in _CONSEQUENCES and problem.line in slipped
        key = problem.code == "E201" and _covered(spans.get(problem.line, ()), problem.column)
        quotes = problem.code == "W128" and (problem.line, problem.column) in wrong
        if not (value or key or quotes):
            yield problem


def _covered(spans: Sequence[tuple[int, int]], column: int) -> bool:
    at = bisect.bisect_right(spans, (column, sys.maxsize)) - 1
    return at >= 0 and column < spans[at][1]


def _validate(
    document: Document, model: type[_Model], prepare: Callable[[Any], Any]
) -> tuple[_Model | None, list[Problem]]:
    """The document as a `model` or None; and what is wrong with it."""
    problems: list[Problem] = []
    data = prepare(_Builder(document, problems).build(document.root, ()))
    try:
        return model.model_validate(data), problems
    except ValidationError as error:
        from ecoreport.yearfile._misfits import misfits  # noqa: PLC0415 - only where a file is at fault

        told = misfits(error, model, document)
        problems.extend(document.locate(finding) for finding in told)
        return None, problems


def lines(data: bytes) -> Sequence[str]:
    """The lines of a file that messages quote, whatever its encoding; none where that is unknown."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for attempt in (encoding, "gb18030"):
        with suppress(UnicodeDecodeError):
            return BREAK.split(data.decode(attempt))
    return ()


def plain_data(node: ScalarNode) -> str | int | bool | None:
    """What a scalar stands for: a whole number, true or false, nothing, else its text."""
    convert = _SCALARS.get(node.tag)
    return None if node.tag == _NULL else convert(node.value) if convert else node.value


@dataclass(frozen=True)
class _Builder:
    """Plain values out of YAML nodes; never YAML's own construction, which guesses and mutates."""

    document: Document
    problems: list[Problem]

    def build(self, node: Node, path: Path) -> object:
        if isinstance(node, ScalarNode):
            return plain_data(node)
        if isinstance(node, SequenceNode):
            return tuple(self.build(item, (*path, at)) for at, item in enumerate(node.value))
        if len(node.value) == 1 and isinstance(node.value[0][0], MappingNode):
            typed = self.document.source.text[slice(*self.document.ends(node))]
            if _REFERENCE.fullmatch(typed):
                self._unquoted(node, path)
                return typed
        return self._mapping(node, path)

    def _unquoted(self, node: Node, path: Path) -> None:
        """Tell of a value that is a reference to a figure and has no quotes, once a line."""
        line = node.start_mark.line
        if not any(problem.code == "E125" and problem.line == line + 1 for problem in self.problems[-1:]):
            typed = _COMMENT.sub("", self.document.source.lines[line].strip())
            written = _BARE_REFERENCE.sub(r'"\g<0>"', typed)
            help_ = f"写成 {written}" if len(written) <= _SHOWN else '写成 "{{ … }}"'
            self._refuse("E125", "以“{{”开头的值要加引号", node, path, help_)

    def _mapping(self, node: Node, path: Path) -> dict[str, object]:
        built: dict[str, object] = {}
        first: dict[str, int] = {}
        run_together = False  # two items of a list, as the line that begins the second is missing
        for key, value in node.value:
            if isinstance(key, ScalarNode) and (trap := key_trap(key.value)):
                self._trapped(trap, key, path)
            elif not isinstance(key, ScalarNode):
                self._refuse("E116", "键必须是文字", key, path, QUOTE)
            elif key.value not in built:
                first[key.value] = key.start_mark.line + 1
                built[key.value] = self.build(value, (*path, key.value))
            elif not run_together:
                message = f"“{key.value}”重复，第一次在第 {first[key.value]} 行"
                run_together = bool(path) and isinstance(path[-1], int) and key.value in _BEGIN
                help_ = _run_together(key.value, value) if run_together else "留一个，删掉另一个"
                self._refuse("E115", message, key, (*path, key.value), help_)
        return built

    def _trapped(self, trap: tuple[str, str, str], key: ScalarNode, path: Path) -> None:
        code, message, help_ = trap
        if code == "E123" and (wanted := self._wanted.get(key.start_mark.line)) is not None:
            help_ = f"这一行{beginning(wanted)}"
        self._refuse(code, message, key, path, help_)

    @cached_property
    def _wanted(self) -> Mapping[int, int]:
        from ecoreport.yearfile import _indents as indents  # noqa: PLC0415 - only where a file is at fault

        return indents.wanted(self.document.source.lines)

    def _refuse(self, code: str, message: str, node: Node, path: Path, help_: str) -> None:
        self.problems.append(self.document.at(node, Finding(code, message, path, help=help_)))


def _run_together(key: str, value: Node) -> str:
    """What to do where a key stands twice in an item: most likely two items have become one."""
    if key == "id" and isinstance(value, ScalarNode):
        return f"新的一条要在前面加“- ”，写成 - id: {value.value}；真的写了两遍，才删掉一个"
    return "是不是少了新的一条开头的“- id: …”那一行？补上它；真的写了两遍，才删掉一个"
