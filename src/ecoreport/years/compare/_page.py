"""The one page in words: what every format shows of a summary."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ecoreport.problems.terminal import display_width
from ecoreport.years.compare._changes import Comparison, Moved, PlanOutcome, ShortcomingOutcome, Summary, Verdict
from ecoreport.years.compare._told import copied_head, measures, plan_head, plan_mark, plan_told, target_told

_MOST_PLAN, _MOST_RETURNED, _MOST_NAMES = 13, 4, 4  # lines
_WIDTH = 78  # columns: 39 han, as many as 五号 sets on A4


def page(comparison: Comparison, summary: Summary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The one page as heads with their lines, 43 in all with a blank above each head, none wider than the page."""
    for head, lines, most in _page(comparison, summary):
        yield clipped(head), tuple(clipped(line) for line in _capped(lines, most))


def _page(comparison: Comparison, summary: Summary) -> Iterator[tuple[str, Sequence[str], int]]:
    """Each part that has anything to tell, with how many lines it may take."""
    if summary.plan:
        yield plan_head(comparison), [*_plan_lines(summary.plan)], _MOST_PLAN
    if summary.returned:
        told = [returned_told(one, comparison.new.year) for one in summary.returned]
        yield f"反复出现的不足{len(told)}条", told, _MOST_RETURNED
    if summary.moved:
        yield "变化最大的指标", [moved_told(one) for one in summary.moved], len(summary.moved)
    for word, names in (("新增", summary.added), ("删去", summary.removed)):
        if names:
            yield f"{word}{len(names)}处", names, _MOST_NAMES
    if summary.copied:
        yield copied_head(comparison).partition("；")[0], (), 0


def _plan_lines(plan: Sequence[PlanOutcome]) -> Iterator[str]:
    """Each item, with its targets below it."""
    for one in plan:
        told = measures(one.measures) if one.verdict is Verdict.CARRIED else plan_told(one)
        yield f"{plan_mark(one)} {one.title}" + ("" if one.targets else f" → {told}")
        yield from (f"　　{target_told(target)}" for target in one.targets)


def _capped(lines: Sequence[str], most: int) -> Iterator[str]:
    """As many as fit; of more than that, how many are left to the details."""
    if len(lines) <= most:
        yield from lines
        return
    yield from lines[: most - 1]
    yield f"还有{len(lines) - most + 1}行，见明细"


def clipped(text: str) -> str:
    """What of the text fits on a line of the page."""
    if display_width(text) <= _WIDTH:
        return text
    used = accumulate(map(display_width, text))
    return text[: sum(width < _WIDTH for width in used)] + "…"


def returned_told(outcome: ShortcomingOutcome, year: int) -> str:
    """基层执法力量不足（连续3年，2023年起）."""
    years = year - outcome.since + 1
    return f"{outcome.problem}（连续{years}年，{outcome.since}年起）"


def moved_told(moved: Moved) -> str:
    """复议纠错：0件 → 1件，增加1件，变差."""
    figure = moved.figure
    per_cent = f"（{figure.per_cent:+}%）" if figure.per_cent else ""
    way = {1: "变好", -1: "变差"}.get(moved.better, "")
    told = "，".join(filter(None, (f"{figure.shown}{per_cent}", way)))
    return f"{figure.name}：{figure.base or figure.old} → {figure.new}，{told}"
