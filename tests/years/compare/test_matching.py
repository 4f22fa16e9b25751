"""Which part of one report is which of the other, by id, title, words and place; and what moved."""

import random
import time

import pytest
from support.judged import rates
from support.made_years import KINDS

from ecoreport.years.compare._matching import matched, moved
from ecoreport.years.compare._nodes import Node
from ecoreport.years.compare._pieces import Matching

WORDS = "组织全局干部学习宪法民法典"


PART = Node("measures", "部分", ("measures",), "举措", "主要举措和成效", "", ())


def _item(at: int, title: str = "", *texts: str, id_: str = "", kind: str = "measures/item") -> Node:
    return Node(kind, "举措", ("measures", "items", at), f"举措第{at + 1}条", title, id_, texts)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], {}),
        ([_item(0, "甲", id_="a")], [_item(0, "乙", id_="a")], {0: 0}),
        ([_item(0, "甲", id_="a")], [_item(0, "甲", id_="b")], {0: 0}),
        ([_item(0, "甲", id_="measure-1")], [_item(0, "乙", id_="measure-1")], {}),
        ([_item(0, "甲", id_="measure-1"), _item(1, "乙", id_="measure-2")], [_item(0, "乙", id_="measure-1")], {0: 1}),
        ([_item(0, "甲", id_="a")], [_item(0, "甲")], {0: 0}),
        ([_item(0, "2023年学法")], [_item(0, "2024年度学法"), _item(1, "甲")], {0: 0}),
        ([_item(0, "甲", kind="next_year_plan/item")], [_item(0, "甲")], {}),
        ([_item(0, "甲"), _item(1, "甲")], [_item(0, "甲")], {0: 0}),
        ([_item(0, "甲")], [_item(0, "甲"), _item(1, "甲")], {0: 0}),
        ([_item(0, "甲"), _item(1, "乙", id_="a")], [_item(0, "甲", id_="a")], {0: 1}),
        ([_item(0, "甲"), _item(1, "甲", id_="a")], [_item(0, "乙", id_="a"), _item(1, "甲")], {0: 1, 1: 0}),
        ([_item(0, "甲", WORDS), _item(1, "乙")], [_item(0, "丙"), _item(1, "丁", f"{WORDS}等")], {1: 0}),
        ([_item(0, "甲", WORDS)], [_item(0, "甲", "别的")], {0: 0}),
        ([_item(0, "", "办件3件")], [_item(0, "", "办件14件")], {0: 0}),
        ([_item(0, "", "待填")], [_item(0, "", "【待填】"), _item(1, "乙")], {}),
        ([_item(0, "甲", WORDS)], [_item(0, "甲", WORDS, kind="leader_duties/item")], {0: 0}),
        ([_item(0, "甲", WORDS, kind="next_year_plan/item")], [_item(0, "甲", WORDS)], {}),
        ([_item(0, "甲", WORDS)], [_item(0, "甲", WORDS, kind="next_year_plan/item")], {0: 0}),
        ([_item(0, "甲", WORDS)], [_item(0, "甲", kind="next_year_plan/item")], {}),
        ([_item(0, "甲")], [_item(0, "乙", WORDS)], {}),
        ([_item(0, "甲"), _item(1, "乙")], [_item(0, "丙", WORDS)], {}),
        ([_item(0, "甲", id_="a")], [_item(0, "乙", WORDS)], {}),
        ([_item(0, "", "开会。")], [_item(0, "", WORDS)], {0: 0}),
        ([_item(0, "", "开会。")], [_item(0, "", WORDS), _item(1, "", "别的")], {}),
    ],
    ids=[
        "none", "by id", "a new id", "an id of an import", "such an id and a title", "one has an id",
        "by title but for the year", "another kind",
        "the first of equals", "the first to equal it", "an id before a title", "an id, then a title",
        "by words", "by title alone",
        "but for the number", "drafts are like nothing", "in another section", "what was planned and is done",
        "what is planned once more", "not by title alone into another section", "other titles and words",
        "two are left", "an id without a counterpart",
        "the only one of its list, without a title", "not where another came",
    ],
)  # fmt: skip
def test_what_was_there_before(old: list[Node], new: list[Node], pairs: dict[int, int]) -> None:
    """Each part has at most one counterpart."""
    assert matched(old, new).pairs == pairs


