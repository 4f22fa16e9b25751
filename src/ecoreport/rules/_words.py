"""The bureau's own words: what `words` in the project's settings says is not to be written."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule


@rule("W533")
def own_words(reading: Reading) -> Iterator[Finding]:
    """Each of the bureau's words that stands outside of quotations, titles of documents and its set form."""
    for word in reading.words:
        for wrong in word.avoid:
            for place, match in reading.matches(re.escape(wrong), wrong):
                if place.is_own(match.start()) and not _in_set_form(place.text, match.start(), word.use, wrong):
                    help_ = f"写成“{word.use}”" if word.use else "换个写法"
                    yield place.finding("W533", f"本单位不写“{wrong}”：{word.reason}", match.span(), help_)


def _in_set_form(text: str, at: int, use: str | None, wrong: str) -> bool:
    """Whether the word is a part of what is to be written: 环保局 inside 生态环保局."""
    return use is not None and wrong in use and text.startswith(use, max(at - use.index(wrong), 0))
