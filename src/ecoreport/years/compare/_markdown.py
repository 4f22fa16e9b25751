"""A comparison as Markdown, for a merge request or a step summary."""

from collections.abc import Iterator, Sequence

from ecoreport.report.markdown import Markup, escape, pipes
from ecoreport.text.diff import ADDED, KEPT, REMOVED, Segment
from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import Comparison, Summary
from ecoreport.years.compare._page import page

# HTML marks: ~~ and ** do not open beside full-width punctuation (CommonMark 0.31, 6.2).
_MARKS = {KEPT: ("", ""), REMOVED: ("<del>", "</del>"), ADDED: ("<ins>", "</ins>")}


def as_markdown(comparison: Comparison, *, only_page: bool = False) -> str:
    """The comparison in CommonMark with GFM's tables, or `only_page`; every text in it is escaped."""
    parts = [_plan, _shortcomings, _figures, _fields, _contents, _copied]
    shown = [block for part in parts if (block := list(part(comparison)))]
    first = [*_page(comparison, comparison.summary)] if comparison.summary else []
    rule = ["", "---"] if first else []
    details = [] if only_page else [*rule, *(line for block in shown for line in ("", *block))]
    title = f"# {escape(_told.title(comparison))}"
    return "\n".join([title, *first, *details] if shown else [title, "", _told.NOTHING]) + "\n"


def _page(comparison: Comparison, summary: Summary) -> Iterator[str]:
    """What matters."""
    for head, lines in page(comparison, summary):
        yield from (
            "",
            f"**{escape(head)}**",
            *([""] if lines else ()),
            *(f"- {escape(line.lstrip())}" for line in lines),
        )


def _plan(comparison: Comparison) -> Iterator[str]:
    if comparison.plan:
        yield from (f"## {_told.plan_head(comparison)}", "")
        rows = ((one.title, f"{_told.plan_mark(one)} {_told.plan_told(one)}") for one in comparison.plan)
        yield from pipes([("安排", "落实"), *rows])


def _shortcomings(comparison: Comparison) -> Iterator[str]:
    if comparison.shortcomings:
        yield from (f"## {_told.shortcomings_head(comparison)}", "")
        head = ("不足", "结果", "上年的安排", "落实的举措")
        yield from pipes([head, *(
            (
                outcome.problem,
                f"{_told.fate_mark(outcome)} {_told.fate_told(outcome)}",
                "、".join(outcome.plans),
                _told.measures(outcome.measures),
            )
            for outcome in comparison.shortcomings
        )])  # fmt: skip


def _figures(comparison: Comparison) -> Iterator[str]:
    if comparison.figures:
        yield from (f"## {_told.figures_head(comparison)}", "")
        yield from pipes([_told.heads(comparison), *_told.rows(comparison)])


def _fields(comparison: Comparison) -> Iterator[str]:
    if comparison.fields:
        yield from ("## 文件头和其他", "")
        sides = (comparison.old.name, comparison.new.name)
        yield from pipes([("项目", *sides), *((one.name, one.old or "—", one.new or "—") for one in comparison.fields)])


def _contents(comparison: Comparison) -> Iterator[str]:
    if _told.shown(comparison):
        yield f"## {_told.contents_head(comparison)}"
    for words, change in _told.contents(comparison):
        yield from ("", f"### {escape(words)}")
        yield from (line for part in change.parts for line in ("", marked(part)))


def marked(part: Sequence[Segment]) -> Markup:
    """A paragraph with what went and what came marked."""
    return Markup("".join(f"{_MARKS[mark][0]}{escape(text)}{_MARKS[mark][1]}" for mark, text in part))


def _copied(comparison: Comparison) -> Iterator[str]:
    if comparison.copied or comparison.shares:
        yield from (f"## {_told.copied_head(comparison)}", "")
    if comparison.copied:
        rows = ((one.place, f"{one.alike:.0%}", one.new) for one in comparison.copied)
        yield from pipes([("位置", "相同", "句子"), *rows])
