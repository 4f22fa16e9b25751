"""The body of a report as a tree: sections, items in items, paragraphs, tables, in the order they stand."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ecoreport.importing._marks import PART, RANKS, NumberMark
from ecoreport.importing._pieces import Grid, on_one_line
from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising.draft import DraftItem
from ecoreport.text.numbering import DEEPEST_LEVEL, LEVEL_OF

_LED = re.compile(r"(?P<title>[^。！？]{2,52}[。！？]|[^。，；：:]{4,30}：)(?P<text>.+)", re.DOTALL)
_IN_SENTENCE = RANKS["一是"]
_FEWEST_PARTS = 2


class Entry(NamedTuple):
    """A paragraph or a table of the body: what it is, and where it stands."""

    state: str
    text: str
    mark: NumberMark | None = None
    grid: Grid | None = None
    line: int = -1


class Tree(NamedTuple):
    """The paragraphs before the first section, the sections, and cells of tables that stand before any."""

    lead: list[str]
    sections: list[DraftItem]
    unplaced: list[str]


def tree_of(entries: Sequence[Entry]) -> Tree:
    """The tree of these; the highest rank that has headings makes the sections."""
    ranks = [s.RANKED[one.state] for one in entries if one.state in s.RANKED]
    top = min((rank for form, rank in ranks if form != s.ITEM), default=0)
    parts = sum(1 for one in entries if one.state in s.RANKED and one.mark and one.mark.style == PART)
    grower = _Grower(top, parts=parts >= _FEWEST_PARTS)
    for entry in entries:
        grower.add(entry)
    return grower.tree


def page_of(title: str, entries: Iterable[Entry]) -> DraftItem:
    """An attachment's page: items and paragraphs below its title."""
    annex = DraftItem(title=title)
    grower = _Grower(0)
    grower.open(annex, 0)
    for entry in entries:
        grower.add(entry)
    return annex


