"""Say in a clerk's words what the typist did, where a YAML parser only knows what it met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

RESAVE = "在记事本或 WPS 里“另存为”，编码选 UTF-8"
QUOTE = "正文里要这个符号，就把整段写进“|”下面，或者给值加上引号"

WIDE_COLONS = "：﹕∶"
WIDE_BLANKS = "\u3000\u00a0\u2000-\u200a\u202f"

_KEY = r"(?P<lead>[ ]*(?:- +)*)(?P<key>[^\s#\"'\[\]{}:：,，|>&*!%@`-][^:：#\"']{0,40}?)"
_TAB = re.compile(r"[ ]*(?P<at>\t+)")
_WIDE_INDENT = re.compile(rf"[ \t]*(?P<at>[{WIDE_BLANKS}]+)")
_WIDE_COLON = re.compile(rf"{_KEY}(?P<at>[{WIDE_COLONS}])\s*(?P<value>.*)")
_TIGHT_COLON = re.compile(rf"{_KEY}(?P<at>:)(?P<value>[^\s:/].*)")
_INNER_COLON = re.compile(rf"{_KEY}: +(?P<value>[^\"'|>\[{{\s].*?(?P<at>: ).*)")
_AFTER_QUOTE = re.compile(rf"""{_KEY}: +(?P<value>(?:"[^"]*"|'[^']*')\s*(?P<at>[^\s,#\]}}\"'].*))""")
_RESERVED = re.compile(rf"{_KEY}: +(?P<value>(?P<at>[@`%&*!{{\[|>\"']).*)")

PROBLEMS = {
    "could not find expected ':'": "这里应当是“键: 值”，没有找到冒号",
    "mapping values are not allowed in this context": "这里不该再有冒号，多半是上一行的缩进或引号不对",
    "did not find expected key": "这一行的缩进与上面不齐，或者引号后面还有字",
    "did not find expected '-' indicator": "列表里的这一行没有以“- ”开头，或者缩进不齐",
    "found unexpected end of stream": "引号没有成对：有开头，没有结尾",
    "found character that cannot start any token": "值不能以这个符号开头",
    "but found another document": "一个文件只写一年，不能用 --- 分成几份",
    "block sequence entries are not allowed in this context": "列表项“- ”不能写在这里",
    "did not find expected ',' or ']'": "方括号列表没有写完，或者中间缺了半角逗号",
    "did not find expected ',' or '}'": "花括号没有写完，或者中间缺了半角逗号",
}


class Slip(NamedTuple):
    """A slip: code, what to say, the columns meant, the mend, and the line; lines and columns from 0."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    line: int = 0


def encoding(body: bytes) -> str:
    """What to say of bytes that are no UTF-8."""
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return "文件不是 UTF-8 编码，也不像 GBK"
    return "文件不是 UTF-8 编码，像是 GBK（旧版记事本叫 ANSI）"


def explain(lines: Sequence[str], error: yaml.MarkedYAMLError) -> Slip:
    """The one cause of a parse failure, at its own line; else the parser's complaint, in Chinese."""
    told = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Slip("E110", f"YAML 写法有误（{told}）", (0, 0))
    near = [line for line in range(mark.line, max(mark.line - 4, -1), -1) if line < len(lines)]
    for look, where in ((_sure, near), (_likely, near[:1])):
        for line in where:
            if slip := next(look(lines[line]), None):
                return slip._replace(line=line)
    if told == "found unexpected end of stream" and error.context_mark:
        mark = error.context_mark
    code = "E119" if told == "but found another document" else "E110"
    message = PROBLEMS.get(told, f"YAML 写法有误（{told}）")
    return Slip(code, message, (mark.column, mark.column + 1), line=min(mark.line, len(lines) - 1))


def explain_shape(lines: Sequence[str]) -> Slip:
    """Why the whole file came out as one text or one list."""
    for line, text in enumerate(lines[:200]):
        if slip := next(_sure(text), None):
            return slip._replace(line=line)
    first = next((n for n, text in enumerate(lines) if text.strip() and text.lstrip()[0] != "#"), 0)
    message = "文件最外层要一行一个“键: 值”，例如 year: 2023"
    return Slip("E118", message, (0, len(lines[first])), line=first)


def _sure(line: str) -> Iterator[Slip]:
    """Slips that are slips wherever a key is expected."""
    if not line.strip() or line.lstrip().startswith("#"):
        return
    if match := _TAB.match(line):
        yield Slip("E122", "缩进里有制表符（Tab），YAML 只认空格", match.span("at"), "换成两个空格")
    if match := _WIDE_INDENT.match(line):
        yield Slip("E123", "缩进里有全角空格或不间断空格，YAML 只认半角空格", match.span("at"), "换成半角空格")
    if match := _WIDE_COLON.match(line):
        message = f"“{match['key']}”后面是全角冒号“{match['at']}”，要用半角冒号加空格"
        yield Slip("E120", message, match.span("at"), f"写成 {match['key']}: {match['value']}".rstrip())
    if match := _TIGHT_COLON.match(line):
        message = f"“{match['key']}:”后面要有一个空格"
        yield Slip("E121", message, match.span("at"), f"写成 {match['key']}: {match['value']}")


def _likely(line: str) -> Iterator[Slip]:
    """Slips only where the parser stopped: the same characters are right elsewhere."""
    if match := _INNER_COLON.match(line):
        message = "值里有“: ”（半角冒号加空格），会被当成又一个键"
        yield Slip("E124", message, match.span("at"), "改用全角冒号“：”，或者给整个值加上引号")
    if match := _AFTER_QUOTE.match(line):
        yield Slip("E129", "引号后面还有字", match.span("at"), "去掉值开头的英文引号，或者把整个值都括进引号")
    elif match := _RESERVED.match(line):
        message = f"值以“{match['at']}”开头，这是 YAML 的专用符号"
        yield Slip("E125", message, match.span("at"), QUOTE)
