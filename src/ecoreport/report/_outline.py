"""The report as it is printed: figures put into its texts, all numbered, in order; templates only loop over it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ecoreport.report.blocks import CHARTS, Kind
from ecoreport.report.expressions import Names, with_figures
from ecoreport.report.history import NO_YEARS, shown_years, trend
from ecoreport.report.parts import (
    TITLES,
    default_title,
    figure_names,
    has_imprint,
    red_head,
    sections_of,
    sent_to,
    shortcoming_names,
    shortcoming_text,
)
from ecoreport.text.dates import long_date
from ecoreport.text.numbering import IN_SENTENCE, LEVEL_OF, MARKS, Numbering, mark_below
from ecoreport.text.placeholders import UNFILLED, bracketed
from ecoreport.text.sentences import paragraphs
from ecoreport.text.titles import break_title, width
from ecoreport.yearfile.model import Attachment, Chart, Content, Item, Report, Shortcoming, Table

_SENTENCE_END = ("。", "！", "？", "：")
_NARROW_CELL = 10  # 字; columns of short cells are centred
_CHART = "图"
MISSING = "—"  # what a chart's table shows for a year that has no such figure


class PrintedParagraph(NamedTuple):
    """One paragraph; `lead` is the run-in heading of level 2 that stands before its text."""

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


class Outline(NamedTuple):
    """Everything that the report prints, in the order of the page."""

    title_lines: tuple[str, ...]
    addressees: str
    red_head: str
    number: str
    signer: str
    lead: tuple[str, ...]
    sections: tuple[PrintedItem, ...]
    annex_list: tuple[str, ...]
    issuer: str
    date: str
    annotation: str
    annexes: tuple[Annex, ...]
    sent_to: str
    cc: str
    printer: str
    print_date: str

    @property
    def title(self) -> str:
        """The title as one line."""
        return "".join(self.title_lines)


def outline(report: Report, earlier: Mapping[int, Report] = NO_YEARS, *, draft: bool = False) -> Outline:
    """The report as printed, with those of `earlier` years for what it says of them; a `draft` with its gaps.

    Its texts must be sound (rules.references), else ExpressionError.
    """
    writer = _writer(report, earlier)
    say = writer.say
    title = say(report.title) or default_title(report)
    no_date = UNFILLED if draft and report.signed else ""
    date = long_date(report.date) if report.date else no_date
    below = sent_to(report)
    above = () if below else report.addressees
    printer = bracketed(report.printer or report.issuer) if has_imprint(report) else ""
    printed = report.print_date or report.date if printer else None
    return Outline(
        title_lines=break_title(title, report.issuer),
        addressees=bracketed("、".join(above)) + "：" if above else "",
        red_head=red_head(report),
        number=bracketed(report.number or ""),
        signer=f"签发人：{bracketed(report.signer)}" if report.signer else "",
        lead=paragraphs(say(report.lead)),
        sections=writer.sections(report),
        annex_list=_annex_list([say(annex.title) for annex in report.attachments]),
        issuer=bracketed(report.issuer) if report.signed else "",
        date=date,
        annotation=f"（{say(report.annotation)}）" if report.annotation else "",
        annexes=tuple(writer.annexes(report)),
        sent_to=f"主送：{bracketed('，'.join(below))}。" if below else "",
        cc=f"抄送：{bracketed('，'.join(report.cc))}。" if report.cc else "",
        printer=printer,
        print_date=f"{long_date(printed)}印发" if printed else "",
    )


def diagrams(report: Report, earlier: Mapping[int, Report]) -> tuple[PrintedChart, ...]:
    """The charts of the report alone, as `outline` prints them."""
    writer = _writer(report, earlier)
    return tuple(diagram for annex in report.attachments for diagram in writer.diagrams(annex.charts))


def chart_label(number: int, title: str) -> str:
    """A chart's title with its number: 图1　近三年立案."""
    return f"图{number}　{title}"


