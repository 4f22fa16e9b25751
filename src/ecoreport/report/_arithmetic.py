"""What may stand in `{{ … }}`: names, numbers, texts, sums, comparisons, filters; read by Python's parser, never run.

Every kind of node that is evaluated stands below; what is not there cannot be reached. Nothing is called but the
filters that the caller hands in, and no attribute is taken but by the caller's function.
"""

import ast
import operator
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeGuard

Expression = ast.expr
DEEPEST = 100  # levels of brackets, signs and operands
_KEPT = 1024  # expressions that are kept read; a report has some tens
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_BREAKS = re.compile(r"\s*[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]\s*")
_KINDS = (ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.IfExp)
_OPERATORS: Mapping[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.And: all,
    ast.Or: any,
}


class NoExpression(ValueError):  # noqa: N818 - it names the outcome: no expression
    """A text that is no expression; with the reason, where there is more to say than that."""


class Forbidden(ValueError):  # noqa: N818 - it names the outcome
    """An expression that wants what none may have, or what its values do not give; with the reason."""


class Scope(NamedTuple):
    """What an expression may use: values by name, filters by name, and how an attribute of a value is taken."""

    values: Mapping[str, object]
    filters: Mapping[str, Callable[..., object]]
    attribute: Callable[[object, str], object]


@lru_cache(_KEPT)
def read(source: str) -> Expression:
    """The expression in `source`; NoExpression where it is none, Forbidden where it asks for more than there is."""
    one_line = _BREAKS.sub(" ", source)
    if "#" in _QUOTED.sub("", one_line):  # Python would take what follows for a comment
        raise NoExpression
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python finds odd is no matter of the clerk's
            expression = ast.parse(one_line.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError):
        raise NoExpression from None
    except RecursionError:
        raise NoExpression("算式的括号套得太深") from None
    _look_through(expression, DEEPEST)
    return expression


def names(expression: Expression) -> frozenset[str]:
    """The names that it uses, but for those of filters."""
    return frozenset(node.id for node in _all(expression) if isinstance(node, ast.Name))


def filters(expression: Expression) -> frozenset[str]:
    """The filters that it uses."""
    return frozenset(_filter(node.right)[0] for node in _all(expression) if _is_piped(node))


def evaluate(node: Expression, scope: Scope) -> object:  # noqa: PLR0911 - one for each kind of node
    """What a read expression comes to; Forbidden, or whatever error its arithmetic ends in."""
    match node:
        case ast.Constant(value=value):
            return _number(value) if isinstance(value, float) else value
        case ast.Name(id=name):
            return scope.values[name]
        case ast.Attribute(value=owner, attr=name):
            return scope.attribute(evaluate(owner, scope), name)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            name, arguments = _filter(right)
            return scope.filters[name](evaluate(left, scope), *(evaluate(one, scope) for one in arguments))
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(op, evaluate(left, scope), evaluate(right, scope))
        case ast.UnaryOp(op=op, operand=operand):
            return _OPERATORS[type(op)](evaluate(operand, scope))
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [evaluate(one, scope) for one in (left, *others)]
            return all(_OPERATORS[type(op)](*pair) for op, pair in zip(ops, pairwise(sides), strict=True))
        case ast.BoolOp(op=op, values=values):
            return _OPERATORS[type(op)](bool(evaluate(one, scope)) for one in values)
        case ast.IfExp(test=test, body=body, orelse=other):
            return evaluate(body if evaluate(test, scope) else other, scope)
    raise NoExpression


def _binary(op: ast.operator, left: object, right: object) -> object:
    numbers = isinstance(left, int | Decimal) and isinstance(right, int | Decimal)
    if not numbers and not (isinstance(op, ast.Add) and isinstance(left, str) and isinstance(right, str)):
        raise Forbidden("加减乘除只能用于数，指标要写 .value")
    if isinstance(op, ast.Div) and isinstance(left, int):
        left = Decimal(left)
    return _OPERATORS[type(op)](left, right)


def _number(value: float) -> Decimal:
    """The very number that was typed, which Python has read as a float."""
    number = Decimal(repr(value))
    if not number.is_finite():
        raise Forbidden("数太大")
    return number


def _is_piped(node: Expression) -> TypeGuard[ast.BinOp]:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _filter(node: Expression) -> tuple[str, list[Expression]]:
    """The name behind a `|` and its arguments; NoExpression where no filter stands there."""
    match node:
        case ast.Name(id=name):
            return name, []
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            return name, arguments
    raise NoExpression


def _below(node: Expression) -> list[Expression]:
    """The operands that this one is made of; NoExpression or Forbidden where it is of no kind that is evaluated."""
    if isinstance(node, ast.Call):
        raise Forbidden("这里不能调用函数")
    if _is_piped(node):
        return [node.left, *_filter(node.right)[1]]
    if isinstance(node, ast.Constant):
        if type(node.value) not in (str, int, float):
            raise NoExpression
        return []
    parts = list(ast.iter_child_nodes(node))
    operators = [part for part in parts if not isinstance(part, ast.expr | ast.expr_context)]
    if not isinstance(node, _KINDS) or any(type(one) not in _OPERATORS for one in operators):
        raise NoExpression
    return [part for part in parts if isinstance(part, ast.expr)]


def _all(node: Expression) -> Iterator[Expression]:
    yield node
    for one in _below(node):
        yield from _all(one)


def _look_through(node: Expression, depth: int) -> None:
    if depth < 0:
        raise NoExpression("算式的括号套得太深")
    for one in _below(node):
        _look_through(one, depth - 1)
