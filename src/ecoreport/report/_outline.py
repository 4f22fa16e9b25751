"""The report as it is printed: figures put into its texts, all numbered, in order; templates only loop over it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from ecoreport.problems.diagnostic import Path
from ecoreport.report._lines import lines
from ecoreport.report.blocks import CHARTS, Kind
from ecoreport.report.context import Context
from ecoreport.report.history import shown_years, trend
from ecoreport.report.parts import (
    TITLES,
    default_title,
    sections_of,
    shortcoming_text,
)
from ecoreport.text.numbering import IN_SENTENCE, LEVEL_OF, MARKS, Numbering, mark_below
from ecoreport.text.placeholders import bracketed
from ecoreport.text.sentences import paragraphs
from ecoreport.text.titles import break_title, width
from ecoreport.yearfile.model import Attachment, Content, Item, Report, Shortcoming, Table

_SENTENCE_END = ("。", "！", "？", "：")
_NARROW_CELL = 10  # 字; columns of short cells are centred
_CHART = "图"
MISSING = "—"  # what a chart's table shows for a year that has no such figure


class PrintedParagraph(NamedTuple):
    """One paragraph; `lead` is the run-in heading of level 1 or 2 that stands before its text."""

    text: str
    lead: str = ""


class PrintedTable(NamedTuple):
    """A table as printed; `narrow` says of each column whether its cells are short."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    narrow: tuple[bool, ...]


class PrintedChart(NamedTuple):
    """A chart as printed: its title, and the table that it is drawn from; `kind` is the form of the drawing."""

    kind: Kind
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PrintedItem(NamedTuple):
    """A heading with what stands below it; `heading` is empty where there is none on its own line."""

    level: int
    heading: str
    paragraphs: tuple[PrintedParagraph, ...]
    table: PrintedTable | None
    charts: tuple[PrintedChart, ...]
    entries: tuple["PrintedItem", ...]


class Annex(NamedTuple):
    """An attachment: its mark 附件1, its title in lines, and its content where it has a page of its own."""

    mark: str
    title: str
    content: PrintedItem | None


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that the report prints; `lines` are those around the text, which templates call by their fields."""

    title_lines: tuple[str, ...]
    lead: tuple[str, ...]
    sections: tuple[PrintedItem, ...]
    annex_list: tuple[str, ...]
    annexes: tuple[Annex, ...]
    lines: Mapping[str, str]

    @property
    def title(self) -> str:
        """The title as one line."""
        return "".join(self.title_lines)

    def __getitem__(self, name: str) -> str:
        """The line of that field, 抄送：区司法局。; KeyError where there is no such field."""
        return self.lines[name]


def outline(context: Context, *, draft: bool = False) -> Outline:
    """The report as printed, a `draft` with its gaps; ExpressionError where a reference cannot be evaluated."""
    for _, error in context.wrong_references:
        raise error
    report, writer = context.report, _Writer(context)
    say = writer.say
    title = say(("title",)) or default_title(report)
    return Outline(
        title_lines=break_title(title, report.issuer),
        lead=paragraphs(say(("lead",))),
        sections=writer.sections(),
        annex_list=_annex_list([say(("attachments", at, "title")) for at in range(len(report.attachments))]),
        annexes=tuple(writer.annexes()),
        lines=lines(report, say, draft=draft),
    )


def diagrams(context: Context) -> tuple[PrintedChart, ...]:
    """The charts of the report alone, as `outline` prints them."""
    writer, annexes = _Writer(context), enumerate(context.report.attachments)
    return tuple(diagram for at, annex in annexes for diagram in writer.diagrams(("attachments", at), annex))


def chart_label(number: int, title: str) -> str:
    """A chart's title with its number: 图1　近三年立案."""
    return f"图{number}　{title}"


