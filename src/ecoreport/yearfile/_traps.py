"""What YAML accepts in silence though the typist meant something else."""

import re
from collections.abc import Collection, Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecoreport.problems.diagnostic import Problem
from ecoreport.yearfile._signs import BULLETS, SEMICOLONS, WIDE_BLANKS, WIDE_COLONS
from ecoreport.yearfile._swallowed import in_block, in_title
from ecoreport.yearfile._tree import Document

_SHOWN = 40  # characters of a value that a message repeats
_DASHES = "－—–"
_ITEMS = re.compile(rf"[{_DASHES}](?![0-9{_DASHES}]).|-(?![0-9\s{_DASHES}-]).")
_BRACKETED = re.compile(r"【.*】")
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_WIDE_COMMENT = re.compile(r"^[ ]+(＃)", re.MULTILINE)
_QUOTED = re.compile(r"“[^“”]*”")
_KEY_LINE = re.compile(rf"[ ]*(?P<key>[^\s{WIDE_COLONS}:]+)(?P<colon>[{WIDE_COLONS}]|:(?=\S)|:[{WIDE_BLANKS}])")
_FLOW_KEY = re.compile(
    rf"(?P<key>[A-Za-z_]+(?=\s*[{SEMICOLONS}=＝])|[^{WIDE_COLONS}:]+)"
    rf"(?P<colon>[{WIDE_COLONS}:]|\s*[{SEMICOLONS}=＝]\s*)(?P<value>.+)"
)
_BRACES = tuple("｛（(【［")
_GROUPED = re.compile(r"[^\s,]*[0-9],\s*[0-9]{3}(?![0-9])")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?[^\W0-9_]|[0-9.]+$")
_BULLET_KEY = re.compile(rf"([{BULLETS}*+])\s*[A-Za-z_]+")
_LEADING_WIDE = re.compile(rf"[{WIDE_BLANKS}]+")


def key_trap(key: str) -> tuple[str, str, str] | None:
    """Code, message and mend for a key that only looks like one; None for a key that is sound."""
    if _LEADING_WIDE.match(key):
        return "E123", "缩进里有全角空格或不间断空格，YAML 只认半角空格", "换成半角空格"
    if key.startswith("＃"):
        return "E133", "全角“＃”不是注释", "注释用半角“#”"
    if match := _BULLET_KEY.fullmatch(key):
        return "E126", "列表项要用半角减号加一个空格开头", f"把“{match[1]}”换成“-”，后面留一个空格"
    if key == "<<":
        return "E113", "“<<”是 YAML 的合并键，不支持", "把要用的键都写出来"
    return None


def traps(document: Document, keys: Collection[str]) -> Iterator[Problem]:
    """Every trap in the values of the document; `keys` are the keys that the file may have."""
    yield from _traps(document, document.root, frozenset(keys))


def _traps(document: Document, node: Node, keys: frozenset[str]) -> Iterator[Problem]:
    if isinstance(node, MappingNode):
        if node.flow_style:
            yield from _lone_keys(document, node, keys)
        lost = list(in_title(document, node))
        yield from lost
        for key, value in node.value:
            if not (lost and key.value == "title"):
                yield from _traps(document, value, keys)
    elif isinstance(node, SequenceNode):
        if node.flow_style and len(node.value) == 1 and _has_wide_comma(node.value[0]):
            yield _at(document, node.value[0], "E131", "方括号里用了全角逗号“，”，几项成了一项", "用半角逗号加空格分开")
        if node.flow_style and node.value and isinstance(node.value[0], MappingNode):
            yield from _mistyped(document, node)
        for value in node.value:
            yield from _traps(document, value, keys)
    elif isinstance(node, ScalarNode):
        yield from _in_scalar(document, node, keys)


def _lone_keys(document: Document, node: MappingNode, keys: frozenset[str]) -> Iterator[Problem]:
    """In braces, keys without a value: their colon is full-width or lacks its blank, or a comma has cut a value."""
    cut: list[Node] = []  # a value and what a comma has cut off from it
    for key, value in node.value:
        alone = isinstance(key, ScalarNode) and value.start_mark.index == value.end_mark.index
        match = _FLOW_KEY.fullmatch(key.value) if alone else None
        if match and (match["colon"] in f":{WIDE_COLONS}" or match["key"] in keys):
            full = match["colon"] != ":"
            what = "全角冒号" if match["colon"] in WIDE_COLONS else f"“{match['colon'].strip()}”"
            message = f"“{match['key']}”后面是{what}" if full else f"“{match['key']}:”后面要有一个空格"
            help_ = f"写成 {match['key']}: {match['value']}"
            yield _at(document, key, "E120" if full else "E121", message, help_)
        elif alone and not cut and "value" in keys and _NUMBER.match(key.value):
            yield _at(document, key, "E137", f"“{key.value}”前面少了“value: ”", f"写成 value: {key.value}")
        elif alone and cut and key.style in (None, "") and key.value not in keys:
            cut.append(key)
            continue
        if len(cut) > 1:
            yield _cut_by_comma(document, node, cut)
        cut = [value] if isinstance(value, ScalarNode) and not alone and value.style in (None, "") else []
    if len(cut) > 1:
        yield _cut_by_comma(document, node, cut)


