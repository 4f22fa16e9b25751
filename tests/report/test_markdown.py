"""Typed text never becomes markup: not for us, not for an outside reader of Markdown."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ecoreport.report.blocks import Kind, Paragraph, TableBlock
from ecoreport.report.markdown import MarkdownError, escape, read, tagged

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SPICE = "#*_`[]()<>&|~\\-+=.!\"'1234567890: abhtps/:@;x年“”，。　：！$^{}"
texts = st.text(
    st.sampled_from(SPICE)
    | st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
).map(str.strip).filter(bool)  # fmt: skip


@given(texts)
def test_a_paragraph_reads_back_as_typed(text: str) -> None:
    """By our own reader, exactly; by CommonMark, in one paragraph of text without markup."""
    source = str(escape(text))
    assert read(source) == (Paragraph(Kind.BODY, text),)
    opening, inline, closing = MARKDOWN.parse(source)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children) == text


@given(texts, st.integers(1, 5))
def test_a_heading_reads_back_as_typed(text: str, level: int) -> None:
    """For us and for CommonMark, which drops closing #s that are not escaped."""
    source = f"{'#' * level} {escape(text)}"
    (block,) = read(source)
    assert isinstance(block, Paragraph)
    assert block.text == text
    opening, inline, _ = MARKDOWN.parse(source)
    assert opening.tag == f"h{level}"
    assert "".join(child.content for child in inline.children) == text


@given(texts, texts)
def test_a_cell_reads_back_as_typed(left: str, right: str) -> None:
    """Also with bars and backslashes in it."""
    source = f"| 甲 | 乙 |\n| --- | :---: |\n| {escape(left)} | {escape(right)} |"
    assert read(source) == (TableBlock(("甲", "乙"), ((left, right),), (False, True)),)
    cells = [token for token in MARKDOWN.parse(source) if token.type == "inline"]
    assert ["".join(child.content for child in cell.children) for cell in cells[2:]] == [left, right]


@given(texts, st.sampled_from([Kind.ADDRESSEES, Kind.ISSUER, Kind.CAPTION]))
def test_a_tagged_paragraph_reads_back_as_typed(text: str, kind: Kind) -> None:
    """HTML in the text stays text."""
    assert read(str(tagged(kind, text))) == (Paragraph(kind, text),)


@given(texts, texts)
def test_a_run_in_heading_reads_back_as_typed(lead: str, text: str) -> None:
    """Heading and text stay apart."""
    source = f"<strong>{escape(lead)}</strong>{escape(text)}"
    assert read(source) == (Paragraph(Kind.BODY, text, lead),)


def test_a_line_break_is_kept_as_one() -> None:
    """In titles and cells."""
    assert read(f"# {escape(f'甲{chr(10)}乙')}") == (Paragraph(Kind.TITLE, "甲\n乙"),)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("甲\n\n- 列表", 3),
        ("> 引用", 1),
        ("一行\n又一行", 1),
        ("<div>块</div>", 1),
        ('<p class="nothing">甲</p>', 1),
        ("| 甲 |\n| --- |\n| 乙 | 丙 |", 3),
        ("###### 六级", 1),
        ("1. 列表", 1),
        ("```\n代码\n```", 1),
        ("甲\n\n乙\x01", 3),
        ("甲\ufffe", 1),
    ],
)
def test_what_no_report_is_made_of_is_refused_with_its_line(source: str, line: int) -> None:
    """A template that writes it is told where."""
    with pytest.raises(MarkdownError) as caught:
        read(source)
    assert caught.value.line == line


def test_every_ascii_mark_can_be_typed() -> None:
    """All punctuation at once, at the start and in the middle."""
    for mark in string.punctuation:
        for text in (mark, f"{mark} x", f"x {mark} y", f"x{mark}"):
            assert read(str(escape(text))) == (Paragraph(Kind.BODY, text),)
