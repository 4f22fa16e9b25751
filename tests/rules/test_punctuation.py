"""Punctuation and blanks: what is wrong is marked and mended to the character, names and references are let be."""

import json

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _marks, _punctuation
from ecoreport.rules._rule import Find

FIGURES = "figures: {立案: 3起}\n"


def mended(rule: Find, text: str) -> list[tuple[str, str, str]]:
    """Code, marked characters and mended text of what the rule finds in a measure that says so."""
    measures = f"measures: [{{text: {json.dumps(text, ensure_ascii=False)}}}]"
    return [(one.code, one.typed, one.mended) for one in found(rule, FIGURES + measures)]


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        (_marks.by_pattern, "《甲》、《乙》。", ("W503", "、", "《甲》《乙》。")),
        (_marks.by_pattern, "“甲”、“乙”。", ("W503", "、", "“甲”“乙”。")),
        (_marks.by_pattern, "2021-2025年。", ("E506", "-", "2021—2025年。")),
        (_marks.by_pattern, "1~12月。", ("E506", "~", "1—12月。")),
        (_marks.by_pattern, "3月~5月。", ("E506", "~", "3月—5月。")),
        (_marks.by_pattern, "选派3-5名。", ("E506", "-", "选派3—5名。")),
        (_marks.by_pattern, "《规划（2021-2025年）》", ("H526", "-", "")),
        (_marks.by_pattern, "20212025年。", ("E507", "20212025年", "")),
        (_marks.by_pattern, "增长4—6%。", ("E508", "4—6%", "")),
        (_marks.by_pattern, "投入5-10.5万。", ("E508", "5-10.5万", "")),
        (_marks.by_pattern, "共1,234,567元。", ("W510", "1,234,567", "")),
        (_marks.by_pattern, "共１２．５％。", ("E511", "１２．５％", "")),
        (_marks.by_pattern, "开展“12.4”宪法日活动。", ("W512", "12.4", "")),
        (_marks.by_pattern, "学习,，宣传。", ("W521", ",", "")),
        (_marks.by_pattern, "学习，，，宣传。", ("W521", "，，，", "")),
        (_marks.by_pattern, "学习；。", ("W521", "；。", "")),
        (_punctuation.half_width_marks, "学习,宣传。", ("E501", ",", "学习，宣传。")),
        (_punctuation.half_width_marks, "查处3起;宣传。", ("E501", ";", "查处3起；宣传。")),
        (_punctuation.half_width_marks, "占9%,宣传。", ("E501", ",", "占9%，宣传。")),
        (_punctuation.half_width_marks, "如下:3起。", ("E501", ":", "如下：3起。")),
        (_punctuation.half_width_marks, "已经办结.", ("E501", ".", "已经办结。")),
        (_punctuation.blanks, "依法 行政。", ("W509", " ", "依法行政。")),
        (_punctuation.blanks, "查处　　3起。", ("W509", "　　", "查处3起。")),
        (_punctuation.blanks, "查处3 起。", ("W509", " ", "查处3起。")),
        (_punctuation.blanks, "查处 件。", ("W509", " ", "")),  # a number was lost
        (_punctuation.straight_quotes, '开展"依法行政"活动。', ("E501", '"依法行政"', "开展“依法行政”活动。")),
        (_punctuation.half_width_brackets, "依法(试行)。", ("E502", "(试行)", "依法（试行）。")),
        (_punctuation.half_width_brackets, "指数(AQI)。", ("E502", "(AQI)", "指数（AQI）。")),
        (_punctuation.document_years, "示环[2024]1号。", ("E513", "[2024]", "示环〔2024〕1号。")),
        (_punctuation.document_years, "示环（2024）第1号。", ("E513", "（2024）", "示环〔2024〕第1号。")),
        (_punctuation.nested_titles, "《转发〈甲〉和《乙》的函》", ("E504", "《乙》", "《转发〈甲〉和〈乙〉的函》")),
        (_punctuation.nested_titles, "《关于<甲>的通知》", ("E504", "<甲>", "《关于〈甲〉的通知》")),
        (_punctuation.nested_titles, "《《甲》的通知》", ("E504", "《甲》", "《〈甲〉的通知》")),
        (_punctuation.nested_titles, "《转发《甲》》", ("E504", "《甲》", "《转发〈甲〉》")),
        (_punctuation.balanced, "依法（试行。", ("E505", "（", "")),
        (_punctuation.balanced, "依法试行）。", ("E505", "）", "")),
        (_punctuation.balanced, "《甲。", ("E505", "《", "")),
        (_punctuation.balanced, "《关于《甲》（的通知》", ("E505", "》", "")),
        (_punctuation.balanced, "“甲“乙。", ("E505", "“", "")),
        (_punctuation.balanced, "“甲（乙”）。", ("E505", "”", "")),
        (_punctuation.blanks_at_line_ends, "依法行政。 \n严格执法。", ("W520", " ", "依法行政。\n严格执法。")),
        (_punctuation.blanks_at_line_ends, "　　依法行政。", ("W520", "　　", "依法行政。")),
        (_punctuation.sentences_with_end_mark, "本局全年依法行政规范执法", ("W527", "法", "")),
        (_punctuation.sentences_with_end_mark, "本局全年依法行政、规范执法，", ("W527", "，", "")),
    ],
)  # fmt: skip
def test_a_mark_that_is_wrong_is_found_and_mended(rule: Find, text: str, told: tuple[str, str, str]) -> None:
    """Without a mend where a person must decide."""
    assert mended(rule, text) == [told]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (_marks.by_pattern, "《甲》和《乙》，甲、乙，2021—2025年，1—12月，3—5名，4%—6%，5万—10万，12·4宪法日。"),
        (_marks.by_pattern, "2024年1234567元，PM2.5，12345-6件，第1-2号，等等，12.4公里。"),
        (_punctuation.half_width_marks, "学习，宣传。PM2.5、a,b、1,234、10:30、3.5、https://a.cn"),
        (_punctuation.blanks, "依法行政，“学宪法 讲宪法”，《甲 乙》，use of AI，查处{{ 立案 }}。"),
        (_punctuation.straight_quotes, '“依法行政”，"AQI"，{{ "{{" }}。'),
        (_punctuation.half_width_brackets, "依法（试行），AQI(PM)，示环(2024)1号。"),
        (_punctuation.document_years, "示环〔2024〕1号，（2024），[2024]年，(1024)1号。"),
        (_punctuation.nested_titles, "《关于〈甲〉的通知》《乙》，〈丙〉。"),
        (_punctuation.balanced, "“甲‘乙’”，《丙》（丁），〔2024〕，【戊】，（“己”），《转发《甲》》。"),
        (_punctuation.blanks_at_line_ends, "依法行政。\n  严格执法。"),
        (_punctuation.sentences_with_end_mark, "本局全年依法行政规范执法。"),
        (_punctuation.sentences_with_end_mark, "本局全年依法行政规范执"),  # 11 characters may be a label
        (_punctuation.sentences_with_end_mark, "本局全年依法行政规范执法："),
    ],
)
def test_a_mark_that_is_right_is_silent(rule: Find, text: str) -> None:
    """What GB/T 15834 and 15835 write, Latin and numbers, and what other rules tell of."""
    assert marked(rule, text, FIGURES) == []


