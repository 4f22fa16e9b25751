"""Rules over what is still open: figures to fill in, texts to write, last year's words to rewrite."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding
from ecoreport.report.parts import place
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.placeholders import FILL, MARK, REWRITE, is_open
from ecoreport.yearfile.fields import lines_of, roles
from ecoreport.yearfile.model import Report


@rule("E217")
def figures_to_fill(reading: Reading) -> Iterator[Finding]:
    """Every figure that is 待填."""
    before = reading.context.previous.figures if reading.context.previous else {}
    for name, figure in reading.report.figures.items():
        if figure.quantity.is_open:
            last = f"，上年{before[name]}" if name in before else ""
            help_ = "填上数和单位；没有发生填 0 加单位，没有这项职责填 不适用"
            yield Finding("E217", f"指标“{name}”待填{last}", ("figures", name, "value"), help=help_)


@rule("E217")
def texts_to_fill(reading: Reading) -> Iterator[Finding]:
    """Every text that says 待填, once."""
    for _, passage in reading.context.open_passages:
        if FILL in passage.text:
            mark = next(match for match in MARK.finditer(passage.text) if FILL in match[0])
            yield Finding("E217", f"{place(reading.report, passage.path)}待填", passage.path, mark.span())
    yield from _lines_to_fill(reading.report)


@rule("W633")
def writer_to_name(reading: Reading) -> Iterator[Finding]:
    """An issuer that is 待填 and is printed nowhere: comparisons and ledgers name the report by it."""
    report = reading.report
    if is_open(report.issuer) and not _is_printed(report):
        yield Finding("W633", "发文机关待填", ("issuer",), help="写上是哪个单位的报告；报告里不印，台账和比较要用")


def _is_printed(report: Report) -> bool:
    """Whether the issuer stands under the text, or in the title that the program writes."""
    return report.signed or not report.title


def _lines_to_fill(report: Report) -> Iterator[Finding]:
    """The lines that print as typed: with 待填 in them; a date that is none, which is how 待填 is read as one."""
    for key, form in lines_of(Report):
        value = getattr(report, key)
        typed = "".join(value) if isinstance(value, tuple) else str(value or "")
        if roles(Report)[key].words or (key == "issuer" and not _is_printed(report)):
            continue  # told of as a text, or by W633
        if is_open(typed):
            yield Finding("E217", f"{place(report, (key,))}待填", (key,))
        elif form.dated and value is None and key in report.model_fields_set:
            yield Finding("E217", f"{place(report, (key,))}待填", (key,), help="填上日期，如 2025-01-20")


@rule("E218")
def texts_to_rewrite(reading: Reading) -> Iterator[Finding]:
    """Every text that is still last year's."""
    for _, passage in reading.context.open_passages:
        at = passage.text.find(REWRITE)
        if at >= 0:
            message = f"{place(reading.report, passage.path)}还要改写"
            help_ = f"改写成今年的，再删去“{REWRITE}”"
            yield Finding("E218", message, passage.path, (at, at + len(REWRITE)), help=help_)
