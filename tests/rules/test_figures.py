"""Figures alone and beside each other, just inside and just outside of what can be."""

import pytest
from support.contexts import Found, found, reading

from ecoreport.rules import _figures
from ecoreport.rules._rule import Find

UNIT = "若是按每家几人推算的，请改用台账里的数"
LOOK = "核对这个数，看看小数点对不对"
OVER = "核对这个数；确实可以大于100%的，不用改，也可以不再提示"
ONE = "留下对的一个；口径不同的，改成分得清的名称，或者在 note 里写明"
SLIP = "看看单位是元还是万元，小数点对不对"
EXACT = "写准数就去掉“{0}”，写约数就写成整十、整百"


@pytest.mark.parametrize(
    ("rule", "figures", "name", "code", "help_"),
    [
        (_figures.approximated_twice, "检查: 80件, 投诉: 约80余件", "投诉", "E401", "去掉“约”或“余”"),
        (_figures.approximated_twice, "投诉: 近80件左右", "投诉", "E401", "去掉“近”或“左右”"),
        (_figures.unround_before_more, "投诉: 81余件", "投诉", "W402", EXACT.format("余")),
        (_figures.unround_before_more, "投诉: 8多万元", "投诉", "W402", EXACT.format("多")),
        (_figures.rates_in_range, "办结率: 100.1%", "办结率", "E404", LOOK),
        (_figures.rates_in_range, "投诉占比: -0.1%", "投诉占比", "E404", LOOK),
        (_figures.rates_in_range, "群众满意度: 103.5%", "群众满意度", "E404", LOOK),
        (_figures.rates_in_range, "按期完成率: 130%", "按期完成率", "E404", LOOK),
        (_figures.rates_in_range, "任务完成率: -3%", "任务完成率", "E404", LOOK),
        (_figures.rates_in_range, "结案率: 105%", "结案率", "H430", OVER),
        (_figures.rates_in_range, "参保比例: 105%", "参保比例", "H430", OVER),
        (_figures.rates_in_range, "优良天数: 367天", "优良天数", "E404", ""),
        (_figures.rates_in_range, "整改: 3/0件", "整改", "E404", "没有发生就只写 0 加单位"),
        (_figures.rates_in_range, "整改: 1492/1491件", "整改", "E404", "核对两个数，写成 部分/全部"),
        (_figures.counts_are_whole, "立案: 3.5起", "立案", "E405", ""),
        (_figures.counts_are_whole, "立案: -3起", "立案", "E405", ""),
        (_figures.counts_are_whole, "培训: 1.23456万人次", "培训", "E405", ""),
        (_figures.units_fit, "罚款: 3", "罚款", "W417", "写明是元还是万元"),
        (_figures.units_fit, "罚款金额: 3件", "罚款金额", "W417", "这个指标一般以元或万元计，核对单位"),
        (_figures.units_fit, "整改率: 3元", "整改率", "W417", "这个指标一般以%计，核对单位"),
        (_figures.told_once, "立案: 42起, 立案数: 41件", "立案数", "W443", ONE),
        (_figures.told_once, "行政处罚: 36件, 全年作出处罚决定: 35件", "全年作出处罚决定", "W443", ONE),
        (_figures.told_once, "出庭率: 90%, 负责人出庭率: 100%", "负责人出庭率", "W443", ONE),
        (_figures.units_fit, "立案: 3元", "立案", "W417", "这个指标一般以起、件、次等计，核对单位"),
        (_figures.average_fine, "罚款: 2999元, 处罚决定: 3件", "罚款", "W408", SLIP),
        (_figures.average_fine, "罚款: 1元, 处罚决定: 1件", "罚款", "W408", SLIP),
        (_figures.average_fine, "罚款: 3000001元, 处罚决定: 3件", "罚款", "W408", SLIP),
        (_figures.multiples, "甲: 9家次, 乙: 18人次, 丙: 5家次, 丁: 10人次", "乙", "H409", UNIT),
        (_figures.multiples, "甲: 9家次, 乙: 27人次, 丙: 5家次, 丁: 15人次", "乙", "H409", UNIT),
        (_figures.multiples, "甲: 9家次, 乙: 36人次, 丙: 5家次, 丁: 20人次", "乙", "H409", UNIT),
        (_figures.multiples, "甲: 9家次, 乙: 45人次, 丙: 5家次, 丁: 25人次", "乙", "H409", UNIT),
    ],
)  # fmt: skip
def test_what_cannot_be_or_hardly_is_found_at_its_figure(
    rule: Find, figures: str, name: str, code: str, help_: str
) -> None:
    """With what to look at; a part of a whole at the part."""
    assert found(rule, f"figures: {{{figures}}}") == [Found(code, f"figures.{name}.value", help=help_)]


