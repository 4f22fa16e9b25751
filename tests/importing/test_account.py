"""The account of an import: its sum is what the document shows, and every line has its reasons."""

import json

from ecoreport.importing.account import Account, Line, Place

FIGURES = (
    Place("立案", "3起", "立案3起。"),
    Place("罚款", "5万元", "罚款5万元。"),
    Place("立案", "3起", "3起案件。"),
)
ACCOUNT = Account(
    source=1200, imported=1198, figures=FIGURES, furniture=("来源：示例网",), apart=("页眉：内部 资料",),
    changed=(("(一)", "（一）"), ("(一)", "（一）")), unplaced=("平急",), doubts=("疑",), notes=("注",),
    supplied="标题", missing="少了", added="多", lines=(Line("学法。", "段落", (("段落", 1.0), ("空", 0.0))),),
)  # fmt: skip


def test_the_sum_is_what_the_page_shows() -> None:
    """Text, furniture and what stands apart, without white space and the words for where it stands."""
    assert ACCOUNT.on_the_page == 1200 + 6 + 4
    told = "导入1,210字：正文1,198，少了2，网页文字6未导入，页眉页脚和注4未导入；指标2个，没有归类2字"
    assert ACCOUNT.brief() == told


def test_the_long_account_has_it_all() -> None:
    """What is left out word for word, what is written anew once, what each line was taken for and why."""
    text = ACCOUNT.text()
    for said in ("没有导入：来源：示例网", "没有导入：页眉：内部 资料", "没有归类，写在文件开头：平急", "疑", "注"):
        assert f"{said}\n" in text
    for said in ("补上的标题：标题", "生成的报告里少了：少了", "生成的报告里多了：多", "段落\t学法。\t段落+1.0"):
        assert f"{said}\n" in text
    for told in ("立案\t3起\t立案3起。", "罚款\t5万元\t罚款5万元。", "立案\t3起\t3起案件。"):
        assert f"{told}\n" in text
    assert json.loads(ACCOUNT.json())["figures"][1] == {"name": "罚款", "value": "5万元", "sentence": "罚款5万元。"}
    assert text.count("(一) → （一）") == 1
    assert json.loads(ACCOUNT.json())["lines"] == [["学法。", "段落", [["段落", 1.0], ["空", 0.0]]]]
