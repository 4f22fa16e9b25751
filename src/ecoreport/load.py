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

_SCALARS: Mapping[str, Callable[[str], int | bool]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_NULL = "tag:yaml.org,2002:null"
# What a slip does to the value on its line, or on the line above, is not told of as well.
_CONSEQUENCES = frozenset({"E202", "E203", "E211"})
_TAKES_VALUE: Mapping[str, int] = {"E120": 0, "E121": 0, "E123": -1, "E126": 0, "E131": 0}
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
    return YearFile(*read(data, name, Report))


def read(data: bytes, name: str, model: type[_Model]) -> tuple[_Model, Document, tuple[Problem, ...]]:
    """The file in `data` as a `model`, with its document and its warnings; Refused with every problem found."""
    source = decode(data, name)
    unusual = tuple(unusual_characters(source))
    if any(problem.code == "E103" for problem in unusual):
        raise Refused(unusual)
    try:
        document = compose(source)
    except Refused as refused:
        raise Refused([*unusual, *refused.problems]) from None
    value, faults = validate(document, model)
    seen = {problem.line for problem in unusual}  # a character told of once is not told of again as a value's
    problems = [
        *unusual,
        *traps(document, field_names(model)),
        *(fault for fault in faults if fault.code != "E103" or fault.line not in seen),
    ]
    slipped = {problem.line + _TAKES_VALUE[problem.code] for problem in problems if problem.code in _TAKES_VALUE}
    problems = [problem for problem in problems if problem.code not in _CONSEQUENCES or problem.line not in slipped]
    if value is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(problems)
    return value, document, tuple(problems)


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
    if name == "value" and len(names) > 1:
        name = names[-2]  # of a figure its name is what the clerk knows
    message, help_ = message_of(fault, name), help_of(fault)
    if kind == "extra_forbidden":
        if name in field_names(model):
            message = f"“{name}”不能写在这里"
        elif close := difflib.get_close_matches(name, sorted(_fields_at(model, loc[:-1])), 1, SIMILAR):
            help_ = f"是不是“{close[0]}”？"
    on_key = kind in ("extra_forbidden", "missing") or "[key]" in loc
    path = loc[:-1] if kind == "missing" else tuple(part for part in loc if part != "[key]")
    if kind == "union_tag_invalid":
        path = (*path, "kind")
    return Finding(code_of(fault), message, path, on_key=on_key, help=help_)


def _fields_at(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that may stand at `path`; parts that are no key of a model (places, names, union tags) pass over."""
    here = {model}
    for part in path:
        named = [
            field.annotation
            for one in here
            for name, field in one.model_fields.items()
            if (field.alias or name) == part
        ]
        here = {below for annotation in named for below in _models_in(annotation)} or here
    return {field.alias or name for one in here for name, field in one.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - an annotation is any type's spelling
    """The models that an annotation names, however wrapped, without those inside them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


@cache
def field_names(model: type[BaseModel]) -> frozenset[str]:
    """Every key that the model and the models in it know."""
    found: set[str] = set()
    queue, seen = [model], {model}
    while queue:
        fields = queue.pop().model_fields
        found.update(field.alias or name for name, field in fields.items())
        below = {one for field in fields.values() for one in _models_in(field.annotation)} - seen
        queue.extend(below)
        seen |= below
    return frozenset(found)
