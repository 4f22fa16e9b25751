"""Printed paragraphs know where each of their characters was typed, whatever figures and line breaks do to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.catalogue import SOUND, merged

from ecoreport.problems.diagnostic import Edit, Finding
from ecoreport.report.expressions import evaluated
from ecoreport.report.origins import PrintedText, passages, printed_texts
from ecoreport.text.sentences import paragraphs
from ecoreport.yearfile.model import Figure
from ecoreport.yearfile.reader import parse

NAMES = {"立案": Figure(value="12起"), "PM2.5": Figure(value="32")}
TYPED = st.lists(st.sampled_from(["规范", "，", "。", "\n", "\n\n", " ", "　", "\t", "《"]), max_size=9).map("".join)


def printed(text: str) -> list[PrintedText]:
    """The paragraphs of a text that stands in the lead."""
    return list(printed_texts(("lead",), evaluated(text, NAMES)))


@pytest.mark.parametrize(
    ("typed", "texts", "references"),
    [
        ("", [""], [()]),
        ("甲，\n  乙。 \n\n丙。\n", ["甲，乙。", "丙。"], [(), ()]),
        ("立案{{ 立案 }}。", ["立案12起。"], [((2, 5, "立案"),)]),
        ("甲。\n\n{{立案}}\n和{{ PM2.5 }}", ["甲。", "12起和32"], [(), ((0, 3, "立案"), (4, 6, "PM2.5"))]),
        ("{{ 没有 }}起，{{ 立案 }}", ["□起，12起"], [((0, 1, "没有"), (3, 6, "立案"))]),
        ("{{ 立案，其中", ["□，其中"], [((0, 1, "立案"),)]),
        ("{{ '甲' }}", ["甲"], [((0, 1, "'甲'"),)]),
    ],
)
def test_paragraphs_as_they_print(typed: str, texts: list[str], references: list[tuple[object, ...]]) -> None:
    """Lines joined, figures put in, and marked where they stand; □ for what cannot be printed."""
    found = printed(typed)
    assert [(one.text, one.references) for one in found] == list(zip(texts, references, strict=True))


@given(TYPED)
def test_every_character_was_typed_at_its_place(typed: str) -> None:
    """And the paragraphs are those of the report, but for empty ones."""
    found = printed(typed)
    assert ["".join(typed[at] for at in one.places) for one in found] == [one.text for one in found]
    assert tuple(one.text for one in found if one.text) == paragraphs(typed)


@pytest.mark.parametrize(
    ("span", "source"),
    [
        ((0, 2), (0, 2)),
        ((1, 1), (1, 1)),  # between two characters
        ((2, 5), (5, 6)),  # a figure stands at the beginning of its expression
        ((1, 3), (1, 6)),
        ((5, 7), (10, 15)),  # over a line break
        ((6, 7), (14, 15)),
        ((7, 7), (14, 14)),  # behind the end
    ],
)
def test_a_span_of_the_page_is_one_of_the_file(span: tuple[int, int], source: tuple[int, int]) -> None:
    """立案12起，又 was typed as 立案{{ 立案 }}，, a break and 又."""
    [found] = printed("立案{{ 立案 }}，\n  又")
    assert (found.text, found.source_span(span)) == ("立案12起，又", source)


def test_an_empty_paragraph_has_no_places() -> None:
    """Its span is the beginning of the text."""
    [found] = printed("")
    assert found.source_span((0, 3)) == (0, 0)


def test_findings_and_edits_are_told_in_the_file() -> None:
    """What stands there is the printed text; what is a figure's can be asked for at its very edges."""
    [found] = printed("立案{{ 立案 }}，，")
    assert found.finding("W515", "标点重复", (5, 7), "删去一个") == Finding(
        "W515", "标点重复", ("lead",), (10, 12), help="删去一个"
    )
    assert found.edit((5, 7), "，") == Edit((10, 12), "，，", "，")
    assert [found.is_reference(at) for at in range(7)] == [False, False, True, True, True, False, False]


def test_passages_are_what_is_printed_in_the_order_of_the_model() -> None:
    """Neither ids nor figures' sources nor what a chart draws; a shortcoming's own text may use its names."""
    own = """\
title: 报告
lead: 导语。
figures: {立案: {value: 12起, source: 法规科, note: 不含移送}}
shortcomings: [{id: archive, problem: 归档不细。, cause: 台账不全, text: "{{ 问题 }}。"}, {problem: 人手不足}]
measures:
  - {id: study, title: 学法, table: {caption: 表, header: [项目], rows: [[甲], [乙]], note: 注}}
leader_duties: [{text: 履职。}]
next_year_plan: [{text: 核对。, answers: archive}]
annotation: 联系人：示例
attachments: [{title: 附表, charts: [{title: 走势, figures: 立案}]}]
"""
    report = parse(merged(SOUND, own).encode(), "2024.yaml").report
    table, shortcoming = ("measures", "items", 0, "table"), ("shortcomings", "items", 0)
    names = {"问题": (*shortcoming, "problem"), "原因": (*shortcoming, "cause")}
    assert list(passages(report)) == [
        (("title",), "报告", {}),
        (("lead",), "导语。", {}),
        ((*table, "caption"), "表", {}),
        ((*table, "header", 0), "项目", {}),
        ((*table, "rows", 0, 0), "甲", {}),
        ((*table, "rows", 1, 0), "乙", {}),
        ((*table, "note"), "注", {}),
        (("measures", "items", 0, "title"), "学法", {}),
        (("shortcomings", "items", 0, "text"), "{{ 问题 }}。", names),
        (("shortcomings", "items", 0, "problem"), "归档不细。", {}),
        (("shortcomings", "items", 0, "cause"), "台账不全", {}),
        (("shortcomings", "items", 1, "problem"), "人手不足", {}),
        (("leader_duties", "items", 0, "text"), "履职。", {}),
        (("next_year_plan", "items", 0, "text"), "核对。", {}),
        (("annotation",), "联系人：示例", {}),
        (("attachments", 0, "title"), "附表", {}),
        (("attachments", 0, "charts", 0, "title"), "走势", {}),
    ]
