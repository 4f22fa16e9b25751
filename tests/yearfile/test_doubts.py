"""Lines at which a slip is worth looking for though the file reads; and what looks alike and is meant."""

import pytest

from ecoreport.yearfile._doubts import doubts
from ecoreport.yearfile._tree import Source, compose

KEYS = frozenset({"title", "text", "lead", "figures", "value", "source", "note", "addressees"})


def _doubts(text: str) -> list[int]:
    return [first + 1 for first, _ in doubts(compose(Source("data/2024.yaml", text)), KEYS)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\u3000立案: 3起", [1]),
        ("＃说明: 甲", [1]),
        ("•id: 甲", [1]),
        ("addressees: －区委", [1]),
        ("addressees: -区委", [1]),
        ("addressees: 【区委】", [1]),
        ("addressees: ［区委, 人大]", [1]),
        ("addressees: [区委，人大]", [1]),
        ("addressees: [区委，人大, 政协]", [1]),
        ("header: [区委，人大]", [1]),
        ("lead: ｜\n  甲。", [1]),
        ("lead: 甲\n  text：乙", [2]),
        ("lead: 甲\n  text:乙", [2]),
        ("figures:\n  甲：3起\n  乙：4起", [2, 3]),
        ("figures:\n  甲: 3起\n    乙：4起", [3]),
        ("title: 甲\n\n  党组学法。", [3]),
        ("lead: |\n  甲。\n\n  measures:\n", [4]),
        ("lead: |\n  甲。\n\n  立案: {value: 3起}\n", [4]),
    ],
)
def test_a_line_that_looks_as_if_something_else_was_meant(text: str, lines: list[int]) -> None:
    """Each such line, as often as there is something."""
    assert _doubts(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "number: -5",
        "lead: ——甲",
        "title: 【重点】工作",
        "addressees: ['区委，人大']",
        "header: [区委，人大, 政协]",
        "lead: 主题：甲",
        "lead: 主题\n  内容：甲",
        "title: 甲\n  乙",
        "title: 甲\n  乙。\ntext: 丙",
        "lead: |\n  甲。\n\n  #1 乙：丙，－丁",
        "立案 件数: 3起",
        "PM2.5: 3",
    ],
)
def test_the_same_signs_are_let_pass_where_they_are_meant(text: str) -> None:
    """In quotes, in texts, behind words that are no keys."""
    assert _doubts(text) == []
