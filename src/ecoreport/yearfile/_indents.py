"""The lines of a year file by their indents: which line is out of place, and where it should begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ecoreport.yearfile._keyless import DASHES, KEY, OWN_KEY, Stray, item_without_key, nameless, no_colon, short
from ecoreport.yearfile._levels import Above, Level, aligned, outermost, with_below
from ecoreport.yearfile._missing import first_line, key_above
from ecoreport.yearfile._signs import SEMICOLONS, STEP, WIDE_BLANKS, WIDE_COLONS, beginning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_NOWHERE = -9
_AHEAD = 50  # lines that are looked at for the next one that counts

BLOCK = re.compile(rf"(?P<lead> *+(?:- ++)*+)(?:[^#\"']*[{WIDE_COLONS}{SEMICOLONS}:]\s*)?[|>][-+0-9]*\s*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|(?<!\s)\s++)#.*")
_LEAD = re.compile(rf"[ \t{WIDE_BLANKS}]*")
_PLAIN_KEY = re.compile(r"-(?: |$)|[^\s#\"'\[{][^:]{0,40}:(?: |$)")
_OPEN_VALUE = re.compile(r"\"[^\"]*$|'[^']*$|\[[^\]]*$|\{[^}]*$")


@dataclass
class _Reader:
    """What is open where the reading has got to."""

    lines: Sequence[str]
    levels: list[Level] = field(default_factory=list)
    header: tuple[int, int] | None = None  # column and line of the `key: |` above, until its text begins
    text: int = 0  # indent of the text that began last, 0 outside of texts
    text_end: int = -2  # its last line
    above: Above | None = None
    wanted: dict[int, int] = field(default_factory=dict)  # for lines that begin with a tab or a wide blank

    def read(self, at: int) -> Stray | None:
        """Take in line `at`; what is out of place there or has been shown to be so above."""
        line = self.lines[at]
        lead = _LEAD.match(line)
        content = line[lead.end() if lead else 0 :]
        if not content or content[0] == "#":
            return None
        indent = len(line) - len(line.lstrip(" "))
        odd = indent != len(line) - len(content) and not self._in_text(indent)
        if odd:
            indent = self.wanted[at] = self._expected(at, content)
        if stray := self._text(at, indent, content, odd=odd):
            return None if stray is _TEXT else stray
        if self._continues(indent, content):
            return None
        stray = None if odd else self._place(at, indent, content)
        self._open(at, indent, content)
        return stray

    def _in_text(self, indent: int) -> bool:
        return indent > self.header[0] if self.header else 0 < self.text <= indent

    def _text(self, at: int, indent: int, content: str, *, odd: bool) -> Stray | None:
        """_TEXT for a line of text; or what is wrong with a line that was to be one."""
        stray = None
        if self.header:
            column, owner = self.header
            if indent <= column and not _PLAIN_KEY.match(content):
                stray = aligned(at, indent, f"“|”下面的正文要比第{owner + 1}行多缩进", column + STEP)
            self.text, self.header = (indent if indent > column else 0), None
            self.text_end = at
            return stray or (_TEXT if self.text else None)
        if self.text and indent >= self.text:
            self.text_end = at
            return _TEXT
        if self.text and not odd:
            stray = self._left_text(at, indent, content)
        if stray:
            return stray
        self.text = 0
        return None

    def _left_text(self, at: int, indent: int, content: str) -> Stray | None:
        """A line of text that begins too early: it is no key, and follows the text at once."""
        at_once = self.text_end == at - 1
        if OWN_KEY.match(content) or _PLAIN_KEY.match(content) or not (at_once or indent):
            return None
        message = "正文的这一行比上一行缩进少"
        help_ = f"正文的每一行{beginning(self.text)}"
        return Stray("E134", message, at, (0, max(indent, 1)), help_, certain=True)

    def _continues(self, indent: int, content: str) -> bool:
        """Whether the line goes on with a value above: a plain one, or one whose quotes or brackets are open."""
        above = self.above
        if not above or indent <= above.column:
            return False
        if _OPEN_VALUE.match(above.value):
            return True
        return not KEY.match(content) and not DASHES.match(content) and content[0] not in "{[:" and not above.empty

    def _place(self, at: int, indent: int, content: str) -> Stray | None:  # noqa: PLR0911 - a slip a return
        if content[0] in "[{" and any(one.dash and one.indent == indent for one in self.levels):
            return Stray("E134", "这一行前面少了“- ”", at, (indent, indent + 1), f"写成 - {short(content)}")
        if content[0] in "{[:" and self._wants_key(at, indent, content):
            return nameless(at, indent, content, in_list=self.above is not None and self.above.key == "rows")
        if indent and outermost(content, indent) and self._has_margin:
            return aligned(at, indent, "这个键属于文件的最外层", 0)
        dashes = DASHES.match(content)
        if not dashes and not KEY.match(content):
            return None if self._opens(indent, content) else no_colon(at, indent, content)
        if dashes and (rest := content[dashes.end() :]):
            below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
            if stray := item_without_key(at, indent + dashes.end(), rest, below):
                return stray
        if not self.levels or self._opens(indent, content):
            return None
        if dashes:
            return self._dash(at, indent, content)
        level = next((one for one in self.levels if one.indent == indent), None)
        if level is None:
            return self._uneven(at, indent)
        shared = any(one.indent == indent and not one.dash for one in self.levels)
        return None if shared else self._in_list(at, level, content)

    @cached_property
    def _has_margin(self) -> bool:
        """Whether keys of the outermost level stand at the margin: the file as a whole is not indented."""
        return any(outermost(line, 0) for line in self.lines)

    def _wants_key(self, at: int, indent: int, content: str) -> bool:
        """Whether a bare value, or colon, stands where a key is to stand."""
        below = next(self._ahead(at), None)
        inside = any(one.indent == indent and not one.dash for one in self.levels)
        first = self._opens(indent, content) and below is not None and below[0] == indent
        return content[0] == ":" or (not content.startswith("{{") and (inside or first))

    def _opens(self, indent: int, content: str) -> bool:
        above = self.above
        deeper = above is not None and above.empty and indent > above.column
        same = above is not None and above.empty and indent == above.column and content[0] == "-"
        return deeper or same

    def _dash(self, at: int, indent: int, content: str) -> Stray | None:  # noqa: PLR0911 - a slip a return
        lists = [one for one in self.levels if one.dash]
        above = self.above
        if not lists and above and any(one.dash and one.indent == indent for one in above.popped):
            wanted = max(one.indent for one in above.popped)
            return aligned(above.line, above.column, "这一行属于上面那一条，没有与它对齐", wanted)
        if any(one.indent == indent for one in lists):
            return None
        if stray := first_line(self.lines, self.levels, indent):
            return stray
        if above and (stray := key_above(self.lines, at, indent, above, next(self._ahead(at), None))):
            return stray
        if not lists:
            return None
        row = content.startswith("- [")
        if row and above and above.empty and above.key == "rows":
            return aligned(at, indent, f"这一行与第{above.line + 1}行的缩进不齐", above.column + STEP)
        alike = [one for one in lists if self.lines[one.line].lstrip().startswith("- [") == row]
        near = min(alike or lists, key=lambda one: (abs(one.indent - indent), -one.indent))
        if near.indent > indent == near.parent + STEP:
            return with_below(near, at, indent)
        written = f"，写成 {short(content)}" if content[1:2] == " " else ""
        return aligned(at, indent, f"这一行与第{near.line + 1}行的缩进不齐", near.indent, more=written)

    def _in_list(self, at: int, level: Level, content: str) -> Stray:
        """A key that stands where the list's dashes stand."""
        above = self.above
        span = level.indent, level.indent + len(content)
        if content.startswith("id:"):
            help_ = f"新的一条写成 - {short(content)}，前面留 {level.indent} 个空格"
            return Stray("E134", "这一行前面少了“- ”", at, span, help_)
        only_item = above is not None and above.line == level.line and level.indent == level.parent + 2 * STEP
        if only_item:
            return with_below(level, at, level.indent - STEP)
        message = f"这一行与第{(above or level)[0] + 1 if above else level.line + 1}行的缩进不齐"
        return aligned(at, level.indent, message, level.indent + STEP)

    def _uneven(self, at: int, indent: int) -> Stray:
        """A key whose indent is that of no line above it: this line, or the one above, is out of place."""
        above = self.above
        if above and above.plain >= 0 and (stray := self._was_no_text(above.plain)):
            return stray
        if above and (level := self._dash_above(above, indent)):
            return with_below(level, at, indent - STEP)
        if above and indent > above.column and self._above_is_out(above, indent):
            message = f"这一行与第{at + 1}行的缩进不齐"
            return aligned(above.line, above.column, message, indent)
        near = min(self.levels, key=lambda one: (abs(one.indent - indent), -one.indent))
        if indent == near.parent + STEP:
            return with_below(near, at, indent)
        return aligned(at, indent, f"这一行与第{near.line + 1}行的缩进不齐", near.indent)

    def _was_no_text(self, line: int) -> Stray | None:
        """The text below a key that has turned out to be a line without a colon."""
        content = self.lines[line].lstrip(" ")
        self.above = None
        return no_colon(line, len(self.lines[line]) - len(content), content)

    def _dash_above(self, above: Above, indent: int) -> Level | None:
        """The dash of the item that has just begun, where it and not this key is out of place."""
        dash = next((one for one in self.levels if one.dash and one.line == above.line), None)
        return dash if dash and dash.indent != indent - STEP == dash.parent + STEP else None

    def _above_is_out(self, above: Above, indent: int) -> bool:
        """Whether not this line but the one above has left the indent of those around it."""
        named = not above.key.isascii()  # only a figure has such a name
        left = next((one for one in above.popped if one.indent == indent), None)
        first = above.after_empty and above.column + STEP == indent
        in_item = left is not None and any(one.dash for one in above.popped)
        return first or in_item or (named and left is not None)

    def _open(self, at: int, indent: int, content: str) -> None:
        """The levels as they are below this line."""
        if self.above and self._opens(indent, content) and not KEY.match(content) and not DASHES.match(content):
            self.above = self.above._replace(empty=False, value=content, plain=at)
            return
        parent = self.above.column if self.above and self._opens(indent, content) else _NOWHERE
        popped = tuple(one for one in self.levels if one.indent > indent)
        same = next((one for one in self.levels if one.indent == indent), None)
        dashes = DASHES.match(content)
        self.levels = [one for one in self.levels if one.indent <= indent]
        if dashes or same is None:
            known = [one for one in self.levels if one.indent == indent and one.dash == bool(dashes)]
            if not known:
                self.levels.append(Level(indent, at, bool(dashes), parent))
        column = indent + (dashes.end() if dashes else 0)
        if dashes:
            self.levels.append(Level(column, at, dash=False, parent=indent))
        match = KEY.match(content, dashes.end() if dashes else 0)
        value = _COMMENT.sub("", match["value"]) if match else content[column - indent :]
        after_empty = self.above is not None and self.above.empty and self.above.column == indent
        self.above = Above(at, column, match["key"] if match else "", not value, value, popped, after_empty)
        if BLOCK.match(" " * indent + content):
            self.header = column, at

    def _ahead(self, at: int) -> Iterator[tuple[int, str]]:
        """Indent and content of the lines below that count and begin with nothing but blanks."""
        for line in self.lines[at + 1 : at + 1 + _AHEAD]:
            content = line.lstrip(" ")
            if content and content[0] != "#" and not content[0].isspace():
                yield len(line) - len(content), content

    def _expected(self, at: int, content: str) -> int:
        """Where a line should begin that begins with a tab or a wide blank."""
        own = OWN_KEY.match(content)
        if (self.header or self.text) and not own:
            return self.text or (self.header or (0, 0))[0] + STEP
        dash = bool(DASHES.match(content))
        if self.above and self.above.empty and not self.header:
            return self.above.column + STEP
        places = [one.indent for one in self.levels if one.dash == dash]
        match = KEY.match(content)
        value = _COMMENT.sub("", match["value"]) if match else content
        below = next(self._ahead(at), None)
        if below and places:
            near = below[0] - STEP if dash or value in ("", "|", ">") else below[0]
            if near in places:
                return near
        return places[-1] if places else 0


_TEXT = Stray("", "", 0, (0, 0))


def misplaced(lines: Sequence[str], stopped: int) -> Stray | None:
    """The first line out of place up to the one where the parser stopped, and not far above it."""
    reader = _Reader(lines)
    for at in range(min(stopped + 1, len(lines))):
        if stray := reader.read(at):
            return stray
    return None


def wanted(lines: Sequence[str]) -> Mapping[int, int]:
    """For each line that begins with a tab or a wide blank, by its number from 0, how many blanks it should have."""
    reader = _Reader(lines)
    for at in range(len(lines)):
        reader.read(at)
    return reader.wanted
