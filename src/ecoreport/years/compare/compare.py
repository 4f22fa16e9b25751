"""Two reports to all that changed between them."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace

from ecoreport.problems.diagnostic import dotted
from ecoreport.report.context import Context
from ecoreport.report.parts import item_name, title_of
from ecoreport.text.dates import long_date
from ecoreport.yearfile.fields import NextYear, roles, settings
from ecoreport.yearfile.model import Figure, Item, Report, models_of
from ecoreport.years.compare._changes import Comparison, FieldChange, Side
from ecoreport.years.compare._contents import content_changes
from ecoreport.years.compare._figures import figure_changes
from ecoreport.years.compare._summary import summary
from ecoreport.years.compare._years import copied_sentences, plan_outcomes, shortcoming_outcomes

_LINKS = tuple((one, key) for one in models_of(Report) for key, role in roles(one).items() if role.refers)


def compare(old: Context, new: Context, names: tuple[str, str]) -> Comparison:
    """What changed from `old` to `new`; `names` are what the user called them."""
    sides = _side(names[0], old.report), _side(names[1], new.report)
    consecutive = sides[1].year == sides[0].year + 1
    copied, shares = copied_sentences(old, new) if consecutive else ((), ())
    made = Comparison(
        *sides,
        figures=tuple(figure_changes(old, new, consecutive=consecutive)),
        fields=tuple(_fields(old.report, new.report)),
        contents=tuple(content_changes(old, new)),
        plan=tuple(plan_outcomes(old, new)) if consecutive else (),
        shortcomings=tuple(shortcoming_outcomes(old, new)) if consecutive else (),
        copied=copied,
        shares=shares,
    )
    return replace(made, summary=summary(made))


def narrowed(comparison: Comparison, parts: Collection[str]) -> Comparison:
    """Only the parts asked for, of "figures" and "plan"; all of them where none is named."""
    if parts:
        comparison = replace(comparison, fields=(), contents=(), copied=(), shares=(), summary=None)
        if "figures" not in parts:
            comparison = replace(comparison, figures=())
        if "plan" not in parts:
            comparison = replace(comparison, plan=(), shortcomings=())
    return comparison


def _side(name: str, report: Report) -> Side:
    return Side(name, report.year, report.issuer)


def _fields(old: Report, new: Report) -> Iterator[FieldChange]:
    for key in settings(Report):
        before, after = (_said(getattr(report, key)) for report in (old, new))
        if before != after:
            yield FieldChange(key, title_of(Report, key), before, after)
    yield from _of_figures(old, new, of_last_year=False)
    yield from (FieldChange("assertions", "核对式", one, "") for one in old.assertions if one not in new.assertions)
    yield from (FieldChange("assertions", "核对式", "", one) for one in new.assertions if one not in old.assertions)
    if old.year == new.year:
        yield from _links(old, new)
        yield from _forms(old, new)


def _links(old: Report, new: Report) -> Iterator[FieldChange]:
    """Of two versions of a year: which plan an item carries out, which shortcoming it answers, what was restated."""
    yield from _of_figures(old, new, of_last_year=True)
    for model, key in _LINKS:
        sides = [{item.id: getattr(item, key) for item in _with(one, key) if item.id} for one in (old, new)]
        for name in (name for name in sides[1] if name in sides[0] and sides[0][name] != sides[1][name]):
            before, after = (_said(side[name]) for side in sides)
            yield FieldChange(f"{name}.{key}", f"“{name}”{title_of(model, key)}", before, after)


def _of_figures(old: Report, new: Report, *, of_last_year: bool) -> Iterator[FieldChange]:
    """What is said of a figure beside its value, or only what is said of last year's."""
    keys = [key for key in settings(Figure) if (roles(Figure)[key].next_year is NextYear.DROPPED) == of_last_year]
    for name in sorted(name for name in new.figures if name in old.figures):
        for key in keys:
            before, after = (_said(getattr(one.figures[name], key)) for one in (old, new))
            if before != after:
                yield FieldChange(f"figures.{name}.{key}", f"指标“{name}”的{title_of(Figure, key)}", before, after)


def _forms(old: Report, new: Report) -> Iterator[FieldChange]:
    """Of two versions of a year: how the parts that stand at one place in both are numbered and set."""
    sides = [dict(Context(one).all_contents) for one in (old, new)]
    for path in (path for path in sides[1] if path in sides[0]):
        for key in settings(type(sides[1][path])):
            before, after = (_said(getattr(side[path], key, None)) for side in sides)
            if before != after:
                name = f"{item_name(new, path)}的{title_of(type(sides[1][path]), key)}"
                yield FieldChange(f"{dotted(path)}.{key}", name, before, after)


def _with(report: Report, key: str) -> Iterator[Item]:
    return (item for _, item in Context(report).contents if isinstance(item, Item) and hasattr(item, key))


def _said(value: object) -> str:
    """As people would say it: a day as it prints, yes and no, a list with its comma."""
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, dt.date):
        return long_date(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value or "")
