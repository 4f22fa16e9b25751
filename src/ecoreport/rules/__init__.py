"""What a careful reader would find in a sound year file: each rule a function from the report to findings."""

from collections.abc import Callable, Iterator

from ecoreport.model import Report
from ecoreport.problems import Finding
from ecoreport.rules import assertions, references, structure

Rule = Callable[[Report, Report | None], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    structure.one_way_to_write_sections,
    structure.some_content,
    structure.depth,
    references.figures_exist,
    references.ids_are_unique,
    references.answers_exist,
    references.carried_out_exist,
    assertions.all_hold,
)


def findings(report: Report, previous: Report | None) -> Iterator[Finding]:
    """All findings of all rules; `previous` is last year's report where there is one."""
    for rule in RULES:
        yield from rule(report, previous)
