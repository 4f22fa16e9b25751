"""Braces and brackets become one key a line, with the same data and, where only parts change, the same comments."""

import pytest
import yaml

from ecoreport.yearfile._guard import Loader
from ecoreport.years.next_year._blocked import in_blocks, rewritten


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("year: 2024\n", "year: 2024\n"),
        ("measures:\n  - title: 甲\n", "measures:\n  - title: 甲\n"),
        ("measures: [{title: 甲}]\n", "measures:\n  - title: 甲\n"),
        ("measures: {title: 甲, items: [{title: 乙}]}\n", "measures:\n  title: 甲\n  items:\n    - title: 乙\n"),
        ("measures:\n- {title: 甲, text: 文。}\n", "measures:\n- title: 甲\n  text: |\n    文。\n"),
        ("measures:\n  - {title: 甲} # 后\n", "measures:\n  # 后\n  - title: 甲\n"),
        ("measures: # 后\n  - title: 甲\n", "measures: # 后\n  - title: 甲\n"),
        ("measures:\n  items: [{title: 甲}] # 后\n", "measures:\n  # 后\n  items:\n    - title: 甲\n"),
        ("figures: {立案: 3起, '#乙': 2件}\n", 'figures:\n  立案: 3起\n  "#乙": 2件\n'),
        ("figures:\n  立案: {value: 3起, source: 台账}\n", "figures:\n  立案: {value: 3起, source: 台账}\n"),
        ("measures:\n  - {title: 甲, carries_out: [a, b]}\n", "measures:\n  - title: 甲\n    carries_out: [a, b]\n"),
        ("measures:\n  - carries_out: [a, b]\n", "measures:\n  - carries_out: [a, b]\n"),
        ("addressees: [县委, 县政府]\n", "addressees: [县委, 县政府]\n"),
        ("measures: []\n", "measures: []\n"),
    ],
)  # fmt: skip
def test_parts_in_block_style(text: str, blocks: str) -> None:
    """Only parts that hold keys: lists of ids and a figure's own braces can be edited as they are."""
    assert in_blocks(text) == blocks


def test_a_comment_between_braces_goes_above() -> None:
    """It was somebody's note; nothing that was typed is lost."""
    assert in_blocks("measures:\n  - {title: 甲, # 要核\n     text: 文。}\n") == (
        "measures:\n  # 要核\n  - title: 甲\n    text: |\n      文。\n"
    )


def test_a_whole_file_in_braces_is_written_anew() -> None:
    """There is no line in it to edit."""
    assert in_blocks("{year: 2024, measures: [{title: 甲}]}\n") == "year: 2024\nmeasures:\n  - title: 甲\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# 一\n# 二\nyear: 2024 # 三\n# 四\nseal: true\n", "# 一\n# 二\nyear: 2024\nseal: true\n"),
        ("year: 2024\nlead:\nmeasures: []\nnumber: ''\n", 'year: 2024\nnumber: ""\n'),
        ("lead: 一。二。\n", "lead: |\n  一。二。\n"),
        ("title: '2024'\n", 'title: "2024"\n'),
        ('figures: {"# 乙": 3}\n', 'figures:\n  "# 乙": 3\n'),
    ],
    ids=["comments at the head alone", "what is empty", "texts as they were typed", "a text of digits", "an odd key"],
)  # fmt: skip
def test_written_anew(text: str, written: str) -> None:
    """The same data, one key a line."""
    assert rewritten(text) == written


def test_the_data_stay_the_same() -> None:
    """To YAML both are one file."""
    text = 'year: 2024\nmeasures: {items: [{title: \'甲: 乙\', text: "一。\\n\\n二。\\n", items: [{title: "#丙"}]}]}\n'
    before = yaml.load(text, Loader)  # noqa: S506 - our own safe loader
    assert yaml.load(in_blocks(text), Loader) == before  # noqa: S506
    assert yaml.load(rewritten(text), Loader) == before  # noqa: S506
