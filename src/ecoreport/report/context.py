"""What rules read: the report, last year's, and every paragraph as it prints."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from ecoreport.problems.diagnostic import Path
from ecoreport.report._year_on_year import NAME, LastYear
from ecoreport.report.expressions import ExpressionError, Names, Piece, evaluated, holds, open_in
from ecoreport.report.indicators import Indicator, fits, meaning
from ecoreport.report.origins import Passage, PrintedText, passages, printed_texts
from ecoreport.report.parts import LENT, lent, sections_of
from ecoreport.text.placeholders import is_open
from ecoreport.yearfile.fields import Words, names_of
from ecoreport.yearfile.model import Content, Figure, Report, Section, models_of

LONGEST = 5000  # characters; the longest paragraph of a real report has some 700
HEADINGS = names_of(models_of(Report), Words.HEADING)


class Named(NamedTuple):
    """A figure with its name and the indicator that it gives; `exact` where the name can mean nothing else."""

    name: str
    figure: Figure
    indicator: Indicator
    exact: bool

    def __str__(self) -> str:
        """As a message tells it: 立案42起."""
        return f"{self.name}{self.figure}"


class Context:
    """A report, those of `earlier` years, and what would otherwise be worked out again by everybody who reads it."""

    def __init__(self, report: Report, earlier: Mapping[int, "Context"] = MappingProxyType({})) -> None:
        """Keep the report, and those of the years before that are known."""
        self.report, self.earlier = report, earlier

    @property
    def last(self) -> "Context | None":
        """Last year's report, where it is known."""
        return self.earlier.get(self.report.year - 1)

    @property
    def previous(self) -> Report | None:
        """The same alone."""
        last = self.last
        return last.report if last else None

    @property
    def reports(self) -> Mapping[int, Report]:
        """This report and the earlier ones, by their years."""
        return {**{year: one.report for year, one in self.earlier.items()}, self.report.year: self.report}

    @cached_property
    def paragraphs(self) -> tuple[PrintedText, ...]:
        """Every printed paragraph that rules read: not too long to be one, and in no text that is still a draft."""
        drafts = {path for path, _ in self.open_passages}
        finished = (paragraph for paragraph in self.printed if _draft(paragraph.path) not in drafts)
        return tuple(paragraph for paragraph in finished if len(paragraph.text) <= LONGEST)

    @cached_property
    def text(self) -> str:
        """Those paragraphs as one text, for asking what stands in none of them."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def open_passages(self) -> tuple[tuple[Path, Passage], ...]:
        """The texts with open places, each with the path that is a draft with it: a table is one as a whole."""
        return tuple((_draft(one.path), one) for one in self.passages if is_open(one.text))

    @cached_property
    def too_long(self) -> tuple[PrintedText, ...]:
        """Paragraphs too long to be any, which no rule reads."""
        return tuple(paragraph for paragraph in self.printed if len(paragraph.text) > LONGEST)

    @cached_property
    def wrong_references(self) -> tuple[tuple[Path, ExpressionError], ...]:
        """Every {{ … }} that cannot be computed, with the path of its text."""
        found = ((one.path, piece.error) for one in self.passages for piece in self.evaluated[one.path])
        return tuple((path, error) for path, error in found if error)

    @cached_property
    def names(self) -> Names:
        """What every text may use: the figures, and 上年 for last year's."""
        year, earlier = self.report.year - 1, self.earlier  # not `self`: what goes round in a circle is freed late
        return {**self.report.figures, NAME: LastYear(year, self.report.figures, lambda: _figures(earlier.get(year)))}

    @cached_property
    def evaluated(self) -> Mapping[Path, tuple[Piece, ...]]:
        """Every printed text as the stretches that it prints, by its path; here alone references are evaluated."""
        found = {one.path: tuple(evaluated(one.text, self.names)) for one in self.passages if not one.lent}
        for one in (one for one in self.passages if one.lent):
            own = {name: lent(found[path]) for name, path in one.lent.items()}
            found[one.path] = tuple(evaluated(one.text, {**self.names, **own}))
        return found

    def lent(self, path: Path) -> Mapping[str, str]:
        """What the shortcoming at `path` lends to its text, as far as it is given."""
        given = ((name, self.evaluated.get((*path, key), ())) for name, key in LENT.items())
        return {name: lent(pieces) for name, pieces in given if pieces}

    @cached_property
    def values(self) -> Mapping[str, Decimal]:
        """The exact values of the figures that have one."""
        return {name: one.value for name, one in self.report.figures.items() if one.value is not None}

    @cached_property
    def indicators(self) -> Mapping[str, tuple[Named, ...]]:
        """By the key of an indicator the figures with a value that give it, those called exactly so first."""
        given: dict[str, list[Named]] = {}
        for name, figure in self.report.figures.items():
            meant = meaning(name, figure.unit) if figure.value is not None else None
            if meant and fits(meant.indicator, figure.unit):
                given.setdefault(meant.indicator.key, []).append(Named(name, figure, *meant))
        return {key: tuple(sorted(found, key=lambda one: not one.exact)) for key, found in given.items()}

    @cached_property
    def assertions(self) -> tuple[bool | ExpressionError, ...]:
        """Of every 核对式 whether it holds, or why it cannot be computed; one with an open figure is not held to it."""
        return tuple(self._holds(one) for one in self.report.assertions)

    @cached_property
    def _open_figures(self) -> Names:
        return {name: one for name, one in self.report.figures.items() if one.quantity.is_open}

    def _holds(self, assertion: str) -> bool | ExpressionError:
        if open_in(assertion, self._open_figures):
            return True
        try:
            return holds(assertion, self.values)
        except ExpressionError as error:
            return error

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text, in the order of the model."""
        return tuple(passages(self.report))

    @cached_property
    def printed(self) -> tuple[PrintedText, ...]:
        """Every paragraph as it prints."""
        return tuple(
            paragraph for one in self.passages for paragraph in printed_texts(one.path, self.evaluated[one.path])
        )

    @cached_property
    def printed_at(self) -> Mapping[Path, tuple[str, ...]]:
        """The paragraphs that each text prints, by its path; none that are empty."""
        found: dict[Path, list[str]] = {}
        for paragraph in self.printed:
            if paragraph.text:
                found.setdefault(paragraph.path, []).append(paragraph.text)
        return {path: tuple(texts) for path, texts in found.items()}

    @cached_property
    def contents(self) -> tuple[tuple[Path, Content], ...]:
        """Every item of every section and attachment, at any level, with its path."""
        return tuple(found for path, content in self._tops for found in _below(content, path))

    @cached_property
    def all_contents(self) -> tuple[tuple[Path, Content], ...]:
        """The same with the sections and attachments themselves, each before its items."""
        return tuple(found for path, top in self._tops for found in ((path, top), *_below(top, path)))

    @cached_property
    def _tops(self) -> tuple[tuple[Path, Content], ...]:
        annexes = ((("attachments", at), annex) for at, annex in enumerate(self.report.attachments))
        return (*sections_of(self.report), *annexes)

    def kind_of(self, path: Path) -> str:
        """The kind of the section that `path` lies in; empty outside of sections."""
        if path[0] == "sections" and isinstance(path[1], int):
            return self.report.sections[path[1]].kind
        section = getattr(self.report, str(path[0]), None)
        return section.kind if isinstance(section, Section) else ""


def is_heading(path: Path) -> bool:
    """Whether the text at `path` is a heading, a caption or a column's head."""
    return any(part in HEADINGS for part in path[-2:])


def _figures(context: Context | None) -> Mapping[str, Figure] | None:
    return context.report.figures if context else None


def _draft(path: Path) -> Path:
    return path[: path.index("table") + 1] if "table" in path else path


def _below(content: Content, path: Path) -> Iterator[tuple[Path, Content]]:
    for at, item in enumerate(content.items):
        here = (*path, "items", at)
        yield here, item
        yield from _below(item, here)
