"""`{{ … }}` in a text: the only thing in it that is not literal."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report import _grammar, _year_on_year
from ecoreport.report._tokens import NoExpression, Token, standing, tokens
from ecoreport.report._year_on_year import Incomparable, LastYear, NoLastYear
from ecoreport.text.placeholders import UNFILLED
from ecoreport.text.quantity import plain
from ecoreport.text.similarity import closest
from ecoreport.yearfile.model import Figure

COMPARISONS: Mapping[str, Callable[..., str]] = {
    "同比": _year_on_year.year_on_year,
    "增减": _year_on_year.difference,
    "倍数": _year_on_year.multiple,
}
SHARE = "占比"
FILTERS = (*COMPARISONS, SHARE)
LITERAL_HELP = '要原样印出“{{”，就写 {{ "{{" }}'
_BROKEN = 20  # references without their end in one text; each may be looked for to the end of it
LONGEST = 500  # characters of one expression
UNKNOWN = "□"  # stands for what a wrong reference would print
_COMPUTABLE = "核对名称和算式；取数值写 .value，取单位写 .unit"
# What typed arithmetic can come to.
_FAILURES = (ArithmeticError, TypeError, ValueError, LookupError, AttributeError)
ATTRIBUTES = frozenset({"value", "unit", "whole", "source", "note"})
Names = Mapping[str, object]

_NARROW = str.maketrans("｜＋－＊／（）．，＞＜＝！", "|+-*/().,><=!")
_REFERENCE = re.compile(r"""\{\{(?P<expression>(?:[^"'{}]++|"[^"]*"|'[^']*'|\{(?!\{))*)\}\}""")
_UNCLOSED = r"\{\{\s*(?P<expression>[^{}｛｝，。；、：\n]{1,60}(?<!\s))\s*(?P<closing>[}｝]{0,2})"


class Reference(NamedTuple):
    """One `{{ expression }}`: its expression without blanks around it, and where that stands in the text.

    The text goes on at `until`; `broken` is what is wrong with one that lacks its `}}`.
    """

    expression: str
    start: int
    end: int
    until: int = 0
    broken: "ExpressionError | None" = None


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
    """The literal stretches and the references of `text`, in order; ExpressionError where too many lack their end."""
    at = broken = 0
    while (opening := text.find("{{", at)) >= 0:
        match = _REFERENCE.match(text, opening)
        error = None if match else _unclosed(text, opening)
        broken += match is None
        if error and broken > _BROKEN:
            raise error
        yield text[at:opening]
        at = error.span[1] if error else match.end() if match else 0
        inner = match["expression"] if match else text[opening + 2 : at].rstrip("}｝")
        start = opening + 2 + len(inner) - len(inner.lstrip())
        yield Reference(inner.strip(), start, start + len(inner.strip()), at, error)
    yield text[at:]


def _unclosed(text: str, opening: int) -> ExpressionError:
    """What to say of a `{{` without its end: what stands there for it, and how it should read."""
    match = re.compile(_UNCLOSED).match(text, opening)
    if match is None:
        message = "“{{”没有配上“}}”"
        return ExpressionError("E205", message, (opening, opening + 2), f"补上“}}}}”；{LITERAL_HELP}")
    closing = match["closing"]
    if "｝" in closing:
        message = f"“{closing}”是全角的，要用半角“}}}}”"
    else:
        message = "“{{”只配上一个“}”，少了一个“}”" if closing else "“{{”没有配上“}}”"
    help_ = f"写成 {{{{ {match['expression']} }}}}"
    return ExpressionError("E205", message, match.span(), help_ if closing else f"{help_}；{LITERAL_HELP}")


class Piece(NamedTuple):
    """A stretch of a text as it prints, and where in the typed text it begins.

    One that a reference printed has its `expression` and, where that cannot be evaluated, prints □ and has the `error`.
    """

    text: str
    start: int
    expression: str = ""
    error: ExpressionError | None = None


def evaluated(text: str, names: Names) -> Iterator[Piece]:
    """`text` in stretches, every reference replaced by what it prints; the last one is none of a reference."""
    at = 0
    try:
        for part in parts(text):
            if isinstance(part, str):
                yield Piece(part, at)
                at += len(part)
            else:
                yield _said(part, names)
                at = part.until
    except ExpressionError as error:  # one unclosed {{ too many: what follows is read as plain text
        yield Piece(text[at:], at, error=error)


def _said(part: Reference, names: Names) -> Piece:
    try:
        return Piece(_printed(part, names), part.start, part.expression)
    except ExpressionError as error:
        return Piece(UNKNOWN, part.start, part.expression, error)


def literal(text: str) -> str:
    """`text` as it is to be typed so that `{{` in it prints as such."""
    return text.replace("{{", '{{ "{{" }}')


def holds(assertion: str, values: Names) -> bool:
    """Whether a 核对式 is true of the exact values; ExpressionError where it cannot be computed."""
    whole = (0, len(assertion))
    result = _evaluate(Reference(assertion, *whole), values)
    if not isinstance(result, bool):
        raise ExpressionError("E209", "核对式要有比较：==、!=、<、<=、>、>=", whole)
    return result


def used_names(text: str, names: Names) -> frozenset[str]:
    """Which of `names` the references of a sound `text` use."""
    return frozenset(name for part in parts(text) if isinstance(part, Reference) for name in _mentioned(part, names))


def names_in(text: str, names: Names) -> Iterator[str]:
    """Those of `names` that the references of `text` use, in order; up to what cannot be read."""
    try:
        for part in parts(text):
            if isinstance(part, Reference):
                yield from _mentioned(part, names)
    except ExpressionError:
        return


def _mentioned(part: Reference, names: Names) -> Iterator[str]:
    """Those of `names` that stand in the expression, but behind a dot, each once and in order."""
    if part.expression in names:
        yield part.expression
        return
    if len(part.expression) > LONGEST:  # which is told of, and never evaluated
        yield from standing(part.expression, names)
        return
    found = tokens(part.expression, names)
    here = (token.text for before, token in pairwise((None, *found)) if token and not (before and before.text == "."))
    yield from dict.fromkeys(name for name in here if name in names)


def _printed(part: Reference, names: Names) -> str:
    """What one reference prints; ExpressionError where it cannot be evaluated."""
    result = _evaluate(part, names)
    if isinstance(result, Decimal):
        return plain(result)
    if isinstance(result, str | Figure) or (isinstance(result, int) and not isinstance(result, bool)):
        return str(result)
    raise ExpressionError("E205", f"“{part.expression}”的结果不是文字，也不是数", (part.start, part.end))


def _evaluate(part: Reference, names: Names) -> object:
    if part.broken:
        raise part.broken
    if part.expression in names:
        return names[part.expression]
    span = (part.start, part.end)
    if not part.expression:
        raise ExpressionError("E205", "“{{ }}”里要写指标的名称", (part.start - 1, part.end + 1), LITERAL_HELP)
    if len(part.expression) > LONGEST:
        raise ExpressionError("E205", f"算式太长（{len(part.expression)}字）", span, f"不超过{LONGEST}字")
    expression = _read(part, names)
    used = [token.text for token in expression.names]
    for token in expression.names:
        if token.text not in names:
            raise _no_such_name(part, token, names)
    if any(isinstance(value := names[name], Figure) and value.quantity.is_open for name in used):
        return UNFILLED
    return _run(expression, names, part)


def open_in(text: str, open_figures: Names) -> frozenset[str]:
    """Those of the figures still to be filled in that a 核对式 uses; ExpressionError where it cannot be read."""
    unknown = standing(text, open_figures)
    return used_names("{{" + text + "}}", dict.fromkeys(unknown)) if unknown else frozenset()


def _read(part: Reference, names: Names) -> _grammar.Expression:
    """The expression; ExpressionError where it is none, at the place inside the braces."""
    last = names.get(_year_on_year.NAME)
    speaks_of_last = _year_on_year.NAME in part.expression  # else last year's file need not be read
    known: Iterable[str] = names
    if isinstance(last, LastYear) and speaks_of_last:
        known = (*standing(part.expression, names), *standing(part.expression, last.names))
    try:
        expression = _grammar.read(part.expression, known)
    except NoExpression as error:
        if meant := _rewritten(part.expression, names):
            raise ExpressionError("E205", f"看不懂“{part.expression}”", (part.start, part.end), meant) from None
        span = (part.start + error.span[0], part.start + error.span[1])
        raise ExpressionError("E205", str(error), span, error.help) from None
    except _grammar.Forbidden as error:
        raise _not_computed(part, error) from None
    if unknown := next((one for one in expression.filters if one.text not in FILTERS), None):
        span = (part.start + unknown.start, part.start + unknown.start + len(unknown.text))
        raise ExpressionError("E205", f"没有叫“{unknown.text}”的换算", span, f"能写的有 {'、'.join(FILTERS)}")
    return expression


def _rewritten(expression: str, names: Names) -> str:
    """How an expression should read that is none: its name without quotes and blanks, its marks half-width."""
    bare = re.sub(r"[“”‘’\"'\s\u3000]", "", expression)
    if bare in names:
        return f"写成 {{{{ {bare} }}}}"
    own = sorted((name for name in names if name in expression and name != name.translate(_NARROW)), key=len)
    stretches = re.split(f"({'|'.join(map(re.escape, reversed(own)))})", expression) if own else [expression]
    narrow = "".join(one if one in own else one.translate(_NARROW) for one in stretches)
    wide = dict.fromkeys(one for one in expression if one != one.translate(_NARROW) and one not in narrow)
    try:
        _grammar.read(narrow, names)
    except (NoExpression, _grammar.Forbidden):
        return ""
    quoted = "、".join(f"“{one}”" for one in wide)
    return f"{quoted}要换成半角的算式符号，写成 {{{{ {narrow} }}}}" if wide else ""


def _not_computed(part: Reference, error: Exception) -> ExpressionError:
    told = f"：{error}" if isinstance(error, _grammar.Forbidden) else ""
    return ExpressionError("E205", f"算不出“{part.expression}”{told}", (part.start, part.end), _COMPUTABLE)


def _no_such_name(part: Reference, token: Token, names: Names) -> ExpressionError:
    span = (part.start + token.start, part.start + token.start + len(token.text))
    close = closest(token.text, names)
    help_ = f"是不是“{close[0]}”？" if close else "在 figures 里加上它，或者改成已有的名称"
    return ExpressionError("E204", f"没有叫“{token.text}”的指标", span, help_)


def _run(expression: _grammar.Expression, variables: Mapping[str, object], part: Reference) -> object:
    scope = _grammar.Scope(variables, {**_comparisons(variables), SHARE: _year_on_year.share}, _attribute)
    try:
        return expression.value(scope)
    except Incomparable as error:
        code = "E219" if isinstance(error, NoLastYear) else "E216"
        raise ExpressionError(code, str(error), (part.start, part.end), error.help) from None
    except (_grammar.Forbidden, *_FAILURES) as error:
        raise _not_computed(part, error) from None


def _comparisons(variables: Mapping[str, object]) -> Mapping[str, Callable[..., str]]:
    """Our filters, each with last year out of the names in use; none where there are only this year's values."""
    last = variables.get(_year_on_year.NAME)
    if not isinstance(last, LastYear):
        return {}

    def against(function: Callable[..., str]) -> Callable[..., str]:
        return lambda figure, *arguments: function(figure, last, *arguments)

    return {name: against(function) for name, function in COMPARISONS.items()}


def _attribute(owner: object, name: str) -> object:
    """What stands behind a dot: of last year a figure, of a figure its value, unit and the like."""
    if isinstance(owner, LastYear):
        return owner.figure(name)
    if name.startswith("_"):
        raise _grammar.Forbidden(f"不能取“{name}”")
    if not isinstance(owner, Figure) or name not in ATTRIBUTES:
        raise _grammar.Forbidden(f"没有“{name}”")
    return getattr(owner, name)
