"""A page saved in one file: its parts, their encodings, the page among them, what else came with it."""

import base64
import quopri

import pytest

from ecoreport.importing._pieces import Line
from ecoreport.importing._web.mime import page, read_archive
from ecoreport.problems.diagnostic import Unreadable

HTML = "<html><body><p>甲=乙</p></body></html>"
RELATED = 'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_b"\r\n\r\n前言\r\n'


def part(body: bytes, *headers: str) -> bytes:
    """A part of a letter."""
    return b"\r\n--=_b\r\n" + "\r\n".join(headers).encode() + b"\r\n\r\n" + body


def letter(*parts: bytes, end: bytes = b"\r\n--=_b--\r\n") -> bytes:
    """A letter of these parts."""
    return RELATED.encode() + b"".join(parts) + end


PAGE = part(HTML.encode(), "Content-Type: text/html; charset=utf-8")
GBK, GB2312 = HTML.encode("gbk"), 'Content-Type: text/html;\r\n charset="gb2312"'
PLAIN = b"--c\r\nContent-Type: text/plain\r\n\r\nx\r\n"
ALTERNATIVE = PLAIN + b"--c\r\nContent-Type: text/html\r\n\r\n" + HTML.encode() + b"\r\n--c--"


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: text/html\n\n" + HTML.encode(),
        letter(PAGE),
        letter(part(quopri.encodestring(GBK), GB2312, "Content-Transfer-Encoding: quoted-printable")),
        letter(part(base64.encodebytes(GBK), GB2312, "Content-Transfer-Encoding: BASE64")),
        letter(part(b"\x89PNG", "Content-Type: image/png", "Content-Location: a.png"), PAGE).replace(b"\r\n", b"\n"),
        letter(part(b"<frameset><frame src=a></frameset>", "Content-Type: text/html"), PAGE),
        letter(part(ALTERNATIVE, 'Content-Type: multipart/alternative; boundary="c"')),
    ],
    ids=["one", "utf-8", "quoted", "base64", "picture", "frames", "alternative"],
)  # fmt: skip
def test_the_page_is_found_and_decoded(data: bytes) -> None:
    """In any transfer encoding and charset, behind pictures and frames, among alternatives."""
    assert read_archive(data).body == (Line("甲=乙"),)


def test_a_letter_of_plain_text_is_read() -> None:
    """Where there is no page."""
    assert read_archive(b"MIME-Version: 1.0\n\n" + "甲\n乙".encode()).body == (Line("甲"), Line("乙"))


def test_what_else_it_holds_is_told() -> None:
    """Page headers of Word, files that came with it, an end that is missing."""
    header = part("<p>内部资料</p>".encode(), "Content-Type: text/html")
    file = part(b"x", "Content-Type: application/msword", 'Content-Disposition: attachment; filename="a.doc"')
    made = read_archive(letter(PAGE, header, part(b"<p>", "Content-Type: text/html"), file, end=b""))
    assert made.apart == ("网页的另一部分：内部资料",)
    assert made.said == ("附在里面的文件“a.doc”没有读", "文件没有结尾，可能没有传完，请看看正文是不是完整")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (letter(part(b"\x89PNG", "Content-Type: image/png")), "这是存成一个文件的网页（.mht）或者邮件，里面没有正文"),
        (
            letter(part(b"QQQ", "Content-Type: text/html", "Content-Transfer-Encoding: base64")),
            "网页文件（.mht）不完整",
        ),
    ],
)
def test_a_letter_without_a_page_is_told(data: bytes, told: str) -> None:
    """With what to do."""
    with pytest.raises(Unreadable) as caught:
        read_archive(data)
    assert (str(caught.value), bool(caught.value.help)) == (told, True)


def test_a_page_that_is_cut_or_garbled_is_told() -> None:
    """What was read is kept."""
    made = page(("<html><body><p>" + "甲" * 9).encode() + b"\xff" + "乙".encode(), "utf-8")
    assert [line.text for line in made.body] == ["甲" * 9 + "\ufffd乙"]
    assert made.said == ("有1处的字读不出来，写成了 \ufffd", "网页没有结尾，可能没有下载完，请看看正文是不是完整")


def test_what_is_no_text_is_told() -> None:
    """A page that was locked by a program."""
    with pytest.raises(Unreadable, match=r"^认不出网页的编码，也可能它被加密软件加了密$"):
        page(bytes(range(128, 256)) * 9, "utf-8")
