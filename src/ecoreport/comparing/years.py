"""What became of the old year's plan and shortcomings, and which of its sentences were carried over."""

from collections.abc import Iterator

from ecoreport.comparing.changes import Copied, Fate, Measure, PlanOutcome, ShortcomingOutcome
from ecoreport.likeness import copies, ratio
from ecoreport.model import Item, Plan, Shortcoming
from ecoreport.places import item_name, place
from ecoreport.problems import Path
from ecoreport.reading import Reading, is_heading
from ecoreport.succession import all_of, carried_out, problem, same_problem


def plan_outcomes(old: Reading, new: Reading) -> Iterator[PlanOutcome]:
    """Each item of the old year's plan with the measures that carry it out; without an id nothing can refer to it."""
    carried = carried_out(new)
    for path, item in all_of(old, Plan):
        done = tuple(_measure(new, *found) for found in carried.get(item.id or "", ()))
        yield PlanOutcome(item.id or "", _title(old, path, item), done)


def _measure(reading: Reading, path: Path, item: Item) -> Measure:
    return Measure(item_name(reading.report, path), _title(reading, path, item))


def _title(reading: Reading, path: Path, item: Item) -> str:
    """The item's heading, else the beginning of what it says."""
    printed = {paragraph.path: paragraph.text for paragraph in reversed(reading.printed)}
    text = printed.get((*path, "title" if item.title else "text"), "")
    return text if item.title else text.partition("。")[0]


def shortcoming_outcomes(old: Reading, new: Reading) -> Iterator[ShortcomingOutcome]:
    """Each shortcoming of the old year: told again, answered by what was planned and done, or gone without a word."""
    carried = carried_out(new)
    plans = [plan for _, plan in all_of(old, Plan)]
    for _, item in all_of(old, Shortcoming):
        answering = [plan for plan in plans if item.id and item.id in plan.answers]
        done = [found for plan in answering for found in carried.get(plan.id or "", ())]
        again = [path for path, other in all_of(new, Shortcoming) if _is_same(other, item)]
        yield ShortcomingOutcome(
            item.id or "",
            problem(item).strip(),
            Fate.REPEATED if again else Fate.ANSWERED if done else Fate.GONE,
            tuple(plan.title or plan.id or "" for plan in answering),
            tuple(dict.fromkeys(_measure(new, *found) for found in done)),
            item_name(new.report, again[0]) if again else "",
        )


def _is_same(new: Shortcoming, old: Shortcoming) -> bool:
    return bool(new.id and new.id == old.id) or same_problem(new, old)


def copied_sentences(old: Reading, new: Reading) -> Iterator[Copied]:
    """Each sentence of the new year that is one of the old year's to nine tenths."""
    fresh = [paragraph for paragraph in new.paragraphs if not is_heading(paragraph.path)]
    for paragraph, (text, _), _, (source, _) in copies(fresh, old.paragraphs):
        yield Copied(place(new.report, paragraph.path), source, text, round(ratio(text, source), 3))
