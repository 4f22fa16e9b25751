"""The pieces of an expression: whole names before all else, whatever marks and digits they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report._tokens import tokens

NAMES = (
    "PM2.5",
    "PM2",
    "12345热线",
    "区12345热线",
    "12345",
    "ＡＱＩ",
    "A-B类案件",
    "A",
    "许可(一般)",
    "许可",
    "查封、扣押",
    "查封",
)


def cut(typed: str) -> list[tuple[str, str]]:
    """The kinds and texts, without the end."""
    return [(token.kind, token.text) for token in tokens(typed, NAMES)[:-1]]


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("PM2.5", [("name", "PM2.5")]),
        ("PM2.55", [("name", "PM2"), ("number", ".55")]),
        ("PM2 .5", [("name", "PM2"), ("number", ".5")]),
        ("区12345热线-12345热线", [("name", "区12345热线"), ("mark", "-"), ("name", "12345热线")]),
        ("12345", [("name", "12345")]),
        ("123456", [("number", "123456")]),
        ("县12345热线", [("word", "县12345热线")]),
        ("12345热线们", [("word", "12345热线们")]),
        ("A-B类案件", [("name", "A-B类案件")]),
        ("A-B类", [("name", "A"), ("mark", "-"), ("word", "B类")]),
        ("A - B类案件", [("name", "A"), ("mark", "-"), ("word", "B类案件")]),
        (
            "许可(一般)+许可(一)",
            [("name", "许可(一般)"), ("mark", "+"), ("name", "许可"), ("mark", "("), ("word", "一"), ("mark", ")")],
        ),
        ("查封、扣押", [("name", "查封、扣押")]),
        ("查封、", [("name", "查封"), ("odd", "、")]),
        ("ＡＱＩ*2", [("name", "ＡＱＩ"), ("mark", "*"), ("number", "2")]),
        ("'PM2.5'", [("text", "'PM2.5'")]),
        ("上年.PM2.5", [("word", "上年"), ("mark", "."), ("name", "PM2.5")]),
        ("3 万", [("number", "3"), ("word", "万")]),
        ("3万", [("word", "3万")]),
        ("7.", [("number", "7"), ("mark", ".")]),
        ("<=>=", [("mark", "<="), ("mark", ">=")]),
        ("！", [("odd", "！")]),
    ],
)
def test_names_are_names_only_as_a_whole(typed: str, pieces: list[tuple[str, str]]) -> None:
    """Not in quoted texts, not in longer names or numbers."""
    assert cut(typed) == pieces


@given(st.text(st.sampled_from("PM2.5A-B类案件许可()（）、12345热线 ＋+'\"|=\n"), max_size=30))
def test_nothing_is_lost(typed: str) -> None:
    """Each piece stands where it says; between them are blanks alone."""
    found = tokens(typed, NAMES)
    assert all(typed[slice(*token.span)] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(typed.split()) or any(
        token.kind == "text" for token in found
    )
