"""Parts that are written in braces and brackets, written with one key a line instead: those can be edited by lines."""

from collections.abc import Iterator
from itertools import takewhile

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import Path
from ecoreport.yearfile import writer
from ecoreport.yearfile.edits import Edits
from ecoreport.yearfile.fields import roles
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import plain_data
from ecoreport.yearfile.writer import Verbatim

_PARTS = tuple(key for key, role in roles(Report).items() if role.holds)  # keys below which keys stand


def in_blocks(text: str) -> str:
    """The same data with its parts in block style; the text itself where they are already."""
    edits = Edits(text)
    if isinstance(edits.root, MappingNode) and edits.root.flow_style:
        return rewritten(text)
    for key, value in edits.root.value:
        if key.value in _PARTS:
            for path, node in _flowing(value, (key.value,)):
                edits.put_node(path, _written(node, path, edits))
    return edits.text()


def rewritten(text: str) -> str:
    """The same data written anew, one key a line, without the comments but for those at the head."""
    head = "".join(line for line in takewhile(lambda line: line.startswith("#"), text.splitlines(keepends=True)))
    return head + writer.document(_value(Edits(text).root))  # type: ignore[arg-type]


def _flowing(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """The outermost collections in flow style that hold keys; a figure's own braces and lists of ids stay."""
    if isinstance(node, MappingNode):
        if node.flow_style and path[:-1] != ("figures",):
            yield path, node
            return
        for key, value in node.value:
            yield from _flowing(value, (*path, key.value))
    elif isinstance(node, SequenceNode):
        if node.flow_style and any(isinstance(item, MappingNode) for item in node.value):
            yield path, node
            return
        for at, item in enumerate(node.value):
            yield from _flowing(item, (*path, at))


def _written(node: Node, path: Path, edits: Edits) -> str:
    value = _value(node)
    if isinstance(path[-1], int):  # behind a dash
        return "\n".join(writer.mapping(value, node.start_mark.column)).lstrip()  # type: ignore[arg-type]
    indent = edits.key_column(path) + 2
    if isinstance(node, MappingNode):
        return "\n" + "\n".join(writer.mapping(value, indent)) if value else "{}"  # type: ignore[arg-type]
    return "\n" + "\n".join(writer.listed(value, indent))  # type: ignore[arg-type]


def _value(node: Node) -> writer.Value:
    """The node's data; what is left empty is left out."""
    if isinstance(node, MappingNode):
        pairs = ((key.value, value) for key, value in node.value if not _is_empty(value))
        return {Verbatim(key) if key.startswith(("#", " ")) else key: _value(value) for key, value in pairs}
    if isinstance(node, SequenceNode):
        return [_value(item) for item in node.value]
    assert isinstance(node, ScalarNode)  # noqa: S101 - for the type checker: YAML has no fourth kind
    value = plain_data(node)
    return Verbatim(value) if isinstance(value, str) else "" if value is None else value


def _is_empty(node: Node) -> bool:
    return plain_data(node) is None if isinstance(node, ScalarNode) else not node.value
