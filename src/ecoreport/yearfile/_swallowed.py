"""Lines that the text above them has taken in, since the line between is not there or stands too far right."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from ecoreport.problems.diagnostic import Problem
from ecoreport.yearfile._signs import WIDE_COLONS, beginning
from ecoreport.yearfile._tree import Document

_LISTS = ("figures", "assertions", "measures", "shortcomings", "leader_duties", "next_year_plan", "sections")
_KEY_ALONE = re.compile(rf"^ +({'|'.join(_LISTS)})[{WIDE_COLONS}:][ \t]*$", re.MULTILINE)
_FIGURE = re.compile(
    rf"^ +([^\s{WIDE_COLONS}:{{}}]{{1,40}})[{WIDE_COLONS}:] *\{{ *value *[{WIDE_COLONS}:]", re.MULTILINE
)


def in_block(document: Document, start: int, end: int) -> Iterator[Problem]:
    """The first line of a text below `|` that is no text: a key of the outermost level, or a figure."""
    source = document.source
    key, figure = (pattern.search(source.text, start, end) for pattern in (_KEY_ALONE, _FIGURE))
    if key and (figure is None or key.start() < figure.start()):
        yield source.problem("E134", "这个键属于文件的最外层", key.span(1), f"这一行{beginning(0)}")
    elif figure:
        help_ = f"在这一行上面补上 figures:，{beginning(0)}"
        yield source.problem("E139", "这一行上面少了一行：“figures:”", figure.span(1), help_)


def in_title(document: Document, node: MappingNode) -> Iterator[Problem]:
    """The first line of a text that has become part of the title above it: `text: |` is missing."""
    keys = {key.value: (key, value) for key, value in node.value if isinstance(key, ScalarNode)}
    if "title" not in keys or "text" in keys:
        return
    key, value = keys["title"]
    if not continued(value) or "。" not in value.value:
        return
    lines = document.source.lines
    first = value.start_mark.line
    at = next((line for line in range(first + 1, len(lines)) if lines[line].strip()), None)
    if at is None or "。" in lines[first]:
        return
    start = document.source.starts[at] + len(lines[at]) - len(lines[at].lstrip())
    help_ = f"在这一行上面补上 text: |，{beginning(key.start_mark.column)}"
    span = start, document.source.starts[at] + len(lines[at])
    yield document.source.problem("E139", "这一行上面少了一行：“text: |”，正文接到标题里了", span, help_)


def continued(node: Node) -> bool:
    """Whether this is a value without quotes that runs over several lines."""
    return isinstance(node, ScalarNode) and node.style in (None, "") and node.end_mark.line > node.start_mark.line
