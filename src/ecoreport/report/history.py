"""A report beside those of earlier years: trends, plans carried out, shortcomings that return, copied sentences."""

import enum
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import Context
from ecoreport.report.origins import PrintedText
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import PER_CENT, Quantity
from ecoreport.text.sentences import quoted, within
from ecoreport.text.similarity import alike
from ecoreport.yearfile.model import Figure, Item, Measure, Plan, Report, Shortcoming

SAME_PROBLEM = 0.8  # how alike the words of two shortcomings are that are taken for one
MOST_PROBLEMS = 200  # shortcomings that one is compared with; a long report has 20
LEAPS = (Decimal("0.2"), Decimal(5))  # this year's value over last year's: beyond is unusual
TEN_THOUSAND = Decimal(10000)
FEW = 10  # counts below it leap from year to year
_Kind = TypeVar("_Kind", bound=Item)
SHORT = 12  # characters of a sentence that may be a copy if it states two numbers
LONG, ALIKE = 25, 0.9  # characters of a sentence, and how alike two are, from which one is taken for a copy
RUN, MOST_ALIKE = 6, 10  # characters of a run that alike sentences share; sentences kept for each
_SENTENCE = r"[^。！？；]+[。！？；]?"
# Years, terms, articles, numbers of documents, those that are rung up, and 100% are the same every year.
_STATED = r"(?<![0-9.〔第〕])(?!100%|123[0-9]{2}(?![0-9]))[0-9]++(?!个?(?:工作)?[日天]|小时|分钟|[年月号条])"
Span = tuple[int, int]


def years_before(report: Report) -> tuple[int, ...]:
    """The years before its own that the report speaks of: the last one, and those that its charts show."""
    longest = max((chart.years for annex in report.attachments for chart in annex.charts), default=0)
    return tuple(range(min(report.year - 1, report.year - longest + 1), report.year))


def shown_years(year: int, count: int) -> tuple[int, ...]:
    """The years of a chart that ends with `year`."""
    return tuple(range(year - count + 1, year + 1))


def trend(name: str, years: Sequence[int], reports: Mapping[int, Report]) -> tuple[Quantity | None, ...]:
    """The figure in each year, as the year after restated it where it did; None where no file says it."""
    return tuple(_in(name, year, reports) for year in years)


def _in(name: str, year: int, reports: Mapping[int, Report]) -> Quantity | None:
    after = reports[year + 1].figures.get(name) if year + 1 in reports else None
    if after and after.previous:
        return after.previous
    own = reports[year].figures.get(name) if year in reports else None
    return own.quantity if own else None


class Suspicion(enum.StrEnum):
    """Why a figure should be looked at twice beside last year's."""

    NONE = ""
    SAME = "same"
    LEAP = "leap"
    SCALE = "scale"


def suspicion(new: Figure | Quantity, old: Figure | Quantity) -> Suspicion:
    """What is odd about two years' values of one figure, as far as they can be compared."""
    if new.value is None or not old.value or new.unit != old.unit:
        return Suspicion.NONE
    change = new.value / old.value
    if change and TEN_THOUSAND / 2 <= max(change, 1 / change) <= TEN_THOUSAND * 2:
        return Suspicion.SCALE
    if new.unit == PER_CENT:
        return Suspicion.NONE
    if change == 1:
        return Suspicion.SAME if new.value > 1 else Suspicion.NONE
    small = max(abs(new.value), abs(old.value)) < FEW
    return Suspicion.NONE if small or LEAPS[0] <= change <= LEAPS[1] else Suspicion.LEAP


def all_of(context: Context, kind: type[_Kind]) -> tuple[tuple[Path, _Kind], ...]:
    """Every item of that kind, with its path."""
    return tuple((path, item) for path, item in context.contents if isinstance(item, kind))


