"""Patterns that rules look for in paragraphs."""

import re
from collections.abc import Iterator
from functools import cached_property

from ecoreport.report.context import Context
from ecoreport.report.origins import PrintedText


class Pattern:
    """A pattern that is compiled, and looked for, only once a report has the signs without which there is no match.

    The text of every match holds all the `words`, and one of the characters `any_of` where those are given.
    """

    def __init__(self, source: str, *words: str, any_of: str = "") -> None:
        """Keep its source."""
        self.source, self.words, self.any_of = source, words, any_of

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.source)

    def found_in(self, context: Context) -> Iterator[tuple[PrintedText, re.Match[str]]]:
        """Every match in the paragraphs that rules read, each with its paragraph."""
        if not all(word in context.text for word in self.words):
            return
        if self.any_of and not any(character in context.text for character in self.any_of):
            return
        for paragraph in context.paragraphs:
            for word in self.words:
                if word not in paragraph.text:
                    break
            else:
                for match in self.compiled.finditer(paragraph.text):
                    yield paragraph, match
