"""What a web page puts around a report: set aside before the first sentence and behind the last, and nowhere else."""

import pytest

from ecoreport.importing._furniture import set_aside
from ecoreport.importing._pieces import Grid, Line, Piece

TEXT = "全年立案3起。"


def around(before: str, behind: str) -> tuple[list[str], tuple[str, ...]]:
    """The lines kept and those set aside of a sentence with one line before it and one behind it."""
    kept, aside = set_aside([Line(before), Line(TEXT), Line(behind)])
    return [piece.text for piece in kept], aside


def test_nothing_is_set_aside_of_nothing() -> None:
    """And nothing of a document that holds no more than a title."""
    assert set_aside([]) == ((), ())
    assert set_aside([Line("法治政府建设情况报告")]) == ((Line("法治政府建设情况报告"),), ())


@pytest.mark.parametrize(
    "line",
    [
        "来源：示例区生态环境局",
        "发布日期: 2025-01-20",
        "　浏览次数：120　",
        "索引号：示环〔2025〕1号",
        "分享到：微信",
        "主办单位：示例区生态环境局",
        "今天是2025年1月20日 星期一",
        "首页 > 政务公开 > 法治政府",
        "【打印本页】【关闭窗口】",
        "字体：大 中 小",
        "上一篇：没有了",
        "相关附件",
        "版权所有 示例区人民政府",
        "京ICP备12345678号-1",
        "————————",
    ],
)
def test_a_pages_line_is_set_aside_on_either_side(line: str) -> None:
    """Labels with a colon, buttons, paths, foot lines, rules; without the blanks around them."""
    assert around(line, line) == ([TEXT], (line.strip(), line.strip()))


@pytest.mark.parametrize(
    "line",
    ["法治政府建设情况报告", "来源可查", "时间紧、任务重", "大事记", "附件：清单", "来源：" + "甲" * 98, "作者：甲。"],
)
def test_a_line_of_the_report_stays(line: str) -> None:
    """No colon, more than a button's words, a sentence, or too long: it may be the report's own."""
    assert around(line, line) == ([line, TEXT, line], ())


def test_the_title_is_no_first_sentence() -> None:
    """What a page puts between it and the text is set aside too."""
    kept, aside = set_aside([Line("法治政府建设情况报告"), Line("来源：示例网"), Line(TEXT)])
    assert (kept, aside) == ((Line("法治政府建设情况报告"), Line(TEXT)), ("来源：示例网",))


def test_a_hundred_characters_are_the_most() -> None:
    """The limit itself is still set aside."""
    line = "来源：" + "甲" * 97
    assert around(line, "完") == ([TEXT, "完"], (line,))


def test_between_two_sentences_everything_stays() -> None:
    """「时间：3月」 in the middle is the report's; a sentence that is a page's line begins no report."""
    body = [Line(TEXT), Line("时间：3月"), Line(TEXT)]
    assert set_aside(body) == (tuple(body), ())
    assert set_aside([Line("版权所有，转载请注明。"), Line(TEXT)]) == ((Line("版权所有，转载请注明。"), Line(TEXT)), ())


def test_behind_an_attachments_mark_only_the_sites_own_lines_go() -> None:
    """「时间：…」 there may be the attachment's."""
    body = [Line(TEXT), Line("附 件"), Line("时间：3月"), Line("打印 关闭"), Line("示ICP备1号")]
    assert set_aside(body) == (tuple(body[:3]), ("打印 关闭", "示ICP备1号"))


@pytest.mark.parametrize("piece", [Grid((("来源：示例网",),)), Line("来源：示例网", 0, "body")])
def test_tables_and_what_has_a_kind_stay(piece: Piece) -> None:
    """They come from no web page."""
    assert set_aside([piece, Line(TEXT)]) == ((piece, Line(TEXT)), ())
