"""What a text says of last year, typed by hand, is what last year's file says or the two files give."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _quoted
from ecoreport.rules._quoted import last_year_computed_right, last_year_quoted_right

THIS = """\
figures:
  立案: 92起
  听证: 3起
  满意率: 93.5%
  罚款: 169.9万元
  许可: 不适用
  处罚: {value: 35份, previous: 33份}
  新增: 7件
  投诉: 60件
  办结率: 97.5%
"""
LAST = """\
figures: {立案: 80起, 听证: 0起, 满意率: 92%, 罚款: 150万元, 许可: 3件, 处罚: 32份, 信访: 9件, 投诉: 80件, 办结率: 97%}
"""


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("立案{{ 立案 }}，上年80起。", []),
        ("立案{{ 立案 }}，上年82起。", ["82起"]),
        ("立案{{ 立案 }}（2023年82起）。", ["82起"]),
        ("立案{{ 立案 }}（2022年82起）。", []),
        ("立案{{ 立案 }}，上年度同期的82起。", ["82起"]),
        ("立案{{ 立案 }}，去年听证2起。", ["2起"]),  # named beside it, so not 立案
        ("上年信访10件。", ["10件"]),  # named, though this year has none
        ("罚款{{ 罚款 }}，上年150万元。", []),
        ("罚款{{ 罚款 }}，上年1500000元。", []),
        ("罚款{{ 罚款 }}，上年1500元。", ["1500元"]),
        ("立案{{ 立案 }}，罚款{{ 罚款 }}，上年82起。", ["82起"]),  # the last one in that unit
        ("处罚{{ 处罚 }}，上年33份，上年32份，上年31份。", ["31份"]),  # as restated or as published
        ("立案{{ 立案 }}。上年82起。", []),  # another sentence may speak of another thing
        ("立案{{ 立案 }}，上年82件。", []),  # nothing is counted so
        ("立案{{ 立案 }}，上年结转立案12起，上年遗留5起。", []),
        ("立案{{ 立案 }}，上年立案比前年增加12起。", []),
        ("立案{{ 立案 }}上年82起。", ["82起"]),
        ("立案{{ 立案 }}上年082起，上年82起。", ["82起"]),  # 082 is no number
        ("立案{{ 立案 }}，上年{{ 听证 }}。", []),  # printed by a figure
    ],
)
def test_a_value_of_last_years_is_the_one_of_its_file(sentence: str, wrong: list[str]) -> None:
    """Of the figure that is named, else of the one printed before it; without such a year nothing is known."""
    assert marked(last_year_quoted_right, sentence, THIS, LAST) == wrong
    assert marked(last_year_quoted_right, sentence, THIS) == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("立案{{ 立案 }}，比上年增长15%。", []),
        ("立案{{ 立案 }}，同比增长15.0%。", []),
        ("立案{{ 立案 }}，与上年相比，增长16%。", ["增长16%"]),
        ("立案{{ 立案 }}，比上年下降15%。", ["下降15%"]),
        ("立案{{ 立案 }}，较去年同期增加12起。", []),
        ("立案{{ 立案 }}，比上年增加了13起。", ["增加了13起"]),
        ("立案{{ 立案 }}，比上年增加12件。", []),  # another unit
        ("满意率{{ 满意率 }}，比上年提高1.5个百分点。", []),
        ("满意率{{ 满意率 }}，比上年提高2个百分点。", []),  # rounded as typed
        ("满意率{{ 满意率 }}，比上年提高2.5个百分点。", ["提高2.5个百分点"]),
        ("满意率{{ 满意率 }}，比上年增长2.6%。", []),  # of a rate nobody can tell what is meant
        ("办结率{{ 办结率 }}，比上年提高0.5个百分点。", []),
        ("投诉{{ 投诉 }}，比上年降低25%。", []),
        ("投诉{{ 投诉 }}，比上年上升25%。", ["上升25%"]),
        ("立案{{ 立案 }}，比上年增加{{ 听证 }}。", []),  # printed by a figure
        ("罚款{{ 罚款 }}，比上年增加19.9万元。", []),
        ("罚款{{ 罚款 }}，比上年减少199000元。", ["减少199000元"]),
        ("处罚{{ 处罚 }}，比上年增加2份。", []),  # the value as restated
        ("处罚{{ 处罚 }}，比上年增加3份。", ["增加3份"]),
        ("听证{{ 听证 }}，比上年增长50%。", []),  # of nothing there is no percentage
        ("新增{{ 新增 }}，比上年增加5件。", []),
        ("许可{{ 许可 }}，比上年增加5件。", []),
        ("立案{{ 立案 }}，其中听证比上年增加5起。", []),
    ],
)
def test_a_change_that_is_typed_is_what_the_two_files_give(sentence: str, wrong: list[str]) -> None:
    """With as many decimals as are typed, right behind its figure."""
    assert marked(last_year_computed_right, sentence, THIS, LAST) == wrong


def test_the_mend_is_a_reference() -> None:
    """Which the program prints right every year."""
    assert found(last_year_quoted_right, f"{THIS}lead: 立案{{{{ 立案 }}}}，上年82起。", LAST) == [
        Found("W617", "lead", "82起", "改成 {{ 上年.立案 }}，由程序取上年的数")
    ]
    assert found(last_year_computed_right, f"{THIS}lead: 立案{{{{ 立案 }}}}，比上年下降14.9%。", LAST) == [
        Found("W617", "lead", "下降14.9%", "应是增长15.0%；把“比上年下降14.9%”改成 {{ 立案 | 同比 }}")
    ]
    assert found(last_year_computed_right, f"{THIS}lead: 罚款{{{{ 罚款 }}}}，比上年提高2.0万元。", LAST) == [
        Found("W617", "lead", "提高2.0万元", "应是提高19.9万元；把“比上年提高2.0万元”改成 {{ 罚款 | 增减 }}")
    ]
    assert found(last_year_computed_right, f"{THIS}lead: 投诉{{{{ 投诉 }}}}，比上年上升25%。", LAST) == [
        Found("W617", "lead", "上升25%", "应是下降25%；把“比上年上升25%”改成 {{ 投诉 | 同比 }}")
    ]


@pytest.mark.parametrize(
    ("new", "typed", "right"),
    [
        ("1000件", "下降0%", "与上年持平"),
        ("1000件", "增长5%", "与上年持平"),
        ("1000件", "增加2件", "与上年持平"),
        ("1001件", "增长0%", "与上年基本持平"),
        ("1001件", "下降0.0%", "增长0.1%"),
    ],
)
def test_nothing_rises_or_falls_by_nothing(new: str, typed: str, right: str) -> None:
    """It is 持平, as the filters print it."""
    keys, how = (
        f"figures: {{许可: {new}}}\nlead: 许可{{{{ 许可 }}}}，比上年{typed}。",
        "增减" if "件" in typed else "同比",
    )
    mend = f"应是{right}；把“比上年{typed}”改成 {{{{ 许可 | {how} }}}}"
    assert found(last_year_computed_right, keys, "figures: {许可: 1000件}") == [Found("W617", "lead", typed, mend)]


@pytest.mark.parametrize(
    ("sentence", "mend"),
    [
        ("与上年持平", "把“与上年持平”改成 {{ 立案 | 同比 }}"),
        ("与去年同期相比基本持平", "把“与去年同期相比基本持平”改成 {{ 立案 | 同比 }}"),
        ("是上年的2倍", "应是1倍；把“是上年的2倍”改成 {{ 立案 | 倍数 }}"),
        ("是上年的1.15倍", ""),
        ("比上年增长1.2倍", "应是增长0.2倍；把“比上年增长1.2倍”改成 {{ 立案 | 同比 }}"),
    ],
)
def test_what_is_said_to_be_equal_or_a_multiple_is(sentence: str, mend: str) -> None:
    """92 beside 80; 基本持平 within a twentieth."""
    keys, last = f"figures: {{立案: 92起}}\nlead: 立案{{{{ 立案 }}}}，{sentence}。", "figures: {立案: 80起}"
    rules = (_quoted.last_year_computed_right, _quoted.last_year_equalled_right, _quoted.last_year_multiplied_right)
    assert [one.help for rule in rules for one in found(rule, keys, last)] == [mend] * bool(mend)
    near = "figures: {立案: 92起}\nlead: 立案{{ 立案 }}，与上年基本持平。"
    assert found(_quoted.last_year_equalled_right, near, "figures: {立案: 90起}") == []
    assert found(_quoted.last_year_multiplied_right, keys, "figures: {立案: 0起}") == []
