"""Bytes to text to nodes: what would mislead is refused at its place, and every path leads to a place."""

import pytest
import yaml

from ecoreport.problems.diagnostic import Edit, FileEdit, Finding, Refused
from ecoreport.yearfile._guard import MAX_DEPTH, MAX_NODES, Forbidden, Loader, guard
from ecoreport.yearfile._tree import (
    MAX_BYTES,
    Source,
    compose,
    decode,
    unusual_characters,
)

TEXT = """\
year: 2024
figures:
  立案: 3起
  结案: {value: 2起, source: 法制科}
measures:
  - id: study
    text: |
      甲。

      乙丙。
attachments:
  - 清单
"""
DOCUMENT = compose(Source("data/2024.yaml", TEXT))


def _refusal(text: str) -> tuple[str, int, int, str]:
    with pytest.raises(Refused) as caught:
        compose(Source("data/2024.yaml", text))
    [problem] = caught.value.problems
    return problem.code, problem.line, problem.column, problem.message


def test_lines_are_those_that_libyaml_counts() -> None:
    """Each of its five line breaks ends one; a mark behind the last is the end of the text."""
    source = Source("x", "a\nb\r\nc\rd\x85e\u2028f")
    assert source.lines == ("a", "b", "c", "d", "e", "f")
    assert source.starts == (0, 2, 5, 7, 9, 11)
    assert [source.position(at) for at in (0, 1, 2, 11)] == [(1, 1), (1, 2), (2, 1), (6, 1)]
    assert (source.index(1, 0), source.index(6, 0)) == (2, 12)


@pytest.mark.parametrize(("span", "place"), [((0, 0), (1, 1, 2)), ((11, 18), (2, 1, 8)), ((11, 99), (2, 1, 9))])
def test_a_problem_is_one_character_wide_at_least_and_one_line_at_most(
    span: tuple[int, int], place: tuple[int, int, int]
) -> None:
    """What runs on is shown by its first line."""
    problem = Source("x", TEXT).problem("W515", "甲", span)
    assert (problem.line, problem.column, problem.end_column) == place


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("year",), "year", "2024"),
        (("figures", "立案"), "立案", "3起"),
        (("figures", "立案", "value"), "立案", "3起"),
        (("figures", "结案", "value"), "value", "2起"),
        (("measures", "items", 0, "id"), "id", "study"),
        (("measures", 0, "id"), "id", "study"),
        (("attachments", 0, "title"), None, "清单"),
    ],
)
def test_a_short_form_is_its_long_ones_place(path: tuple[str | int, ...], key: str | None, value: str) -> None:
    """A list for its items, a text for a figure's value or an attachment's title."""
    found = DOCUMENT.find(path)
    assert found is not None
    assert (found[0].value if found[0] else None, found[1].value) == (key, value)


def test_what_is_not_there_is_not_found() -> None:
    """Neither a key nor a key of a text; a finding is located at what there is of its path."""
    assert [DOCUMENT.find(path) for path in (("lead",), ("figures", "立案", "source"))] == [None, None]
    problem = DOCUMENT.locate(Finding("E203", "甲", ("measures", "items", 0, "table", "rows")))
    assert (problem.line, problem.column, problem.path) == (6, 5, "measures[1]")
    assert DOCUMENT.locate(Finding("E202", "甲", ())).line == 1


def test_a_finding_stands_at_its_words_with_its_edits() -> None:
    """Behind the fold and the indent of a text; an edit whose words the file does not have there is left out."""
    edits = (Edit((4, 5), "乙", "丁"), Edit((4, 5), "戊", "丁"), Edit((0, 0), "", "己"))
    problem = DOCUMENT.locate(Finding("W515", "甲", ("measures", 0, "text"), (4, 6), edits=edits))
    at = TEXT.index("乙")
    assert (problem.line, problem.column, problem.end_column) == (10, 7, 9)
    assert problem.edits == (FileEdit(at, "乙", "丁"), FileEdit(TEXT.index("甲"), "", "己"))


def test_yaml_guesses_at_whole_numbers_truth_and_nothing_alone() -> None:
    """What other readers take for octals, sexagesimals, dates or truth stays the text that was typed."""
    text = "[1, -5, true, False, ~, '1', 010, 1_000, 12:30, 2024-01-20, yes, 1.5, 1e3, 0x1F, １２]"
    assert yaml.load(text, Loader=Loader) == [  # noqa: S506 - a safe loader's child
        *(1, -5, True, False, None, "1"),
        *("010", "1_000", "12:30", "2024-01-20", "yes", "1.5", "1e3", "0x1F", "１２"),
    ]


