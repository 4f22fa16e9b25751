"""`figures --chart`: the figures over the years, as a web page or a Word document with charts that can be edited."""

from collections.abc import Sequence

from ecoreport.cli.console import say
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.outputs import deliver
from ecoreport.project import Project
from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.charts import chosen, of_figures
from ecoreport.report.context import Context
from ecoreport.report.parts import document_date
from ecoreport.text.titles import break_title
from ecoreport.typeset.charts import drawn
from ecoreport.typeset.layout import STANDARD
from ecoreport.yearfile.model import MOST_YEARS

FORMATS = ("html", "docx")


def write(project: Project, contexts: Sequence[Context], form: str, output: str | None, only: tuple[str, ...]) -> int:
    """Draw what the year's file asks for, of several years or where it asks for nothing each figure; print or write."""
    blocks = _asked(contexts, only)
    if not blocks:
        blocks = _each(contexts, only)
        done = {series.name for chart in drawn(blocks) for series in chart.series}
        if left := [name for name in only or contexts[-1].report.figures if name not in done]:
            say(f"有数的不到两年，或者历年都是0，没有画：{'、'.join(left)}")
    if not blocks:
        say("没有能画走势的指标")
        return FOUND
    span = dict.fromkeys((contexts[0].report.year, contexts[-1].report.year))
    stem = f"{'-'.join(map(str, span))}走势"
    if form == "docx" and not output:
        output = str(project.report_file(stem, form))
    deliver(project, _page(contexts, blocks, form), form, output, stem)
    return OK


def _asked(contexts: Sequence[Context], only: tuple[str, ...]) -> tuple[Block, ...]:
    """The charts that the file of the one year asks for; nothing where figures are named, or several years."""
    [*before, newest] = contexts
    if before or only or newest.wrong_references:
        return ()
    return chosen(newest)


def _each(contexts: Sequence[Context], only: tuple[str, ...]) -> tuple[Block, ...]:
    """A chart a figure: over the years asked for, or over all up to the one."""
    newest = contexts[-1]
    reports = {**newest.reports, **{context.report.year: context.report for context in contexts}}
    years = [context.report.year for context in contexts] if len(contexts) > 1 else sorted(reports)
    return of_figures(only or newest.report.figures, years[-MOST_YEARS:], reports)


def _page(contexts: Sequence[Context], blocks: tuple[Block, ...], form: str) -> bytes:
    """The charts under a title, with their tables, in the layout of a report."""
    report = contexts[-1].report
    years = "—".join(dict.fromkeys((str(contexts[0].report.year), str(report.year))))
    title = f"{report.issuer}{years}年指标走势"
    whole = (Paragraph(Kind.TITLE, "\n".join(break_title(title, report.issuer))), *blocks)
    if form == "html":
        from ecoreport.typeset.web.writer import write as write_page  # noqa: PLC0415 - loads Jinja2

        return write_page(whole, STANDARD, sealed=False).encode()
    from ecoreport.typeset.word import writer  # noqa: PLC0415 - only where Word is asked for

    return writer.write(whole, STANDARD, writer.Properties(title, report.issuer, document_date(report)))
