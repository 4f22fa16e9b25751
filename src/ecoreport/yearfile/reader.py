"""A year file to a Report: every fault of the file collected and raised once, each at its place."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from ecoreport.problems.diagnostic import Problem, Refused, Severity, mendable
from ecoreport.yearfile._build import plain_data, validated, values
from ecoreport.yearfile._doubts import doubts
from ecoreport.yearfile._encoding import in_utf8, text_of
from ecoreport.yearfile._mended import Diagnosis
from ecoreport.yearfile._traps import traps
from ecoreport.yearfile._tree import BREAK, MAX_BYTES, Document, Source, compose, decode, unusual_characters
from ecoreport.yearfile.model import Report, field_names

__all__ = ["MAX_BYTES", "Diagnosis", "Misread", "YearFile", "held", "in_utf8", "lines", "parse", "plain_data", "read"]
_FATAL = frozenset({"E111", "E112", "E117"})  # no mend helps: too much, or nothing at all
_OF_VALUES = frozenset({"E203", "E211", "E212"})
_Model = TypeVar("_Model", bound=BaseModel)


class YearFile(NamedTuple):
    """A report that is sound in itself, with the document that knows where each word of it stands."""

    report: Report
    document: Document
    warnings: tuple[Problem, ...] = ()


class Misread(Refused):
    """A file that does not read; `mended` is how it would with its slips mended, where all are spelled out."""

    def __init__(self, problems: Iterable[Problem], mended: Diagnosis | None = None) -> None:
        """Keep both."""
        super().__init__(problems)
        self.mended = mended


def parse(data: bytes, name: str) -> YearFile:
    """The year file in `data`; Refused with every problem found."""
    return YearFile(*read(data, name, Report))


def held(data: bytes, name: str) -> YearFile | None:
    """As `parse`, but None where it would refuse: the causes, which cost most, are not looked for."""
    try:
        source = decode(data, name)
        unusual = tuple(unusual_characters(source))
        if any(problem.code == "E103" for problem in unusual):
            return None
        document = compose(source)
    except Refused:
        return None
    plain, twice = values(document)
    value = validated(plain, Report)
    if not isinstance(value, Report) or twice:
        return None
    if unusual or any(doubts(document, field_names(Report))):
        with suppress(Refused):
            return parse(data, name)
        return None
    found = tuple(traps(document))
    return None if any(problem.severity is Severity.ERROR for problem in found) else YearFile(value, document, found)


def read(
    data: bytes, name: str, model: type[_Model], prepare: Callable[[Any], Any] = lambda values: values
) -> tuple[_Model, Document, tuple[Problem, ...]]:
    """The file in `data` as a `model`, with its document and its warnings; Refused with every problem found.

    Its plain values pass through `prepare` first.
    """
    source = decode(data, name)
    unusual = tuple(unusual_characters(source))
    if any(problem.code == "E103" for problem in unusual):
        raise Refused(unusual)
    try:
        document = compose(source)
    except Refused as refused:
        if any(problem.code in _FATAL for problem in refused.problems):
            raise Refused([*unusual, *refused.problems]) from None
        raise _misread(source, model, prepare, unusual) from None
    plain, twice = values(document)
    value = validated(prepare(plain), model)
    if not isinstance(value, model) or twice or any(doubts(document, field_names(model))):
        misread = _misread(source, model, prepare, unusual)
    else:
        misread = Misread([*unusual, *traps(document)])
    if not isinstance(value, model) or any(problem.severity is Severity.ERROR for problem in misread.problems):
        raise misread
    return value, document, misread.problems


def _misread(
    source: Source, model: type[BaseModel], prepare: Callable[[Any], Any], unusual: Sequence[Problem]
) -> Misread:
    """Every slip of the file, and what else is wrong with it once they are mended."""
    from ecoreport.yearfile._diagnose import diagnose  # noqa: PLC0415 - only where a file is at fault
    from ecoreport.yearfile._misfits import misfits  # noqa: PLC0415

    found = diagnose(source, model)
    try:
        document = compose(found.mended)
    except Refused as refused:
        more = () if found.lost else map(found.back, refused.problems)
        return Misread([*unusual, *found.slips, *more])
    data, twice = values(document)
    value = validated(prepare(data), model)
    findings = misfits(value, model, document) if isinstance(value, ValidationError) else ()
    misfit = [document.locate(finding) for finding in findings]
    behind = _behind(found, [*twice, *traps(document), *misfit], {problem.line for problem in unusual})
    spelled = not found.lost and not twice and all(map(mendable, (*found.slips, *misfit)))
    mended = found.edited([edit for problem in misfit for edit in mendable(problem)]) if spelled else None
    return Misread([*unusual, *found.slips, *behind], mended)


def _behind(found: Diagnosis, problems: Sequence[Problem], hidden: Collection[int]) -> Iterator[Problem]:
    """What is wrong behind the slips; a character told of once, on a line of `hidden`, not again as a value's."""
    wrong = {(problem.line, problem.column) for problem in problems if problem.code in _OF_VALUES}
    for problem in map(found.back, problems):
        quotes = problem.code == "W128" and (problem.line, problem.column) in wrong
        missing = found.lost and problem.code == "E202" and "." not in problem.path
        if not quotes and not missing and not (problem.code == "E103" and problem.line in hidden):
            yield problem


def lines(data: bytes) -> Sequence[str]:
    """The lines of a file that messages quote, whatever its encoding; none where that is unknown."""
    return BREAK.split(text_of(data)) if data else ()