def carried_out(context: Context) -> Mapping[str, tuple[tuple[Path, Measure], ...]]:
    """By the id of last year's plan item, the measures that carry it out."""
    found: dict[str, list[tuple[Path, Measure]]] = {}
    for path, item in all_of(context, Measure):
        for name in item.carries_out:
            found.setdefault(name, []).append((path, item))
    return {name: tuple(measures) for name, measures in found.items()}


def unanswered(old: Context, new: Context) -> tuple[Plan, ...]:
    """The items of the old year's plan that have an id and that no measure of the new year carries out."""
    answered = carried_out(new)
    return tuple(plan for _, plan in all_of(old, Plan) if plan.id and plan.id not in answered)


def problem(item: Shortcoming) -> str:
    """What is said to be wrong; empty where that is still a draft."""
    text = item.problem or item.title or item.text or ""
    return "" if is_open(text) or is_open(item.text or "") else text


def same_problem(new: Shortcoming, old: Shortcoming) -> bool:
    """Whether two shortcomings say the same."""
    return bool(problem(new)) and alike(problem(new), problem(old), SAME_PROBLEM)


def same_problems(new: Shortcoming, old: Sequence[Shortcoming], told: Collection[str]) -> bool:
    """Whether one of the `old`, of which all that they say is `told`, says the same as the new one."""
    return problem(new) in told or any(same_problem(new, other) for other in old[:MOST_PROBLEMS])


def sentences(paragraph: PrintedText) -> Iterator[tuple[str, Span]]:
    """The sentences of a paragraph that are long enough to be copies and hold no number, each with its span."""
    for match in re.finditer(_SENTENCE, paragraph.text):
        if len(match[0]) >= LONG and not re.search("[0-9]", match[0]):
            yield match[0], match.span()


def with_numbers(paragraph: PrintedText) -> Iterator[tuple[str, Span]]:
    """Sentences that state a number which is typed: not one of a name, a document or an article, nor a figure's.

    Long ones, and such as state two numbers of several digits.
    """
    for match in re.finditer(_SENTENCE, paragraph.text):
        text, start = match[0], match.start()
        numbers = [*re.finditer(_STATED, text)] if len(text) >= SHORT else []
        names = quoted(paragraph.text) if numbers else ()
        places = ((one, start + one.start()) for one in numbers)
        typed = [one[0] for one, at in places if not (paragraph.is_reference(at) or within(at, names))]
        if typed and (len(text) >= LONG or sum(len(one) > 1 for one in typed) > 1):
            yield text, match.span()


def _without_years(sentence: str) -> str:
    """The sentence as it reads in any year."""
    return re.sub("20[0-9]{2}(?=年)", "", sentence)


def copies(
    new: Sequence[PrintedText], old: Sequence[PrintedText]
) -> Iterator[tuple[PrintedText, tuple[str, Span], PrintedText, tuple[str, Span]]]:
    """Every sentence of `new` that is one of `old`: where it stands and what it was copied from.

    To nine tenths where it holds no number; where it does, to the last digit but for the year.
    """
    index: dict[str, list[tuple[PrintedText, tuple[str, Span]]]] = {}
    exact = {_without_years(one[0]): (paragraph, one) for paragraph in reversed(old) for one in with_numbers(paragraph)}
    for paragraph in old:
        for sentence in sentences(paragraph):
            for run in _runs(sentence[0]):
                known = index.setdefault(run, [])
                if len(known) < MOST_ALIKE:
                    known.append((paragraph, sentence))
    for paragraph in new:
        for sentence in with_numbers(paragraph):
            if source := exact.get(_without_years(sentence[0])):
                yield paragraph, sentence, *source
        for sentence in sentences(paragraph):
            near = {other[0]: (source, other) for run in _runs(sentence[0]) for source, other in index.get(run, ())}
            if found := next((text for text in near if alike(sentence[0], text, ALIKE)), None):
                yield paragraph, sentence, *near[found]


def _runs(sentence: str) -> Iterator[str]:
    """Two sentences that are nine tenths alike share one of these."""
    return (sentence[at : at + RUN] for at in range(len(sentence) - RUN + 1))
