"""Numbers in front of paragraphs: read only where the program itself would write them so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._marks import RANKS, NumberMark, mark_of
from ecoreport.text.numbering import MARKS


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("一、主要举措", NumberMark("一、", 1, "主要举措")),
        ("二十一、其他", NumberMark("一、", 21, "其他")),
        ("（十）普法", NumberMark("（一）", 10, "普法")),
        ("1.普法", NumberMark("1.", 1, "普法")),
        ("99. 普法 ", NumberMark("1.", 99, "普法")),
        ("（12）　普法", NumberMark("（1）", 12, "普法")),
        ("一是普法", NumberMark("一是", 1, "普法")),
        ("第三，普法", NumberMark("第一，", 3, "普法")),
        ("⑳普法", NumberMark("①", 20, "普法")),
        ("一、1.普法", NumberMark("一、", 1, "1.普法")),
    ],
)
def test_a_mark_is_read_with_what_stands_behind_it(text: str, mark: NumberMark) -> None:
    """Each style; only the first mark of several, and the rest without blanks around it."""
    assert mark_of(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "普法",
        " 一、普法",
        "一、",
        "一、　",
        "一十、普法",
        "十十、普法",
        "一百、普法",
        "一，普法",
        "(一)普法",
        "（一）、普法",
        "（1），普法",
        "１．普法",
        "1．普法",
        "01.普法",
        "0.普法",
        "100.普法",
        "1.5万人参加",
        "2024.1.20",
        "第一、普法",
        "㉑普法",
    ],
)
def test_what_the_program_would_not_write_stays_text(text: str) -> None:
    """Half-width brackets, full-width digits, a mark alone, a decimal, a date, numbers beyond what is counted."""
    assert mark_of(text) is None


@given(
    st.sampled_from([*RANKS]),
    st.integers(1, 99),
    st.text("甲乙丙，。", min_size=1).filter(lambda rest: rest[0] not in "，。"),
)
def test_what_the_program_writes_is_read_back(style: str, number: int, rest: str) -> None:
    """Every style to 99, the circled ones to 20."""
    number = (number - 1) % 20 + 1 if style == "①" else number
    assert mark_of(MARKS[style](number) + rest) == NumberMark(style, number, rest)


def test_ranks_say_what_may_stand_below_what() -> None:
    """The four levels of the standard, and below them all the marks in a sentence, alike among themselves."""
    assert sorted(RANKS.items(), key=lambda one: one[1]) == [
        *(("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4)),
        *(("一是", 5), ("第一，", 5), ("①", 5)),
    ]
    assert set(RANKS) == set(MARKS) - {"none"}
