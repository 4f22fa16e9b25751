"""Word's automatic numbers: counted by list and level, restarted as the list says, and written in its format."""

import pytest
from lxml import etree
from support.documents import W as NAMESPACE

from ecoreport.importing._counting import FORMATS
from ecoreport.importing._word._numbers import Counters, ListLevel, counters
from ecoreport.importing._word.xml import value, whole

LEVEL = '<w:lvl w:ilvl="{0}">{3}<w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
TITLES = LEVEL.format(0, "chineseCounting", "%1、", "") + LEVEL.format(1, "decimal", "%1.%2", "<w:isLgl/>")


def element(xml: str) -> etree._Element:
    """A numbering part with that in it."""
    return etree.fromstring(f'<w:numbering xmlns:w="{NAMESPACE}">{xml}</w:numbering>')


def abstract(levels: str, name: int = 0) -> str:
    """An abstract list of these levels."""
    return f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'


def num(name: int, base: int = 0, override: str = "") -> str:
    """A list that counts with an abstract one."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{base}"/>{override}</w:num>'


def printed(counting: Counters, *asked: tuple[str, int]) -> list[str]:
    """The numbers of paragraphs of these lists and levels, in order."""
    return [counting.number(*one) for one in asked]


def test_every_format_has_its_seven() -> None:
    """Each name that Word knows, with the characters it stands for."""
    assert " ".join(f"{name} {write(7)}" for name, write in FORMATS.items()) == (
        "decimal 7 decimalZero 07 decimalFullWidth ７ decimalEnclosedCircle ⑦ decimalEnclosedCircleChinese ⑦ "
        "decimalEnclosedFullstop 7. decimalEnclosedParen (7) chineseCounting 七 chineseCountingThousand 七 "
        "japaneseCounting 七 taiwaneseCounting 七 taiwaneseCountingThousand 七 ideographDigital 七 "
        "japaneseDigitalTenThousand 七 taiwaneseDigital 七 chineseLegalSimplified 柒 ideographTraditional 庚 "
        "ideographZodiac 午 ideographEnclosedCircle ㊆ lowerLetter g upperLetter G lowerRoman vii upperRoman VII "
        "ordinal 7. none "
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("decimalZero", {9: "09", 10: "10"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "21"}),
        ("chineseCounting", {10: "十", 21: "二十一", 99: "九十九", 100: "一百", 103: "一百零三", 115: "一百一十五"}),
        ("ideographDigital", {10: "一〇"}),
        ("taiwaneseDigital", {10: "一○"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "子"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("lowerLetter", {0: "", 1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("lowerRoman", {1994: "mcmxciv", 3888: "mmmdccclxxxviii", 449: "cdxlix"}),
    ],
)
def test_a_number_is_written_to_the_ends_of_its_format(name: str, written: dict[int, str]) -> None:
    """At the last of what the format's characters reach, and beyond."""
    assert {number: FORMATS[name](number) for number in written} == written


def test_a_deeper_level_starts_anew_behind_a_higher_one() -> None:
    """And writes the higher one's number in its format, unless the level says that all are to be Arabic."""
    asked = (("7", 0), ("7", 1), ("7", 1), ("7", 0), ("7", 1))
    assert printed(counters(element(abstract(TITLES) + num(7))), *asked) == ["一、", "1.1", "1.2", "二、", "2.1"]
    mixed = abstract(TITLES.replace("<w:isLgl/>", ""))
    assert printed(counters(element(mixed + num(7))), *asked) == ["一、", "一.1", "一.2", "二、", "二.1"]


@pytest.mark.parametrize(
    ("restart", "numbers"),
    [("", ["1.", "1)", "2.", "1)"]), ('<w:lvlRestart w:val="0"/>', ["1.", "1)", "2.", "2)"])],
)
def test_a_level_may_count_on(restart: str, numbers: list[str]) -> None:
    """Never anew: lvlRestart 0."""
    levels = LEVEL.format(0, "decimal", "%1.", "") + LEVEL.format(1, "decimal", "%2)", restart)
    asked = (("7", 0), ("7", 1), ("7", 0), ("7", 1))
    assert printed(counters(element(abstract(levels) + num(7))), *asked) == numbers


def test_lists_of_one_base_count_together() -> None:
    """Unless one is told to start afresh, which it does once; those of another base count alone."""
    own = LEVEL.format(0, "decimal", "%1.", "")
    afresh = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>{own}</w:lvlOverride>'
    lists = abstract(TITLES) + abstract(TITLES, 1) + num(7) + num(8) + num(9, 0, afresh) + num(6, 1)
    asked = (("7", 0), ("8", 0), ("9", 0), ("9", 0), ("7", 0), ("6", 0))
    assert printed(counters(element(lists)), *asked) == ["一、", "二、", "5.", "6.", "七、", "一、"]


def test_bullets_are_written_with_characters_that_every_font_has() -> None:
    """Those of Word's own symbol font are told by their code; any other stays."""
    bullets = counters(
        element(abstract(LEVEL.format(0, "bullet", "\uf0b7\uf06c\uf06e\uf075\uf0d8\uf0fc\uf0a7◎", "")) + num(7))
    )
    assert printed(bullets, ("7", 0), ("7", 0)) == ["•●■◆➢✓▪◎"] * 2


def test_a_list_may_take_its_levels_from_a_style() -> None:
    """The style that numStyleLink names, which another abstract list is of."""
    linked = abstract('<w:styleLink w:val="标题"/>' + TITLES, 1) + abstract('<w:numStyleLink w:val="标题"/>', 2)
    assert printed(counters(element(linked + num(7, 2))), ("7", 0), ("7", 0)) == ["一、", "二、"]


def test_what_no_list_says_has_no_number() -> None:
    """No part, an unknown list, a level or a placeholder that the list lacks; what is not said is decimal from 1."""
    assert printed(counters(None), ("7", 0)) == [""]
    lists = counters(element(abstract(LEVEL.format(0, "未知", "%1-%9", "")) + num(7)))
    assert printed(lists, ("8", 0), ("7", 1), ("7", 0)) == ["", "", "1-"]
    assert lists.levels == {"7": {0: ListLevel("未知", "%1-%9", 1, -1, legal=False, style="")}}
    bare = counters(element(abstract('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>') + num(7)))
    assert printed(bare, ("7", 0)) == ["1."]


@pytest.mark.parametrize(
    ("typed", "number"),
    [(None, 0), ("", 0), ("3", 3), ("-1", -1), ("1.5", 0), ("甲", 0), ("-", 0), ("99999999", 99_999_999), ("9" * 9, 0)],
)
def test_a_whole_number_is_read_of_anything(typed: str | None, number: int) -> None:
    """0 for what is none, or too long to be meant."""
    assert whole(typed) == number


def test_a_value_is_found_by_its_path() -> None:
    """Empty where a step of the path, or the value, is missing."""
    part = element('<w:pPr><w:numPr><w:numId w:val="7"/><w:ilvl/></w:numPr></w:pPr>')
    assert value(part, "pPr", "numPr", "numId") == "7"
    assert [value(part, "pPr", "numPr", "ilvl"), value(part, "rPr", "numPr"), value(None, "pPr")] == ["", "", ""]
