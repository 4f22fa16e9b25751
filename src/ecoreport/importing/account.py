"""The account of an import: where every character of the document went, and why each line is what it was taken for."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from ecoreport.importing._pieces import without_blanks

MOST_SHOWN = 60  # characters that the account says are missing or too many


class Line(NamedTuple):
    """A line of the document, what it was taken for, and the reasons with their points."""

    text: str
    taken_for: str
    why: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A number of the running text that became a figure: its name, what is printed, the sentence around it."""

    name: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Account:
    """Where every character of the source went; counts leave white space out."""

    source: int  # of the report: without what is left out
    imported: int
    figures: tuple[Place, ...]  # in the order of the text; one that is told twice stands twice
    furniture: tuple[str, ...]
    apart: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    unplaced: tuple[str, ...]
    doubts: tuple[str, ...]  # what was not recognised and stays plain text
    notes: tuple[str, ...]  # what was read as something else than it looks like
    supplied: str  # the usual title, where the document has none
    missing: str  # characters that the built report lacks
    added: str  # characters that it has beyond the source
    lines: tuple[Line, ...] = ()

    @property
    def unplaced_characters(self) -> int:
        """How many characters found no place of their own."""
        return _count(self.unplaced)

    @property
    def complete(self) -> bool:
        """Whether everything has its place and the report builds back to the same text."""
        return not (self.unplaced or self.missing or self.added)

    @property
    def on_the_page(self) -> int:
        """How many characters the document shows."""
        return self.source + _count(self.furniture) + self._apart

    @property
    def _apart(self) -> int:
        return _count([text.partition("：")[2] for text in self.apart])

    def brief(self) -> str:
        """The sum in a line: 导入3,412字：正文3,398，页眉页脚14未导入；指标29个."""
        parts = [
            f"正文{self.imported:,}",
            *([f"少了{len(self.missing):,}"] if self.missing else []),
            *([f"网页文字{_count(self.furniture):,}未导入"] if self.furniture else []),
            *([f"页眉页脚和注{self._apart:,}未导入"] if self.apart else []),
        ]
        figures = len({one.name for one in self.figures})
        unplaced = f"，没有归类{self.unplaced_characters:,}字" if self.unplaced else ""
        return f"导入{self.on_the_page:,}字：{'，'.join(parts)}；指标{figures}个{unplaced}"

    def said(self) -> Iterator[str]:
        """What is to be looked at, a line each."""
        yield from (f"网页上的文字，没有导入：{text}" for text in self.furniture)
        yield from (f"正文以外的文字，没有导入：{text}" for text in self.apart)
        yield from (f"改了写法：{old} → {new}" for old, new in dict.fromkeys(self.changed))
        yield from (f"没有归类，写在文件开头：{text}" for text in self.unplaced)
        yield from (*self.notes, *self.doubts)
        if self.supplied:
            yield f"补上的标题：{self.supplied}"
        if self.missing:
            yield f"生成的报告里少了：{self.missing[:MOST_SHOWN]}"
        if self.added:
            yield f"生成的报告里多了：{self.added[:MOST_SHOWN]}"

    def text(self) -> str:
        """The whole account to read: the sum, what is to be looked at, each figure, and each line with the reasons."""
        figures = [f"{one.name}\t{one.value}\t{one.sentence}" for one in self.figures]
        told = [self.brief(), "", *self.said(), ""]
        if figures:
            told += ["每个指标的名称、数和出处：", *figures, ""]
        told += ["每一行认作什么、为什么（后面的数是分数）：", *(_line(one) for one in self.lines)]
        return "".join(f"{line}\n" for line in told)

    def json(self) -> str:
        """The whole account for machines."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def _line(one: Line) -> str:
    why = "；".join(f"{reason}{points:+.1f}" for reason, points in one.why if points)
    return f"{one.taken_for}\t{one.text}" + (f"\t{why}" if why else "")


def _count(texts: Sequence[str]) -> int:
    return sum(len(without_blanks(text)) for text in texts)
