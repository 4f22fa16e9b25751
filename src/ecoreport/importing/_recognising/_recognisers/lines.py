"""A document's lines, and what can be seen of each by itself: marks, names of bodies, a web page's words."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ecoreport.importing._marks import NumberMark, mark_of
from ecoreport.importing._pieces import Line, Piece, without_blanks
from ecoreport.importing._recognising._recognisers._page import (
    BUTTONS,
    DAY_OF_PAGE,
    PAGE_LABEL,
    PAGE_NUMBER,
    SIGNS,
    web_points,
)
from ecoreport.importing._recognising._recognisers.words import NAMED, NO_ORGAN, ORGAN, PLACE, STRONG_END, TITLE_END

_MOST_CELLS = 24  # of a table that may set a red head, a signature or 版记 rather than hold figures
_ORGAN_LINE, _APART = 60, 8  # characters of a line of names; of a name whose letters are set apart: 示 例 局
_OPENING, _SENTENCE = 60, 120  # lines and characters in which a report says who wrote it
_FRONT, _TITLE_LINES, _TITLE = 80, 4, 90  # lines in front, lines and characters of a title that may stand twice
_FEW_BUTTONS, _LABEL_CELL = 3, 8  # buttons in a row; characters of a label in a cell
_LEADERS, _PAGE = ".．·…_—-", 3  # what parts a heading from its page in a table of contents; digits of that
_LABEL_ALONE = re.compile(r"(?!\W*(?:分享|点击|浏览|阅读|字[体号]|来源))[^:：]{2,12}[:：]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the page: a paragraph, or a paragraph in the cell of a small table; `piece` says which it is of."""

    text: str
    piece: int
    line: Line
    table: int = 0


@dataclass(frozen=True)
class Lines:
    """The lines in order, each list as long as they are."""

    seen: tuple[Seen, ...]
    text: tuple[str, ...]
    words: tuple[str, ...]
    marks: tuple[NumberMark | None, ...]
    organs: tuple[tuple[tuple[str, ...], float], ...]
    web: tuple[tuple[float, str], ...]
    siblings: Mapping[int, str]  # of a numbered line that most of its row are otherwise: what those are

    def __len__(self) -> int:
        return len(self.seen)

    def is_text(self, at: int) -> bool:
        """Whether the line stands in no table."""
        return not self.seen[at].table

    @cached_property
    def first_mark(self) -> int:
        """Where the first number of the two highest ranks stands; the number of lines where none does."""
        return next((at for at, mark in enumerate(self.marks) if mark and mark.rank <= 2), len(self))  # noqa: PLR2004

    @cached_property
    def styles(self) -> Counter[str]:
        """How often each style of numbers stands."""
        return Counter(mark.style for mark in self.marks if mark)

    @cached_property
    def size(self) -> float:
        """The size of most of the text, in points; 0 where none is said."""
        sizes: Counter[float] = Counter()
        for one in self.seen:
            sizes[one.line.size] += len(one.text)
        return sizes.most_common(1)[0][0] if sizes else 0

    @cached_property
    def top(self) -> int:
        """The highest level of headings by their style, the title's left out; 0 where there is none."""
        levels = [one.line.heading for one in self.seen if one.line.heading]
        return min(levels[1:] if levels and levels[0] == 1 else levels, default=0)

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of bodies that the opening lines say did something."""
        found = (NAMED.finditer(words[:_SENTENCE]) for words in self.words[:_OPENING])
        return frozenset(match[1] for matches in found for match in matches)

    @cached_property
    def titles(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """Where each thing that reads like a title stands in front, and on how many lines, by what it is about."""
        made: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at in range(min(len(self), self.first_mark, _FRONT)):
            for lines in range(1, min(_TITLE_LINES, len(self) - at) + 1):
                joined = "".join(self.words[at : at + lines])
                if len(joined) <= _TITLE and TITLE_END.search(joined):
                    made[subject(joined)].append((at, lines))
        return {about: tuple(places) for about, places in made.items()}

    @cached_property
    def title_texts(self) -> frozenset[str]:
        """What reads like a title in front, without blanks."""
        places = (place for found in self.titles.values() for place in found)
        return frozenset("".join(self.words[at : at + lines]) for at, lines in places)

    @cached_property
    def listed(self) -> Sequence[int]:
        """How many lines from each on, and from behind the last, are headings that stand below, each with its page."""
        titles = [without_blanks(_listed(text)) for text in self.text]
        lengths = {len(title) for title in titles if title}
        counts, below = [0] * (len(self) + 1), set[str]()
        for at in range(len(self) - 1, -1, -1) if lengths else ():
            if titles[at] and titles[at] in below:
                counts[at] = counts[at + 1] + 1
            below.update(self.words[at][:length] for length in lengths)
        return counts

    @cached_property
    def is_page(self) -> bool:
        """Whether something shows that a web page was copied: a label, a path, a row of buttons."""
        strong = Counter(reason for points, reason in self.web if points >= 3)  # noqa: PLR2004
        return strong[BUTTONS] >= _FEW_BUTTONS or bool(strong.keys() - {BUTTONS, PAGE_NUMBER, SIGNS, DAY_OF_PAGE})

    def is_value(self, at: int) -> bool:
        """Whether the line above is a page's label without its value, 「成文日期：」, or the cell before is."""
        if not at or self.web[at - 1][1] != PAGE_LABEL:
            return False
        above, table = self.text[at - 1], self.seen[at].table
        beside = bool(table) and table == self.seen[at - 1].table and len(above) <= _LABEL_CELL
        return beside or _LABEL_ALONE.fullmatch(above) is not None


