"""What a plan's text sets as targets, and what numbers a later text gives."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.targets import sayings, targets


def _told(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Of each target what it is about, the bound with its sign, and the words."""
    return [(one.things, _bound(one.low, one.high, one.by, one.unit, one.month), one.words) for one in targets(text)]


def _bound(low: Decimal | None, high: Decimal | None, by: int, unit: str, month: int) -> str:
    if month:
        return f"≤{month}月"
    sign = {1: "+", -1: "-"}.get(by, "")
    return f"{sign}≥{low}{unit}" if low is not None else f"≤{high}{unit}"


@pytest.mark.parametrize(
    ("text", "thing", "bound"),
    [
        ("全年培训不少于600人次。", "培训", "≥600人次"),
        ("评查案卷60卷以上。", "评查案卷", "≥60卷"),
        ("开展“送法进企业”活动至少20场。", "送法进企业活动", "≥20场"),
        ("办结率力争达到95%。", "办结率", "≥95%"),
        ("办结率由90%提高到95%。", "办结率", "≥95%"),
        ("复议纠错率控制在5%以内。", "复议纠错率", "≤5%"),
        ("平均办理时间压缩到3个工作日。", "平均办理时间", "≤3个工作日"),
        ("每季度召开1次联席会议。", "联席会议", "≥4次"),
        ("每月召开一次联席会议。", "联席会议", "≥12次"),
        ("新增法治文化阵地3个。", "法治文化阵地", "≥3个"),
        ("处罚案件下降10%。", "处罚案件", "-≥10%"),
        ("轮训实现全覆盖。", "轮训", "≥100%"),
        ("2025年6月底前完成执法人员轮训。", "执法人员轮训", "≤6月"),
        ("上半年出台执法监督办法。", "执法监督办法", "≤6月"),
        ("第三季度末前建成监管平台。", "监管平台", "≤9月"),
        ("年底前，完成案卷归档。", "案卷归档", "≤12月"),
        ("加强案卷评查，全年不少于60卷。", "案卷评查", "≥60卷"),
    ],
)
def test_a_target_is_read_with_its_thing(text: str, thing: str, bound: str) -> None:
    """At least, at most, a change, by a month; the thing without the words of doing and of bounds."""
    assert [(things[0], told) for things, told, _ in _told(text)] == [(thing, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "加强执法监督，提高办案质量。",
        "聚焦3个方面、抓好12项重点。",
        "落实《法治政府建设实施纲要（2021—2025年）》。",
        "在5个工作日内告知。",
        "目前已有公职律师7名。",
    ],
)
def test_what_sets_nothing_is_no_target(text: str) -> None:
    """Words alone, sizes of lists, periods of documents, what there is."""
    assert targets(text) == ()


def test_words_are_the_texts_own() -> None:
    """With the clause before where their own says nothing of what is counted; each in its order."""
    text = "2025年6月底前完成轮训；加强案卷评查，全年不少于60卷；办结率95%以上。"
    assert [one.words for one in targets(text)] == [
        "2025年6月底前完成轮训", "加强案卷评查，全年不少于60卷", "办结率95%以上",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "thing", "least", "most"),
    [
        ("评查案卷25卷。", "评查案卷", "25", "25"),
        ("评查案卷近60卷。", "评查案卷", "54.0", "59.9999"),
        ("评查案卷60余卷。", "评查案卷", "60", "72.0"),
        ("评查案卷约60卷。", "评查案卷", "57.00", "63.00"),
        ("每季度召开联席会议1次。", "联席会议", "4", "4"),
        ("办结率由90%提高到95%。", "办结率", "95", "95"),
        ("轮训尚未实现全覆盖。", "轮训", "0", "99"),
        ("轮训基本实现全覆盖。", "轮训", "0", "100"),
    ],
)
def test_a_saying_is_a_range(text: str, thing: str, least: str, most: str) -> None:
    """What is not exact leaves something open."""
    [one] = sayings(text)
    assert (one.things[0], one.low, one.high) == (thing, Decimal(least), Decimal(most))


@pytest.mark.parametrize("text", ["计划评查案卷60卷。", "上年评查案卷60卷。", "明年评查案卷60卷。"])
def test_last_years_numbers_and_plans_are_no_outcome(text: str) -> None:
    """Nor what is to be done."""
    assert sayings(text) == ()


@given(st.text("不少于每季度一次6月底前完成评查案卷0123456789%，。；（）“”全覆盖", max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is typed; the words of a target stand in it."""
    for one in targets(text):
        assert one.words in text
        assert one.things
    assert all(one.low <= one.high for one in sayings(text))
