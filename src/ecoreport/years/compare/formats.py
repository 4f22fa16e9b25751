"""A comparison in every format that is no tracked document: for a terminal, Markdown, JSON, a web page."""

import datetime as dt

from ecoreport.report.blocks import Block
from ecoreport.report.context import Context
from ecoreport.typeset.layout import STANDARD
from ecoreport.years.compare._changes import Comparison
from ecoreport.years.compare.span import Span

FORMATS = ("text", "md", "json", "html")
OF_ONE_PAGE = ("text", "md", "html")


def write(old: Context, new: Context, comparison: Comparison, form: str) -> str:
    """The comparison of the two in one of FORMATS; the page has charts below the figures."""
    match form:
        case "text":
            from ecoreport.years.compare._text import as_text  # noqa: PLC0415 - each loads what it alone needs

            return as_text(comparison)
        case "md":
            from ecoreport.years.compare._markdown import as_markdown  # noqa: PLC0415

            return as_markdown(comparison)
        case "json":
            from ecoreport.years.compare._json import as_json  # noqa: PLC0415

            return as_json(comparison)
        case _:
            from ecoreport.years.compare._charts import charts  # noqa: PLC0415
            from ecoreport.years.compare._html import as_html  # noqa: PLC0415

            return as_html(comparison, charts(old, new, comparison))


def write_page(comparison: Comparison, form: str) -> str:
    """The one page that comes first, alone, in one of OF_ONE_PAGE."""
    match form:
        case "text":
            from ecoreport.years.compare._text import as_text  # noqa: PLC0415 - as above

            return as_text(comparison, only_page=True)
        case "md":
            from ecoreport.years.compare._markdown import as_markdown  # noqa: PLC0415

            return as_markdown(comparison, only_page=True)
        case _:
            from ecoreport.typeset.web import writer as web  # noqa: PLC0415

            return web.write(first_page(comparison), STANDARD, sealed=False)


def first_page(comparison: Comparison) -> tuple[Block, ...]:
    """The one page that comes first, to be typeset; nothing where the comparison has none."""
    from ecoreport.years.compare._blocks import first_page as blocks  # noqa: PLC0415 - as above

    return blocks(comparison)


def notes(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """What the tracked changes cannot show: paths of new parts, and of which old ones they are made, in words."""
    from ecoreport.years.compare._notes import notes as found  # noqa: PLC0415 - as above

    return found(comparison)


def write_span(whole: Span, form: str, day: dt.date) -> bytes:
    """Several years in one of FORMATS, as Word or as Excel, of the `day` that its properties name.

    Missing without XlsxWriter.
    """
    from ecoreport.years.compare import _span_told as told  # noqa: PLC0415 - as above

    match form:
        case "text":
            return told.as_text(whole).encode("utf-8", "replace")
        case "md":
            return told.as_markdown(whole).encode("utf-8", "replace")
        case "json":
            return told.as_json(whole).encode("utf-8", "replace")
        case "html":
            from ecoreport.typeset.web import writer as web  # noqa: PLC0415

            return web.write(told.as_blocks(whole), STANDARD, sealed=False).encode()
        case "xlsx":
            from ecoreport.typeset.sheets import Cell, Table, write_tables  # noqa: PLC0415

            tables = [
                Table(
                    told.title(whole), one.rows[0], [[Cell(text) for text in row] for row in one.rows[1:]], one.heading
                )
                for one in told.sheets(whole)
            ]
            return write_tables(tables, whole.issuer, day)
        case _:
            from ecoreport.typeset.word import writer as word  # noqa: PLC0415

            return word.write(told.as_blocks(whole), STANDARD, word.Properties(told.title(whole), whole.issuer, day))