def lines_of(pieces: Sequence[Piece]) -> Lines:
    """The lines of a document's pieces; a large table is one."""
    seen = tuple(one for at, piece in enumerate(pieces) for one in _seen(piece, at))
    text = tuple(one.text for one in seen)
    nothing: tuple[tuple[str, ...], float] = ((), 0)
    return Lines(
        seen,
        text,
        tuple(map(without_blanks, text)),
        tuple(_mark_of(one) for one in seen),
        tuple(organs(one) if 2 <= len(one) <= _ORGAN_LINE else nothing for one in text),  # noqa: PLR2004
        tuple(map(_web_points, seen)),
        {},
    )


def _seen(piece: Piece, at: int) -> list[Seen]:
    if isinstance(piece, Line):
        return [Seen(piece.text.strip(), at, piece)]
    cells = [cell for row in piece.rows for cell in row if cell.strip()]
    if len(cells) > _MOST_CELLS:
        return [Seen("", at, Line(""), at + 1)]
    texts = [text.strip() for cell in cells for text in cell.split("\n") if text.strip()]
    return [Seen(text, at, Line(text), at + 1) for text in texts]


def _web_points(seen: Seen) -> tuple[float, str]:
    """In a table a label needs no colon: 索引号 stands in a cell, its value in the next."""
    found = web_points(seen.text)
    if not seen.table or found[0] or len(seen.text) > _LABEL_CELL:
        return found
    labelled = web_points(f"{seen.text}：")
    return labelled if labelled[1] == PAGE_LABEL else found


def _mark_of(seen: Seen) -> NumberMark | None:
    """The line's number; in a document of this program's own none but the program's."""
    mark = mark_of(seen.text)
    return None if mark and seen.line.kind and mark.is_odd else mark


def organs(text: str) -> tuple[tuple[str, ...], float]:
    """The names of bodies that make up the whole line, parted by blanks, and how sure that is, 0 to 1."""
    names = text.split()
    if len(names) > 1 and (len(names[0]) <= 1 or sum(map(len, names)) <= _APART):
        names = ["".join(names)]
    sure = 1.0
    for name in names:
        if not ORGAN.fullmatch(name) or NO_ORGAN.search(name) or mark_of(name):
            return (), 0
        strong = len(name) > 2 and STRONG_END.search(name) is not None  # noqa: PLR2004 - 示例局, but not 邮局
        sure = min(sure, 1.0 if strong else 0.8 if PLACE.match(name) else 0.35)
    return tuple(names), sure


def subject(title: str) -> str:
    """A title without what two copies of it may differ in."""
    return re.sub(r"20\d\d年度?|年度|关于|的|[（）()《》]", "", title)


def _listed(text: str) -> str:
    """The heading that a line of a table of contents names, 一、主要举措和成效……1; empty where it is none."""
    numberless = text.rstrip("0123456789")
    end = len(numberless)
    while end and (numberless[end - 1].isspace() or numberless[end - 1] in _LEADERS):
        end -= 1
    between = numberless[end:]
    is_apart = len(between) > 1 or between == "\t"
    return text[:end] if is_apart and 1 <= len(text) - len(numberless) <= _PAGE else ""
