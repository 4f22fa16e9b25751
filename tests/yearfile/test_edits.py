"""Edits at the places of values: what is named is changed, and everything else stays, byte for byte."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.data import data_of

from ecoreport.problems.diagnostic import FileEdit, Path, Refused
from ecoreport.yearfile.edits import Edits, applied

TEXT = """\
# 示例县教育局
year: 2024  # 年度
date: 2025-01-20 #成文日期
number:
lead: |
  2024年，甲。

  2025年乙。# 不是注释
figures:
  立案: {value: 3起, note: "1, 2"}  # 台账
measures:
  - id: study
    carries_out:
      - a  # 上年的
      - b

  # 第二条
  - id: duties
    text: 丙。
# 结尾
"""
LEAD = "lead: |\n  2024年，甲。\n\n  2025年乙。# 不是注释\n"
FIGURE = '  立案: {value: 3起, note: "1, 2"}  # 台账\n'
CARRIED = "    carries_out:\n      - a  # 上年的\n      - b\n"
ITEMS = f"  - id: study\n{CARRIED}\n  # 第二条\n  - id: duties\n    text: 丙。\n"
CARRY, SECOND = ("measures", 0, "carries_out"), ("measures", "items", 1)


@pytest.mark.parametrize(
    ("edit", "path", "argument", "old", "new"),
    [
        ("put", ("year",), "2025", "year: 2024  #", "year: 2025  #"),
        ("put", ("number",), "待填", "number:\n", "number: 待填\n"),
        ("put", ("lead",), "待填", LEAD, "lead: 待填\n"),
        ("put", ("figures", "立案", "value"), "待填", "3起", "待填"),
        ("put", ("figures", "立案"), "待填", '{value: 3起, note: "1, 2"}', "待填"),
        ("put", (*CARRY, 0), "c", "- a  #", "- c  #"),
        ("put_key", CARRY, "[]", CARRIED, "    # 上年的\n    carries_out: []\n"),
        ("put_key", ("figures", "立案", "note"), "甲", 'note: "1, 2"', "note: 甲"),
        ("put_node", ("figures", "立案"), "\n    value: 4起", FIGURE, "  # 台账\n  立案:\n    value: 4起\n"),
        ("comment", ("date",), "上年，{}".format, "20 #成文日期", "20 # 上年，成文日期"),
        ("comment", ("measures", 0, "id"), "甲{}".format, "id: study", "id: study  # 甲"),
        ("insert_above", SECOND, ["# 甲", "# 乙"], "  - id: duties", "  # 甲\n  # 乙\n  - id: duties"),
        ("insert_below", CARRY, ["    title: 丁"], "      - b\n", "      - b\n    title: 丁\n"),
        ("insert_below", (), ["", "cc: 丁"], "# 结尾", "\ncc: 丁\n# 结尾"),
        ("replace_items", ("measures", "items"), ["  - 丁"], ITEMS, "  # 上年的\n  # 第二条\n  - 丁\n"),
        ("replace_lines", ("date",), "# date:", "date: 2025-01-20 #成文日期", "#成文日期\n# date:"),
        ("replace_lines", CARRY, "", CARRIED, "    # 上年的\n"),
        ("comment_out", ("year",), "上年的：", "year: 2024", "# 上年的：\n# year: 2024"),
        (
            "change",
            ("lead",),
            [((0, 4), "2025"), ((10, 14), "2026")],
            LEAD,
            LEAD.replace("2025", "2026").replace("2024", "2025"),
        ),
        ("change", ("date",), [((3, 4), "6")], "2025-01-20", "2026-01-20"),
    ],
)
def test_an_edit_changes_its_own_place_and_no_other(
    edit: str, path: Path, argument: object, old: str, new: str
) -> None:
    """Comments inside what is replaced go above it; one behind it stays where it is."""
    edits = Edits(TEXT)
    getattr(edits, edit)(path, argument)
    assert TEXT.count(old) == 1
    assert edits.text() == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("typed", "path", "written"),
    [
        ("text: |\n\n  甲。\n", ("text",), "text: |\n\n  【待改】甲。\n"),
        ("text: 甲。\n", ("text",), "text: |\n  【待改】甲。\n"),
        ("a:\n  - text: >\n      甲。\n      乙。\n", ("a", 0, "text"), "a:\n  - text: |\n      【待改】甲。乙。\n"),
        ("text: 甲。  # 注释\n", ("text",), 'text: "【待改】甲。"  # 注释\n'),
        ("a:\n  - {text: 甲。, id: b}\n", ("a", 0, "text"), 'a:\n  - {text: "【待改】甲。", id: b}\n'),
        ("title: 甲\n  乙\n", ("title",), 'title: "【待改】甲乙"\n'),
        ("text: '  '\n", ("text",), "text: '  '\n"),
        ("text:\n", ("text",), "text:\n"),
        ("text: [甲]\n", ("text",), "text: [甲]\n"),
    ],
)
def test_a_mark_goes_before_the_first_word(typed: str, path: Path, written: str) -> None:
    """A paragraph becomes a block where it stands alone; where there is no word, nothing is marked."""
    edits = Edits(typed)
    edits.change(path, (), "【待改】")
    assert edits.text() == written


@pytest.mark.parametrize(
    ("edit", "argument"),
    [
        *(("put", "1"), ("put_key", "1"), ("put_node", "1"), ("replace_lines", ""), ("comment_out", "甲")),
        *(("change", [((0, 1), "甲")]), ("comment", "甲{}".format), ("replace_items", ["- 甲"])),
        *(("insert_above", ["# 甲"]), ("insert_below", ["- 甲"])),
    ],
)
def test_a_place_that_is_not_there_is_passed_over(edit: str, argument: object) -> None:
    """Neither a key that is absent nor one below a text."""
    edits = Edits(TEXT)
    for path in (("cc",), ("measures", 0, "items"), ("year", "note")):
        getattr(edits, edit)(path, argument)
    assert edits.text() == TEXT


def test_edits_are_made_all_at_once() -> None:
    """In whatever order they were asked for, and beside one another."""
    edits = Edits("a: 1\nb: 4\nc: {d: 2, e: 3}\n")
    edits.put(("c", "e"), "30")
    edits.comment(("b",), "甲{}".format)
    edits.put(("b",), "5")
    edits.put(("c", "d"), "20")
    edits.replace_lines(("a",), "")
    assert edits.text() == "b: 5  # 甲\nc: {d: 20, e: 30}\n"


@pytest.mark.parametrize(
    ("typed", "path", "new", "written"),
    [
        ("a:\n  - {b: 1}  # 注\n", ("a", 0), "b: 1", "a:\n  # 注\n  - b: 1\n"),
        ("a: [{b: 1}, 2]  # 注\n", ("a", 0), "3", "a: [3, 2]  # 注\n"),
        ("a: [  # 注\n  {b: 1}]\nc: 2\n", ("a",), "\n  - b: 1", "# 注\na:\n  - b: 1\nc: 2\n"),
        ("a: {}\n", ("a",), "[]", "a: []\n"),
    ],
)
def test_braces_become_lines_of_their_own(typed: str, path: Path, new: str, written: str) -> None:
    """Their comments go above; behind a dash, or inside brackets, what follows them stays."""
    edits = Edits(typed)
    edits.put_node(path, new)
    assert edits.text() == written


def test_the_last_line_need_not_end() -> None:
    """A comment is put behind it, a line below it."""
    edits = Edits("a: [1]")
    assert (edits.column(("a",)), edits.pair(("a",))) == (3, "a: [1]")
    edits.comment(("a",), "甲{}".format)
    assert edits.text() == "a: [1]  # 甲"
    edits = Edits("a: 1")
    edits.insert_below((), ["b: 2"])
    assert edits.text() == "a: 1\nb: 2"


def test_what_is_there_is_given_as_it_is_written() -> None:
    """A pair from its key to the end of its value; columns from 0; each scalar from end to end."""
    edits = Edits(TEXT)
    assert (edits.pair(("figures", "立案", "note")), edits.pair(("lead",))) == ('note: "1, 2"', LEAD[:-1])
    assert (edits.pair(CARRY[:2]), edits.pair(("cc",))) == ("", "")
    assert [edits.column(path) for path in (("measures",), CARRY[:2], CARRY, ("cc",))] == [2, 4, 6, 0]
    assert [edits.key_column(path) for path in (("lead",), CARRY, (*CARRY, 0))] == [0, 4, 0]
    assert Edits("甲: '乙 '\n丙: [1]\n").values == ((0, 1), (3, 7), (8, 9), (12, 13))


def test_a_text_that_cannot_be_read_cannot_be_edited() -> None:
    """Nor one without a value."""
    for text in ("a: [", ""):
        with pytest.raises(Refused):
            Edits(text)


def test_edits_of_a_file_leave_its_mark_and_its_broken_bytes() -> None:
    """From the end to the start, so that the places of those before hold."""
    edits = [FileEdit(3, "丙", "丁"), FileEdit(1, "", "！"), FileEdit(0, "甲", "")]
    assert applied(b"\xef\xbb\xbf" + "甲".encode() + b"\xff\n" + "丙".encode(), edits) == (
        b"\xef\xbb\xbf" + "！".encode() + b"\xff\n" + "丁".encode()
    )
    assert applied(b"", []) == b""


VALUES = (
    *(
        " 甲乙",
        " '甲''乙'",
        ' "甲\\n乙 # 丙"',
        " [甲, '乙，丙']",
        " {code: W515, at: 甲}",
        "",
        " 甲\n  乙",
        ' "甲\n  乙"',
    ),
    *(
        " [\n  甲,  # 内\n  乙\n]",
        " |\n  第一行。\n\n  # 第三行",
        " >-\n  第一行\n  第二行",
        " |  # 内\n  甲",
        " >  # 内\n  甲",
    ),
    *("\n  甲: 3起\n  乙: {value: 4起, note: 丙}", "\n  - 甲\n  - id: b\n    text: |\n      乙。\n      丙。"),
)
PARTS = st.tuples(
    st.sampled_from(["", "# 上面的\n", "\n"]), st.sampled_from(VALUES), st.sampled_from(["", "  # 甲: 乙"])
)


@given(st.lists(PARTS, min_size=1, max_size=4), st.data())
def test_a_value_is_put_at_its_path_and_every_other_value_stays(
    parts: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """And every byte of the keys before and behind it; no comment is lost."""
    chunks = [
        (above, f"键{at}:{value}{'' if chr(10) in value else behind}\n")
        for at, (above, value, behind) in enumerate(parts)
    ]
    text = "".join(above + own for above, own in chunks)
    old = data_of(text)
    path = data.draw(st.sampled_from(list(_paths(old, ()))))
    edits = Edits(text)
    edits.put(path, "新")
    at = int(path[0][1:])
    before = "".join(above + own for above, own in chunks[:at]) + chunks[at][0]
    behind = "".join(above + own for above, own in chunks[at + 1 :])
    assert edits.text()[: len(before)] == before
    assert edits.text().endswith(f"\n{behind}")
    assert data_of(edits.text()) == _changed(old, path)
    assert edits.text().count("# 内") + edits.text().count("# 甲: 乙") == text.count("# 内") + text.count("# 甲: 乙")


def _paths(value: object, path: Path) -> Iterator[Path]:
    """Every place below the whole."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in pairs:
        yield (*path, key)
        yield from _paths(below, (*path, key))


