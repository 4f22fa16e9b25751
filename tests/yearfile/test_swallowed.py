"""Lines that the text above them has taken in: told at the first that is no text."""

import pytest
from yaml.nodes import MappingNode

from ecoreport.yearfile._swallowed import continued, in_block, in_title
from ecoreport.yearfile._tree import Source, compose

MARGIN = "从行首写起，前面不留空格"
KEY = "这个键属于文件的最外层", f"这一行{MARGIN}"
FIGURE = "这一行上面少了一行：“figures:”", f"在这一行上面补上 figures:，{MARGIN}"
TEXT = "这一行上面少了一行：“text: |”，正文接到标题里了"


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("  measures:\n    - text: 乙\n", [("E134", 3, *KEY)]),
        ("  measures：\n", [("E134", 3, *KEY)]),
        ("\n  立案: {value: 3起}\n  measures:\n", [("E139", 4, *FIGURE)]),
        ("  measures:\n  立案: {value: 3起}\n", [("E134", 3, *KEY)]),
        ("  立案: 3起\n  measures: 甲\n  title:\n", []),
    ],
)
def test_a_key_or_a_figure_in_a_text_is_told(below: str, told: list[tuple[str, int, str, str]]) -> None:
    """The first of them; what a text may well say is let pass."""
    document = compose(Source("data/2024.yaml", f"lead: |\n  甲。\n{below}"))
    span = document.ends(document.root.value[0][1])
    assert [(one.code, one.line, one.message, one.help) for one in in_block(document, *span)] == told


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("title: 甲\n  乙。\n", [2]),
        ("title: 甲\n\n  乙。\nid: a\n", [3]),
        ("title: 甲\n  乙\n", []),
        ("title: 甲。\n  乙。\n", []),
        ("title: 甲\n  乙。\ntext: 丙\n", []),
        ("title: '甲\n  乙。'\n", []),
        ("title: 甲。\n", []),
        ("id: a\n", []),
    ],
)
def test_a_text_that_has_gone_into_the_title_is_told(text: str, lines: list[int]) -> None:
    """A sentence on a further line shows it; an item that has its text has lost none."""
    document = compose(Source("data/2024.yaml", text))
    assert isinstance(document.root, MappingNode)
    told = [("E139", line, TEXT, f"在这一行上面补上 text: |，{MARGIN}") for line in lines]
    assert [(one.code, one.line, one.message, one.help) for one in in_title(document, document.root)] == told


def test_only_a_value_without_quotes_runs_on_by_mistake() -> None:
    """Over two lines or more."""
    values = ("甲\n  乙", "甲", "'甲\n  乙'", "|\n  甲\n  乙", "[甲,\n  乙]")
    roots = [compose(Source("x", f"title: {value}\n")).root for value in values]
    assert [continued(root.value[0][1]) for root in roots] == [True, False, False, False, False]
