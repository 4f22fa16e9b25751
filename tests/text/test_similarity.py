"""How alike two texts are, and that the cheap way to say so says the same as the exact one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.similarity import alike, closeness, ratio

TEXTS = st.text(st.sampled_from("规范行政执法，"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("", "", 1.0),
        ("甲", "", 0.0),
        ("", "甲", 0.0),
        ("规范执法", "规范执法", 1.0),
        ("规范执法", "普法宣传", 0.25),
        ("执法规范", "规范执法", 0.5),  # order counts
        ("甲乙丙", "甲乙丙丁戊", 0.75),
        ("甲乙" * 150, "甲乙" * 150 + "，" * 100, 6 / 7),  # in long texts, too, what is often there counts
    ],
)
def test_the_ratio_counts_characters_in_order(new: str, old: str, expected: float) -> None:
    """Twice what they have in common, of all characters."""
    assert ratio(new, old) == expected


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("", "", 1.0),
        ("甲", "", 0.0),
        ("甲", "甲", 1.0),
        ("甲", "甲乙", 0.0),  # a single character is no pair
        ("规范执法", "规范执法", 1.0),
        ("甲乙", "乙甲", 0.0),
        ("执法，规范", "规范，执法", 0.5),  # order of the pairs does not count
        ("甲甲甲甲", "甲甲", 0.5),  # but how often they are there does
    ],
)
def test_closeness_counts_pairs_of_neighbours(new: str, old: str, expected: float) -> None:
    """Twice the pairs in common, of all pairs; the same from both sides."""
    assert (closeness(new, old), closeness(old, new)) == (expected, expected)


@pytest.mark.parametrize(("least", "enough"), [(0.0, True), (0.75, True), (0.76, False), (1.0, False)])
def test_the_degree_itself_is_enough(least: float, *, enough: bool) -> None:
    """Texts that are alike to exactly that degree are."""
    assert alike("甲乙丙", "甲乙丙丁戊", least) is enough


@given(TEXTS, TEXTS, st.sampled_from([0.0, 0.35, 0.5, 0.8, 0.9, 1.0]))
def test_alike_says_what_the_ratio_says(new: str, old: str, least: float) -> None:
    """The shortcuts never turn away what is alike."""
    assert alike(new, old, least) == (ratio(new, old) >= least)


@given(TEXTS, TEXTS)
def test_what_was_compared_before_does_not_count(new: str, old: str) -> None:
    """The kept tables of texts are not mixed up."""
    first = ratio(new, old)
    ratio(old, new)
    alike("执法", old, 0.5)
    assert ratio(new, old) == first
