"""The order of a report: what may follow what, at which cost, and the one best way through a document's lines.

Hand-set points, not probabilities: off by a fifth, each, they still tell 99.7 % of the lines right. Costs are per step.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain as joined
from typing import NamedTuple

from ecoreport.importing._recognising import states as s
from ecoreport.importing._recognising._recognisers.candidates import Candidate, candidates
from ecoreport.importing._recognising._recognisers.lines import Lines

Costs = Mapping[str, float]
_AT_START = ""


def _even(states: Iterable[str], cost: float = 0) -> dict[str, float]:
    return dict.fromkeys(states, cost)


_OF_BODY: Costs = _even(s.BODY)
_START: Costs = {
    **_even([s.FRONT, *s.HEAD, s.TITLE]), s.SIGNER: -1, s.AGAIN: -1, s.ADDRESSEES: -2, s.LEAD: -2.5,
    **_even(s.ITEMS, -3), s.PARAGRAPH: -4, s.TABLE: -5,
}  # fmt: skip
_OPENING: Costs = {s.ADDRESSEES: 0, s.LEAD: 0, **_OF_BODY, s.PARAGRAPH: -0.5, s.WITHIN: -9}
_END: Costs = {
    s.ANNEX_LIST: 0, s.ISSUER: 0, s.ISSUER_AND_DATE: 0, s.DATE: -0.8, s.NOTE: -1.5, s.CC: -0.8, s.PRINTED: -1,
    s.ANNEX_MARK: -0.8, s.BEHIND: -1,
}  # fmt: skip
_AFTER: Costs = {s.NOTE: 0, s.CC: 0, s.PRINTED: 0, s.ANNEX_MARK: 0, s.ANNEX_LIST: -0.5, s.BEHIND: 0, s.LOOSE: -2}
_OFFICIAL: Costs = {**_even([*s.HEAD, s.TITLE, s.AGAIN]), s.FRONT: -1.5, s.ADDRESSEES: -2, s.LEAD: -2.5}
_BELOW_TITLE: Costs = {
    s.SUBTITLE: 0, s.MIDDLE: 0, s.AGAIN: 0, s.NUMBER: -0.3, s.BY_ISSUER: -0.5, s.BY_DATE: -0.5, s.RED_HEAD: -0.5,
    **_OPENING,
}  # fmt: skip
_ANNEX: Costs = {
    s.ANNEX_TEXT: 0, s.ANNEX_TABLE: 0, s.ANNEX_MARK: 0, s.CC: 0, s.PRINTED: 0, s.BEHIND: -1.5, s.LOOSE: -9,
}  # fmt: skip
_TEXT: Costs = {**_OF_BODY, **_END}


def _heading(rank: int) -> Costs:
    """A heading wants something below it: text, or what is of a lower rank."""
    beside = {s.ranked(form, above): -1.6 for above in range(1, rank + 1) for form in s.RANKED_FORMS}
    below = {s.ranked(form, under): 0.8 for under in range(rank + 1, 6) for form in s.RANKED_FORMS}
    end = {one: cost - 1.5 for one, cost in _END.items()}
    return {**_OF_BODY, **beside, **below, s.PARAGRAPH: 0.5, s.TABLE: 0.3, **end}


# For each state what may follow it.
_NEXT: Mapping[str, Costs] = {
    _AT_START: _START,
    s.FRONT: {**_START, s.FRONT: 0.4},
    **dict.fromkeys(s.HEAD, _OFFICIAL),
    s.TITLE: _BELOW_TITLE,
    s.SUBTITLE: _BELOW_TITLE,
    s.AGAIN: {state: cost for state, cost in _BELOW_TITLE.items() if state != s.RED_HEAD},
    s.MIDDLE: {**_BELOW_TITLE, s.MIDDLE: 0.4, s.TITLE: -1},
    s.BY_ISSUER: {s.BY_DATE: 0.5, s.BY_ISSUER: 0, s.MIDDLE: 0, **_OPENING},
    s.BY_DATE: {s.MIDDLE: 0, s.BY_ISSUER: 0, **_OPENING},
    s.ADDRESSEES: {s.LEAD: 0.5, **_OF_BODY},
    s.LEAD: {s.LEAD: 0, **_OF_BODY, s.PARAGRAPH: -2, **{one: cost - 1 for one, cost in _END.items()}},
    **dict.fromkeys(s.BODY, _TEXT),
    **{s.ranked(s.HEADING, rank): _heading(rank) for rank in s.RANKS},
    **{s.ranked(s.ITEM, rank): {**_TEXT, s.PARAGRAPH: -0.5} for rank in range(1, 5)},
    s.CAPTION: {**_TEXT, s.TABLE: 2},
    s.ANNEX_LIST: {**_AFTER, s.ISSUER: 0.5, s.ISSUER_AND_DATE: 0.5, s.DATE: 0},
    s.ISSUER: {**_AFTER, s.ISSUER: 0, s.DATE: 0.8, s.NOTE: -0.3, s.BEHIND: -0.4},
    s.DATE: {**_AFTER, s.ISSUER: -1.2},
    **dict.fromkeys((s.ISSUER_AND_DATE, s.NOTE, s.PRINTED), _AFTER),
    **{state: {**_AFTER, s.CC_MORE: 0} for state in (s.CC, s.CC_MORE)},
    s.ANNEX_MARK: {s.ANNEX_TITLE: 0.5, s.ANNEX_TEXT: 0, s.ANNEX_TABLE: 0},
    s.ANNEX_TITLE: {s.ANNEX_TEXT: 0, s.ANNEX_TABLE: 0, s.ANNEX_TITLE: -1},
    s.ANNEX_TEXT: _ANNEX,
    s.ANNEX_TABLE: _ANNEX,
    s.BEHIND: {**_AFTER, s.BEHIND: 0.4, s.NOTE: -1, s.ISSUER: -2},
    s.LOOSE: {s.LOOSE: 0, s.BEHIND: -1},
}
_LAST: Costs = {  # what a report may end with; no report is all furniture
    **_even(s.BODY, -1), s.ISSUER: -0.5, s.ANNEX_LIST: -1, s.LEAD: -1, s.TITLE: -3, s.FRONT: -8, s.MIDDLE: -8,
}  # fmt: skip


def _previous(following: Mapping[str, Costs]) -> Mapping[str, Costs]:
    made: dict[str, dict[str, float]] = defaultdict(dict)
    for state, row in following.items():
        for then, cost in row.items():
            made[then][state] = cost
    return made


_PREVIOUS = _previous(_NEXT)


class Step(NamedTuple):
    """A stretch of lines and what they are."""

    start: int
    candidate: Candidate

    @property
    def state(self) -> str:
        """What the lines are."""
        return self.candidate.state

    @property
    def lines(self) -> range:
        """The lines."""
        return range(self.start, self.start + self.candidate.lines)


class _Reached(NamedTuple):
    """A state in which a line ends: with how many points, and from where."""

    points: float
    start: int
    before: str
    candidate: Candidate


def best(lines: Lines) -> list[Step]:
    """What each line is, in the order that has most points; numbered lines once more beside their siblings."""
    found = _best(lines)
    siblings = _of_rows(found)
    return _best(replace(lines, siblings=siblings)) if siblings else found


def _best(lines: Lines) -> list[Step]:
    """A semi-Markov Viterbi pass."""
    reached: list[dict[str, _Reached]] = [{} for _ in range(len(lines) + 1)]
    reached[0][_AT_START] = _Reached(0, 0, _AT_START, Candidate(_AT_START, 0, ()))
    for at in range(len(lines)):
        here = reached[at]
        for candidate in candidates(lines, at) if here else ():
            costs = _PREVIOUS[candidate.state]
            ways = [(here[state].points + costs[state], state) for state in here if state in costs]
            if not ways:
                continue
            points, before = max(ways)
            points += candidate.points
            there = reached[at + candidate.lines]
            known = there.get(candidate.state)
            if known is None or points > known.points:
                there[candidate.state] = _Reached(points, at, before, candidate)
    return _back(reached)


def _back(reached: Sequence[Mapping[str, _Reached]]) -> list[Step]:
    at, steps = len(reached) - 1, []
    if not reached[at]:  # no order at all
        return [Step(line, Candidate(s.LEAD, 1, (("没有别的解释", 0),))) for line in range(at)]
    state = max(reached[at], key=lambda one: reached[at][one].points + _LAST.get(one, 0))
    while at:
        _, start, before, candidate = reached[at][state]
        steps.append(Step(start, candidate))
        at, state = start, before
    return steps[::-1]


def _of_rows(steps: Sequence[Step]) -> Mapping[int, str]:
    """By line: what most of its row are, where it is something else and they are at least two more than the others."""
    rows: dict[int, list[tuple[int, str]]] = defaultdict(list)
    open_rows: dict[int, int] = {}
    for step in steps:
        if step.state in s.RANKED:
            rank = s.RANKED[step.state][1]
            for lower in range(rank + 1, 6):
                open_rows.pop(lower, None)
            rows[open_rows.setdefault(rank, step.start)].append((step.start, step.state))
    return dict(joined.from_iterable(_outliers(row) for row in rows.values()))


def _outliers(row: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    (state, most), *others = Counter(state for _, state in row).most_common()
    if not others or 2 * most - len(row) < 2:  # noqa: PLR2004
        return []
    return [(at, state) for at, found in row if found != state]
