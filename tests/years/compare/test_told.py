"""The Chinese words for what changed: what every format for people says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ecoreport.report.history import Suspicion
from ecoreport.text.diff import Segment
from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import (
    AnsweringMeasure,
    Change,
    Comparison,
    ContentChange,
    Copied,
    CopiedShare,
    Fate,
    FigureChange,
    Piece,
    PlanOutcome,
    ShortcomingOutcome,
    Side,
)

OLD, NEW = Side("2023年", 2023, "示例区教育局"), Side("2024年", 2024, "示例县教育局")
YEARS, VERSIONS = Comparison(OLD, NEW), Comparison(replace(NEW, name="旧稿"), NEW)
STUDY = AnsweringMeasure("举措“study”", "学法")
PIECE = Piece("普法", "举措第3条", "measures.items[3]")
ITEM = ContentChange(
    Change.CHANGED, "举措", "举措第2条", "", "", "measures.items[4]", "measures.items[2]", moved=False, parts=()
)


def test_the_title_and_the_heads_name_the_sides() -> None:
    """As the user called them; the bureau by its newer name."""
    assert _told.title(YEARS) == "示例县教育局：2023年 → 2024年"
    assert _told.heads(VERSIONS) == ("指标", "旧稿", "2024年", "增减", "说明")


@pytest.mark.parametrize(
    ("figure", "remark", "between"),
    [
        (FigureChange("甲", Change.ADDED, None, "3起", "起"), "上年没有", "原来没有"),
        (FigureChange("甲", Change.REMOVED, "3起", None, "起"), "没有了", "没有了"),
        (FigureChange("甲", Change.UNIT, "3件", "3起", "起"), "单位变了，不能比较", "单位变了，不能比较"),
        (FigureChange("甲", Change.OPEN, "3起", "【待填】", "起"), "待填", "待填"),
        (FigureChange("甲", Change.CHANGED, "3起", "4起", "起"), "", ""),
        (FigureChange("甲", Change.SAME, "3起", "3起", "起", suspicion=Suspicion.SAME), "与上年一样，请核对", None),
        (FigureChange("甲", Change.CHANGED, "3起", "30起", "起", base="4起", restated="补录", suspicion=Suspicion.LEAP),
         "上年数调整为4起：补录；相差五倍以上，请核对", None),
        (FigureChange("甲", Change.CHANGED, "3万起", "3起", "起", suspicion=Suspicion.SCALE),
         "差约一万倍，请核对单位", None),
    ],
)  # fmt: skip
def test_a_figures_remark(figure: FigureChange, remark: str, between: str | None) -> None:
    """Of the year before, or of what stood there before in another version of a year."""
    [row] = _told.rows(replace(YEARS, figures=(figure,)))
    assert row == ("甲", figure.old or "—", figure.new or "—", "", remark)
    if between is not None:
        assert _told.rows(replace(VERSIONS, figures=(figure,)))[0].remark == between


@pytest.mark.parametrize(
    ("name", "unit", "difference", "remark"),
    [
        ("败诉", "件", "2", "变差"),
        ("败诉案件", "件", "-2", ""),
        ("群众满意度", "%", "-1.5", "变差"),
        ("群众满意度", "%", "1.5", ""),
        ("行政处罚", "件", "2", ""),  # neither more nor fewer is better
        ("党课", "次", "-2", ""),
    ],
)
def test_what_moved_the_wrong_way_says_so(name: str, unit: str, difference: str, remark: str) -> None:
    """As far as the catalogue of indicators knows what is better."""
    moved = FigureChange(name, Change.CHANGED, "4件", "6件", unit, Decimal(difference))
    assert _told.rows(replace(YEARS, figures=(moved,)))[0].remark == remark


def test_figures_to_look_at_come_first() -> None:
    """The others keep their order; the per cent stands behind the change, but where it is nought."""
    plain = FigureChange("甲", Change.CHANGED, "3起", "4起", "起", Decimal(1), Decimal("33.3"), shown="增加1起")
    level = FigureChange("乙", Change.SAME, "3起", "3起", "起", Decimal(0), Decimal("0.0"), shown="持平")
    odd = replace(level, name="丙", suspicion=Suspicion.SAME)
    rows = _told.rows(replace(YEARS, figures=(plain, level, odd)))
    assert [(row.name, row.change) for row in rows] == [("丙", "持平"), ("甲", "增加1起（+33.3%）"), ("乙", "持平")]
    assert _told.figures_head(replace(YEARS, figures=(plain, level, odd))) == "指标：1个变了，1个请核对"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (ITEM, "修改 举措第2条"),
        (replace(ITEM, title="学法"), "修改 举措“学法”"),
        (replace(ITEM, moved=True), "修改并移动 举措第2条（原第4条，现第2条）"),
        (replace(ITEM, change=Change.MOVED, moved=True), "移动 举措第2条（原第4条，现第2条）"),
        (replace(ITEM, moved=True, old="measures.items[1].items[2]"), "修改并移动 举措第2条"),
        (replace(ITEM, change=Change.ADDED, old="", title="学法"), "新增 举措“学法”"),
        (replace(ITEM, change=Change.REMOVED, new=""), "删去 举措第2条"),
        (replace(ITEM, kind="安排", title="办班"), "修改 新一年的安排“办班”"),
        (replace(ITEM, moved=True, section="学法"), "修改并移动 举措第2条（原在“学法”）"),
        (replace(ITEM, change=Change.RENAMED, title="学法", title_was="普法"), "改名 举措“普法” → “学法”"),
        (
            replace(ITEM, change=Change.SPLIT, title="学法", title_was="甲", others=(PIECE,)),
            "拆分 举措“甲” → “学法”“普法”",
        ),
        (
            replace(ITEM, change=Change.MERGED, title="甲", title_was="学法", others=(PIECE, replace(PIECE, title=""))),
            "合并 举措“学法”“普法”、举措第3条 → “甲”",
        ),
    ],
)
def test_what_became_of_a_part(change: ContentChange, words: str) -> None:
    """By its heading, else by where it stands; both places where it moved within its list."""
    assert list(_told.contents(replace(YEARS, contents=(change,)))) == [(words, change)]
    between = words.replace("新一年的", "")
    assert list(_told.contents(replace(VERSIONS, contents=(change,)))) == [(between, change)]


def test_what_the_plan_and_the_shortcomings_tell_is_not_told_twice() -> None:
    """Of consecutive years those that are gone stand above; what is below them, and between versions, stays."""
    gone = replace(ITEM, change=Change.REMOVED, kind="不足", old="shortcomings.items[1]", new="")
    below = replace(gone, old="shortcomings.items[1].items[1]")
    added = replace(gone, change=Change.ADDED)
    contents = (gone, below, added, replace(gone, kind="安排"), replace(gone, kind="举措"))
    assert _told.shown(replace(YEARS, contents=contents)) == (below, added, contents[4])
    assert _told.shown(replace(VERSIONS, contents=contents)) == contents
    assert _told.contents_head(replace(YEARS, contents=contents)) == "内容：新增1处，删去2处"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (PlanOutcome("a", "甲", (STUDY,)), "举措“学法”（没有写目标）"),
        (PlanOutcome("a", "甲", (STUDY, AnsweringMeasure("举措第2条", ""))), "举措“学法”；举措第2条（没有写目标）"),
        (PlanOutcome("a", "甲", (STUDY,), open=True), "举措“学法”（还待填）"),
        (PlanOutcome("a", "甲", ()), "没有举措落实"),
        (PlanOutcome("a", "甲", (), again=True), "没有举措落实，今年又列入安排"),
        (PlanOutcome("a", "甲", (STUDY,), again=True), "举措“学法”（没有写目标）"),
    ],
)
def test_what_became_of_a_plan(outcome: PlanOutcome, words: str) -> None:
    """That it is planned again is worth a word only where nothing was done."""
    assert _told.plan_told(outcome) == words


@pytest.mark.parametrize(
    ("fate", "again", "mark", "words"),
    [
        (Fate.ANSWERED, "", "√", "没有再列，上年的安排有举措落实"),
        (Fate.GONE, "", "×", "没有再列，上年的安排也没有落实"),
        (Fate.UNPLANNED, "", "？", "没有再列，上年的安排没有写明回应它"),
        (Fate.GONE, "宣传还不够", "×", "没有再列，上年的安排也没有落实（今年的“宣传还不够”与它相近）"),
        (Fate.REPEATED, "不足第1条", "×", "又写了一遍"),
        (Fate.REWORDED, "不足第1条", "×", "还列着，内容换了"),
        (Fate.OPEN, "不足第1条", "？", "还待填"),
        (Fate.REPLACED, "不足第1条", "×", "编号没换，写的是另一条不足；给新的一条换个 id，这一条才好交代"),
    ],
)
def test_what_became_of_a_shortcoming(fate: Fate, again: str, mark: str, words: str) -> None:
    """What is like one that is gone is named, for it may be the same in other words."""
    outcome = ShortcomingOutcome("a", "宣传不够", fate, (), (), again)
    assert (_told.fate_mark(outcome), _told.fate_told(outcome)) == (mark, words)


def test_the_heads_count() -> None:
    """Only what there is any of."""
    plan = (PlanOutcome("a", "甲", (STUDY,)), PlanOutcome("b", "乙", (STUDY,), open=True), PlanOutcome("c", "丙", ()))
    gone, answered = (ShortcomingOutcome("a", "甲", fate, (), ()) for fate in (Fate.GONE, Fate.ANSWERED))
    assert _told.plan_head(replace(YEARS, plan=plan)) == "上年的安排3项：1项有举措，没有写目标，1项还待填，1项没有落实"
    assert _told.plan_head(replace(YEARS, plan=plan[:1])) == "上年的安排1项：1项有举措，没有写目标"
    assert _told.shortcomings_head(replace(YEARS, shortcomings=(gone, answered, gone))) == (
        "上年的不足3条：1条没有再列，上年的安排有举措落实；2条没有再列，上年的安排也没有落实"
    )
    copied, shares = (Copied("导语", "甲。", "甲。", 1.0),), (CopiedShare("举措", "measures", 2, 5, 0.4),)
    assert _told.copied_head(replace(YEARS, copied=copied)) == "与上年几乎一样的句子：1句"
    assert _told.copied_head(replace(YEARS, shares=shares)) == "与上年一样的字：“举措”40%"
    both = replace(YEARS, copied=copied, shares=(*shares, replace(shares[0], section="不足", share=1.0)))
    assert _told.copied_head(both) == "与上年几乎一样的句子：1句；与上年一样的字：“举措”40%，“不足”100%"


def test_a_paragraph_of_one_piece_came_or_went_as_a_whole() -> None:
    """Its mark says all."""
    assert _told.is_whole((Segment("+", "甲"),))
    assert not _told.is_whole((Segment("=", "甲"), Segment("+", "乙")))
