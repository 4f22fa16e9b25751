"""Lines that are not there: the first line of a list's first item, the key above a list."""

import pytest

from ecoreport.yearfile._keyless import Stray
from ecoreport.yearfile._levels import Above, Level
from ecoreport.yearfile._missing import first_line, key_above

FIRST = "这一行上面少了一行：第一条开头的“- id: …”"


@pytest.mark.parametrize(
    ("first", "parent", "stray"),
    [
        ("    title: 甲", 0, Stray("E139", FIRST, 1, (4, 12), "在这一行上面补上 - id: …，前面留 2 个空格")),
        ("    id: a", 2, Stray("E134", "这一行前面少了“- ”", 1, (4, 9), "写成 - id: a，前面留 2 个空格")),
        ("    立案: 3起", 0, None),
        ("    title: 甲", -9, None),
    ],
)
def test_the_first_line_of_a_list_is_shown_by_its_second_item(first: str, parent: int, stray: Stray | None) -> None:
    """Where what stands above it is a key of an item, as deep as an item's keys are."""
    lines = ["measures:", first, "  - id: b"]
    assert first_line(lines, [Level(4, 1, dash=False, parent=parent)], 2) == stray


def _above(line: int, column: int, key: str, value: str, plain: int = -1) -> Above:
    return Above(line, column, key, not value, value, (), plain=plain)


@pytest.mark.parametrize(
    ("lines", "column", "value", "below", "key", "blanks"),
    [
        (["  立案: 3起", "  - 立案 == 结案"], 2, "3起", (2, "- 甲"), "assertions", "从行首写起，前面不留空格"),
        (["  立案: 3起", "  - id: a"], 2, "3起", (4, "title: 甲"), "measures", "从行首写起，前面不留空格"),
        (["    title: 甲", "      - id: a"], 4, "甲", (8, "title: 乙"), "items", "前面留 4 个空格"),
        (["      header: [甲]", "        - [乙]"], 6, "[甲]", None, "rows", "前面留 6 个空格"),
    ],
)
def test_the_key_of_a_list_is_shown_by_its_items(  # noqa: PLR0913, PLR0917 - a table's columns
    lines: list[str], column: int, value: str, below: tuple[int, str] | None, key: str, blanks: str
) -> None:
    """Where the key above has its value already."""
    indent = len(lines[1]) - len(lines[1].lstrip())
    told = key_above(lines, 1, indent, _above(0, column, "甲", value), below)
    span = indent, len(lines[1])
    assert told == Stray("E139", f"这一行上面少了一行：列表的“{key}:”", 1, span, f"在这一行上面补上 {key}:，{blanks}")


@pytest.mark.parametrize(
    ("value", "below"),
    [
        ("", (8, "title: 乙")),
        ("|", (8, "title: 乙")),
        ("甲", (8, "problem: 乙")),
        ("甲", (6, "title: 乙")),
        ("甲", None),
    ],
)
def test_a_list_that_has_its_key_or_stands_astray_lacks_none(value: str, below: tuple[int, str] | None) -> None:
    """An empty key above is its own; a shortcoming stands below no item, it has only been indented."""
    assert key_above(["    title: 甲", "      - id: a"], 1, 6, _above(0, 4, "title", value), below) is None


def test_a_first_row_without_its_dash_is_told_where_it_stands() -> None:
    """The second row shows that it is none of the values that `rows` may have."""
    lines = ["      rows:", "        [甲, 1]", "        - [乙, 2]"]
    told = key_above(lines, 2, 8, _above(0, 6, "rows", "[甲, 1]", plain=1), None)
    assert told == Stray("E134", "这一行前面少了“- ”", 1, (8, 9), "写成 - [甲, 1]，前面留 8 个空格")
