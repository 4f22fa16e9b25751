"""`{{ … }}` in a text: the only thing in it that is not literal, evaluated in a closed sandbox."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from ecoreport import lastyear
from ecoreport.lastyear import Incomparable, LastYear, plain
from ecoreport.model import Figure
from ecoreport.openings import UNFILLED
from ecoreport.problems import Finding, Path

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

COMPARISONS: Mapping[str, Callable[..., str]] = {
    "同比": lastyear.year_on_year,
    "增减": lastyear.difference,
    "倍数": lastyear.ratio,
}
LITERAL_HELP = '要原样印出“{{”，就写 {{ "{{" }}'
LONGEST = 500  # characters of one expression
_COMPUTABLE = "核对名称和算式；取数值写 .value，取单位写 .unit"
# What typed arithmetic can come to, besides the errors of Jinja2.
_FAILURES = (
    ArithmeticError,
    TypeError,
    ValueError,
    LookupError,
    NameError,
    AttributeError,
    RecursionError,
    SyntaxError,
)
_KEPT = 1024  # expressions that are kept compiled; a report has some tens
ATTRIBUTES = frozenset({"value", "unit", "whole", "source", "note"})
Names = Mapping[str, object]

_NARROW = str.maketrans("｜＋－＊／", "|+-*/")
_NO_FILTER = re.compile("No (?:filter|test) named '(.*?)'")

_REFERENCE = re.compile(r"""\{\{(?P<expression>(?:"[^"]*"|'[^']*'|(?!\}\})[^"'])*)\}\}""")


@dataclass(frozen=True, slots=True)
class Reference:
    """One `{{ expression }}`: its expression without blanks around it, and where that stands in the text."""

    expression: str
    start: int
    end: int


class ExpressionError(ValueError):
    """An expression that cannot be evaluated: code, message, span in the text, mend."""

    def __init__(self, code: str, message: str, span: tuple[int, int], help_: str = "") -> None:
        """Keep what a finding needs."""
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help_

    def finding(self, path: Path) -> Finding:
        """The error as a finding about the text at `path`."""
        return Finding(self.code, self.message, path, self.span, help=self.help)


def parts(text: str) -> Iterator[str | Reference]:
    """The literal stretches and the references of `text`, in order; ExpressionError at an unclosed `{{`."""
    at = 0
    while (opening := text.find("{{", at)) >= 0:
        match = _REFERENCE.match(text, opening)
        if match is None:
            message = "“{{”没有配上“}}”"
            raise ExpressionError("E205", message, (opening, opening + 2), f"补上“}}}}”；{LITERAL_HELP}")
        yield text[at:opening]
        expression = match["expression"]
        start = match.start("expression") + len(expression) - len(expression.lstrip())
        yield Reference(expression.strip(), start, start + len(expression.strip()))
        at = match.end()
    yield text[at:]


def speak(text: str, names: Names) -> str:
    """`text` with every reference replaced by what it prints; ExpressionError where one cannot be."""
    return "".join(part if isinstance(part, str) else printed(part, names) for part in parts(text))


def literal(text: str) -> str:
    """`text` as it is to be typed so that `{{` in it prints as such."""
    return text.replace("{{", '{{ "{{" }}')


def faults(text: str, names: Names) -> Iterator[ExpressionError]:
    """Every reference of `text` that cannot be evaluated."""
    try:
        for part in parts(text):
            if isinstance(part, Reference):
                try:
                    printed(part, names)
                except ExpressionError as error:
                    yield error
    except ExpressionError as error:
        yield error


def holds(assertion: str, values: Names) -> bool:
    """Whether a 核对式 is true of the exact values; ExpressionError where it cannot be computed."""
    whole = (0, len(assertion))
    result = _evaluate(Reference(assertion, *whole), values)
    if not isinstance(result, bool):
        raise ExpressionError("E209", "核对式要有比较：==、!=、<、<=、>、>=", whole)
    return result


def used_names(text: str, names: Names) -> frozenset[str]:
    """Which of `names` the references of a sound `text` use."""
    used: set[str] = set()
    for part in parts(text):
        if isinstance(part, Reference):
            plain_name = part.expression in names
            used.update([part.expression] if plain_name else (n for n in names if _mentions(part.expression, n)))
    return frozenset(used)


def names_in(text: str, names: Names) -> Iterator[str]:
    """Those of `names` that the references of `text` use, in order; up to what cannot be read."""
    try:
        for part in parts(text):
            if isinstance(part, Reference):
                here = (name for name in names if _mentions(part.expression, name))
                yield from (part.expression,) if part.expression in names else sorted(here, key=part.expression.find)
    except ExpressionError:
        return


def _mentions(expression: str, name: str) -> bool:
    return name in expression and re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", expression) is not None


def printed(part: Reference, names: Names) -> str:
    """What one reference prints; ExpressionError where it cannot be evaluated."""
    result = _evaluate(part, names)
    if isinstance(result, Decimal):
        return plain(result)
    if isinstance(result, str | Figure) or (isinstance(result, int) and not isinstance(result, bool)):
        return str(result)
    raise ExpressionError("E205", f"“{part.expression}”的结果不是文字，也不是数", (part.start, part.end))


def _evaluate(part: Reference, names: Names) -> object:
    if part.expression in names:
        return names[part.expression]
    span = (part.start, part.end)
    if not part.expression:
        raise ExpressionError("E205", "“{{ }}”里要写指标的名称", (part.start - 1, part.end + 1), LITERAL_HELP)
    if len(part.expression) > LONGEST:
        raise ExpressionError("E205", f"算式太长（{len(part.expression)}字）", span, f"不超过{LONGEST}字")
    source, variables = _with_identifiers(part.expression, names)
    unknown = _unknown_names(source, variables, span)
    if unknown:
        raise _no_such_name(part, unknown[0], names)
    if any(_mentions(part.expression, name) for name in open_figures(names)):
        return UNFILLED
    return _run(source, variables, part)


def open_figures(names: Names) -> tuple[str, ...]:
    """Those of `names` whose figures are still to be filled in."""
    return tuple(name for name, value in names.items() if isinstance(value, Figure) and value.quantity.is_open)


def _with_identifiers(expression: str, names: Names) -> tuple[str, dict[str, object]]:
    """The expression with names such as PM2.5, which are no identifiers, replaced by some that are."""
    variables = dict(names)
    aliases: dict[str, str] = {}
    odd = sorted((name for name in names if not name.isidentifier()), key=len, reverse=True)
    for at, name in enumerate(odd):
        if name in expression:
            stand_in = f"figure_{at}_"
            expression = expression.replace(name, stand_in)
            variables[stand_in] = names[name]
            aliases[stand_in] = name
    if isinstance(last := variables.get(lastyear.NAME), LastYear) and aliases:
        variables[lastyear.NAME] = last.renamed(aliases)
    return expression, variables


def _unknown_names(source: str, variables: Mapping[str, object], span: tuple[int, int]) -> list[str]:
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 - only texts that compute need Jinja2

    try:
        undeclared = _undeclared(source)
    except TemplateSyntaxError as error:
        unknown = _NO_FILTER.match(error.message or "")
        message = f"没有叫“{unknown[1]}”的换算" if unknown else f"看不懂“{source}”"
        wide = source.translate(_NARROW)
        bare = re.sub(r"[“”‘’\"'\s\u3000]", "", source)
        help_ = f"写成 {{{{ {bare} }}}}" if bare in variables else f"这里只能写指标名称或算式；{LITERAL_HELP}"
        if wide != source:
            help_ = f"“｜”等要用半角，写成 {{{{ {wide} }}}}"
        raise ExpressionError("E205", message, span, help_) from None
    except RecursionError:
        raise ExpressionError("E205", "算式的括号套得太深", span, "分开来写") from None
    except (TemplateError, *_FAILURES):  # Jinja2 computes what is constant before it runs anything
        raise ExpressionError("E205", f"算不出“{source}”", span, _COMPUTABLE) from None
    return sorted(undeclared - set(variables), key=source.find)


@lru_cache(_KEPT)
def _undeclared(source: str) -> frozenset[str]:
    from jinja2 import meta  # noqa: PLC0415 - see above

    return frozenset(meta.find_undeclared_variables(_sandbox().parse("{{ " + source + " }}")))


@lru_cache(_KEPT)
def _compiled(source: str) -> Callable[..., object]:
    return _sandbox().compile_expression(source, undefined_to_none=False)


def _no_such_name(part: Reference, name: str, names: Names) -> ExpressionError:
    at = max(part.expression.find(name), 0)
    span = (part.start + at, part.start + at + len(name))
    close = difflib.get_close_matches(name, list(names), 1, 0.5)
    help_ = f"是不是“{close[0]}”？" if close else "在 figures 里加上它，或者改成已有的名称"
    return ExpressionError("E204", f"没有叫“{name}”的指标", span, help_)


def _run(source: str, variables: Mapping[str, object], part: Reference) -> object:
    from jinja2 import TemplateError  # noqa: PLC0415 - see above

    span = (part.start, part.end)
    try:
        result = _compiled(source)(**variables)
        str(result)  # a strict undefined value fails here, not later
    except Incomparable as error:
        raise ExpressionError("E216", str(error), span, error.help) from None
    except (TemplateError, *_FAILURES) as error:
        told = f"：{error}" if isinstance(error, TemplateError) else ""
        message = f"算不出“{part.expression}”{told}"
        raise ExpressionError("E205", message, span, _COMPUTABLE) from None
    return result


@cache
def _sandbox() -> "ImmutableSandboxedEnvironment":
    """Jinja2 with nothing but names, arithmetic, comparison and our own filters: no calls, no globals."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - see above
    from jinja2.exceptions import SecurityError  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    class Missing(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            return self._undefined_hint or f"没有“{self._undefined_name}”"

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**", "%"})

        def call(self, *_: Any, **__: Any) -> Any:  # noqa: ANN401
            raise SecurityError("这里不能调用函数")

        def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
            return obj.figure(attribute) if isinstance(obj, LastYear) else super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
            return isinstance(obj, Figure) and attr in ATTRIBUTES

        def unsafe_undefined(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
            return self.undefined(f"不能取“{attribute}”", obj=obj, name=attribute, exc=SecurityError)

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
            if operator == "**" or not all(isinstance(side, int | Decimal) for side in (left, right)):
                raise SecurityError(f"“{operator}”只能用于两个数")
            return super().call_binop(context, operator, left, right)

    sandbox = Sandbox(undefined=Missing, cache_size=0)
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.filters |= {name: _with_last_year(function) for name, function in COMPARISONS.items()}
    sandbox.filters["占比"] = lastyear.share
    return sandbox


def _with_last_year(function: Callable[..., str]) -> Callable[..., str]:
    """The function as a filter that is given last year out of the names in use."""
    from jinja2 import pass_context  # noqa: PLC0415 - see above

    @pass_context
    def compared(context: Mapping[str, Any], figure: Figure, *arguments: int) -> str:
        return function(figure, context[lastyear.NAME], *arguments)

    return compared
