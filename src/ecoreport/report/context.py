"""What rules read: the report, last year's, and every paragraph as it prints."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from ecoreport.problems.diagnostic import Path
from ecoreport.report.expressions import ExpressionError, Names, faults
from ecoreport.report.origins import Passage, PrintedText, passages, printed_texts
from ecoreport.report.parts import figure_names, sections_of
from ecoreport.text.placeholders import is_open
from ecoreport.yearfile.model import Content, Report, Section

LONGEST = 5000  # characters; the longest paragraph of a real report has some 700
HEADINGS = ("title", "caption", "header")


class Context:
    """A report with what several rules would otherwise work out each for itself."""

    def __init__(self, report: Report, earlier: Mapping[int, Report] = MappingProxyType({})) -> None:
        """Keep the report, and those of the years before that are known."""
        self.report, self.earlier = report, earlier

    @property
    def previous(self) -> Report | None:
        """Last year's report, where it is known."""
        return self.earlier.get(self.report.year - 1)

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
        names = self._names
        found = ((one.path, faults(one.text, {**names, **one.names})) for one in self.passages)
        return tuple((path, error) for path, errors in found for error in errors)

    @cached_property
    def _names(self) -> Names:
        return figure_names(self.report, self.earlier)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text, in the order of the model."""
        return tuple(passages(self.report))

    @cached_property
    def printed(self) -> tuple[PrintedText, ...]:
        """Every paragraph as it prints."""
        return tuple(paragraph for passage in self.passages for paragraph in printed_texts(passage, self._names))

    @cached_property
    def printed_at(self) -> Mapping[Path, tuple[str, ...]]:
        """The paragraphs that each text prints, by its path; none that are empty."""
        found: dict[Path, list[str]] = {}
        for paragraph in self.printed:
            if paragraph.text:
                found.setdefault(paragraph.path, []).append(paragraph.text)
        return {path: tuple(texts) for path, texts in found.items()}

    @cached_property
    def last(self) -> "Context | None":
        """Last year's report, read as this one is."""
        return Context(self.previous) if self.previous else None

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


def _draft(path: Path) -> Path:
    return path[: path.index("table") + 1] if "table" in path else path


def _below(content: Content, path: Path) -> Iterator[tuple[Path, Content]]:
    for at, item in enumerate(content.items):
        here = (*path, "items", at)
        yield here, item
        yield from _below(item, here)
