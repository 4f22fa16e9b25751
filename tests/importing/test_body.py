"""The body of a report: each piece in its section or item, numbers kept only where the program counts the same."""

from collections.abc import Sequence

import pytest

from ecoreport.importing._body import fill, kind_of
from ecoreport.importing._draft import Draft, DraftItem
from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.text.numbering import MARKS

GRID = Grid((("案由", "件数"), ("噪声", "3件")))


def filled(*pieces: str | Piece, annexes: Sequence[str] = ()) -> Draft:
    """The draft of 2024 with these pieces in it; a bare text is a paragraph without a style."""
    draft = Draft(year=2024, annex_titles=list(annexes))
    fill([Line(piece) if isinstance(piece, str) else piece for piece in pieces], draft)
    return draft


def shown(nodes: Sequence[DraftItem], depth: int = 0) -> list[str]:
    """A line a node: its number or a dot, its heading, its texts behind strokes, what stands below it set in."""
    made: list[str] = []
    for one in nodes:
        mark = MARKS[one.style](one.number) if one.style else "·"
        made += ["  " * depth + "|".join([mark + one.title, *one.texts]), *shown(one.children, depth + 1)]
    return made


def test_a_report_becomes_a_tree() -> None:
    """Lead, sections, items and their texts, each where it stands; nothing makes nothing."""
    draft = filled("现报告如下。", "一、主要举措", "（一）普法", "进机关。", "二、存在不足", "一是台账不全。")
    item = DraftItem(style="（一）", number=1, title="普法", texts=["进机关。"])
    first = DraftItem(style="一是", number=1, texts=["台账不全。"])
    assert draft.lead == ["现报告如下。"]
    assert draft.sections == [
        DraftItem(style="一、", number=1, title="主要举措", kind="measures", children=[item]),
        DraftItem(style="一、", number=2, title="存在不足", kind="shortcomings", children=[first]),
    ]
    assert filled() == Draft(year=2024)


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (["（一）" + "法" * 50], ["（一）" + "法" * 50]),
        (["（一）" + "法" * 51], ["（一）|" + "法" * 51]),
        (["（一）普法：", "1.进机关。"], ["（一）|普法：", "  1.|进机关。"]),
        (["（一）普法", "学。", "用。"], ["（一）普法|学。|用。"]),
        (["一是普法"], ["一是|普法"]),
        (["1.普法。开展8场。"], ["1.|普法。开展8场。"]),
        (["（一）普法", "（三）执法"], ["（一）普法", "·（三）执法"]),
        (["（一）普法", "1.学", "3.用"], ["（一）普法", "  1.学", "  ·3.用"]),
        (["一是学。", "三是用。"], ["一是|学。", "·|三是用。"]),
        (["（一）普法。开展8场。", "（二）执法。立案3起。"], ["（一）普法。|开展8场。", "（二）执法。|立案3起。"]),
        (["（一）普法。开展8场。", "（二）执法", "立案3起。"], ["（一）|普法。开展8场。", "（二）执法|立案3起。"]),
        (["一是学。", "①用。", "再用。"], ["一是|学。", "·|①用。|再用。"]),
        (["一是学。", "二是用。", "还要讲。"], ["一是|学。", "二是|用。", "·|还要讲。"]),
        (["普法", "开展8场。", "（一）执法"], ["（一）执法"]),
    ],
)
def test_items_keep_what_the_program_writes_the_same(texts: list[str | Piece], tree: list[str]) -> None:
    """Fifty characters without an end mark are a heading; a number out of turn, or of another list, becomes words."""
    assert shown(filled("一、主要举措", *texts).sections[0].children) == tree


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (["二、存在不足", "一、主要举措"], ["·二、存在不足", "一、主要举措"]),
        (["一、主要举措。开展普法。", "二、存在不足"], ["一、主要举措。|开展普法。", "二、存在不足"]),
        (["第一部分 主要举措", "一、普法"], ["·第一部分主要举措", "一、普法"]),
        (["主要举措", "开展普法。", "存在问题", "台账不全。"], ["·主要举措|开展普法。", "·存在问题|台账不全。"]),
        ([Line("主要举措", 2), Line("普法", 3), Line("存在不足", 2)], ["·主要举措", "  ·普法", "·存在不足"]),
        (["一、主要举措", "普法", "开展8场。"], ["一、主要举措|普法|开展8场。"]),
    ],
)
def test_sections_begin_where_the_page_shows_it(texts: list[str | Piece], tree: list[str]) -> None:
    """By number, by part, by style; a short line heads only what has no number and no style at all."""
    assert shown(filled(*texts).sections) == tree


