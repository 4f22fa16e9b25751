"""Stand-ins for names that Python would misread: for whole names alone, and each can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report._identifiers import stood_in

NAMES = ("PM2.5", "12345热线", "区12345热线", "12345", "查封、扣押", "查封", "许可(一般)", "ＡＱＩ", "立案")
PIECES = st.sampled_from([*NAMES, "区", "1", ".", ".value", "'", '"', " + ", " ", "(", ")", "PM", "上年"])


@pytest.mark.parametrize("typed", ["", "立案 + 听证", "PM2.5", "'PM2.5'"])
def test_plain_names_need_none(typed: str) -> None:
    """Python reads 立案 and AQI as they are; what is no name of a figure is none of our business."""
    assert stood_in(typed, ["立案", "AQI", "_值"]) == (typed, {})


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("PM2.5", "a point"),
        ("12345热线", "digits first"),
        ("查封、扣押", "a mark"),
        ("许可(一般)", "brackets"),
        ("if", "a word of Python's"),
        ("True", "a value of Python's"),
        ("ＡＱＩ", "full-width letters, which Python takes for AQI"),
        ("１２", "full-width digits"),
    ],
)
def test_an_odd_name_gets_one(name: str, why: str) -> None:
    """It can be used in a sum, and behind 上年."""
    expected = ("上年.figure_0_ - figure_0_.value + 立案", {"figure_0_": name})
    assert stood_in(f"上年.{name} - {name}.value + 立案", [name]) == expected, why


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("PM2.5 + PM2.50", "figure_0_ + PM2.50"),
        ("xPM2.5 + PM2.5x + PM2.5", "xPM2.5 + PM2.5x + figure_0_"),
        ("区PM2.5 + _PM2.5", "区PM2.5 + _PM2.5"),
        ("'PM2.5' + \"PM2.5\"", "'PM2.5' + \"PM2.5\""),
        ("'PM2.5", "'figure_0_"),  # a quotation that does not end is none
        ("-PM2.5*2", "-figure_0_*2"),
    ],
)
def test_a_name_is_one_only_as_a_whole(typed: str, source: str) -> None:
    """Not in longer names or numbers, not in quoted texts."""
    assert stood_in(typed, ["PM2.5"])[0] == source


@pytest.mark.parametrize(
    ("name", "typed", "source"),
    [
        ("许可(一般)", "许可(一般)数 + 区许可(一般)", "figure_0_数 + 区许可(一般)"),
        ("（执法）案件", "区（执法）案件 + （执法）案件数", "区figure_0_ + （执法）案件数"),
        ("2.5_", "2.5_ + 2.5_甲 + 甲2.5_", "figure_0_ + 2.5_甲 + 甲2.5_"),
        ("_2.5", "_2.5 + __2.5 + _2.50", "figure_0_ + __2.5 + _2.50"),
    ],
)
def test_a_mark_at_the_edge_ends_a_name(name: str, typed: str, source: str) -> None:
    """Where a word could go on, it must not; a bracket cannot go on, a low line can."""
    assert stood_in(typed, [name])[0] == source


def test_the_longest_name_is_taken() -> None:
    """查封、扣押 is one figure, even where there is a figure 查封."""
    source, used = stood_in("查封、扣押 + 查封 + 许可(一般) + 许可", ["查封", "查封、扣押", "许可", "许可(一般)"])
    assert source == "figure_1_ + 查封 + figure_0_ + 许可"
    assert used == {"figure_0_": "许可(一般)", "figure_1_": "查封、扣押"}


def test_a_plain_name_that_an_odd_one_could_be_taken_for_stays() -> None:
    """AQI and ＡＱＩ are two figures."""
    assert stood_in("AQI + ＡＱＩ", ["AQI", "ＡＱＩ"]) == ("AQI + figure_1_", {"figure_1_": "ＡＱＩ"})


def test_only_those_used_are_told() -> None:
    """The caller adds a value for each."""
    assert stood_in("12345热线 * 2", NAMES)[1] == {"figure_1_": "12345热线"}


@given(st.lists(PIECES, max_size=12).map("".join))
def test_names_in_place_of_their_stand_ins_give_the_expression(typed: str) -> None:
    """Nothing else of it is changed."""
    source, used = stood_in(typed, NAMES)
    for stand_in, name in used.items():
        assert stand_in in source
        source = source.replace(stand_in, name)
    assert source == typed
