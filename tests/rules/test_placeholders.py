"""Signs that hold a place in a draft, and marks of another program's."""

import pytest
from support.contexts import found, told_of

from ecoreport.rules._placeholders import raw_marks, tabs


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("查处××件。", "××"),
        ("查处XX件。", "XX"),
        ("查处*件。", "*"),
        ("查处***。", "***"),
        ("内容TODO。", "TODO"),
        ("内容待补充。", "待补充"),
        ("时间待定。", "待定"),
        ("印发〇〇办法。", "〇〇"),
        ("印发《××办法》。", "××"),
        ("x镇按照计划开展。", "x"),
        ("召开会议X次。", "X"),
        ("共有x名人员持证。", "x"),
        ("完成N项任务。", "N"),
        ("召开会议___次。", "___"),
        ("联系人[姓名]。", "[姓名]"),
        ("共［此处填写数据］。", "［此处填写数据］"),
        ("立案（待核实）起。", "（待核实）"),
        ("某某局牵头。", "某某"),
        ("配合*区检查。", "*"),
        ("○县牵头。", "○"),
        ("202X年办结。", "X"),
        ("落实《》。", "《》"),
        ("查处（　）件。", "（　）"),
        ("联系【电话】。", "【电话】"),
        ("某某同志牵头。", "某某"),
    ],
)
def test_a_sign_that_holds_a_place_is_found(text: str, typed: str) -> None:
    """Also in the title of a document."""
    assert told_of(text) == [("E522", typed, "填上内容")]


@pytest.mark.parametrize(
    "text",
    [
        "5×3，3X，AXXB，2*3，〇二四，O2O，10×20厘米。",
        "N95口罩，X光，X射线，“1+N”体系，某企业，张某某，对某公司立案。",
        "短板亟待补充，对待定点医院，等待核查组，配套政策尚待完善，有待核实。",
        "张某某处以罚款，李某某所有，某某公司违法，赵某某局长，某某市场。",
        "有关部门（单位）、作者姓名（名称），“N个1”机制，1+N项制度。",
        "（含撤销），（单位：件），【典型案例】。",
    ],
)
def test_what_is_written_so_is_silent(text: str) -> None:
    """Numbers, names and other words of the same characters."""
    assert told_of(text) == []


@pytest.mark.parametrize(
    ("mark", "help_"),
    [("#", "是注释就移到“lead:”那一行的上面；不要就删掉“#”"), ("-", "分条的，写成 items；不要就删掉“-”")],
)
def test_a_mark_at_the_beginning_of_a_line_is_told_of(mark: str, help_: str) -> None:
    """It would be printed; inside a line, and before a digit, it is a sign of the text."""
    [one] = found(raw_marks, f"lead: |\n  依法行政。\n  {mark} 核对。\n")
    assert (one.code, one.typed, one.help) == ("W538", mark, help_)
    assert found(raw_marks, f"lead: |\n  依法行政 {mark} 核对。\n  {mark}1号。\n") == []


@pytest.mark.parametrize("mark", ["*", ">", "•", "<!--", "```", "##"])
def test_marks_of_other_programs_are_told_of(mark: str) -> None:
    """Lists, quotations, comments, code; words between two signs of number are the name of a campaign."""
    [one] = found(raw_marks, f"lead: |\n  依法行政。\n  {mark} 核对。\n")
    assert (one.code, one.typed) == ("W538", mark)
    assert found(raw_marks, "lead: |\n  依法行政。\n  #普法行动#开展。\n  >95%。\n") == []


def test_stars_around_words_are_told_of() -> None:
    """They make no word bold; a single one, and three that hold a place, are something else."""
    [one] = found(raw_marks, "lead: |\n  **依法**行政。\n")
    assert (one.code, one.typed) == ("W538", "**")
    assert found(raw_marks, "lead: |\n  2*3，***，**。\n") == []


@pytest.mark.parametrize("mark", ["1.", "（1）", "(2)", "①"])
def test_a_number_at_the_beginning_of_a_text_is_told_of(mark: str) -> None:
    """The program writes it; a decimal number is none."""
    assert [code for code, _, _ in told_of(f"{mark}落实制度。") if code != "E502"] == ["W539"]
    assert told_of("1.5万人参加。") == []


def test_a_tab_inside_a_text_is_told_of() -> None:
    """And mended."""
    [one] = found(tabs, 'lead: "全年\\t依法行政。"')
    assert (one.code, one.mended) == ("E540", "全年依法行政。")
