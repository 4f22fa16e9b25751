"""What is to be done to a year file, in groups that can be left out again, and what cannot be done, to be told."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, Shown
from ecoreport.problems.diagnostic import FileEdit, Path
from ecoreport.report.expressions import literal
from ecoreport.report.parts import content_at, place
from ecoreport.report.printed import Typed
from ecoreport.text.dates import long_date
from ecoreport.text.sentences import PARAGRAPH
from ecoreport.yearfile.fields import Words, roles
from ecoreport.yearfile.model import Content, Report
from ecoreport.yearfile.splices import Part, Splice, Splices
from ecoreport.yearfile.writer import Verbatim

PARAGRAPHS = ("text", "lead")  # keys of texts of several paragraphs
DATED = ("date", "print_date")
_DAYS = {"date": "成文日期", "print_date": "印发日期"}


class Told(NamedTuple):
    """Something that a person has to look at: why, what the year file prints, what the edited document says.

    `block` is the edited document's that it is about. One that is `mild` needs nothing done.
    """

    why: str
    old: str = ""
    new: str = ""
    block: int | None = None
    mild: bool = False


class Group(NamedTuple):
    """Edits that are made or left out together: what they are called, and the edited blocks that ask for them."""

    label: str
    edits: Splice
    blocks: frozenset[int]
    said: str = ""


class _Move(NamedTuple):
    """An item that goes beside another one, without some of its keys."""

    path: Path
    beside: Path
    before: bool
    lost: tuple[str, ...]


@dataclass
class Wanted:
    """Collects what the differences come to."""

    report: Report
    splices: Splices
    literal: bool = False  # a computed number that somebody overwrote becomes text
    made: dict[Path, str] = field(default_factory=dict)  # texts that the program makes, by the path of an own one
    parts: dict[Path, list[tuple[Part, int]]] = field(default_factory=dict)
    figures: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)
    split: dict[Path, dict[Path, int]] = field(default_factory=dict)  # run-in headings on lines of their own, by parent
    days: dict[str, tuple[dt.date, int]] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    moves: dict[int, _Move] = field(default_factory=dict)  # by the place of their group
    told: list[Told] = field(default_factory=list)

    def tell(self, why: str, old: str = "", new: str = "", block: int | None = None, *, mild: bool = False) -> None:
        """Keep it for a person, once."""
        self.add(Told(why, old, new, block, mild))

    def add(self, told: Told) -> None:
        """The same."""
        one = told._replace(old=told.old.replace(BREAK, " | "), new=told.new.replace(BREAK, " | "))
        if one not in self.told:
            self.told.append(one)

    def text(self, path: Path) -> str:
        """The text at `path` as it is typed, or as the program makes it."""
        return self.made[path] if path in self.made else self.splices.text(path) or ""

    def put(self, path: Path, part: Part, block: int) -> None:
        """Characters of the text at `path` become others."""
        self.parts.setdefault(path, []).append((part, block))

    def do(self, label: str, edits: Splice | None, block: int | None, told: Told) -> bool:
        """Edits of whole lines; where there is no place for them, that is told."""
        if edits is None:
            self.add(told)
            return False
        said = (told.new or told.old).replace(BREAK, " | ")
        self.groups.append(Group(label, edits, frozenset(() if block is None else (block,)), said))
        return True

    def move(self, path: Path, beside: tuple[Path, bool], lost: tuple[str, ...], block: int, told: Told) -> bool:
        """An item put behind another one or before it; what becomes of its words goes with it."""
        one = _Move(path, *beside, lost)
        done = self.do(f"移动“{told.old[:20]}”", self._moved(one, ()), block, told)
        if done:
            self.moves[len(self.groups) - 1] = one
        return done

    def _moved(self, one: _Move, within: Sequence[FileEdit]) -> Splice | None:
        return self.splices.moved(one.path, one.beside, before=one.before, without=one.lost, within=within)

    def paragraphs(self, path: Path) -> tuple[tuple[int, int], ...]:
        """Where each paragraph of the text at `path` begins and ends."""
        return tuple(_paragraphs(self.text(path)))

    def span(self, shown: Shown) -> tuple[Path, int, int] | None:
        """The text and the stretch of it that a printed paragraph is; {{ 问题 }} in it comes from elsewhere."""
        texts = [path for path in shown.paths if path[-1] in PARAGRAPHS]
        path = texts[-1] if texts else shown.paths[-1] if shown.paths else None
        if path is None or path[0] == "figures":
            return None
        mine = [one for text in shown.origins for one in text if one and one.path == path]
        ends = [(one.at, one.at + 1) if isinstance(one, Typed) else one[1:3] for one in mine]
        start, end = ends[0][0], ends[-1][1]
        around = next((one for one in self.paragraphs(path) if one[0] <= start < one[1]), None)
        return (path, *around) if texts and around else (path, start, end)

    def finish(self) -> None:
        """Turn the changes of values into groups."""
        self.groups += [group for group in self._of_figures() if group]
        self.groups += [group for group in self._of_days() if group]
        self.groups += self._of_headings()
        for path, found in self.parts.items():
            parts, blocks = [part for part, _ in found], frozenset(block for _, block in found)
            edits = self._of_made(path, parts) if path in self.made else self.splices.in_text(path, parts)
            if edits is None:
                news = " / ".join(new for _, _, new in parts)
                self.tell("同一处改成了不同的样子，没有写回", self.text(path), news, min(blocks))
            else:
                said = _said(parts)
                self.groups.append(Group(place(self.report, path), edits, blocks, said))
        self._changed_in_moves()

    def _changed_in_moves(self) -> None:
        """Edits in the lines of an item that moves are made where it goes, or not at all."""
        done: list[Group] = []
        for at, move in self.moves.items():
            group, lines = self.groups[at], self.splices.lines(move.path)
            inner = [one for one in self.groups if lines and _is_within(one.edits, *lines)]
            edits = self._moved(move, [edit for one in inner for edit in one.edits]) if inner else None
            if edits:
                said = "；".join([group.said, *(f"{one.label}：{one.said}" for one in inner)])
                self.groups[at] = Group(group.label, edits, group.blocks.union(*(one.blocks for one in inner)), said)
                done += inner
        self.groups = [one for one in self.groups if one not in done]

    def _of_made(self, path: Path, parts: Sequence[Part]) -> Splice | None:
        """A text that the program made becomes a key of its own."""
        value = self.made[path]
        for start, end, new in sorted(dict.fromkeys(parts), reverse=True):
            value = value[:start] + new + value[end:]
        return self.splices.key(path[:-1], "text", Verbatim(value))

    def _of_figures(self) -> Iterator[Group | None]:
        for name, said in self.figures.items():
            path: Path = ("figures", name, "value")
            typed, blocks = self.splices.text(path), [block for _, block in said.values()]
            if len(said) > 1 or typed is None:
                self.tell(f"“{name}”在几处改成了不同的数，没有写回", typed or "", "、".join(said), blocks[0])
                continue
            [new] = said
            edits = self.splices.in_text(path, [(0, len(typed), new)])
            yield Group(f"指标“{name}”", edits, frozenset(blocks), f"{typed} → {new}") if edits else None

    def _of_headings(self) -> Iterator[Group]:
        """Headings that no longer run into their texts: all below one parent, or none."""
        for parent, items in self.split.items():
            content = content_at(self.report, parent)
            below = enumerate(content.items) if isinstance(content, Content) else ()
            rest = [at for at, one in below if one.title and one.text and (*parent, "items", at) not in items]
            edits = None if rest else self.splices.without((*parent, "run_in"))
            blocks = frozenset(items.values())
            if edits:
                yield Group(f"{place(self.report, parent)}的标题单独成行", edits, blocks)
            else:
                self.tell("标题单独成行：同一级的标题要一起改（run_in），没有写回", block=min(blocks))

    def _of_days(self) -> Iterator[Group | None]:
        days = dict(self.days)
        if "date" in days and "print_date" not in days and self.report.print_date is None and self.report.date:
            days["print_date"] = (self.report.date, days["date"][1])  # it stayed, so it is no longer the 成文日期
        for key, (day, block) in days.items():
            typed = self.splices.text((key,))
            if typed is not None:
                said = long_date(day) if "年" in typed else day.isoformat()
                edits = self.splices.in_text((key,), [(0, len(typed), said)])
            elif key == "print_date" and day != days.get("date", (None,))[0]:
                edits = self.splices.above(("date",), key, day.isoformat()) if self._prints_a_day() else None
            else:
                edits = None
            yield Group(_DAYS[key], edits, frozenset((block,)), str(day)) if edits else None

    def _prints_a_day(self) -> bool:
        return bool(self.report.cc or self.report.printer or self.report.addressees_in_imprint)


def _is_within(edits: Splice, start: int, end: int) -> bool:
    return all(start < edit.start < end and edit.start + len(edit.old) <= end for edit in edits)


def _said(parts: Sequence[Part]) -> str:
    """The new words, those of one place together."""
    said: list[str] = []
    last = -1
    for start, end, new in sorted(parts):
        if start == last and said:
            said[-1] += new
        else:
            said.append(new)
        last = end
    return " … ".join(one.strip() for one in said if one.strip()) or "（删去）"


def as_typed(path: Path, said: str) -> str:
    """Words of the document as they are typed into the text at `path`."""
    role = roles(Report).get(str(path[0]))
    lines = role is not None and role.words in (Words.LINE, Words.HEADING)  # of a text of lines
    between = "\n" if lines else "\n\n"
    return re.sub(rf"[\n{BREAK}]+", between, literal(said))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    ends = [*PARAGRAPH.finditer(text)]
    starts = [0, *(match.end() for match in ends)]
    for start, end in zip(starts, [*(match.start() for match in ends), len(text)], strict=True):
        said = text[start:end]
        if said.strip():
            yield start + len(said) - len(said.lstrip()), start + len(said.rstrip())
