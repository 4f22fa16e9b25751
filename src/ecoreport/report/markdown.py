"""Markdown out and in: escape typed text so that it stays text, and read a report's Markdown into blocks."""

import re
from collections.abc import Iterator, Sequence

from ecoreport.report.blocks import CHARTS, Block, Kind, Paragraph, TableBlock
from ecoreport.text.characters import all_plain

# CommonMark and GFM: what may open markup anywhere, and what only at the start of a line.
_INLINE = re.compile(r"([\\`*_\[\]<>&|~$])")
_LINE_START = re.compile(r"^(?=(?:#{1,6}|[-+])(?:\s|$)|-{2,}|=+)")
_LIST_START = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_HEADING = re.compile(r"(#{1,5}) (.+)")
_TAGGED = re.compile(r'<p class="([a-z0-9-]+)"(?: align="[a-z]+")?>(.*)</p>')
_LEAD = re.compile(r"<strong>(.*?)</strong>")
_DELIMITER = r"\|(?: *:?-+:? *\|)+"
_CELL_EDGE = r"(?<!\\)((?:\\\\)*)\|"
_RAW_TAG = re.compile(r"(?<!\\)(?:\\\\)*<[^>]*>?")
_OTHER_MARKUP = re.compile(r"(?:#{1,6}|[-+*]|[0-9]{1,9}[.)])(?:\s|$)|>|```|~~~|---")
_CONTROL = "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"  # what no Word file can hold
_BREAK = "<br>"
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BY_DEPTH = (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4)
_TAGGED_KINDS = {kind.value: kind for kind in Kind if kind not in (*_BY_DEPTH, Kind.BODY)}


class MarkdownError(ValueError):
    """Markdown that no block of a report can be read from; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        """Keep the line for the message's place."""
        super().__init__(message)
        self.line = line


class Markup(str):
    """A text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """`text` as Markdown that reads back as exactly this text; line breaks become <br>."""
    escaped = (_escape_line(line) for line in text.split("\n"))
    return Markup(_BREAK.join(escaped))


def _escape_line(line: str) -> str:
    line = _LINE_START.sub(r"\\", _INLINE.sub(r"\\\1", line))
    return _LIST_START.sub(r"\1\\\2", line)


def tagged(kind: str, text: str, align: str = "") -> Markup:
    """A paragraph of a kind that Markdown has no mark for, as an HTML block that GitHub shows well."""
    side = f' align="{align}"' if align else ""
    body = text.translate(_ENTITIES).replace("\n", _BREAK)
    return Markup(f'<p class="{Kind(kind)}"{side}>{body}</p>')


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - its table of 2,000 names is for few texts

    return unescape(text)


def read(markdown: str) -> tuple[Block, ...]:
    """The blocks of a report's Markdown; MarkdownError where it holds what no report is made of."""
    if not all_plain(markdown) and (found := re.search(_CONTROL, markdown)):
        number = markdown.count("\n", 0, found.start()) + 1
        raise MarkdownError(number, f"有不允许的控制字符 U+{ord(found[0]):04X}")
    return tuple(_blocks(markdown.split("\n")))


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    untold = 0  # the line of a chart's title whose table has not come
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].strip():
            end += 1
        if end > at:
            block = _block(lines[at:end], at + 1)
            if untold and not isinstance(block, TableBlock):
                break
            untold = at + 1 if isinstance(block, Paragraph) and block.kind in CHARTS.values() else 0
            yield block
        at = end + 1
    if untold:
        raise MarkdownError(untold, "图题下面要有表格，图是照表格画的")


def _block(lines: list[str], number: int) -> Block:
    if len(lines) > 1:
        return _table(lines, number)
    line = lines[0].rstrip()
    if match := _HEADING.fullmatch(line):
        return Paragraph(_BY_DEPTH[len(match[1]) - 1], _text(match[2], number))
    if match := _TAGGED.fullmatch(line):
        if match[1] not in _TAGGED_KINDS:
            raise MarkdownError(number, f"不认识的段落种类“{match[1]}”")
        return Paragraph(_TAGGED_KINDS[match[1]], _unescaped(match[2].replace(_BREAK, "\n")))
    if _OTHER_MARKUP.match(line):
        raise MarkdownError(number, f"报告里不用“{line.split()[0]}”这种写法")
    lead = _LEAD.match(line)
    text = _text(line[lead.end() :], number) if lead else _text(line, number)
    return Paragraph(Kind.BODY, text, _text(lead[1], number) if lead else "")


def _text(source: str, line: int) -> str:
    """The text that inline Markdown stands for; only <br> is markup in it."""
    source = source.replace(_BREAK, "\n")
    if match := _RAW_TAG.search(source):
        raise MarkdownError(line, f"不认识的标记“{match[0]}”")
    return _UNESCAPE.sub(r"\1", source)


def _table(lines: list[str], number: int) -> TableBlock:
    if not re.fullmatch(_DELIMITER, lines[1].strip()):
        raise MarkdownError(number, "一段要写在一行里，段与段之间空一行；表格的第二行要是 |---|")
    header, delimiter, *rows = (_cells(line, number + at) for at, line in enumerate(lines))
    for at, row in enumerate(rows):
        if len(row) != len(header):
            raise MarkdownError(number + 2 + at, f"表格这一行有 {len(row)} 格，表头有 {len(header)} 格")
    return TableBlock(header, tuple(rows), tuple(cell.startswith(":") for cell in delimiter))


def _cells(line: str, number: int) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = re.sub(_CELL_EDGE, "\\1\0", inner).split("\0")
    return tuple(_text(cell.strip(), number) for cell in cells)


def pipes(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of a GFM table; what is typed in a cell stays text."""
    for at, row in enumerate(rows):
        yield "| " + " | ".join(escape(cell.replace("\n", " ")) for cell in row) + " |"
        if at == 0:
            yield "|" + "---|" * len(row)
