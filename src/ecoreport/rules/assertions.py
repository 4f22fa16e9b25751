"""The 核对式 of the file, checked on exact values."""

from collections.abc import Iterator
from decimal import Decimal

from ecoreport.expressions import ExpressionError, holds, plain, used_names
from ecoreport.model import Report
from ecoreport.problems import Finding


def all_hold(report: Report, _: Report | None) -> Iterator[Finding]:
    """Every assertion is true; one that cannot be computed is a finding too."""
    values = {name: figure.value for name, figure in report.figures.items() if figure.value is not None}
    for at, assertion in enumerate(report.assertions):
        try:
            if not holds(assertion, values):
                shown = _values(assertion, values)
                yield Finding("E208", f"核对式不成立：{assertion}", ("assertions", at), help=f"现在 {shown}")
        except ExpressionError as error:
            code = error.code if error.code == "E204" else "E209"
            yield Finding(code, error.message, ("assertions", at), error.span, help=error.help)


def _values(assertion: str, values: dict[str, Decimal]) -> str:
    used = sorted(used_names("{{" + assertion + "}}", values), key=assertion.find)
    return "，".join(f"{name}是{plain(values[name])}" for name in used)
