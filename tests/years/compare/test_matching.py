"""Which part of one report is which of the other, by id, title, words or as the only one left; and what moved."""

import pytest

from ecoreport.years.compare import _matching
from ecoreport.years.compare._matching import matched, moved
from ecoreport.years.compare._nodes import Node

WORDS = "组织全局干部学习宪法民法典"


PART = Node("measures", "部分", ("measures",), "举措", "主要举措和成效", "", ())


def _item(at: int, title: str = "", *texts: str, id_: str = "", kind: str = "measures/item") -> Node:
    return Node(kind, "举措", ("measures", "items", at), f"举措第{at + 1}条", title, id_, texts)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], {}),
        ([_item(0, "甲", id_="a")], [_item(0, "乙", id_="a")], {0: 0}),
        ([_item(0, "甲", id_="a")], [_item(0, "甲", id_="b")], {}),
        ([_item(0, "甲", id_="a")], [_item(0, "甲")], {0: 0}),
        ([_item(0, "2023年学法")], [_item(0, "2024年度学法"), _item(1, "甲")], {0: 0}),
        ([_item(0, "甲", kind="next_year_plan/item")], [_item(0, "甲")], {}),
        ([_item(0, "甲"), _item(1, "甲")], [_item(0, "甲")], {0: 0}),
        ([_item(0, "甲")], [_item(0, "甲"), _item(1, "甲")], {0: 0}),
        ([_item(0, "甲"), _item(1, "乙", id_="a")], [_item(0, "甲", id_="a")], {0: 1}),
        ([_item(0, "甲"), _item(1, "甲", id_="a")], [_item(0, "乙", id_="a"), _item(1, "甲")], {0: 1, 1: 0}),
        ([_item(0, "甲", WORDS), _item(1, "乙")], [_item(0, "丙"), _item(1, "丁", f"{WORDS}等")], {1: 0, 0: 1}),
        ([_item(0, "甲")], [_item(0, "乙", WORDS)], {0: 0}),
        ([_item(0, "甲"), _item(1, "乙")], [_item(0, "丙", WORDS)], {}),
        ([_item(0, "甲", id_="a")], [_item(0, "乙", WORDS)], {}),
    ],
    ids=[
        "none", "by id", "other ids", "one has an id", "by title but for the year", "another kind",
        "the first of equals", "the first to equal it", "an id before a title", "an id, then a title",
        "by words, then what is left", "the only ones",
        "two are left", "an id without a counterpart",
    ],
)  # fmt: skip
def test_what_was_there_before(old: list[Node], new: list[Node], pairs: dict[int, int]) -> None:
    """Each part has at most one counterpart, of its own kind."""
    assert matched(old, new) == pairs


@pytest.mark.parametrize("kind", ["title", "lead", "annotation", "measures", "next_year_plan"])
def test_there_is_one_of_each_of_the_head_and_of_the_four_parts(kind: str) -> None:
    """Whatever they say."""
    assert matched([_item(0, "甲", kind=kind)], [_item(0, "乙", WORDS, kind=kind)]) == {0: 0}


def test_the_nearest_words_are_taken_and_too_far_ones_are_not() -> None:
    """Half of the pairs of characters have to be shared; below, two parts are two."""
    old = [_item(0, "", "甲乙丙丁戊己"), _item(1, "", "甲乙丙丁戊庚")]
    assert matched(old, [_item(0, "", "甲乙丙丁戊庚")]) == {0: 1}
    assert matched(old, [_item(0, "", "甲乙子丑寅卯")]) == {}


def test_very_many_parts_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are left aside there; ids and titles are not."""
    old, new = [_item(0, "甲", WORDS), _item(1, "乙")], [_item(0, "丙", WORDS), _item(1, "乙"), _item(2, "丁")]
    assert matched(old, new) == {0: 0, 1: 1}
    monkeypatch.setattr(_matching, "_MOST_PAIRS", 5)
    assert matched(old, new) == {1: 1}


@pytest.mark.parametrize(
    ("places", "out"),
    [([], []), ([0, 1, 2], []), ([1, 2, 0], [2]), ([2, 0, 1], [0]), ([2, 1, 0], [0, 1]), ([0, 3, 1, 2], [1])],
)
def test_as_few_as_can_be_are_out_of_order(places: list[int], out: list[int]) -> None:
    """The longest run that kept its order stayed; `places` are where those of the new list stood in the old one."""
    nodes = [PART, *(_item(at) for at in range(len(places)))]
    pairs = {0: 0} | {at: place + 1 for at, place in enumerate(places, 1)}
    assert sorted(at - 1 for at in moved(nodes, nodes, pairs)) == out


def test_what_came_into_the_list_moves_nothing() -> None:
    """Nor does what went out of it."""
    nodes = [PART, *(_item(at) for at in range(4))]
    assert moved(nodes, nodes, {0: 0, 1: 2, 4: 3}) == frozenset()


def test_what_stands_below_another_part_is_moved() -> None:
    """And not what stands below the same part, wherever that went."""

    def below(parent: int) -> Node:
        return Node("measures/item", "举措", ("measures", "items", parent, "items", 0), "", "", "", ())

    old, new = [PART, _item(0), _item(1), below(1)], [PART, _item(0), below(0), _item(1)]
    assert moved(old, new, {0: 0, 1: 1, 2: 3, 3: 2}) == {2}
    assert moved(old, old, {0: 0, 1: 1, 2: 2, 3: 3}) == frozenset()
    assert moved(old, new, {0: 0, 1: 2, 2: 3, 3: 1}) == {1}
