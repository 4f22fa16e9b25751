"""A recognised report to the values of its year file: the empty left out, what is not usual said."""

import pytest

from ecoreport.importing._emit import values
from ecoreport.importing._naming.figures import Figures
from ecoreport.importing._pieces import Grid
from ecoreport.importing._recognising.draft import Draft, DraftItem
from ecoreport.yearfile.writer import Value

MODELINE = "yaml-language-server: $schema=../schema/report.schema.json"
NUMBERS = "数只在这里写一次；来源和口径写成 {value: 3次, source: 台账}"
ANSWERS = "answers: []  # 回应哪几条不足，写它们的 id"
TEXTS = {"title": ["示例县教育局", "报告"], "lead": ["甲。", "乙。"]}
LINES: dict[str, Value] = {
    "print_date": "2025-01-21",
    "printer": "办公室",
    "cc": ["县人大"],
    "annotation": "此件公开发布",
    "signed": False,
    "signer": "张三",
    "number": "示教发〔2024〕3号",
    "date": "2025-01-20",
}


def emitted(draft: Draft, *notes: str) -> dict[str, Value]:
    """The year file's values for 2024."""
    return values(draft, 2024, Figures(), notes)


def section(kind: str, *children: DraftItem, **fields: object) -> Value:
    """What comes of one section of that kind, headed by 一、."""
    one = DraftItem(title="部分", style="一、", number=1, kind=kind, children=[*children], **fields)  # type: ignore[arg-type]
    return emitted(Draft(sections=[one]))[kind]


def node(style: str, title: str = "", *texts: str, **more: object) -> DraftItem:
    """The first item of a list."""
    return DraftItem(style=style, number=int(bool(style)), title=title, texts=[*texts], **more)  # type: ignore[arg-type]


def test_an_empty_report_says_its_year_and_what_is_to_be_filled_in() -> None:
    """The line for editors and the notes stand above."""
    made = emitted(Draft(), "由“报告.txt”导入。")
    assert made == {"#0": MODELINE, "#1": "由“报告.txt”导入。", "year": 2024, "issuer": "待填"}


def test_a_red_head_is_said_where_there_is_one() -> None:
    """Without one, a number alone prints none."""
    assert emitted(Draft(lines={**LINES, "red_head": "示例县教育局文件"}))["red_head"] == "示例县教育局文件"
    assert "red_head" not in emitted(Draft())


def test_everything_stands_in_the_order_of_the_model() -> None:
    """Head, figures, parts, ending; that there is no red head and no signature is said."""
    measures = DraftItem(title="主要举措", style="一、", number=1, kind="measures", texts=["立案3起。", "罚款5万元。"])
    pages = {"annex_titles": ["清单", "台账"], "annexes": [DraftItem(title="台账", texts=["共2项。"])]}
    made = emitted(Draft(sections=[measures], lines=LINES, **TEXTS, **pages))  # type: ignore[arg-type]
    assert list(made) == [
        *("#0", "year", "issuer", "title", "date", "number", "signer", "red_head", "signed", "lead"),
        *(" figures", "figures", " measures", "measures", "annotation", "attachments", "cc", "printer", "print_date"),
    ]
    assert (made["title"], made["lead"]) == ("示例县教育局报告", "甲。\n\n乙。")
    assert (made["red_head"], made["signed"]) == (False, False)
    assert made["figures"] == {"#": NUMBERS, "立案": "3起", "罚款": "5万元"}
    assert made["measures"] == {"title": "主要举措", "text": "立案{{ 立案 }}。\n\n罚款{{ 罚款 }}。"}
    assert made["attachments"] == ["清单", {"title": "台账", "text": "共2项。"}]


@pytest.mark.parametrize(
    ("child", "said", "item"),
    [
        (node("（一）", "普法"), {}, {"id": "measure-1", "title": "普法"}),
        (node("", "普法"), {}, {"id": "measure-1", "title": "普法", "numbered": False}),
        (node("", "", "学法。", "用法。"), {}, {"text": "学法。\n\n用法。"}),
        (node("（一）", "", "学法。"), {}, {"id": "measure-1", "numbered": True, "text": "学法。"}),
        (node("一是", "", "学法。"), {"numbering": "一是"}, {"id": "measure-1", "text": "学法。"}),
        (node("1.", "普法"), {"numbering": "1."}, {"id": "measure-1", "title": "普法"}),
        (
            node("（一）", "普法。", "学法。", led=True),
            {"run_in": True},
            {"id": "measure-1", "title": "普法", "text": "学法。"},
        ),
        (
            node("（一）", "普法", children=[node("1.", "进校园")]),
            {},
            {"id": "measure-1", "title": "普法", "items": [{"title": "进校园"}]},
        ),
    ],
)
def test_an_item_says_what_is_not_usual(child: DraftItem, said: dict[str, Value], item: dict[str, Value]) -> None:
    """A heading is numbered, a text is not; items below items have no id; the list says its own marks."""
    assert section("measures", child) == {"title": "部分", **said, "items": [item]}
    assert section("measures", child, continued=True) == {"title": "部分", **said, "continued": True, "items": [item]}


def test_shortcomings_are_split_and_all_have_an_id() -> None:
    """With a number unless it is said; problem and cause only where the sentence names both and has no heading."""
    headed = {"id": "shortcoming-1", "title": "台账", "text": "台账不全。主要原因是人手少。"}
    assert section("shortcomings", node("（一）", "台账", headed["text"])) == {"title": "部分", "items": [headed]}
    made = section("shortcomings", node("（一）", "", "台账不全。主要原因是人手少。"), node("", "", "归档慢。"))
    first = {"id": "shortcoming-1", "problem": "台账不全", "cause": "人手少"}
    assert made == {"title": "部分", "items": [first, {"id": "shortcoming-2", "numbered": False, "text": "归档慢。"}]}


def test_the_plan_asks_what_it_answers_and_names_no_figures() -> None:
    """Targets of the next year are no figures of this one."""
    item = {"id": "plan-1", "title": "普法", "text": "培训4次。", "#answers": ANSWERS}
    assert section("next_year_plan", node("（一）", "普法", "培训4次。")) == {"title": "部分", "items": [item]}


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        ((("案由", "件数"), ("噪声", "3件")), {"header": ["案由", "件数"], "rows": [["噪声", "3件"]]}),
        ((("案由", "件数"), ("噪声",)), {"header": ["案由", "件数"], "rows": [["噪声", ""]]}),
        ((("案由", "件 数"),), {"header": ["案由", "件数"], "rows": [["", ""]]}),
        ((("{{甲}}",), ("a\n\nb",)), {"header": ['{{ "{{" }}甲}}'], "rows": [["a b"]]}),
    ],
)
def test_a_table_is_filled_up(rows: tuple[tuple[str, ...], ...], table: dict[str, Value]) -> None:
    """Rows of one length, at least one below the header, cells on one line and braces as typed."""
    assert section("measures", table=Grid(rows)) == {"title": "部分", "table": table}
    assert section("measures", table=Grid(rows), caption="表1") == {
        "title": "部分",
        "table": {"caption": "表1", **table},
    }


def test_parts_out_of_the_laws_order_are_listed_with_their_kinds() -> None:
    """A section without a number says so."""
    draft = Draft(sections=[DraftItem(title="不足", kind="shortcomings"), DraftItem(title="举措", kind="measures")])
    assert emitted(draft)["sections"] == [
        {"kind": "shortcomings", "title": "不足", "numbered": False},
        {"kind": "measures", "title": "举措", "numbered": False},
    ]
