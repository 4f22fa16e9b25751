"""The catalogue of indicators: a name gives one indicator, and the parts make sense beside their wholes."""

from itertools import chain

import pytest

from ecoreport.report.indicators import COMPLETE, MONEY, NAMES, PARTS, Indicator, indicator_of


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("立案", "cases_filed"),
        ("行政处罚", "penalty_decisions"),
        ("行政处罚公示", "publicity_penalty"),
        ("查封、扣押", "seizure"),
        ("查封扣押", "seizure"),
        ("罚款", "penalty_amount"),
        ("行政诉讼败诉", "lawsuit_lost"),
        ("立案起数", None),
        (" 立案", None),
        ("cases_filed", None),  # it is what bureaus call it that counts
        ("", None),
    ],
)
def test_a_name_gives_its_indicator(name: str, indicator: Indicator | None) -> None:
    """The whole name alone, for 行政处罚公示 is no 行政处罚."""
    assert indicator_of(name) == indicator


def test_no_name_is_given_twice() -> None:
    """Else the later indicator would take it from the earlier."""
    assert {name: indicator_of(name) for name in chain(*NAMES.values())} == {
        name: indicator for indicator, names in NAMES.items() for name in names
    }
    assert len(set(chain(*NAMES.values()))) == sum(map(len, NAMES.values()))


def test_parts_and_wholes_are_indicators() -> None:
    """A name that is none would never be found, and so never checked."""
    assert {*chain(*(parts for parts, _ in PARTS)), *(whole for _, whole in PARTS), *MONEY, *COMPLETE} <= set(NAMES)
    assert {whole for _, whole in PARTS} >= COMPLETE


def test_each_whole_has_its_parts_once() -> None:
    """One row a whole, no part twice in it."""
    wholes = [whole for _, whole in PARTS]
    assert len(set(wholes)) == len(wholes)
    assert all(len(set(parts)) == len(parts) > 0 for parts, _ in PARTS)


def test_nothing_is_part_of_itself() -> None:
    """Not by way of others either: 准予 of 受理, 受理 of 申请, and no way back."""
    below = {whole: set(parts) for parts, whole in PARTS}

    def all_below(indicator: Indicator, above: frozenset[Indicator] = frozenset()) -> set[Indicator]:
        assert indicator not in above
        return {indicator}.union(*(all_below(part, above | {indicator}) for part in below.get(indicator, ())))

    assert all_below("licence_apply") == {"licence_apply", "licence_accept", "licence_grant", "licence_refuse"}
    for whole in below:
        all_below(whole)


def test_money_is_not_added_to_counts() -> None:
    """元 and 起 make no sum."""
    assert all((whole in MONEY) == (part in MONEY) for parts, whole in PARTS for part in parts)
