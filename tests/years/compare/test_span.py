"""Several years in a row: figures, shortcomings that come back, plans, and what is not there."""

import json

import pytest
from support.contexts import of_year

from ecoreport.report.blocks import Kind, Paragraph
from ecoreport.report.context import Context
from ecoreport.text.quantity import parse_quantity
from ecoreport.years.compare._span_told import as_blocks, as_json, as_markdown, as_text, bars, sheets
from ecoreport.years.compare.span import Span, narrowed_span, span


def _span(keys: dict[int, str], missing: tuple[int, ...] = (), broken: tuple[int, ...] = ()) -> Span:
    return span({year: Context(of_year(year, own)) for year, own in keys.items()}, missing, broken)


WHOLE = _span(
    {
        2021: "figures: {立案: 40件}\nshortcomings: [{problem: 案卷归档不规范}, {problem: 普法形式单一}]",
        2022: "figures: {立案: 60件}\nshortcomings: [{problem: 普法形式单一}]\n"
        "next_year_plan: [{id: a, title: 评查, text: 评查案卷9卷。}]",
        2023: "figures: {立案: 50件, 信访: 9件}\nshortcomings: [{problem: 案卷归档还不规范}, {problem: 普法形式单一}]\n"
        "measures: [{text: 评查案卷5卷。, carries_out: [a]}]",
    },
    missing=(2020,),
)


def test_the_tables_are_these() -> None:
    """A column a year; a dash where a year has no such figure, and how the row went on."""
    assert [one.rows for one in sheets(WHOLE)] == [
        (("哪年的安排", "看哪年", "结果"), ("2022年", "2023年", "1项：1项没有达到目标")),
        (
            ("不足", "2021年", "2022年", "2023年", "说明"),
            ("普法形式单一", "●", "●", "●", "已连续3年"),
            ("案卷归档还不规范", "●", "", "●", "2023年又出现"),
        ),
        (
            ("指标", "2021年", "2022年", "2023年", "走势", "首末增减"),
            ("立案", "40件", "60件", "50件", "▁█▄", "增加10件（+25.0%）"),
            ("信访", "—", "—", "9件", "", ""),
        ),
    ]


def test_every_format_shows_the_tables_and_what_is_missing() -> None:
    """Blocks with charts of what moved; JSON with values."""
    for told in (as_text(WHOLE), as_markdown(WHOLE)):
        assert "没有2020年的文件" in told
        assert "▁█▄" in told
    assert json.loads(as_json(WHOLE))["figures"][0]["values"][1] == {"printed": "60件", "value": 60, "unit": "件"}
    kinds = [block.kind for block in as_blocks(WHOLE) if isinstance(block, Paragraph)]
    assert kinds == [
        Kind.TITLE, Kind.BODY, Kind.HEADING_1, Kind.HEADING_1, Kind.HEADING_1, Kind.HEADING_1, Kind.COLUMN_CHART,
    ]  # fmt: skip


def test_a_shortcoming_that_is_gone_says_since_when() -> None:
    """And one that only some known years tell is not said to have no break."""
    keys = {year: f"shortcomings: [{{problem: {text}}}]" for year, text in ((2021, "甲事不足"), (2022, "甲事不足"))}
    [_, gone] = sheets(_span({**keys, 2023: "lead: 文。"}))[0].rows
    assert gone[-1] == "2023年起没有再列"
    [_, kept] = sheets(_span({2021: keys[2021], 2023: keys[2022]}, missing=(2022,)))[0].rows
    assert kept[-1] == "有文件的2年都有"


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        (("1件", "2件", "3件"), "▁▄█"),
        (("3件", "不适用", "3件"), "▄·▄"),
        (("1起", "5件", "9件"), "·▁█"),
        (("5件",), ""),
    ],
)
def test_a_small_chart_in_characters(typed: tuple[str, ...], drawn: str) -> None:
    """From the least to the most of the newest unit."""
    assert bars([parse_quantity(one) for one in typed]) == drawn


@pytest.mark.parametrize(
    ("parts", "headings"), [(("figures",), ["指标"]), (("plan",), ["各年的安排落实得怎样", "各年的不足"])]
)
def test_only_the_parts_that_are_asked_for(parts: tuple[str, ...], headings: list[str]) -> None:
    """The figures, or plan and shortcomings."""
    assert [one.heading for one in sheets(narrowed_span(WHOLE, parts))] == headings


def test_it_differs_where_a_figure_moved_or_a_shortcoming_came() -> None:
    """Not where each year is as the one before."""
    assert WHOLE.differs
    same = "figures: {立案: 40件}\nshortcomings: [{problem: 甲事不足}]"
    assert not _span({2021: same, 2022: same}).differs
    assert _span({2021: same, 2022: same, 2023: "figures: {立案: 40件}"}).differs
