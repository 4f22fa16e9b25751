"""What rules read: the report and last year's, and each printed paragraph with where it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from ecoreport.problems.diagnostic import Edit, Finding, Path
from ecoreport.report.context import Context, is_heading
from ecoreport.report.origins import PrintedText
from ecoreport.text.quantities import Statement, statement
from ecoreport.text.sentences import quoted, within
from ecoreport.yearfile.model import Report, Word


class Place(NamedTuple):
    """A paragraph as it prints, and the kind of the section that it stands in; empty outside of sections.

    `text`, its `path` in the data and the `references`, the stretches that figures printed, are those of `printed`.
    """

    printed: PrintedText
    kind: str
    path: Path
    text: str
    references: tuple[tuple[int, int, str], ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, a caption or a column's head."""
        return is_heading(self.path)

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return "rows" in self.path

    @property
    def is_body(self) -> bool:
        """Whether it is running text: no heading, no cell."""
        return not self.is_heading and not self.is_cell

    def is_reference(self, at: int) -> bool:
        """Whether a figure printed the character at `at`."""
        return self.printed.is_reference(at)

    def is_quoted(self, at: int) -> bool:
        """Whether the character at `at` stands in a quotation or a title."""
        return within(at, quoted(self.text))

    def is_own(self, at: int) -> bool:
        """Whether the character at `at` is the report's own word: typed in the text, and quoted from nowhere."""
        return not self.is_reference(at) and not self.is_quoted(at)

    def finding(self, code: str, message: str, span: tuple[int, int], help_: str = "") -> Finding:
        """A finding about the characters `span`."""
        return self.printed.finding(code, message, span, help_)

    def edit(self, span: tuple[int, int], new: str) -> Edit:
        """The edit that makes the characters `span` into `new`."""
        return self.printed.edit(span, new)


class Reading:
    """A report as rules read it; `words` are the bureau's own."""

    def __init__(self, context: Context, words: tuple[Word, ...] = ()) -> None:
        """Keep what it is made from."""
        self.context, self.words = context, words

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.context.report

    @property
    def year(self) -> int:
        """The year that it is about."""
        return self.context.report.year

    @property
    def last(self) -> Context | None:
        """Last year's report, where it is known."""
        return self.context.last

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every printed paragraph that is finished, and not too long to be one."""
        kind_of = self.context.kind_of
        return tuple(
            Place(one, kind_of(one.path), one.path, one.text, one.references) for one in self.context.paragraphs
        )

    @cached_property
    def statements(self) -> tuple[tuple[Place, Statement], ...]:
        """What each of them says in numbers, figures and typed ones alike; none that says nothing so."""
        read = ((place, statement(place.text)) for place in self.places)
        return tuple((place, said) for place, said in read if said.mentions)

    @cached_property
    def _texts(self) -> Sequence[tuple[Place, str]]:
        return [(place, place.text) for place in self.places]

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self.context.text)

    def stands(self, sign: str) -> bool:
        """Whether a place may hold the sign; of most signs a character stands nowhere, which is told at once."""
        return self._characters.issuperset(sign) and sign in self.context.text

    def holding(self, *signs: str, any_of: Iterable[str] = "") -> Sequence[tuple[Place, str]]:
        """The places, each with its text, that hold all the `signs`, and one of `any_of` where those are given."""
        found = self._texts if all(map(self.stands, signs)) else []
        for sign in signs:
            found = [one for one in found if sign in one[1]]
        if any_of and found:
            standing = [*filter(self.stands, any_of)]
            found = [one for one in found if any(sign in one[1] for sign in standing)] if standing else []
        return found

    def matches(self, pattern: str, *signs: str, any_of: Iterable[str] = "") -> Iterator[tuple[Place, re.Match[str]]]:
        """Every match of a regular expression, each with its place.

        Whatever matches holds all the `signs`, and one of `any_of` where those are given: a pattern is compiled, and
        looked for, only where they stand.
        """
        for place, text in self.holding(*signs, any_of=any_of):
            for match in _compiled(pattern).finditer(text):
                yield place, match


_compiled = lru_cache(1024)(re.compile)  # all that rules look for, and the words of a bureau; `re` itself keeps 512
