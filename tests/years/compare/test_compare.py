"""Two reports to one comparison: its sides, the keys that are no text, and what is left out of it."""

from dataclasses import fields

import pytest
from support.comparisons import SENTENCE
from support.contexts import of_year

from ecoreport.report.context import Context
from ecoreport.years.compare._changes import Comparison, FieldChange, Side
from ecoreport.years.compare.compare import compare, narrowed


def _between(old: str, new: str, years: tuple[int, int] = (2024, 2024)) -> Comparison:
    return compare(Context(of_year(years[0], old)), Context(of_year(years[1], new)), ("甲", "乙"))


def _parts(comparison: Comparison) -> set[str]:
    """The names of the parts in which there is anything."""
    found = {one.name: getattr(comparison, one.name) for one in fields(comparison)}
    return {name for name, part in found.items() if part and name not in ("old", "new")}


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("issuer: 示例区教育局", "issuer: 示例县教育局",
         FieldChange("issuer", "发文机关", "示例区教育局", "示例县教育局")),
        ("date: 2024-01-20", "", FieldChange("date", "成文日期", "2024年1月20日", "")),
        ("addressees: 县委", "addressees: [县委, 县政府]",
         FieldChange("addressees", "主送机关", "县委", "县委、县政府")),
        ("", "seal: true", FieldChange("seal", "盖章", "否", "是")),
        ("red_head: false", "red_head: 甲", FieldChange("red_head", "发文机关标志", "否", "甲")),
        ("", "layout: own", FieldChange("layout", "版式", "gbt9704", "own")),
        ("signer: 张三", "signer: [张三, 李四]", FieldChange("signer", "签发人", "张三", "张三、李四")),
        ("copy_number: '000001'", "", FieldChange("copy_number", "份号", "000001", "")),
        ("secrecy: 秘密", "secrecy: 机密★1年", FieldChange("secrecy", "密级和保密期限", "秘密", "机密★1年")),
        ("", "urgency: 特急", FieldChange("urgency", "紧急程度", "", "特急")),
        ("print_date: 2024-01-20", "", FieldChange("print_date", "印发日期", "2024年1月20日", "")),
        ("cc: [县委]", "", FieldChange("cc", "抄送机关", "县委", "")),
        ("assertions: [甲 > 1, 乙 > 1]", "assertions: [乙 > 1]", FieldChange("assertions", "核对式", "甲 > 1", "")),
        ("assertions: [乙 > 1]", "assertions: [乙 > 1, 甲 > 1]", FieldChange("assertions", "核对式", "", "甲 > 1")),
        ("figures: {甲: {value: 3起, source: 台账}}", "figures: {甲: 3起}",
         FieldChange("figures.甲.source", "指标“甲”的来源", "台账", "")),
        ("figures: {甲: 3起}", "figures: {甲: {value: 3起, note: 按决定日期}}",
         FieldChange("figures.甲.note", "指标“甲”的说明", "", "按决定日期")),
    ],
)  # fmt: skip
def test_keys_that_are_no_text(old: str, new: str, change: FieldChange) -> None:
    """As people would say them: a date as it prints, yes and no, lists with their comma; of any two reports."""
    assert list(_between(old, new).fields) == [change]
    assert list(_between(old, new, (2022, 2024)).fields) == [change]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("figures: {甲: 3起}", "figures: {甲: {value: 3起, previous: 2起}}",
         FieldChange("figures.甲.previous", "指标“甲”的上年数", "", "2起")),
        ("figures: {甲: {value: 3起, restated: 补录}}", "figures: {甲: {value: 3起, restated: 更正}}",
         FieldChange("figures.甲.restated", "指标“甲”的调整理由", "补录", "更正")),
        ("measures: [{id: a, title: 甲}]", "measures: [{id: a, title: 甲, carries_out: [b, c]}]",
         FieldChange("a.carries_out", "“a”落实的上年安排", "", "b、c")),
        ("next_year_plan: [{id: a, title: 甲, answers: [b]}]", "next_year_plan: [{id: a, title: 甲}]",
         FieldChange("a.answers", "“a”回应的不足", "b", "")),
        ("measures: [{id: a, title: 甲}]", "measures: [{id: a, title: 甲, numbered: false}]",
         FieldChange("measures.items[1].numbered", "举措“a”的是否编号", "", "否")),
        ("measures: {items: [{title: 甲}]}", "measures: {numbering: 1., items: [{title: 甲}]}",
         FieldChange("measures.numbering", "举措的下级编号", "auto", "1.")),
    ],
)  # fmt: skip
def test_links_and_forms_of_two_versions_of_a_year(old: str, new: str, change: FieldChange) -> None:
    """Of two years they differ of course, and are not told."""
    assert list(_between(old, new).fields) == [change]
    assert list(_between(old, new, (2023, 2024)).fields) == []


BOTH = f"issuer: 示例县教育局\nlead: {SENTENCE}\n"
OLD = f"{BOTH}figures: {{甲: 3起}}\nshortcomings: [{{problem: 甲}}]\nnext_year_plan: [{{title: 乙}}]\n"
NEW = f"{BOTH}figures: {{甲: 4起}}\nseal: true\n"


@pytest.mark.parametrize(
    ("years", "parts"),
    [
        ((2023, 2024), {"figures", "fields", "contents", "plan", "shortcomings", "copied", "summary"}),
        ((2024, 2024), {"figures", "fields", "contents"}),
        ((2022, 2024), {"figures", "fields", "contents", "summary"}),
        ((2024, 2023), {"figures", "fields", "contents", "summary"}),
    ],
)
def test_only_the_year_after_answers_for_plan_shortcomings_and_copies(years: tuple[int, int], parts: set[str]) -> None:
    """The sides are called as the user called them."""
    told = _between(OLD, NEW, years)
    assert (told.old, told.new) == (Side("甲", years[0], "示例县教育局"), Side("乙", years[1], "示例县教育局"))
    assert _parts(told) == parts


@pytest.mark.parametrize(
    ("wanted", "parts"),
    [
        ((), {"figures", "fields", "contents", "plan", "shortcomings", "copied", "summary"}),
        (("figures",), {"figures"}),
        (("plan",), {"plan", "shortcomings"}),
        (("plan", "figures"), {"figures", "plan", "shortcomings"}),
    ],
)
def test_parts_that_are_asked_for(wanted: tuple[str, ...], parts: set[str]) -> None:
    """With the plan go the shortcomings that it answers; all where none is named."""
    assert _parts(narrowed(_between(OLD, NEW, (2023, 2024)), wanted)) == parts
