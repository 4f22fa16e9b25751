"""Plain values out of YAML nodes, and a model out of them: what a file says, before and after it is judged."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import Finding, Path, Problem
from ecoreport.yearfile._signs import QUOTE, STEP, beginning
from ecoreport.yearfile._tree import Document

_SCALARS: Mapping[str, Callable[[str], int | bool]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
}
_NULL = "tag:yaml.org,2002:null"
_BEGIN = frozenset({"id", "title", "text", "problem", "cause", "kind"})  # the keys that an item begins with
_Model = TypeVar("_Model", bound=BaseModel)


def plain_data(node: ScalarNode) -> str | int | bool | None:
    """What a scalar stands for: a whole number, true or false, nothing, else its text."""
    convert = _SCALARS.get(node.tag)
    return None if node.tag == _NULL else convert(node.value) if convert else node.value


def values(document: Document) -> tuple[Any, list[Problem]]:
    """The plain values of the document, and the keys in it that cannot be."""
    problems: list[Problem] = []
    return _Builder(document, problems).build(document.root, ()), problems


def validated(data: object, model: type[_Model]) -> _Model | ValidationError:
    """The values as a `model`, or what is wrong with them."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return error


class _Builder(NamedTuple):
    """Plain values out of YAML nodes; never YAML's own construction, which guesses and mutates."""

    document: Document
    problems: list[Problem]

    def build(self, node: Node, path: Path) -> object:
        if isinstance(node, ScalarNode):
            return plain_data(node)
        if isinstance(node, SequenceNode):
            return tuple(self.build(item, (*path, at)) for at, item in enumerate(node.value))
        return self._mapping(node, path) if isinstance(node, MappingNode) else None

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        built: dict[str, object] = {}
        first: dict[str, int] = {}
        run_together = False  # two items of a list, as the line that begins the second is missing
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._refuse("E116", "键必须是文字", key, path, QUOTE)
            elif key.value == "<<":
                self._refuse("E113", "“<<”是 YAML 的合并键，不支持", key, path, "把要用的键都写出来")
            elif key.value not in built:
                first[key.value] = key.start_mark.line + 1
                built[key.value] = self.build(value, (*path, key.value))
            elif not run_together:
                message = f"“{key.value}”重复，第一次在第 {first[key.value]} 行"
                run_together = bool(path) and isinstance(path[-1], int) and key.value in _BEGIN
                help_ = _run_together(key, value) if run_together else "留一个，删掉另一个"
                self._refuse("E115", message, key, (*path, key.value), help_)
        return built

    def _refuse(self, code: str, message: str, node: Node, path: Path, help_: str) -> None:
        self.problems.append(self.document.at(node, Finding(code, message, path, help=help_)))


def _run_together(key: ScalarNode, value: Node) -> str:
    """What to do where a key stands twice in an item: most likely two items have become one."""
    where = beginning(max(key.start_mark.column - STEP, 0))
    if key.value == "id" and isinstance(value, ScalarNode):
        return f"是新的一条，就写成 - id: {value.value}，{where}；真的写了两遍，就删掉一个"
    return f"是不是少了新的一条的第一行？在这一行上面补上 - id: …，{where}；真的写了两遍，就删掉一个"
