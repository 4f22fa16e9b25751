"""A formula on one line: every sign of it, in reading order."""

import pytest
from lxml import etree

from ecoreport.importing._word._math import linear
from ecoreport.problems.diagnostic import Unreadable

NAMESPACE = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


BRACKETS = '<m:dPr><m:begChr m:val="{"/><m:sepChr m:val="，"/><m:endChr m:val=""/></m:dPr>'


def t(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:rPr><m:sty/></m:rPr><m:t>{text}</m:t></m:r>"


def part(name: str, inner: str) -> str:
    """An element of a formula."""
    return f"<m:{name}>{inner}</m:{name}>"


def read(inner: str) -> str:
    """The formula on one line."""
    return linear(etree.fromstring(f"<m:oMath {NAMESPACE}>{inner}</m:oMath>"))


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (t("12"), "12"),
        (part("f", part("num", t("办结")) + part("den", t("受理"))) + t("×100%"), "办结/受理×100%"),
        (part("f", part("num", t("a+b")) + part("den", t("2"))), "(a+b)/2"),
        (part("sSup", part("e", t("x")) + part("sup", t("2"))), "x²"),
        (part("sSup", part("e", t("x")) + part("sup", t("甲乙"))), "x^甲乙"),
        (part("sSub", part("e", t("x")) + part("sub", t("2"))) + part("sub", ""), "x₂"),
        (part("sSub", part("e", t("x")) + part("sub", t("a，b"))), "x_(a，b)"),
        (part("rad", part("deg", "") + part("e", t("2"))), "√2"),
        (part("rad", part("deg", t("3")) + part("e", t("a+1"))), "³√(a+1)"),
        (part("d", part("e", t("a")) + part("e", t("b"))), "(a|b)"),
        (part("d", BRACKETS + part("e", t("a")) + part("e", t("b"))), "{a，b"),
        (
            part(
                "nary",
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                + part("sub", t("i"))
                + part("sup", t("n"))
                + part("e", t("a")),
            ),
            "∑_iⁿa",
        ),
        (part("nary", part("e", t("a"))), "∫a"),
        (part("acc", part("e", t("a"))), "a\u0302"),
        (
            part(
                "m",
                part("mr", part("e", t("1")) + part("e", t("2"))) + part("mr", part("e", t("3")) + part("e", t("4"))),
            ),
            "1 2 3 4",
        ),
        (part("func", part("fName", t("sin")) + part("e", t("x"))) + "<!-- x -->", "sinx"),
    ],
)
def test_a_formula_is_read_in_order(formula: str, line: str) -> None:
    """Fractions with their stroke, brackets as drawn, powers and indices as small signs where there are such."""
    assert read(formula) == line


def test_a_formula_may_nest_so_deep() -> None:
    """More is refused."""
    with pytest.raises(Unreadable, match=r"^公式嵌套太深$"):
        read("<m:e>" * 100 + "</m:e>" * 100)
