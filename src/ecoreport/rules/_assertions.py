"""The 核对式 of the file, checked on exact values."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.expressions import ExpressionError, used_names
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.quantity import plain
from ecoreport.yearfile.model import Report

_SYNTAX = "用指标名称和 + - × ÷ == != < <= > >= 写，例如 处罚决定 <= 立案"


@rule("E209", "E204", "E208")
def all_hold(reading: Reading) -> Iterator[Finding]:
    """Every assertion is true; one that cannot be computed is a finding too."""
    for at, (assertion, found) in enumerate(zip(reading.report.assertions, reading.context.assertions, strict=True)):
        if isinstance(found, ExpressionError):
            yield _uncomputable(found, at, assertion, reading.report)
        elif not found:
            shown = _values(assertion, reading.context.values)
            yield Finding("E208", f"核对式不成立：{assertion}", ("assertions", at), help=f"现在 {shown}")


def _uncomputable(error: ExpressionError, at: int, assertion: str, report: Report) -> Finding:
    name = assertion[slice(*error.span)]
    if error.code == "E204" and name in report.figures:
        return Finding("E209", f"“{name}”是“{report.figures[name]}”，不能计算", ("assertions", at), error.span)
    code = error.code if error.code == "E204" else "E209"
    help_ = error.help if error.help and "{{" not in error.help else _SYNTAX
    if code != "E204" and (wide := re.search("[＋－＊／＝＜＞≤≥≠（）]", assertion)):
        help_ = f"“{wide[0]}”要用半角符号：+ - × ÷ == < > <= >= !="
    elif code != "E204" and (turned := re.search("=([<>!])", assertion)):
        help_ = f"写成 {turned[1]}="
    elif code != "E204" and re.search("(?<![=<>!])=(?!=)", assertion):
        help_ = "等于写成 =="
    return Finding(code, error.message, ("assertions", at), error.span, help=help_)


def _values(assertion: str, values: Mapping[str, Decimal]) -> str:
    used = sorted(used_names("{{" + assertion + "}}", values), key=lambda name: (assertion.find(name), name))
    return "，".join(f"{name}是{plain(values[name])}" for name in used)
