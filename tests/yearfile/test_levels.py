"""What is open at a line: keys of the outermost level by name and indent, and what to say of a line that is astray."""

import pytest

from ecoreport.yearfile._keyless import Stray
from ecoreport.yearfile._levels import Level, aligned, outermost, with_below


@pytest.mark.parametrize(
    ("content", "indent", "outer"),
    [
        ("year: 2024", 2, True),
        ("year：2024", 8, True),
        ("years: 3", 2, False),
        ("title: 甲", 2, False),
        ("figures:", 0, True),
        ("figures:", 2, True),
        ("figures: 立案", 3, False),
        ("year 2024", 2, False),
    ],
)
def test_a_key_of_the_outermost_level_is_known_by_its_name(content: str, indent: int, *, outer: bool) -> None:
    """Only `figures` stands in a chart too, further in."""
    assert outermost(content, indent) == outer


@pytest.mark.parametrize(
    ("indent", "wanted", "span", "mend"),
    [
        (3, 2, (0, 3), "这一行开头留 2 个空格，写成 甲"),
        (0, 4, (0, 1), "这一行开头留 4 个空格，写成 甲"),
        (2, 0, (0, 2), "这一行从行首写起，前面不留空格，写成 甲"),
    ],
)
def test_a_line_that_is_to_begin_elsewhere_is_told_by_its_blanks(
    indent: int, wanted: int, span: tuple[int, int], mend: str
) -> None:
    """Or, where it has none, by its first character."""
    assert aligned(5, indent, "不齐", wanted, more="，写成 甲") == Stray("E134", "不齐", 5, span, mend)


def test_the_line_that_opened_a_level_may_be_the_one_that_is_astray() -> None:
    """Lines are counted from 1 where they are told of."""
    told = with_below(Level(indent=4, line=2, dash=False, parent=0), 5, 2)
    assert told == Stray("E134", "这一行与第6行的缩进不齐", 2, (0, 4), "这一行开头留 2 个空格")
