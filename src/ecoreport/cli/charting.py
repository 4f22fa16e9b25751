"""`figures --chart`: the figures over the years, as bars on a terminal, a web page or a Word document."""

from typing import TYPE_CHECKING

from ecoreport.cli import FOUND, OK
from ecoreport.cli.outputs import deliver
from ecoreport.cli.talk import say
from ecoreport.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ecoreport.report.blocks import Block
    from ecoreport.report.context import Reading

MOST_YEARS = 10  # on one axis
FORMATS = ("text", "html", "docx")


def run(project: Project, readings: "Sequence[Reading]", form: str, output: str | None, only: tuple[str, ...]) -> int:
    """Draw what the year's file asks for, of several years or where it asks for nothing each figure; print or write."""
    from ecoreport.typeset.bars import as_text  # noqa: PLC0415 - heavy
    from ecoreport.typeset.charts import drawn  # noqa: PLC0415

    blocks = _asked(readings, only)
    if not blocks:
        blocks = _each(readings, only)
        _tell_undrawn([name for name in only or readings[-1].report.figures if name not in _drawn(blocks)])
    if not blocks:
        say("没有能画走势的指标")
        return FOUND
    data = as_text(drawn(blocks)).encode() if form == "text" else _page(readings, blocks, form)
    span = "-".join(dict.fromkeys((str(readings[0].report.year), str(readings[-1].report.year))))
    stem = f"{span}走势"
    if form == "docx" and not output:
        output = str(project.report_file(stem, form))
    deliver(project, data, form, output, stem)
    return OK


def _drawn(blocks: "tuple[Block, ...]") -> frozenset[str]:
    from ecoreport.typeset.charts import drawn  # noqa: PLC0415 - heavy

    return frozenset(series.name for chart in drawn(blocks) for series in chart.series)


def _tell_undrawn(names: "Sequence[str]") -> None:
    if names:
        say(f"有数的不到两年，或者历年都是0，没有画：{'、'.join(names)}")


def _asked(readings: "Sequence[Reading]", only: tuple[str, ...]) -> "tuple[Block, ...]":
    """The charts that the file of the one year asks for; nothing where figures are named, or several years."""
    from ecoreport.report.charts import chosen  # noqa: PLC0415 - heavy

    [*before, newest] = readings
    if before or only or newest.wrong_references:
        return ()
    return chosen(newest.report, newest.earlier)


def _each(readings: "Sequence[Reading]", only: tuple[str, ...]) -> "tuple[Block, ...]":
    """A chart a figure: over the years asked for, or over all up to the one."""
    from ecoreport.report.charts import of_figures  # noqa: PLC0415 - heavy

    newest = readings[-1]
    reports = {**newest.earlier, **{reading.report.year: reading.report for reading in readings}}
    years = [reading.report.year for reading in readings] if len(readings) > 1 else sorted(reports)
    return of_figures(only or newest.report.figures, years[-MOST_YEARS:], reports)


def _page(readings: "Sequence[Reading]", blocks: "tuple[Block, ...]", form: str) -> bytes:
    """The charts under a title, with their tables, in the layout of a report."""
    from ecoreport.build import dated  # noqa: PLC0415
    from ecoreport.report.blocks import Kind, Paragraph  # noqa: PLC0415 - heavy
    from ecoreport.text.titles import break_title  # noqa: PLC0415
    from ecoreport.typeset.layout import STANDARD  # noqa: PLC0415

    report = readings[-1].report
    years = "—".join(dict.fromkeys((str(readings[0].report.year), str(report.year))))
    title = f"{report.issuer}{years}年指标走势"
    whole = (Paragraph(Kind.TITLE, "\n".join(break_title(title, report.issuer))), *blocks)
    if form == "html":
        from ecoreport.typeset.web import writer as html  # noqa: PLC0415

        return html.write(whole, STANDARD, sealed=False).encode()
    from ecoreport.typeset.word import writer as word  # noqa: PLC0415

    return word.write(whole, STANDARD, word.Properties(title, report.issuer, dated(report)))
