"""Plain text and Markdown: bytes in any usual encoding to text, text to paragraphs, headings and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.importing._text import FEWEST_CUT, LEAST_WIDTH, decoded, read_markdown, read_text
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report.markdown import escape, tagged

TEXT = "法治政府建设情况报告"
FOREIGN = "> 引\n\n"  # no report's own Markdown has this


def lines(text: str) -> list[str]:
    """The paragraphs of a plain text."""
    return [piece.text for piece in read_text(text).body]


def foreign(text: str) -> tuple[Piece, ...]:
    """The pieces of Markdown that is not a report's own."""
    return read_markdown(FOREIGN + text).body[1:]


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", None, ""),
        (TEXT.encode(), None, TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), None, TEXT),
        (TEXT.encode("utf-16"), None, TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, TEXT),
        (TEXT.encode("gb18030"), None, TEXT),
        ("政府工作情况".encode("gb18030"), None, "政府工作情况"),
        ("政府報告".encode("big5"), "big5", "政府報告"),
        (("\ufeff" + TEXT).encode("utf-16-le"), "utf-16-le", TEXT),
    ],
    ids=["empty", "utf-8", "mark", "utf-16-le", "utf-16-be", "gb18030", "gb18030-again", "named", "named-with-mark"],
)
def test_bytes_become_text(data: bytes, encoding: str | None, text: str) -> None:
    """By the mark at their beginning, as UTF-8, as GB18030 where that gives a report's words, or as it is asked."""
    assert decoded(data, encoding) == text


@pytest.mark.parametrize(
    "typed", ["政府報告".encode("big5"), "天气晴".encode("gb18030"), b"\xff\xfe\0", "报告\0".encode("gbk")]
)
def test_bytes_that_give_no_text_are_told(typed: bytes) -> None:
    """Another encoding, no word of a report, half a character, a zero: no rubbish for somebody to find later."""
    with pytest.raises(Unreadable) as caught:
        decoded(typed)
    assert (str(caught.value), caught.value.help) == ("认不出文字的编码", "用 --encoding 写明，例如 --encoding big5")


