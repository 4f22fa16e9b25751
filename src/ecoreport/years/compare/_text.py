"""A comparison for a terminal."""

from collections.abc import Iterator, Sequence

from ecoreport.text.columns import columns
from ecoreport.text.diff import ADDED, KEPT, REMOVED, Segment
from ecoreport.years.compare import _told
from ecoreport.years.compare._changes import Comparison, Summary
from ecoreport.years.compare._page import page

_MARKS = {KEPT: ("", "", ""), REMOVED: ("[-", "-]", "\x1b[31m"), ADDED: ("{+", "+}", "\x1b[32m")}
_WHOLE = {KEPT: "  ", REMOVED: "- ", ADDED: "+ "}
_RULE = 30  # columns on either side
_BOLD, _RESET = "\x1b[1m", "\x1b[0m"


def as_text(comparison: Comparison, *, only_page: bool = False) -> str:
    """The comparison in lines, in colours that a pipe does without; removed words stand in [-…-], added in {+…+}.

    Where `only_page` is asked for, without the details.
    """
    parts = [_plan, _shortcomings, _figures, _fields, _contents, _copied]
    shown = [block for part in parts if (block := list(part(comparison)))]
    first = [*_page(comparison, comparison.summary)] if comparison.summary else []
    rule = ["", "─" * _RULE + " 明细 " + "─" * _RULE] if first else []
    details = [] if only_page else [*rule, *(line for block in shown for line in ("", *block))]
    title = f"{_BOLD}{_told.title(comparison)}{_RESET}"
    return "\n".join([title, *first, *details] if shown else [title, _told.NOTHING]) + "\n"


def _page(comparison: Comparison, summary: Summary) -> Iterator[str]:
    """What matters, in at most 45 lines with the title and the line behind it."""
    for head, lines in page(comparison, summary):
        yield from ("", _head(head), *(f"  {line}" for line in lines))


def _head(text: str) -> str:
    return f"{_BOLD}{text}{_RESET}"


def _plan(comparison: Comparison) -> Iterator[str]:
    if comparison.plan:
        yield _head(_told.plan_head(comparison))
    for outcome in comparison.plan:
        yield f"  {_told.plan_mark(outcome)} {outcome.title} → {_told.plan_told(outcome)}"


def _shortcomings(comparison: Comparison) -> Iterator[str]:
    if comparison.shortcomings:
        yield _head(_told.shortcomings_head(comparison))
    for outcome in comparison.shortcomings:
        yield f"  {_told.fate_mark(outcome)} {outcome.problem} → {_told.fate_told(outcome)}"
        if outcome.plans:
            yield f"      上年的安排：{'、'.join(outcome.plans)} → {_told.measures(outcome.measures) or '没有举措落实'}"


def _figures(comparison: Comparison) -> Iterator[str]:
    if comparison.figures:
        yield _head(_told.figures_head(comparison))
        yield from (f"  {line}" for line in columns([_told.heads(comparison), *_told.rows(comparison)]))


def _fields(comparison: Comparison) -> Iterator[str]:
    if comparison.fields:
        yield _head("文件头和其他")
    for field in comparison.fields:
        yield f"  {field.name}：{field.old or '（没有）'} → {field.new or '（没有）'}"


def _contents(comparison: Comparison) -> Iterator[str]:
    if _told.shown(comparison):
        yield _head(_told.contents_head(comparison))
    if any(not _told.is_whole(part) for change in _told.shown(comparison) for part in change.parts):
        yield "  （[-删去的字-]，{+添上的字+}）"
    for words, change in _told.contents(comparison):
        yield f"  {words}"
        yield from (f"    {_part(part)}" for part in change.parts)


def _part(part: Sequence[Segment]) -> str:
    if _told.is_whole(part):
        return f"{_MARKS[part[0].mark][2]}{_WHOLE[part[0].mark]}{part[0].text}{_RESET}"
    return "  " + "".join(_stretch(stretch) for stretch in part)


def _stretch(stretch: Segment) -> str:
    opening, closing, color = _MARKS[stretch.mark]
    return f"{color}{opening}{stretch.text}{closing}{_RESET}" if color else stretch.text


def _copied(comparison: Comparison) -> Iterator[str]:
    if comparison.copied or comparison.shares:
        yield _head(_told.copied_head(comparison))
    for copied in comparison.copied:
        yield f"  {copied.place}（{copied.alike:.0%}）：{copied.new}"
