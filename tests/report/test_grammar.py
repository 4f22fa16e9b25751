"""Expressions of a year file: exact numbers, names first, and for what is none the place and what may stand there."""

import ast
from decimal import Decimal, DivisionByZero
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report._grammar import DEEPEST, Forbidden, Scope, read
from ecoreport.report._tokens import NoExpression

VALUES: dict[str, object] = {
    "立案": Decimal(92),
    "听证": Decimal(3),
    "率": Decimal("74.2"),
    "名": "甲",
    "整数": 8,
}
FILTERS = {"两倍": lambda value, times=2: value * times, "列出": lambda *values: values}


def value_of(typed: str, values: dict[str, object] = VALUES) -> object:
    """What the expression comes to."""
    return read(typed, values).value(Scope(values, FILTERS, lambda owner, name: f"{owner}的{name}"))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("立案", Decimal(92)),
        ("立案 + 听证 * 2", Decimal(98)),
        ("(立案 + 听证) × 2", Decimal(190)),
        ("-立案 ÷ 10", Decimal("-9.2")),
        ("10 − 3 - 2", Decimal(5)),
        ("8 / 4 / 2", Decimal(1)),
        ("--听证", Decimal(3)),
        ("+名", "甲"),
        ("整数 + 1", Decimal(9)),
        ("1 / 8", Decimal("0.125")),
        (".5 + 0.25", Decimal("0.75")),
        ("0.1 + 0.2 == 0.3", True),
        ("听证 < 立案 <= 92", True),
        ("听证 < 立案 < 92", False),
        ("立案 != 听证", True),
        ('"{{"', "{{"),
        ("'# 不是注释'", "# 不是注释"),
        ("立案 | 两倍", Decimal(184)),
        ("立案 + 1 | 两倍", Decimal(186)),
        ("立案 + (1 | 两倍)", Decimal(94)),
        ("立案 | 两倍 == 184", True),
        ("立案 | 两倍(3) | 两倍()", Decimal(552)),
        ("名 | 列出(听证 + 1, '乙')", ("甲", 4, "乙")),
        ("名 | 列出(听证 | 两倍, )", ("甲", 6)),
        ("名.字.音", "甲的字的音"),
        ("(名 | 两倍).长", "甲甲的长"),
        ("立案 +\n      听证\u3000", Decimal(95)),
        ("1" + "+1" * 249, Decimal(250)),
        ("立案" + "| 列出" * 100, None),
    ],
)
def test_what_it_comes_to(typed: str, value: object) -> None:
    """Exact, however it is written."""
    if value is not None:
        assert value_of(typed) == value
    else:
        read(typed, VALUES)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12345678901234567890.5", "12345678901234567890.5"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("123456789012345678901234567890 + 1", "123456789012345678901234567891"),
        ("0.1234567890123456789 + 1000000000000000000000", "1000000000000000000000.1234567890123456789"),
        ("99999999999999999999 × 99999999999999999999", "9999999999999999999800000000000000000001"),
        ("1 / 3", "0.3333333333333333333333333333"),
    ],
)
def test_numbers_are_exact_to_the_last_digit(typed: str, value: str) -> None:
    """As long as an expression may be; only a quotient ends, after 28 digits."""
    assert str(value_of(typed)) == value


def test_numbers_that_differ_are_not_equal() -> None:
    """Not even in their nineteenth digit."""
    assert value_of("0.1234567890123456789 == 0.12345678901234568") is False


