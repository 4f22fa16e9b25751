"""Numbers that are typed where a figure could be named, and such as contradict one."""

import pytest
from support.contexts import Found, found, marked, reading

from ecoreport.rules._literals import literal_numbers

FIGURES = "figures: {立案: 40起, 行政处罚: 37件, 罚款金额: 186.4万元, 检查: 约80家次, 许可: 不适用, 案: 3起}\n"
NAMED = "改成 {{ 立案 }}，以后只改一处"
DIFFERS = "是同一个数就改成 {{ 立案 }}，不是就换个说法"
LOOSE = "要核对、与上年比较的数，在 figures 里起个名字，正文用 {{ 名称 }} 引用"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("走访12家，宣讲3场。", ("H412", "12家", LOOSE)),
        ("查处40起。", ("H412", "40起", LOOSE)),
        ("立案41件。", ("H412", "41件", LOOSE)),
        ("立案并办结41起。", ("H412", "41起", LOOSE)),
        ("立案，查处40起。", ("H412", "40起", LOOSE)),
        ("发放“明白纸”3000册。", ("H412", "3000册", LOOSE)),
        ("培训40课时。", ("H412", "40课时", LOOSE)),
        ("立案并办结40起。", ("W411", "40起", NAMED)),
        ("有40起立案。", ("W411", "40起", NAMED)),
        ("全年立案40起。", ("W411", "40起", NAMED)),
        ("全年共立案达41起。", ("W411", "41起", DIFFERS)),
        ("2024年，立案41起。", ("W411", "41起", DIFFERS)),
    ],
)  # fmt: skip
def test_a_number_that_is_typed_is_found(sentence: str, told: tuple[str, str, str]) -> None:
    """The very characters, and how to write it."""
    code, typed, help_ = told
    keys = f"{FIGURES}measures: [{{text: '{sentence}'}}]"
    assert found(literal_numbers, keys) == [Found(code, "measures.items[1].text", typed, help_)]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("作出行政处罚38件。", "“38件”与指标“行政处罚”的37件不同"),
        ("立案{{ 立案 }}，作出行政处罚决定38件。", "“38件”与指标“行政处罚”的37件不同"),
        ("在专项行动中，罚款186.4元。", "“186.4元”与指标“罚款金额”的186.4万元不同"),
        ("走访3家，全年共立案1,041起。", "“1,041起”与指标“立案”的40起不同"),
        ("共处罚款168.4万元。", "“168.4万元”与指标“罚款金额”的186.4万元不同"),
    ],
)
def test_what_a_figure_counts_is_the_figure(sentence: str, message: str) -> None:
    """Also under another of its names, behind figures of the year, and with a unit that is a thousandfold."""
    told = list(literal_numbers(reading(f"{FIGURES}measures: [{{text: '{sentence}'}}]")))
    assert message in [one.message for one in told if one.code == "W411"]


@pytest.mark.parametrize(
    "sentence",
    [
        "立案{{ 立案 }}，《示例10条》，第3条，不少于5次，12项以上。",
        "不满10万元的，5万元以上的，2小时内办结，24小时值班，“立案3起”。",
    ],
)
def test_what_is_no_statistic_is_silent(sentence: str) -> None:
    """References, quotations, articles of laws, limits."""
    assert marked(literal_numbers, sentence, FIGURES) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "在专项行动中立案12起。", "其中，立案12起。", "2022年立案12起。", "走访3家，立案12起。", "上半年共立案12起。",
        "立案约45起。", "检查90家次。", "共立案41宗。", "共案5起。", "计划全年立案45起。",
    ],
)  # fmt: skip
def test_part_of_what_a_figure_counts_is_no_contradiction(sentence: str) -> None:
    """A narrower scope, another year, another unit, a rough number."""
    told = list(literal_numbers(reading(f"{FIGURES}measures: [{{text: '{sentence}'}}]")))
    assert [one.code for one in told if one.code == "W411"] == []


def test_loose_numbers_are_told_of_once_a_paragraph_and_never_of_a_plan() -> None:
    """Headings, cells and next year's plan hold none that could be figures."""
    text = "走访12家，\n\n宣讲3场、4场。"
    assert marked(literal_numbers, text) == ["12家", "3场"]
    keys = "next_year_plan: [{text: 走访12家。}]\nmeasures: {title: 走访12家, table: {header: [甲], rows: [[12家]]}}"
    assert found(literal_numbers, keys) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("有1家，2家，3家，4家，5家，1家", "没有写进指标的数：1家、2家、3家、4家、5家等"),
        ("有1家，2家，3家，4家，1家", "没有写进指标的数：1家、2家、3家、4家"),
    ],
)
def test_of_many_the_first_five_are_named(sentence: str, message: str) -> None:
    """Each once."""
    assert [one.message for one in literal_numbers(reading(f"lead: {sentence}。"))] == [message]
