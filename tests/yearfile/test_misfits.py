"""What the model finds wrong: one finding a fault, where the clerk can see it, with the mend most likely meant."""

from typing import Any

import pytest
from pydantic import ValidationError

from ecoreport.problems.diagnostic import Finding
from ecoreport.yearfile._misfits import misfits
from ecoreport.yearfile._tree import Source, compose
from ecoreport.yearfile.model import Figure, Frozen, Report

SOUND = {"year": 2024, "issuer": "示例区生态环境局"}
MARGIN = "这一行从行首写起，前面不留空格"


def _found(data: dict[str, Any], name: str = "data/2024.yaml", model: type[Frozen] = Report) -> list[Finding]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return list(misfits(caught.value, model, compose(Source(name, "year: 2024\n"))))


@pytest.mark.parametrize(
    ("key", "value", "message", "mend"),
    [
        ("leed", "甲。", "没有“leed”这一项", "是不是“lead”？"),
        ("签发", "甲", "没有“签发”这一项", "写成 signer"),
        ("行政处罚", "5起", "没有“行政处罚”这一项", "是指标，就移到 figures 下面，这一行开头留 2 个空格"),
        ("已核对，见台账", "甲", "没有“已核对，见台账”这一项", "是说明，就在前面加上“# ”：写成 # 已核对，见台账"),
        ("problem", "甲", "“problem”不能写在这里", "它属于哪一条，就与那一条的其他键对齐"),
        ("甲", "乙", "没有“甲”这一项", ""),
    ],
)
def test_a_key_that_is_none_is_told_as_what_it_was_meant_for(key: str, value: str, message: str, mend: str) -> None:
    """A misspelt one, one in Chinese, a figure, a comment, a key of an item; or nothing that is plain."""
    instead = mend.removeprefix("写成 ") if mend.startswith("写成 ") else ""
    assert _found({**SOUND, key: value}) == [Finding("E201", message, (key,), on_key=True, help=mend, instead=instead)]


def test_a_key_of_the_outermost_level_inside_an_item_belongs_to_the_margin() -> None:
    """In the figures it is no figure, whatever the model finds wrong with its value."""
    path, mend = ("measures", "items", 0, "lead"), f"它属于文件的最外层，{MARGIN}"
    assert _found({**SOUND, "measures": ({"title": "甲", "lead": "乙"},)}) == [
        Finding("E201", "“lead”不能写在这里", path, on_key=True, help=mend)
    ]
    assert _found({**SOUND, "figures": {"lead": "甲。"}}) == [
        Finding("E134", "这个键属于文件的最外层", ("figures", "lead"), on_key=True, help=MARGIN)
    ]


@pytest.mark.parametrize("key", ["yaer", "报告年度"])
def test_a_misspelt_key_that_explains_a_missing_one_is_told_once(key: str) -> None:
    """Not as missing as well."""
    [finding] = _found({key: 2024, "issuer": "示例区生态环境局"})
    assert (finding.code, finding.path) == ("E201", (key,))


def test_it_explains_what_is_missing_beside_it_and_no_more() -> None:
    """The same key is missing one item further on."""
    first, second = _found({**SOUND, "attachments": ({"tilte": "清单"}, {"text": "甲。"})})
    assert (first.code, first.path, first.help) == ("E201", ("attachments", 0, "tilte"), "是不是“title”？")
    assert (second.code, second.path) == ("E202", ("attachments", 1))


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("data/2024.yaml", "写上 year: 2024"),
        ("2024.yaml", "写上 year: 2024"),
        ("data/draft.yaml", "写上 year，例如 year: 2023"),
        ("data/2024.yml", "写上 year，例如 year: 2023"),
    ],
)
def test_a_missing_year_is_the_one_that_the_file_is_called_after(name: str, mend: str) -> None:
    """An example stands in where it is called after none."""
    found = _found({"issuer": "示例区生态环境局"}, name)
    assert found == [Finding("E202", "缺少必填项“year”", (), on_key=True, help=mend)]


def test_what_is_missing_below_is_told_at_what_lacks_it() -> None:
    """With an example where the field has one, else with what it is called; in the file's order of keys."""
    data = {**SOUND, "sections": ({"kind": "other"},), "attachments": ({"title": "甲", "table": {"rows": (("乙",),)}},)}
    assert _found(data) == [
        Finding("E202", "缺少必填项“title”", ("sections", 0, "other"), on_key=True, help="写上 title（标题）"),
        Finding("E202", "缺少必填项“header”", ("attachments", 0, "table"), on_key=True, help="写上 header（表头）"),
    ]
    assert _found({"year": 2024}) == [
        Finding("E202", "缺少必填项“issuer”", (), on_key=True, help="写上 issuer，例如 issuer: 示例区生态环境局")
    ]


def test_of_a_figure_its_name_is_what_the_clerk_knows() -> None:
    """Its value without braces has no key of its own; a fault of the name is at the name."""
    value, name = _found({**SOUND, "figures": {"立案": None, "结 案": "3起"}})
    mend = "填上内容，或者删掉这一行"
    assert value == Finding("E211", "“立案”后面没有内容", ("figures", "立案", "value"), help=mend)
    message, mend = "指标的名称“结 案”里不能有空格", "写成 结案，正文里也这样写"
    assert name == Finding("E203", message, ("figures", "结 案"), on_key=True, help=mend)


def test_a_row_and_a_kind_are_told_at_themselves() -> None:
    """Not at the table, and not at the part."""
    table = {"header": ("甲", "乙"), "rows": (("丙", "丁"), ("戊",))}
    [row] = _found({**SOUND, "attachments": ({"title": "附件", "table": table},)})
    assert (row.path, row.message) == (("attachments", 0, "table", "rows", 1), "这一行有 1 格，表头有 2 格")
    [kind] = _found({**SOUND, "sections": ({"kind": "mesures"},)})
    assert (kind.path, kind.help) == (("sections", 0, "kind"), "是不是“measures”？")


def test_another_model_than_the_report_has_its_own_keys() -> None:
    """Nothing of a report's parts or figures is told of there."""
    assert _found({"value": "3起", "行政处罚": "5起"}, model=Figure) == [
        Finding("E201", "没有“行政处罚”这一项", ("行政处罚",), on_key=True)
    ]
    [finding] = _found({"value": "三起"}, model=Figure)
    assert (finding.code, finding.path) == ("E211", ("value",))


@pytest.mark.parametrize(
    ("key", "value", "message", "mend"),
    [
        ("copy_number", "1", "份号要写成6位数字", '写成 "000001"'),
        ("secrecy", "机密*1年", "密级和保密期限的写法不对", "写成 机密★1年"),
        ("urgency", "紧急", "“urgency”只能填 特急、加急", ""),
        ("signer", "张三、李四", "几个人的姓名写在一起了", "写成列表 [张三, 李四]"),
    ],
)
def test_what_the_head_cannot_print_is_told_with_what_was_meant(key: str, value: str, message: str, mend: str) -> None:
    """7.2.1 to 7.2.6."""
    [finding] = _found({**SOUND, key: value})
    assert (finding.code, finding.message, finding.path[0], finding.help) == ("E203", message, key, mend)
