"""A comparison in every format that is no tracked document: for a terminal, Markdown, JSON, a web page."""

from ecoreport.report.blocks import Block
from ecoreport.report.context import Context
from ecoreport.years.compare._changes import Comparison

FORMATS = ("text", "md", "json", "html")


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


def first_page(comparison: Comparison) -> tuple[Block, ...]:
    """The one page that comes first, to be typeset; nothing where the comparison has none."""
    from ecoreport.years.compare._blocks import first_page as blocks  # noqa: PLC0415 - as above

    return blocks(comparison)
