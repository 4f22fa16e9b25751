"""The parts that the law asks for, causes, answers, and the date at its two bounds."""

import pytest
from support.catalogue import merged
from support.contexts import Found, found

from ecoreport.rules._content import (
    causes_begin_at_once,
    dated_in_time,
    required_sections,
    shortcomings_are_answered,
    shortcomings_have_causes,
)

OTHERS = """\
shortcomings: [{problem: 归档不规范, cause: 台账不细}]
leader_duties: {text: 履行职责。}
next_year_plan: {items: [{text: 逐卷核对。}]}
"""
WHOLE = f"measures: [{{title: 依法决策}}]\n{OTHERS}"
FILL_IN = "在下面写上内容，一条一个“- ”"

LATE = "年度报告应在次年3月1日之前报送；确实迟了就照实写，写明理由不再提示"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (WHOLE, []),
        (merged(WHOLE, "measures:"), [Found("E602", "measures:", help=FILL_IN)]),
        (merged(WHOLE, "measures: []"), [Found("E602", "measures:", help="写上内容")]),
        (merged(WHOLE, "measures: {table: {header: [甲], rows: [[乙]]}}"), []),
        (OTHERS, [Found("E601", "", help="写上 measures:，或者在 sections 里加一块 kind: measures")]),
        (f"sections: [{{kind: measures}}]\n{OTHERS}", [Found("E602", "sections[1]:", help="写上内容")]),
        (f"sections: [{{kind: measures}}, {{kind: measures, text: 甲。}}]\n{OTHERS}", []),
    ],
)
def test_four_parts_are_there_and_not_empty(keys: str, expected: list[Found]) -> None:
    """As keys or in `sections`; of two of a kind one may be empty."""
    assert found(required_sections, keys) == expected


@pytest.mark.parametrize(
    ("item", "found_at"),
    [
        ("{problem: 归档不规范, cause: 台账不细}", []),
        ("{problem: 归档不规范}", ["shortcomings.items[1]"]),
        ("{text: 归档不规范，缺少专人。}", ["shortcomings.items[1]"]),
        ("{text: 归档不规范，由于缺少专人。}", []),
        ("{text: 归档不规范，主要是缺少专人。}", []),
        ("{text: 归档不规范，症结在缺少专人。}", []),
        ("{text: 归档不规范，与缺少专人有关。}", []),
        ("{text: 设备陈旧，受经费限制未更新。}", []),
        ("{text: 设备陈旧，受限制未更新。}", ["shortcomings.items[1]"]),
        ("{title: 归档不规范, items: [{text: 原因是缺少专人。}]}", []),
    ],
)
def test_a_shortcoming_has_its_cause(item: str, found_at: list[str]) -> None:
    """As a key, or in any of the usual words of its text or of its items."""
    mend = "写上 cause，或者在正文里说明原因"
    expected = [Found("E603", path, help=mend) for path in found_at]
    assert found(shortcomings_have_causes, f"shortcomings: [{item}]\nmeasures: [{{text: 归档不规范。}}]") == expected


@pytest.mark.parametrize(
    ("cause", "led", "mended"),
    [
        ("主要原因是台账不细", "主要原因是", "台账不细"),
        ("其原因在于台账不细", "其原因在于", "台账不细"),
        ("原因：因为台账不细", "原因：因为", "台账不细"),
        ("主要是因为台账不细", "主要是因为", "台账不细"),
        ("由于台账不细", "由于", "台账不细"),
    ],
)
def test_a_cause_begins_with_the_cause(cause: str, led: str, mended: str) -> None:
    """主要原因是 is printed before it, and so taken off."""
    expected = [Found("W525", "shortcomings.items[1].cause", led, f"去掉“{led}”", mended)]
    assert found(causes_begin_at_once, f"shortcomings: [{{problem: 归档不规范, cause: {cause}}}]") == expected


@pytest.mark.parametrize(
    "item",
    [
        "{problem: 归档不规范, cause: 台账不细}",
        "{problem: 归档不规范, cause: 因人手少}",
        "{problem: 归档不规范, cause: 人手少，由于编制紧}",
        "{problem: 归档不规范, cause: 由于人手少, text: '{{ 问题 }}，{{ 原因 }}。'}",
        "{title: 归档不规范, cause: 由于人手少}",
        "{problem: 归档不规范}",
    ],
)
def test_a_cause_stands_as_it_is_where_nothing_is_printed_before_it(item: str) -> None:
    """A text of its own says what leads to the cause; 因 alone is part of a sentence."""
    assert found(causes_begin_at_once, f"measures: [{{title: 甲}}]\nshortcomings: [{item}]") == []


def test_each_shortcoming_is_answered_by_the_plan() -> None:
    """By its id; where there is no plan yet, that alone is told."""
    shortcomings = "shortcomings: [{id: archive, text: 甲。}, {id: law, text: 乙。}, {text: 丙。}]\n"
    plan = "next_year_plan: [{text: 丁。, answers: [law, other]}, {text: 戊。}]"
    assert found(shortcomings_are_answered, shortcomings + plan) == [
        Found("W604", "shortcomings.items[1]", help="在回应它的计划里写 answers: [archive]"),
        Found("W604", "shortcomings.items[3]", help="给它写上 id，在回应它的计划里写 answers: [这个id]"),
    ]
    help_ = "在每条安排里写 answers: [它回应的不足的 id]，漏掉哪一条就看得出来"
    for silent in ("next_year_plan: [{text: 丁。}]", "next_year_plan: {text: 丁。}"):
        told = found(shortcomings_are_answered, shortcomings + silent)
        assert told == [Found("H634", "next_year_plan:", help=help_)]
    assert found(shortcomings_are_answered, shortcomings) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("", [Found("W605", "date", help="写上 date: 2025-01-20 这样的日期")]),
        ("date: 待填", []),
        ("date: 2024-11-30", [Found("E607", "date", help="多半是年份没有改")]),
        ("date: 2024-12-01", []),
        ("date: 2025年2月28日", []),
        ("date: 2025-03-01", [Found("W622", "date", help=LATE)]),
        ("date: 2026-01-20", [Found("W622", "date", help="多半是年份写错了：2024年度的报告应在2025年3月1日之前报送")]),
    ],
)
def test_a_report_is_dated_from_december_until_february(date: str, expected: list[Found]) -> None:
    """The bounds are days of the report's own year and the next."""
    assert found(dated_in_time, date) == expected
