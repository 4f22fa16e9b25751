"""Whether a new year's file is what it has to be: looked at before anybody gets it."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Path, Refused
from ecoreport.report.context import Context
from ecoreport.report.parts import sections_of
from ecoreport.text.placeholders import REWRITE, is_open
from ecoreport.yearfile.model import Content, Plan, Report, Shortcoming
from ecoreport.yearfile.reader import YearFile, parse

_SET_ASIDE = re.compile(r"\s+|[0-9]{4}(?=年)")


def sound(old: Report, text: str, name: str, year: int) -> YearFile | None:
    """The file in `text`; None where it is unreadable, of another year, or lacks a text or a figure of the old one."""
    try:
        file = parse(text.encode(), name)
    except Refused:
        return None
    new, same_figures = file.report, list(file.report.figures) == list(old.figures)
    is_whole = new.year == year and same_figures and _same_parts(old, new) and _same_measures(old, new)
    return file if is_whole else None


def _same_parts(old: Report, new: Report) -> bool:
    """Every text but those of plan and shortcomings is there, marked, and every figure open or 不适用."""
    texts = dict(_texts(new))
    kept = all(_bare(texts.get(path, "")) == _bare(REWRITE + text) for path, text in _texts(old) if text.strip())
    return kept and all(figure.value is None for figure in new.figures.values())


def _texts(report: Report) -> Iterator[tuple[Path, str]]:
    if report.lead:
        yield ("lead",), report.lead
    context = Context(report)
    for path, content in context.all_contents:
        planned = context.kind_of(path) == "next_year_plan" and len(path) > 1 and "items" in path
        if content.text and not isinstance(content, Shortcoming) and not planned:
            yield path, content.text


def _bare(text: str) -> str:
    """The text but for white space and years, which move on."""
    return _SET_ASIDE.sub("", text)


def _same_measures(old: Report, new: Report) -> bool:
    """As many items in each part, and in the measures one more for each item of the plan."""
    plans = sum(isinstance(item, Plan) for _, item in Context(old).contents)
    counts = [[(section.kind, _count(section)) for _, section in sections_of(report)] for report in (old, new)]
    sums = [sum(count for _, count in counted) for counted in counts]
    open_plan = all(is_open((item.title or "") + (item.text or "")) for _, item in _plans(new))
    had_measures = any(kind == "measures" for kind, _ in counts[0])
    same_kinds = [kind for kind, _ in counts[0]] == [kind for kind, _ in counts[1]]
    return sums[1] == sums[0] + plans and open_plan and (same_kinds or not had_measures)


def _plans(report: Report) -> Iterator[tuple[Path, Plan]]:
    return ((path, item) for path, item in Context(report).contents if isinstance(item, Plan))


def _count(content: Content) -> int:
    return len(content.items)