class _Grower:
    """Puts each entry where it belongs; `path` leads from the section to the item that is open."""

    def __init__(self, top: int, *, parts: bool = False) -> None:
        self.tree = Tree([], [], [])
        self._top = top
        self._path: list[tuple[DraftItem, int]] = []  # node and its level on the page
        self._styles: dict[int, str] = {}  # by the node: of the numbers below it, which is one
        self._ranks: dict[int, int] = {}  # by the node: of a heading without a number, as its style shows it
        self._sections = 0
        self._parts = parts

    def open(self, node: DraftItem, level: int) -> None:
        """What comes stands below this node."""
        self._path = [(node, level)]

    def add(self, entry: Entry) -> None:
        """Put the entry in its place."""
        form, rank = s.RANKED.get(entry.state, ("", 0))
        if entry.grid:
            self._table(entry.grid)
        elif form and self._parts and self._path and entry.mark and entry.mark.style == "一、":
            self._in_part(on_one_line(entry.text), form)
        elif form in (s.HEADING, s.RUN_IN) and rank == self._top:
            self._section(entry, run_in=form == s.RUN_IN)
        elif not self._path:
            self.tree.lead.append(on_one_line(entry.text))
        elif entry.mark and form and entry.mark.style not in (PART, "一、" if self._top else ""):
            self._item(entry, form)
        elif form == s.HEADING:
            self._unmarked(on_one_line(entry.text), rank)
        else:
            self._paragraph(on_one_line(entry.text))

    def _unmarked(self, text: str, rank: int) -> None:
        """A heading that its style alone shows stands beside those of its rank, below those above it."""
        while len(self._path) > 1 and self._ranks.get(id(self._path[-1][0]), 0) >= rank:
            self._path.pop()
        if self._room():
            self._push(DraftItem(title=text), "")
            self._ranks[id(self._path[-1][0])] = rank
        else:
            self._paragraph(text)

    def _section(self, entry: Entry, *, run_in: bool) -> None:
        """A number out of turn, or of another style, is part of the title, for the program would write another."""
        mark, node = entry.mark, DraftItem(title=on_one_line(entry.text))
        if mark and mark.style == "一、" and mark.number == self._sections + 1:
            self._sections += 1
            node = DraftItem(on_one_line(mark.rest), [], mark.style, mark.number, written=mark.written, line=entry.line)
        led = _LED.fullmatch(node.title) if run_in else None
        if led:
            node.title, node.led = led["title"], True
            node.texts.append(led["text"].strip())
        self.tree.sections.append(node)
        self.open(node, 1)

    def _in_part(self, text: str, form: str) -> None:
        """一、 below 第一部分: the program writes no such number there, so that it is part of the words."""
        del self._path[1:]
        self._out_of_turn(text, form)

    def _item(self, entry: Entry, form: str) -> None:
        assert entry.mark  # noqa: S101 - whoever calls has looked
        style = entry.mark.style
        while len(self._path) > 1 and not self._may_hold(self._path[-1][0], style):
            self._path.pop()
        parent, level = self._path[-1]
        below = LEVEL_OF.get(style, level + 1)
        if below > DEEPEST_LEVEL or below <= level or self._styles.get(id(parent), style) != style:
            self._out_of_turn(on_one_line(entry.text), form)
        else:
            self._styles[id(parent)] = style
            self._push(_node_of(entry.mark, form, entry.line), style)

    def _out_of_turn(self, text: str, form: str) -> None:
        """A number of another list is part of the words."""
        if form == s.HEADING and self._room():
            self._push(DraftItem(title=text), "")
        else:
            self._paragraph(text)

    @staticmethod
    def _may_hold(node: DraftItem, style: str) -> bool:
        """An item holds marks of a lower rank than its own; one without a number holds any."""
        return not node.style or RANKS[style] > RANKS[node.style]

    def _push(self, node: DraftItem, style: str) -> None:
        parent, level = self._path[-1]
        parent.children.append(node)
        self._path.append((node, LEVEL_OF.get(style, level + 1)))

    def _room(self) -> bool:
        return self._path[-1][1] < DEEPEST_LEVEL

    def _paragraph(self, text: str) -> None:
        """To the item that is open, while nothing stands below it; else an item of its own without a number."""
        while len(self._path) > 1 and RANKS.get(self._path[-1][0].style, 0) == _IN_SENTENCE:
            self._path.pop()
        node = self._path[-1][0]
        if not node.children and not node.table:
            node.texts.append(text)
        else:
            self._unnumbered(DraftItem(texts=[text]))

    def _table(self, grid: Grid) -> None:
        if not self._path:
            self.tree.unplaced.extend(cell for row in grid.rows for cell in row if cell)
            return
        node = self._path[-1][0]
        if not node.children and not node.table:
            node.caption, node.table = _caption(node.texts), grid
        else:
            last = node.children[-1] if node.children else node
            caption = _caption(last.texts)
            if last is not node and last == DraftItem():  # it held nothing but the caption
                node.children.pop()
            self._unnumbered(DraftItem(caption=caption, table=grid))

    def _unnumbered(self, node: DraftItem) -> None:
        while not self._room():
            self._path.pop()
        parent = self._path[-1][0]
        last = parent.children[-1] if parent.children else None
        if last and not last.style and not last.title and not last.table and not last.children and not node.table:
            last.texts.extend(node.texts)
        else:
            parent.children.append(node)


_CAPTION = re.compile("(?:附?表|续表) ?[0-9一二三四五六七八九十]{0,3}[ 　：:]*[^。；]{2,40}(?<![，：])")


def _caption(texts: list[str]) -> str:
    """The paragraph above a table taken as its caption, where it is one: 表1 2023年行政执法情况."""
    return texts.pop() if texts and _CAPTION.fullmatch(texts[-1]) else ""


def _node_of(mark: NumberMark, form: str, line: int) -> DraftItem:
    """Heading on its own line, heading and text in one, or text."""
    node = DraftItem(style=mark.style, number=mark.number, written=mark.written, line=line)
    rest = on_one_line(mark.rest)
    led = _LED.fullmatch(rest) if form == s.RUN_IN else None
    if form == s.HEADING and mark.rank < _IN_SENTENCE:
        node.title = rest
    elif led:
        node.title, node.led = led["title"], True
        node.texts.append(led["text"].strip())
    else:
        node.texts.append(rest)
    return node
