"""Templates with an end: a project's own are programs, but none may run for ever or fill the memory.

What Jinja2's sandbox leaves open is closed here: loops are counted, whatever a template prints or joins together is
measured, and what makes a long text out of a short one (`'a' * 10**9`, widths, formats) is not there.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import do_round, make_attrgetter
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_TURNS = 500_000  # of all loops together; a report a thousand times over takes 8,000
MOST_BITS = 500  # of a whole number
MOST_DECIMALS = 10
MOST_CHARACTERS = 20_000_000  # printed or joined in all; the same report has 1,600,000
# Filters that need neither widths nor formats; join, replace, round and string are ours.
FILTERS = frozenset({
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select",
    "selectattr", "sort", "striptags", "sum", "title", "trim", "truncate", "unique", "upper",
})  # fmt: skip
# The methods of texts that make none that is longer.
METHODS = frozenset({
    "capitalize", "casefold", "count", "endswith", "find", "index", "isalpha", "isascii", "isdecimal",
    "isdigit", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
})  # fmt: skip
_NUMBERS = (int, float, Decimal)
_VIEWS = frozenset({"get", "items", "keys", "values"})
_OF_LOOPS = frozenset({"cycle", "changed"})


@dataclass
class _Spent:
    turns: int = 0
    characters: int = 0


_SPENT: ContextVar[_Spent] = ContextVar("_SPENT")


class Bounded(ImmutableSandboxedEnvironment):
    """An environment whose templates end; `finalize` is what every printed value passes through."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, finalize: Callable[[str], str], marked: Callable[[str], str], **options: Any) -> None:  # noqa: ANN401
        """Leave nothing of Jinja2's own that is not asked for; `marked` says of a text that it has been finalized."""
        self._marked = marked

        def measured(value: object) -> str:
            return self.joined(finalize(said(value)))

        super().__init__(undefined=StrictUndefined, finalize=measured, **options)
        self.globals.clear()
        self.filters = {name: function for name, function in self.filters.items() if name in FILTERS}
        self.filters |= {
            "join": self._join,
            "replace": self._replace,
            "round": _round,
            "string": said,
            "marked": marked,
        }

    def begin(self) -> None:
        """Count from nothing: a report is about to be rendered."""
        _SPENT.set(_Spent())

    def turn(self) -> str:
        """One more turn of a loop; prints nothing."""
        spent = _SPENT.get()
        spent.turns += 1
        if spent.turns > MOST_TURNS:
            raise TemplateRuntimeError(f"循环超过{MOST_TURNS}次")
        return ""

    def joined(self, *values: object) -> str:
        """The values as one text, which is measured."""
        texts = [said(value) for value in values]
        self._measure(sum(map(len, texts)))
        return texts[0] if len(texts) == 1 else "".join(texts)

    def _measure(self, length: int) -> None:
        spent = _SPENT.get()
        spent.characters += length
        if spent.characters > MOST_CHARACTERS:
            raise TemplateRuntimeError(f"印出来、接起来的超过{MOST_CHARACTERS}字")

    def _join(self, values: Iterable[object], d: object = "", attribute: str | int | None = None) -> str:
        between = said(d)
        wanted = make_attrgetter(self, attribute) if attribute is not None else None
        texts = [said(wanted(value) if wanted else value) for value in values]
        self._measure(sum(map(len, texts)) + len(between) * len(texts))
        return between.join(texts)

    def _replace(self, text: object, old: object, new: object, count: int = -1) -> str:
        whole, before, after = said(text), said(old), said(new)
        self._measure(len(whole) + (whole.count(before) + 1) * len(after))
        return whole.replace(before, after, count)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with its loops counted and what `~` joins measured."""
        return _Counted().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]

    def call(self, context: Any, obj: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        """Call what is our own, a macro, or a method that makes nothing long; SecurityError for all else."""
        if not callable(obj):
            raise SecurityError("这里不能带括号“()”")
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", type(obj).__name__)
        if isinstance(owner, str) and name == "replace":
            return self._replace(owner, *arguments)
        if isinstance(owner, str) and name == "join":
            return self._join(arguments[0] if arguments else (), owner)
        if isinstance(obj, Macro | BlockReference | LoopContext):
            return self._marked(super().call(context, obj, *arguments, **named))
        if not (obj in (self.turn, self.joined) or _is_harmless(obj)):
            raise SecurityError(f"模板里不能调用“{name}”")
        return super().call(context, obj, *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Arithmetic is for numbers, and without powers; texts and lists may be put together, measured."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined(left, right)
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self._measure(len(left) + len(right))
        elif operator == "**":
            raise SecurityError("模板里不能写乘方“**”")
        elif operator != "+" and not all(isinstance(one, _NUMBERS) for one in (left, right)):
            raise SecurityError(f"模板里“{operator}”只能用于两个数")
        elif sum(one.bit_length() for one in (left, right) if isinstance(one, int)) > MOST_BITS:
            raise SecurityError("数太大")
        return super().call_binop(context, operator, left, right)


class _Counted(NodeTransformer):
    """Puts a count into every loop, and a measure around every `~`."""

    def visit_For(self, loop: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja2's names
        """A turn is counted before anything else is done in it."""
        loop.body.insert(0, nodes.Output([_call("turn", [], loop.lineno)], lineno=loop.lineno))
        return self.generic_visit(loop)

    def visit_AssignBlock(self, block: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """What a block has printed into a name is Markdown already."""
        if block.filter is None:
            block.filter = nodes.Filter(None, "marked", [], [], None, None, lineno=block.lineno)
        return self.generic_visit(block)

    def visit_Concat(self, concat: nodes.Concat) -> nodes.Node:  # noqa: N802
        """What is joined is joined by us."""
        self.generic_visit(concat)
        return _call("joined", concat.nodes, concat.lineno)


def said(value: object) -> str:
    """A value as text; SecurityError for what is no text, number or day, such as a list, or a method without ()."""
    if isinstance(value, str):
        return value
    if callable(value) and not isinstance(value, Undefined):
        raise SecurityError(f"少了括号“()”，或者不能印：{getattr(value, '__name__', type(value).__name__)}")
    if isinstance(value, list | tuple | dict | set | frozenset):
        raise SecurityError("列表不能直接印，用循环，或者用 join 接起来")
    return str(value)


def _round(value: float, precision: int = 0, method: str = "common") -> float:
    if not -MOST_DECIMALS <= precision <= MOST_DECIMALS:
        raise SecurityError(f"小数位数最多{MOST_DECIMALS}位")
    return do_round(value, precision, method)  # type: ignore[arg-type]


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None, lineno=line)


def _is_harmless(method: object) -> bool:
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    known = (str, METHODS), (dict, _VIEWS), (LoopContext, _OF_LOOPS)
    return any(isinstance(owner, kind) and name in names for kind, names in known)