@pytest.mark.parametrize(
    ("typed", "said", "span", "help_"),
    [
        ("立案 +", "“+”后面少了指标名称或者数", (3, 4), "这里要写指标名称或者数"),
        ("立案 + ) 2", "“+”后面少了指标名称或者数", (3, 4), "这里要写指标名称或者数"),
        ("* 立案", "“*”前面少了指标名称或者数", (0, 1), "这里要写指标名称或者数"),
        ("()", "“(”后面少了指标名称或者数", (0, 1), "这里要写指标名称或者数"),
        ("立案 听证", "“听证”前面少了算式符号", (3, 5), "中间写 + - × ÷ 或者 == < > 这样的符号"),
        ("立案 'a'", "“'a'”前面少了算式符号", (3, 6), "中间写 + - × ÷ 或者 == < > 这样的符号"),
        ("2 ** 9", "“*”后面少了指标名称或者数", (2, 3), "这里要写指标名称或者数"),
        ("立案)", "“)”前面没有“(”", (2, 3), "去掉它，或者在前面补上“(”"),
        ("(立案", "“(”没有配上“)”", (0, 1), "在后面补上“)”"),
        ("立案 | 两倍(1", "“(”没有配上“)”", (7, 8), "在后面补上“)”"),
        ("立案 = 听证", "“=”不是算式符号", (3, 4), "等于写成 =="),
        ("0x10", "“0x10”不是十进制的数", (0, 4), "只用数字和小数点，例如 1000.5"),
        ("立案 + 1_000", "“1_000”不是十进制的数", (5, 10), "只用数字和小数点，例如 1000.5"),
        ("1E-2", "“1E”不是十进制的数", (0, 2), "只用数字和小数点，例如 1000.5"),
        ("1.2.3", "“1.2.3”不是十进制的数", (0, 5), "只用数字和小数点，例如 1000.5"),
        ("立案[0]", "“[”不能写在算式里", (2, 3), "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号"),
        ("立案 # 注", "“#”不能写在算式里", (3, 4), "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号"),
        ("[立案]", "“[”不能写在算式里", (0, 1), "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号"),
        ("'没有完", "“'”不能写在算式里", (0, 1), "这里只能写指标名称、数和 + - × ÷ ( ) 这样的符号"),
        ("立案 | 1", "“|”后面写得不对", (3, 4), "“|”后面要写换算，例如 同比"),
        ("立案.", "“.”后面写得不对", (2, 3), "“.”后面要写 value、unit 或者指标名称"),
        ("立案 | 两倍(times=3)", "“=”不是算式符号", (13, 14), "等于写成 =="),
        ("-" * (DEEPEST + 1) + "1", "算式的括号套得太深", (0, DEEPEST + 2), "分开来写"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), "算式的括号套得太深", (0, 2 * DEEPEST + 3), "分开来写"),
    ],
)
def test_what_is_no_expression_is_told_at_its_place(typed: str, said: str, span: tuple[int, int], help_: str) -> None:
    """From where to where inside the braces, and what may stand there."""
    with pytest.raises(NoExpression) as caught:
        read(typed, VALUES)
    assert (str(caught.value), caught.value.span, caught.value.help) == (said, span, help_)


@pytest.mark.parametrize(
    "typed",
    ["立案 if 听证 else 0", "not 听证", "听证 and 率", "立案 // 2", "立案 % 2", "lambda: 立案", "立案 @ 1", "~1"],
)
def test_what_no_office_needs_is_no_expression(typed: str) -> None:
    """A value file is no program."""
    with pytest.raises(NoExpression):
        read(typed, VALUES)


@pytest.mark.parametrize("typed", ["立案()", "open('a')", "名.upper()", "立案 + open('a')", "'a'()"])
def test_nothing_is_called(typed: str) -> None:
    """But a filter, behind its stroke."""
    with pytest.raises(Forbidden, match=r"^这里不能调用函数$"):
        read(typed, VALUES)


@pytest.mark.parametrize("typed", ["名 * 3", "名 + 名", "3 - 名", "(1 < 2) + 1", "-名"])
def test_texts_are_no_numbers(typed: str) -> None:
    """Nor are truths."""
    with pytest.raises(Forbidden, match=r"^加减乘除只能用于数，指标要写 \.value$"):
        value_of(typed)


@pytest.mark.parametrize(("typed", "error"), [("1 / 0", DivisionByZero), ("名 < 1", TypeError), ("缺", KeyError)])
def test_arithmetic_ends_in_its_own_errors(typed: str, error: type[Exception]) -> None:
    """The caller says what they mean."""
    with pytest.raises(error):
        value_of(typed)


def test_the_deepest_expression_is_one() -> None:
    """One level less than too many."""
    assert value_of("-" * DEEPEST + "1") == 1
    assert value_of("(" * DEEPEST + "听证" + ")" * DEEPEST) == 3


@pytest.mark.parametrize(
    ("typed", "used", "behind"),
    [
        ("1 + 2", [], []),
        ("立案 + 立案.value - 上年.听证", ["立案", "立案", "上年"], []),
        ("立案 | 占比(听证 | 两倍) | 列出", ["立案", "听证"], ["占比", "两倍", "列出"]),
        ("'立案' == 率 + (名 | 列出)", ["率", "名"], ["列出"]),
    ],
)
def test_the_names_and_the_filters_of_an_expression(typed: str, used: list[str], behind: list[str]) -> None:
    """Neither attributes nor quoted texts are names, and a filter is found at any depth; each with its place."""
    expression = read(typed, VALUES)
    assert [token.text for token in expression.names] == used
    assert [token.text for token in expression.filters] == behind
    assert all(typed[slice(*token.span)] == token.text for token in (*expression.names, *expression.filters))


NUMBERS = st.decimals(0, 10**6, places=2).map(str) | st.integers(0, 999).map(str)
SUMS = st.recursive(
    NUMBERS,
    lambda below: st.builds("({} {} {})".format, below, st.sampled_from("+-*"), below) | below.map("-{}".format),
    max_leaves=12,
)


@given(SUMS)
def test_sums_are_those_of_exact_numbers(typed: str) -> None:
    """As Python has them, every number a fraction."""

    class Exact(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            return ast.parse(f"Fraction('{node.value}')", mode="eval").body

    tree = ast.fix_missing_locations(Exact().visit(ast.parse(typed, mode="eval")))
    expected = eval(compile(tree, "", "eval"), {"Fraction": Fraction})  # noqa: S307
    assert Fraction(value_of(typed)) == expected  # type: ignore[arg-type]
