"""The parts of a report: their order, what people call each place, the names that texts may use."""

import datetime as dt

import pytest
from support.catalogue import SOUND
from support.contexts import report

from ecoreport.problems.diagnostic import Path
from ecoreport.report.expressions import evaluated
from ecoreport.report.parts import (
    default_title,
    document_date,
    item_name,
    lent,
    place,
    sections_of,
    shortcoming_text,
)
from ecoreport.yearfile.model import Figure

NESTED = """\
measures:
  - title: 依法决策
    items: [{title: 听证}, {id: law, title: 法律顾问, items: [{text: 审查。}]}]
  - {id: study, title: 学法}
attachments:
  - {title: 清单, items: [{text: 甲。}, {id: list, text: 乙。}]}
"""
FREE = """\
year: 2024
issuer: 示例县教育局
sections:
  - {kind: other, title: 基本情况, text: 稳步推进。}
  - {kind: measures, items: [{title: 学法}]}
"""


@pytest.mark.parametrize(
    ("path", "name", "called"),
    [
        ((), "", ""),
        (("title",), "", "标题"),
        (("figures", "立案", "value"), "", "指标"),
        (("print_date",), "", "印发日期"),
        (("unknown",), "", "unknown"),
        (("measures",), "举措", "举措"),
        (("shortcomings", "text"), "不足", "不足的正文"),
        (("measures", "items", 0, "title"), "举措第1条", "举措第1条的标题"),
        (("measures", "items", 1), "举措“study”", "举措“study”"),
        (("measures", "items", 0, "items", 0, "text"), "举措第1条第1条", "举措第1条第1条的正文"),
        (("measures", "items", 0, "items", 1, "text"), "举措“law”", "举措“law”的正文"),
        (("measures", "items", 0, "items", 1, "items", 0), "举措“law”第1条", "举措“law”第1条"),
        (("shortcomings", "items", 0, "cause"), "不足“archive”", "不足“archive”的原因"),
        (("measures", "items", 1, "table", "rows", 0, 1), "举措“study”", "举措“study”的表格"),
        (("measures", "items", 1, "numbering"), "举措“study”", "举措“study”"),
        (("attachments", 0, "charts", 1, "title"), "附件1", "附件1的图"),
        (("attachments", 0, "items", 1, "text"), "附件1“list”", "附件1“list”的正文"),
    ],
)
def test_a_place_is_called_by_id_or_number(path: Path, name: str, called: str) -> None:
    """An id is enough on its own; the part that is meant stands behind; outside of sections the key's own word."""
    nested = report(NESTED)
    assert (item_name(nested, path), place(nested, path)) == (name, called)


def test_sections_stand_in_the_order_of_the_law() -> None:
    """However the file is ordered; one that is not there is left out."""
    turned = "next_year_plan: [{text: 核对。}]\nmeasures: [{text: 决策。}]\nyear: 2024\nissuer: 示例县教育局"
    found = sections_of(report(whole=turned))
    assert [(path, section.kind) for path, section in found] == [
        (("measures",), "measures"),
        (("next_year_plan",), "next_year_plan"),
    ]


def test_free_sections_stand_as_typed() -> None:
    """By their places in the list, and called by their kinds."""
    free = report(whole=FREE)
    assert [path for path, _ in sections_of(free)] == [("sections", 0), ("sections", 1)]
    called = [place(free, path) for path in (("sections", 0, "text"), ("sections", 1, "items", 0, "title"))]
    assert called == ["其他部分的正文", "举措第1条的标题"]


def test_a_report_without_a_title_has_one() -> None:
    """Of the bureau and the year."""
    assert default_title(report("")) == "示例区生态环境局2024年法治政府建设情况报告"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("归档不规范", "归档不规范"),
        (" 归档不规范。；", "归档不规范"),
        ("台账不细．\n", "台账不细"),
        ("归档、装订不规范，，", "归档、装订不规范"),
        ("归档规范吗？", "归档规范吗？"),
        ("。", ""),
        ("仅立案{{ 立案 }}。 ", "仅立案12起"),
        ("已说{{ '。' }}", "已说。"),
    ],
)
def test_what_is_lent_has_no_end_marks(typed: str, words: str) -> None:
    """For the text that it is lent to brings its own; what a reference prints is left alone."""
    assert lent(tuple(evaluated(typed, {"立案": Figure(value="12起")}))) == words


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ({}, ""),
        ({"原因": "台账不细"}, ""),
        ({"问题": "归档不规范"}, "归档不规范。"),
        ({"问题": "归档不规范", "原因": "台账不细"}, "归档不规范。主要原因是台账不细。"),
    ],
)
def test_what_a_shortcoming_says_without_a_text(names: dict[str, str], text: str) -> None:
    """Without a problem nothing."""
    assert shortcoming_text(names) == text


@pytest.mark.parametrize(
    ("date", "day"), [("date: 2025-01-20\n", dt.date(2025, 1, 20)), ("", dt.date(2024, 12, 31))], ids=["own", "none"]
)
def test_documents_are_dated_without_a_clock(date: str, day: dt.date) -> None:
    """By the report's own date, else by the last day it reports on: the same bytes whenever it is built."""
    assert document_date(report("", SOUND.replace("date: 2025-01-20\n", date))) == day
