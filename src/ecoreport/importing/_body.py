"""The body of a report: sections, items in items, paragraphs, tables, in the order they stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from ecoreport.importing._causes import split
from ecoreport.importing._draft import Draft, DraftItem
from ecoreport.importing._marks import RANKS, NumberMark, mark_of
from ecoreport.importing._pieces import Grid, Line, Piece, on_one_line, without_blanks
from ecoreport.text.numbering import DEEPEST_LEVEL, LEVEL_OF, MARKS, mark_below

_HEADING = 50  # a heading on its own line is at most so long
_PART = re.compile(r"第[一二三四五六七八九十]部分.{0,40}")
_CAPTION = re.compile(r"(?:附?表|续表) ?[0-9一二三四五六七八九十]{0,3}[ 　：:]*[^。；]{2,40}(?<![，：])")
_SENTENCE = re.compile(r"(?P<title>[^。！？]{2,50}[。！？])(?P<text>.+)", re.DOTALL)
_SHORT_OF = "不足|存在的?(?:主要|突出)?(?:问题|短板|困难|差距)|问题[和与及]|短板弱项|主要问题|问题短板"
_NEXT = "下一?步|下一?年|明年|打算|(?:工作|主要|重点)安排$|计划$|思路$|来年|今后|努力方向"
_DONE = "举措|成效|做法|措施|工作|情况|推进|开展|落实|坚持|加强|强化|深化|提升|健全|完善|规范|依法"
_KINDS = (
    ("leader_duties", re.compile("第一责任人|主要负责人|党政主要|一把手|负责人履")),
    ("shortcomings", re.compile(_SHORT_OF)),
    ("next_year_plan", re.compile(_NEXT)),
    ("measures", re.compile(_DONE)),
)


def fill(pieces: Sequence[Piece], draft: Draft) -> None:
    """Sections and attachments out of the pieces between title and signature."""
    marks = [mark for piece in pieces if (mark := mark_of(piece.text.strip()))]
    if not any(piece.heading for piece in pieces) and all(RANKS[mark.style] == RANKS["一是"] for mark in marks):
        pieces = _with_headings(pieces)
    top = min((piece.heading for piece in pieces if piece.heading), default=0)
    builder = _TreeBuilder(draft, top)
    at = 0
    while at < len(pieces):
        number = _page_of(pieces[at], draft)
        if number is None:
            builder.add(pieces[at])
        else:
            title = draft.annex_titles[number]
            builder.begin_annex(title)
            at += _lines_of_title(pieces, at + 1, title)
        at += 1
    later = False
    for section in draft.sections:
        section.kind = section.kind or _kind(section.title, draft.year, later=later)
        later = later or section.kind == "shortcomings"
        if section.kind == "shortcomings":
            _itemise(section)
    last: dict[str, int] = {}
    for section in draft.sections:
        _settle(section, 1, last)
    for annex in draft.annexes:
        _settle(annex, 0, last)


def _itemise(section: DraftItem) -> None:
    """Shortcomings in plain paragraphs: from the first that names its cause on, each is an item without a number."""
    first = next((at for at, text in enumerate(section.texts) if split(text)), None)
    if first is not None and not section.table and not any(child.style for child in section.children):
        section.children[:0] = [DraftItem(texts=[text]) for text in section.texts[first:]]
        section.texts = section.texts[:first]


def _with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """In a text without any number or style, a short line without an end mark above a sentence is a heading."""
    made = list(pieces)
    for at, (piece, below) in enumerate(pairwise(pieces)):
        if isinstance(piece, Line) and _is_heading(piece.text.strip()) and below.text.strip().endswith(("。", "：")):
            made[at] = replace(piece, heading=1)
    return made


def kind_of(section: DraftItem, draft: Draft) -> str:
    """Which part of the law a section is, from its title and what stands before it."""
    return _kind(section.title, draft.year, later=any(one.kind == "shortcomings" for one in draft.sections))


def _kind(title: str, year: int, *, later: bool) -> str:
    if year and f"{year + 1}年" in title:
        return "next_year_plan"
    for kind, pattern in _KINDS:
        if pattern.search(title) and not (kind == "measures" and later):
            return kind
    return "other" if later else "measures"


class _TreeBuilder:
    """Puts each piece where it belongs; `path` leads from the section to the item that is open."""

    def __init__(self, draft: Draft, top: int) -> None:
        self._draft = draft
        self._top = top
        self._path: list[tuple[DraftItem, int]] = []  # node and its level on the page
        self._styles: dict[int, str] = {}  # by the node: of the numbers below it, which is one
        self._sections = 0
        self._annexed = False  # whether the attachments' pages have begun

    def add(self, piece: Piece) -> None:
        if isinstance(piece, Grid):
            self._table(piece)
        else:
            self._text(on_one_line(piece.text), piece.heading)

    def begin_annex(self, title: str) -> None:
        """What comes stands on this attachment's pages."""
        annex = DraftItem(title=title)
        self._draft.annexes.append(annex)
        self._path, self._annexed = [(annex, 0)], True

    def _text(self, text: str, heading: int) -> None:
        if self._annexed:
            mark = mark_of(text)
            if mark:
                self._item(text, mark, heading)
            else:
                self._paragraph(text)
        elif _PART.fullmatch(text):
            self._begin(DraftItem(title=text))
        elif (mark := mark_of(text)) and mark.style == "一、" and (heading or _is_heading(mark.rest)):
            self._section(text, mark)
        elif mark and mark.number == self._sections + 1 and (led := _led_section(mark)):
            self._section(text, NumberMark(mark.style, mark.number, led["title"]))
            self._paragraph(led["text"].strip())
        elif heading and heading == self._top and not mark:
            self._begin(DraftItem(title=text))
        elif not self._path:
            self._draft.lead.append(text)
        elif mark and mark.style != "一、":
            self._item(text, mark, heading)
        elif heading and self._room():
            self._push(DraftItem(title=text), "")
        else:
            self._paragraph(text)

    def _section(self, text: str, mark: NumberMark) -> None:
        """A number out of turn is part of the title, for the program would write another."""
        if mark.number == self._sections + 1:
            self._sections += 1
            self._begin(DraftItem(title=mark.rest, style=mark.style, number=mark.number))
        else:
            self._begin(DraftItem(title=text))

    def _begin(self, section: DraftItem) -> None:
        self._draft.sections.append(section)
        self._path = [(section, 1)]

    def _item(self, text: str, mark: NumberMark, heading: int) -> None:
        node = _node_of(mark, heading)
        while len(self._path) > 1 and not self._may_hold(self._path[-1][0], mark.style):
            self._path.pop()
        parent, level = self._path[-1]
        below = LEVEL_OF.get(mark.style, level + 1)
        if below > DEEPEST_LEVEL or below <= level or self._styles.get(id(parent), mark.style) != mark.style:
            self._paragraph(text)
        else:
            self._styles[id(parent)] = mark.style
            self._push(node, mark.style)

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
        while len(self._path) > 1 and RANKS.get(self._path[-1][0].style, 0) == RANKS["一是"]:
            self._path.pop()
        node = self._path[-1][0]
        if not node.children and not node.table:
            node.texts.append(text)
        else:
            self._unnumbered(DraftItem(texts=[text]))

    def _table(self, grid: Grid) -> None:
        if not self._path:
            self._draft.unplaced.extend(cell for row in grid.rows for cell in row if cell)
            return
        node = self._path[-1][0]
        if not node.children and not node.table:
            node.caption, node.table = _caption(node.texts), grid
        else:
            last = node.children[-1] if node.children else node
            self._unnumbered(DraftItem(caption=_caption(last.texts), table=grid))

    def _unnumbered(self, node: DraftItem) -> None:
        while not self._room():
            self._path.pop()
        parent = self._path[-1][0]
        last = parent.children[-1] if parent.children else None
        if last and not last.style and not last.title and not last.table and not last.children and not node.table:
            last.texts.extend(node.texts)
        else:
            parent.children.append(node)