def chart_table(
    names: Iterable[str], years: Sequence[int], reports: Mapping[int, Report]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows of the table that a chart is drawn from: a row a figure, a column a year."""
    rows = ((name, *(bracketed(str(one)) if one else MISSING for one in trend(name, years, reports))) for name in names)
    return ("指标", *(f"{year}年" for year in years)), tuple(rows)


def _annex_list(titles: list[str]) -> tuple[str, ...]:
    if len(titles) == 1:
        return (f"附件：{titles[0]}",)
    return tuple(f"{'附件：' if number == 1 else ''}{number}.{title}" for number, title in enumerate(titles, 1))


class _Writer:
    """Speaks texts and numbers entries; the counts live here because some numbering runs through sections."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._year = context.report.year
        self._last: Counter[str] = Counter()

    def say(self, path: Path) -> str:
        pieces = self._context.evaluated.get(path, ())
        return bracketed("".join(piece.text for piece in pieces).strip())

    def sections(self) -> tuple[PrintedItem, ...]:
        entries = []
        number = 0
        for path, section in sections_of(self._context.report):
            number += section.numbered
            mark = MARKS["一、"](number) if section.numbered else ""
            title = self.say((*path, "title")) or TITLES[section.kind].format(next_year=self._year + 1)
            entry = self._entry((path, section), 1, mark + title, self._paragraphs(path, section))
            entries.append(_run_into_text(entry) if section.title_run_in else entry)
        return tuple(entries)

    def annexes(self) -> Iterator[Annex]:
        report = self._context.report
        many = len(report.attachments) > 1
        for at, annex in enumerate(report.attachments):
            if annex.text or annex.table or annex.items or annex.charts:
                path = ("attachments", at)
                content = self._entry((path, annex), 0, "", self._paragraphs(path, annex))
                title = "\n".join(break_title(self.say((*path, "title")), report.issuer))
                yield Annex(f"附件{at + 1 if many else ''}", title, content)

    def _entry(
        self, placed: tuple[Path, Content], level: int, heading: str, texts: tuple[PrintedParagraph, ...]
    ) -> PrintedItem:
        path, content = placed
        table = self._grid((*path, "table"), content.table) if content.table else None
        charts = tuple(self.diagrams(path, content)) if isinstance(content, Attachment) else ()
        return PrintedItem(level, heading, texts, table, charts, tuple(self._below(path, content, level)))

    def _below(self, path: Path, content: Content, level: int) -> Iterator[PrintedItem]:
        mark, below = mark_below(level, content.numbering)
        if content.items and not content.continued:
            self._last[mark] = 0
        for at, item in enumerate(content.items):
            number = ""
            if self._is_numbered(item, content.numbering):
                self._last[mark] += 1
                number = MARKS[mark](self._last[mark])
            yield self._item(((*path, "items", at), item), below, number, content.run_in, mark in IN_SENTENCE)

    @staticmethod
    def _is_numbered(item: Item, numbering: Numbering) -> bool:
        if item.numbered is not None:
            return item.numbered
        return numbering != "auto" or bool(item.title) or isinstance(item, Shortcoming)

    def _item(self, placed: tuple[Path, Item], level: int, number: str, run_in: bool, in_sentence: bool) -> PrintedItem:  # noqa: FBT001
        texts = self._paragraphs(*placed)
        title = self.say((*placed[0], "title"))
        if not title:
            return self._entry(placed, level, "", _led(texts, number, ""))
        if not texts or not (run_in or in_sentence):
            return self._entry(placed, level, number + title, texts)
        heading = _ended(number + title)
        # Below level 2 the font is that of the text (7.3.3), so the heading does not stay apart.
        own_font = level == LEVEL_OF["（一）"] and not in_sentence
        return self._entry(placed, level, "", _led(texts, "", heading) if own_font else _led(texts, heading, ""))

    def _paragraphs(self, path: Path, content: Content) -> tuple[PrintedParagraph, ...]:
        text = self.say((*path, "text"))
        if isinstance(content, Shortcoming) and not content.text:
            text = bracketed(shortcoming_text(self._context.lent(path)))
        return tuple(PrintedParagraph(paragraph) for paragraph in paragraphs(text))

    def _grid(self, path: Path, table: Table) -> PrintedTable:
        header = tuple(self._cell((*path, "header", at)) for at in range(len(table.header)))
        rows = tuple(
            tuple(self._cell((*path, "rows", at, column)) for column in range(len(row)))
            for at, row in enumerate(table.rows)
        )
        columns = zip(header, *rows, strict=True)
        narrow = tuple(all(width(cell) <= _NARROW_CELL for cell in column) for column in columns)
        return PrintedTable(self.say((*path, "caption")), header, rows, self.say((*path, "note")), narrow)

    def diagrams(self, path: Path, annex: Attachment) -> Iterator[PrintedChart]:
        for at, chart in enumerate(annex.charts):
            self._last[_CHART] += 1
            years = shown_years(self._year, chart.years)
            caption = chart_label(self._last[_CHART], self.say((*path, "charts", at, "title")))
            yield PrintedChart(CHARTS[chart.form], caption, *chart_table(chart.figures, years, self._context.reports))

    def _cell(self, path: Path) -> str:
        return "\n".join(paragraphs(self.say(path)))


def _run_into_text(entry: PrintedItem) -> PrintedItem:
    """The entry with its heading before its first paragraph, or before the first item's; as it is without either."""
    first = entry.entries[0] if entry.entries else None
    if entry.paragraphs:
        return entry._replace(heading="", paragraphs=_led(entry.paragraphs, "", _ended(entry.heading)))
    if first and first.paragraphs and not first.heading and not first.paragraphs[0].lead and not entry.table:
        led = first._replace(paragraphs=_led(first.paragraphs, "", _ended(entry.heading)))
        return entry._replace(heading="", entries=(led, *entry.entries[1:]))
    return entry


def _ended(heading: str) -> str:
    """A heading that text runs on from: with an end mark."""
    return heading if heading.endswith(_SENTENCE_END) else f"{heading}。"


def _led(texts: tuple[PrintedParagraph, ...], number: str, lead: str) -> tuple[PrintedParagraph, ...]:
    """The paragraphs with a number or a run-in heading before the first."""
    if not texts:
        return (PrintedParagraph(number, lead),) if number or lead else ()
    return tuple(chain([PrintedParagraph(number + texts[0].text, lead)], texts[1:]))
