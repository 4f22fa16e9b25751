"""What a careful reader would find in a sound year file: every finding of every rule."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.context import Context
from ecoreport.rules import (  # noqa: F401 - each registers its rules as it is imported
    _addressees,
    _assertions,
    _attachments,
    _changes,
    _charts,
    _content,
    _dates,
    _elements,
    _figures,
    _last_year,
    _laws,
    _literals,
    _marks,
    _numbers,
    _occasions,
    _placeholders,
    _policies,
    _punctuation,
    _quoted,
    _ratios,
    _references,
    _relations,
    _sequences,
    _spellings,
    _structure,
    _sums,
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


def errors(context: Context) -> Iterator[Finding]:
    """The errors alone; rules that tell none are not asked, which is half of the work."""
    reading = Reading(context, ())
    for rule in RULES:
        if any(_is_error(code) for code in rule.codes):
            yield from (finding for finding in rule.find(reading) if _is_error(finding.code))


def _is_error(code: str) -> bool:
    return code.startswith("E")
