"""Words, items and keys of a year file changed in place: what no edit names stays to the byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.problems.diagnostic import FileEdit, Path
from ecoreport.yearfile._tree import Source, compose
from ecoreport.yearfile.splices import Part, Splice, Splices, encoded, spliced

TEXT = """\
# 开头
title: 甲乙丙  # 后面
plain: "引“号”\\u200b后"
single: '一''二'
text: |  # 正文
  第一行，
  第二行。

  第二段。
folded: >
  折一，
  折二。
list: [甲, 乙, 丙]
items:
  - id: a
    title: 甲

  # 乙的注释
  - {title: 乙}
  - title: 丙
    text: 丙的正文
short:
  - 一条
last: 完"""


def splices(text: str = TEXT) -> Splices:
    """The places of that text."""
    return Splices(compose(Source("", text)))


def made(edits: Splice | None, text: str = TEXT) -> str:
    """The text with the edits made."""
    assert edits is not None
    return spliced(text, edits)


@pytest.mark.parametrize(
    ("path", "parts", "old", "new"),
    [
        (("title",), [(1, 2, "已")], "title: 甲乙丙  #", "title: 甲已丙  #"),
        (("plain",), [(0, 1, '"')], '"引“号”\\u200b后"', '"\\"“号”\\u200b后"'),
        (("plain",), [(5, 6, "尾")], "\\u200b后", "\\u200b尾"),
        (("single",), [(2, 3, "'")], "'一''二'", "'一'''''"),
        (("text",), [(0, 2, "首")], "  第一行", "  首行"),
        (("text",), [(0, 4, "")], "  第一行，\n", ""),
        (("text",), [(9, 9, "完")], "第二行。\n", "第二行。完\n"),
        (("text",), [(9, 9, "\n\n新段。")], "第二行。\n", "第二行。\n\n  新段。\n"),
        (("folded",), [(3, 4, "拆")], "  折二", "  拆二"),
        (("folded",), [(6, 6, "\n\n新段")], ">\n  折一，\n  折二。\n", '"折一，折二。\\n\\n新段\\n"\n'),
        (("list", 1), [(0, 1, "丁, 戊")], "[甲, 乙, 丙]", '[甲, "丁, 戊", 丙]'),
        (("items", 1, "title"), [(0, 1, "{x}")], "{title: 乙}", '{title: "{x}"}'),
    ],
)
def test_words_change_in_their_own_style(path: Path, parts: list[Part], old: str, new: str) -> None:
    """And nothing else."""
    assert made(splices().in_text(path, parts)) == TEXT.replace(old, new, 1)


def test_parts_that_overlap_are_none() -> None:
    """The same twice is once."""
    assert splices().in_text(("title",), [(0, 2, "子"), (1, 3, "丑")]) is None
    assert made(splices().in_text(("title",), [(0, 1, "子"), (0, 1, "子")])) == TEXT.replace("甲乙丙", "子乙丙")
    assert splices().in_text(("items",), [(0, 0, "子")]) is None


@given(st.data())
def test_a_change_reads_back(data: st.DataObject) -> None:
    """Whatever is put where, in whatever style."""
    path: Path = data.draw(st.sampled_from([("title",), ("plain",), ("single",), ("list", 0), ("items", 1, "title")]))
    value = splices().text(path) or ""
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    new = data.draw(st.text("甲'\"#: ,[]{}\\x“”", max_size=4))
    text = made(splices().in_text(path, [(start, end, new)]))
    assert splices(text).text(path) == value[:start] + new + value[end:]
    assert text.count("\n") == TEXT.count("\n")


def test_items_go_and_come() -> None:
    """Whole lines, with the blank line between; what has no lines of its own has no place."""
    own = splices()
    assert made(own.without(("items", 0))) == TEXT.replace("  - id: a\n    title: 甲\n", "")
    assert made(own.without(("items", 2))) == TEXT.replace("  - title: 丙\n    text: 丙的正文\n", "")
    assert made(own.without(("items", 0, "id"))) == TEXT.replace("- id: a\n    title", "- title")
    assert made(own.without(("list", 0))) == TEXT.replace("[甲, ", "[")
    assert made(own.without(("list", 2))) == TEXT.replace(", 丙]", "]")
    assert own.without(("short", 0)) is None
    new = made(own.item(("items", 2), {"title": "丁"}, before=False))
    assert new == TEXT.replace("丙的正文\n", "丙的正文\n  - title: 丁\n")
    assert made(own.item(("items", 2), {"title": "丁"}, before=True)) == TEXT.replace(
        "  - title: 丙", "  - title: 丁\n  - title: 丙"
    )
    assert own.item(("list", 0), {"title": "丁"}, before=True) is None
    assert own.lines(("items", 1, "title")) is None
    moved, lines = made(own.moved(("items", 2), ("items", 0), before=True)), "  - title: 丙\n    text: 丙的正文\n"
    assert moved == TEXT.replace(lines, "").replace("  - id: a", f"{lines}  - id: a")


def test_keys_come() -> None:
    """First, last, in braces; the short form of a section becomes the long one."""
    own = splices()
    assert made(own.key((), "lead", "完了")) == f"{TEXT}\nlead: |\n  完了\n"
    assert made(own.key(("items", 2), "title", "x", first=True)) == TEXT.replace(
        "- title: 丙", "- title: x\n    title: 丙"
    )
    assert made(own.key(("items", 1), "text", "x")) == TEXT.replace("{title: 乙}", "{title: 乙, text: x}")
    assert made(own.above(("list",), "new", "x")) == TEXT.replace("list:", "new: x\nlist:")
    assert made(own.lengthened(("short",), "title", "x")) == TEXT.replace("short:\n", "short:\n  title: x\n  items:\n")
    assert own.lengthened(("items", 0), "title", "x") is None
    assert made(own.row(("list", 0), ["x"], before=False)) == TEXT.replace("[甲, ", "[甲, [x], ")
    assert made(own.whole(("list",), "[x]")) == TEXT.replace("[甲, 乙, 丙]", "[x]")


def test_places_of_lines_and_marks() -> None:
    """Windows' line breaks stay, a byte order mark too; of two edits at one place both are made."""
    assert spliced("a\r\nb", [FileEdit(3, "", "x\n")]) == "a\r\nx\r\nb"
    assert encoded("x", b"\xef\xbb\xbfy") == b"\xef\xbb\xbfx"
    edits = [FileEdit(1, "b", ""), FileEdit(1, "", "1"), FileEdit(1, "", "2")]
    assert spliced("abc", edits) == "a12c"
    assert spliced("abcd", [FileEdit(1, "bc", ""), FileEdit(2, "", "x")]) == "ad"
    assert splices().text(("nothing",)) is None
    assert splices("one: 甲").text(("one", 0)) == "甲"


