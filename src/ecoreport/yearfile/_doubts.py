"""What YAML accepts though the typist hardly meant it: lines where a slip is worth looking for."""

import re
from collections.abc import Collection, Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.yearfile._signs import BULLETS, LISTS, WIDE_BLANKS, WIDE_COLONS
from ecoreport.yearfile._tree import Document

_ITEM = re.compile(rf"[－—–](?![0-9－—–]).|-(?![0-9\s－—–-]).|[{BULLETS}]\s*\S|[［【｜]")
_KEY = re.compile(rf"[{WIDE_BLANKS}]|＃|[{BULLETS}*+]\s*[A-Za-z_]+$")
_BEGUN = rf"[ ]*(?:- +)*(?P<key>[^\s{WIDE_COLONS}:]+)(?:[{WIDE_COLONS}]|:(?=\S)|:[{WIDE_BLANKS}])"
_LIST_IN_TEXT = re.compile(
    rf"^ +(?:(?:{'|'.join(LISTS)})[{WIDE_COLONS}:][ \t]*$|[^\s{WIDE_COLONS}:{{}}]{{1,40}}[{WIDE_COLONS}:] *\{{ *value *"
    rf"[{WIDE_COLONS}:])",
    re.MULTILINE,
)
_FIGURE = "figures:"  # the value of a figure, which no key is called
_OF_NAMES = frozenset({"addressees", "answers", "carries_out", "cc", "signer"})  # lists of names, which hold no comma


def doubts(document: Document, keys: Collection[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line, from 0, of what looks as if something else had been meant."""
    yield from _Doubts(document, keys).within(document.root, "")


class _Doubts:
    def __init__(self, document: Document, keys: Collection[str]) -> None:
        self._document = document
        self._text = document.source.text
        self._keys = keys

    def within(self, node: Node, key: str) -> Iterator[tuple[int, int]]:
        """Those in the value of `key`."""
        if isinstance(node, MappingNode):
            for name, value in node.value:
                if isinstance(name, ScalarNode) and _KEY.match(name.value):
                    yield name.start_mark.line, name.start_mark.line
                inner = _FIGURE if key == "figures" and isinstance(value, ScalarNode) else name.value
                yield from self.within(value, inner)
            yield from self._swallowed(node)
        elif isinstance(node, SequenceNode):
            yield from self._joined(node, key)
            for item in node.value:
                yield from self.within(item, key)
        elif not isinstance(node, ScalarNode):
            return
        elif node.style == "|":
            for match in _LIST_IN_TEXT.finditer(self._text, *self._document.ends(node)):
                yield self._line(match.start())
        elif not node.style:
            yield from self._plain(node, key)

    def _plain(self, node: ScalarNode, key: str) -> Iterator[tuple[int, int]]:
        first, last = node.start_mark.line, node.end_mark.line
        if _ITEM.match(node.value) and not (node.value[0] == "【" and "】" in node.value[:-1]):
            yield first, last
        if last == first:
            return
        if key in ("figures", _FIGURE):  # each line was to be a figure of its own
            yield from ((line, last) for line in range(first + (key == _FIGURE), last + 1))
            return
        start, end = self._document.ends(node)
        for match in re.compile(f"^{_BEGUN}", re.MULTILINE).finditer(
            self._text, self._document.source.starts[first + 1], end
        ):
            if match["key"] in self._keys:
                yield self._line(match.start())
        begun = re.compile(_BEGUN).match(self._text, start)
        if begun and begun["key"] in self._keys:
            yield first, last

    @staticmethod
    def _joined(node: SequenceNode, key: str) -> Iterator[tuple[int, int]]:
        """Names that a full-width comma has made one."""
        if node.flow_style:
            for item in node.value:
                plain = isinstance(item, ScalarNode) and not item.style and "，" in item.value
                if plain and (key in _OF_NAMES or len(node.value) == 1):
                    yield item.start_mark.line, item.start_mark.line

    def _swallowed(self, node: MappingNode) -> Iterator[tuple[int, int]]:
        """The first line of a text that has become part of the title above it, as `text: |` is missing."""
        found = {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}
        title = found.get("title")
        if not isinstance(title, ScalarNode) or title.style or "text" in found or "。" not in title.value:
            return
        first = title.start_mark.line
        if title.end_mark.line > first and "。" not in self._document.source.lines[first]:
            lines = self._document.source.lines
            at = next(at for at in range(first + 1, title.end_mark.line + 1) if lines[at].strip())
            yield at, title.end_mark.line

    def _line(self, index: int) -> tuple[int, int]:
        line = self._document.source.position(index)[0] - 1
        return line, line