def _caption(texts: list[str]) -> str:
    """The paragraph above a table taken as its caption, where it is one: 表1 2023年行政执法情况."""
    return texts.pop() if texts and _CAPTION.fullmatch(texts[-1]) else ""


def _led_section(mark: NumberMark) -> re.Match[str] | None:
    """一、标题。正文: a section whose heading runs into its text."""
    return _SENTENCE.fullmatch(mark.rest) if mark.style == "一、" else None


def _node_of(mark: NumberMark, heading: int) -> DraftItem:
    """Heading on its own line, heading and text in one, or text."""
    node = DraftItem(style=mark.style, number=mark.number)
    if RANKS[mark.style] < RANKS["一是"] and (heading or _is_heading(mark.rest)):
        node.title = mark.rest
    elif mark.style == "（一）" and (match := _SENTENCE.fullmatch(mark.rest)):
        node.title, node.led = match["title"], True
        node.texts.append(match["text"].strip())
    else:
        node.texts.append(mark.rest)
    return node


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING and not re.search(r"[。；！？，：]$|[。！？]", text)


def _page_of(piece: Piece, draft: Draft) -> int | None:
    """Which attachment's page begins here: 附件 where there is one, 附件2 where there are more; else None."""
    match = re.fullmatch(r"附件([0-9]{1,2})?[:：]?", without_blanks(piece.text)) if isinstance(piece, Line) else None
    if match is None or (match[1] is None) != (len(draft.annex_titles) == 1):
        return None
    number = int(match[1] or 1) - 1
    return number if number < len(draft.annex_titles) else None


def _lines_of_title(pieces: Sequence[Piece], start: int, title: str) -> int:
    """On how many lines below its mark an attachment's title stands again; 0 where it does not."""
    whole, said = without_blanks(title), ""
    for lines, piece in enumerate(islice(pieces, start, None), 1):
        said += without_blanks(piece.text)
        if isinstance(piece, Grid) or not whole.startswith(said):
            return 0
        if said == whole:
            return lines
    return 0


def _settle(node: DraftItem, level: int, last: dict[str, int]) -> None:
    """Keep the numbers that the program will write the same, counting as it does; others become part of the words."""
    children = node.children
    style = next((child.style for child in children if child.style), mark_below(level, "auto")[0])
    first = next((child.number for child in children if child.style), 1)
    node.continued = first > 1 and first == last.get(style, 0) + 1
    if children and not node.continued:
        last[style] = 0
    led = [child.led for child in children if child.title and child.texts]
    for child in children:
        says_cause = child.led and node.kind == "shortcomings" and split(child.title + child.texts[0])
        if child.led and (says_cause or not all(led)):
            _unlead(child)
    for child in children:
        if child.style and child.number != last[style] + 1:
            _as_text(child)
        elif child.style:
            last[style] = child.number
        _settle(child, LEVEL_OF.get(style, level + 1), last)


def _unlead(child: DraftItem) -> None:
    """The heading that ran into the text becomes its first sentence."""
    child.texts[0] = child.title + child.texts[0]
    child.title, child.led = "", False


def _as_text(child: DraftItem) -> None:
    """The number becomes part of the words."""
    written = MARKS[child.style](child.number)
    if child.led:
        _unlead(child)
    if child.title:
        child.title = written + child.title
    else:
        child.texts[0] = written + child.texts[0]
    child.style, child.number = "", 0