@pytest.mark.parametrize(
    ("rule", "text", "help_"),
    [
        (_marks.by_pattern, "《甲》、《乙》。", "去掉“、”"),
        (_marks.by_pattern, "《规划（2021-2025年）》", "照原文件核对；一般是“—”，如（2021—2025年）"),
        (_punctuation.half_width_marks, "学习;宣传。", "写成“；”"),
        (_punctuation.blanks, "查处 件。", "补上数，或者去掉空格"),
        (_punctuation.blanks, "依法 行政。", "去掉空格"),
        (_punctuation.straight_quotes, '开展"依法行政"活动。', "写成“”"),
        (_punctuation.half_width_brackets, "依法(试行)。", "写成“（）”"),
        (_punctuation.document_years, "示环[2024]1号。", "用六角括号，如〔2024〕1号"),
        (_punctuation.nested_titles, "《关于<甲>的通知》", "写成《……〈……〉……》"),
        (_punctuation.balanced, "依法（试行。", "在该结束的地方补上“）”"),
        (_punctuation.balanced, "依法试行）。", "补上前一半，或者删掉它"),
        (_punctuation.balanced, "依法(试行》。", "补上前一半，或者删掉它"),
        (_punctuation.balanced, "依法(试行）。", "前面的“(”是半角的，改成“（”"),
        (_punctuation.balanced, "“甲“乙。", "改成”；引号里面的引号用‘’"),
        (_punctuation.blanks_at_line_ends, "甲。 \n乙。", "去掉空格，首行空二字由排版完成"),
        (_punctuation.sentences_with_end_mark, "本局全年依法行政规范执法", "补上句号；没有写完的，写完"),
    ],
)
def test_the_mend_is_said(rule: Find, text: str, help_: str) -> None:
    """In the very characters to write."""
    measures = f"measures: [{{text: {json.dumps(text, ensure_ascii=False)}}}]"
    assert [one.help for one in found(rule, measures)] == [help_]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("依法行政。", [("E519", "。", "依法行政")]),
        ("依法行政：", [("E519", "：", "依法行政")]),
        ("依法行政.", [("E519", ".", "依法行政")]),
        ("依法行政", []),
        ("依法行政？", []),
        ("。", []),
    ],
)
def test_a_heading_takes_no_end_mark(title: str, told: list[tuple[str, str, str]]) -> None:
    """But for a question's; a body text that ends so is none of the rule's."""
    measures = f"measures: [{{title: '{title}', text: 甲。}}]"
    rule = _punctuation.headings_without_end_mark
    assert [(one.code, one.typed, one.mended) for one in found(rule, measures)] == told


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("示环〔2025〕1号", ""),
        ("待填", ""),
        ("示环[2025]1号", "示环〔2025〕1号"),
        ("示环2025第03号", "示环〔2025〕3号"),
        ("示环〔2025〕01号", "示环〔2025〕1号"),
        ("三号文", "机关代字〔2025〕1号"),
    ],
)
def test_the_reports_own_number_is_written_as_the_standard_says(number: str, shown: str) -> None:
    """代字, the year in 〔〕, no 第, no padding; what cannot be read is shown by an example of the next year."""
    expected = Found("E513", "number", help=f"写成 {shown}：六角括号，不写“第”")
    assert found(_punctuation.own_number, f"number: '{number}'") == [expected] * bool(shown)
    assert found(_punctuation.own_number, "lead: 甲。") == []


def test_the_lead_ends_with_a_mark_too_and_a_heading_does_not() -> None:
    """However long it is."""
    keys = "lead: 本局全年依法行政规范执法\nmeasures: [{title: 本局全年依法行政规范执法}]"
    assert [one.path for one in found(_punctuation.sentences_with_end_mark, keys)] == ["lead"]


def test_a_run_in_heading_of_a_section_ends_in_a_full_stop() -> None:
    """Before its text; before items it stands on its own line."""
    rule = _punctuation.headings_without_end_mark
    assert found(rule, "measures: {title: 强化组织领导。, text: 主持召开会议。}") == []
    assert [one.code for one in found(rule, "measures: {title: 强化组织领导。, items: [{text: 甲。}]}")] == ["E519"]
    assert [one.code for one in found(rule, "measures: {title: 强化组织领导；, text: 主持召开会议。}")] == ["E519"]
