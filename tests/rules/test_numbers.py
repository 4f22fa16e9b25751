"""Numbers in a text: approximated once, to a scale that is usual, with one unit."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _numbers
from ecoreport.rules._rule import Find

FIGURES = (
    "figures: {立案: 40起, 罚款: 1.5万余元, 案件: 41, 办结率: 96.2, 投入: 3万, 整改: 3/4, 许可: 不适用, 案件数: 40起}\n"
)
ONCE = "“约”“近”“余”“左右”只留一个"
ROUND = "写准数就去掉它，写约数就写成整十、整百"


@pytest.mark.parametrize(
    ("rule", "sentence", "told"),
    [
        (_numbers.approximated_twice, "处理约80余件。", ("E401", "约80余", ONCE)),
        (_numbers.approximated_twice, "处理超过1.2万多件。", ("E401", "超过1.2万多", ONCE)),
        (_numbers.approximated_twice, "处理近3件左右。", ("E401", "近3件左右", ONCE)),
        (_numbers.approximated_twice, "约有300人左右参加。", ("E401", "约有300人左右", ONCE)),
        (_numbers.approximated_twice, "约占总数的50%左右。", ("E401", "约占总数的50%左右", ONCE)),
        (_numbers.approximated_twice, "大约需40余天。", ("E401", "大约需40余", ONCE)),
        (_numbers.approximated_twice, "处理80余件左右。", ("E401", "80余件左右", ONCE)),
        (_numbers.unround_before_more, "处理81余件。", ("W402", "81余", ROUND)),
        (_numbers.unround_before_more, "处理3多件。", ("W402", "3多", ROUND)),
        (_numbers.scales, "走访3百余家。", ("W415", "3百", "写出全数，或者以万、亿为单位")),
        (_numbers.scales, "走访2.5千人。", ("W415", "2.5千", "写出全数，或者以万、亿为单位")),
        (_numbers.scales, "投入1.234万元。", ("W415", "1.234万", "以万、亿为单位的数，小数最多两位")),
        (_numbers.units_once, "立案{{ 立案 }}起。", ("E418", "起", "去掉后面的“起”，单位写在指标里")),
        (_numbers.units_once, "罚没{{ 罚款 }}元。", ("E418", "元", "去掉后面的“元”，单位写在指标里")),
    ],
)  # fmt: skip
def test_a_number_that_does_not_stand_well_is_found(rule: Find, sentence: str, told: tuple[str, str, str]) -> None:
    """The very characters, and how to write it."""
    code, typed, help_ = told
    keys = f"{FIGURES}measures: [{{text: '{sentence}'}}]"
    assert found(rule, keys) == [Found(code, "measures.items[1].text", typed, help_)]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (_numbers.approximated_twice, "合约80余份，附近80余件，签约有80余户，约80件，80余件，{{ 罚款 }}。"),
        (_numbers.unround_before_more, "处理80余件，1.2万余件，3多年，2.50余。"),
        (_numbers.scales, "走访300家，投入1.23万元，1.234元，5千米。"),
        (
            _numbers.units_once,
            "立案{{ 立案 }}，{{ 立案 }}件，{{ 案件 }}件，许可{{ 许可 }}不适用，{{ 立案 + 案件 }}起。",
        ),
        (_numbers.units_at_all, "查处{{ 案件 }}件，{{ 立案 }}，{{ 整改 }}，{{ 许可 }}，{{ 立案 + 案件 }}。"),
    ],
)
def test_a_number_that_stands_well_is_silent(rule: Find, sentence: str) -> None:
    """Words that only look like 约 and 近, years, quantities with their unit, targets and titles of documents."""
    assert marked(rule, sentence, FIGURES) == []


@pytest.mark.parametrize(("name", "with_unit"), [("案件", "41件"), ("办结率", "96.2%"), ("投入", "3万元")])
def test_a_figure_without_unit_is_found_where_nothing_follows(name: str, with_unit: str) -> None:
    """The unit that its name or its 万 lets expect; a heading and a cell of a table may be bare."""
    told = found(_numbers.units_at_all, f"{FIGURES}measures: [{{text: '共{{{{ {name} }}}}，'}}]")
    assert [(one.code, one.help) for one in told] == [("W420", f"在 figures 里连单位一起写，如 {name}: {with_unit}")]
    bare = f"'{{{{ {name} }}}}'"
    measures = f"measures: {{title: {bare}, table: {{header: [甲], rows: [[{bare}]]}}}}"
    assert found(_numbers.units_at_all, FIGURES + measures) == []
