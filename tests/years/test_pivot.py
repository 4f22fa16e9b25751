"""The figures of several bureaus side by side, in every format."""

import json

import pytest

from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import parse
from ecoreport.years import pivot


def _figures(year: int, figures: str, issuer: str = "示例县教育局") -> Report:
    return parse(f"year: {year}\nissuer: {issuer}\nfigures: {{{figures}}}\n".encode(), "x").report


BUREAUS = {
    "示例县教育局": {2024: _figures(2024, "行政处罚: 8件, 罚款: 1.5万元, 满意率: 96%, 立案: 待填")},
    "示例区生态环境局": {
        2024: _figures(2024, "处罚决定: 3宗, 罚款: 约20000元, 满意率: 99%, 完成: 3/4", "示例区生态环境局")
    },
    "示例局": {2024: _figures(2024, "行政处罚: 12件, 满意率: 97%, 罚款: 不适用", "示例局")},
}


def test_a_row_is_a_bureau_and_a_column_an_indicator() -> None:
    """Whatever they call it; totals of what can be added up, averages, and what is missing or counted otherwise."""
    made = pivot.pivot(BUREAUS)
    assert [line.split() for line in pivot.as_text(made).splitlines()] == [
        ["单位", "行政处罚（件）", "罚款金额（元）", "满意率（%）", "立案", "完成"],
        ["示例县教育局", "8", "1.5万", "96", "【待填】", "—"],
        ["示例区生态环境局", "3宗", "约20000", "99", "—", "3/4"],
        ["示例局", "12", "不适用", "97", "—", "—"],
        ["合计", "20", "35000", "—", "—", "3"],
        ["平均", "10", "17500", "97.33", "—", "3"],
    ]
    assert made.remarks == ("“行政处罚”：示例区生态环境局用的是宗，没有合计",)


def test_the_rows_can_be_sorted_by_a_column() -> None:
    """By the indicator or a bureau's own name for it, the largest first; who has none is last."""
    assert [row[0] for row in pivot.pivot(BUREAUS, "处罚决定").rows] == ["示例局", "示例县教育局", "示例区生态环境局"]
    assert [row[0] for row in pivot.pivot(BUREAUS, "罚款").rows] == ["示例区生态环境局", "示例县教育局", "示例局"]
    with pytest.raises(KeyError):
        pivot.pivot(BUREAUS, "没有")


def test_holes_are_named_where_most_have_a_figure() -> None:
    """And not where most have not."""
    two = {name: {2024: _figures(2024, "立案: 1件", name)} for name in ("甲局", "乙局", "丙局")}
    made = pivot.pivot({**two, "丁局": {2024: _figures(2024, "检查: 1次", "丁局")}})
    assert made.remarks == ("“立案”：丁局没有",)


def test_what_a_bureau_sent_twice_is_added_up_once() -> None:
    """All its rows are shown, the first counts, and which do not is told."""
    again = {"示例县教育局（又一份.docx）": {2024: _figures(2024, "行政处罚: 9件")}}
    made = pivot.pivot({**BUREAUS, **again})
    lines = [line.split()[:2] for line in pivot.as_text(made).splitlines()]
    assert lines[-3:] == [["示例县教育局（又一份.docx）", "9"], ["合计", "20"], ["平均", "10"]]
    assert made.remarks[0] == "合计和平均里，一个单位一年只算一份，没有算示例县教育局（又一份.docx）"


def test_several_years_are_rows_of_their_own() -> None:
    """With the year beside the bureau, and nothing added up over them."""
    years = {2023: _figures(2023, "立案: 8起"), 2024: _figures(2024, "立案: 9件")}
    assert pivot.as_markdown(pivot.pivot({"示例县教育局": years})).splitlines()[2:] == [
        "| 示例县教育局 | 2023 | 8 |", "| 示例县教育局 | 2024 | 9件 |",
    ]  # fmt: skip


def test_numbers_for_a_spreadsheet() -> None:
    """In the column's unit; what is no such number stands as it was typed."""
    made = pivot.as_csv(pivot.pivot(BUREAUS)).splitlines()
    assert made == [
        "\ufeff单位,年度,行政处罚（件）,罚款金额（元）,满意率（%）,立案,完成",
        "示例县教育局,2024,8,15000,96,【待填】,",
        "示例区生态环境局,2024,3宗,20000,99,,3",
        "示例局,2024,12,不适用,97,,",
    ]


def test_a_line_a_figure() -> None:
    """For pivot tables and data bases of others."""
    told = pivot.LONG["csv"](pivot.told_of(BUREAUS)).splitlines()
    assert told[0] == "\ufeff单位,年度,指标,通用名称,数值,计量单位,印出"
    assert told[2] == "示例县教育局,2024,罚款,罚款金额,15000,元,1.5万元"
    assert told[8] == "示例区生态环境局,2024,完成,,3,,'3/4"
    objects = json.loads(pivot.LONG["json"](pivot.told_of(BUREAUS)))
    assert [(one["name"], one["indicator"], one["value"], one["whole"], one["open"]) for one in objects[3:8:4]] == [
        ("立案", "立案", None, None, True), ("完成", None, 3, 4, False),
    ]  # fmt: skip


def test_a_page_has_the_table_and_what_is_to_be_known() -> None:
    """Under a title."""
    title, table, *notes = pivot.as_blocks(pivot.pivot(BUREAUS))
    assert title.text == "2024年各单位指标汇总"  # type: ignore[union-attr]
    assert len(table.rows) == 5  # type: ignore[union-attr]
    assert len(notes) == 1


def test_nothing_is_nothing() -> None:
    """No bureau, no figure."""
    assert (pivot.as_text(pivot.pivot({})), pivot.as_markdown(pivot.pivot({}))) == ("", "")


def test_figures_alone_make_the_same_table() -> None:
    """What is kept of a bureau among very many has no texts, and all that the table needs."""
    whole = parse(b"year: 2024\nissuer: A\nfigures: {a: 3}\nmeasures: [{text: b}]\n", "x").report
    alone = pivot.figures_alone(whole)
    assert alone.measures is None
    assert pivot.pivot({"A": {2024: alone}}) == pivot.pivot({"A": {2024: whole}})
