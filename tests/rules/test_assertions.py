"""A 核对式 is silent where it holds, and otherwise says what its figures are or how it should be written."""

import pytest
from support.contexts import Found, found

from ecoreport.rules._assertions import all_hold

FIGURES = "figures: {立案: 92起, 听证: 3起, 罚款: 1.5万元, 许可: 不适用, 待办: 待填, 待办件: 3件}\n"
SYNTAX = "用指标名称和 + - × ÷ == != < <= > >= 写，例如 处罚决定 <= 立案"


@pytest.mark.parametrize(
    "assertion",
    ["立案 > 听证", "立案 == 92", "立案 - 听证 >= 89", "罚款 == 15000", "听证 != 立案", "待办 > 5", "待办 == 待办 + 1"],
)
def test_what_holds_or_is_still_open_is_silent(assertion: str) -> None:
    """万 is multiplied out; a figure that is 待填 is told of elsewhere."""
    assert found(all_hold, f"{FIGURES}assertions: [{assertion}]") == []


@pytest.mark.parametrize(
    ("assertion", "told"),
    [
        ("立案 < 听证", ("E208", "", "现在 立案是92，听证是3")),
        ("听证 * 30 == 立案", ("E208", "", "现在 听证是3，立案是92")),
        ("罚款 > 15000", ("E208", "", "现在 罚款是15000")),
        ("许可 > 1", ("E209", "许可", "")),
        ("立安 > 1", ("E204", "立安", "是不是“立案”？")),
        ("结案 > 1", ("E204", "结案", "是不是“立案”？")),
        ("复议 > 1", ("E204", "复议", "在 figures 里加上它，或者改成已有的名称")),
        ("待办件 > 5", ("E208", "", "现在 待办件是3")),  # not the open one
        ("立案", ("E209", "立案", SYNTAX)),
        ("立案 + 听证", ("E209", "立案 + 听证", SYNTAX)),
        ("立案 ＞ 听证", ("E209", "立案 ＞ 听证", "“＞”要用半角符号：+ - × ÷ == < > <= >= !=")),
        ("立案 => 听证", ("E209", "=", "写成 >=")),
        ("立案 = 听证", ("E209", "=", "等于写成 ==")),
        ("立案 >", ("E209", ">", "这里要写指标名称或者数")),
        ("立案 > 1 and 听证 > 1", ("E209", "and", "分开来写；核对式分成几条")),
        ("‘立案’ > 1", ("E209", "‘", "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号")),
    ],
)
def test_what_does_not_hold_or_cannot_be_computed_is_found(assertion: str, told: tuple[str, str, str]) -> None:
    """With the values in the order written, the word that is at fault, or the sign that was meant."""
    code, typed, help_ = told
    keys = f"{FIGURES}assertions: [{assertion!r}]"
    assert found(all_hold, keys) == [Found(code, "assertions[1]", typed, help_)]


def test_each_assertion_is_looked_at() -> None:
    """One that is wrong hides no other."""
    keys = f"{FIGURES}assertions: [立案 < 听证, 立案 > 听证, 立安 > 1]"
    assert [(one.code, one.path) for one in found(all_hold, keys)] == [
        ("E208", "assertions[1]"),
        ("E204", "assertions[3]"),
    ]
    assert found(all_hold, FIGURES) == []
