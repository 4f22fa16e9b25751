"""Names that texts and items use exist: figures, ids of items, of this year's shortcomings and last year's plan."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _references

FIGURES = "figures: {立案: 3起, 听证: 1起}\n"
GONE = "不足已经删去的，把这里的编号也删掉"


def test_a_figure_that_is_none_is_found_by_its_name() -> None:
    """In every text that is printed; the names that only a shortcoming has are its own."""
    keys = "lead: 立案{{ 立安 }}，{{ 立案 }}。\nshortcomings: [{problem: 甲, text: '{{ 问题 }}{{ 原因 }}。'}]\n"
    absent = "在 figures 里加上它，或者改成已有的名称"
    assert found(_references.figures_exist, FIGURES + keys) == [
        Found("E204", "lead", "立安", "是不是“立案”？"),
        Found("E204", "shortcomings.items[1].text", "原因", absent),
    ]
    assert found(_references.figures_exist, f"{FIGURES}lead: 立案{{{{ 立案 }}}}。") == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("立案{立案}。", ["{立案}"]),
        ("立案｛｛ 立案 ｝｝，{ 听证 }。", ["｛｛ 立案 ｝｝", "{ 听证 }"]),
        ("立案{立案}}。", ["{立案}}"]),
        ("立案{{ 立案 }}。", []),
        ("立案{{ 立案 }。", []),  # told of as a reference without its end
        ("立案{其他}，{}。", []),
        ("立案{{{ 立案 }}}。", ["{{{ 立案 }}}"]),
        ("立案{{ 立案 }}}。", ["{{ 立案 }}}"]),
    ],
)
def test_a_figure_in_wrong_braces_is_found(text: str, typed: list[str]) -> None:
    """It would be printed as it stands; braces around anything else are literal."""
    mends = [f"引用指标用两个半角花括号：{{{{ {'听证' if '听证' in one else '立案'} }}}}" for one in typed]
    expected = [Found("E205", "lead", one, help_) for one, help_ in zip(typed, mends, strict=True)]
    assert found(_references.braces, f"{FIGURES}lead: '{text}'") == expected


def test_wrong_braces_are_told_of_once() -> None:
    """Not as a computation that cannot be done as well; what is wrong elsewhere in the text is told all the same."""
    keys = f"{FIGURES}lead: '立案{{{{{{ 立案 }}}}}}，{{{{ 立安 }}}}。'"
    assert found(_references.figures_exist, keys) == [Found("E204", "lead", "立安", "是不是“立案”？")]
    assert [one.typed for one in found(_references.braces, keys)] == ["{{{ 立案 }}}"]


def test_an_id_names_one_item() -> None:
    """At any level and across parts; each further one is found."""
    measures = "measures: [{id: a, text: 甲。, items: [{id: b, text: 乙。}, {id: a, text: 丙。}]}]\n"
    keys = measures + "shortcomings: [{id: %s, text: 丁。}]"
    double = Found("E207", "measures.items[1].items[2].id", help="每条用不同的编号")
    assert found(_references.ids_are_unique, keys % "c") == [double]
    assert found(_references.ids_are_unique, keys % "a") == [double, double._replace(path="shortcomings.items[1].id")]
    assert found(_references.ids_are_unique, "measures: [{text: 甲。}, {text: 乙。}, {id: a, text: 丙。}]") == []


@pytest.mark.parametrize(
    ("known", "answers", "expected"),
    [
        ("{id: archive, text: 甲。}", "[archive]", []),
        ("{id: archive, text: 甲。}", "[archive, archiv]", [("[2]", f"是不是“archive”？{GONE}")]),
        ("{id: archive, text: 甲。}", "[zzz]", [("[1]", f"本年的不足里有：archive；{GONE}")]),
        ("{text: 甲。}", "[zzz]", [("[1]", f"本年的不足里有：（一个编号也没有）；{GONE}")]),
        ("{text: 甲。}", "[plan]", [("[1]", f"本年的不足里有：（一个编号也没有）；{GONE}")]),
    ],
)
def test_a_plan_answers_shortcomings_of_this_report(known: str, answers: str, expected: list[tuple[str, str]]) -> None:
    """The id of another kind of item is none; what is close or what there is, is offered."""
    keys = f"shortcomings: [{known}]\nnext_year_plan: [{{id: plan, text: 乙。, answers: {answers}}}]"
    place = "next_year_plan.items[1].answers"
    assert found(_references.answers_exist, keys) == [Found("E206", place + at, help=help_) for at, help_ in expected]


def test_a_measure_carries_out_last_years_plan() -> None:
    """Without last year's file nothing is known of it."""
    keys = "measures: [{text: 甲。, carries_out: [files, file, zzz]}]\nnext_year_plan: [{id: zzz, text: 乙。}]"
    place, plan = "measures.items[1].carries_out", "next_year_plan: [{id: files, text: 丙。}, {text: 丁。}, {id: law}]"
    assert found(_references.carried_out_exist, keys, f"{plan}\nmeasures: [{{id: zzz, text: 戊。}}]") == [
        Found("E206", f"{place}[2]", help="是不是“files”？"),
        Found("E206", f"{place}[3]", help="上年的计划里有：files、law"),
    ]
    assert found(_references.carried_out_exist, keys) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("立案{ 立案数 }起。", ["{ 立案数 }"]),
        ("立案立案 }}起。", ["}}"]),
        ("立案[立案]起。", ["[立案]"]),
        ("立案{立案}起。", []),
        ("立案{{ 立案 }}，[注]。", []),
        ("立案{{ 立案 。", []),
        ('印出{{ "{{" }}。', []),
    ],
)
def test_half_marked_references_are_told_of(text: str, typed: list[str]) -> None:
    """Once: what another rule tells of is left to it."""
    assert marked(_references.half_marked, text, "figures: {立案: 3起}\n") == typed