def test_han_are_not_parted_by_a_line_break() -> None:
    """YAML's blank for it stays between ASCII words alone."""
    document = compose(Source("x", "title: 依法\n  行政 law\n  study\n"))
    assert document.root.value[0][1].value == "依法行政 law study"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ("E117", 1, 1, "文件是空的，或者只有注释")),
        ("# 注释\n", ("E117", 1, 1, "文件是空的，或者只有注释")),
        ("lead: &a 乙", ("E113", 1, 7, "“&a”会被当成 YAML 的锚点或别名，不支持")),
        ("lead: *a", ("E113", 1, 7, "“*a”会被当成 YAML 的锚点或别名，不支持")),
        ("lead: !!str 甲", ("E114", 1, 7, "“!!str”会被当成 YAML 标签，不支持")),
        ("lead: !a 乙", ("E114", 1, 7, "“!a”会被当成 YAML 标签，不支持")),
        ("甲", ("E118", 1, 1, "文件最外层要一行一个“键: 值”，例如 year: 2023")),
        ("a: 1\n---\nb: 2", ("E119", 2, 1, "一个文件只写一年，不能用 --- 分成几份")),
    ],
)
def test_what_misleads_is_refused_at_its_place(text: str, told: tuple[str, int, int, str]) -> None:
    """In a clerk's words, before a value is built."""
    assert _refusal(text) == told


def test_depth_and_number_are_bounded() -> None:
    """As many as may be are read; one more is refused at the place where it begins."""
    deepest = MAX_DEPTH - 1
    assert compose(Source("x", "a: " + "[" * deepest + "]" * deepest))
    assert compose(Source("x", f"a: [{'[], ' * MAX_DEPTH}]"))
    assert _refusal("a: " + "[" * MAX_DEPTH) == ("E111", 1, 3 + MAX_DEPTH, "嵌套超过 32 层")
    begun: set[int] = set()
    guard("\n".join(["- 甲"] * (MAX_NODES - 1)), begun)
    assert len(begun) == MAX_NODES - 1
    with pytest.raises(Forbidden) as caught:
        guard("\n".join(["- 甲"] * MAX_NODES), set())
    assert caught.value.said == ("E112", "内容超过 200000 项", "")


def test_bytes_are_utf_8_and_so_many_at_most() -> None:
    """A byte order mark is no part of the text; a byte that is none of UTF-8 is told at its place."""
    source = decode(b"\xef\xbb\xbf" + "年: 1".encode(), "x")
    assert (source.name, source.text) == ("x", "年: 1")
    assert len(decode(b"#" * MAX_BYTES, "x").text) == MAX_BYTES
    for data, told in (
        (b"#" * (MAX_BYTES + 1), ("E102", 1, 1, "文件超过上限 6000000 字节")),
        ("a: 1\nb: 年".encode() + b"\xff\n", ("E101", 2, 5, "文件不是 UTF-8 编码，也不像 GBK")),
        (b"%PDF-1.7", ("E101", 1, 1, "这是 PDF 文件，不是年度文件")),
    ):
        with pytest.raises(Refused) as caught:
            decode(data, "x")
        [problem] = caught.value.problems
        assert (problem.code, problem.line, problem.column, problem.message) == told


@pytest.mark.parametrize(
    ("text", "code", "message", "new"),
    [
        ("甲\x07乙", "E103", "有不允许的控制字符 U+0007", None),
        ("甲\u202e乙", "E104", "有改变文字方向的隐形字符 U+202E", ""),
        ("甲\u200b乙", "W105", "有看不见的零宽字符 U+200B", ""),
        ("甲\u2028乙", "E106", "有特殊换行符 U+2028", None),
    ],
)
def test_a_character_that_cannot_be_seen_is_told_and_taken_out_where_nothing_is_lost(
    text: str, code: str, message: str, new: str | None
) -> None:
    """A control character may have stood for something; a tab, a line break and a blank are as they should be."""
    [problem] = unusual_characters(Source("x", f"{text}\t\r\n\u3000"))
    assert (problem.code, problem.column, problem.message, problem.help) == (code, 2, message, "删掉这个字符")
    assert problem.edits == (() if new is None else (FileEdit(1, text[1], new),))
