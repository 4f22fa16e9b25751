"""Words, items and keys of a year file changed in place: as edits of the file, which leave all else to the byte.

Every function gives None where the file is written so that there is no such place (braces, the line of a dash), and
does nothing itself: edits can be tried, and left out again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import FileEdit, Path
from ecoreport.yearfile import writer
from ecoreport.yearfile._scalars import Part, in_order, scalar_edits
from ecoreport.yearfile._tree import UTF8_BOM, Document
from ecoreport.yearfile.writer import Value

__all__ = ["Part", "Splice", "Splices", "encoded", "spliced"]
Splice = tuple[FileEdit, ...]
_INSIDE = 2  # the column of the keys of what stands behind a dash at the margin


def spliced(text: str, edits: Iterable[FileEdit]) -> str:
    """The text with the edits made; of those at one place the first comes first, what lies in lines that go is gone."""
    made: list[str] = []
    at = 0
    ends = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda edit: (edit.start, bool(edit.old))):
        if edit.start < at:
            continue
        made += [text[at : edit.start], re.sub("\r?\n", ends, edit.new)]
        at = edit.start + len(edit.old)
    return "".join(made) + text[at:]


def encoded(text: str, like: bytes) -> bytes:
    """The text as a file that begins as the one that it was."""
    return (UTF8_BOM if like.startswith(UTF8_BOM) else b"") + text.encode()


class Splices:
    """The places of one year file; paths are those of its data."""

    def __init__(self, document: Document) -> None:
        """Keep the document, which is sound."""
        self._document, self._source = document, document.source.text

    def node(self, path: Path) -> Node | None:
        """The value at `path`; a single value is the first of its list; None where there is none."""
        found = self._document.find(path)
        if found is None and path and path[-1] == 0:
            found = self._document.find(path[:-1])
            return found[1] if found and isinstance(found[1], ScalarNode) else None
        return found[1] if found else None

    def text(self, path: Path) -> str | None:
        """The text at `path` as it was typed."""
        node = self.node(path)
        return node.value if isinstance(node, ScalarNode) else None

    def in_text(self, path: Path, parts: Sequence[Part]) -> Splice | None:
        """The parts of the text at `path`; None also where two of them overlap."""
        node, ordered = self.node(path), in_order(parts)
        if not isinstance(node, ScalarNode) or ordered is None:
            return None
        return scalar_edits(self._document, path, node, ordered)

    def lines(self, path: Path) -> tuple[int, int] | None:
        """Where the whole lines of an item or of a key begin and end; None where it has none of its own."""
        found, parent = self._document.find(path), self.node(path[:-1]) if len(path) > 1 else self._document.root
        if found is None or not isinstance(parent, MappingNode | SequenceNode) or parent.flow_style:
            return None
        key, node = found
        start = self._line_start(self._document.ends(key or node)[0])
        if isinstance(path[-1], str) and re.match(r" *- ", self._source[start:]):
            return None  # the key stands on the line of the dash
        return start, self._below(node)

    def without(self, path: Path) -> Splice | None:
        """The item or key gone, with its comments' lines kept; with its list where it is the last one there."""
        parent = self.node(path[:-1]) if len(path) > 1 else None
        if isinstance(path[-1], int) and isinstance(parent, SequenceNode) and len(parent.value) == 1:
            found = self._document.find(path[:-1])
            own_key = found and found[0] is not None and found[0].value == path[-2]
            return self.without(path[:-1]) if own_key and len(path) > 2 else None  # noqa: PLR2004 - a section's short form
        if (lines := self.lines(path)) is None:
            return self._off_the_dash(path, parent) or (self._document.find(path) and self._out_of_braces(path, parent))
        start, end = lines
        between = self._source[end : end + 1] == "\n" and self._source[:start].endswith("\n\n")
        kept = "" if "|" in self._source[start:end] else "".join(_comments(self._source[start:end]))
        return (FileEdit(start, self._source[start : end + between], kept),)

    def _off_the_dash(self, path: Path, parent: Node | None) -> Splice | None:
        """The first key of an item gone: the next one takes its place behind the dash."""
        if not isinstance(parent, MappingNode) or parent.flow_style or len(parent.value) == 1:
            return None
        (first, _), (second, _) = parent.value[:2]
        if first.value != path[-1]:
            return None
        start, end = self._document.ends(first)[0], self._document.ends(second)[0]
        kept = "".join(_comments(self._source[start:end]))
        return None if kept else (FileEdit(start, self._source[start:end], ""),)

    def _out_of_braces(self, path: Path, parent: Node | None) -> Splice | None:
        """An item or a key of what stands in brackets gone, with the comma that parts it from its neighbour."""
        if not isinstance(parent, MappingNode | SequenceNode) or not parent.flow_style or len(parent.value) == 1:
            return None
        if isinstance(parent, MappingNode):
            ends = [(self._document.ends(key)[0], self._document.ends(value)[1]) for key, value in parent.value]
            at = next(at for at, (key, _) in enumerate(parent.value) if key.value == path[-1])
        else:
            ends, at = [self._document.ends(node) for node in parent.value], int(path[-1])
        start, end = (ends[at - 1][1], ends[at][1]) if at else (ends[0][0], ends[1][0])
        return (FileEdit(start, self._source[start:end], ""),)

    def moved(
        self, path: Path, beside: Path, *, before: bool, without: Sequence[str] = (), within: Sequence[FileEdit] = ()
    ) -> Splice | None:
        """The lines of an item put beside another one's, those of some keys left out, edits `within` them made."""
        own, there = self.lines(path), self.lines(beside)
        gone = self.without(path)
        if own is None or there is None or gone is None:
            return None
        at, deeper = there[0 if before else 1], self._indent(there[0]) - self._indent(own[0])
        keys = [self.lines((*path, name)) for name in without]
        if None in keys:
            return None
        cut = [*(FileEdit(start, self._source[start:end], "") for start, end in filter(None, keys)), *within]
        lines = spliced(self._source[: own[1]], cut)[own[0] :].rstrip("\n").split("\n")
        if deeper < 0:
            lines = [line[-deeper:] if line[:-deeper].isspace() else line.lstrip() for line in lines]
        made = "".join(f"{' ' * max(deeper, 0) if line.strip() else ''}{line}\n" for line in lines)
        return (*gone, FileEdit(at, "", (self._ended(at) if not before else "") + made))

    def item(self, beside: Path, fields: Mapping[str, Value], *, before: bool) -> Splice | None:
        """A new item beside another one."""
        if (lines := self.lines(beside)) is None:
            return None
        pad = self._indent(lines[0])
        made = "\n".join(writer.listed([fields], pad)) + "\n"
        spaced = self._source[: lines[0]].endswith("\n\n") and bool(beside[-1])
        if before:
            return (FileEdit(lines[0], "", f"{made}\n" if spaced else made),)
        return (FileEdit(lines[1], "", self._ended(lines[1]) + (f"\n{made}" if spaced else made)),)

    def sectioned(self, kinds: Sequence[str], behind: str, fields: Mapping[str, Value]) -> Splice | None:
        """The parts that have keys of their own as a list of `sections`, with a new one behind one of them.

        Their lines stay as they are: a list may begin at the column of its key.
        """
        found = [self._document.find((kind,)) for kind in kinds]
        keys = (
            [key.value for key, _ in self._document.root.value] if isinstance(self._document.root, MappingNode) else []
        )
        first = keys.index(kinds[0]) if kinds[0] in keys else 0
        if keys[first : first + len(kinds)] != list(kinds):
            return None
        edits = []
        for kind, at in zip(kinds, found, strict=True):
            head = _part_head(at[1], kind) if at else None
            if at is None or at[0] is None or head is None:
                return None
            start = self._document.ends(at[0])[0]
            opening = "sections:\n" if kind == kinds[0] else ""
            edits.append(FileEdit(start, f"{kind}:", f"{opening}{head}"))
            if kind == behind:
                end = self._below(at[1])
                made = "".join(f"{line}\n" for line in writer.listed([fields], 0))
                edits.append(FileEdit(end, "", self._ended(end) + made))
        return tuple(edits)

    def row(self, beside: Path, cells: Sequence[str], *, before: bool) -> Splice | None:
        """A new row of a table beside another one."""
        made = writer.flow(cells)
        if (lines := self.lines(beside)) is not None:
            at = lines[0 if before else 1]
            text = f"{' ' * self._indent(lines[0])}- {made}\n"
            return (FileEdit(at, "", text if before else self._ended(at) + text),)
        return self.listed(beside, made, before=before)

    def listed(self, beside: Path, written: str, *, before: bool) -> Splice | None:
        """What is written as YAML put into a list in brackets beside one of its values."""
        parent, node = self.node(beside[:-1]), self.node(beside)
        if not isinstance(parent, SequenceNode) or not parent.flow_style or node is None:
            return None
        start, end = self._document.ends(node)
        return (FileEdit(start, "", f"{written}, ") if before else FileEdit(end, "", f", {written}"),)

    def key(self, owner: Path, name: str, value: Value, *, first: bool = False) -> Splice | None:
        """A new key of the mapping at `owner`, the first or the last."""
        node = self.node(owner) if owner else self._document.root
        if not isinstance(node, MappingNode) or not node.value:
            return None
        start, end = self._document.ends(node)
        if node.flow_style:
            written = writer.scalar(value, flow=True) if isinstance(value, str) else None
            return (FileEdit(end - 1, "", f", {name}: {written}"),) if written else None
        column = node.value[0][0].start_mark.column
        lines = list(writer.mapping({name: value}, column))
        if first:
            return (FileEdit(start, "", "\n".join(lines).lstrip() + "\n" + " " * column),)
        end = self._below(node)
        return (FileEdit(end, "", self._ended(end) + "".join(f"{line}\n" for line in lines)),)

    def above(self, path: Path, name: str, value: Value) -> Splice | None:
        """A new key right above the one at `path`."""
        if (lines := self.lines(path)) is None:
            return None
        made = writer.mapping({name: value}, self._indent(lines[0]))
        return (FileEdit(lines[0], "", "".join(f"{line}\n" for line in made)),)

    def lengthened(self, path: Path, name: str, value: Value) -> Splice | None:
        """A list of items alone, the short form of a section, as the section with one more key."""
        found = self._document.find(path)
        node = found[1] if found else None
        if not isinstance(node, SequenceNode) or found is None or found[0] is None:
            return None
        if node.flow_style:
            start, end = self._document.ends(node)
            opening = f"{{{name}: {writer.scalar(value, flow=True)}, items: " if isinstance(value, str) else ""
            return (FileEdit(start, "", opening), FileEdit(end, "", "}")) if opening else None
        first, last = self._line_start(self._document.ends(node)[0]), self._below(node)
        key, dash = found[0].start_mark.column, node.start_mark.column
        column = max(dash, key + 2)
        lines = [*writer.mapping({name: value}, column), f"{' ' * column}items:"]
        made = "".join(f"{line}\n" for line in lines)
        if dash > key:  # they may stand right below their new key
            return (FileEdit(first, "", made),)
        old = self._source[first:last]
        return (FileEdit(first, old, made + re.sub(r"(?m)^(?=.)", "  ", old)),)

    def whole(self, path: Path, written: str) -> Splice | None:
        """What is written as YAML in place of the value at `path`."""
        if (node := self.node(path)) is None:
            return None
        start, end = self._document.ends(node)
        old = self._source[start:end].rstrip(" \r\n")
        return (FileEdit(start, old, written),)

    def _below(self, node: Node) -> int:
        """The start of the line below the last one of the value, without comments and blank lines that follow it."""
        if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._below(last[1] if isinstance(last, tuple) else last)
        start, end = self._document.ends(node)
        last = start + len(self._source[start:end].rstrip(" \r\n"))
        found = self._source.find("\n", last)
        return found + 1 if found >= 0 else len(self._source)

    def _line_start(self, at: int) -> int:
        return self._source.rfind("\n", 0, at) + 1

    def _indent(self, at: int) -> int:
        return len(self._source[at:]) - len(self._source[at:].lstrip(" "))

    def _ended(self, at: int) -> str:
        """A line break where the file ends without one."""
        return "" if not at or self._source[at - 1] == "\n" else "\n"


def _part_head(node: Node, kind: str) -> str | None:
    """How a part that was a key of its own begins as one of a list; None where its lines would have to move."""
    if not isinstance(node, MappingNode | SequenceNode) or node.flow_style:
        return None
    column = node.start_mark.column
    if isinstance(node, SequenceNode):
        return f"- kind: {kind}\n  items:" if column >= _INSIDE else None
    return f"- kind: {kind}" if column == _INSIDE else None


def _comments(lines: str) -> Iterable[str]:
    return (f"{line}\n" for line in lines.split("\n") if line.lstrip().startswith("#"))
