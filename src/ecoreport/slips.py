"""Say in a clerk's words what the typist did, where a YAML parser only knows what it met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ecoreport import flows, indents
from ecoreport.indents import BLOCK
from ecoreport.signs import QUOTE, WIDE_BLANKS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

_SHOWN = 40  # characters of a line that a mend repeats
_NEAR = 30  # lines above the one where the parser stopped that may hold the bracket it missed
INDENTS = ("E122", "E123")
UNCLOSED = "found unexpected end of stream"

_KEY = r"(?P<lead>[ ]*+(?:- ++)*+)(?P<key>[^\s#\"'\[\]{}:：,，|>&*!%@`-][^:：#\"']{0,40}?)"
_TAB = re.compile(r"[ ]*(?P<at>\t+)")
_WIDE_INDENT = re.compile(rf"[ \t]*(?P<at>[{WIDE_BLANKS}]+)")
_WIDE_COLON = re.compile(rf"{_KEY}(?P<at>[{WIDE_COLONS}])\s*(?P<value>.*)")
_TIGHT_COLON = re.compile(rf"{_KEY}(?P<at>:)(?P<value>[^\s:/].*)")
_OWN_KEY = re.compile(rf"[ ]*+(?:- ++)*+[A-Za-z_]+[{WIDE_COLONS}:]")
_INNER_COLON = re.compile(rf"{_KEY}: +(?P<value>[^\"'|>\[{{\s].*?(?P<at>: ).*)")
_AFTER_QUOTE = re.compile(rf"""{_KEY}: +(?P<value>(?:"[^"]*"|'[^']*')\s*(?P<at>[^\s,#\]}}\"'].*))""")
_RESERVED = re.compile(rf"{_KEY}: +(?P<value>(?P<at>[@`%&*!{{\[|>]).*)")
_WIDE_BLANK = re.compile(rf"{_KEY}:(?P<at>[{WIDE_BLANKS}]\s*)(?P<value>.*)")
_WIDE_COMMA = re.compile(rf"{_KEY}: +(?P<value>\{{[^{{}}\"']*?(?P<at>，\s*)[^{{}}，]*:.*)")
_INNER_REFERENCE = re.compile(rf"(?:{_KEY}: +| *+(?:- ++)++)(?:\[|\{{(?!\{{))[^\"']*?(?P<at>\{{\{{[^{{}}]*\}}\}})")
_WIDE_DASH = re.compile(r" *(?P<at>[－–—]\s*|-(?=[A-Za-z_]))(?P<value>[A-Za-z_]+:.*)")
_OPEN_QUOTE = re.compile(
    r"""(?P<head> *+(?:- ++)*+(?:[^\s#"'\[\]{}:：][^:：#"']*+: ++)?)(?P<at>["'])(?P<value>(?:(?!(?P=at)).)+)$"""
)
_NO_BRACE = re.compile(rf"{_KEY}: +(?P<at>[A-Za-z_]+: [^{{}}]*\}})\s*(?:#.*)?$")
NO_KEY = re.compile(r"(?=.*[一-鿿])(?:[^:：]*[、，。；]|[^:：]{13}|[^:：]+[:：].*[，。；])")
_WIDE_HASH = re.compile(r"\s*(?P<at>＃)")

PROBLEMS = {
    "could not find expected ':'": "这里应当是“键: 值”，没有找到冒号",
    "mapping values are not allowed in this context": "这里不该再有冒号，多半是上一行的缩进或引号不对",
    "did not find expected key": "这一行的缩进与上面不齐，或者引号后面还有字",
    "did not find expected '-' indicator": "列表里的这一行没有以“- ”开头，或者缩进不齐",
    UNCLOSED: "引号没有成对：有开头，没有结尾",
    "found character that cannot start any token": "值不能以这个符号开头",
    "but found another document": "一个文件只写一年，不能用 --- 分成几份",
    "block sequence entries are not allowed in this context": "列表项“- ”不能写在这里",
    "did not find expected ',' or ']'": "方括号列表没有写完，或者中间缺了半角逗号",
    "did not find expected ',' or '}'": "花括号没有写完，或者中间缺了半角逗号",
}
ESCAPES = ("found unknown escape character", "hexdecimal number", "invalid Unicode character escape")


