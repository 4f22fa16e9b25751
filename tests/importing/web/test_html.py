"""The text of a web page to tags and texts: as browsers read it, whatever it is, and never slowly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.importing._web._html import End, Start, Token, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("甲&nbsp;&amp;&#20057;&lt;", ["甲\xa0&乙<"]),
        (
            "<P CLASS='a b' id=c hidden>甲</P >",
            [Start("p", {"class": "a b", "id": "c", "hidden": ""}), "甲", End("p")],
        ),
        ('<br/><img src="a>b&amp;c" />', [Start("br", {}, closed=True), Start("img", {"src": "a>b&c"}, closed=True)]),
        ("<a x=1 x=2 =>甲", [Start("a", {"x": "1"}), "甲"]),
        ("甲<!-- <b> -->乙<!>丙<!doctype html>丁<?xml?>戊<![if !a]>己<![endif]>", list("甲乙丙丁戊己")),
        ("甲<!-- 没有结尾", ["甲"]),
        ("<!-->甲", ["甲"]),
        ("3 < 5，a<b>c", ["3 ", "<", " 5，a", Start("b", {}), "c"]),
        ("<script>if (a<b) '</p>'</script>甲", [Start("script", {}), "if (a<b) '</p>'", End("script"), "甲"]),
        ("<textarea>&lt;p></TEXTAREA>", [Start("textarea", {}), "<p>", End("textarea")]),
        ("<style>没有结尾", [Start("style", {}), "没有结尾"]),
        ("甲</>乙</ 丙>丁<b", ["甲", "乙", "丁", Start("b", {})]),
        ("<o:p>甲</o:p>", [Start("o:p", {}), "甲", End("o:p")]),
    ],
)
def test_a_page_is_tags_and_texts(text: str, expected: list[Token]) -> None:
    """Comments, declarations and what is broken show nothing; a script is one text; of two attributes the first."""
    assert list(tokens(text)) == expected


@given(
    st.lists(
        st.sampled_from(["<", ">", "</", "<!--", "-->", "<a", " b=", '"', "'", "/", "<script>", "&amp", "甲", " "])
    )
)
def test_any_text_is_read(parts: list[str]) -> None:
    """To the end, without an exception."""
    assert sum(isinstance(one, str) for one in tokens("".join(parts))) <= len(parts)
