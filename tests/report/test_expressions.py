"""Expressions of a year file: what they come to, what they may not hold, and that nothing else is reached."""

import ast
import warnings
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report._arithmetic import DEEPEST, Forbidden, NoExpression, Scope, evaluate, filters, names, read
from ecoreport.report._identifiers import stood_in

VALUES: dict[str, object] = {
    "立案": Decimal(92),
    "听证": Decimal(3),
    "率": Decimal("74.2"),
    "名": "甲",
    "PM2": Decimal(4),
}
SCOPE = Scope(
    VALUES,
    {"两倍": lambda value, times=2: value * times},
    lambda owner, name: f"{owner}的{name}",
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("立案", Decimal(92)),
        ("立案 + 听证 * 2", Decimal(98)),
        ("(立案 + 听证) * 2", Decimal(190)),
        ("-立案 // 10", Decimal(-9)),
        ("1 / 8", Decimal("0.125")),
        ("率 - 0.1", Decimal("74.1")),
        ("0.1 + 0.2 == 0.3", True),
        ("听证 < 立案 <= 92", True),
        ("听证 < 立案 < 92", False),
        ("not 听证 or 立案 == 92 and 率 > 70", True),
        ("'有' if 听证 else '无'", "有"),
        ("名 + '乙'", "甲乙"),
        ('"{{"', "{{"),
        ("立案 | 两倍", Decimal(184)),
        ("立案 | 两倍(3) | 两倍", Decimal(552)),
        ("名.字", "甲的字"),
        ("立案 +\n      听证", Decimal(95)),
        ("'# 不是注释'", "# 不是注释"),
    ],
)
def test_what_it_comes_to(typed: str, value: object) -> None:
    """Exact, however it is written."""
    assert evaluate(read(typed), SCOPE) == value


@pytest.mark.parametrize(
    "typed",
    [
        "", "立案 +", "立案 听证", "立案 = 听证", "立案 # 注", "立案[0]", "[立案]", "(立案, 听证)", "{立案}", "{'a': 立案}", "lambda: 立案",
        "(a := 立案)", "f'{立案}'", "b'1'", "1j", "...", "None", "True", "立案 is 听证", "立案 in 名", "2 ** 9", "1 << 9", "立案 @ 听证",
        "立案 & 1", "立案 ^ 1", "~1", "[a for a in 名]", "await 立案", "*立案", "立案 | 1", "立案 | 名.字", "立案 | 两倍(times=3)",
        "立案 | 两倍(*名)", "立案 | 两倍(lambda: 1)", "立案　+ 听证", "'没有完", "立案; 听证", "import os", "-" * 101 + "1",
        "(" * 250 + "1" + ")" * 250,
    ],
)  # fmt: skip
def test_what_is_no_expression(typed: str) -> None:
    """Every kind of Python's expressions that is not among ours, and what is none."""
    with pytest.raises(NoExpression):
        read(typed)


@pytest.mark.parametrize("typed", ["立案()", "open('a')", "名.upper()", "(立案 | 两倍)()", "立案 + open('a')"])
def test_nothing_is_called(typed: str) -> None:
    """But a filter, behind its stroke."""
    with pytest.raises(Forbidden):
        read(typed)


@pytest.mark.parametrize("typed", ["名 * 3", "名 % 3", "名 - 名", "1e999", "立案 + 名", "3 * 名"])
def test_texts_are_no_numbers(typed: str) -> None:
    """Nor is what no number can hold."""
    with pytest.raises(Forbidden):
        evaluate(read(typed), SCOPE)


def test_every_kind_of_pythons_is_ours_or_refused() -> None:
    """A kind of expression that a later Python brings does not come in unseen."""
    kinds = {one for one in vars(ast).values() if isinstance(one, type) and issubclass(one, ast.expr)}
    ours = {ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.IfExp}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for kind in kinds - ours - {ast.expr, *ast.Constant.__subclasses__()}:
            with pytest.raises((NoExpression, Forbidden)):
                evaluate(kind(), SCOPE)


def test_names_and_filters_are_told_apart() -> None:
    """A filter's name is none of the values'."""
    expression = read("立案 + 听证 | 两倍(率) if 名 else 上年.PM2")
    assert names(expression) == {"立案", "听证", "率", "名", "上年"}
    assert filters(expression) == {"两倍"}


NUMBERS = st.decimals(-(10**6), 10**6, places=2).map(lambda number: f"({number})") | st.integers(0, 999).map(str)
SUMS = st.recursive(
    NUMBERS,
    lambda below: st.builds("({} {} {})".format, below, st.sampled_from("+-*"), below) | below.map("-{}".format),
    max_leaves=12,
)


@given(SUMS)
def test_sums_are_those_of_exact_numbers(typed: str) -> None:
    """As Python has them, every number a decimal one."""

    class Exact(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.expr:
            return ast.parse(f"Decimal('{node.value}')", mode="eval").body

    tree = ast.fix_missing_locations(Exact().visit(ast.parse(typed, mode="eval")))
    assert evaluate(read(typed), SCOPE) == eval(compile(tree, "", "eval"), {"Decimal": Decimal})  # noqa: S307


ODD = {
    "PM2.5": Decimal(32),
    "12345热线": Decimal(88),
    "区12345热线": Decimal(7),
    "12345": Decimal(1),
    "ＡＱＩ": Decimal(5),
}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ('"PM2.5达标" if PM2.5 < 35 else "PM2.5超标"', "PM2.5达标"),
        ("区12345热线 + 12345热线", Decimal(95)),
        ("'12345'", "12345"),
        ("123456", 123456),
        ("12345 + 1", Decimal(2)),
        ("ＡＱＩ * 2", Decimal(10)),
    ],
)
def test_odd_names_are_names_only_as_a_whole(typed: str, value: object) -> None:
    """Not in quoted texts, not in longer names or numbers."""
    source, aliases = stood_in(typed, ODD)
    scope = Scope({**ODD, **{alias: ODD[name] for alias, name in aliases.items()}}, {}, lambda *_: None)
    assert evaluate(read(source), scope) == value


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("立案 - 名", "加减乘除只能用于数，指标要写 .value"),
        ("名 - 立案", "加减乘除只能用于数，指标要写 .value"),
        ("1e999", "数太大"),
        ("立案()", "这里不能调用函数"),
        ("-" * (DEEPEST + 1) + "1", "算式的括号套得太深"),
        ("立案 +", ""),
    ],
)
def test_why_not_is_told(typed: str, told: str) -> None:
    """In the words that a clerk reads; nothing where there is no more to say than that it is no expression."""
    with pytest.raises((Forbidden, NoExpression)) as caught:
        evaluate(read(typed), SCOPE)
    assert str(caught.value) == told


def test_the_deepest_expression_is_one() -> None:
    """One level less than too many."""
    assert evaluate(read("-" * DEEPEST + "1"), SCOPE) == 1
