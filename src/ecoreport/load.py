"""A year file to a Report: every fault of the file collected and raised once, each at its place."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from yaml.nodes import Node, ScalarNode, SequenceNode

from ecoreport import slips
from ecoreport.model import Report
from ecoreport.problems import Finding, Path, Problem, Refused, Severity
from ecoreport.source import Document, compose, decode, unusual_characters
from ecoreport.traps import key_trap, traps
from ecoreport.wording import code_of, help_of, message_of

_SCALARS: Mapping[str, Callable[[str], object]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_NULL = "tag:yaml.org,2002:null"
SIMILAR = 0.6  # how alike a misspelt key must be to be suggested
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class YearFile:
    """A report that is sound in itself, with the document that knows where each word of it stands."""

    report: Report
    document: Document
    warnings: tuple[Problem, ...] = ()


def load(path: FilePath, name: str) -> YearFile:
    """The year file at `path`, called `name` in messages; Refused with every problem, OSError if unreadable."""
    return parse(path.read_bytes(), name)


def parse(data: bytes, name: str) -> YearFile:
    """The year file in `data`; Refused with every problem found."""
    source = decode(data, name)
    unusual = tuple(unusual_characters(source))
    if any(problem.code == "E103" for problem in unusual):
        raise Refused(unusual)
    try:
        document = compose(source)
    except Refused as refused:
        raise Refused([*unusual, *refused.problems]) from None
    report, faults = validate(document, Report)
    seen = {problem.line for problem in unusual}  # a character told of once is not told of again as a value's
    problems = [
        *unusual,
        *traps(document, field_names(Report)),
        *(fault for fault in faults if fault.code != "E103" or fault.line not in seen),
    ]
    wide = {problem.line for problem in problems if problem.code == "E123"}  # it takes the line from the key above
    problems = [problem for problem in problems if problem.code != "E203" or problem.line + 1 not in wide]
    if report is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(problems)
    return YearFile(report, document, tuple(problems))


def validate(
    document: Document, model: type[_Model], prepare: Callable[[Any], Any] = lambda data: data
) -> tuple[_Model | None, list[Problem]]:
    """The document, its plain data first passed through `prepare`, as a `model` or None; and what is wrong with it."""
    problems: list[Problem] = []
    data = prepare(_Builder(document, problems).build(document.root, ()))
    try:
        return model.model_validate(data), problems
    except ValidationError as error:
        problems.extend(document.locate(finding) for finding in _translate(error, model))
        return None, problems


@dataclass(frozen=True)
class _Builder:
    """Plain values out of YAML nodes; never YAML's own construction, which guesses and mutates."""

    document: Document
    problems: list[Problem]

    def build(self, node: Node, path: Path) -> object:
        if isinstance(node, ScalarNode):
            convert = _SCALARS.get(node.tag)
            return None if node.tag == _NULL else convert(node.value) if convert else node.value
        if isinstance(node, SequenceNode):
            return tuple(self.build(item, (*path, at)) for at, item in enumerate(node.value))
        return self._mapping(node, path)

    def _mapping(self, node: Node, path: Path) -> dict[str, object]:
        built: dict[str, object] = {}
        first: dict[str, int] = {}
        for key, value in node.value:
            if isinstance(key, ScalarNode) and (trap := key_trap(key.value)):
                self._refuse(*trap[:2], key, path, trap[2])
            elif not isinstance(key, ScalarNode):
                self._refuse("E116", "键必须是文字", key, path, slips.QUOTE)
            elif key.value in built:
                message = f"“{key.value}”重复，第一次在第 {first[key.value]} 行"
                self._refuse("E115", message, key, (*path, key.value), "留一个，删掉另一个")
            else:
                first[key.value] = key.start_mark.line + 1
                built[key.value] = self.build(value, (*path, key.value))
        return built

    def _refuse(self, code: str, message: str, node: Node, path: Path, help_: str) -> None:
        self.problems.append(self.document.at(node, Finding(code, message, path, help=help_)))


def _translate(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """One finding a fault; a misspelt key that explains a missing one is told once."""
    faults: list[dict[str, Any]] = [dict(fault) for fault in error.errors(include_url=False)]
    missing = {fault["loc"] for fault in faults if fault["type"] == "missing"}
    explained: set[Path] = set()
    findings: list[tuple[Path, Finding]] = []
    for fault in faults:
        loc = (*fault["loc"], *fault.get("ctx", {}).get("loc", ()))
        finding = _finding(fault, loc, model)
        if fault["type"] == "extra_forbidden":
            here = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
            if close := difflib.get_close_matches(str(loc[-1]), here, 1, SIMILAR):
                explained.add((*loc[:-1], close[0]))
        findings.append((loc, finding))
    yield from (finding for loc, finding in findings if loc not in explained)


def _finding(fault: Mapping[str, Any], loc: Path, model: type[BaseModel]) -> Finding:
    kind = fault["type"]
    names = [str(part) for part in loc if isinstance(part, str) and part != "[key]"]
    name = names[-1] if names else ""
    help_ = help_of(fault)
    message = message_of(fault, name)
    if kind == "extra_forbidden" and name in field_names(model):
        message = f"“{name}”不能写在这里"
    elif kind == "extra_forbidden" and (
        close := difflib.get_close_matches(name, sorted(field_names(model)), 1, SIMILAR)
    ):
        help_ = f"是不是“{close[0]}”？"
    on_key = kind in ("extra_forbidden", "missing") or "[key]" in loc
    path = loc[:-1] if kind == "missing" else tuple(part for part in loc if part != "[key]")
    if kind == "union_tag_invalid":
        path = (*path, "kind")
    return Finding(code_of(fault), message, path, on_key=on_key, help=help_)


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """Every key that the model and the models in it know."""
    found: set[str] = set()
    queue: list[Any] = [model]
    seen: set[int] = set()
    while queue:
        kind = queue.pop()
        if id(kind) in seen:
            continue
        seen.add(id(kind))
        fields = getattr(kind, "model_fields", {})
        found.update(field.alias or name for name, field in fields.items())
        queue.extend(field.annotation for field in fields.values())
        queue.extend(get_args(kind))
    return frozenset(found)