@pytest.mark.parametrize(
    ("rule", "figures"),
    [
        (_figures.approximated_twice, "检查: 80余件, 投诉: 约80件"),
        (_figures.unround_before_more, "检查: 80余件, 投诉: 2.5万多元, 许可: 81件"),
        (_figures.rates_in_range, "办结率: 100%, 投诉占比: 0%, 增长: 101%, 检查率: 101件, 满意率: 不适用"),
        (_figures.rates_in_range, "抽查任务完成率: 103.5%, 目标达成率: 120%, 预算执行率: 101%, 增长率: -3.2%"),
        (_figures.rates_in_range, "平均历时: 400天, 整改率: 103件"),
        (_figures.rates_in_range, "优良天数: 366天, 整改: 0/3件, 办理: 3/3件"),
        (_figures.counts_are_whole, "每万人律师: 4.6名, 平均用时: 3.5天, 人均办案: 12.5件, 办理时限: 3.5天"),
        (_figures.counts_are_whole, "立案: 0起, 培训: 1.2345万人次, 面积: 3.5公里, 许可: 不适用"),
        *((_figures.average_fine, alone) for alone in ("罚款: 4元", "处罚决定: 4件")),
        (_figures.units_fit, "罚款: 81件, 没收: 3万元, 罚款案件: 3件, 办结率: 96.2, 整改率: 98%"),
        (_figures.told_once, "立案: 42起, 立案数: 42件, 新立案: 40起, 食品立案: 3起"),
        (_figures.told_once, "行政处罚: 36件, 行政处罚决定书: 38份"),  # one case, several parties
        (_figures.told_once, "罚款: 36件, 罚款金额: 38万元, 培训: 3期, 执法培训: 60人次"),
        (_figures.told_once, "立案: 约40起, 立案数: 42起"),
        (_figures.told_once, "立案: 40起, 立案数: {value: 42起, note: 含移送}"),
        (_figures.told_once, "处罚决定: 40件, 城管行政处罚: 22件, 信访: 9件, 信访投诉: 30件"),
        (_figures.units_fit, "罚款: 3万元, 立案: 3, 处罚决定: 3件, 投入: 3元"),
        (_figures.average_fine, "罚款: 3000元, 处罚决定: 3件"),
        (_figures.average_fine, "罚款: 300万元, 处罚决定: 3件"),
        (_figures.average_fine, "罚款: 3件, 处罚决定: 3件"),
        (_figures.average_fine, "罚款: 0元, 处罚决定: 3件"),
        (_figures.average_fine, "罚款: 3元, 处罚决定: 0件"),
        (_figures.multiples, "甲: 9家次, 乙: 18人次"),
        (_figures.multiples, "甲: 9家次, 乙: 18人次, 丙: 5家次, 丁: 15人次"),
        (_figures.multiples, "甲: 9家次, 乙: 54人次, 丙: 5家次, 丁: 30人次"),
        (_figures.multiples, "甲: 0家次, 乙: 0人次, 丙: 0家次, 丁: 0人次"),
    ],
)
def test_what_can_be_is_silent(rule: Find, figures: str) -> None:
    """At the very bounds, and where a note or the lack of a duty explains it."""
    assert found(rule, f"figures: {{{figures}}}") == []


@pytest.mark.parametrize(
    ("fines", "average"),
    [("1000元", "333.33元"), ("29999元", ""), ("400万元", "133.33万元"), ("300.03万元", "100.01万元")],
)
def test_an_average_fine_is_told_in_its_own_scale(fines: str, average: str) -> None:
    """In 元 below 1万元, in 万元 above; two decimals."""
    told = _figures.average_fine(reading(f"figures: {{罚款: {fines}, 处罚决定: 3件}}"))
    assert [one.message for one in told] == [f"罚款{fines}，处罚决定3件，平均每件{average}，不合常理"] * bool(average)


@pytest.mark.parametrize("rule", [_figures.average_fine, _figures.multiples, _figures.told_once])
def test_numbers_of_any_length_are_reckoned_with(rule: Find) -> None:
    """An amount of forty digits is wrong, and no reason to stop."""
    long = "9" * 40
    figures = f"罚款: {long}.5万元, 处罚决定: 3件, 甲: {long}家次, 乙: {long}8人次, 丙: 5家次, 丁: 10人次"
    assert [one.code for one in found(rule, f"figures: {{{figures}}}")] == ["W408"] * (rule is _figures.average_fine)


def test_a_figure_that_nothing_uses_is_found_at_its_name() -> None:
    """A text, an assertion or a chart is a use; 不适用 needs none; a wrong name in a text may be the reason."""
    figures = "figures: {立案: 3起, 听证: 1起, 罚款: 1万元, 投诉: 2件, 许可: 不适用}\n"
    chart = "attachments: [{title: 甲, charts: [{title: 乙, figures: 投诉}]}]\n"
    used = figures + chart + "assertions: [听证 > 0]\nlead: 立案{{ 立案 }}，罚款{{ %s }}。"
    lost = "有的引用找不到指标，看看是不是这个名称写错了"
    assert found(_figures.unused, used % "罚款") == []
    assert found(_figures.unused, used % "立案") == [
        Found("W403", "figures.罚款:", help="在正文里写 {{ 罚款 }}，或者删掉它")
    ]
    assert found(_figures.unused, used % "罚金") == [Found("W403", "figures.罚款:", help=lost)]
