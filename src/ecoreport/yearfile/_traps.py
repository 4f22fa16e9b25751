"""What YAML makes of a value that may not have been meant, though it may have: warnings."""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from ecoreport.problems.diagnostic import Problem
from ecoreport.yearfile._tree import Document

_CUT = re.compile(r"[ \t]+(#[^\s#][^\n\r\x85\u2028\u2029]*)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_WIDE_COMMENT = re.compile(r"^[ ]+(＃)", re.MULTILINE)
_QUOTED = re.compile(r"“[^“”]*”")


def traps(document: Document) -> Iterator[Problem]:
    """Every trap in the values of the document."""
    for node in _scalars(document.root):
        if node.end_mark.line > node.start_mark.line:
            yield from _of_lines(document, node)
        if not node.style:
            yield from _of_a_plain(document, node)


def _of_lines(document: Document, node: ScalarNode) -> Iterator[Problem]:
    source, (start, end) = document.source, document.ends(node)
    if node.style in ("|", ">"):
        for match in _WIDE_COMMENT.finditer(source.text, start, end):
            help_ = "注释用半角“#”，写在这一段的外面"
            yield source.problem("W130", "全角“＃”不是注释，这一行会印出来", match.span(1), help_)
    if node.style != "|" and _BLANK_LINE.search(source.text, start, end) and "\n" in node.value.strip("\n"):
        help_ = "要分段就写在“|”下面"
        yield source.problem("W136", "这里的空行不会分段，几段会连成一段", (start, end), help_)


def _of_a_plain(document: Document, node: ScalarNode) -> Iterator[Problem]:
    source = document.source
    if cut := _cut(document, node):
        help_ = "给整个值加上引号；真是注释，就写成“# 注释”"
        message = f"“{source.text[slice(*cut)]}”被当成了注释，不会印出来"
        yield source.problem("W127", message, cut, help_)
    if _QUOTED.fullmatch(node.value):
        help_ = "不要引号就去掉；想用 YAML 的引号就打英文引号"
        yield source.problem("W128", "中文引号会照原样印出来", document.ends(node), help_)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """The values that are no collections."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    else:
        for item in node.value:
            yield from _scalars(item)


def _cut(document: Document, node: ScalarNode) -> tuple[int, int] | None:
    """What stands behind ` #` on the line where a plain value ends; a blank behind the # shows that it is meant."""
    match = _CUT.match(document.source.text, document.ends(node)[1])
    return match.span(1) if match else None