PARTS = """\
measures:  # 一
  - title: 甲
    carries_out: [x]
    text: 正文
  - title: 乙
# 二
shortcomings:
  text: 引言
leader_duties:
    - text: 丙
cc: [丁]
"""


def test_parts_become_sections_where_they_stand() -> None:
    """Their own lines stay to the byte; a new one comes behind one of them, or there is no place for it."""
    kinds, fields = ("measures", "shortcomings", "leader_duties"), {"kind": "other", "title": "新"}
    done = made(splices(PARTS).sectioned(kinds, "shortcomings", fields), PARTS)
    expected = PARTS.replace("measures:  #", "sections:\n- kind: measures\n  items:  #")
    expected = expected.replace("shortcomings:", "- kind: shortcomings").replace(
        "leader_duties:", "- kind: other\n  title: 新\n- kind: leader_duties\n  items:"
    )
    assert done == expected
    assert splices(done).text(("sections", 2, "title")) == "新"
    for old, new in (
        ("  text: 引言", "    text: 引言"),
        ("shortcomings:", "cc2: 1\nshortcomings:"),
        ("    - text", "- text"),
    ):
        assert splices(PARTS.replace(old, new)).sectioned(kinds, "measures", fields) is None


def test_a_part_in_brackets_gets_a_title() -> None:
    """It becomes the section with its items, in braces."""
    text = "duties: [{text: 甲}]  # 尾\n"
    assert made(splices(text).lengthened(("duties",), "title", "乙: 丙"), text) == (
        'duties: {title: "乙: 丙", items: [{text: 甲}]}  # 尾\n'
    )
    assert splices(text).lengthened(("duties",), "table", {"header": ["甲"]}) is None


def test_keys_go_out_of_braces() -> None:
    """With the comma beside them; the last one that is there has no place to go from."""
    own, text = splices(PARTS.replace("text: 引言", "b: {x: 1, y: 2}")), "b: {x: 1, y: 2}"
    for key, left in (("x", "b: {y: 2}"), ("y", "b: {x: 1}")):
        done = made(own.without(("shortcomings", "b", key)), PARTS.replace("text: 引言", text))
        assert done == PARTS.replace("text: 引言", left)
    assert splices("b: {x: 1}\n").without(("b", "x")) is None
    assert own.without(("shortcomings", "b", "z")) is None


def test_what_moves_may_leave_keys_behind() -> None:
    """Those that have lines of their own."""
    moved = splices(PARTS).moved(("measures", 0), ("leader_duties", 0), before=True, without=("carries_out",))
    assert "leader_duties:\n    - title: 甲\n      text: 正文\n    - text: 丙\n" in made(moved, PARTS)
    assert splices(PARTS).moved(("measures", 0), ("leader_duties", 0), before=True, without=("title",)) is None
