"""A document by its name and its first bytes: which reader reads it, and what it shows as plain lines."""

import pytest
from support.documents import document, paragraph, zipped

from ecoreport.importing._pieces import Grid, Line, Pieces
from ecoreport.importing.documents import office_suffix, plain_text, read
from ecoreport.problems.diagnostic import Unreadable

OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le")
WORD = document(paragraph("**甲**"))
TYPED = "# 甲".encode()


@pytest.mark.parametrize(
    ("data", "name", "suffix"),
    [
        *((b"x", f"报告{suffix}", suffix) for suffix in (".doc", ".wps", ".odt", ".rtf", ".wpt", ".dot", ".fodt")),
        (OLD_WORD, "报告.DOC", ".doc"),
        (zipped({"mimetype": "x"}), "报告.odt", ".odt"),
        (OLD_WORD, "报告", ".doc"),
        (b"{\\rtf1", "报告.txt", ".txt"),
        (OLD_WORD, "报告.docx", ""),
        (WORD, "报告.docx", ""),
        (WORD, "报告", ""),
        (TYPED, "报告.txt", ""),
        (TYPED, "报告.md", ""),
        (b"", "", ""),
    ],
)
def test_libreoffice_is_asked_for_what_is_not_read_here(data: bytes, name: str, suffix: str) -> None:
    """By the ending, or by the first bytes where the ending says something else; .docx is never its business."""
    assert office_suffix(data, name) == suffix


def test_a_file_of_another_kind_is_refused_before_it_is_converted() -> None:
    """LibreOffice would make a document of a picture."""
    with pytest.raises(Unreadable) as caught:
        office_suffix(b"%PDF-1.7", "报告.doc")
    assert (str(caught.value), caught.value.help) == (
        "这是 PDF 文件，不能直接读",
        "用 Word 或 WPS 打开，另存为 .docx 再导入",
    )


@pytest.mark.parametrize(
    ("data", "name", "line"),
    [
        (TYPED, "报告.md", Line("甲", 1, "title")),
        (TYPED, "报告.MARKDOWN", Line("甲", 1, "title")),
        (TYPED, "报告.txt", Line("# 甲")),
        (b"PK\x03\x04", "报告.txt", Line("PK\x03\x04")),
        (b"PK\x03\x04", "报告.text", Line("PK\x03\x04")),
        (TYPED, "标准输入", Line("# 甲")),
        (TYPED, "报告.html", Line("# 甲")),
        (WORD, "报告.docx", Line("**甲**")),
        (WORD, "报告.DOCX", Line("**甲**")),
        (WORD, "标准输入", Line("**甲**")),
    ],
)
def test_a_document_is_read_by_its_ending(data: bytes, name: str, line: Line) -> None:
    """Any other is Word where it is a zip, else text."""
    assert read(data, name) == Pieces((line,))


def test_what_is_called_word_must_be_word() -> None:
    """The reason and what to do, not a page of rubbish."""
    with pytest.raises(Unreadable) as caught:
        read(TYPED, "报告.docx")
    assert (str(caught.value), caught.value.help) == ("这不是 .docx 文件", "看看扩展名是不是写错了")


def test_an_encoding_is_of_the_text() -> None:
    """Of Markdown too."""
    for name, line in ("报告.txt", Line("報告")), ("报告.md", Line("報告", 0, "body")):
        assert read("報告".encode("big5"), name, "big5") == Pieces((line,))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (Pieces(()), ""),
        (Pieces((Line("甲"), Line("  "), Line("乙　丙"))), "甲\n乙 丙\n"),
        (Pieces((Grid((("案由", "件\n数"), ("噪声", ""))),)), "案由 | 件 数\n噪声 | \n"),
        (Pieces((Line("甲"),), ("页眉：内部资料",)), "甲\n页眉：内部资料\n"),
    ],
)
def test_all_that_it_shows_is_a_line_each(pieces: Pieces, text: str) -> None:
    """A paragraph or a table's row on one, whatever blanks are in it; what stands apart at the end."""
    assert plain_text(pieces) == text
