"""What may stand in `{{ … }}` and in a 核对式: names, decimal numbers, sums, comparisons, filters; nothing is run.

    comparison = piped {("==" | "!=" | "<" | "<=" | ">" | ">=") piped}
    piped      = sum {"|" filter ["(" [piped {"," piped}] ")"]}
    sum        = product {("+" | "-" | "−") product}
    product    = signed {("*" | "×" | "/" | "÷") signed}
    signed     = ("+" | "-" | "−") signed | atom {"." name}
    atom       = number | text in quotes | name | "(" comparison ")"

The names of figures come first, the longest before others: PM2.5 and A-B类案件 are names like any other. Numbers are
Decimal, and sums and products of them exact; a quotient has 28 digits.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ecoreport.report._tokens import NoExpression, Token, no_sign, standing, tokens

DEEPEST = 50  # brackets and signs in each other
_KEPT = 1024  # expressions that are kept read; a report has some tens
_EXACT, _QUOTIENT = Context(prec=4000), Context(prec=28)
_COMPARISONS: Mapping[str, Callable[..., bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_SUMS = {"+": operator.add, "-": operator.sub, "−": operator.sub}
_PRODUCTS = {"*": operator.mul, "×": operator.mul, "/": operator.truediv, "÷": operator.truediv}
_WORDS = ("and", "or", "if")  # of programs, which some know
_OPERAND = "这里要写指标名称或者数"


class Forbidden(ValueError):  # noqa: N818 - it names the outcome
    """An expression that wants what none may have, or what its values do not give; with the reason."""


class Scope(NamedTuple):
    """What an expression may use: values by name, filters by name, and how an attribute of a value is taken."""

    values: Mapping[str, object]
    filters: Mapping[str, Callable[..., object]]
    attribute: Callable[[object, str], object]


Value = Callable[[Scope], object]


class Expression(NamedTuple):
    """An expression that was read: what it comes to, the names in order, and the filters that it uses."""

    value: Value
    names: tuple[Token, ...]
    filters: tuple[Token, ...]


def read(source: str, names: Iterable[str]) -> Expression:
    """The expression in `source`, in which `names` are known; NoExpression where it is none, Forbidden for a call."""
    return _read(source, standing(source, names))


@lru_cache(_KEPT)
def _read(source: str, names: tuple[str, ...]) -> Expression:
    return _Reader(tokens(source, names)).whole()


class _Reader:
    """Goes through the tokens once, each rule of the grammar a method."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._found = found
        self._at = self._depth = 0
        self._names: list[Token] = []
        self._filters: list[Token] = []

    @property
    def _here(self) -> Token:
        return self._found[self._at]

    def _take(self, wanted: Iterable[str]) -> str:
        if self._here.kind == "mark" and self._here.text in wanted:
            self._at += 1
            return self._found[self._at - 1].text
        return ""

    def whole(self) -> Expression:
        value = self._comparison()
        if self._here.kind != "end":
            raise self._odd()
        return Expression(value, tuple(self._names), tuple(self._filters))

    def _odd(self) -> NoExpression:
        """What stands here cannot follow what stands before."""
        token = self._here
        if token.text == "(" and self._at and self._found[self._at - 1].kind in ("name", "word", "text"):
            raise Forbidden("这里不能调用函数")
        if token.text == ")":
            return NoExpression("“)”前面没有“(”", token.span, "去掉它，或者在前面补上“(”")
        if token.kind == "odd":
            return no_sign(token)
        if token.text in _WORDS:
            return NoExpression(f"算式里不写“{token.text}”", token.span, "分开来写；核对式分成几条")
        return NoExpression(f"“{token.text}”前面少了算式符号", token.span, "中间写 + - × ÷ 或者 == < > 这样的符号")

    def _comparison(self) -> Value:
        sides, marks = [self._piped()], []
        while mark := self._take(_COMPARISONS):
            marks.append(_COMPARISONS[mark])
            sides.append(self._piped())
        if not marks:
            return sides[0]

        def compared(scope: Scope) -> bool:
            values = [side(scope) for side in sides]
            return all(mark(*pair) for mark, pair in zip(marks, pairwise(values), strict=True))

        return compared

    def _piped(self) -> Value:
        value, steps = self._sum(), []
        while self._take("|"):
            self._filters.append(self._word("“|”后面要写换算，例如 同比"))
            steps.append((self._filters[-1].text, self._arguments()))
        if not steps:
            return value

        def filtered(scope: Scope) -> object:
            result = value(scope)
            for name, arguments in steps:
                result = scope.filters[name](result, *(one(scope) for one in arguments))
            return result

        return filtered

    def _arguments(self) -> tuple[Value, ...]:
        opening = self._here
        found: list[Value] = []
        if self._take("("):
            while not self._take(")"):
                found.append(self._piped())
                if not self._take(","):
                    self._close(opening)
                    break
        return tuple(found)

    def _close(self, opening: Token) -> None:
        if not self._take(")"):
            if self._here.kind != "end":
                raise self._odd()
            raise NoExpression("“(”没有配上“)”", opening.span, "在后面补上“)”")

    def _sum(self) -> Value:
        return self._chain(_SUMS, lambda: self._chain(_PRODUCTS, self._signed))

    def _chain(self, marks: Mapping[str, Callable[[object, object], object]], below: Callable[[], Value]) -> Value:
        """Operands of one rank from left to right; in a loop, for a sum may be as long as its text."""
        first, rest = below(), []
        while mark := self._take(marks):
            rest.append((marks[mark], below()))
        if not rest:
            return first

        def reckoned(scope: Scope) -> object:
            result = first(scope)
            for function, value in rest:
                result = _reckoned(function, result, value(scope))
            return result

        return reckoned

    def _signed(self) -> Value:
        if sign := self._take(_SUMS):
            value = self._deeper(self._signed)
            return value if sign == "+" else lambda scope: _reckoned(operator.sub, Decimal(0), value(scope))
        value = self._atom()
        while self._take("."):
            value = _attribute(value, self._word("“.”后面要写 value、unit 或者指标名称").text)
        return value

    def _deeper(self, rule: Callable[[], Value]) -> Value:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NoExpression("算式的括号套得太深", (self._found[0].start, self._found[-1].start), "分开来写")
        value = rule()
        self._depth -= 1
        return value

    def _atom(self) -> Value:
        token = self._here
        if self._take("("):
            value = self._deeper(self._comparison)
            self._close(token)
            return value
        if token.kind not in ("text", "number", "name", "word"):
            raise self._lacking()
        self._at += 1
        if token.kind == "text":
            return lambda _: token.text[1:-1]
        if token.kind == "number":
            number = Decimal(token.text)
            return lambda _: number
        self._names.append(token)
        return lambda scope: scope.values[token.text]

    def _lacking(self) -> NoExpression:
        """No operand stands where one must."""
        token, before = self._here, self._found[self._at - 1] if self._at else None
        if token.kind == "odd":
            return no_sign(token)
        if before is None:
            return NoExpression(f"“{token.text}”前面少了指标名称或者数", token.span, _OPERAND)
        return NoExpression(f"“{before.text}”后面少了指标名称或者数", before.span, _OPERAND)

    def _word(self, help_: str) -> Token:
        token = self._here
        if token.kind not in ("name", "word"):
            before = self._found[self._at - 1]
            raise NoExpression(f"“{before.text}”后面写得不对", before.span, help_)
        self._at += 1
        return token


def _attribute(owner: Value, name: str) -> Value:
    return lambda scope: scope.attribute(owner(scope), name)


def _reckoned(function: Callable[[object, object], object], left: object, right: object) -> object:
    if not all(isinstance(one, int | Decimal) and not isinstance(one, bool) for one in (left, right)):
        raise Forbidden("加减乘除只能用于数，指标要写 .value")
    quotient = function is operator.truediv
    with localcontext(_QUOTIENT if quotient else _EXACT):
        return function(Decimal(left) if isinstance(left, int) else left, right)
