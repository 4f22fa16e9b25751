"""What a careful reader would find in a sound year file: every finding of every rule."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Context
from ecoreport.rules import (  # noqa: F401 - each registers its rules as it is imported
    _assertions,
    _charts,
    _content,
    _figures,
    _last_year,
    _laws,
    _numbers,
    _occasions,
    _policies,
    _punctuation,
    _quoted,
    _references,
    _relations,
    _structure,
    _tables,
    _terms,
    _unfinished,
    _words,
    _years,
)
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import RULES
from ecoreport.yearfile.model import Word


def findings(context: Context, words: tuple[Word, ...] = ()) -> Iterator[Finding]:
    """All findings of all rules, the bureau's own `words` among them."""
    reading = Reading(context, words)
    for rule in RULES:
        yield from rule.find(reading)
