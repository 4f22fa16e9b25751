"""The shape of a report: one way to write its parts, nothing empty, nothing too long or too deep."""

import pytest
from support.contexts import Found, found

from ecoreport.report.context import LONGEST
from ecoreport.rules import _structure


def test_parts_are_written_in_one_way() -> None:
    """`sections` or the four keys; each key beside it would stay unprinted."""
    sections = "sections: [{kind: measures, text: 甲。}]\n"
    rule = _structure.one_way_to_write_sections
    assert found(rule, f"{sections}next_year_plan: [{{text: 乙。}}]\nshortcomings: []") == [
        Found("E213", "shortcomings:", help="把它移到 sections 里，写成 - kind: shortcomings"),
        Found("E213", "next_year_plan:", help="把它移到 sections 里，写成 - kind: next_year_plan"),
    ]
    assert found(rule, sections) == []
    assert found(rule, "measures: [{text: 甲。}]\nsections: []") == []


@pytest.mark.parametrize(
    ("kind", "item", "empty"),
    [
        ("measures", "{id: a}", True),
        ("measures", "{numbered: false, items: []}", True),
        ("measures", "{title: 甲}", False),
        ("measures", "{text: 甲。}", False),
        ("measures", "{table: {header: [甲], rows: [[乙]]}}", False),
        ("measures", "{items: [{text: 甲。}]}", False),
        ("shortcomings", "{problem: 甲}", False),
        ("shortcomings", "{cause: 甲}", True),
    ],
)
def test_an_item_prints_something(kind: str, item: str, *, empty: bool) -> None:
    """A cause alone is printed by nothing."""
    expected = Found("E214", f"{kind}.items[2]", help="写上 title 或 text，或者删掉这一条")
    assert found(_structure.some_content, f"{kind}: [{{text: 乙。}}, {item}]") == [expected] * empty


def test_an_empty_item_below_another_is_found() -> None:
    """At any level, and in attachments."""
    keys = "measures: [{title: 甲, items: [{id: a}]}]\nattachments: [乙, {title: 丙, items: [{id: b}]}]"
    paths = [one.path for one in found(_structure.some_content, keys)]
    assert paths == ["measures.items[1].items[1]", "attachments[2].items[1]"]


def test_a_paragraph_has_an_end() -> None:
    """One character more than the longest is found, at its first; two paragraphs count each for itself."""
    rule, longest = _structure.length, "甲" * LONGEST
    assert found(rule, f"lead: {longest}乙") == [Found("W523", "lead", "甲", "空一行分段；一段不超过5000字")]
    assert found(rule, f"lead: {longest}") == []
    assert found(rule, f"lead: |\n  {longest}\n\n  乙") == []


def nested(levels: int, own: str = "") -> str:
    """Items below items, as deep as that, the first with keys of its own."""
    below = "{title: 甲}"
    for level in range(1, levels):
        below = f"{{title: 甲, {own if level == levels - 1 else ''}items: [{below}]}}"
    return f"[{below}]"


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        (f"measures: {nested(3)}", ""),
        (f"measures: {nested(4)}", "measures" + 4 * ".items[1]"),
        (f"measures: {nested(6)}", "measures" + 4 * ".items[1]"),
        (f"measures: {{numbering: 1., items: {nested(2)}}}", ""),
        (f"measures: {{numbering: 1., items: {nested(3)}}}", "measures" + 3 * ".items[1]"),
        (f"measures: {{numbering: （1）, items: {nested(2)}}}", "measures" + 2 * ".items[1]"),
        (f"measures: {nested(3, 'numbering: 一是, ')}", ""),
        (f"sections: [{{kind: other, title: 乙, items: {nested(4)}}}]", "sections[1]" + 4 * ".items[1]"),
        (f"attachments: [{{title: 乙, items: {nested(4)}}}]", ""),  # an attachment's items begin with 一、
        (f"attachments: [{{title: 乙, items: {nested(5)}}}]", "attachments[1]" + 5 * ".items[1]"),
    ],
)
def test_four_levels_are_the_most(keys: str, path: str) -> None:
    """一、（一）1.（1）; a mark of the standard brings its own level; what is too deep is told of once."""
    told = found(_structure.depth, keys)
    assert told == [Found("E215", path, help="把这一层并到上一层的正文里")] * bool(path)


