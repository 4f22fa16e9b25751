"""All candidates from a line on: the recognisers, asked one after another."""

from collections.abc import Callable, Iterator

from ecoreport.importing._recognising._recognisers import _body, _head, _tail, _web
from ecoreport.importing._recognising._recognisers._candidate import Candidate
from ecoreport.importing._recognising._recognisers.lines import Lines
from ecoreport.importing._recognising.states import ANNEX_TEXT, FRONT, LOOSE, PARAGRAPH

__all__ = ["Candidate", "candidates"]
_RECOGNISERS: tuple[Callable[[Lines, int], Iterator[Candidate]], ...] = (
    _web.web,
    _head.official, _head.title, _head.below_title,
    _body.numbered, _body.siblings, _body.plain, _body.tables,
    _tail.signature, _tail.notes, _tail.imprint, _tail.annexes,
)  # fmt: skip
_NOTHING_ELSE = tuple(Candidate(state, 1, (("没有别的解释", -6.0),)) for state in (LOOSE, PARAGRAPH, ANNEX_TEXT, FRONT))


def candidates(lines: Lines, at: int) -> list[Candidate]:
    """What the line at that place may be, or begin; never nothing, but inside a table."""
    found = [one for recognise in _RECOGNISERS for one in recognise(lines, at)]
    if lines.seen[at].line.kind:
        found += _NOTHING_ELSE
    return found
