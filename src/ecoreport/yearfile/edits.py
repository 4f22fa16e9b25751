"""Edits to a YAML text at the places of its values; everything that no edit names stays as it is, to the byte."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import FileEdit, Path, edited
from ecoreport.yearfile import writer
from ecoreport.yearfile._tree import UTF8_BOM, Source, compose

_HASH = re.compile(r"(?:^|[ \t])(#[^\n]*)", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]*(?:#[ \t]*(?P<text>[^\n]*))?")


def applied(data: bytes, edits: Iterable[FileEdit]) -> bytes:
    """As `edited`, of a file's bytes."""
    mark = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    text = data.removeprefix(UTF8_BOM).decode("utf-8", "surrogateescape")
    return mark + edited(text, edits).encode("utf-8", "surrogateescape")


class Edits:
    """Edits to one YAML text, made all at once by `text`; places are paths in its data."""

    def __init__(self, source: str) -> None:
        """No edits yet; Refused where the text cannot be read."""
        self._document = compose(Source("", source))
        self._source = source
        self._made: list[tuple[int, int, str]] = []

    @property
    def root(self) -> Node:
        """The outermost value."""
        return self._document.root

    @cached_property
    def values(self) -> tuple[tuple[int, int], ...]:
        """Where each key and each value that is no collection stands in the text."""
        return tuple(self._ends(node) for node in _scalars(self.root))

    def text(self) -> str:
        """The text with all edits made."""
        text = self._source
        for start, end, new in sorted(self._made, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def node(self, path: Path) -> Node | None:
        """The value at `path`; None where there is none."""
        found = self._document.find(path)
        return found[1] if found else None

    def pair(self, path: Path) -> str:
        """The key at `path` and its value as they are written."""
        found = self._document.find(path)
        return self._source[self._ends(found[0])[0] : self._last(found[1])] if found and found[0] else ""

    def put(self, path: Path, new: str) -> None:
        """`new`, one line of YAML, in place of the value at `path`."""
        node = self.node(path)
        if node is not None:
            start, end = self._ends(node)[0], self._last(node)
            self._keep_comments(start, end)
            self._made.append((start, max(start, end), new if end > start else f" {new}"))

    def change(self, path: Path, parts: Sequence[tuple[tuple[int, int], str]], mark: str = "") -> None:
        """Each of the `parts`, a span of the text at `path` and what it becomes, and `mark` put before the text."""
        node = self.node(path)
        if not isinstance(node, ScalarNode) or not node.value.strip():
            return
        if node.style == "|":
            first = len(node.value) - len(node.value.lstrip())
            if mark:
                at = self._document.span(node, (first, first + 1))[0]
                self._made.append((at, at, mark))
            self._made.extend((*self._document.span(node, span), new) for span, new in parts)
        elif mark or parts:
            changed = node.value
            for (start, end), new in reversed(parts):
                changed = changed[:start] + new + changed[end:]
            self._rewrite(path, node, mark + changed)

    def _rewrite(self, path: Path, node: ScalarNode, value: str) -> None:
        """A scalar written anew: as a block where it is a paragraph of its own, else on one line."""
        end = self._last(node)
        alone = not self._source[end : self._line_end(end)].strip()
        if path[-1] in writer.BLOCKS and alone and not writer.HIDDEN.search(value):
            below = writer.block(writer.Verbatim(value.strip("\n")), " " * (self.key_column(path) + 2))
            self.put(path, "\n".join(["|", *below]))
        else:
            self.put(path, writer.scalar(value, flow=True))

    def insert_above(self, path: Path, lines: list[str]) -> None:
        """Whole lines above the one that the value at `path` begins on, indented as it is."""
        node = self.node(path)
        if node is not None:
            at = self._line_start(self._ends(node)[0])
            pad = re.match(r" *", self._source[at:])
            self._made.append((at, at, "".join(f"{pad[0] if pad else ''}{line}\n" for line in lines)))

    def insert_below(self, path: Path, lines: list[str]) -> None:
        """Whole lines below the last one of the value at `path`."""
        node = self.node(path)
        if node is not None:
            at = self._line_end(self._last(node))
            self._made.append((at, at, "".join(f"\n{line}" for line in lines)))

    def replace_items(self, path: Path, lines: list[str]) -> None:
        """Whole lines in place of all items of the list at `path`."""
        node = self.node(path)
        if isinstance(node, SequenceNode) and node.value:
            start, end = self._line_start(self._ends(node.value[0])[0]), self._line_end(self._last(node))
            pad = " " * self.column(path)
            self._made.append((start, end, "\n".join([*(pad + one for one in self._comments(start, end)), *lines])))

    def _keep_comments(self, start: int, end: int) -> None:
        """Put the comments of what is replaced above the line that it begins on."""
        at = self._line_start(start)
        pad = " " * (len(self._source[at:]) - len(self._source[at:].lstrip(" ")))
        kept = "".join(f"{pad}{comment}\n" for comment in self._comments(start, end))
        if kept:
            self._made.append((at, at, kept))

    def _comments(self, start: int, end: int) -> list[str]:
        """The comments between two places, each beginning with its #: those characters that are in no value."""
        found = []
        for match in _HASH.finditer(self._source, start, end):
            header = self._source[self._line_start(match.start()) : match.start()].rstrip().endswith(("|", ">"))
            inside = any(a < match.start() < b for a, b in self.values)
            if not inside or header:
                found.append(match[1].rstrip(" ]},"))
        return found

    def comment(self, path: Path, made: Callable[[str], str]) -> None:
        """The comment behind the value at `path` made anew from the text of the one that is there."""
        node = self.node(path)
        if node is not None:
            at = self._last(node)
            match = _COMMENT.match(self._source, at)
            old = (match["text"] or "").strip() if match else ""
            gap = match[0].partition("#")[0] if match and old else "  "
            self._made.append((at, self._line_end(at), f"{gap}# {made(old)}"))

    def replace_lines(self, path: Path, new: str) -> None:
        """`new` in place of the lines of the key at `path` and of all below it; no line at all where it is empty."""
        if lines := self._lines(path):
            start, end = lines
            self._keep_comments(start, end)
            self._made.append((start, end if new else end + 1, new))

    def without(self, path: Path) -> None:
        """No such key any more: of a mapping in braces without the comma beside it, else without its lines."""
        parent = self.node(path[:-1])
        if not isinstance(parent, MappingNode) or not parent.flow_style:
            self.replace_lines(path, "")
            return
        pairs = [(self._ends(key)[0], self._ends(value)[1]) for key, value in parent.value]
        at = next(at for at, (key, _) in enumerate(parent.value) if key.value == path[-1])
        start, end = (pairs[at - 1][1], pairs[at][1]) if at else (pairs[0][0], pairs[1][0])
        self._keep_comments(start, end)
        self._made.append((start, end, ""))

    def comment_out(self, path: Path, reason: str) -> None:
        """The lines of the key at `path` and of all below it as comments, below one that says why."""
        if lines := self._lines(path):
            shown = "".join(f"\n# {line}" for line in self._source[slice(*lines)].split("\n"))
            self._made.append((*lines, f"# {reason}{shown}"))

    def _lines(self, path: Path) -> tuple[int, int] | None:
        found = self._document.find(path)
        if found is None or found[0] is None:
            return None
        return self._line_start(self._ends(found[0])[0]), self._line_end(self._last(found[1]))

    def put_key(self, path: Path, new: str) -> None:
        """`key: new` on one line in place of the key at `path` and its value, however that is written."""
        found = self._document.find(path)
        if found and found[0] is not None:
            start, end = self._ends(found[0])[0], self._last(found[1])
            self._keep_comments(start, end)
            self._made.append((start, end, f"{path[-1]}: {new}"))

    def put_node(self, path: Path, new: str) -> None:
        """`new` in place of the flow collection at `path`; a comment behind it goes above."""
        node = self.node(path)
        if node is not None:
            start, end = self._ends(node)
            if not isinstance(path[-1], int) or self._source[end : self._line_end(end)].strip().startswith("#"):
                end = self._line_end(end)
            if comments := self._comments(start, end):
                self.insert_above(path, comments)
            start -= new.startswith("\n") and self._source[start - 1] == " "  # no blank left at the end of a line
            self._made.append((start, end, new))

    def column(self, path: Path) -> int:
        """The column that the items or keys of the value at `path` begin at: of a list, its dashes'."""
        node = self.node(path)
        if isinstance(node, SequenceNode) and node.value and not node.flow_style:
            line = self._source[self._line_start(self._ends(node.value[0])[0]) :]
            return len(line) - len(line.lstrip(" "))
        return node.start_mark.column if node is not None else 0

    def key_column(self, path: Path) -> int:
        """The column that the key at `path` begins at."""
        found = self._document.find(path)
        return found[0].start_mark.column if found and found[0] is not None else 0

    def _ends(self, node: Node) -> tuple[int, int]:
        return self._document.ends(node)

    def _last(self, node: Node) -> int:
        """Behind the last character of the value, without the comments and blank lines that follow it."""
        if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            below = node.value[-1]
            return self._last(below[1] if isinstance(below, tuple) else below)
        start, end = self._ends(node)
        return start + len(self._source[start:end].rstrip(" \n"))

    def _line_start(self, at: int) -> int:
        return self._source.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self._source.find("\n", at)
        return end if end >= 0 else len(self._source)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """Every scalar at or below the node."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        yield from (scalar for pair in node.value for part in pair for scalar in _scalars(part))
    elif isinstance(node, SequenceNode):
        yield from (scalar for item in node.value for scalar in _scalars(item))
