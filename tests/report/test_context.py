"""What rules read: paragraphs that are finished and of a length, last year's report, every item with its path."""

import pytest
from support.catalogue import BEFORE
from support.contexts import report

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import LONGEST, Context, is_heading

PLAN = ("next_year_plan", "items", 0)


def context(own: str = "", before: str = "") -> Context:
    """A sound report with keys of its own, and the year before where keys of that are given."""
    return Context(report(own), {2023: Context(report(before, BEFORE))} if before else {})


def test_rules_read_every_printed_paragraph() -> None:
    """In the order of the model, texts of items before their titles."""
    assert [(one.path, one.text) for one in context("lead: |\n  甲。\n\n  乙。\n").paragraphs] == [
        (("lead",), "甲。"),
        (("lead",), "乙。"),
        (("measures", "items", 0, "text"), "规范决策。"),
        (("measures", "items", 0, "title"), "依法决策"),
        (("shortcomings", "items", 0, "problem"), "归档不规范"),
        (("shortcomings", "items", 0, "cause"), "台账不细"),
        (("leader_duties", "items", 0, "text"), "履行推进法治建设第一责任人职责。"),
        ((*PLAN, "text"), "逐卷核对。"),
        ((*PLAN, "title"), "规范归档"),
    ]


@pytest.mark.parametrize(
    ("own", "draft", "unread"),
    [
        ("lead: |\n  甲。\n\n  立案待填起。\n", ("lead",), {"甲。", "立案待填起。"}),
        ("lead: 【待改】去年的话。", ("lead",), {"【待改】去年的话。"}),
        (
            "attachments: [{title: 附表, text: 内容。, table: {header: [项目], rows: [[立案], [待填]], note: 注}}]",
            ("attachments", 0, "table"),
            {"项目", "立案", "待填", "注"},
        ),
    ],
)
def test_drafts_are_not_read(own: str, draft: Path, unread: set[str]) -> None:
    """The whole text, and of a table with one open cell all of it; what stands beside it is read."""
    drafted = context(own)
    assert [path for path, _ in drafted.open_passages] == [draft]
    printed, read = ({one.text for one in found} for found in (drafted.printed, drafted.paragraphs))
    assert printed - read == unread
    assert read >= {"规范决策。", "逐卷核对。"}


@pytest.mark.parametrize(("length", "read"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_paragraph_too_long_to_be_one_is_not_read(length: int, *, read: bool) -> None:
    """It would only take time; it is told of once."""
    long = context(f"lead: {'法' * length}")
    assert [one.path for one in long.too_long] == ([] if read else [("lead",)])
    assert (("lead",) in {one.path for one in long.paragraphs}) == read


def test_wrong_references_are_told_with_their_texts() -> None:
    """Each of them; what a shortcoming's own text may use is right there and wrong elsewhere."""
    own = """\
figures: {立案: 12起}
lead: "{{ 立按 }}，{{ 立案 }}，{{ }}"
shortcomings: [{problem: 归档不细, text: "{{ 问题 }}。"}]
annotation: "{{ 问题 }}"
"""
    assert [(path, error.message) for path, error in context(own).wrong_references] == [
        (("lead",), "没有叫“立按”的指标"),
        (("lead",), "“{{ }}”里要写指标的名称"),
        (("annotation",), "没有叫“问题”的指标"),
    ]


def test_paragraphs_are_found_by_their_path() -> None:
    """All of a text; a text that prints nothing is not there."""
    found = context(
        "figures: {立案: 12起}\nlead: |\n  立案{{ 立案 }}。\n\n  乙。\nannotation: \"{{ '' }}\"\n"
    ).printed_at
    assert found["lead",] == ("立案12起。", "乙。")
    assert ("annotation",) not in found


def test_texts_may_use_the_figures_and_last_year() -> None:
    """Last year's where there is a file of that very year."""
    this = context("figures: {立案: 12起, PM2.5: 32}\n", "figures: {立案: 9起}\n")
    assert list(this.names) == ["立案", "PM2.5", "上年"]
    assert str(this.names["上年"].figure("立案")) == "9起"  # type: ignore[attr-defined]
    older = Context(this.report, {2022: Context(this.reports[2023])}).names["上年"]
    assert (older.year, older.figures()) == (2023, None)  # type: ignore[attr-defined]


def test_a_shortcoming_lends_its_words_as_they_print() -> None:
    """To its own text alone; without end marks and blanks, for the text brings its own, and with its figures."""
    own = """\
figures: {立案: 12起}
shortcomings:
  - {problem: " 仅立案{{ 立案 }}。；", cause: "台账不细．", text: "{{ 问题 }}，因{{ 原因 }}。"}
  - {title: 其他}
"""
    found = context(own)
    assert found.printed_at["shortcomings", "items", 0, "text"] == ("仅立案12起，因台账不细。",)
    lent = [dict(found.lent(("shortcomings", "items", at))) for at in (0, 1)]
    assert lent == [{"问题": "仅立案12起", "原因": "台账不细"}, {}]


def test_last_year_is_the_year_just_before() -> None:
    """Read as this one is; there is none where only older ones are known."""
    this = context(before="lead: 去年。")
    assert this.last is not None
    assert (this.last.report.year, this.last.paragraphs[0].text, this.last.last) == (2023, "去年。", None)
    older = Context(this.report, {2022: this.last})
    assert (older.previous, older.last, context().last) == (None, None, None)


def test_contents_are_the_items_of_every_level() -> None:
    """Each before those below it, sections before attachments; `all_contents` has these tops as well."""
    own = (
        "measures: [{title: 甲, items: [{title: 乙}]}, {title: 丙}]\nattachments: [{title: 附, items: [{text: 丁}]}]\n"
    )
    found = context(own)
    measure, annex = ("measures", "items", 0), ("attachments", 0)
    others = [(key, "items", 0) for key in ("shortcomings", "leader_duties", "next_year_plan")]
    items = [measure, (*measure, "items", 0), ("measures", "items", 1), *others, (*annex, "items", 0)]
    assert [path for path, _ in found.contents] == items
    tops = {("measures",), ("shortcomings",), ("leader_duties",), ("next_year_plan",), annex}
    assert [path for path, _ in found.all_contents if path not in tops] == items
    assert [path for path, _ in found.all_contents][:3] == [("measures",), measure, (*measure, "items", 0)]


def test_the_kind_of_a_section() -> None:
    """By its key, or by its place in a free list; what is in no section has none."""
    sound = context()
    assert [sound.kind_of(path) for path in (PLAN, ("lead",), ("figures", "立案"))] == ["next_year_plan", "", ""]
    free = "year: 2024\nissuer: 示例县教育局\nsections: [{kind: other, title: 概况}, {kind: measures, text: 决策。}]\n"
    listed = Context(report(whole=free))
    assert [listed.kind_of(("sections", at, "text")) for at in (0, 1)] == ["other", "measures"]


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        (("title",), True),
        (("measures", "items", 0, "title"), True),
        (("measures", "table", "caption"), True),
        (("measures", "table", "header", 3), True),
        (("measures", "table", "rows", 0, 3), False),
        (("measures", "items", 0, "text"), False),
        (("measures", "table", "note"), False),
        ((), False),
    ],
)
def test_headings_are_told_by_their_paths(path: Path, *, heading: bool) -> None:
    """Titles, captions and the heads of columns."""
    assert is_heading(path) == heading
