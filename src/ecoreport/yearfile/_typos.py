"""What a typist did wrong, as a single line outside of texts shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.yearfile import _brackets, _flows
from ecoreport.yearfile._signs import BULLETS, QUOTE, SEMICOLONS, WIDE_BLANKS, WIDE_COLONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 40  # characters of a line that a mend repeats
_STEP = 2

_LEAD = r"(?P<lead>[ ]*+(?:- ++)*+)"
_KEY = rf"{_LEAD}(?P<key>[^\s#\"'\[\]{{}}:：,，|>&*!%@`-][^:：#\"']{{0,40}}?)"
_TAB = re.compile(r"[ ]*(?P<at>\t+)")
_WIDE_INDENT = re.compile(rf"[ \t]*(?P<at>[{WIDE_BLANKS}]+)")
_WIDE_COLON = re.compile(rf"{_KEY}(?P<at>[{WIDE_COLONS}])\s*(?P<value>.*)")
_TIGHT_COLON = re.compile(rf"{_KEY}(?P<at>:)(?P<value>[^\s:/].*)")
_NO_COLON = re.compile(
    rf"{_LEAD}(?P<key>[A-Za-z_]+(?=\s*[{SEMICOLONS}])|(?:id|title|text|problem|(?<!- )[A-Za-z_]+)(?=\s*[=＝](?!=)))"
    rf"(?P<at>\s*[{SEMICOLONS}=＝]\s*)(?P<value>.*)"
)
_FIGURE = re.compile(
    rf" +(?P<key>[^\s#\"'\[\]{{}}|:：{SEMICOLONS}=＝-][^\s\"'{{}}|:：{SEMICOLONS}=＝]*)"
    rf"(?P<at>\s*[{SEMICOLONS}=＝]\s*)(?P<value>\{{.*|[0-9][^，。；]*)$"
)
OWN_KEY = re.compile(rf"[ ]*+(?:[－–—{BULLETS}*+-]\s*)*+[A-Za-z_]+(?:[{WIDE_COLONS}:]|\s*[{SEMICOLONS}])")
_INNER_COLON = re.compile(rf"{_KEY}: +(?P<value>[^\"'|>\[{{\s].*?(?P<at>: ).*)")
_AFTER_QUOTE = re.compile(rf"""{_KEY}: +(?P<value>(?:"[^"]*"|'[^']*')\s*(?P<at>[^\s,#\]}}\"'].*))""")
_IN_QUOTES = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_RESERVED = re.compile(rf"{_KEY}: +(?P<value>(?P<at>[@`%&*!{{\[|>]).*)")
_BESIDE_BAR = re.compile(rf"{_KEY}: +(?P<at>\|)\s*(?P<value>[^\s|>\-+0-9#].*)")
_WIDE_BLANK = re.compile(rf"{_KEY}:(?P<at>[{WIDE_BLANKS}]\s*)(?P<value>.*)")
_WIDE_COMMA = re.compile(rf"{_KEY}: +(?P<value>\{{[^{{}}\"']*?(?P<at>，\s*)[^{{}}，]*:.*)")
_INNER_REFERENCE = re.compile(rf"(?:{_KEY}: +| *+(?:- ++)++)(?:\[|\{{(?!\{{))[^\"']*?(?P<at>\{{\{{[^{{}}]*\}}\}})")
_WIDE_DASH = re.compile(
    rf" *(?P<at>[－–—]\s*|-(?=[A-Za-z_])|[{BULLETS}*+]\s*)(?P<value>[A-Za-z_]+:.*)"
    rf"| *(?P<mark>-(?=[\[{{])|[{BULLETS}]\s*)(?P<rest>[^\s{BULLETS}].*)"
)
_NO_BRACE = re.compile(rf"{_KEY}: +(?P<at>[A-Za-z_]+: [^{{}}]*\}})\s*(?:#.*)?$")
NO_KEY = re.compile(r"(?=.*[一-鿿])(?:[^:：]*[、，。；]|[^:：]{13}|[^:：]+[:：].*[，。；])")
_SMALL = re.compile(r"[a-z_]+")
_WIDE_HASH = re.compile(r"\s*(?P<at>＃)")


class Slip(NamedTuple):
    """A slip: code, what to say, the columns meant, the mend, what they become, the line; all counted from 0."""

    code: str
    message: str
    span: tuple[int, int]
    help: str = ""
    new: str | None = None
    line: int = 0


