"""A document by its name and its first bytes: which reader reads it, and what it shows as plain lines."""

import pytest
from support.documents import document, paragraph, zipped

from ecoreport.importing._pieces import Grid, Line, Pieces
from ecoreport.importing.documents import office_suffix, plain_text, read
from ecoreport.problems.diagnostic import Unreadable

OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "WordDocument".encode("utf-16-le")
OPEN_TEXT = zipped({"mimetype": "application/vnd.oasis.opendocument.text"})
FLAT, WORD_2003 = b"<?xml?><office:document>", b'<?xml?><?mso-application progid="Word.Document"?>'
WORD = document(paragraph("**甲**"))
TYPED, PAGE = "# 甲".encode(), "<html><body><p>甲</p></body></html>".encode()
LETTER = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE


@pytest.mark.parametrize(
    ("data", "name", "suffix"),
    [
        *((OLD_WORD, f"报告{suffix}", suffix) for suffix in (".doc", ".wps", ".wpt", ".dot")),
        *((OLD_WORD, name, ".doc") for name in ("报告.DOC", "报告", "报告.docx", "报告.txt")),
        *((OPEN_TEXT, name, ".odt") for name in ("报告.odt", "报告.docx", "报告.doc", "报告")),
        *((b"{\\rtf1}", name, ".rtf") for name in ("报告.rtf", "报告.doc", "报告.docx")),
        *((FLAT, name, ".fodt") for name in ("报告.fodt", "报告.xml")),
        *((WORD_2003, name, ".xml") for name in ("报告.xml", "报告.doc")),
        *(
            (data, f"报告{end}", "")
            for data in (WORD, TYPED, PAGE, LETTER, b"")
            for end in (".docx", ".doc", "", ".txt")
        ),
    ],
)
def test_libreoffice_is_asked_for_what_is_not_read_here(data: bytes, name: str, suffix: str) -> None:
    """By what the file is, whatever it is called."""
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
    ("data", "name", "line", "said"),
    [
        (TYPED, "报告.md", Line("甲", 1, "title"), ()),
        (TYPED, "报告.MARKDOWN", Line("甲", 1, "title"), ()),
        (TYPED, "报告.txt", Line("# 甲"), ()),
        (TYPED, "标准输入", Line("# 甲"), ()),
        (TYPED, "报告.docx", Line("# 甲"), ("扩展名是 .docx，其实是文字（.txt），照它读",)),
        (WORD, "报告.docx", Line("**甲**"), ()),
        (WORD, "标准输入", Line("**甲**"), ()),
        (WORD, "报告.TXT", Line("**甲**"), ("扩展名是 .txt，其实是 Word 文档（.docx），照它读",)),
        (PAGE, "报告.html", Line("甲"), ()),
        (PAGE, "报告.doc", Line("甲"), ("扩展名是 .doc，其实是网页（.html），照它读",)),
        (LETTER, "报告.mht", Line("甲"), ()),
        (LETTER, "报告.doc", Line("甲"), ("扩展名是 .doc，其实是存成一个文件的网页（.mht），照它读",)),
    ],
)
def test_a_document_is_read_by_what_it_is(data: bytes, name: str, line: Line, said: tuple[str, ...]) -> None:
    """Whatever its ending says; where that says something else, so does the account."""
    assert read(data, name) == Pieces((line,), (), said)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的"),
        (b"PK\x03\x04", "文件不完整（后面少了一截）"),
        (bytes(range(256)) * 9, "认不出这是什么文件，可能被加密软件加了密，或者已经损坏"),
        (b"\x01" * (5 << 20), "认不出这是什么文件，可能被加密软件加了密，或者已经损坏"),
        (b"a" * (5 << 20), "文字超过了4 MB"),
        (TYPED[:-1], "文件不完整（最后一个字只有一半）"),
    ],
    ids=["empty", "cut", "locked", "locked-large", "large", "half"],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    """Whatever it is called."""
    for name in ("报告.docx", "报告.doc", "报告.txt", "报告"):
        with pytest.raises(Unreadable) as caught:
            read(data, name)
        assert (str(caught.value), bool(caught.value.help)) == (told, True)


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
