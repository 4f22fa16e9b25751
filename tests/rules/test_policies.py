"""Policies that last some years: followed while they last, and named with their own years."""

import pytest
from support.contexts import found, marked

from ecoreport.rules._policies import Policy, policies, policies_in_force

NEXT = "改用《法治政府建设实施纲要（2021—2025年）》"
LOOK = "看看有没有新的文件；写总结、评估的，写明是总结、评估"


def told(keys: str) -> list[tuple[str, str, str]]:
    """Code, characters and help of each finding."""
    return [(one.code, one.typed, one.help) for one in found(policies_in_force, keys)]


@pytest.mark.parametrize(
    ("year", "sentence", "named"),
    [
        (2024, "落实“十三五”规划。", "“十三五”"),
        (2024, "落实十三五生态环境保护规划。", "十三五"),
        (2024, "按照“七五”普法要求。", "“七五”普法"),
        (2026, "扎实推进八五普法工作。", "八五普法"),
        (2026, "深入推进法治中国建设规划（2020—2025年）。", "法治中国建设规划（2020—2025年）"),
        (2026, "深入学习“八五”普法规划。", "“八五”普法"),
        (2026, "落实《法治政府建设实施纲要（2021-2025年）》。", "法治政府建设实施纲要（2021-2025年）"),
        (2026, "贯彻落实法治政府建设实施纲要（2021—2025年）要求。", "法治政府建设实施纲要（2021—2025年）"),
        (2026, "按照《示例市法治政府建设实施方案（2021—2025年）》办理。", "示例市法治政府建设实施方案（2021—2025年）"),
        (2026, "落实提升行政执法质量三年行动要求。", "提升行政执法质量三年行动"),
        (2026, "落实《甲工作总结办法》《示例区规划（2021年—2025年）》。", "示例区规划（2021年—2025年）"),
    ],
)
def test_a_policy_that_is_over_is_not_followed(year: int, sentence: str, named: str) -> None:
    """With quotes, dashes of any kind, or neither; a local one by the years that it has itself."""
    assert marked(policies_in_force, sentence, f"year: {year}\n") == [named]
    assert marked(policies_in_force, sentence, f"year: {2020 if '三五' in named or '七五' in named else 2025}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "总结“十三五”成果。",
        "落实要求，总结“十三五”成果。",
        "对照《法治政府建设实施纲要（2021—2025年）》开展终期自查。",
        "做好“八五”普法终期评估和“九五”普法启动工作。",
        "《法治政府建设实施纲要（2021—2025年）》确定的任务全部完成。",
        "“十四五”期间，落实责任。",
        "推进“八五”普法总结验收。",
        "落实《关于做好工作的通知》，二十四五个人。",
        "落实《示例区规划（2026—2030年）》。",
        "贯彻落实《法治政府建设实施纲要》。",
    ],
)
def test_one_that_is_looked_back_on_may_be_over(sentence: str) -> None:
    """Its end is wound up, by right; a name without its years may be the next one's."""
    assert marked(policies_in_force, sentence, "year: 2026\n") == []


def test_a_plan_is_for_the_next_year() -> None:
    """What ends this year is not to be carried out in it; what begins then is."""
    keys = "year: 2025\nnext_year_plan: [{text: 落实“八五”普法规划。}, {text: 落实“十五五”规划。}]"
    assert told(keys) == [("W610", "“八五”普法", LOOK)]


def test_what_follows_is_said() -> None:
    """Where it is known."""
    assert told("lead: 落实《法治政府建设实施纲要（2015—2020年）》。")[0][2] == NEXT


def test_a_known_policy_has_its_own_years() -> None:
    """One of a city may have others."""
    sentence = "落实《法治中国建设规划（2021—2025年）》《示例市法治中国建设规划（2021—2025年）》。"
    assert told(f"lead: {sentence}") == [("E650", "法治中国建设规划（2021—2025年）", "照原文件核对年份")]


def test_what_has_not_begun_is_not_carried_out() -> None:
    """It may be planned."""
    assert [one[0] for one in told("lead: 落实“十五五”规划。")] == ["W651"]
    assert told("lead: 谋划“十五五”规划。") == []
    assert told("year: 2025\ndate: 2026-01-20\nlead: 落实“十五五”规划。") == []


def test_the_policies_are_read_from_their_file() -> None:
    """Each with its years and what followed it, if anything has; no two of one name at once."""
    assert Policy("十四五", 2021, 2025, "“十五五”", "十四五") in policies()
    assert all(one.first < one.last for one in policies())
    for one in policies():
        assert not [
            o for o in policies() if o.name == one.name and o != one and o.first <= one.last and one.first <= o.last
        ]
