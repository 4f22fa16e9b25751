"""What the pages of a document show: blanks that only set the text are left out, every character is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces, characters_of, on_one_line, without_blanks


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        (" \t\n\u3000\xa0", ""),
        ("立 案　3\n起。", "立案3起。"),
        ("plain text", "plaintext"),
        ("零\u200b宽", "零\u200b宽"),
    ],
)
def test_blanks_are_left_out(text: str, kept: str) -> None:
    """Full-width and no-break ones too; a zero-width character is none."""
    assert without_blanks(text) == kept


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" 甲 ", "甲"),
        ("示例区\n生态环境局", "示例区生态环境局"),
        ("标　题", "标题"),
        ("A  B\nC", "A B C"),
        ("甲 A B 乙", "甲A B乙"),
        ("（ 甲 ）", "（甲）"),
        ("2024 年", "2024年"),
    ],
)
def test_a_text_is_set_on_one_line(text: str, line: str) -> None:
    """A blank beside han or Chinese punctuation goes; one between Latin words stays, as one."""
    assert on_one_line(text) == line


@given(st.text("甲（。A1 \t\n\u3000"))
def test_one_line_keeps_every_character(text: str) -> None:
    """Only blanks are touched, and a second time changes nothing."""
    line = on_one_line(text)
    assert without_blanks(line) == without_blanks(text)
    assert on_one_line(line) == line


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        (Line(""), ""),
        (Line("立案 3起", 1, "title"), "立案3起"),
        (Grid(()), ""),
        (Grid((("案 由", ""), ("噪声", "3\n起", "乙"), ())), "案由噪声3起乙"),
    ],
)
def test_a_piece_shows_its_characters_in_order(piece: Piece, shown: str) -> None:
    """A table row by row, whatever the length of its rows."""
    assert characters_of(piece) == shown


def test_a_table_says_nothing_as_a_paragraph() -> None:
    """Whoever looks for words in a piece's text, its heading or its kind passes a table by."""
    grid = Grid((("一、主要举措",),))
    assert (grid.text, grid.heading, grid.kind) == ("", 0, "table")
    assert (Line("甲").heading, Line("甲").kind, Pieces((grid,)).apart) == (0, "", ())