class Slip(NamedTuple):
    """A slip: code, what to say, the columns meant, the mend, what they become, the line; all counted from 0."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    new: str | None = None
    line: int = 0


def explain(lines: Sequence[str], error: yaml.MarkedYAMLError) -> list[Slip]:
    """Why the file does not parse: the one cause at its own line, and every slip beside it that is certain."""
    told = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return [Slip("E110", f"YAML 写法有误（{told}）", (0, 0))]
    slips = list(certain(lines))
    if any(escape in told for escape in ESCAPES):
        message = "双引号里的“\\”是转义符，后面的字不能这样接"
        cause: Slip | None = Slip(
            "E135", message, (mark.column, mark.column + 1), "改用单引号，或者写成“\\\\”", line=mark.line
        )
    else:
        opened = error.context_mark.line if told == UNCLOSED and error.context_mark else -1
        cause = _open_quote(lines, opened) or _cause(lines, mark.line, slips)
    if cause is None:
        if told == UNCLOSED and error.context_mark:
            mark = error.context_mark
        code = "E119" if told == "but found another document" else "E110"
        message = PROBLEMS.get(told, f"YAML 写法有误（{told}）")
        cause = Slip(code, message, (mark.column, mark.column + 1), line=min(mark.line, len(lines) - 1))
    return _numbered(lines, [cause, *(slip for slip in slips if slip.line != cause.line)])


def _cause(lines: Sequence[str], stopped: int, slips: Sequence[Slip]) -> Slip | None:
    """The slip nearest above the line where the parser stopped, or one of the kind that only it can tell."""
    outside = [at for at in outside_blocks(lines) if at <= stopped]
    for at in reversed(outside[-_NEAR:]):
        if fault := flows.fault(lines, at) if at == stopped or flows.unclosed(lines, at) else None:
            return next((slip._replace(line=at) for slip in _wide_comma(lines[at])), _slip_of(fault, at))
    stray = indents.misplaced(lines, stopped)
    sure = next((slip for at in reversed(outside[-4:]) for slip in _sure_at(lines, at)), None)
    if stray and (sure is None or stray.line < sure.line or (stray.line == sure.line and stray.certain)):
        return Slip(stray.code, stray.message, stray.span, stray.help, line=stray.line)
    if sure:
        return sure
    if above := [slip for slip in slips if slip.line <= stopped]:
        return above[-1]
    if stopped < len(lines) and (slip := next(_likely(lines[stopped]), None)):
        return slip._replace(line=stopped)
    return next((slip for at in reversed(outside) if (slip := _open_quote(lines, at))), None)


def _sure_at(lines: Sequence[str], at: int) -> Iterator[Slip]:
    return (slip._replace(line=at) for slip in _sure(lines[at]))


def _slip_of(fault: flows.Fault, line: int) -> Slip:
    return Slip(fault.code, fault.message, fault.span, fault.help, line=line)


def _open_quote(lines: Sequence[str], at: int) -> Slip | None:
    """On that line, a quote that is not closed on it."""
    if not 0 <= at < len(lines):
        return None
    fault = flows.fault(lines, at)
    if fault and fault.code == "E110":
        return _slip_of(fault, at)
    match = _OPEN_QUOTE.match(lines[at])
    if match is None:
        return None
    text = flows.without_comment(match["value"])
    shown = match["head"].lstrip() + match["at"] + text.rstrip("”’\"'") + match["at"]
    return Slip("E110", PROBLEMS[UNCLOSED], match.span("at"), f"写成 {_shown(shown)}", line=at)


def _numbered(lines: Sequence[str], slips: list[Slip]) -> list[Slip]:
    """The slips; those about a line's beginning say how many blanks it should have."""
    if not any(slip.code in INDENTS for slip in slips):
        return slips
    wanted = indents.wanted(lines)
    return [
        slip._replace(help=f"这一行{indents.beginning(wanted[slip.line])}")
        if slip.code in INDENTS and slip.line in wanted
        else slip
        for slip in slips
    ]


def explain_shape(lines: Sequence[str]) -> list[Slip]:
    """Why the whole file came out as one text or one list."""
    slips = list(certain(lines))
    for line in outside_blocks(lines[:200]):
        if slip := next(_sure(lines[line]), None):
            found = [slip._replace(line=line), *(other for other in slips if other.line != line)]
            return _numbered(lines, found)
    first = next((n for n, text in enumerate(lines) if text.strip() and text.lstrip()[0] != "#"), 0)
    message = "文件最外层要一行一个“键: 值”，例如 year: 2023"
    return [Slip("E118", message, (0, len(lines[first])), line=first)]


