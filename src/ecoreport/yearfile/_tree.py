"""Bytes to text to YAML nodes: refuse what would mislead, before anything is built from it."""

import bisect
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.catalogue import severity_of
from ecoreport.problems.diagnostic import FileEdit, Finding, Path, Problem, Refused, dotted
from ecoreport.text.characters import all_plain
from ecoreport.yearfile._encoding import encoding, foreign
from ecoreport.yearfile._guard import Forbidden, composed
from ecoreport.yearfile._offsets import offsets, unfolded

MAX_BYTES = 6_000_000  # a report a thousand times over has 5
UTF8_BOM = b"\xef\xbb\xbf"

# Exactly the line breaks that libyaml counts; E106 refuses the three that editors do not count.
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
UNUSUAL = {
    "E103": re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"),
    "E104": re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    "W105": re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]"),
    "E106": re.compile("[\x85\u2028\u2029]"),
}

HIDDEN = {
    "E103": "有不允许的控制字符",
    "E104": "有改变文字方向的隐形字符",
    "W105": "有看不见的零宽字符",
    "E106": "有特殊换行符",
}
REMOVABLE = frozenset({"E104", "W105"})  # nothing is lost with them; a control character may have been meant


class Source:
    """A decoded file: its name as the user knows it and its text without a byte order mark."""

    def __init__(self, name: str, text: str) -> None:
        """Keep both."""
        self.name, self.text = name, text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Index of each line's first character."""
        return (0, *(match.end() for match in BREAK.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks."""
        return tuple(self.text.split("\n") if all_plain(self.text) else BREAK.split(self.text))

    def index(self, line: int, column: int) -> int:
        """The character at a mark of libyaml's, which may lie a line behind a file without a last line break."""
        return self.starts[line] + column if line < len(self.starts) else len(self.text)

    def position(self, index: int) -> tuple[int, int]:
        """Line and column of the character at `index`, from 1."""
        line = bisect.bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def problem(self, code: str, message: str, span: tuple[int, int] = (0, 0), help: str = "") -> Problem:  # noqa: A002 - the field's name
        """A problem over the characters of `span`; of the first line only, where they run on."""
        line, column = self.position(span[0])
        end = min(max(span[1], span[0]), self.starts[line - 1] + len(self.lines[line - 1]))
        end_column = max(column + end - span[0], column + 1)
        severity = severity_of(code)
        return Problem(code, severity, message, self.name, line, column, line, end_column, help=help)


class Document:
    """A source with its YAML nodes: turns the path of a finding into a place."""

    def __init__(self, source: Source, root: Node) -> None:
        """Keep what is found by node: a large file may have many findings in one mapping or one text."""
        self.source, self.root = source, root
        self._pairs: dict[int, Mapping[str, tuple[Node, Node]]] = {}
        self._places: dict[int, list[int]] = {}

    @property
    def first(self) -> Node:
        """The first key of the file, or the whole where it has none: the place of what is missing."""
        return self.root.value[0][0] if isinstance(self.root, MappingNode) and self.root.value else self.root

    def locate(self, finding: Finding) -> Problem:
        """The finding as a problem with file, line and column (deepest part of the path that exists)."""
        key, node, path = self._walk(finding.path)
        finding = finding._replace(path=path)
        if isinstance(node, ScalarNode) and node.value and not finding.on_key and not finding.instead:
            edits = tuple(self._edits(node, finding))
            return self._problem(finding, self.span(node, finding.span))._replace(edits=edits)
        value = finding.instead and not finding.on_key
        return self.at(node if value else key or (self.first if node is self.root else node), finding)

    def at(self, node: Node, finding: Finding) -> Problem:
        """The finding as a problem at this very node."""
        start, end = self.ends(node)
        problem = self._problem(finding, (start, end))
        if not finding.instead or not isinstance(node, ScalarNode) or node.style in ("|", ">"):
            return problem
        return problem._replace(edits=(FileEdit(start, self.source.text[start:end], finding.instead),))

    def _problem(self, finding: Finding, span: tuple[int, int]) -> Problem:
        problem = self.source.problem(finding.code, finding.message, span, finding.help)
        return problem._replace(path=dotted(finding.path))

    def nearest(self, path: Path) -> tuple[Node | None, Node]:
        """The key and the value of the deepest part of the path that exists."""
        key, node, _ = self._walk(path)
        return key, node

    def _walk(self, path: Path) -> tuple[Node | None, Node, Path]:
        """Key and value node, and the path to them; passes over parts that match nothing (pydantic's union tags)."""
        key: Node | None = None
        node = self.root
        walked: list[str | int] = []
        for part in path:
            found: tuple[Node | None, Node] | None
            if isinstance(node, MappingNode):
                found = self._keys(node).get(str(part))
            elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
                found = None, node.value[part]
            else:
                found = None
            if found:
                key, node = found
                walked.append(part)
        return key, node, tuple(walked)

    def find(self, path: Path) -> tuple[Node | None, Node] | None:
        """The key and the value at `path`; None where it is absent.

        A short form is its long one's place: a list for its `items`, a text for a figure's `value` or
        an attachment's `title`.
        """
        key: Node | None = None
        node = self.root
        for part in path:
            if isinstance(node, MappingNode):
                if str(part) not in (keys := self._keys(node)):
                    return None
                key, node = keys[str(part)]
            elif isinstance(node, SequenceNode) and isinstance(part, int):
                key, node = None, node.value[part]
            elif part not in (("items",) if isinstance(node, SequenceNode) else ("value", "title")):
                return None
        return key, node

    def _keys(self, node: MappingNode) -> Mapping[str, tuple[Node, Node]]:
        """Key and value nodes by the key's text, the first of each."""
        if id(node) not in self._pairs:
            self._pairs[id(node)] = {str(key.value): (key, value) for key, value in reversed(node.value)}
        return self._pairs[id(node)]

    def span(self, node: ScalarNode, span: tuple[int, int] | None) -> tuple[int, int]:
        """Where the characters `span` of the node's value, or all of it, stand in the text."""
        start, end = self.ends(node)
        if span is None:
            return start, end
        if id(node) not in self._places:
            self._places[id(node)] = offsets(self.source.text[start:end], node.value, node.style)
        places = self._places[id(node)]
        first, last = (min(max(edge, 0), len(node.value)) for edge in span)
        return start + places[first], start + places[max(last - 1, first)] + 1

    def _edits(self, node: ScalarNode, finding: Finding) -> Iterator[FileEdit]:
        """The finding's edits in the file; none where the file has something else there (an escape, a fold)."""
        for edit in finding.edits:
            start, end = self.span(node, edit.span)
            if self.source.text[start:end] == edit.old:
                yield FileEdit(start, edit.old, edit.new)
            elif not edit.old:
                yield FileEdit(start, "", edit.new)

    def ends(self, node: Node) -> tuple[int, int]:
        """Where the node begins and ends in the text; a block's end is the start of what follows it."""
        start, end = node.start_mark, node.end_mark
        return self.source.index(start.line, start.column), self.source.index(end.line, end.column)


def decode(data: bytes, name: str) -> Source:
    """The text of `data`; Refused where it is too large, no UTF-8, or holds characters that mislead."""
    if found := foreign(data, name):
        raise Refused([Source(name, "").problem("E101", found[0], help=found[1])])
    if len(data) > MAX_BYTES:
        message = f"文件超过上限 {MAX_BYTES} 字节"
        raise Refused([Source(name, "").problem("E102", message)])
    body = data.removeprefix(UTF8_BOM)
    try:
        return Source(name, body.decode("utf-8"))
    except UnicodeDecodeError as error:
        readable = Source(name, body[: error.start].decode("utf-8"))
        place = len(readable.text)
        message, help_ = encoding(body)
        raise Refused([readable.problem("E101", message, (place, place + 1), help=help_)]) from None


def unusual_characters(source: Source) -> Iterator[Problem]:
    """Characters that cannot be seen or printed: control, direction, zero width, odd line breaks."""
    for code, pattern in () if all_plain(source.text) else UNUSUAL.items():
        for match in pattern.finditer(source.text):
            message = f"{HIDDEN[code]} U+{ord(match[0]):04X}"
            problem = source.problem(code, message, match.span(), help="删掉这个字符")
            edits = (FileEdit(match.start(), match[0], ""),) if code in REMOVABLE else ()
            yield problem._replace(edits=edits)


def compose(source: Source) -> Document:
    """The YAML nodes of `source`; Refused where the parser stops, and of what the file must not have."""
    try:
        root = composed(source.text)
    except yaml.MarkedYAMLError as error:
        raise Refused([stopped(source, error)]) from None
    if root is None:
        help_ = "从 year: 2025、issuer: 示例县教育局 这样的两行写起"
        raise Refused([source.problem("E117", "文件是空的，或者只有注释", help=help_)])
    if not isinstance(root, MappingNode):
        raise Refused([stopped(source, None, root.start_mark.line)])
    document = Document(source, root)
    _unfold(document, root)
    return document


def stopped(source: Source, error: yaml.MarkedYAMLError | None, line: int = 0) -> Problem:
    """What to say where the parser stopped; without an `error`, of one text or one list in place of a file."""
    if error is None:
        message = "文件最外层要一行一个“键: 值”，例如 year: 2023"
        return source.problem("E118", message, (source.starts[line], source.starts[line] + len(source.lines[line])))
    from ecoreport.yearfile._stops import said, where  # noqa: PLC0415 - only where a file does not parse

    mark = where(error)
    line = min(mark.line, len(source.lines) - 1) if mark else 0
    start = source.starts[line] + min(mark.column if mark else 0, len(source.lines[line]))
    code, message, help_ = error.said if isinstance(error, Forbidden) else said(error)
    return source.problem(code, message, (start, start + 1), help_)


def _unfold(document: Document, node: Node) -> None:
    """Take the blanks between han out of values that run over several lines: han are not parted by a line break."""
    if isinstance(node, ScalarNode):
        if node.style != "|" and node.end_mark.line > node.start_mark.line and " " in node.value:
            raw = document.source.text[slice(*document.ends(node))]
            node.value = unfolded(raw, node.value, node.style)
    elif isinstance(node, MappingNode):
        for pair in node.value:
            for part in pair:
                _unfold(document, part)
    else:
        for item in node.value:
            _unfold(document, item)