@pytest.mark.parametrize("encoding", ["ascii", "没有"])
def test_an_encoding_that_does_not_fit_is_told(encoding: str) -> None:
    """And one that is none."""
    with pytest.raises(Unreadable) as caught:
        decoded(TEXT.encode(), encoding)
    assert (str(caught.value), caught.value.help) == (
        f"不能按 {encoding} 读出文字",
        "换一个编码，例如 --encoding gb18030",
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Co"], exclude_characters="\0\ufeff")))
def test_a_text_comes_back_from_every_usual_encoding(text: str) -> None:
    """Whatever it says, where it says anything of a report."""
    typed = TEXT + text
    written = typed.encode(), typed.encode("utf-8-sig"), typed.encode("utf-16"), typed.encode("gb18030")
    assert [decoded(data) for data in written[:3]] == [typed] * 3
    assert decoded(written[3], "gb18030") == typed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n \u3000\n"])
def test_each_line_that_is_not_blank_is_a_paragraph(end: str) -> None:
    """Whatever ends it; the blanks before it stay for whoever asks."""
    assert lines(f"{end}　　甲。{end}乙{end}") == ["　　甲。", "乙"]
    assert read_text("") == Pieces(())


@pytest.mark.parametrize(
    ("width", "count", "joined"),
    [(LEAST_WIDTH, FEWEST_CUT, True), (LEAST_WIDTH - 1, FEWEST_CUT, False), (LEAST_WIDTH, FEWEST_CUT - 1, False)],
)
def test_lines_broken_at_a_width_are_joined(width: int, count: int, joined: bool) -> None:  # noqa: FBT001 - a table
    """From so many characters and so many such lines on; below that each stays what it was."""
    typed = [*["法" * width] * count, "完。"]
    assert lines("\n".join(typed)) == (["".join(typed)] if joined else typed)


def test_a_joined_line_ends_where_a_paragraph_does() -> None:
    """At a short line, before an indent and before a number; at an end mark, in the middle of a line or not."""
    full = "法" * 20
    typed = [full, full, full[2:], full[3:], full, "　　甲", full, "  乙", full, "一、丙", full, "丁"]
    joined = [full * 2 + full[2:] + full[3:], full, "　　甲", full, "  乙", full, "一、丙", full + "丁"]
    assert lines("\n".join(typed)) == joined
    for end in "。：！？；”）":
        assert lines("\n".join([full] * 4 + [full[1:] + end, "戊"])) == [full * 4 + full[1:] + end, "戊"]


def test_a_width_is_that_of_most_long_lines() -> None:
    """More than half of them break off there, and none is longer by more than two characters."""
    full, ended = "法" * 20, "法" * 19 + "。"
    assert len(lines("\n".join([full] * 4 + [ended] * 3))) == 3
    for apart in ([*[ended] * 4, *[full] * 4], [*[full] * 4, "法" * 23]):
        assert lines("\n".join(apart)) == apart
    assert len(lines("\n".join([*[full] * 4, "法" * 22]))) == 1


@pytest.mark.parametrize("indent", ["　　", "    "])
def test_an_indent_belongs_to_the_width(indent: str) -> None:
    """Paragraphs set in by two characters and cut at forty, their last lines short and ended."""
    paragraphs = [f"{indent}{'法' * 70}。"] * 4
    cut = [one[at : at + 40] for one in paragraphs for at in range(0, len(one), 40)]
    assert lines("\n".join(cut)) == paragraphs


def test_letters_may_be_half_as_wide() -> None:
    """Lines cut at a number of columns, in which two digits are as wide as one han."""
    typed = ["法" * 30, f"{'法' * 25}{'1' * 10}", "法" * 30, f"{'法' * 28}2025", "法" * 20 + "。"]
    assert lines("\n".join(typed)) == ["".join(typed)]


def test_a_reports_own_markdown_is_read_exactly() -> None:
    """Levels, kinds, run-in headings, tables, and what was escaped."""
    typed = f"<strong>（一）普法。</strong>{escape('开展*活动')}"
    own = (
        "# 报告",
        "## 一、举措",
        "##### （1）普法",
        typed,
        tagged("issuer", "示例县教育局"),
        "| 甲 | 乙 |\r\n|---|---|\r\n| 1 |  |",
    )
    assert read_markdown("\r\n\r\n".join(own)).body == (
        Line("报告", 1, "title"),
        Line("一、举措", 2, "heading-1"),
        Line("（1）普法", 5, "heading-4"),
        Line("（一）普法。开展*活动", 0, "body"),
        Line("示例县教育局", 0, "issuer"),
        Grid((("甲", "乙"), ("1", ""))),
    )


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("", ()),
        ("正文\n## 一、举措 ##\n正文", (Line("正文"), Line("一、举措", 2), Line("正文"))),
        ("全年**立案**3*起*，\n罚款__5__万元。", (Line("全年立案3起，罚款5万元。"),)),
        ("- 甲\n- 乙\n1. 丙", (Line("甲"), Line("乙"), Line("1. 丙"))),
        ("甲  \n乙", (Line("甲"), Line("乙"))),
        ("甲\n\n---\n\n* * *\n\n乙", (Line("甲"), Line("乙"))),
        ('<p align="center">甲<br/></p>', (Line("甲"),)),
        ("3 < 5，a\\*b\\*", (Line("3 < 5，a*b*"),)),
        ("3*5*", (Line("35"),)),
        ("| 甲 | **乙** |\n|:--|--:|\n| a\\|b | 3 |", (Grid((("甲", "乙"), ("a|b", "3"))),)),
        ("甲|乙\n丙|丁", (Line("甲|乙丙|丁"),)),
        ("甲 | 乙\n--|--\n1 | 2", (Grid((("甲", "乙"), ("1", "2"))),)),
    ],
)
def test_any_other_markdown_loses_its_markup_alone(markdown: str, pieces: tuple[Piece, ...]) -> None:
    """Headings, emphasis, lists, line breaks, rules, tags, tables; a paragraph's lines are one."""
    assert foreign(markdown) == pieces
