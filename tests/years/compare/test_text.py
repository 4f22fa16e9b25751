"""A comparison for a terminal, to the character."""

from dataclasses import replace

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
from ecoreport.years.compare._text import as_text

NOTHING = Comparison(Side("2023年", 2023, "示例县教育局"), Side("2024年", 2024, "示例县教育局"))
TITLE = "\x1b[1m示例县教育局：2023年 → 2024年\x1b[0m\n"


def test_nothing_changed_is_said() -> None:
    """Below the title, and nothing else."""
    assert as_text(NOTHING) == f"{TITLE}没有变化\n"


def test_what_was_answered_and_what_was_not() -> None:
    """√ done, × not, ？ still open; below a shortcoming what was planned for it, where anything was."""
    shortcomings = (
        ShortcomingOutcome("c", "归档不规范", Fate.ANSWERED, ("归档",), STUDY),
        ShortcomingOutcome("d", "宣传不够", Fate.GONE, ("办班",), ()),
        ShortcomingOutcome("e", "响应较慢", Fate.REPEATED, (), (), "不足第1条"),
    )
    assert (
        as_text(replace(NOTHING, plan=PLAN, shortcomings=shortcomings))
        == f"""{TITLE}
\x1b[1m上年的安排3项：1项有举措，没有写目标，1项还待填，1项没有落实\x1b[0m
  ○ 归档 → 举措“学法”（没有写目标）
  × 办班 → 没有举措落实
  ？ 普法 → 举措“学法”（还待填）

\x1b[1m上年的不足3条：1条又写了一遍；1条没有再列，上年的安排有举措落实；1条没有再列，上年的安排也没有落实\x1b[0m
  √ 归档不规范 → 没有再列，上年的安排有举措落实
      上年的安排：归档 → 举措“学法”
  × 宣传不够 → 没有再列，上年的安排也没有落实
      上年的安排：办班 → 没有举措落实
  × 响应较慢 → 又写了一遍
"""
    )


def test_figures_fields_and_copies_are_a_line_each() -> None:
    """In columns; what is not there is said."""
    found = replace(NOTHING, figures=FIGURES, fields=FIELDS, copied=COPIED)
    assert (
        as_text(found)
        == f"""{TITLE}
\x1b[1m指标：1个变了\x1b[0m
  指标  2023年  2024年  增减               说明
  立案  3起     4起     增加1起（+33.3%）

\x1b[1m文件头和其他\x1b[0m
  盖章：（没有） → 是
  发文字号：甲1号 → （没有）

\x1b[1m与上年几乎一样的句子：1句\x1b[0m
  导语（95%）：依法行政。
"""
    )


def test_words_that_changed_are_marked_for_eyes_without_colours() -> None:
    """Within a paragraph in brackets, which a line explains; whole paragraphs by a sign before them."""
    change = ContentChange(Change.CHANGED, "举措", "", "学法", "", "", "", moved=False, parts=(WORDS,))
    marked = as_text(replace(NOTHING, contents=(change,)))
    assert (
        marked
        == f"""{TITLE}
\x1b[1m内容：修改1处\x1b[0m
  （[-删去的字-]，{{+添上的字+}}）
  修改 举措“学法”
      学\x1b[31m[-宪法-]\x1b[0m\x1b[32m{{+法典+}}\x1b[0m
"""
    )
    whole = replace(change, parts=((Segment("-", "宪法。"),), (Segment("+", "法典。"),)))
    assert (
        as_text(replace(NOTHING, contents=(whole,)))
        == f"""{TITLE}
\x1b[1m内容：修改1处\x1b[0m
  修改 举措“学法”
    \x1b[31m- 宪法。\x1b[0m
    \x1b[32m+ 法典。\x1b[0m
"""
    )