def _changed(value: Any, path: Path) -> object:  # noqa: ANN401 - whatever a file holds
    """The same data with 新 at the path."""
    if not path:
        return "新"
    copied = value.copy()
    copied[path[0]] = _changed(value[path[0]], path[1:])
    return copied


WORDS = st.lists(st.sampled_from(["2024", "甲", "乙。", " ", "\n", "#", "'", '"', ": ", "\\", "“"]), max_size=8).map(
    "".join
)


@given(WORDS, st.sampled_from(["|", ">", '"', "'", ""]), st.sampled_from(["", "【待改】"]))
def test_years_change_in_a_text_of_any_style_and_nothing_beside_it(value: str, style: str, mark: str) -> None:
    """The mark stands before the first word; what stands above and below is as it was."""
    typed = yaml.dump({"title": value}, allow_unicode=True, default_style=style).removesuffix("...\n")
    text = f"# 头\n{typed}b: 2024  # 尾\n"
    edits = Edits(text)
    node = edits.node(("title",))
    old = node.value
    years = [(found.span(), "2025") for found in re.finditer("2024", old)]
    edits.change(("title",), years, mark)
    made = edits.text()
    first = len(old) - len(old.lstrip()) if node.style == "|" else 0
    changed = old[:first] + mark + old[first:] if old.strip() else old
    assert Edits(made).node(("title",)).value == changed.replace("2024", "2025")
    assert made.startswith("# 头\n")
    assert made.endswith("b: 2024  # 尾\n")
