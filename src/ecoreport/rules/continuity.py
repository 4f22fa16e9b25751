"""Rules over two years: last year's plan is answered, its figures are quoted right, its words are not copied."""

import difflib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ecoreport.model import Figure, Measure, Plan, Report, Shortcoming
from ecoreport.openings import is_open
from ecoreport.outline import sections_of
from ecoreport.problems import Finding, Path
from ecoreport.prose import Spoken, shortcoming_text
from ecoreport.reading import Reading, is_heading

LONG, ALIKE = 25, 0.9  # characters of a sentence, and how alike two are, from which one is taken for a copy
RUN, MOST_ALIKE = 6, 10  # characters of a run that alike sentences share; sentences kept for each
SAME_SHORTCOMING = 0.8
LEAPS = (Decimal("0.2"), Decimal(5))  # this year's value over last year's: beyond is unusual
_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")


def plan_is_carried_out(reading: Reading) -> Iterator[Finding]:
    """Each item of last year's plan that has an id is taken up by a measure."""
    if reading.previous is None:
        return
    carried = {name for _, item in reading.contents if isinstance(item, Measure) for name in item.carries_out}
    place = next((path for path, section in sections_of(reading.report) if section.kind == "measures"), ())
    for _, item in Reading(reading.previous).contents:
        if isinstance(item, Plan) and item.id and item.id not in carried:
            message = f"上年的计划“{item.title or item.id}”（{item.id}）没有举措落实"
            help_ = f"在落实它的举措里写 carries_out: [{item.id}]；没有落实的，在不足里说明"
            yield Finding("W611", message, place, on_key=True, help=help_)


def shortcomings_come_back(reading: Reading) -> Iterator[Finding]:
    """The same shortcoming two years running."""
    old = [_problem(item) for item in _shortcomings(reading.previous)]
    for path, item in reading.contents:
        text = _problem(item) if isinstance(item, Shortcoming) and not is_open(item.text or "") else ""
        if text and any(_alike(text, other, SAME_SHORTCOMING) for other in old):
            yield Finding("W612", "上年也写了这条不足", path, help="写明今年有什么进展、为什么还没有解决")


def _shortcomings(report: Report | None) -> list[Shortcoming]:
    found = Reading(report).contents if report else ()
    return [item for _, item in found if isinstance(item, Shortcoming)]


def _problem(item: Shortcoming) -> str:
    return item.problem or item.title or item.text or shortcoming_text(item)


def sentences_copied(reading: Reading) -> Iterator[Finding]:
    """Sentences of 25 characters and more, without a number, that are last year's to nine tenths."""
    if reading.previous is None:
        return
    old = [text for paragraph in Reading(reading.previous).paragraphs for text, _ in _sentences(paragraph)]
    index = _by_run(old)
    for paragraph in (one for one in reading.paragraphs if not is_heading(one.path)):
        for text, span in _sentences(paragraph):
            near = dict.fromkeys(other for run in _runs(text) for other in index.get(run, ()))
            if any(_alike(text, other, ALIKE) for other in near):
                yield paragraph.finding("W613", "这句话与上年的几乎一样", span, "写今年的做法；固定的提法可以不提示")


def _sentences(paragraph: Spoken) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _SENTENCE.finditer(paragraph.text):
        if len(match[0]) >= LONG and not re.search("[0-9]", match[0]):
            yield match[0], match.span()


def _by_run(sentences: list[str]) -> dict[str, list[str]]:
    """The sentences by each run of characters in them: two that are nine tenths alike share one."""
    index: dict[str, list[str]] = {}
    for sentence in sentences:
        for run in _runs(sentence):
            known = index.setdefault(run, [])
            if len(known) < MOST_ALIKE:
                known.append(sentence)
    return index


def _runs(sentence: str) -> Iterator[str]:
    return (sentence[at : at + RUN] for at in range(len(sentence) - RUN + 1))


@lru_cache(maxsize=1024)
def _matcher(text: str) -> "difflib.SequenceMatcher[str]":
    """Kept, for its table of `text` serves every sentence that it is compared with."""
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(text)
    return matcher


def _alike(new: str, old: str, least: float) -> bool:
    if min(len(new), len(old)) / max(len(new), len(old), 1) * 2 < least:
        return False
    matcher = _matcher(old)
    matcher.set_seq1(new)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


def figures_move_plausibly(reading: Reading) -> Iterator[Finding]:
    """A figure that is last year's to the digit, five times it, or ten thousand times it, is looked at twice."""
    for name, figure, old in _pairs(reading):
        path: Path = ("figures", name, "value")
        if figure.value is None or old.value is None or figure.unit != old.unit or not old.value:
            continue
        change = figure.value / old.value
        if change == 1 and figure.unit != "%" and figure.value > 1:
            yield Finding("H614", f"“{name}”与上年一样，都是{figure}", path, help="核对是不是忘了改")
        elif change in (Decimal(10000), Decimal("0.0001")):
            yield Finding("W615", f"“{name}”{figure}，上年{old}，差一万倍", path, help="看看单位是元还是万元")
        elif not LEAPS[0] <= change <= LEAPS[1] and figure.unit != "%":
            yield Finding(
                "W615", f"“{name}”{figure}，上年{old}，相差五倍以上", path, help="核对数和口径；确实如此可以不提示"
            )


def last_year_as_published(reading: Reading) -> Iterator[Finding]:
    """What this file says of last year is what last year's file says, or there is a reason."""
    for name, figure, old in _pairs(reading):
        stated = figure.previous
        if stated and (stated.value, stated.unit) != (old.value, old.unit) and not figure.restated:
            message = f"“{name}”的上年数写的是{stated}，上年的报告是{old}"
            yield Finding("E616", message, ("figures", name, "previous"), help="改成一样的，或者写明 restated: 理由")


def _pairs(reading: Reading) -> Iterator[tuple[str, Figure, Figure]]:
    """Figures that both years have, by name."""
    before = reading.previous.figures if reading.previous else {}
    return ((name, figure, before[name]) for name, figure in reading.report.figures.items() if name in before)