@pytest.mark.parametrize(
    ("columns", "cell", "told"),
    [
        (10, "12345.67", False),  # 5 字 each
        (11, "12345.67", True),
        (17, "一", False),
        (18, "一", True),
        (1, "9" * 104, False),
        (1, "9" * 105, True),
    ],
)
def test_a_table_fits_a_landscape_page(columns: int, cell: str, *, told: bool) -> None:
    """53 字 of 小4号; in an item, a section and an attachment."""
    table = f"table: {{header: [{', '.join('一' * columns)}], rows: [[{', '.join([cell] * columns)}]]}}"
    for keys, path in (
        (f"measures: [{{items: [{{{table}}}]}}]", "measures.items[1].items[1].table:"),
        (f"attachments: [{{title: 甲, {table}}}]", "attachments[1].table:"),
    ):
        expected = [Found("E528", path, help="拆成两张表，或者减少几栏")] * told
        assert found(_structure.tables_fit_the_page, keys) == expected


def test_what_a_reference_prints_is_as_wide_as_it_prints() -> None:
    """Not as it is typed."""
    cells = ", ".join(['"{{ 一个很长很长很长的指标的名称 }}"'] * 10)
    table = f"{{header: [{', '.join('一' * 10)}], rows: [[{cells}]]}}"
    figures = "figures: {一个很长很长很长的指标的名称: 3起}\n"
    assert found(_structure.tables_fit_the_page, f"{figures}attachments: [{{title: 甲, table: {table}}}]") == []


@pytest.mark.parametrize(
    ("keys", "names", "told"),
    [
        ("", 72, False),  # 7 字 each with its mark, 28 a line: a title on two lines, a blank one, 18, one of text
        ("", 73, True),
        ("title: 甲\n", 73, False),
        ("number: 示环〔2025〕1号\n", 28, False),
        ("number: 示环〔2025〕1号\n", 29, True),
        ("number: 示环〔2025〕1号\nred_head: false\n", 29, False),
        ("red_head: 示例文件\n", 29, True),
        ("number: 示环〔2025〕1号\nsigner: [甲一, 乙二]\n", 28, False),
        ("number: 示环〔2025〕1号\nsigner: [甲一, 乙二, 丙三]\n", 28, True),
        ("number: 示环〔2025〕1号\nurgency: 特急\n", 28, False),
        ("urgency: 特急\n", 69, True),
        ("addressees_in_imprint: true\n", 73, False),
    ],
)
def test_the_first_page_has_text(keys: str, names: int, *, told: bool) -> None:
    """7.3.2: addressees that take all of its 22 lines move to the 版记."""
    keys += f"addressees: [{', '.join(['示例区某某局'] * names)}]"
    help_ = "加一行 addressees_in_imprint: true，主送机关就移到版记里，印在抄送机关之上"
    assert found(_structure.text_on_the_first_page, keys) == [Found("W529", "addressees:", help=help_)] * told


@pytest.mark.parametrize(("length", "told"), [(120, False), (121, True), (200, True)])
def test_a_title_is_no_paragraph(length: int, *, told: bool) -> None:
    """Six lines of 20 字 at the most; the issuer's name makes one too."""
    help_ = "改短，最多6行；多出来的话写到 lead 里"
    assert found(_structure.title_fits, f"title: {'示' * length}") == [Found("E530", "title", help=help_)] * told
    assert found(_structure.title_fits, "title: 甲") == []
    typed = "title: |\n" + "  甲乙丙丁\n"
    assert [len(found(_structure.title_fits, typed + "  甲乙丙丁\n" * more)) for more in (5, 6)] == [0, 1]
    assert found(_structure.title_fits, f"issuer: {'示' * 120}") == [Found("E530", "issuer", help=help_)]


def test_what_is_secret_has_its_copies_numbered() -> None:
    """A number left open is told of as such."""
    help_ = '加一行 copy_number: "000001"；印好以后再打号的，用 ignore 写明'
    assert found(_structure.copies_are_numbered, "secrecy: 秘密") == [Found("W532", "secrecy", help=help_)]
    assert found(_structure.copies_are_numbered, "secrecy: 秘密\ncopy_number: 待填") == []
    assert found(_structure.copies_are_numbered, "copy_number: '000001'") == []
