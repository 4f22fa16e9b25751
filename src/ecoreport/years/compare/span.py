"""Several years in a row to what moved over them: figures, shortcomings that come and go, what became of each plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ecoreport.report.context import Context
from ecoreport.report.history import MOST_PROBLEMS, all_of, problem, same_problem, trend
from ecoreport.text.quantity import Quantity
from ecoreport.text.similarity import closeness
from ecoreport.yearfile.model import Report, Shortcoming
from ecoreport.years.compare._changes import Comparison, Side
from ecoreport.years.compare._years import SIMILAR, plan_outcomes


@dataclass(frozen=True, slots=True)
class FigureOverYears:
    """A figure with its value in each of the years, as the year after restated it; None where no file says it."""

    name: str
    values: tuple[Quantity | None, ...]


@dataclass(frozen=True, slots=True)
class ShortcomingOverYears:
    """A shortcoming in the newest words, and the years that tell it."""

    problem: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Years from the first to the last: those that can be read, those without a file, those whose file has errors.

    `plans` are comparisons that hold nothing but what became of a plan, one for each two years in a row.
    """

    issuer: str
    years: tuple[int, ...]
    missing: tuple[int, ...]
    broken: tuple[int, ...]
    figures: tuple[FigureOverYears, ...]
    shortcomings: tuple[ShortcomingOverYears, ...]
    plans: tuple[Comparison, ...]
    reports: Mapping[int, Report]

    @property
    def differs(self) -> bool:
        """Whether a figure moved, or a shortcoming came or went."""
        moved = any(len({str(one) for one in figure.values}) > 1 for figure in self.figures)
        return moved or any(one.years != self.years for one in self.shortcomings)


def span(contexts: Mapping[int, Context], missing: Sequence[int] = (), broken: Sequence[int] = ()) -> Span:
    """What moved over the years of the contexts, of which there is one at least."""
    years = tuple(sorted(contexts))
    reports = {year: contexts[year].report for year in years}
    names = dict.fromkeys(name for year in reversed(years) for name in reports[year].figures)
    return Span(
        issuer=reports[years[-1]].issuer,
        years=years,
        missing=tuple(missing),
        broken=tuple(broken),
        figures=tuple(FigureOverYears(name, trend(name, years, reports)) for name in names),
        shortcomings=tuple(_shortcomings(contexts)),
        plans=tuple(_plans(contexts)),
        reports=reports,
    )


def narrowed_span(whole: Span, parts: Sequence[str]) -> Span:
    """Only the parts asked for, of "figures" and "plan"; all of them where none is named."""
    if parts and "figures" not in parts:
        whole = replace(whole, figures=())
    if parts and "plan" not in parts:
        whole = replace(whole, plans=(), shortcomings=())
    return whole


def _plans(contexts: Mapping[int, Context]) -> Iterator[Comparison]:
    for year, new in sorted(contexts.items()):
        if old := contexts.get(year - 1):
            yield Comparison(_side(old.report), _side(new.report), plan=tuple(plan_outcomes(old, new)))


def _side(report: Report) -> Side:
    return Side(f"{report.year}年", report.year, report.issuer)


@dataclass(slots=True)
class _Told:
    """A shortcoming while the years are read: as it was told last, and when."""

    item: Shortcoming
    years: list[int]


def _shortcomings(contexts: Mapping[int, Context]) -> Iterator[ShortcomingOverYears]:
    """Those that several years tell first, the oldest of them first."""
    told: list[_Told] = []
    for year in sorted(contexts):
        known = told[-MOST_PROBLEMS:]
        for _, item in all_of(contexts[year], Shortcoming)[:MOST_PROBLEMS]:
            if not problem(item):
                continue
            before = next((one for one in known if one.years[-1] < year and _is_one(item, one.item)), None)
            if before is None:
                told.append(_Told(item, [year]))
            else:
                before.item = item
                before.years.append(year)
    ordered = sorted(told, key=lambda one: (-len(one.years), one.years))
    yield from (ShortcomingOverYears(problem(one.item).strip(), tuple(one.years)) for one in ordered)


def _is_one(new: Shortcoming, old: Shortcoming) -> bool:
    """Whether two years' shortcomings are one: in nearly the same words, or under its id in much the same."""
    named = bool(new.id) and new.id == old.id and closeness(problem(new), problem(old)) >= SIMILAR
    return named or same_problem(new, old)
