"""A comparison as Markdown, to the character; no text in it becomes markup."""

from dataclasses import replace

import pytest
from support.comparisons import COPIED, FIELDS, FIGURES, PLAN, STUDY, WORDS

from ecoreport.text.diff import Segment
from ecoreport.years.compare._changes import (
    Change,
    Comparison,
    ContentChange,
    Fate,
    ShortcomingOutcome,
    Side,
)
from ecoreport.years.compare._markdown import as_markdown, marked

NOTHING = Comparison(Side("2023年", 2023, "示例县教育局"), Side("a|b.yaml", 2024, "示例县教育局"))
TITLE = "# 示例县教育局：2023年 → a\\|b.yaml\n"


def test_nothing_changed_is_said() -> None:
    """Below the title, in which a file's name stays a name."""
    assert as_markdown(NOTHING) == f"{TITLE}\n没有变化\n"


def test_what_was_answered_and_what_was_not() -> None:
    """Tables, with a sign before what is not done."""
    shortcomings = (ShortcomingOutcome("c", "归档不规范", Fate.ANSWERED, ("归档", "评查"), STUDY),)
    assert (
        as_markdown(replace(NOTHING, plan=PLAN, shortcomings=shortcomings))
        == f"""{TITLE}
## 上年的安排3项：1项有举措，没有写目标，1项还待填，1项没有落实

| 安排 | 落实 |
|---|---|
| 归档 | ○ 举措“学法”（没有写目标） |
| 办班 | × 没有举措落实 |
| 普法 | ？ 举措“学法”（还待填） |

## 上年的不足1条：1条没有再列，上年的安排有举措落实

| 不足 | 结果 | 上年的安排 | 落实的举措 |
|---|---|---|---|
| 归档不规范 | √ 没有再列，上年的安排有举措落实 | 归档、评查 | 举措“学法” |
"""
    )


def test_figures_fields_and_copies_are_tables() -> None:
    """A dash where there is nothing."""
    found = replace(NOTHING, figures=FIGURES, fields=FIELDS, copied=COPIED)
    assert (
        as_markdown(found)
        == f"""{TITLE}
## 指标：1个变了

| 指标 | 2023年 | a\\|b.yaml | 增减 | 说明 |
|---|---|---|---|---|
| 立案 | 3起 | 4起 | 增加1起（+33.3%） |  |

## 文件头和其他

| 项目 | 2023年 | a\\|b.yaml |
|---|---|---|
| 盖章 | — | 是 |
| 发文字号 | 甲1号 | — |

## 与上年几乎一样的句子：1句

| 位置 | 相同 | 句子 |
|---|---|---|
| 导语 | 95% | 依法行政。 |
"""
    )


def test_a_changed_part_has_a_heading_and_its_paragraphs() -> None:
    """With what went and what came marked in them."""
    change = ContentChange(
        Change.CHANGED, "举措", "", "学*法", "", "", "", moved=False, parts=(WORDS, (Segment("+", "办班。"),))
    )
    assert (
        as_markdown(replace(NOTHING, contents=(change,)))
        == f"""{TITLE}
## 内容：修改1处

### 修改 举措“学\\*法”

学<del>宪法</del><ins>法典</ins>

<ins>办班。</ins>
"""
    )


@pytest.mark.parametrize(
    ("part", "markdown"),
    [
        ((), ""),
        ((Segment("=", "甲"),), "甲"),
        ((Segment("-", "<b>"), Segment("+", "a|b")), "<del>\\<b\\></del><ins>a\\|b</ins>"),
        ((Segment("=", "# 甲"),), "\\# 甲"),
        ((Segment("+", "1. 甲"),), "<ins>1\\. 甲</ins>"),
    ],
)
def test_marks_stand_around_escaped_words(part: tuple[Segment, ...], markdown: str) -> None:
    """Whatever a clerk has typed."""
    assert marked(part) == markdown