def test_numbers_that_go_on_in_the_next_section_are_continued() -> None:
    """（三） at the head of a section behind （二）: one list through the report."""
    draft = filled("一、主要举措", "（一）普法", "（二）执法", "二、存在不足", "（三）台账")
    assert [section.continued for section in draft.sections] == [False, True]
    assert shown(draft.sections[1].children) == ["（三）台账"]


@pytest.mark.parametrize(
    ("texts", "tree"),
    [
        (["还有差距。", "台账不全。主要原因是人手少。", "归档慢。"], ["·|台账不全。主要原因是人手少。", "·|归档慢。"]),
        (["台账不全。归档慢。"], []),
        (["台账不全。主要原因是人手少。", "（一）归档"], ["（一）归档"]),
        (["台账不全。主要原因是人手少。", GRID], []),
        (["（一）台账不全。主要原因是人手少。"], ["（一）|台账不全。主要原因是人手少。"]),
    ],
)
def test_plain_shortcomings_are_items_from_the_first_cause_on(texts: list[str | Piece], tree: list[str]) -> None:
    """Unless items or a table stand there already; a problem that leads its cause is no heading."""
    assert shown(filled("一、存在不足", *texts).sections[0].children) == tree


def test_a_table_takes_the_caption_above_it() -> None:
    """Text behind it and a second table are items without a number; outside of every section it has no place."""
    [section] = filled("一、主要举措", "立案3起。", "表1 执法情况", GRID, "已公示。", GRID).sections
    assert (section.texts, section.caption, section.table) == (["立案3起。"], "表1执法情况", GRID)
    assert section.children == [DraftItem(texts=["已公示。"]), DraftItem(table=GRID)]
    assert filled(GRID).unplaced == ["案由", "件数", "噪声", "3件"]


@pytest.mark.parametrize(
    ("titles", "texts", "tree"),
    [
        (["清单", "台账"], ["附件1", "清 单", "共3项。", "清单"], ["·清单|共3项。|清单"]),
        (["清单", "台账"], ["附件2：", "（一）甲", "（三）乙"], ["·台账", "  （一）甲", "  ·（三）乙"]),
        (["清单", "台账"], ["附件", "附件3"], []),
        (["清单"], ["附件", "共3项。"], ["·清单|共3项。"]),
        (["清单"], ["附件1", "共3项。"], []),
    ],
)
def test_an_attachment_has_a_page_of_its_own(titles: list[str], texts: list[str], tree: list[str]) -> None:
    """Behind its mark, numbered where there are several, and without its title said again."""
    assert shown(filled("一、主要举措", *texts, annexes=titles).annexes) == tree


@pytest.mark.parametrize(
    ("title", "before", "kind"),
    [
        ("主要举措和成效", "", "measures"),
        ("2025年普法工作", "", "next_year_plan"),
        ("2024年普法工作", "", "measures"),
        ("下一步工作", "", "next_year_plan"),
        ("存在的主要问题", "", "shortcomings"),
        ("第一责任人履职情况", "", "leader_duties"),
        ("其他", "", "measures"),
        ("其他工作情况", "shortcomings", "other"),
    ],
)
def test_a_section_is_told_by_its_title(title: str, before: str, kind: str) -> None:
    """And by what stands before it: behind the shortcomings no more measures come."""
    draft = Draft(year=2024, sections=[DraftItem(kind=before)])
    assert kind_of(DraftItem(title=title), draft) == kind
