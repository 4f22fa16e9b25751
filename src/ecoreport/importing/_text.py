"""Plain text and Markdown: bytes to text with care, text to pieces."""

import re
from collections.abc import Callable, Iterator, Sequence

from ecoreport.importing._marks import mark_of
from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report import markdown
from ecoreport.report.blocks import Block, Kind, Paragraph

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LEVELS = {Kind.TITLE: 1, Kind.HEADING_1: 2, Kind.HEADING_2: 3, Kind.HEADING_3: 4, Kind.HEADING_4: 5}
LEAST_WIDTH, FEWEST_CUT = 18, 4  # characters of a line that may be broken; how many such show that lines are
_SHORT_OF = 2  # characters by which a broken line may be shorter than the others
_ENDS = ("。", "：", "！", "？", "；", "”", "）")
_EXPECTED = ("法治", "政府", "报告", "工作", "情况")  # rubbish decoded as GB18030 holds none of them
_RUBBISH = re.compile("[\x00\ue000-\uf8ff]")
_CUT = ("unexpected end of data", "incomplete multibyte sequence")
_ATX = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_TAG = re.compile(r"</?(?:p|br|div|span|strong|b|em|i|u|center|font|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BOLD = re.compile(r"(?<![\\*])(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\\*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?!\*)")
_BREAK_LINE = re.compile(r"\s*(?:-\s*){3,}|\s*(?:\*\s*){3,}|\s*(?:_\s*){3,}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The text of `data`: its mark's encoding, UTF-8, else GB18030 where that gives Chinese; or the one asked for."""
    try:
        if encoding:
            return data.decode(encoding).removeprefix("\ufeff")
        for mark, known in _MARKS:
            if data.startswith(mark):
                return data.decode(known).removeprefix("\ufeff")
        if b"\0" in data and (text := _unmarked(data)):
            return text
        return data.decode("utf-8")
    except (UnicodeDecodeError, LookupError) as error:
        if encoding:
            raise Unreadable(f"不能按 {encoding} 读出文字", "换一个编码，例如 --encoding gb18030") from None
        _refuse_cut(error)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        text = ""
        if _is_chinese(data[: error.start].decode("gb18030")):
            _refuse_cut(error)
    if not _is_chinese(text):
        raise Unreadable("认不出文字的编码", "用 --encoding 写明，例如 --encoding big5")
    return text


def _unmarked(data: bytes) -> str:
    """The text of UTF-16 without its mark; empty where it is none."""
    for order in ("utf-16-le", "utf-16-be"):
        text = data.decode(order, "replace")
        if "\ufffd" not in text and _is_chinese(text):
            return text
    return ""


def _is_chinese(text: str) -> bool:
    """Whether the text is of a report, and no rubbish."""
    return any(word in text for word in _EXPECTED) and not _RUBBISH.search(text)


def _refuse_cut(error: Exception) -> None:
    """Unreadable where the bytes end within a character."""
    if isinstance(error, UnicodeDecodeError) and error.reason in _CUT and error.end == len(error.object):
        raise Unreadable("文件不完整（最后一个字只有一半）", "重新拷贝或下载一份再试")


def read_text(text: str) -> Pieces:
    """Each line that is not blank is a paragraph, unless the lines are broken at a fixed width."""
    lines = re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text)
    measure, width = next(((one, width) for one in (len, _columns) if (width := _wrapped_at(lines, one))), (len, 0))
    joined: list[str] = []
    runs_on = False
    for line in lines:
        if runs_on and line.strip() and not line.startswith(("\u3000", "  ")) and not mark_of(line.strip()):
            joined[-1] += line.strip()
        else:
            joined.append(line)
        runs_on = width > 0 and measure(line.rstrip()) >= width - _SHORT_OF and not line.rstrip().endswith(_ENDS)
    return Pieces(tuple(Line(line) for line in joined if line.strip()))


def _columns(line: str) -> int:
    """How wide the line is where a letter of ASCII is half as wide as a han."""
    return (2 * len(line) - sum(one.isascii() for one in line) + 1) // 2


def _wrapped_at(lines: Sequence[str], measure: Callable[[str], int]) -> int:
    """The width, its indent included, at which most long lines but a paragraph's last break off; 0 where none is."""
    whole = [line.rstrip() for line in lines if len(line.strip()) >= LEAST_WIDTH]
    cut = [measure(line) for line in whole if not line.endswith(_ENDS)]
    if len(cut) < FEWEST_CUT:
        return 0
    width = max(set(cut), key=cut.count)
    alike = sum(abs(one - width) <= 1 for one in cut)
    last = sum(measure(line) < width - _SHORT_OF and line.endswith(_ENDS) for line in whole)  # of a paragraph
    return width if alike * 2 > len(whole) - last and max(map(measure, whole)) <= width + 2 else 0


def read_markdown(text: str) -> Pieces:
    """A report's own Markdown exactly; any other with its usual markup taken off."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return Pieces(tuple(_piece(block) for block in markdown.read(text)))
    except markdown.MarkdownError:
        return Pieces(tuple(_foreign(text)))


def _piece(block: Block) -> Piece:
    if isinstance(block, Paragraph):
        return Line(block.lead + block.text, _LEVELS.get(block.kind, 0), block.kind.value)
    return Grid((block.header, *block.rows))


def _foreign(text: str) -> Iterator[Piece]:
    """Paragraphs parted by blank lines, headings, tables; other markup is dropped."""
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in part.split("\n") if line.strip() and not _BREAK_LINE.fullmatch(line)]
        if len(lines) > 1 and _RULE.fullmatch(lines[1]) and "|" in lines[0]:
            rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in (lines[0], *lines[2:])]
            yield Grid(tuple(tuple(_plain(cell) for cell in row) for row in rows))
            continue
        joined = ""
        for line in lines:
            heading = _ATX.fullmatch(line.strip())
            if heading or _BULLET.match(line) or re.match(r"\s*[0-9]{1,2}[.)]\s", line):
                yield from _lines(joined)
                joined = ""
            if heading:
                yield Line(_plain(heading[2]), len(heading[1]))
            else:
                joined += _BULLET.sub("", line, count=1).strip()
                if line.endswith(("  ", "\\")):
                    yield from _lines(joined)
                    joined = ""
        yield from _lines(joined)


def _lines(text: str) -> Iterator[Line]:
    if _plain(text).strip():
        yield Line(_plain(text))


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _SLANTED.sub(r"\1", _BOLD.sub(r"\2", _TAG.sub("", text)))).strip()