def certain(lines: Sequence[str]) -> Iterator[Slip]:
    """Slips that can be nothing else: outside text blocks, and behind a key such as the year file's own."""
    for line in outside_blocks(lines):
        for slip in _sure(lines[line]):
            if slip.code not in ("E120", "E121", "E132") or _OWN_KEY.match(lines[line]):
                yield slip._replace(line=line)


def outside_blocks(lines: Sequence[str]) -> Iterator[int]:
    """The lines that are no text below `key: |`, be its colon as it may."""
    owner: int | None = None
    for at, line in enumerate(lines):
        if owner is not None and (not line.strip() or len(line) - len(line.lstrip(" ")) > owner):
            continue
        owner = None
        yield at
        if match := BLOCK.match(line):
            owner = len(match["lead"])


def _sure(line: str) -> Iterator[Slip]:
    """Slips that are slips wherever a key is expected."""
    if not line.strip() or line.lstrip().startswith("#"):
        return
    if match := _TAB.match(line):
        yield Slip("E122", "缩进里有制表符（Tab），YAML 只认空格", match.span("at"), "换成两个空格")
    if match := _WIDE_INDENT.match(line):
        yield Slip("E123", "缩进里有全角空格或不间断空格，YAML 只认半角空格", match.span("at"), "换成半角空格")
    if match := _WIDE_HASH.match(line):
        yield Slip("E133", "全角“＃”不是注释", match.span("at"), "注释用半角“#”", "#")
    if match := _WIDE_DASH.match(line):
        help_ = f"写成 - {_shown(match['value'])}"
        yield Slip("E126", "列表项要用半角减号加一个空格开头", match.span("at"), help_, "- ")
    match = _WIDE_COLON.match(line)
    if match and not match["lead"] and NO_KEY.match(line):
        help_ = f"写成 # {_shown(line.rstrip())}"
        yield Slip("E137", "这一行像是说明，行首的“# ”丢了", (0, len(line)), help_)
    elif match:
        message = f"“{match['key']}”后面是全角冒号“{match['at']}”，要用半角冒号加空格"
        yield _colon("E120", message, match)
    if match := _TIGHT_COLON.match(line):
        yield _colon("E121", f"“{match['key']}:”后面要有一个空格", match)
    if match := _WIDE_BLANK.match(line):
        message = f"“{match['key']}:”后面是全角空格或不间断空格，要用半角空格"
        yield Slip("E132", message, match.span("at"), f"写成 {match['key']}: {_shown(match['value'])}", " ")


def _colon(code: str, message: str, match: re.Match[str]) -> Slip:
    shown = f"{match['key']}: {_shown(flows.without_comment(match['value']))}".rstrip()
    blank = "" if match["value"] == "" or match.end("at") < match.start("value") else " "
    return Slip(code, message, match.span("at"), f"写成 {shown}", f":{blank}")


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _wide_comma(line: str) -> Iterator[Slip]:
    if match := _WIDE_COMMA.match(line):
        yield Slip("E131", "方括号、花括号里用了全角逗号“，”", match.span("at"), "用半角逗号加空格分开", ", ")


def _likely(line: str) -> Iterator[Slip]:
    """Slips only where the parser stopped: the same characters are right elsewhere."""
    if match := _NO_BRACE.match(line):
        shown = f"{match['key']}: {{{match['at']}"
        yield Slip("E138", "花括号没有配对：少了“{”", match.span("at"), f"写成 {_shown(shown)}")
    if match := _INNER_COLON.match(line):
        message = "值里有“: ”（半角冒号加空格），会被当成又一个键"
        yield Slip("E124", message, match.span("at"), "改用全角冒号“：”，或者给整个值加上引号")
    if match := _AFTER_QUOTE.match(line):
        single = match["value"].startswith("'")
        help_ = "单引号里要印“'”就写两个，或者改用双引号" if single else "去掉值开头的英文引号，或者把整个值都括进引号"
        yield Slip("E129", "引号后面还有字", match.span("at"), help_)
    yield from _wide_comma(line)
    if match := _INNER_REFERENCE.match(line):
        help_ = "给这一句加上英文引号，或者写成“|”下面的正文"
        yield Slip("E125", "方括号、花括号里的文字要引用指标，得加引号", match.span("at"), help_)
    elif (match := _RESERVED.match(line)) and not flows.sound(line):
        message = f"值以“{match['at']}”开头，这是 YAML 的专用符号"
        yield Slip("E125", message, match.span("at"), QUOTE)
