"""A web page to what it shows: paragraphs, headings and tables in order, without scripts, styles and hidden parts."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ecoreport.importing._marks import mark_of
from ecoreport.importing._pieces import PAGE_NUMBERS, Line, Piece, Pieces
from ecoreport.importing._symbols import scripted, signs
from ecoreport.importing._tables import table
from ecoreport.importing._web._css import hidden_names, names_of
from ecoreport.importing._web._elements import BLOCKS, State, inside
from ecoreport.importing._web._html import End, Start, tokens
from ecoreport.importing._web._parts import PageList, PageTable, page_list, page_table, spans
from ecoreport.problems.diagnostic import Unreadable

_MOST_DEPTH = 256  # elements within one another; deeper ones stand side by side, as in browsers
_EMPTY = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "frame", "v:imagedata",
})  # fmt: skip
_SCOPES = frozenset({"table", "td", "th", "caption", "html", ""})  # an end tag reaches no further out
_CELLS, _ROWS = frozenset({"td", "th"}), frozenset({"tr", "td", "th"})
_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_SHOWN_INPUTS = frozenset({"", "text", "button", "submit", "reset", "search", "number", "date", "tel", "email", "url"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_BLANKS = re.compile("[ \t\r\n\f\v]+")
_BY_SCRIPT = "如果正文要靠脚本载入，就在浏览器里打开，把正文复制到 Word，存为 .docx 再导入"


def read_page(text: str) -> Pieces:
    """What the page shows, Unreadable where it shows no text."""
    page = _Page()
    for token in tokens(text):
        if isinstance(token, Start):
            page.start(token.name, token.attributes, closed=token.closed)
        elif isinstance(token, End):
            page.end(token.name)
        else:
            page.text(token)
    made = page.done()
    if not made.body:
        if page.frames:
            raise Unreadable(
                "网页由框架拼成，正文在另一个文件里", "在浏览器里打开正文那一页，复制到 Word，存为 .docx 再导入"
            )
        raise Unreadable("网页里没有文字", _BY_SCRIPT)
    return made


@dataclass
class _Element:
    """An element that is open, and what of its kind is open in it up to the next scope."""

    name: str
    state: State
    blocks: Counter[str]  # that are open in its scope, shared by all of one scope
    inline: Counter[str]  # open within the innermost block
    spans: tuple[int, int] = (1, 1)


class _Page:
    """Takes tags and texts one by one; every one costs the same, however the page is nested."""

    def __init__(self) -> None:
        self.frames = False
        self._open = [_Element("", State(), Counter(), Counter())]
        self._out: list[list[Piece]] = [[]]
        self._tables: list[PageTable] = []
        self._lists: list[PageList] = []
        self._parts: list[str] = []
        self._first: State | None = None  # of the paragraph's first letter
        self._is_bold = True
        self._marker = ""
        self._aside: dict[str, list[str]] = {}
        self._pictures = 0
        self._hidden: set[str] = set()  # classes and ids

    def done(self) -> Pieces:
        while len(self._open) > 1:
            self._pop()
        self._flush()
        said = [f"图片{self._pictures}张，没有导入"] if self._pictures else []
        apart = tuple(f"{word}：{text}" for word, texts in self._aside.items() for text in texts)
        return Pieces(tuple(self._out[0]), apart, tuple(said))

    def start(self, name: str, attributes: Mapping[str, str], *, closed: bool) -> None:
        if name in _EMPTY:
            self._empty(name, attributes)
            return
        self._close_implied(name)
        if name in BLOCKS:
            self._flush()
        if len(self._open) > _MOST_DEPTH or (closed and ":" in name):
            return
        top = self._open[-1]
        state = inside(name, attributes, top.state)
        if self._hidden and not self._hidden.isdisjoint(names_of(attributes)):
            state = state._replace(apart=state.apart or "网页上不显示的文字")
        blocks = Counter[str]() if name in _SCOPES else top.blocks
        made = _Element(name, state, blocks, Counter() if name in BLOCKS else top.inline)
        (made.blocks if name in BLOCKS else made.inline)[name] += 1
        self._open.append(made)
        self._begin(made, attributes)

    def _begin(self, made: _Element, attributes: Mapping[str, str]) -> None:
        name = made.name
        if name == "table":
            self._tables.append(page_table(attributes))
        elif name == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif name in _CELLS:
            made.spans = spans(attributes)
            self._out.append([])
            if self._tables and (name == "th" or "solid" in attributes.get("style", "")):
                self._tables[-1].ruled = True
        elif name in _LISTS:
            self._lists.append(page_list(name, attributes))
        elif name == "li" and self._lists and made.state.where != "navigation":
            self._marker = self._lists[-1].mark(attributes)
        elif name == "frameset":
            self.frames = True

    def _empty(self, name: str, attributes: Mapping[str, str]) -> None:
        state = self._open[-1].state
        if name == "br":
            self._parts.append("\n")
        elif name == "hr":
            self._flush()
        elif name in ("img", "v:imagedata") and not state.hidden:
            self._pictures += 1
        elif name == "input":
            kind = attributes.get("type", "").lower()
            if kind in _SHOWN_INPUTS:
                self.text(f" {attributes.get('value', '')} ")
            elif kind in ("checkbox", "radio"):
                self.text("☑" if "checked" in attributes else "☐")
        elif name == "frame":
            self.frames = True

    def _close_implied(self, name: str) -> None:
        """End what the start of `name` ends without a tag: a paragraph, an item, a cell, a row."""
        top = self._open[-1]
        if name in BLOCKS and top.blocks["p"] and name not in _SCOPES:
            self._close("p")
        if name == "li" and self._innermost("li", _LISTS):
            self._close("li")
        elif name in ("dt", "dd") and (which := self._innermost("dt", {"dl"}) or self._innermost("dd", {"dl"})):
            self._close(which)
        elif name in _ROWS | _GROUPS and self._tables:
            self._close_cell()
            if name not in _CELLS:
                self._close("tr")
            if name in _GROUPS:
                for group in _GROUPS:
                    self._close(group)

    def _innermost(self, name: str, others: frozenset[str] | set[str]) -> str:
        """`name`, where one is open and none of `others` in it; empty where not."""
        if not self._open[-1].blocks[name]:
            return ""
        found = next(one.name for one in reversed(self._open) if one.name == name or one.name in others)
        return found if found == name else ""

    def _close_cell(self) -> None:
        """End the innermost table's open cell, with all that is open in it."""
        open_here = self._open[-1].blocks
        if any(open_here[name] for name in _CELLS):
            while self._pop() not in _CELLS:
                pass
        self._close("caption")

    def end(self, name: str) -> None:
        if name == "br":
            self._parts.append("\n")
        elif name == "p" and not self._open[-1].blocks["p"]:
            self._flush()
        elif name in ("table", "tr", *_GROUPS):
            self._close_cell()
            self._close(name)
        else:
            self._close(name)

    def _close(self, name: str) -> None:
        """End the innermost element of that name in the scope, and all that is open in it."""
        top = self._open[-1]
        if (top.blocks if name in BLOCKS else top.inline)[name]:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        """End the innermost open element; its name comes back."""
        gone = self._open[-1]
        if gone.name in BLOCKS:
            self._flush()
        self._open.pop()
        (gone.blocks if gone.name in BLOCKS else gone.inline)[gone.name] -= 1
        if gone.name in _CELLS:
            cell = self._out.pop()
            if self._tables:
                self._tables[-1].add(tuple(cell), gone.spans)
            else:
                self._out[-1].extend(cell)
        elif gone.name == "table":
            done = self._tables.pop()
            self._out[-1].extend(table(done.rows, ruled=done.ruled))
        elif gone.name in _LISTS:
            self._lists.pop()
        elif gone.name == "li":
            self._marker = ""
        return gone.name

    def text(self, text: str) -> None:
        state = self._open[-1].state
        if self._open[-1].name == "style":
            self._hidden.update(hidden_names(text))
        if not state.kept:
            text = _BLANKS.sub(" ", text)
        if state.font:
            text = signs(state.font, text)
        if not text.strip():
            if not state.hidden:
                self._parts.append(text)
        elif state.choices or state.deleted:
            self._aside.setdefault("网页上的选项" if state.choices else "修订删去的文字", []).append(text.strip())
        elif not state.hidden:
            if self._first is None:
                self._first = state
                if self._marker and not mark_of(text.strip()):
                    self._parts.append(self._marker)
                self._marker = ""
            self._is_bold = self._is_bold and state.bold
            self._parts.append(scripted(text, state.script) or text)

    def _flush(self) -> None:
        """The paragraph so far, where it shows anything."""
        first, self._first = self._first, None
        text, self._parts = "".join(self._parts), []
        is_bold, self._is_bold = self._is_bold, True
        if first is None:
            return
        text = re.sub(" ?\n ?", "\n", re.sub(" +", " ", text)).strip(" \n").replace("\xa0", " ")
        if first.apart:
            if text.strip(PAGE_NUMBERS):
                self._aside.setdefault(first.apart, []).append(text.strip())
        else:
            self._out[-1].append(
                Line(text, first.heading, align=first.align, bold=is_bold, size=first.size, where=first.where)
            )
