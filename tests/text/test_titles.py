"""Titles: broken by meaning into lines that fit; signatures: by the formula of the clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.titles import WIDEST, break_title, width
from ecoreport.typeset._signature import right_indents


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


def test_the_date_begins_two_characters_right_of_the_issuer() -> None:
    """7.3.5.2: a long issuer stands 2 字 from the right."""
    issuer, date = "示例自治区生态环境局", "2025年1月20日"
    issuer_right, date_right = right_indents(issuer, date, sealed=False)
    assert issuer_right == 2
    assert (28 - date_right - 6.5) - (28 - issuer_right - 10) == 2


def test_a_short_issuer_moves_instead_of_the_date() -> None:
    """7.3.5.2: the date is the longer, so it stands 2 字 from the right."""
    issuer_right, date_right = right_indents("示例局", "2025年12月20日", sealed=False)
    assert date_right == 2
    assert (28 - date_right - 7) - (28 - issuer_right - 3) == 2


def test_with_a_seal_the_issuer_is_centred_over_the_date() -> None:
    """7.3.5.1: the date 4 字 from the right."""
    issuer_right, date_right = right_indents("示例局", "2025年1月20日", sealed=True)
    assert date_right == 4
    assert issuer_right + 3 / 2 == date_right + 6.5 / 2


def test_a_very_long_issuer_stays_on_the_line() -> None:
    """No negative indent."""
    assert min(right_indents("示" * 40, "2025年1月20日", sealed=False)) >= 0
    assert min(right_indents("示" * 24, "2025年1月20日", sealed=True)) >= 0
