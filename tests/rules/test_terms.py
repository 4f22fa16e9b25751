"""Words that are wrong in this field, or drift, or hold a place; numbers that the program writes."""

import pytest
from support.contexts import Found, found

from ecoreport.rules._terms import by_pattern, drifting_years, numbers_written_by_hand

DATE = "写出日期，如 截至2024年12月31日"
LEADER = "写成“推进法治建设第一责任人”"
LAW = "写成“法治”；“法制审核”“法制科”等固定用语不改"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12月4号开展宣传。", ("W514", "12月4号", "写成“日”")),
        ("今年加强宣传。", ("W515", "今年", "写出年份，如 2024年")),
        ("比去年有提高。", ("W515", "去年", "写出年份，如 2023年")),
        ("比前年有提高。", ("W515", "前年", "写出年份，如 2022年")),
        ("明年继续加强。", ("W515", "明年", "写出年份，如 2025年")),
        ("截至目前已办结。", ("W515", "截至目前", DATE)),
        ("截止到现在已办结。", ("W515", "截止到现在", DATE)),
        ("推进法制政府建设。", ("W516", "法制", LAW)),
        ("开展法制宣传。", ("W516", "法制", LAW)),
        ("法治政府建设第一责任人。", ("E517", "法治政府建设第一责任人", LEADER)),
        ("履行法治建设第一责任人职责。", ("E517", "法治建设第一责任人", LEADER)),
        ("查处××件。", ("E522", "××", "填上内容")),
        ("查处XX件。", ("E522", "XX", "填上内容")),
        ("查处*件。", ("E522", "*", "填上内容")),
        ("查处***。", ("E522", "***", "填上内容")),
        ("内容TODO。", ("E522", "TODO", "填上内容")),
        ("内容待补充。", ("E522", "待补充", "填上内容")),
        ("印发〇〇办法。", ("E522", "〇〇", "填上内容")),
        ("印发《××办法》。", ("E522", "××", "填上内容")),  # in a title as well
    ],
)
def test_a_wording_that_is_wrong_is_found(text: str, told: tuple[str, str, str]) -> None:
    """A year that drifts with the year that is meant."""
    code, typed, help_ = told
    rule = drifting_years if typed.endswith("年") else by_pattern
    assert found(rule, f"measures: [{{text: '{text}'}}]") == [Found(code, "measures.items[1].text", typed, help_)]


@pytest.mark.parametrize(
    "text",
    [
        "12月4日，3号楼。",
        "2023年和2024年，截至2024年12月31日，每年。",
        "“今年要有新气象”，《去年工作总结》。",
        "法制审核，法制科，法制宣传科，法制教育股，法治宣传。",
        "《法制宣传报》，“法制教育”。",
        "履行推进法治建设第一责任人职责。",
        "5×3，3X，AXXB，2*3，〇二四，O2O。",
    ],
)
def test_a_wording_that_is_right_is_silent(text: str) -> None:
    """Fixed names, quotations, and signs that count."""
    for rule in (by_pattern, drifting_years):
        assert found(rule, f"measures: [{{text: '{text}'}}]") == []


def test_in_a_plan_this_year_is_the_plans() -> None:
    """Not the report's."""
    [one] = found(drifting_years, "next_year_plan: [{text: 今年加强宣传。}]")
    assert one.help == "写出年份，如 2025年"


OWN_ITEM = "把它写成 items 里的一条“- text: …”，再删掉序号，由程序编；要别的样式就写 numbering"
LEAVE_OUT = "删掉它，序号由程序编；要别的样式就写 numbering"


@pytest.mark.parametrize(
    ("key", "text", "typed", "help_"),
    [
        ("text", "1、落实制度。", "1、", OWN_ITEM),
        ("text", "（1）、落实制度。", "（1）、", OWN_ITEM),
        ("text", "(二)落实制度。", "(二)", OWN_ITEM),
        ("text", "十二、落实制度。", "十二、", OWN_ITEM),
        ("text", "一是、落实制度。", "一是、", "写成“一是”"),
        ("title", "一、落实制度", "一、", LEAVE_OUT),
        ("title", "1.落实制度", "1.", LEAVE_OUT),
        ("title", "③落实制度", "③", LEAVE_OUT),
        ("title", "第一，落实制度", "第一，", LEAVE_OUT),
        ("text", "1.5万人参加。", "", ""),
        ("title", "(1)落实制度", "(1)", LEAVE_OUT),
        ("text", "1.落实制度，2.落实责任。", "", ""),
        ("text", "（1）落实制度；（2）落实责任。", "", ""),
        ("text", "一是落实制度。", "", ""),
        ("text", "第一，落实制度。", "", ""),
        ("text", "落实1、2号文。", "", ""),
        ("title", "1.5万人普法", "", ""),
        ("title", "附件1：表", "", ""),
    ],
)
def test_a_number_that_the_program_writes_is_found(key: str, text: str, typed: str, help_: str) -> None:
    """At the beginning of a heading or a text, not within."""
    expected = [Found("E518", f"measures.items[1].{key}", typed, help_)] * bool(typed)
    assert found(numbers_written_by_hand, f"measures: [{{{key}: {text!r}}}]") == expected


def test_a_figures_own_words_and_other_texts_are_let_be() -> None:
    """A unit is the figure's; a cause or a cell may begin with a number that nobody else writes."""
    assert found(by_pattern, "figures: {档案: 3XX}\nlead: 共{{ 档案 }}。") == []
    table = "table: {header: [一、甲], rows: [[一、乙]]}"
    keys = f"measures: {{{table}}}\nshortcomings: [{{problem: 一、丙, cause: 一、丁}}]"
    assert found(numbers_written_by_hand, keys) == []


def test_an_attachment_has_no_number_of_its_own_either() -> None:
    """附件1： is written by the program; the report's title and lead are as typed."""
    attachments = "attachments: ['附件1：检查表', 附件检查表, {title: 2.检查表, text: 一、表。}]"
    assert found(numbers_written_by_hand, f"title: 一、报告\nlead: 一、报告。\n{attachments}") == [
        Found("E518", "attachments[1].title", "附件1：", LEAVE_OUT),
        Found("E518", "attachments[3].text", "一、", OWN_ITEM),
        Found("E518", "attachments[3].title", "2.", LEAVE_OUT),
    ]
