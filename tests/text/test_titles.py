"""Titles: broken by meaning into lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.titles import WIDEST, break_title, width


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("示例局2024年法治政府建设情况报告", ("示例局2024年法治政府建设情况报告",)),
        ("南开区生态环境局2023年度法治政府建设情况报告", ("南开区生态环境局", "2023年度法治政府建设情况报告")),
        (
            "示例市生态环境局关于2024年度法治政府建设情况的报告",
            ("示例市生态环境局", "关于2024年度法治政府建设情况的报告"),
        ),
        (
            "示例县交通运输局关于2024年度法治政府建设工作情况的报告",
            ("示例县交通运输局", "关于2024年度法治政府建设工作情况的报告"),
        ),
        (  # the second line would not hold 关于…的报告
            "示例县交通运输局关于报送2024年度法治政府建设工作情况的报告",
            ("示例县交通运输局关于报送2024年度", "法治政府建设工作情况的报告"),
        ),
        (
            "示例市水务局关于2024年度法治政府建设工作情况及2025年工作打算的报告",
            ("示例市水务局", "关于2024年度法治政府建设工作情况", "及2025年工作打算的报告"),
        ),
        ("甲乙\n丙丁", ("甲乙", "丙丁")),
    ],
)
def test_a_title_breaks_by_meaning(title: str, lines: tuple[str, ...]) -> None:
    """As a person would break it; as typed where it was typed in lines."""
    assert break_title(title, title.partition("局")[0] + "局") == lines


@given(st.text(st.sampled_from("示例市生态环境局关于2024年度法治政府建设情况的报告《》、"), min_size=1, max_size=120))
def test_no_title_loses_a_character_or_overruns_its_line(title: str) -> None:
    """Whatever it is."""
    lines = break_title(title, "示例市生态环境局")
    assert "".join(lines) == title
    assert all(width(line) <= WIDEST for line in lines)


@given(st.text("示例区生态环境局关于二〇年度法治政府建设工作情况的报告及和与2024", min_size=1, max_size=130))
def test_no_line_is_left_with_three_characters(title: str) -> None:
    """7.3.1: a last line of one character, or of three, is no 梯形 and no 菱形."""
    lines = break_title(title, "示例区生态环境局")
    assert "".join(lines) == title.strip()
    assert len(lines) == 1 or min(map(width, lines)) > 3
