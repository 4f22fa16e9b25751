"""What became of the old year's plan and shortcomings, and which of its sentences were carried over."""

from collections.abc import Iterator, Mapping, Sequence

from ecoreport.problems.diagnostic import Path, dotted
from ecoreport.report.context import Context, is_heading
from ecoreport.report.history import MOST_PROBLEMS, all_of, carried_out, copies, problem, same_problem, shares
from ecoreport.report.parts import is_generated, item_name, place
from ecoreport.text.placeholders import is_open
from ecoreport.text.similarity import closeness, ratio
from ecoreport.yearfile.model import Item, Measure, Plan, Shortcoming
from ecoreport.years.compare._changes import (
    AnsweringMeasure,
    Copied,
    CopiedShare,
    Fate,
    PlanOutcome,
    ShortcomingOutcome,
)
from ecoreport.years.compare._evidence import Evidence
from ecoreport.years.compare._nodes import nodes
from ecoreport.years.compare._targets import outcome, planned

SIMILAR = 0.3  # closeness from which a new shortcoming is named beside an old one that is not told again


def plan_outcomes(old: Context, new: Context) -> Iterator[PlanOutcome]:
    """Each item of the old year's plan with its targets' outcome and the measures that carry it out.

    Without an id nothing can refer to it.
    """
    carried, named, told = carried_out(new), _by_name(all_of(new, Measure)), Evidence(new)
    plans = [plan for _, plan in all_of(new, Plan)]
    ids = {plan.id for plan in plans if plan.id and not is_generated(plan.id)}
    titles = {plan.title for plan in plans} - {None, ""}
    for path, item in all_of(old, Plan):
        found = carried.get(item.id or "", ())
        again = item.id in ids or item.title in titles
        done = tuple(_measure(new, *one) for one in found)
        unsaid = bool(found) and all(_is_open(measure) for _, measure in found)
        called = (*named.get(("id", item.id), ()), *named.get(("title", item.title), ()))
        own = tuple(dict.fromkeys([at for at, _ in found] or called))
        targets = tuple(outcome(target, old, told, own) for target in planned(old, path, item))
        yield PlanOutcome(item.id or "", _title(old, path, item), done, unsaid, again, targets)


def _by_name(measures: Sequence[tuple[Path, Measure]]) -> Mapping[tuple[str, str | None], list[Path]]:
    """Where the measures stand that are called so, by an id that a person wrote, or by the title."""
    found: dict[tuple[str, str | None], list[Path]] = {}
    for path, one in measures:
        if one.id and not is_generated(one.id):
            found.setdefault(("id", one.id), []).append(path)
        if one.title:
            found.setdefault(("title", one.title), []).append(path)
    return found


def _is_open(item: Item) -> bool:
    return is_open((item.title or "") + (item.text or ""))


def _measure(context: Context, path: Path, item: Item) -> AnsweringMeasure:
    return AnsweringMeasure(item_name(context.report, path), _title(context, path, item))


def _title(context: Context, path: Path, item: Item) -> str:
    """The item's heading, else the beginning of what it says."""
    text = "".join(context.printed_at.get((*path, "title" if item.title else "text"), ())[:1])
    return text if item.title else text.partition("。")[0]


def shortcoming_outcomes(old: Context, new: Context) -> Iterator[ShortcomingOutcome]:
    """Each shortcoming of the old year: told again, answered by what was planned and done, or gone without a word."""
    carried = carried_out(new)
    answers: dict[str, list[Plan]] = {}
    for _, plan in all_of(old, Plan):
        for name in dict.fromkeys(plan.answers):
            answers.setdefault(name, []).append(plan)
    fresh = all_of(new, Shortcoming)
    texts = {problem(item): path for path, item in reversed(fresh)}
    before = {problem(item) for _, item in all_of(old, Shortcoming)}
    unlike = [text for _, item in fresh[:MOST_PROBLEMS] if (text := problem(item)) and text not in before]
    by_id = {item.id: (path, item) for path, item in reversed(fresh) if item.id and not is_generated(item.id)}
    for _, item in all_of(old, Shortcoming):
        answering = answers.get(item.id or "", [])
        done = [found for plan in answering for found in carried.get(plan.id or "", ())]
        fate, again = _fate(item, new, fresh[:MOST_PROBLEMS], texts, by_id)
        if not fate:
            score, text = max(((closeness(one, problem(item)), one.strip()) for one in unlike), default=(0.0, ""))
            again = text if score >= SIMILAR else ""
        yield ShortcomingOutcome(
            item.id or "",
            problem(item).strip(),
            fate or (Fate.ANSWERED if done else Fate.GONE if answering else Fate.UNPLANNED),
            tuple(plan.title or plan.id or "" for plan in answering),
            tuple(dict.fromkeys(_measure(new, *found) for found in done)),
            again,
            _since(item, old) if fate in (Fate.REPEATED, Fate.REWORDED) else 0,
        )


def _since(item: Shortcoming, year: Context) -> int:
    """The first of the years up to this one that tell it without a break; earlier files are read for that."""
    while (before := year.last) and year.report.year > before.report.year:
        told = next((one for _, one in all_of(before, Shortcoming)[:MOST_PROBLEMS] if same_problem(item, one)), None)
        if told is None:
            break
        item, year = told, before
    return year.report.year


def _fate(
    old: Shortcoming,
    new: Context,
    fresh: Sequence[tuple[Path, Shortcoming]],
    texts: Mapping[str, Path],
    by_id: Mapping[str, tuple[Path, Shortcoming]],
) -> tuple[Fate | None, str]:
    """Whether the new year tells it again, and where; None where it does not.

    Of its shortcomings the `fresh` ones are compared, all are known by their `texts` and `by_id`.
    """
    again = next((path for path, item in fresh if same_problem(item, old)), None)
    if again is None and problem(old):
        again = texts.get(problem(old))
    if again is not None:
        return Fate.REPEATED, item_name(new.report, again)
    if old.id and old.id in by_id:
        path, item = by_id[old.id]
        return _under_its_id(problem(item), problem(old)), item_name(new.report, path)
    return None, ""


def _under_its_id(new: str, old: str) -> Fate:
    if not new:
        return Fate.OPEN
    return Fate.REWORDED if closeness(new, old) >= SIMILAR else Fate.REPLACED


def copied_sentences(old: Context, new: Context) -> tuple[tuple[Copied, ...], tuple[CopiedShare, ...]]:
    """The sentences of the new year that are the old year's, and what share of a section they are with short ones."""
    fresh = [paragraph for paragraph in new.paragraphs if not is_heading(paragraph.path)]
    found = [*copies(fresh, old.paragraphs)]
    told = tuple(
        Copied(place(new.report, one.paragraph.path), one.source, one.text, round(ratio(one.text, one.source), 3))
        for one in found
        if one.telling
    )
    titles = {node.path: node.title for node in nodes(new)} if found else {}
    parts = (one for one in shares(new, found) if one.copied)
    return told, tuple(
        CopiedShare(titles[one.section], dotted(one.section), one.copied, one.length, round(one.copied / one.length, 3))
        for one in parts
    )
