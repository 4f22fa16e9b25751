"""Rules about the shape of the report."""

import math
from collections.abc import Iterator, Sequence

from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import LONGEST
from ecoreport.report.parts import TITLES, default_title, red_head, sections_of
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.text.names import rows
from ecoreport.text.numbering import DEEPEST_LEVEL, mark_below
from ecoreport.text.tables import LANDSCAPE, needed
from ecoreport.text.titles import MOST_LINES, WIDEST, break_title, width
from ecoreport.yearfile.fields import lines_of
from ecoreport.yearfile.model import Content, Report, Shortcoming

_LINES, _CHARACTERS = 22, 28  # of a page, GB/T 9704-2012 5.2.3
_RED_HEAD = 10.4  # lines down to two below the red rule, 7.2.4 to 7.2.7


@rule("E213")
def one_way_to_write_sections(reading: Reading) -> Iterator[Finding]:
    """`sections` replaces the four keys; both at once would leave one of them unprinted."""
    report = reading.report
    if not report.sections:
        return
    for kind in TITLES:
        if getattr(report, kind) is not None:
            message = f"写了 sections，就不能再写“{kind}”"
            yield Finding("E213", message, (kind,), on_key=True, help=f"把它移到 sections 里，写成 - kind: {kind}")


@rule("E214")
def some_content(reading: Reading) -> Iterator[Finding]:
    """An item that prints nothing is a slip."""
    for path, content in reading.context.contents:
        empty = not (content.text or content.table or content.items or getattr(content, "title", None))
        if empty and not (isinstance(content, Shortcoming) and content.problem):
            yield Finding("E214", "这一条没有内容", path, help="写上 title 或 text，或者删掉这一条")


@rule("W523")
def length(reading: Reading) -> Iterator[Finding]:
    """A place of thousands of characters has lost its breaks, and is not read by other rules."""
    for place in reading.context.too_long:
        message = f"这一段有{len(place.text)}字，没有逐字检查"
        yield place.finding("W523", message, (0, 1), f"空一行分段；一段不超过{LONGEST}字")


@rule("E215")
def depth(reading: Reading) -> Iterator[Finding]:
    """Four levels at most: 一、（一）1.（1） (GB/T 9704-2012 7.3.3)."""
    report = reading.report
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


@rule("E528")
def tables_fit_the_page(reading: Reading) -> Iterator[Finding]:
    """A table whose numbers would be broken even on a landscape page."""
    for path, content in reading.context.all_contents:
        if content.table and sum(needed([*_printed_rows(reading, (*path, "table"), content)])) > LANDSCAPE:
            message = f"这张表有{len(content.table.header)}栏，横排一页也排不下"
            yield Finding("E528", message, (*path, "table"), help="拆成两张表，或者减少几栏", on_key=True)


def _printed_rows(reading: Reading, path: Path, content: Content) -> Iterator[Sequence[str]]:
    assert content.table is not None  # noqa: S101 - asked above
    places: list[Path] = [(*path, "header"), *((*path, "rows", at) for at in range(len(content.table.rows)))]
    for place in places:
        yield ["".join(reading.context.printed_at.get((*place, at), ())) for at in range(len(content.table.header))]


@rule("E530")
def title_fits(reading: Reading) -> Iterator[Finding]:
    """A title is a name, not a place."""
    title = reading.report.title or default_title(reading.report)
    if len(title) <= WIDEST * MOST_LINES // 2 and title.count("\n") < MOST_LINES:
        return
    lines = break_title(title, reading.report.issuer)
    if len(lines) > MOST_LINES:
        at: Path = ("title",) if reading.report.title else ("issuer",)
        message = f"标题有{sum(map(len, lines))}字，要排{len(lines)}行"
        yield Finding("E530", message, at, help=f"改短，最多{MOST_LINES}行；多出来的话写到 lead 里")


@rule("W529")
def text_on_the_first_page(reading: Reading) -> Iterator[Finding]:
    """Addressees so many that no text stands on the first page go to the 版记 (7.3.2)."""
    report = reading.report
    if not report.addressees or report.addressees_in_imprint:
        return
    title = break_title(report.title or default_title(report), report.issuer)
    names = math.ceil(width("、".join(report.addressees) + "：") / _CHARACTERS)
    if _lines_of_head(report) + len(title) + 1 + names + 1 > _LINES:
        message = f"主送机关排了{names}行，首页排不下正文"
        help_ = "加一行 addressees_in_imprint: true，主送机关就移到版记里，印在抄送机关之上"
        yield Finding("W529", message, ("addressees",), help=help_, on_key=True)


@rule("W532")
def copies_are_numbered(reading: Reading) -> Iterator[Finding]:
    """A document with a 密级 has a 份号 (《党政机关公文处理工作条例》第九条)."""
    if reading.report.secrecy and not reading.report.copy_number:
        help_ = '加一行 copy_number: "000001"；印好以后再打号的，用 ignore 写明'
        yield Finding("W532", "标了密级，没有份号", ("secrecy",), help=help_)


def _lines_of_head(report: Report) -> float:
    """How many lines the 版头 takes; what stands at the top left has room above the red mark (7.2.1 to 7.2.6)."""
    if red_head(report):
        return _RED_HEAD + max(len(rows(report.signer)) - 1, 0)
    return sum(bool(form.telling and getattr(report, name)) for name, form in lines_of(Report))
