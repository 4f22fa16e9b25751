"""The bytes of a page to text: whatever it says, or says wrongly, of its encoding."""

import pytest

from ecoreport.importing._web._charsets import page_text

TEXT = "法治政府建设情况报告"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (TEXT.encode(), ""),
        (b"\xef\xbb\xbf" + TEXT.encode(), "gbk"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), ""),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ""),
        (TEXT.encode("gb18030"), ""),
        (TEXT.encode("gb18030"), "GB2312"),
        (TEXT.encode("big5", "ignore"), ""),
        (TEXT.encode(), "utf-16"),
        (TEXT.encode(), "no-such"),
        (TEXT.encode(), "rot13"),
        (TEXT.encode(), "iso-8859-1"),
        (TEXT.encode("gb18030"), "iso-8859-1"),
    ],
)
def test_a_page_is_decoded(data: bytes, told: str) -> None:
    """By its mark, by its letter, else as UTF-8, else as GB18030; what cannot be is not believed."""
    assert page_text(data, told)[1] == 0
    assert page_text(data, told)[0] == TEXT or data == TEXT.encode("big5", "ignore")


@pytest.mark.parametrize(
    "form", ['<meta charset="{0}">', "<meta http-equiv=x content='text/html; charset={0}'>", "<?xml encoding='{0}'?>"]
)
def test_a_page_says_its_encoding(form: str) -> None:
    """In any of three ways."""
    for name, codec in ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("big5", "big5"):
        text = form.format(name) + "政府工作"
        assert page_text(text.encode(codec)) == (text, 0)


def test_what_is_in_no_encoding_is_counted() -> None:
    """Read in the first that may be meant."""
    assert page_text("甲".encode() + b"\xff\xff" + "乙".encode()) == ("甲\ufffd\ufffd乙", 2)
