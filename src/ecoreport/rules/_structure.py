"""Rules about the shape of the report."""

from collections.abc import Iterator

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import LONGEST, Context
from ecoreport.report.parts import TITLES, sections_of
from ecoreport.text.numbering import DEEPEST_LEVEL, mark_below
from ecoreport.yearfile.model import Content, Shortcoming


def one_way_to_write_sections(context: Context) -> Iterator[Finding]:
    """`sections` replaces the four keys; both at once would leave one of them unprinted."""
    report = context.report
    if not report.sections:
        return
    for kind in TITLES:
        if getattr(report, kind) is not None:
            message = f"写了 sections，就不能再写“{kind}”"
            yield Finding("E213", message, (kind,), on_key=True, help=f"把它移到 sections 里，写成 - kind: {kind}")


def some_content(context: Context) -> Iterator[Finding]:
    """An item that prints nothing is a slip."""
    for path, content in context.contents:
        empty = not (content.text or content.table or content.items or getattr(content, "title", None))
        if empty and not (isinstance(content, Shortcoming) and content.problem):
            yield Finding("E214", "这一条没有内容", path, help="写上 title 或 text，或者删掉这一条")


def length(context: Context) -> Iterator[Finding]:
    """A paragraph of thousands of characters has lost its breaks, and is not read by other rules."""
    for paragraph in context.too_long:
        message = f"这一段有{len(paragraph.text)}字，没有逐字检查"
        yield paragraph.finding("W523", message, (0, 1), f"空一行分段；一段不超过{LONGEST}字")


def depth(context: Context) -> Iterator[Finding]:
    """Four levels at most: 一、（一）1.（1） (GB/T 9704-2012 7.3.3)."""
    report = context.report
    for start, section in sections_of(report):
        yield from _too_deep(section, start, 1)
    for at, annex in enumerate(report.attachments):
        yield from _too_deep(annex, ("attachments", at), 0)


def _too_deep(content: Content, path: Path, level: int) -> Iterator[Finding]:
    _, below = mark_below(level, content.numbering)
    for at, item in enumerate(content.items):
        here = (*path, "items", at)
        if below > DEEPEST_LEVEL:
            yield Finding("E215", "层次太深：最多四层，一、（一）1.（1）", here, help="把这一层并到上一层的正文里")
        else:
            yield from _too_deep(item, here, below)