def sure(line: str) -> Iterator[Slip]:
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
        help_ = f"写成 - {shown(match['value'] or match['rest'])}"
        span = match.span("at" if match["at"] else "mark")
        yield Slip("E126", "列表项要用半角减号加一个空格开头", span, help_, "- ")
    yield from _colons(line)
    if match := _WIDE_BLANK.match(line):
        message = f"“{match['key']}:”后面是全角空格或不间断空格，要用半角空格"
        yield Slip("E132", message, match.span("at"), f"写成 {match['key']}: {shown(match['value'])}", " ")
    if fault := _brackets.mistyped(line):
        yield Slip(*fault)


def _colons(line: str) -> Iterator[Slip]:
    """What stands behind a key for a colon and a blank."""
    match = _WIDE_COLON.match(line)
    if match and not match["lead"] and NO_KEY.match(line) and not _SMALL.fullmatch(match["key"]):
        help_ = f"写成 # {shown(line.rstrip())}"
        yield Slip("E137", "这一行像是说明，行首的“# ”丢了", (0, len(line)), help_)
    elif match:
        message = f"“{match['key']}”后面是全角冒号“{match['at']}”，要用半角冒号加空格"
        yield _colon("E120", message, match)
    elif match := _NO_COLON.match(line) or _FIGURE.match(line):
        message = f"“{match['key']}”后面是“{match['at'].strip()}”，要用半角冒号加空格"
        yield _colon("E120", message, match)
    if match := _TIGHT_COLON.match(line):
        yield _colon("E121", f"“{match['key']}:”后面要有一个空格", match)


def _colon(code: str, message: str, match: re.Match[str]) -> Slip:
    dashes = match.groupdict().get("lead", "").lstrip()
    written = f"{dashes}{match['key']}: {shown(_flows.without_comment(match['value']))}".rstrip()
    blank = "" if match["value"] == "" or match.end("at") < match.start("value") else " "
    return Slip(code, message, match.span("at"), f"写成 {written}", f":{blank}")


def shown(text: str) -> str:
    """The text, as much of it as a mend repeats."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def wide_comma(line: str) -> Iterator[Slip]:
    """A full-width comma in braces."""
    if match := _WIDE_COMMA.match(line):
        yield Slip("E131", "方括号、花括号里用了全角逗号“，”", match.span("at"), "用半角逗号加空格分开", ", ")


def likely(line: str) -> Iterator[Slip]:
    """Slips only where the parser stopped: the same characters are right elsewhere."""
    if match := _NO_BRACE.match(line):
        written = f"{match['key']}: {{{match['at']}"
        yield Slip("E138", "花括号没有配对：少了“{”", match.span("at"), f"写成 {shown(written)}")
    if match := _INNER_COLON.match(line):
        message = "值里有“: ”（半角冒号加空格），会被当成又一个键"
        yield Slip("E124", message, match.span("at"), "改用全角冒号“：”，或者给整个值加上引号")
    if match := _AFTER_QUOTE.match(line):
        yield Slip("E129", "引号后面还有字", match.span("at"), _quoted(match))
    yield from wide_comma(line)
    if match := _BESIDE_BAR.match(line):
        help_ = f"写成 {match['key']}: |，后面的字移到下一行，开头留 {len(match['lead']) + _STEP} 个空格"
        yield Slip("E125", "“|”后面不能接着写正文", match.span("value"), help_)
    elif match := _INNER_REFERENCE.match(line):
        help_ = "给这一句加上英文引号，或者写成“|”下面的正文"
        yield Slip("E125", "方括号、花括号里的文字要引用指标，得加引号", match.span("at"), help_)
    elif (match := _RESERVED.match(line)) and not _flows.sound(line):
        message = f"值以“{match['at']}”开头，这是 YAML 的专用符号"
        yield Slip("E125", message, match.span("at"), QUOTE)


def _quoted(match: re.Match[str]) -> str:
    """How a value should read that begins with a stretch in quotes and goes on behind it."""
    text = _flows.without_comment(match["value"]) if len(match["value"]) <= _flows.LONGEST else match["value"]
    if (
        len(text) <= _SHOWN
        and _IN_QUOTES.match(text)
        and all(not one.isascii() for pair in _IN_QUOTES.findall(text) for one in pair if one)
    ):
        written = _IN_QUOTES.sub(lambda pair: _as_printed(pair[0][1:-1]), text)
        if not re.search(r": |\s#|[\"']", written):
            return f"写成 {match['key']}: {written}"
    if text.startswith("'"):
        return "单引号里要印“'”就写两个，或者改用双引号"
    return "去掉值开头的英文引号，或者把整个值都括进引号"


def _as_printed(inner: str) -> str:
    """A stretch in quotes as it should print: a title in 《》 needs none."""
    return inner if inner.startswith("《") and inner.endswith("》") else f"“{inner}”"
