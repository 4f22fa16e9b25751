"""Names for a number out of the words around it: its noun, without what only leads to the number."""

import pytest

from ecoreport.importing._names import choices


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("全年立案", ["立案"]),
        ("，共查处违法案件", ["查处违法案件"]),
        ("组织开展执法培训", ["执法培训"]),
        ("收到信访投诉共计", ["信访投诉"]),
        ("处理群众投诉", ["群众投诉", "处理群众投诉"]),
        ("结合“12·4”等节点开展普法宣传", ["普法宣传"]),
        ("查处“百吨王”", ["百吨王"]),
        ("发布《执法手册》", ["执法手册"]),
        ("非现场检查", ["非现场检查"]),
        ("共排查火灾隐患", ["排查火灾隐患"]),  # more than 隐患
        ("对违法单位下达行政处罚决定书", ["行政处罚决定书", "违法单位下达行政处罚决定书"]),
        ("移送公安机关", ["移送公安机关"]),
        ("检查企业（", ["检查企业"]),
        ("开展活动（含线上）", ["活动"]),
        ("2024年新招执法人员", ["新招执法人员"]),
        ("立案３起、罚款", ["罚款"]),
        ("邀请市县两级专家学者和法律顾问到场开展座谈交流", ["座谈交流"]),
    ],
)
def test_a_count_is_named_by_the_words_before_it(before: str, names: list[str]) -> None:
    """Without time and place, without what is done with all kinds of things; an indicator's own name first."""
    assert choices(before, "。", "起", "") == names


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        ("", "处罚决定。", ["处罚决定"]),
        ("作出", "处罚决定书。", ["处罚决定书", "作出处罚决定书"]),
        ("发布", "的典型案例，", ["典型案例", "发布典型案例"]),
        ("立案", "查处", ["立案", "立案查处"]),
        ("，", "执法人员参加全市的集中培训", ["执法人员"]),
    ],
)
def test_or_by_the_words_behind_it(before: str, after: str, names: list[str]) -> None:
    """Up to the verb that follows; a short word behind is joined to those before."""
    assert choices(before, after, "件", "") == names


@pytest.mark.parametrize(
    ("before", "unit", "last", "names"),
    [
        ("通过率达到", "%", "", ["通过率"]),
        ("满意率由93%提升到", "%", "", ["满意率"]),
        ("满意率高，群众好评", "%", "", ["群众好评"]),
        ("（全县平均", "%", "满意率", ["满意率全县平均"]),
        ("，占", "%", "优秀案卷", ["优秀案卷占比"]),
        ("，占", "%", "", []),
        ("占信访投诉的", "%", "立案", ["占信访投诉比例"]),
        ("，行政复议占", "%", "案件", ["行政复议占比"]),
        ("网办率提高了", "个百分点", "", ["网办率提高"]),
    ],
)
def test_a_rate_is_named_by_its_noun(before: str, unit: str, last: str, names: list[str]) -> None:
    """Or by what has it, what it is a share of, or that it moved."""
    assert choices(before, "。", unit, last) == names


@pytest.mark.parametrize(
    ("unit", "name"), [("人次", "培训人次"), ("万元", "培训金额"), ("元", "培训金额"), ("人", "培训人数")]
)
def test_a_second_number_is_what_it_counts_of_the_first(unit: str, name: str) -> None:
    """培训5期、420余人次: no words of its own."""
    assert choices("培训5期、", "。", unit, "培训") == [name]


@pytest.mark.parametrize("before", ["", "全年", "全市共", "下降", "增加了", "其中", "，达到", "占比", "案"])
def test_words_that_say_nothing_give_no_name(before: str) -> None:
    """When, where, how much, whether it rose; or a single character."""
    assert choices(before, "，", "件", "") == []


def test_sixty_characters_are_looked_at() -> None:
    """What stands further away belongs to something else; a name of more than sixteen is cut to its last ten."""
    assert choices("满意率" + "甲" * 57, "。", "%", "") == ["满意率"]
    assert choices("满意率" + "甲" * 60, "。", "%", "") == ["甲" * 60]
    assert choices("甲" * 16, "。", "件", "") == ["甲" * 16]
    assert choices("甲乙" * 8 + "丙", "。", "件", "") == ["乙甲乙甲乙甲乙甲乙丙"]
