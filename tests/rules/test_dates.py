"""Days that no calendar has, and days that had not come."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _dates


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "2024年2月29日、2024年2月30日、2023年2月29日、2024年11月31日、2024年13月1日、2024年2月。",
            ["2024年2月30日", "2023年2月29日", "2024年11月31日", "2024年13月1日"],
        ),
        ("2月30日召开，6月31日考试，4月31号结束。", ["2月30日", "6月31日", "4月31号"]),
        ("2月29日召开，12月1日—7日，9月30日-10月8日，3个月30日。", []),
        ("6月1日至31日，6月1—31日，9月31日-10月8日。", ["6月1日至31日", "6月1—31日", "9月31日-10月8日"]),
        ("2026.2.30召开，2026-11-31办结，2026.2.28公示，2026.2.30.1版。", ["2026.2.30", "2026-11-31"]),
        ("二月三十日，十二月三十一日，三月三日，十三月一日。", ["二月三十日", "十三月一日"]),
    ],
)
def test_a_day_that_is_none_is_found(sentence: str, wrong: list[str]) -> None:
    """Leap years are known, and without a year February has 29 days; a month alone is no day."""
    assert marked(_dates.days_that_are_none, sentence) == wrong


def test_the_29th_of_february_is_one_of_the_reports_year() -> None:
    """Beside a leap year it may be that one's; a year of its own is told as such."""
    assert marked(_dates.days_that_are_none, "2月29日召开。", "year: 2026\n") == ["2月29日"]
    assert marked(_dates.days_that_are_none, "2024年2月1日至2月29日。", "year: 2026\n") == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("6月20日至10日开展宣传，9月10日至9月5日开展检查。", ["6月20日至10日", "9月10日至9月5日"]),
        ("2024年6月20—10日开展宣传。", ["2024年6月20—10日"]),
        ("6月10日至20日，12月20日至1月10日，9月30日—10月8日，6月1日至1日。", []),
    ],
)
def test_a_span_ends_behind_its_beginning(sentence: str, wrong: list[str]) -> None:
    """Of one month; others may be of two years."""
    told = found(_dates.days_that_are_none, f"lead: {sentence}")
    assert [(one.code, one.typed) for one in told] == [("W628", one) for one in wrong]


def test_the_day_that_is_none_is_named() -> None:
    """Of a span the one that is wrong."""
    rule = _dates.days_that_are_none
    assert found(rule, "lead: 2024年4月31日办结。") == [Found("E524", "lead", "2024年4月31日", "核对月份和日子")]
    assert [one.typed for one in found(rule, "lead: 6月1日至31日。")] == ["6月1日至31日"]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("2025年3月5日召开会议。", ["2025年3月5日"]),
        ("2025年1月21日印发方案。", ["2025年1月21日"]),
        ("2025年2月组织召开会议。", ["2025年2月"]),
        ("2025年2月，全部办结。", ["2025年2月"]),
        ("2025年1月20日召开会议。", []),
        ("2025年1月召开会议。", []),
        ("2025年3月起执行新的基准。", []),
        ("拟于2025年3月召开会议，2025年3月底前完成整改。", []),
        ("印发《2025年3月召开会议的方案》。", []),
        ("许可有效期至2025年6月30日。", []),
    ],
)
def test_what_is_told_as_done_had_come(sentence: str, wrong: list[str]) -> None:
    """By the day of the report; what is to come is told as such."""
    assert marked(_dates.done_before_it_is_told, sentence, "date: 2025-01-20\n") == wrong
    assert marked(_dates.done_before_it_is_told, sentence) == []


def test_a_plan_is_of_what_is_to_come() -> None:
    """Its days are."""
    keys = "date: 2025-01-20\nnext_year_plan: [{text: 2025年3月召开会议。}]"
    assert found(_dates.done_before_it_is_told, keys) == []
