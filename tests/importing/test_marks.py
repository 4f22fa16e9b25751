"""Numbers in front of paragraphs: read in all the ways people write them, and told how the program writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._marks import PART, RANKS, NumberMark, mark_of
from ecoreport.text.numbering import MARKS


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("一、主要举措", NumberMark("一、", 1, "主要举措", "一、")),
        ("二十一、其他", NumberMark("一、", 21, "其他", "二十一、")),
        ("（十）普法", NumberMark("（一）", 10, "普法", "（十）")),
        ("1.普法", NumberMark("1.", 1, "普法", "1.")),
        ("99. 普法 ", NumberMark("1.", 99, "普法", "99.")),
        ("（12）　普法", NumberMark("（1）", 12, "普法", "（12）")),
        ("一是普法", NumberMark("一是", 1, "普法", "一是")),
        ("第三，普法", NumberMark("第一，", 3, "普法", "第三，")),
        ("⑳普法", NumberMark("①", 20, "普法", "⑳")),
        ("一、1.普法", NumberMark("一、", 1, "1.普法", "一、")),
        ("第二部分　普法", NumberMark(PART, 2, "普法", "第二部分")),
    ],
)
def test_a_mark_is_read_with_what_stands_behind_it(text: str, mark: NumberMark) -> None:
    """Each style; only the first mark of several, and the rest without blanks around it."""
    assert mark_of(text) == mark
    assert mark
    assert not mark.is_odd


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("(一)普法", "（一）"),
        ("(一）普法", "（一）"),
        ("（一）、普法", "（一）"),
        ("㈢普法", "（三）"),
        ("一.普法", "一、"),
        ("1、普法", "1."),
        ("1．普法", "1."),
        ("(2)普法", "（2）"),
        ("2)普法", "（2）"),
        ("⑵普法", "（2）"),
        ("⒉普法", "2."),
        ("第一,普法", "第一，"),
        ("一十、普法", "十、"),
    ],
)
def test_a_mark_written_otherwise_is_read_and_told(text: str, plain: str) -> None:
    """Half-width brackets, other stops, signs that hold number and brackets."""
    mark = mark_of(text)
    assert mark
    assert (mark.rest, mark.is_odd, mark.plain) == ("普法", True, plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "普法",
        " 一、普法",
        "一、",
        "一、　",
        "一、：",
        "十十、普法",
        "一百、普法",
        "一，普法",
        "一是否普法",
        "１．普法",
        "01.普法",
        "0.普法",
        "100.普法",
        "1.5万人参加",
        "2024.1.20",
        "第一、普法",
        "㉑普法",
        "（一）中的专班还不顺畅",
        "（一）至（三）项",
    ],
)
def test_what_is_no_mark_stays_text(text: str) -> None:
    """Full-width digits, a mark alone, a decimal, a date, numbers beyond what is counted, an item that is spoken of."""
    assert mark_of(text) is None


@given(
    st.sampled_from([*MARKS.keys() - {"none"}]),
    st.integers(1, 99),
    st.text("甲乙丙，。", min_size=1).filter(lambda rest: rest[0] not in "，。"),
)
def test_what_the_program_writes_is_read_back(style: str, number: int, rest: str) -> None:
    """Every style to 99, the circled ones to 20."""
    number = (number - 1) % 20 + 1 if style == "①" else number
    written = MARKS[style](number)
    assert mark_of(written + rest) == NumberMark(style, number, rest, written)


def test_ranks_say_what_may_stand_below_what() -> None:
    """The four levels of the standard, and below them all the marks in a sentence, alike among themselves."""
    assert sorted(RANKS.items(), key=lambda one: one[1]) == [
        *((PART, 1), ("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4)),
        *(("一是", 5), ("第一，", 5), ("①", 5)),
    ]
    assert set(RANKS) - {PART} == set(MARKS) - {"none"}
