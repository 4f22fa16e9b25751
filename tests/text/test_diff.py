"""What changed between two texts: whole words and numbers, no scraps, and both texts can be had back from it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.diff import ADDED, KEPT, REMOVED, segments

TEXTS = st.lists(
    st.sampled_from(["规范", "执法", "12起", "3.5%", "。", "；", "——", "Word", "｜", "\n", "！"]), max_size=9
)


def told(old: str, new: str) -> str:
    """The segments as one text: [-gone-], [+come+]."""
    marked = {KEPT: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}
    return "".join(marked[mark].format(text) for mark, text in segments(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("规范执法。", "规范执法。", "规范执法。"),
        ("规范执法。", "", "[-规范执法。-]"),
        ("", "规范执法。", "[+规范执法。+]"),
        ("坚持依法行政。", "坚持依法行政", "坚持依法行政[-。-]"),
        ("组织培训3场。", "开展普法宣传活动。", "[-组织培训3场。-][+开展普法宣传活动。+]"),  # too unlike
    ],
)
def test_what_stayed_went_and_came(old: str, new: str, expected: str) -> None:
    """What went stands before what came; what is hardly alike is not taken to pieces."""
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("全年立案12起。", "全年立案13起。", "全年立案[-12-][+13+]起。"),
        ("案件办结率92.5%。", "案件办结率93.5%。", "案件办结率[-92.5%-][+93.5%+]。"),
        ("全年PM2.5下降", "全年PM10下降", "全年PM[-2.5-][+10+]下降"),
        ("全年报送Word版一份", "全年报送WPS版一份", "全年报送[-Word-][+WPS+]版一份"),
        ("示例县教育局——区局", "示例县教育局……区局", "示例县教育局[-——-][+……+]区局"),
    ],
)
def test_numbers_words_and_double_marks_change_as_a_whole(old: str, new: str, expected: str) -> None:
    """A reader sees 12 become 13, not 2 become 3."""
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("抓好执法培训工作", "做好普法培训工作", "[-抓好执-][+做好普+]法培训工作"),
        ("抓好全年执法培训工作", "做好全年普法培训工作", "[-抓-][+做+]好全年[-执-][+普+]法培训工作"),
        (  # three characters between two changes of six
            "全年组织开展业务能力培训三场次专家授课辅导，参加人员覆盖各科室。",
            "全年组织开展宪法主题宣誓三场次网络知识竞答，参加人员覆盖各科室。",
            "全年组织开展[-业务能力培训三场次专家授课辅导-][+宪法主题宣誓三场次网络知识竞答+]，参加人员覆盖各科室。",
        ),
        (  # between one of six and one of two
            "全年组织开展业务能力培训三场次专家，参加人员覆盖各科室。",
            "全年组织开展宪法主题宣誓三场次网络，参加人员覆盖各科室。",
            "全年组织开展[-业务能力培训-][+宪法主题宣誓+]三场次[-专家-][+网络+]，参加人员覆盖各科室。",
        ),
        (
            "全年组织开展业务三场次专家授课辅导，参加人员覆盖各科室。",
            "全年组织开展宪法三场次网络知识竞答，参加人员覆盖各科室。",
            "全年组织开展[-业务-][+宪法+]三场次[-专家授课辅导-][+网络知识竞答+]，参加人员覆盖各科室。",
        ),
        (  # two of five
            "全年组织开展业务能力训三场次专家授课辅，参加人员覆盖各科室。",
            "全年组织开展宪法主题誓三场次网络知识竞，参加人员覆盖各科室。",
            "全年组织开展[-业务能力训-][+宪法主题誓+]三场次[-专家授课辅-][+网络知识竞+]，参加人员覆盖各科室。",
        ),
    ],
)
def test_scraps_between_changes_are_part_of_them(old: str, new: str, expected: str) -> None:
    """Up to two characters, or half of what changes on both sides."""
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("规范决策。加强执法。", "加强执法。", "[-规范决策。-]加强执法。"),
        ("加强执法。", "加强执法。规范决策。", "加强执法。[+规范决策。+]"),
        ("甲；乙；丙", "甲；丙", "甲；[-乙；-]丙"),
        ("单元甲｜单元乙", "单元甲｜单元丙", "单元甲｜单元[-乙-][+丙+]"),
        ("规范执法。", "规范执法！", "规范执法[-。-][+！+]"),
    ],
)
def test_sentences_are_compared_with_their_own_counterparts(old: str, new: str, expected: str) -> None:
    """So that one put in does not smear over the next."""
    assert told(old, new) == expected


def test_what_is_hardly_alike_in_order_is_not_taken_to_pieces() -> None:
    """Even if its words are the same: seven of twenty characters in order are enough, 0.35, and six are not."""
    same, one, two = "甲乙丙丁戊己庚", "子丑寅卯辰巳", "午未申酉戌亥"
    old, new = f"{same}{one}{two}天", f"天{two}{one}{same}"
    assert told(old, new) == f"[+天{two}{one}+]{same}[-{one}{two}天-]"
    assert told(old, new.replace("庚", "地")) == f"[-{old}-][+天{two}{one}甲乙丙丁戊己地+]"
    assert (
        told("甲乙丙丁子丑寅卯辰巳午未", "甲乙丙丁午未辰巳寅卯子丑")
        == "甲乙丙丁[-子丑寅卯辰巳午未-][+午未辰巳寅卯子丑+]"
    )
    forth, back = "甲乙丙子丑寅卯辰巳午未申酉戌亥", "甲乙丙戌亥申酉午未辰巳寅卯子丑"
    assert told(forth, back) == f"[-{forth}-][+{back}+]"  # five of fifteen


def test_a_long_sentence_is_compared_as_a_short_one() -> None:
    """What is often there in it is no noise."""
    assert told("规范执法，" * 50 + "甲", "规范执法，" * 50 + "乙") == "规范执法，" * 50 + "[-甲-][+乙+]"


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_both_texts_can_be_had_back(old: str, new: str) -> None:
    """Kept and removed are the old one, kept and added the new one."""
    found = segments(old, new)
    assert "".join(text for mark, text in found if mark != ADDED) == old
    assert "".join(text for mark, text in found if mark != REMOVED) == new


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_neighbours_differ_and_what_went_stands_first(old: str, new: str) -> None:
    """No segment is empty, none is followed by one of its own mark, and nothing goes behind what has come."""
    found = segments(old, new)
    assert all(text for _, text in found)
    assert not {(KEPT, KEPT), (REMOVED, REMOVED), (ADDED, ADDED), (ADDED, REMOVED)} & {
        (one.mark, next_.mark) for one, next_ in pairwise(found)
    }