def _cut_by_comma(document: Document, node: MappingNode, cut: Sequence[Node]) -> Problem:
    from ecoreport.yearfile import _flows as flows  # noqa: PLC0415 - only where there is a fault

    start, end = document.ends(cut[0])[0], document.ends(cut[-1])[1]
    typed = document.source.text[start:end]
    number = _GROUPED.match(typed)
    whole = re.sub(r"(?<=[0-9]),\s*(?=[0-9]{3}(?![0-9]))", "", typed) if number else re.sub(r",\s*", "，", typed)
    line = document.source.lines[node.start_mark.line]
    column = start - document.source.starts[node.start_mark.line]
    mended = (
        flows.rewritten(line, column, column + len(typed), whole) if node.end_mark.line == node.start_mark.line else ""
    )
    message = f"花括号里的半角逗号把“{_short(typed)}”分成了{len(cut)}项"
    if number:
        help_ = f"数里不写千位逗号，写成 {mended or _short(whole)}"
    else:
        help_ = f"文字里的逗号用全角“，”或“、”，写成 {mended or _short(whole)}"
    return document.source.problem("E131", message, (start, end), help_)


def _short(text: str) -> str:
    line = re.sub(r"\s+", " ", text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"


def _in_scalar(document: Document, node: ScalarNode, keys: frozenset[str]) -> Iterator[Problem]:
    start, end = document.ends(node)
    if node.style in ("|", ">"):
        yield from _wide_comments(document, start, end)
        yield from in_block(document, start, end)
    if node.style != "|" and _BLANK_LINE.search(document.source.text, start, end) and "\n" in node.value.strip("\n"):
        yield _at(document, node, "W136", "这里的空行不会分段，几段会连成一段", "要分段就写在“|”下面")
    if node.style not in (None, ""):
        return
    yield from _cut(document, end)
    if _QUOTED.fullmatch(node.value):
        yield _at(document, node, "W128", "中文引号会照原样印出来", "不要引号就去掉；想用 YAML 的引号就打英文引号")
    if _ITEMS.match(node.value):
        yield _at(document, node, "E126", "列表项要用半角减号加一个空格开头", "每一行写成“- 内容”")
    if _BRACKETED.fullmatch(node.value):
        yield _at(document, node, "E131", "“【】”不是列表的方括号", "写成 [甲, 乙]")
    if node.value.startswith("｜"):
        help_ = "，后面的字移到下一行，比这个键多缩进两个空格" if _on_first_line(document, node)[1:].strip() else ""
        yield _at(document, node, "E125", "值以全角竖线“｜”开头", f"写多行正文用半角“|”{help_}")
    if node.value.startswith(_BRACES):
        yield from _mistyped(document, node)
    yield from _swallowed_keys(document, start, end, keys)


def _on_first_line(document: Document, node: Node) -> str:
    return document.source.lines[node.start_mark.line][node.start_mark.column :]


def _mistyped(document: Document, node: Node) -> Iterator[Problem]:
    """A figure's braces that are others."""
    from ecoreport.yearfile import _brackets as brackets  # noqa: PLC0415 - only where there may be a fault

    line = node.start_mark.line
    if fault := brackets.mistyped(document.source.lines[line]):
        start, end = (document.source.starts[line] + column for column in fault.span)
        yield document.source.problem(fault.code, fault.message, (start, end), fault.help)


def _wide_comments(document: Document, start: int, end: int) -> Iterator[Problem]:
    source = document.source
    for match in _WIDE_COMMENT.finditer(source.text, start, end):
        help_ = "注释用半角“#”，写在这一段的外面"
        yield source.problem("W130", "全角“＃”不是注释，这一行会印出来", match.span(1), help_)


def _cut(document: Document, end: int) -> Iterator[Problem]:
    """What stands behind ` #` on the line where a plain value ends; a blank behind the # shows that it is meant."""
    source = document.source
    line, column = source.position(end)
    if match := _CUT.match(source.lines[line - 1], column - 1):
        start = source.starts[line - 1]
        help_ = "给整个值加上引号；真是注释，就写成“# 注释”"
        span = start + match.start(1), start + match.end(1)
        yield source.problem("W127", f"“{match[1]}”被当成了注释，不会印出来", span, help_)


def _swallowed_keys(document: Document, start: int, end: int, keys: frozenset[str]) -> Iterator[Problem]:
    """A line of a plain value that was meant as a key: its colon is full-width, or lacks its blank."""
    source = document.source
    first, last = source.position(start)[0], source.position(end)[0]
    for number in range(first, last + 1):
        line = source.starts[number - 1]
        match = _KEY_LINE.match(source.text, max(start, line))
        if match and match["key"] in keys:
            full = match["colon"] != ":"
            message = f"“{match['key']}”后面是全角冒号" if full else f"“{match['key']}:”后面要有一个空格"
            help_ = "写成半角冒号加空格，并与上面的键对齐"
            yield source.problem("E120" if full else "E121", message, match.span("colon"), help_)


def _has_wide_comma(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in (None, "") and "，" in node.value


def _at(document: Document, node: Node, code: str, message: str, help_: str) -> Problem:
    return document.source.problem(code, message, document.ends(node), help=help_)
