"""Items that have gone into the list, or the part, above them, since the line that begins their own is not there."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.yearfile._signs import STEP, beginning
from ecoreport.yearfile._tree import Document

_PARTS = ("measures", "shortcomings", "leader_duties", "next_year_plan")
# Keys of an item that tell which part it belongs to.
_OWNERS = {
    **dict.fromkeys(("problem", "cause"), "shortcomings"),
    "answers": "next_year_plan",
    "carries_out": "measures",
}
_Fault = Mapping[str, Any]


def joined(faults: Sequence[_Fault], document: Document) -> tuple[list[Finding], list[_Fault]]:
    """What is missing above such items, once each, and the faults that have another cause."""
    present = _keys(document.root)
    indented = {fault["loc"][-1] for fault in faults if fault["type"] == "extra_forbidden"}.intersection(_PARTS)
    found: dict[tuple[Path, str], int] = {}
    findings: dict[Path, Finding] = {}
    left = []
    for fault in faults:
        loc = fault["loc"]
        owner = _owner(fault, present)
        item = next((at for at in range(len(loc) - 1, 0, -1) if isinstance(loc[at], int)), 0)
        if owner in indented:  # its key is there, though not at the margin: that is told
            continue
        if owner and owner == loc[0]:
            findings.setdefault(loc[:-1], _without_first(loc, document))
        elif owner and item:
            key = loc[:item], owner
            found[key] = min(found.get(key, loc[item]), loc[item])
        else:
            left.append(fault)
    lists = (_above((*path, _first(path, at, document)), owner) for (path, owner), at in found.items())
    return [*findings.values(), *lists], left


def _owner(fault: _Fault, present: Collection[str]) -> str:
    """The part that the item at fault belongs to, where the fault comes of its standing in another; else empty."""
    loc, kind = fault["loc"], fault["type"]
    if kind == "extra_forbidden" and loc[0] in _PARTS and (owner := _OWNERS.get(loc[-1])):
        lone = len(loc) == 2 and owner == loc[0]  # noqa: PLR2004 - the part and the key
        listed = len(loc) == 4 and isinstance(loc[2], int)  # noqa: PLR2004 - the part, its items, the place, the key
        return owner if lone or (owner not in present and listed) else ""
    if kind == "string_type" and loc[0] == "assertions" and isinstance(fault["input"], dict):
        told = next((_OWNERS[key] for key in fault["input"] if key in _OWNERS), "")
        return told or next((part for part in _PARTS if part not in present), "")
    return ""


def _without_first(loc: Path, document: Document) -> Finding:
    """A part whose only item has lost its first line."""
    _, node = document.find(loc[:-1]) or (None, document.root)
    first = node.value[0][0] if isinstance(node, MappingNode) else node
    help_ = f"在这一行上面补上 - id: …，{beginning(max(first.start_mark.column - STEP, 0))}"
    path = (*loc[:-1], str(first.value))
    return Finding("E139", "这一行上面少了一行：这一条开头的“- id: …”", path, on_key=True, help=help_)


def _above(path: Path, owner: str) -> Finding:
    message = f"这一条上面少了一行：“{owner}:”"
    return Finding("E139", message, path, help=f"在这一条上面补上 {owner}:，{beginning(0)}")


def _first(path: Path, at: int, document: Document) -> int:
    """The item of the list at `path` that a blank line, or a comment, parts from those above, at or above item `at`."""
    _, node = document.find(path) or (None, document.root)
    while at > 0 and isinstance(node, SequenceNode) and _follows(node.value[at], document):
        at -= 1
    return at


def _follows(node: Node, document: Document) -> bool:
    above = document.source.lines[node.start_mark.line - 1].strip()
    return bool(above) and not above.startswith("#")


def _keys(node: Node) -> Collection[str]:
    return frozenset(str(key.value) for key, _ in node.value) if isinstance(node, MappingNode) else frozenset()
