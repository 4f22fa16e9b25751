"""Two reports to all that changed between them."""

from collections.abc import Iterator

from ecoreport.comparing.changes import Comparison, FieldChange, Side
from ecoreport.comparing.contents import content_changes
from ecoreport.comparing.figures import figure_changes
from ecoreport.comparing.years import copied_sentences, plan_outcomes, shortcoming_outcomes
from ecoreport.dates import long_date
from ecoreport.model import Report
from ecoreport.places import KEYS
from ecoreport.reading import Reading

_FIELDS = ("issuer", "date", "addressees", "number", "signer", "cc", "printer", "print_date")


def compare(old: Reading, new: Reading, names: tuple[str, str]) -> Comparison:
    """What changed from `old` to `new`; `names` are what the user called them."""
    sides = _side(names[0], old.report), _side(names[1], new.report)
    consecutive = sides[1].year == sides[0].year + 1
    return Comparison(
        *sides,
        figures=tuple(figure_changes(old, new, consecutive=consecutive)),
        fields=tuple(_fields(old.report, new.report)),
        contents=tuple(content_changes(old, new)),
        plan=tuple(plan_outcomes(old, new)) if consecutive else (),
        shortcomings=tuple(shortcoming_outcomes(old, new)) if consecutive else (),
        copied=tuple(copied_sentences(old, new)) if consecutive else (),
    )


def _side(name: str, report: Report) -> Side:
    return Side(name, report.year, report.issuer)


def _fields(old: Report, new: Report) -> Iterator[FieldChange]:
    for key in _FIELDS:
        before, after = (_printed(report, key) for report in (old, new))
        if before != after:
            yield FieldChange(key, KEYS[key], before, after)


def _printed(report: Report, key: str) -> str:
    value = getattr(report, key)
    if isinstance(value, tuple):
        return "、".join(value)
    return long_date(value) if value and key.endswith("date") else value or ""