@pytest.mark.parametrize("kind", ["title", "lead", "annotation", "measures", "next_year_plan"])
def test_there_is_one_of_each_of_the_head_and_of_the_four_parts(kind: str) -> None:
    """Whatever they say."""
    assert matched([_item(0, "甲", kind=kind)], [_item(0, "乙", WORDS, kind=kind)]).pairs == {0: 0}


def test_the_nearest_words_are_taken_and_too_far_ones_are_not() -> None:
    """A good third of the pairs of characters has to be shared; below, two parts are two."""
    old = [_item(0, "", "甲乙丙丁戊己"), _item(1, "", "甲乙丙丁戊庚")]
    assert matched(old, [_item(0, "", "甲乙丙丁戊庚")]).pairs == {0: 1}
    assert matched(old, [_item(0, "", "甲乙子丑寅卯"), _item(1, "", "辰巳")]).pairs == {}


def test_pairs_add_up_to_the_most() -> None:
    """The first of the new ones would have either; the second only what the first likes better."""
    old = [_item(0, "", "甲乙丙丁戊己庚辛"), _item(1, "", "甲乙丙丁子丑寅卯")]
    new = [_item(0, "", "甲乙丙丁戊己寅卯"), _item(1, "", "戊己庚辛午未申酉")]
    assert matched(old, new).pairs == {0: 1, 1: 0}


STUDY, SPREAD = "党组带头学法，举办旁听庭审活动。", "向社区居民发放普法手册，解答咨询。"


def test_what_was_split_and_what_was_merged() -> None:
    """One is the counterpart; the other new ones, or the other old ones, are told with it."""
    both, apart = [_item(0, "学法普法", STUDY + SPREAD)], [_item(0, "学法", STUDY), _item(1, "宣传", SPREAD)]
    assert matched(both, apart) == Matching({0: 0}, {0: (1,)}, {})
    assert matched(apart, both) == Matching({0: 0}, {}, {0: (1,)})
    assert matched(apart, [_item(0, "学法普法", STUDY + SPREAD, id_="a")]).merged == {0: (1,)}


def test_a_piece_that_says_nothing_new_of_the_whole_is_none() -> None:
    """What was written twice stays one part and is another."""
    assert matched([_item(0, "学法", STUDY)], [_item(0, "学法", STUDY), _item(1, "宣传", STUDY)]) == Matching({0: 0})
    assert matched([_item(0, "甲", STUDY)], [_item(0, "甲", STUDY), _item(1, "乙", SPREAD)]) == Matching({0: 0})


def test_pieces_of_which_none_is_the_counterpart() -> None:
    """Five, each of which has too little of it to be it: the largest is taken for it."""
    lines = ["组织旁听庭审。", "发放普法手册。", "清理无证摊贩。", "修缮消防设施。", "公开审批时限结果。"]
    found = matched([_item(0, "甲", "".join(lines))], [_item(at, "", line) for at, line in enumerate(lines)])
    assert (found.pairs, found.split) == ({4: 0}, {0: (0, 1, 2, 3)})


@pytest.mark.parametrize("seeds", [range(100), range(10_000, 10_200)], ids=["tuned on", "held out"])
def test_made_up_years_are_told_as_what_they_are(seeds: range) -> None:
    """Of each kind of change nineteen of twenty at least, with next to nothing told that is not so."""
    found = dict(rates(seeds))
    assert found.pop("false") <= 0.01
    assert {kind: share for kind, share in found.items() if share < 0.95} == {}
    assert found.keys() == {*KINDS}


def test_five_hundred_items_of_a_section_are_matched_in_bounds() -> None:
    """All of one trade's words, none with an id: each pair by difflib would take half a minute."""
    chance = random.Random(1)  # noqa: S311 - repeatable
    old, new = (
        [_item(at, "", "".join(chance.choices("规范行政执法检查整改", k=120))) for at in range(500)] for _ in "ab"
    )
    start = time.process_time()
    assert matched(old, new).pairs
    assert time.process_time() - start < 10


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
