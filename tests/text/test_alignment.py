"""Which paragraph is which: equal ones are pairs, alike ones where they add up to the most, the others stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text import alignment
from ecoreport.text.alignment import LEAST, Pair, align, assign
from ecoreport.text.similarity import closeness

EXECUTE, SPREAD, OPEN = "规范行政执法行为", "加强普法宣传教育", "推进政务公开工作"
PARAGRAPHS = st.lists(st.text(st.sampled_from("规范执法"), max_size=5), max_size=7)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], []),
        ([EXECUTE], [], [(0, None)]),
        ([], [EXECUTE], [(None, 0)]),
        ([EXECUTE], [EXECUTE], [(0, 0)]),
        ([EXECUTE], [SPREAD], [(0, None), (None, 0)]),
        ([EXECUTE], ["进一步" + EXECUTE], [(0, 0)]),
        ([EXECUTE, SPREAD], [EXECUTE, OPEN, SPREAD], [(0, 0), (None, 1), (1, 2)]),
        ([EXECUTE, OPEN, SPREAD], [EXECUTE, SPREAD], [(0, 0), (1, None), (2, 1)]),
        ([EXECUTE, EXECUTE], [EXECUTE], [(0, 0), (1, None)]),
        ([EXECUTE, SPREAD], ["全面" + EXECUTE, OPEN, SPREAD + "工作"], [(0, 0), (None, 1), (1, 2)]),
    ],
)
def test_pairs_come_in_reading_order(old: list[str], new: list[str], pairs: list[Pair]) -> None:
    """None stands on the side that has no counterpart."""
    assert list(align(old, new)) == pairs


def test_of_two_that_changed_places_the_closer_pair_is_kept() -> None:
    """Order counts on both sides, so that only one of them can be a pair."""
    assert list(align([EXECUTE, SPREAD], [SPREAD + "工作", "规范行政的执法的行为"])) == [(0, None), (1, 0), (None, 1)]
    assert list(align([EXECUTE, SPREAD], ["加强普法的宣传的教育", EXECUTE + "！"])) == [(None, 0), (0, 1), (1, None)]


def test_two_near_pairs_weigh_more_than_one_that_is_nearer() -> None:
    """What counts is the sum over the whole gap."""
    old = ["规范行政执法行为甲", "规范行政执法行为"]
    new = ["规范行政执法行为！", "规范行政执法行为？"]
    assert list(align(old, new)) == [(0, 0), (1, 1)]
    assert list(align([EXECUTE], ["规范行政处罚行为", "规范行政执法的行为"])) == [(None, 0), (0, 1)]


def test_the_least_closeness_is_enough() -> None:
    """Seven pairs of neighbours in common, of twenty, are just 0.35; six are less."""
    old, new = "依法履行监管职责，案卷评查每季一次从未间断", "依法履行监管职责。今后将把培训经费足额列支"
    assert closeness(new, old) == LEAST
    assert list(align([old], [new])) == [(0, 0)]
    assert list(align([old], [new.replace("依法", "应当")])) == [(0, None), (None, 0)]


@pytest.mark.parametrize(("most", "pairs"), [(2, [(0, 0), (None, 1)]), (1, [(0, None), (None, 0), (None, 1)])])
def test_a_gap_too_large_is_taken_as_rewritten(most: int, pairs: list[Pair], monkeypatch: pytest.MonkeyPatch) -> None:
    """One paragraph against two is a table of two cells."""
    monkeypatch.setattr(alignment, "_MOST_CELLS", most)
    assert list(align([EXECUTE], [EXECUTE + "！", OPEN])) == pairs


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_comes_once_and_in_order(old: list[str], new: list[str]) -> None:
    """Whatever the texts are; and no pair is less alike than it must be."""
    pairs = list(align(old, new))
    assert [a for a, _ in pairs if a is not None] == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))
    assert all(old[a] == new[b] or closeness(new[b], old[a]) >= LEAST for a, b in pairs if None not in (a, b))


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.1, 0.2, 0.25, 0.5, 0.7, 1.0]), max_size=16
)


@given(SCORES)
def test_an_assignment_adds_up_to_the_most(scores: dict[tuple[int, int], float]) -> None:
    """As much as the best of all that could be made, each place once."""
    pairs = assign(scores)
    assert len({*pairs.values()}) == len(pairs)
    assert sum(scores[pair] for pair in pairs.items()) == pytest.approx(_most(scores, 0, frozenset()))


def _most(scores: dict[tuple[int, int], float], new: int, taken: frozenset[int]) -> float:
    """What the new places from that one on can add up to at most."""
    if new > 4:
        return 0.0
    free = [old for old in range(5) if (new, old) in scores and old not in taken]
    paired = (scores[new, old] + _most(scores, new + 1, taken | {old}) for old in free)
    return max((_most(scores, new + 1, taken), *paired))


def test_a_group_too_large_is_cut_where_it_is_weakest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the strongest pairs hold, whatever would add up to more."""
    scores = {(0, 0): 0.9, (0, 1): 0.6, (1, 0): 0.6}
    assert assign(scores) == {0: 1, 1: 0}
    monkeypatch.setattr(alignment, "MOST_GROUP", 2)
    assert assign(scores) == {0: 0}


def test_nothing_is_assigned_to_nothing() -> None:
    """And what is like nothing stays alone."""
    assert assign({}) == {}
    assert assign({(3, 7): 0.1}) == {3: 7}
