"""Names for a number out of the words around it: whole words, of the right thing, or none."""

import pytest

from ecoreport.importing._naming._names import Last, Named, choices, measure
from ecoreport.text.quantities import statement


def named(text: str, last: Last = Last()) -> Named:  # noqa: B008 - it is frozen
    """What the last quantity of a text may be called."""
    one = statement(text).mentions[-1]
    return choices(one, one.lead, last)


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("全年立案", ["立案"]),
        ("，共查处违法案件", ["查处违法案件"]),
        ("组织开展执法培训", ["执法培训", "开展执法培训"]),
        ("召开会议", ["召开会议", "会议"]),
        ("结合“12·4”等节点开展普法宣传", ["普法宣传", "开展普法宣传"]),
        ("非现场检查", ["非现场检查"]),
        ("撤销行政处罚决定", ["撤销行政处罚决定"]),  # an indicator's name, but not of it
        ("局党组理论学习中心组集中学法", ["理论学习中心组集中学法", "局党组理论学习中心组集中学法"]),
        ("对轻微违法行为不予处罚", ["不予处罚"]),
        ("移送公安机关", ["移送公安机关"]),
        ("提供服务", ["提供服务"]),
        ("办理", []),
        ("发现", []),
        ("检查时发现该加油站", []),
        ("对", []),
    ],
)
def test_a_count_is_named_by_the_words_before_it(before: str, names: list[str]) -> None:
    """An indicator's own name first; the noun; with what is done where the noun alone says little."""
    assert [*named(f"{before}3件。").names] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3件处罚决定。", ["处罚决定"]),
        ("作出3件处罚决定书。", ["处罚决定书"]),
        ("立案3件查处", ["立案"]),
        ("，3名执法人员参加全市的集中培训", ["执法人员"]),
        ("组织32名执法人员参加考试。", []),  # not all of them
        ("对21家企业开展检查。", ["检查企业"]),
        ("对3家次经济困难的企业延期缴款。", ["延期缴款经济困难的企业"]),
        ("对43个问题建立整改台账。", []),
        ("发现1家机构出具虚假报告。", ["出具虚假报告机构"]),
        ("本区1所学校被评为示范校。", []),
        ("印发15家单位的方案。", ["印发方案单位"]),
        ("先后14次组织学习党的二十大精神。", ["学习党的二十大精神"]),
        ("开展3轮次执法案卷自查自评。", ["执法案卷自查自评", "开展执法案卷自查自评"]),
        ("全年42人取得执法资格。", ["取得执法资格"]),
    ],
)
def test_or_by_the_words_behind_it(text: str, names: list[str]) -> None:
    """The things that are counted; of what takes place all that is said."""
    assert [*named(text).names] == names


@pytest.mark.parametrize(
    ("text", "last", "names"),
    [
        ("通过率达到98%。", "", ["通过率"]),
        ("群众好评98%。", "", ["群众好评"]),
        ("全县平均97.2%。", "满意率", ["满意率全县平均"]),
        ("，占21%。", "优秀案卷", ["优秀案卷占比"]),
        ("，占21%。", "", []),
        ("占信访投诉的21%。", "", ["占信访投诉比例"]),
        ("占信访投诉的21%。", "噪声投诉", ["噪声投诉占比"]),
        ("网办事项占94.5%。", "审批提速", ["网办事项占比"]),
        ("网办率提高了3个百分点。", "", ["网办率提高"]),
    ],
)
def test_a_rate_is_named_by_its_noun(text: str, last: str, names: list[str]) -> None:
    """Or by what has it, what it is a share of, or that it moved."""
    assert [*named(text, Last(last, "件")).names] == names


@pytest.mark.parametrize(("unit", "name"), [("人次", "人次"), ("万元", "金额"), ("元", "金额"), ("人", "人数")])
def test_a_second_number_is_what_it_counts_of_the_first(unit: str, name: str) -> None:
    """培训5期、420余人次: no words of its own; in the same unit it would be another thing."""
    assert measure(unit) == name
    assert named(f"培训5期、420{unit}。", Last("培训", "期")).names == (f"培训{name}",)
    assert named(f"培训5期、420{unit}。", Last("培训", unit.removeprefix("万"))).names == ()


def test_what_is_done_is_carried_through_a_list() -> None:
    """审查合同73份、文件草案11件; an indicator needs nothing, and money is not what is done with things."""
    last = Last("审查合同", "份", "审查")
    assert named("、文件草案11件。", last).names == ("审查文件草案",)
    assert named("、罚款3万元。", last).names == ("罚款",)
    assert named("、执法人员12人。", last).names == ("执法人员",)


def test_words_between_two_numbers_belong_to_one_of_them() -> None:
    """部门 is what 31 are; whose 树苗 are is not to be told, so they name neither."""
    first = statement("涉及31个部门行政职权事项3437项").mentions[0]
    assert choices(first, first.lead, Last(), closed=False) == Named(("涉及部门",), 2, "涉及")
    first = statement("全年3次树苗5人").mentions[0]
    assert choices(first, first.lead, Last(), closed=False) == Named(used=2)


@pytest.mark.parametrize("before", ["", "全年", "全市共", "增加了", "其中", "，达到", "占比", "案", "在", "甲" * 15])
def test_words_that_say_nothing_give_no_name(before: str) -> None:
    """When, where, how much, whether it rose; a single character; too many of which nothing tells where one begins."""
    assert named(f"{before}3件，").names == ()
