"""A report as a list of parts, each with its own words, its kind, its place and its heading."""

import pytest

from ecoreport.report.context import Context
from ecoreport.yearfile.reader import parse
from ecoreport.years.compare._nodes import Node, nodes


def _nodes(text: str) -> list[Node]:
    return list(nodes(Context(parse(f"year: 2024\nissuer: 示例县教育局\n{text}".encode(), "x").report)))


TITLE = Node("title", "标题", ("title",), "标题", "", "", ("示例县教育局2024年法治政府建设情况报告",))
FIRST = ("measures", "items", 0)


def test_a_report_always_has_a_title() -> None:
    """The usual one where the file names none; lead and annotation only where they are written."""
    assert _nodes("") == [TITLE]
    assert [(one.kind, one.texts) for one in _nodes("annotation: 联系人\nlead: 一。\ntitle: 甲局报告\n")] == [
        ("title", ("甲局报告",)), ("lead", ("一。",)), ("annotation", ("联系人",)),
    ]  # fmt: skip


def test_a_section_has_its_own_words_and_its_items_theirs() -> None:
    """Items below an item as well; the usual heading where the file names none."""
    text = (
        'measures: {text: 总说。, items: [{id: study, title: 学法, text: "一。\\n\\n二。", items: [{text: 小块。}]}]}\n'
    )
    assert _nodes(text) == [
        TITLE,
        Node("measures", "部分", ("measures",), "举措", "主要举措和成效", "", ("总说。",)),
        Node("measures/item", "举措", FIRST, "举措“study”", "学法", "study", ("一。", "二。")),
        Node("measures/item", "举措", (*FIRST, "items", 0), "举措“study”第1条", "", "", ("小块。",), named=False),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("next_year_plan: []", "next_year_plan", "2025年主要安排"),
        ("next_year_plan: {title: 打算}", "next_year_plan", "打算"),
        ("sections: [{kind: other, title: 其他}]", "other", "其他"),
        ("sections: [{kind: leader_duties}]", "leader_duties", "党政主要负责人履行推进法治建设第一责任人职责情况"),
    ],
)
def test_every_section_has_a_heading(text: str, kind: str, title: str) -> None:
    """The plan's has the next year in it."""
    assert [(one.kind, one.title, one.texts) for one in _nodes(text)[1:]] == [(kind, title, ())]


@pytest.mark.parametrize(
    ("item", "title", "texts"),
    [
        ("{problem: 归档不规范, cause: 台账不细}", "归档不规范", ("台账不细",)),
        ("{title: 归档, problem: 归档不规范, cause: 台账不细}", "归档", ("归档不规范", "台账不细")),
        ("{text: 归档不规范。}", "归档不规范。", ()),
    ],
)
def test_a_shortcoming_is_called_by_what_it_says_first(item: str, title: str, texts: tuple[str, ...]) -> None:
    """It has a heading of its own but rarely."""
    node = _nodes(f"shortcomings: [{item}]")[-1]
    assert (node.kind, node.name, node.title, node.texts) == ("shortcomings/item", "不足", title, texts)


def test_a_table_is_a_line_a_row() -> None:
    """With its caption above and its note below; an empty cell keeps its place."""
    table = '{caption: 题, header: [甲, 乙], rows: [[一, 二], ["", 四]], note: 注}'
    assert _nodes(f"measures: [{{title: 表, table: {table}}}]")[-1].texts == ("题", "甲｜乙", "一｜二", "｜四", "注")


def test_an_attachment_says_what_its_charts_draw() -> None:
    """The form, the years and the figures are words that may change; what stands below it is the attachment's."""
    chart = "{title: 立案走势, figures: [立案], years: 5, form: 折线图}"
    annexes = f"[{{title: 名单, items: [{{title: 甲}}]}}, {{title: 走势, charts: [{chart}]}}]"
    text = f"figures: {{立案: 3起}}\nattachments: {annexes}\n"
    assert _nodes(text)[1:] == [
        Node("attachment", "附件", ("attachments", 0), "附件1", "名单", "", ()),
        Node("attachment", "附件", ("attachments", 0, "items", 0), "附件1第1条", "甲", "", ()),
        Node("attachment", "附件", ("attachments", 1), "附件2", "走势", "", ("立案走势（折线图，5年：立案）",)),
    ]


def test_figures_stand_in_the_words_as_they_print() -> None:
    """A number that changed is a word that changed."""
    assert _nodes('figures: {立案: 3起}\nlead: "立案{{ 立案 }}。"\n')[-1].texts == ("立案3起。",)


@pytest.mark.parametrize(
    ("title", "texts", "lines"),
    [("甲", ("子", "丑"), ("甲", "子", "丑")), ("", ("子",), ("子",)), ("甲", (), ("甲",))],
)
def test_a_nodes_lines(title: str, texts: tuple[str, ...], lines: tuple[str, ...]) -> None:
    """With the heading, where there is one; no line is empty."""
    node = Node("measures/item", "举措", FIRST, "举措第1条", title, "", texts)
    assert node.lines == lines
