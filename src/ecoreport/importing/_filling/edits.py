"""Values and notes into the YAML of a year file, in place: every byte that they do not concern stays."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from yaml.nodes import MappingNode, ScalarNode

from ecoreport.problems.diagnostic import Path
from ecoreport.yearfile import writer
from ecoreport.yearfile.edits import Edits

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class New(NamedTuple):
    """What becomes of a figure; None where that stays; an empty note goes."""

    value: str | None = None
    note: str | None = None


def edited(text: str, wanted: Mapping[str, New]) -> str:
    """The text with the figures as they are `wanted`, each in the form that it is written in."""
    edits = Edits(text)
    for name, new in wanted.items():
        _figure(edits, ("figures", name), new)
    return edits.text()


def _figure(edits: Edits, path: Path, new: New) -> None:
    node = edits.node(path)
    if isinstance(node, ScalarNode):
        value = node.value if new.value is None else new.value
        if new.note is None:
            edits.put(path, _amount(node, value, flow=True))
        else:
            written = _amount(node, value, flow=True)
            edits.put(path, f"{{value: {written}, note: {writer.scalar(new.note, flow=True)}}}")
    elif isinstance(node, MappingNode):
        _mapping(edits, path, node, new)


def _mapping(edits: Edits, path: Path, node: MappingNode, new: New) -> None:
    """Its keys stay as they stand; a note that it has not yet comes behind the last one."""
    flow = bool(node.flow_style)
    behind = ""
    keys = {key.value: value for key, value in node.value}
    last = node.value[-1][0].value
    if new.note is not None and "note" not in keys:
        written = f"note: {writer.scalar(new.note, flow=flow)}"
        if flow:
            behind = f", {written}"
        else:
            edits.insert_below(path, [" " * edits.key_column((*path, last)) + written])
    note = new.note if "note" in keys else None
    if note == "":
        edits.without((*path, "note"))
        last, note = next(key for key in reversed(keys) if key != "note"), None
    for key, text, write in (("value", new.value, _amount), ("note", note, _scalar)):
        if text is not None:
            here = behind if key == last else ""
            edits.put((*path, key), write(keys[key], text, flow=flow) + here)
            behind = "" if here else behind
    if behind:
        old = edits.pair((*path, last)).partition(":")[2].strip()
        edits.put((*path, last), old + behind)


def _scalar(node: ScalarNode, text: str, *, flow: bool) -> str:
    """The text between the quotes that stand there; else as a careful person would write it."""
    if node.style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if node.style == '"' and not set(text) & {'"', "\\", "\n"} and not writer.HIDDEN.search(text):
        return f'"{text}"'
    return writer.scalar(text, flow=flow)


def _amount(node: ScalarNode, text: str, *, flow: bool) -> str:
    """The same of a figure's value, a number of which needs no quotes."""
    return text if _NUMBER.fullmatch(text) and not node.style else _scalar(node, text, flow=flow)
