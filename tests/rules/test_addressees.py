"""主送机关 and 抄送机关: without marks of their own, each once, none of them the issuer."""

import pytest
from support.contexts import Found, found

from ecoreport.rules import _addressees


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("addressees: [区委：, '区政府: ']", [("[1]", "：", "区委"), ("[2]", ":", "区政府 ")]),
        ("addressees: 区委、区政府：", [("[1]", "：", "区委、区政府")]),
        ("addressees: [区委、, 区政府]", [("[1]", "、", "区委")]),
        ("addressees: [区委、区政府, 区委依法治区办]", []),
    ],
)
def test_marks_that_the_program_prints_are_not_typed(keys: str, expected: list[tuple[str, str, str]]) -> None:
    """The mend takes them away, and nothing else."""
    told = found(_addressees.organs_without_marks, keys)
    assert [(one.path, one.typed, one.mended) for one in told] == [(f"addressees{at}", *rest) for at, *rest in expected]


def test_the_mend_of_a_mark_says_what_is_right() -> None:
    """As it is to be typed, and why."""
    assert found(_addressees.organs_without_marks, "cc: [区司法局。]") == [
        Found("W571", "cc[1]", "。", "写成“区司法局”；机关之间的逗号、末尾的句号由程序加", "区司法局")
    ]


@pytest.mark.parametrize(
    ("keys", "path", "mend"),
    [
        ("addressees: ['主送：区委']", "addressees[1]", "写成“区委”；“主送”由程序印在版记里"),
        ("cc: ['抄送：区司法局']", "cc[1]", "写成“区司法局”；“抄送”由程序印在版记里"),
        ("addressees: [尊敬的区委]", "addressees[1]", "只写机关的名称"),
        ("addressees: [区委 区政府]", "addressees[1]", "写成列表 [区委, 区政府]"),
        ("addressees: '区委,区政府'", "addressees[1]", "写成列表 [区委, 区政府]"),
        ("addressees: [区委、区政府]", "", ""),
        ("addressees: ['各镇人民政府，县直各部门']", "", ""),  # of two kinds
    ],
)
def test_an_entry_is_the_name_of_an_organ(keys: str, path: str, mend: str) -> None:
    """Nothing before it, and not several run together."""
    told = [one._replace(typed="") for one in found(_addressees.organs_without_marks, keys)]
    assert told == [Found("W571", path, help=mend)] * bool(path)


TWICE, SELF = "删掉一个", "改成报告送给的机关，如 区委、区政府；没有抬头的，删掉 addressees"


@pytest.mark.parametrize(
    ("keys", "path", "mend"),
    [
        ("addressees: [区委, 区委, 区政府]", "addressees[2]", TWICE),
        ("addressees: [区委、区政府, 区委]", "addressees[2]", TWICE),
        ("addressees: [区政府, 示例区人民政府]", "addressees[2]", "“区政府”和“示例区人民政府”是一个机关，删掉一个"),
        ("cc: [区司法局, 区司法局]", "cc[2]", TWICE),
        ("addressees: [示例区生态环境局]", "addressees[1]", SELF),
        ("addressees: [区委, 区生态环境局]", "addressees[2]", SELF),
        ("addressees: 本局", "addressees[1]", SELF),
        ("addressees: [区委, 市生态环境局]", "", ""),
        ("addressees: [区委, 区政府, 区委依法治区办]", "", ""),
        ("issuer: 示例市生态环境局示例分局\naddressees: [示例市生态环境局]", "", ""),
        ("issuer: 示例区教育局 示例区司法局\naddressees: [区司法局]", "addressees[1]", SELF),
    ],
)
def test_each_organ_stands_once_and_none_writes_to_itself(keys: str, path: str, mend: str) -> None:
    """Also under its short name."""
    assert found(_addressees.each_organ_once, keys) == [Found("W577", path, help=mend)] * bool(path)


@pytest.mark.parametrize(
    ("cc", "wrong"),
    [
        ("[区委, 区司法局]", ["[1]"]),
        ("[区司法局, 示例区人民政府]", ["[2]"]),
        ("[示例区生态环境局, 区司法局]", ["[1]"]),
        ("[区委办公室, 市生态环境局]", []),
    ],
)
def test_copies_go_to_others(cc: str, wrong: list[str]) -> None:
    """Who is addressed has it, and so has the issuer."""
    told = found(_addressees.copies_go_to_others, f"addressees: [区委, 区政府]\ncc: {cc}")
    assert told == [Found("H578", f"cc{at}", help="抄送里删掉它") for at in wrong]


def test_a_report_is_addressed_to_somebody() -> None:
    """The hint says how a published one switches it off."""
    for keys in ("lead: 甲。", "addressees: []"):
        [told] = found(_addressees.addressed_to_somebody, keys)
        assert (told.code, told.path) == ("H623", "addressees:")
        assert "{code: H623, reason: 公开稿没有抬头}" in told.help
    assert found(_addressees.addressed_to_somebody, "addressees: 待填") == []
