"""The figures of several bureaus side by side, in every format."""

import json

import pytest

from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import parse
from ecoreport.years import pivot


def _figures(year: int, figures: str) -> Report:
    return parse(f"year: {year}\nissuer: 示例县教育局\nfigures: {{{figures}}}\n".encode(), "x").report


BUREAUS = {
    "示例县教育局": {2023: _figures(2023, "立案: 8起"), 2024: _figures(2024, "立案: 待填, 罚款: 1.5万元")},
    "示例区生态环境局": {2024: _figures(2024, "立案: 3件, 完成: 3/4")},
}


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        ("text", ["单位              指标  2023年  2024年",
                  "示例县教育局      立案  8起     【待填】",
                  "示例县教育局      罚款  —       1.5万元",
                  "示例区生态环境局  立案  —       3件",
                  "示例区生态环境局  完成  —       3/4"]),
        ("md", ["| 单位 | 指标 | 2023年 | 2024年 |",
                "|---|---|---|---|",
                "| 示例县教育局 | 立案 | 8起 | 【待填】 |",
                "| 示例县教育局 | 罚款 | — | 1.5万元 |",
                "| 示例区生态环境局 | 立案 | — | 3件 |",
                "| 示例区生态环境局 | 完成 | — | 3/4 |"]),
        ("csv", ["\ufeff单位,指标,计量单位,2023年,2024年,2023年印出,2024年印出",
                 "示例县教育局,立案,起,8,【待填】,8起,【待填】",
                 "示例县教育局,罚款,元,,15000,,1.5万元",
                 "示例区生态环境局,立案,件,,3,,3件",
                 "示例区生态环境局,完成,,,3,,'3/4"]),
    ],
)  # fmt: skip
def test_figures_of_bureaus_side_by_side(form: str, lines: list[str]) -> None:
    """A line each bureau and figure, a column each year; what is open stands in the line of its unit."""
    assert pivot.MATRICES[form](BUREAUS).splitlines() == lines


def test_a_figure_that_changed_its_unit_has_a_line_for_each() -> None:
    """They must not be added up."""
    years = {2023: _figures(2023, "立案: 8起"), 2024: _figures(2024, "立案: 9件")}
    assert pivot.MATRICES["csv"]({"示例县教育局": years}).splitlines()[1:] == [
        "示例县教育局,立案,件,,9,,9件",
        "示例县教育局,立案,起,8,,8起,",
    ]


def test_figures_of_bureaus_as_json() -> None:
    """One object a bureau, figure and year, the years in order; nothing is an empty list."""
    told = json.loads(pivot.MATRICES["json"](BUREAUS))
    assert [(one["bureau"][:3], one["name"], one["year"], one["value"], one["whole"], one["open"]) for one in told] == [
        ("示例县", "立案", 2023, 8, None, False),
        ("示例县", "立案", 2024, None, None, True),
        ("示例县", "罚款", 2024, 15000, None, False),
        ("示例区", "立案", 2024, 3, None, False),
        ("示例区", "完成", 2024, 3, 4, False),
    ]
    assert pivot.MATRICES["json"]({}) == "[]\n"
