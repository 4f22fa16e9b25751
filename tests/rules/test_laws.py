"""Laws that are in force, and offices by their present names."""

import pytest
from support.contexts import found, marked

from ecoreport.rules._laws import laws_in_force, offices_by_their_names
from ecoreport.rules._tables import table


@pytest.mark.parametrize("name", [name for name, row in table("laws").rows.items() if "until" in row])
def test_a_law_that_is_repealed_is_told_of(name: str) -> None:
    """From the year on in whose first day it was no more, with what to write instead; not before."""
    row = table("laws").rows[name]
    since = int(row["until"][:4]) + (row["until"][5:] != "01-01")
    for typed in (f"依据《{name}》办理。", f"依据《中华人民共和国{name}》办理。"):
        [one] = found(laws_in_force, f"year: {since}\nlead: {typed}")
        assert one.code == "W652"
        assert row["then"] in one.help
        assert found(laws_in_force, f"year: {since - 1}\nlead: {typed}") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("依据合同法办理。", ["合同法"]),
        ("落实环境噪声污染防治法要求，解读合同法。", ["环境噪声污染防治法", "合同法"]),
        ("对合同法律风险、涉担保法律事务提出意见。", []),
        ("宣传《合同法》《物权法》。", ["《合同法》", "《物权法》"]),
        ("依据《劳动合同法》办理，劳动合同法宣传。", []),
        ("原《环境行政处罚办法》已废止。", []),
        ("《信访条例》废止以后，执行《信访工作条例》。", []),
        ("印发《关于贯彻〈信访条例〉的意见》，《示例省信访条例》。", []),
        ("落实原则，依据《信访条例》办理。", ["《信访条例》"]),
        ("执行《生态环境行政处罚办法》。", []),
    ],
)
def test_a_law_is_known_by_its_whole_name(sentence: str, told: list[str]) -> None:
    """Not as a part of another's; what is said to be of old may be."""
    assert marked(laws_in_force, sentence) == told


def test_a_law_is_not_applied_before_it_is_in_force() -> None:
    """It may be studied."""
    assert marked(laws_in_force, "依据《法治宣传教育法》，学习《行政执法监督条例》。") == ["《法治宣传教育法》"]
    assert marked(laws_in_force, "依据《法治宣传教育法》。", "year: 2025\n") == []


@pytest.mark.parametrize("name", table("offices").rows)
def test_an_office_is_called_as_it_is_now(name: str) -> None:
    """But where the past is spoken of, in the title of a document, and by the office itself."""
    assert marked(offices_by_their_names, f"会同市{name}检查。") == [name]
    assert marked(offices_by_their_names, f"接收原市{name}档案，《市{name}工作规则》。") == []
    assert marked(offices_by_their_names, f"会同市{name}检查。", f"issuer: 示例市{name}\n") == []
    assert marked(offices_by_their_names, f"会同市{name}检查。", "year: 2017\n") == []


def test_a_longer_name_is_another_office() -> None:
    """文化和旅游局, 环保部门."""
    assert marked(offices_by_their_names, "会同文化和旅游局、农业部门、环保部门、生态环保局、局法制办公室检查。") == []
    assert marked(offices_by_their_names, "市环保局前身外，与市工商局联动。") == ["工商局"]
    assert marked(offices_by_their_names, "环境保护局部调整，质监局限于原料，市环保局部署检查。") == ["环保局"]
