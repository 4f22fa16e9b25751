"""Numbers in a text: approximated once, with one unit, and such that what is said of them comes out."""

import pytest
from support.contexts import Found, found, marked, reading

from ecoreport.rules import _numbers
from ecoreport.rules._rule import Find

FIGURES = (
    "figures: {立案: 40起, 罚款: 1.5万余元, 案件: 41, 办结率: 96.2, 投入: 3万, 整改: 3/4, 许可: 不适用, 案件数: 40起}\n"
)
NAMED = "改成 {{ 立案 }}，以后只改一处"
DIFFERS = "是同一个数就改成 {{ 立案 }}，不是就换个说法"
ONCE = "“约”“近”“余”“左右”只留一个"
ROUND = "写准数就去掉它，写约数就写成整十、整百"
LOOSE = "要核对、与上年比较的数，在 figures 里起个名字，正文用 {{ 名称 }} 引用"


@pytest.mark.parametrize(
    ("rule", "sentence", "told"),
    [
        (_numbers.approximated_twice, "处理约80余件。", ("E401", "约80余", ONCE)),
        (_numbers.approximated_twice, "处理超过1.2万多件。", ("E401", "超过1.2万多", ONCE)),
        (_numbers.approximated_twice, "处理近3件左右。", ("E401", "近3件左右", ONCE)),
        (_numbers.approximated_twice, "处理80余件左右。", ("E401", "80余件左右", ONCE)),
        (_numbers.unround_before_more, "处理81余件。", ("W402", "81余", ROUND)),
        (_numbers.unround_before_more, "处理3多件。", ("W402", "3多", ROUND)),
        (_numbers.scales, "走访3百余家。", ("W415", "3百", "写出全数，或者以万、亿为单位")),
        (_numbers.scales, "走访2.5千人。", ("W415", "2.5千", "写出全数，或者以万、亿为单位")),
        (_numbers.scales, "投入1.234万元。", ("W415", "1.234万", "以万、亿为单位的数，小数最多两位")),
        (_numbers.units_once, "立案{{ 立案 }}起。", ("E418", "起", "去掉后面的“起”，单位写在指标里")),
        (_numbers.units_once, "罚没{{ 罚款 }}元。", ("E418", "元", "去掉后面的“元”，单位写在指标里")),
        (_numbers.literal_numbers, "走访12家，宣讲3场。", ("H412", "12家", LOOSE)),
        (_numbers.literal_numbers, "查处40起。", ("H412", "40起", LOOSE)),
        (_numbers.literal_numbers, "立案41件。", ("H412", "41件", LOOSE)),
        (_numbers.literal_numbers, "立案并办结41起。", ("H412", "41起", LOOSE)),
        (_numbers.literal_numbers, "立案，查处40起。", ("H412", "40起", LOOSE)),
        (_numbers.literal_numbers, "立案并办结40起。", ("W411", "40起", NAMED)),
        (_numbers.literal_numbers, "有40起立案。", ("W411", "40起", NAMED)),
        (_numbers.literal_numbers, "全年立案40起。", ("W411", "40起", NAMED)),
        (_numbers.literal_numbers, "全年共立案达41起。", ("W411", "41起", DIFFERS)),
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
        (_numbers.approximated_twice, "合约80余份，附近80余件，约80件，80余件，{{ 罚款 }}。"),
        (_numbers.unround_before_more, "处理80余件，1.2万余件，3多年，2.50余。"),
        (_numbers.scales, "走访300家，投入1.23万元，1.234元，5千米。"),
        (
            _numbers.units_once,
            "立案{{ 立案 }}，{{ 立案 }}件，{{ 案件 }}件，许可{{ 许可 }}不适用，{{ 立案 + 案件 }}起。",
        ),
        (_numbers.units_at_all, "查处{{ 案件 }}件，{{ 立案 }}，{{ 整改 }}，{{ 许可 }}，{{ 立案 + 案件 }}。"),
        (_numbers.literal_numbers, "立案{{ 立案 }}，《示例10条》，第3条，不少于5次，12项以上。"),
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


def test_loose_numbers_are_told_of_once_a_paragraph_and_never_of_a_plan() -> None:
    """Headings, cells and next year's plan hold none that could be figures."""
    text = "走访12家，\n\n宣讲3场、4场。"
    assert marked(_numbers.literal_numbers, text) == ["12家", "3场"]
    keys = "next_year_plan: [{text: 走访12家。}]\nmeasures: {title: 走访12家, table: {header: [甲], rows: [[12家]]}}"
    assert found(_numbers.literal_numbers, keys) == []


@pytest.mark.parametrize(
    ("rule", "sentence", "right", "wrong"),
    [
        (_numbers.change_in_points, "率由50%提高到54.4%，提高{}个百分点。", "4.4 4.3 4", "4.2 4.6 5"),
        (_numbers.change_in_points, "率由54.4%下降至50%，同比下降{}个百分点。", "4.4", "4.9"),
        (_numbers.change_in_points, "率由50.0%提高到50.1%，提高{}个百分点。", "0 0.1 0.2", "0.3"),
        (_numbers.change_in_points, "率由50%提高到50.5%，提高{}个百分点。", "0.5", "0.7"),
        (_numbers.change_in_points, "率由50%提高到51%，提高{}个百分点。", "1", "0 2"),
        (_numbers.change_in_points, "率54%，较上年的50%提高了{}个百分点。", "4 4.0", "9"),
        (_numbers.change_in_per_cent, "由80起增加到92起，增长{}%。", "15 15.0", "15.1 16"),
        (_numbers.change_in_per_cent, "由92起减少到80起，减少{}%。", "13 13.04", "14"),
        (_numbers.change_in_per_cent, "由1.2万元增加到1.5万元，增长{}%。", "16 25 35", "15 36"),
        (_numbers.change_in_per_cent, "由1万元增加到2万元，增长{}%。", "100 120 400", "401"),  # 0.5 to 1.5, 1.5 to 2.5
        (_numbers.change_in_per_cent, "由1起增加到3起，增长{}%。", "200", "100"),
        (_numbers.change_in_per_cent, "立案92起，比2023年80起增长{}%。", "15", "12.5"),
        (_numbers.change_in_per_cent, "由0起增加到3起，增长{}%。", "3", ""),
        (_numbers.parts_and_rates, "受理200件，办结190件，办结率{}%。", "95 5", "96 6"),
        (_numbers.parts_and_rates, "受理200件，全部办结190件，按期办结率{}%。", "95", "96"),
        (_numbers.parts_and_rates, "受理200件，办结200件，办结率{}%。", "100 0", "96"),
        (_numbers.parts_and_rates, "受理200件，办结201件，办结率{}%。", "96", ""),  # some are older
        (_numbers.parts_and_rates, "受理0件，办结5件，办结率{}%。", "96", ""),
        (_numbers.parts_and_rates, "受理200件，办结190件，满意率{}%。", "96", ""),
        (_numbers.fraction_and_rate, "整改1480/1491，整改率为{}%。", "99.3 99", "98 99.2"),
        (_numbers.fraction_and_rate, "整改3/0，整改率{}%。", "98", ""),
        (_numbers.share_of_a_whole, "听证9起，占立案数的{}%。", "22.5 22 23", "30"),
        (_numbers.share_of_a_whole, "听证9起，占案件数的{}%。", "22.5", "30"),
        (_numbers.share_of_a_whole, "听证9起，占许可的{}%。", "30", ""),
        (_numbers.share_of_a_whole, "听证9起，占其他的{}%。", "30", ""),
    ],
)
def test_what_is_said_of_numbers_comes_out(rule: Find, sentence: str, right: str, wrong: str) -> None:
    """As far as their last places can be rounded; what divides by nothing, or by nothing known, says nothing."""
    unit = "个百分点" if "个百分点" in sentence else "%"
    told = {number: marked(rule, sentence.format(number), FIGURES) for number in f"{right} {wrong}".split()}
    assert told == {number: [number + unit] * (number in wrong.split()) for number in told}


@pytest.mark.parametrize(
    ("rule", "sentence", "message"),
    [
        (
            _numbers.change_in_points,
            "由50%提高到54.4%，提高9个百分点",
            "“9个百分点”算不出来：按前面的数应是4.4个百分点",
        ),
        (_numbers.change_in_per_cent, "由80起增加到92起，增长16.00%", "“16.00%”算不出来：按前面的数应是15.00%"),
        (_numbers.parts_and_rates, "受理200件，办结190件，办结率9%", "“9%”算不出来：按前面的数应是95.0%"),
        (_numbers.literal_numbers, "有1家，2家，3家，4家，5家，1家", "没有写进指标的数：1家、2家、3家、4家、5家等"),
        (_numbers.literal_numbers, "有1家，2家，3家，4家，1家", "没有写进指标的数：1家、2家、3家、4家"),
    ],
)
def test_what_it_should_be_is_reckoned(rule: Find, sentence: str, message: str) -> None:
    """With as many decimals as are typed, one at least; of many numbers the first five, each once."""
    assert [one.message for one in rule(reading(f"lead: {sentence}。"))] == [message]


def test_two_rates_differ_by_points() -> None:
    """A rate that rises from 50% to 54% does so by 4个百分点, not by 4%."""
    keys = "lead: 优良率54%，较上年的50%提高4%。"
    assert found(_numbers.change_in_points, keys) == [Found("E413", "lead", "4%", "率与率的差用百分点")]
    keys = "lead: 由80起增加到92起，增长16%。"
    assert found(_numbers.change_in_per_cent, keys) == [
        Found("E413", "lead", "16%", "核对“由80起增加到92起，增长16%”里的几个数")
    ]
