"""Wordings that are wrong wherever they stand, as rows of a table, and the one walk that looks for them."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading


class Where(Enum):
    """Which places a wording is looked for in."""

    ANYWHERE = "anywhere"
    OUTSIDE = "outside"  # of quotations and titles
    QUOTED = "quoted"


class Wording(NamedTuple):
    """A pattern that is a fault, or its group `at` is; `new` is what that becomes, None where a person must decide.

    `signs` and `any_of` are as `Reading.matches` has them. In message and help `{0}` is the match, `{at}` the fault in
    it, `{year}` the year.
    """

    code: str
    pattern: str
    message: str
    help: str = ""
    new: str | None = None
    where: Where = Where.ANYWHERE
    signs: tuple[str, ...] = ()
    any_of: Iterable[str] = ""


def told(reading: Reading, wordings: Iterable[Wording]) -> Iterator[Finding]:
    """Every match of the wordings that no figure printed."""
    for wording in wordings:
        for place, match in reading.matches(wording.pattern, *wording.signs, any_of=wording.any_of):
            span = match.span("at") if "at" in match.re.groupindex else match.span()
            if place.is_reference(span[0]) or not _looked_for(wording.where, place.is_quoted(span[0])):
                continue
            given = {"at": place.text[slice(*span)], "year": reading.year}
            message, help_ = (one.format(match[0], **given) for one in (wording.message, wording.help))
            finding = place.finding(wording.code, message, span, help_)
            yield finding._replace(edits=() if wording.new is None else (place.edit(span, wording.new),))


def _looked_for(where: Where, quoted: bool) -> bool:  # noqa: FBT001 - the one thing that is asked
    return where is Where.ANYWHERE or quoted is (where is Where.QUOTED)
