"""Attachments: those that the text names are listed, those that are listed have a content, their names no 《》."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _attachments

ONE = "attachments: [{title: 数据表, text: 见正文。}]\n"
TWO = "attachments: [{title: 数据表, text: 见正文。}, {title: 清单, text: 见正文。}]\n"


@pytest.mark.parametrize(
    ("sentence", "keys", "wrong"),
    [
        ("具体数据见附件1。", "", ["附件1"]),
        ("具体数据详见附件。", "", ["附件"]),
        ("明细见附表。", "", ["附表"]),
        ("作出处罚（附件一）。", "", ["附件一"]),
        ("见附件1、附件3。", TWO, ["附件1、附件3"]),
        ("见附件1—3。", TWO, ["附件1—3"]),
        ("见附件十一。", TWO, ["附件十一"]),
        ("见附件二十。", TWO, ["附件二十"]),
        ("数据表附后，清单后附。", "", ["附后", "后附"]),
        ("附件：数据表。", "", ["附件"]),
        ("见附件1和2。", TWO, []),
        ("见附件1，另有2名执法人员参加。", ONE, []),
        ("具体数据见附件。", ONE, []),
        ("明细见附表。", ONE, []),
        ("落实《裁量办法》附件1、国办发〔2018〕118号文件附件2、通知所附附件3。", "", []),
        ("按照《附件1填报说明》填报，核对附件材料。", "", []),
        ("网上申请可以上传附件10件。", "", []),
    ],
)
def test_an_attachment_that_is_named_is_listed(sentence: str, keys: str, wrong: list[str]) -> None:
    """One of another document is not asked for."""
    assert marked(_attachments.attachments_exist, sentence, keys) == wrong


def test_what_is_there_is_said() -> None:
    """So that the reader can choose."""
    rule = _attachments.attachments_exist
    none = "在 attachments 里写上附件的名称和内容；没有附件的，把这里改掉"
    some = "改成附件1—2里的一个，或者在 attachments 里补上"
    assert found(rule, "lead: 见附件1。") == [Found("W624", "lead", "附件1", none)]
    assert found(rule, f"{TWO}lead: 见附件3。") == [Found("W624", "lead", "附件3", some)]
    assert found(rule, "attachments: [{title: 数据表, text: 见附件2。}]") == []  # its own parts
    assert found(rule, "measures: [{text: 明细见附表。, table: {header: [甲], rows: [[1]]}}]") == []


def test_an_attachment_has_a_content() -> None:
    """A text, a table, items or charts."""
    chart = "{title: 走势, charts: [{title: 立案, figures: 立案}]}"
    table = "{title: 数据表, table: {header: [甲], rows: [[1]]}}"
    keys = f"figures: {{立案: 3起}}\nattachments: [数据表, {{title: 清单, text: 甲。}}, {chart}, {table}]"
    mend = "写上 text、table 或 charts；另外装订的，可以不再提示，写法见 ecoreport explain H625"
    assert found(_attachments.attachments_have_a_content, keys) == [Found("H625", "attachments[1]", help=mend)]


def test_the_name_of_an_attachment_stands_in_no_title_marks() -> None:
    """As a whole; a title in it is one."""
    keys = "attachments: [《数据表》, 《办法》修订对照表, 《办法》《细则》]"
    assert found(_attachments.names_without_title_marks, keys) == [
        Found("H572", "attachments[1].title", "《数据表》", "写成“数据表”", "数据表")
    ]
    assert found(_attachments.names_without_title_marks, "title: 《2024年情况报告》") == [
        Found("H572", "title", "《2024年情况报告》", "写成“2024年情况报告”", "2024年情况报告")
    ]


def test_attachments_are_told_apart_by_their_names() -> None:
    """Which are not those of files."""
    keys = "attachments: [数据表, 清单.DOCX, 数据表]"
    assert found(_attachments.names_tell_attachments_apart, keys) == [
        Found("W632", "attachments[2].title", ".DOCX", "写成“清单”"),
        Found("W632", "attachments[3].title", "数据表", "改成各自的名称，或者删掉一个"),
    ]
