"""How alike two texts are, and that the cheap way to say so says the same as the exact one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.similarity import MOST_HOLDERS, Rarity, alike, closeness, neighbours, ratio

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


@pytest.mark.parametrize(
    ("new", "old", "found"),
    [
        ("规范行政执法", [], ()),
        ("规范行政执法", ["普法宣传"], ()),
        ("规范行政执法", ["普法宣传", "行政执法检查"], (1,)),
        ("规范行政执法", ["行政执法检查", "规范行政执法"], (1, 0)),
        ("规范", ["规范行政", "规范"], (1,)),  # a text shorter than a run is a run itself
        ("", [""], ()),
    ],
)
def test_neighbours_share_the_most_runs(new: str, old: list[str], found: tuple[int, ...]) -> None:
    """The nearest first; none that shares nothing."""
    assert list(neighbours([new], old, 3, 8)) == [found]


def test_a_run_that_very_many_hold_counts_where_nothing_rarer_is_shared() -> None:
    """Then the first of them are named, no more than asked for."""
    many = ["依法行政"] * (MOST_HOLDERS + 5)
    assert list(neighbours(["依法行政普法宣传"], [*many, "普法宣传"], 4, 3)) == [(len(many),)]
    assert list(neighbours(["依法行政"], many, 4, 3)) == [(0, 1, 2)]


@given(TEXTS, st.lists(TEXTS, max_size=8))
def test_a_text_is_its_own_nearest_neighbour(text: str, others: list[str]) -> None:
    """Wherever it stands among a few."""
    [near] = neighbours([text], [*others, text], 2, 8)
    assert any(text in other for other in ([*others, text][at] for at in near[:1]))


def test_what_many_hold_weighs_less() -> None:
    """Of two texts that share as many pairs, those are closer that share what few have."""
    common, rare = "依法行政甲乙丙丁", "取水许可甲乙丙丁"
    rarity = Rarity([common, "依法行政子丑寅卯", "依法行政辰巳午未", "取水许可申酉戌亥"])
    assert closeness(common, "依法行政一二三四") == closeness(rare, "取水许可一二三四")
    assert rarity.closeness(common, "依法行政一二三四") < rarity.closeness(rare, "取水许可一二三四")
    assert rarity.held("取水", "取水许可甲乙丙丁") == 1


@given(TEXTS, TEXTS)
def test_weights_keep_to_the_bounds(one: str, other: str) -> None:
    """0 to 1, the same from both sides, 1 of a text with itself; without weights it is closeness."""
    rarity = Rarity([one], [other])
    assert 0 <= rarity.closeness(one, other) <= 1 + 1e-9
    assert rarity.closeness(one, other) == pytest.approx(rarity.closeness(other, one))
    assert rarity.closeness(one, one) == pytest.approx(1)
    assert Rarity().closeness(one, other) == pytest.approx(closeness(one, other))
    assert 0 <= rarity.held(one, other) <= 1 + 1e-9