def chart_table(
    names: Iterable[str], years: Sequence[int], reports: Mapping[int, Report]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Head and rows of the table that a chart is drawn from: a row a figure, a column a year."""
    rows = ((name, *(bracketed(str(one)) if one else MISSING for one in trend(name, years, reports))) for name in names)
    return ("指标", *(f"{year}年" for year in years)), tuple(rows)


def _writer(report: Report, earlier: Mapping[int, Report]) -> "_Writer":
    return _Writer(figure_names(report, earlier), {**earlier, report.year: report}, report.year)


def _annex_list(titles: list[str]) -> tuple[str, ...]:
    if len(titles) == 1:
        return (f"附件：{titles[0]}",)
    return tuple(f"{'附件：' if number == 1 else ''}{number}.{title}" for number, title in enumerate(titles, 1))


class _Writer:
    """Speaks texts and numbers entries; the counts live here because some numbering runs through sections."""

    def __init__(self, names: Names, reports: Mapping[int, Report], year: int) -> None:
        self._names = names
        self._reports = reports
        self._year = year
        self._last: Counter[str] = Counter()

    def say(self, text: str | None, names: Names | None = None) -> str:
        return bracketed(with_figures(text, names or self._names).strip()) if text else ""

    def sections(self, report: Report) -> tuple[PrintedItem, ...]:
        entries = []
        number = 0
        for _, section in sections_of(report):
            number += section.numbered
            mark = MARKS["一、"](number) if section.numbered else ""
            title = self.say(section.title) or TITLES[section.kind].format(next_year=self._year + 1)
            entries.append(self._entry(section, 1, mark + title, self._paragraphs(section)))
        return tuple(entries)

    def annexes(self, report: Report) -> Iterator[Annex]:
        many = len(report.attachments) > 1
        for number, annex in enumerate(report.attachments, 1):
            if annex.text or annex.table or annex.items or annex.charts:
                content = self._entry(annex, 0, "", self._paragraphs(annex))
                title = "\n".join(break_title(self.say(annex.title), report.issuer))
                yield Annex(f"附件{number if many else ''}", title, content)

    def _entry(self, content: Content, level: int, heading: str, texts: tuple[PrintedParagraph, ...]) -> PrintedItem:
        table = self._grid(content.table) if content.table else None
        charts = tuple(self.diagrams(content.charts)) if isinstance(content, Attachment) else ()
        return PrintedItem(level, heading, texts, table, charts, tuple(self._below(content, level)))

    def _below(self, content: Content, level: int) -> Iterator[PrintedItem]:
        mark, below = mark_below(level, content.numbering)
        if content.items and not content.continued:
            self._last[mark] = 0
        for item in content.items:
            number = ""
            if self._is_numbered(item, content.numbering):
                self._last[mark] += 1
                number = MARKS[mark](self._last[mark])
            yield self._item(item, below, number, content.run_in, mark in IN_SENTENCE)

    @staticmethod
    def _is_numbered(item: Item, numbering: Numbering) -> bool:
        if item.numbered is not None:
            return item.numbered
        return numbering != "auto" or bool(item.title) or isinstance(item, Shortcoming)

    def _item(self, item: Item, level: int, number: str, run_in: bool, in_sentence: bool) -> PrintedItem:  # noqa: FBT001
        texts = self._paragraphs(item)
        title = self.say(item.title)
        if not title:
            return self._entry(item, level, "", _led(texts, number, ""))
        if not texts or not (run_in or in_sentence):
            return self._entry(item, level, number + title, texts)
        heading = number + title + ("" if title.endswith(_SENTENCE_END) else "。")
        # Only level 2 is set in another font than the text (7.3.3), so only there the heading stays apart.
        own_font = level == LEVEL_OF["（一）"] and not in_sentence
        return self._entry(item, level, "", _led(texts, "", heading) if own_font else _led(texts, heading, ""))

    def _paragraphs(self, content: Content) -> tuple[PrintedParagraph, ...]:
        names = self._names
        text = content.text
        if isinstance(content, Shortcoming):
            local = shortcoming_names(content)
            names = {**names, **{name: self.say(value) for name, value in local.items()}}
            text = text or shortcoming_text(content)
        return tuple(PrintedParagraph(paragraph) for paragraph in paragraphs(self.say(text, names)))

    def _grid(self, table: Table) -> PrintedTable:
        header = tuple(self._cell(cell) for cell in table.header)
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
        columns = zip(header, *rows, strict=True)
        narrow = tuple(all(width(cell) <= _NARROW_CELL for cell in column) for column in columns)
        return PrintedTable(self.say(table.caption), header, rows, self.say(table.note), narrow)

    def diagrams(self, charts: tuple[Chart, ...]) -> Iterator[PrintedChart]:
        for chart in charts:
            self._last[_CHART] += 1
            years = shown_years(self._year, chart.years)
            caption = chart_label(self._last[_CHART], self.say(chart.title))
            yield PrintedChart(CHARTS[chart.form], caption, *chart_table(chart.figures, years, self._reports))

    def _cell(self, text: str) -> str:
        return "\n".join(paragraphs(self.say(text)))


def _led(texts: tuple[PrintedParagraph, ...], number: str, lead: str) -> tuple[PrintedParagraph, ...]:
    """The paragraphs with a number or a run-in heading before the first."""
    if not texts:
        return (PrintedParagraph(number, lead),) if number or lead else ()
    return tuple(chain([PrintedParagraph(number + texts[0].text, lead)], texts[1:]))
