"""Lines by their indents: which is out of place, and where it should begin."""

import pytest

from ecoreport.yearfile._indents import BLOCK, misplaced, wanted


@pytest.mark.parametrize(
    ("text", "line", "span", "message", "mend"),
    [
        ("figures:\n  甲: 1起\n   乙: 2起", 2, (0, 3), "这一行与第2行的缩进不齐", "这一行开头留 2 个空格"),
        ("measures:\n  - id: a\n   text: b", 2, (0, 3), "这一行与第2行的缩进不齐", "这一行开头留 4 个空格"),
        ("a:\n  - id: a\n  id: b", 2, (2, 7), "这一行前面少了“- ”", "新的一条写成 - id: b，前面留 2 个空格"),
        ("year: 2024\n issuer: 甲", 1, (0, 1), "这个键属于文件的最外层", "这一行从行首写起，前面不留空格"),
        ("lead: |\n甲。", 1, (0, 1), "“|”下面的正文要比第1行多缩进", "这一行开头留 2 个空格"),
        ("lead: |\n  甲。\n 乙。", 2, (0, 1), "正文的这一行比上一行缩进少", "正文的每一行开头留 2 个空格"),
        ("figures:\n  甲: 1起\n  乙 2起", 2, (2, 6), "“乙”后面少了冒号", "写成 乙: 2起"),
    ],
)
def test_the_first_line_out_of_place_is_told_with_its_place(
    text: str, line: int, span: tuple[int, int], message: str, mend: str
) -> None:
    """Beside the line that it belongs to; where the line is no key, with what it lacks."""
    lines = text.split("\n")
    stray = misplaced(lines, len(lines) - 1)
    assert stray is not None
    assert (stray.line, stray.span, stray.message, stray.help) == (line, span, message, mend)
    assert misplaced(lines, line - 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "year: 2024\n# 说明\n\nissuer: 甲",
        "lead: |\n  甲。\n\n    乙: 丙\n  - 丁\nmeasures:\n- id: a\n  items:\n    - id: b",
        'title: "甲\n  乙"\ncc: [区委,\n  人大]',
    ],
)
def test_what_is_in_place_is_not_told(text: str) -> None:
    """Whatever stands in a text, and what goes on over several lines."""
    assert misplaced(text.split("\n"), 99) is None


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("figures:\n\t甲: 1起\n\u3000乙: 2起", {1: 2, 2: 2}),
        ("lead: |\n\t甲。\n\t乙。", {1: 2, 2: 2}),
        ("measures:\n\t- id: a\n\t\ttext: b", {1: 2, 2: 4}),
        ("measures:\n  - id: a", {}),
    ],
)
def test_a_line_that_begins_with_a_tab_or_a_wide_blank_has_its_place(text: str, blanks: dict[int, int]) -> None:
    """In blanks, by the lines around it."""
    assert wanted(text.split("\n")) == blanks


def test_a_text_begins_behind_its_bar() -> None:
    """Whatever its colon is; not where words follow the bar, or it is in quotes."""
    begins = ("lead: |", "  - text: >-", "lead：|", "lead: |  # 说明", "|")
    assert [bool(BLOCK.match(line)) for line in (*begins, "lead: | 甲", "lead: 甲|", "lead: '|")] == [True] * 5 + [
        False
    ] * 3
