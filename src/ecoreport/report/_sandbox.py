"""Templates in Jinja2's immutable sandbox: a project's own are programs, but reach nothing and make nothing huge.

Time is limited for the whole rendering (`_watchdog`). Here is seen to what one step could do beyond that: texts are put
together under a common limit, and what makes a long text out of a short one (`'a' * 10**9`, widths) is not there.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import do_round, make_attrgetter
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST_SECONDS = 10.0  # of one rendering; a report a thousand times over takes two
MOST_CHARACTERS = 20_000_000  # printed or put together in all; a report a thousand times over has 1,600,000
_LARGEST = 10**15  # of a number that is multiplied
_MOST_DECIMALS = 10
# Filters without widths and formats; join, replace, round and string are ours.
_FILTERS = frozenset({
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items",
    "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select",
    "selectattr", "sort", "striptags", "sum", "title", "trim", "truncate", "unique", "upper",
})  # fmt: skip
# The methods that may be called: of texts those that make none that is longer.
_METHODS = {
    str: frozenset({
        "capitalize", "casefold", "count", "endswith", "find", "index", "isalpha", "isascii", "isdecimal",
        "isdigit", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit",
        "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
    }),
    dict: frozenset({"get", "items", "keys", "values"}),
    LoopContext: frozenset({"cycle", "changed"}),
}  # fmt: skip
_made: ContextVar[int] = ContextVar("_made")  # characters of this rendering so far


class TooLongError(Exception):
    """A rendering has taken more than the time that it has."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one rendering at a time; `finalize` is what every printed value passes through."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, finalize: Callable[[str], str], marked: Callable[[str], str], **options: Any) -> None:  # noqa: ANN401
        """Leave nothing of Jinja2's own that is not asked for; `marked` says of a text that it has been finalized."""
        self._marked = marked
        super().__init__(
            undefined=StrictUndefined, finalize=lambda value: self.joined(finalize(said(value))), **options
        )
        self.globals.clear()
        self.filters = {name: function for name, function in self.filters.items() if name in _FILTERS}
        self.filters |= {
            "join": self._join,
            "replace": self._replace,
            "round": _round,
            "string": said,
            "marked": marked,
        }

    @staticmethod
    def begin() -> None:
        """Count from nothing: a report is about to be rendered."""
        _made.set(0)

    def joined(self, *values: object) -> str:
        """The values as one text, which is measured."""
        texts = [said(value) for value in values]
        _measure(sum(map(len, texts)))
        return texts[0] if len(texts) == 1 else "".join(texts)

    def _join(self, values: Iterable[object], d: object = "", attribute: str | int | None = None) -> str:
        between = said(d)
        wanted = make_attrgetter(self, attribute) if attribute is not None else None
        texts = [said(wanted(value) if wanted else value) for value in values]
        _measure(sum(map(len, texts)) + len(between) * len(texts))
        return between.join(texts)

    @staticmethod
    def _replace(text: object, old: object, new: object, count: int = -1) -> str:
        whole, before, after = said(text), said(old), said(new)
        _measure(len(whole) + (whole.count(before) + 1) * len(after))
        return whole.replace(before, after, count)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, with what `~` joins measured and what a block prints into a name taken for Markdown."""
        return _Measured().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """As Jinja2 has it; of a tuple, as items and paragraphs are, it need not ask whether it is code or changes."""
        return not attr.startswith("_") if isinstance(obj, tuple) else super().is_safe_attribute(obj, attr, value)

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
        known = obj == self.joined or any(isinstance(owner, kind) and name in names for kind, names in _METHODS.items())
        if not known:
            raise SecurityError(f"模板里不能调用“{name}”")
        return super().call(context, obj, *arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Arithmetic is for numbers, and without powers; texts and lists may be put together, measured."""
        if operator == "**":
            raise SecurityError("模板里不能写乘方“**”")
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined(left, right)
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            _measure(len(left) + len(right))
        elif operator != "+" and not all(isinstance(one, int | float | Decimal) for one in (left, right)):
            raise SecurityError(f"模板里“{operator}”只能用于两个数")
        elif operator == "*" and max(abs(left), abs(right)) > _LARGEST:
            raise SecurityError("数太大")
        return super().call_binop(context, operator, left, right)


class _Measured(NodeTransformer):
    """Puts `joined` into the place of every `~`, and `marked` behind every block that is set to a name."""

    def visit_Concat(self, concat: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja2's names
        self.generic_visit(concat)
        joined = nodes.EnvironmentAttribute("joined")
        return nodes.Call(joined, concat.nodes, [], None, None, lineno=concat.lineno)

    def visit_AssignBlock(self, block: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        if block.filter is None:
            block.filter = nodes.Filter(None, "marked", [], [], None, None, lineno=block.lineno)
        return self.generic_visit(block)


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
    if not -_MOST_DECIMALS <= precision <= _MOST_DECIMALS:
        raise SecurityError(f"小数位数最多{_MOST_DECIMALS}位")
    return do_round(value, precision, method)  # type: ignore[arg-type]


def _measure(length: int) -> None:
    _made.set(_made.get() + length)
    if _made.get() > MOST_CHARACTERS:
        raise TemplateRuntimeError(f"印出来、接起来的超过{MOST_CHARACTERS}字")
