"""A report beside those of earlier years: trends, plans carried out, shortcomings that return, copied sentences."""

import enum
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import Context, is_heading
from ecoreport.report.origins import PrintedText
from ecoreport.report.parts import section_path, sections_of
from ecoreport.text.placeholders import is_open
from ecoreport.text.quantity import PER_CENT, Quantity
from ecoreport.text.sentences import quoted, within
from ecoreport.text.similarity import alike, neighbours
from ecoreport.yearfile.model import Figure, Item, Measure, Plan, Report, Shortcoming

SAME_PROBLEM = 0.8  # how alike the words of two shortcomings are that are taken for one
MOST_PROBLEMS = 200  # shortcomings that one is compared with; a long report has 20
LEAPS = (Decimal("0.2"), Decimal(5))  # this year's value over last year's: beyond is unusual
TEN_THOUSAND = Decimal(10000)
FEW = 10  # counts below it leap from year to year
_Kind = TypeVar("_Kind", bound=Item)
SHORT = 12  # characters of a sentence that may be a copy if it states two numbers
LONG = 25  # characters of a sentence from which a copy of it may have other words
THREE_WORDS, TENTH = 7, 0.1  # characters, and the share of a sentence, that a copy may have in other words
RUN, MOST_ALIKE = 5, 4  # characters of a run that such sentences share at least; sentences that one is compared with
_ENDS = "。！？；"
_SENTENCE = f"[^{_ENDS}]+[{_ENDS}]?"
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


class Copy(NamedTuple):
    """A sentence of the new year that is one of the old year's, with its place and the other's words.

    `whole`: to the last character but for the year. `counted`: it states a number, which is the same in both.
    `telling`: it is long enough, or states numbers enough, not to be alike by chance.
    """

    paragraph: PrintedText
    text: str
    span: Span
    source: str
    whole: bool
    counted: bool
    telling: bool


def copies(new: Sequence[PrintedText], old: Sequence[PrintedText]) -> Iterator[Copy]:
    """Every sentence of `new` that is one of `old`: the very words, or of a long one all but three.

    Numbers are the same in both; the year may have moved on.
    """
    known = list(dict.fromkeys(text for paragraph in old for text, _ in _sentences(paragraph)))
    exact: dict[str, str] = {}
    for text in known:
        exact.setdefault(_timeless(text), text)
    long = [text for text in exact if len(text) >= LONG]
    told = [(paragraph, *sentence) for paragraph in new for sentence in _sentences(paragraph)]
    asked = dict.fromkeys(own for _, text, _ in told if len(own := _timeless(text)) >= LONG and own not in exact)
    near = dict(zip(asked, neighbours(asked, long, RUN, MOST_ALIKE), strict=True))
    for paragraph, text, span in told:
        own = _timeless(text)
        like = own if own in exact else next((long[at] for at in near.get(own, ()) if _nearly(own, long[at])), None)
        if like is not None:
            numbers = _stated(paragraph, span)
            telling = len(text) >= LONG or sum(len(number) > 1 for number in numbers) > 1
            yield Copy(paragraph, text, span, exact[like], like == own, bool(numbers), telling)


def _sentences(paragraph: PrintedText) -> Iterator[tuple[str, Span]]:
    """The sentences of a paragraph, each with its span; none that are short, nor what leads to what follows."""
    found = re.finditer(_SENTENCE, paragraph.text)
    return ((one[0], one.span()) for one in found if len(one[0]) >= SHORT and not one[0].endswith("："))


def _stated(paragraph: PrintedText, span: Span) -> list[str]:
    """The numbers that a sentence states: none of a name, a document or an article."""
    found = [*re.finditer(_STATED, paragraph.text[slice(*span)])]
    names = quoted(paragraph.text) if found else ()
    return [one[0] for one in found if not within(span[0] + one.start(), names)]


def _timeless(sentence: str) -> str:
    """The sentence as it reads in any year, whatever it ends with."""
    return re.sub("20[0-9]{2}(?=年)", "", sentence).rstrip(_ENDS)


def _nearly(new: str, old: str) -> bool:
    """Whether two sentences have the same numbers and all but three words, of very long ones nine tenths."""
    if re.findall("[0-9]+", new) != re.findall("[0-9]+", old):
        return False
    longer = max(len(new), len(old))
    kept = longer - max(THREE_WORDS, longer * TENTH)
    return alike(new, old, 2 * kept / (len(new) + len(old)))


class Share(NamedTuple):
    """Of how many characters of a section's running text how many are last year's."""

    section: Path
    copied: int
    length: int


def shares(context: Context, found: Iterable[Copy]) -> Iterator[Share]:
    """How much of each section's text, headings aside, stands in the sentences `found`; not of one without text."""
    copied: Counter[Path] = Counter()
    for one in found:
        copied[section_path(one.paragraph.path)] += len(one.text)
    length: Counter[Path] = Counter()
    for paragraph in context.paragraphs:
        if not is_heading(paragraph.path):
            length[section_path(paragraph.path)] += len(paragraph.text)
    return (Share(path, copied[path], length[path]) for path, _ in sections_of(context.report) if length[path])
