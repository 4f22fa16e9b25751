"""Names of organs: their level, whether two are one, which stands above."""

import pytest

from ecoreport.rules._organs import Known, is_above, is_below, level, names, same


def test_the_organs_on_lines() -> None:
    """One by one, without the marks around them."""
    assert names(("区委、区政府：", " 市教育局；", "：")) == ("区委", "区政府", "市教育局")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("国务院", 5),
        ("司法部", 5),
        ("国家税务总局示例市税务局", 3),
        ("省市场监督管理局", 4),
        ("示例自治区司法厅", 4),
        ("示例市市场监督管理局", 3),
        ("盟委", 3),
        ("自治州政府", 3),
        ("区城市管理局", 2),
        ("示例市生态环境局示例区分局", 2),
        ("示例旗生态环境局", 2),
        ("示例镇人民政府", 1),
        ("街道办事处", 1),
        ("行署", 0),
    ],
)
def test_the_level_of_an_organ(name: str, expected: int) -> None:
    """From the last sign of a level in its name, what it deals with left out."""
    assert level(name) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("区委", "区委", True),
        ("区委", "示例区委", True),
        ("区委", "中共示例区委员会", True),
        ("区政府", "示例区人民政府", True),
        ("示例区教育局", "样例市示例区教育局", True),
        ("区政府", "自治区政府", False),
        ("市委", "区委", False),
        ("示例区司法局", "样例区司法局", False),
        ("区委", "区委办公室", False),
        ("市生态环境局", "示例市生态环境局示例分局", False),
        ("县委", "市县委", False),
        ("教育局", "示例区教育局", False),
    ],
)
def test_two_names_of_one_organ(one: str, other: str, *, expected: bool) -> None:
    """The short one is the long one without the name of the place."""
    assert same(one, other) is expected
    assert same(other, one) is expected


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("区委", "示例区教育局"),
        ("市教育局", "示例区教育局"),
        ("省厅", "示例市生态环境局"),
        ("县政府", "示例镇人民政府"),
        ("县委", "示例县人民政府"),
        ("县委全面依法治县委员会办公室", "示例县教育局"),
        ("区委依法治区办", "示例区教育局"),
        ("行署", "示例旗教育局"),
        ("管委会", "示例开发区应急局"),
        ("街道党工委", "示例街道综合执法队"),
        ("教育部", "示例省教育厅"),
        ("市政府", "国家税务总局示例市税务局"),
    ],
)
def test_an_organ_above(name: str, own: str) -> None:
    """党委 and 政府 of its own level, or an organ of a higher one."""
    assert is_above(name, own)
    assert not is_below(name, own)


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("区司法局", "示例区教育局"),
        ("示例区发展和改革委员会", "示例区教育局"),
        ("区政府办公室", "示例区教育局"),
        ("区委组织部", "示例区教育局"),
        ("市政府", "示例市人民政府"),
        ("各镇人民政府", "示例县教育局"),
        ("局属各单位", "示例区教育局"),
        ("区政府", "示例市教育局"),
        ("总队", "示例支队"),
    ],
)
def test_an_organ_beside_or_below(name: str, own: str) -> None:
    """Neither is reported up to."""
    assert not is_above(name, own)


def test_an_organ_is_found_again_under_any_name() -> None:
    """The longer by the shorter and the other way round; the first that is the same, not one that only ends so."""
    known = Known(["自治区政府", "示例区人民政府", "区委"])
    assert [known.find(name) for name in ("区政府", "示例区政府", "中共示例区委", "区委办", "府")] == [
        "示例区人民政府",
        "示例区人民政府",
        "区委",
        "",
        "",
    ]
    known.add("区委办")
    assert known.find("示例区委办") == "区委办"
