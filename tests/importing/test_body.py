"""The body of a report: each piece in its section or item, numbers kept only where the program counts the same."""

import pytest

from ecoreport.importing._body import fill, kind_of
from ecoreport.importing._draft import Draft, DraftItem
from ecoreport.importing._pieces import Grid, Line, Piece

GRID = Grid((("案由", "件数"), ("噪声", "3件")))


def filled(*pieces: str | Piece, annexes: tuple[str, ...] = ()) -> Draft:
    """The draft of 2024 with these pieces in it; a bare text is a paragraph without a style."""
    draft = Draft(year=2024, annex_titles=list(annexes))
    fill([Line(piece) if isinstance(piece, str) else piece for piece in pieces], draft)
    return draft


def below(*texts: str) -> list[DraftItem]:
    """What comes to stand below a section that these paragraphs are the text of."""
    return filled("一、主要举措", *texts).sections[0].children


def node(style: str, number: int, title: str = "", *texts: str, **more: object) -> DraftItem:
    """An item with that number, heading and text."""
    return DraftItem(style=style, number=number, title=title, texts=[*texts], **more)  # type: ignore[arg-type]


def test_nothing_makes_nothing() -> None:
    """An empty body leaves the draft as it was."""
    assert filled() == Draft(year=2024)


def test_a_report_becomes_a_tree() -> None:
    """Lead, sections, items in items and their texts, each where it stands."""
    shortcomings = ("二、存在不足", "一是台账不全。", "二是归档不及时。")
    draft = filled("现报告如下。", "一、主要举措", "（一）普法", "进机关。", "进乡村。", "1.宪法宣传", *shortcomings)
    item = node("（一）", 1, "普法", "进机关。", "进乡村。", children=[node("1.", 1, "宪法宣传")])
    both = [node("一是", 1, "", "台账不全。"), node("一是", 2, "", "归档不及时。")]
    assert draft.lead == ["现报告如下。"]
    assert draft.sections == [
        node("一、", 1, "主要举措", kind="measures", children=[item]),
        node("一、", 2, "存在不足", kind="shortcomings", children=both),
    ]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("（一）" + "法" * 50, node("（一）", 1, "法" * 50)),
        ("（一）" + "法" * 51, node("（一）", 1, "", "法" * 51)),
        ("（一）普法宣传：", node("（一）", 1, "", "普法宣传：")),
        ("一是普法宣传", node("一是", 1, "", "普法宣传")),
        ("（一）普法宣传。开展8场。", node("（一）", 1, "普法宣传。", "开展8场。", led=True)),
    ],
)
def test_a_numbered_line_is_a_heading_or_text(text: str, item: DraftItem) -> None:
    """Fifty characters without an end mark are a heading; a sentence before others of its line leads them."""
    assert below(text) == [item]


def test_numbers_and_headings_that_would_be_written_otherwise_become_words() -> None:
    """The program counts from one without gaps, and writes the headings of a list all alike."""
    assert below("（一）普法", "（三）执法") == [node("（一）", 1, "普法"), DraftItem(title="（三）执法")]
    led = below("（一）普法。开展8场。", "（二）执法", "立案3起。")
    assert led == [node("（一）", 1, "", "普法。开展8场。"), node("（一）", 2, "执法", "立案3起。")]
    sections = filled("二、存在不足", "一、主要举措").sections
    assert [(one.style, one.title) for one in sections] == [("", "二、存在不足"), ("一、", "主要举措")]


def test_numbers_that_go_on_in_the_next_section_are_continued() -> None:
    """（三） at the head of a section behind （二）: one list through the report."""
    draft = filled("一、主要举措", "（一）普法", "（二）执法", "二、存在不足", "（三）台账")
    assert [section.continued for section in draft.sections] == [False, True]
    assert draft.sections[1].children == [node("（一）", 3, "台账")]


def test_short_lines_head_what_has_no_number_at_all() -> None:
    """Without any number or style, a line without an end mark above a sentence opens a section."""
    assert filled("主要举措", "开展普法。", "存在问题", "台账不全。").sections == [
        DraftItem(title="主要举措", texts=["开展普法。"], kind="measures"),
        DraftItem(title="存在问题", texts=["台账不全。"], kind="shortcomings"),
    ]


def test_plain_shortcomings_are_items_from_the_first_cause_on() -> None:
    """What stands before it is the section's own text."""
    [section] = filled("一、存在不足", "还有差距。", "台账不全。主要原因是人手少。", "归档慢。").sections
    assert section.texts == ["还有差距。"]
    assert section.children == [DraftItem(texts=["台账不全。主要原因是人手少。"]), DraftItem(texts=["归档慢。"])]


def test_a_table_takes_the_caption_above_it() -> None:
    """Text behind it and a second table are items without a number; outside of every section it has no place."""
    [section] = filled("一、主要举措", "立案3起。", "表1 执法情况", GRID, "已公示。", GRID).sections
    assert (section.texts, section.caption, section.table) == (["立案3起。"], "表1执法情况", GRID)
    assert section.children == [DraftItem(texts=["已公示。"]), DraftItem(table=GRID)]
    assert filled(GRID).unplaced == ["案由", "件数", "噪声", "3件"]


def test_an_attachment_has_a_page_of_its_own() -> None:
    """Behind its mark, and without its title said again; a number beyond the list is no page."""
    draft = filled("一、主要举措", "附件1", "执法 清单", "共3项。", "附件3", annexes=("执法清单", "普法清单"))
    assert draft.annexes == [DraftItem(title="执法清单", texts=["共3项。", "附件3"])]


@pytest.mark.parametrize(
    ("title", "before", "kind"),
    [
        ("主要举措和成效", "", "measures"),
        ("2025年工作安排", "", "next_year_plan"),
        ("2024年工作情况", "", "measures"),
        ("存在的主要问题", "", "shortcomings"),
        ("党政主要负责人履职情况", "", "leader_duties"),
        ("其他", "", "measures"),
        ("其他工作情况", "shortcomings", "other"),
    ],
)
def test_a_section_is_told_by_its_title(title: str, before: str, kind: str) -> None:
    """And by what stands before it: behind the shortcomings no more measures come."""
    draft = Draft(year=2024, sections=[DraftItem(kind=before)])
    assert kind_of(DraftItem(title=title), draft) == kind
