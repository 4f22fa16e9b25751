"""Expressions read and evaluated by hand: exact numbers, filters behind all else, nothing computed in vain."""

from decimal import Decimal, DivisionByZero

import pytest

from ecoreport.report._arithmetic import DEEPEST, Forbidden, NoExpression, Scope, evaluate, filters, names, read

SCOPE = Scope(
    {"立案": Decimal(92), "听证": 3, "名": "甲"},
    {"两倍": lambda value, times=2: value * times, "列出": lambda *values: values},
    lambda owner, name: f"{owner}的{name}",
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("7", 7),
        ("1_000", 1000),
        ("0.1", Decimal("0.1")),  # and no binary fraction
        (".5", Decimal("0.5")),
        ("1E-2", Decimal("0.01")),
        ("0.1 * 3", Decimal("0.3")),
        ("7 / 2", Decimal("3.5")),
        ("听证 / 8", Decimal("0.375")),
        ("7 // 2", 3),
        ("7.5 % 2", Decimal("1.5")),
        ("+立案", Decimal(92)),
    ],
)
def test_numbers_stay_exact(typed: str, value: object) -> None:
    """As they were typed, also where whole ones are divided."""
    assert evaluate(read(typed), SCOPE) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("立案 + 1 | 两倍", Decimal(186)),
        ("-立案 | 两倍", Decimal(-184)),
        ("立案 + (1 | 两倍)", Decimal(94)),
        ("立案 | 两倍()", Decimal(184)),
        ("名 | 列出(听证 + 1, '乙')", ("甲", 4, "乙")),
        ("名 | 列出(听证 | 两倍)", ("甲", 6)),
        ("名.甲.乙", "甲的甲的乙"),
        ("(名 | 两倍).长", "甲甲的长"),
    ],
)
def test_a_filter_takes_all_that_stands_before_it(typed: str, value: object) -> None:
    """It binds less than any sum; its arguments are evaluated, and attributes are the caller's."""
    assert evaluate(read(typed), SCOPE) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("听证 if 名 else 1 / 0", 3),
        ("1 / 0 if 听证 > 3 else 名", "甲"),
        ("0 and 1 / 0", False),
        ("1 or 1 / 0", True),
        ("名 or 0", True),  # a truth, not the value itself
    ],
)
def test_what_is_not_needed_is_not_computed(typed: str, value: object) -> None:
    """The other branch, and what cannot change a truth any more."""
    assert evaluate(read(typed), SCOPE) == value


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\n\n", "\r", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029", "  \n\t"])
def test_an_expression_may_go_on_on_the_next_line(mark: str) -> None:
    """Whatever breaks the line, and blanks around all of it count for nothing."""
    assert evaluate(read(f" 立案{mark}+ 听证{mark}"), SCOPE) == 95


@pytest.mark.parametrize("typed", ["'a#b' + \"#\"", "'#'", '"#" if 名 else "\'#"'])
def test_a_hash_in_quotes_is_a_character(typed: str) -> None:
    """Outside it would hide what follows."""
    assert "#" in str(evaluate(read(typed), SCOPE))
    with pytest.raises(NoExpression):
        read(f"{typed} # 备注")


@pytest.mark.parametrize(("typed", "value"), [("1if 1else 2", 1), (r"'\d'", r"\d")])
def test_what_python_finds_odd_is_not_told(typed: str, value: object) -> None:
    """Its warnings, errors in these tests, would mean nothing to a clerk."""
    assert evaluate(read(typed), SCOPE) == value


@pytest.mark.parametrize("sign", ["+ 1", "| 两倍"])
def test_a_chain_is_as_deep_as_it_is_long(sign: str) -> None:
    """A hundred links, and one more is told."""
    read(f"立案 {sign * DEEPEST}")
    with pytest.raises(NoExpression, match=r"^算式的括号套得太深$"):
        read(f"立案 {sign * (DEEPEST + 1)}")


def test_brackets_alone_have_no_depth() -> None:
    """As many as Python itself reads; it is what they hold that counts."""
    assert evaluate(read("(" * 150 + "听证" + ")" * 150), SCOPE) == 3


@pytest.mark.parametrize(
    ("typed", "used", "behind"),
    [
        ("1 + 2", set(), set()),
        ("立案", {"立案"}, set()),
        ("立案 + 立案.value - 上年.听证", {"立案", "上年"}, set()),
        ("立案 | 占比(听证 | 两倍) | 列出", {"立案", "听证"}, {"占比", "两倍", "列出"}),
        ("'立案' if 率 > 3 else (名 | 列出)", {"率", "名"}, {"列出"}),
    ],
)
def test_the_names_and_the_filters_of_an_expression(typed: str, used: set[str], behind: set[str]) -> None:
    """Neither attributes nor quoted texts are names, and a filter is found at any depth."""
    expression = read(typed)
    assert (names(expression), filters(expression)) == (used, behind)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("1 / 0", DivisionByZero),
        ("5 % 0", ZeroDivisionError),
        ("-名", TypeError),
        ("名 < 1", TypeError),
        ("缺", KeyError),
    ],
)
def test_arithmetic_ends_in_its_own_errors(typed: str, error: type[Exception]) -> None:
    """The caller says what they mean."""
    with pytest.raises(error):
        evaluate(read(typed), SCOPE)


@pytest.mark.parametrize(
    ("typed", "error", "reason"),
    [
        ("", NoExpression, ""),
        ("立案 +", NoExpression, ""),
        ("2 ** 9", NoExpression, ""),
        ("立案[0]", NoExpression, ""),
        ("立案 in 名", NoExpression, ""),
        ("None", NoExpression, ""),
        ("立案 | 1", NoExpression, ""),
        ("立案 | 两倍(times=3)", NoExpression, ""),
        ("立案 + 名()", Forbidden, "这里不能调用函数"),
        ("1e999", Forbidden, "数太大"),
    ],
)
def test_what_is_not_ours_is_refused(typed: str, error: type[Exception], reason: str) -> None:
    """However deep it stands, with the reason where there is one to tell."""
    with pytest.raises(error) as caught:
        evaluate(read(typed), SCOPE)
    assert str(caught.value) == reason


@pytest.mark.parametrize("typed", ["名 + 1", "名 + 名 + 1", "名 * 2", "(1 < 2) + 名"])
def test_texts_are_joined_with_texts_alone(typed: str) -> None:
    """And what to write instead is told."""
    with pytest.raises(Forbidden, match=r"^加减乘除只能用于数，指标要写 \.value$"):
        evaluate(read(typed), SCOPE)
