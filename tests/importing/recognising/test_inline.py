"""Items inside a paragraph."""

from itertools import pairwise

import pytest

from ecoreport.importing._recognising._recognisers.inline import items_in


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("一是学。二是用。", ["一是学。", "二是用。"]),
        ("主要有：一是学；二是用；三是讲。", ["一是学；", "二是用；", "三是讲。"]),
        ("第一，学。第二，用。", ["第一，学。", "第二，用。"]),
        ("（1）学；（2）用。", ["（1）学；", "（2）用。"]),
        ("①学②用", ["①学", "②用"]),
        ("一是学。三是用。", []),
        ("一是学。", []),
        ("二是学。三是用。", []),
        ("统一是关键。二是用。", []),
        ("一是否合规。二是用。", []),
        ("", []),
    ],
)
def test_items_count_up_from_one(text: str, items: list[str]) -> None:
    """At least two, each behind a stop."""
    places = items_in(text)
    assert [text[start:end] for start, end in pairwise([*places, len(text)])] == items
