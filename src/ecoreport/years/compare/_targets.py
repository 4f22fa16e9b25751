"""What was planned in numbers or by a day, beside what the new year's figures and texts say of the same thing."""

from collections.abc import Sequence
from itertools import chain

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import Context
from ecoreport.report.indicators import meaning
from ecoreport.report.parts import place
from ecoreport.text.quantity import Quantity, bounds, movement, told_difference
from ecoreport.text.standings import (
    Likeness,
    Standing,
    denied,
    fitting,
    kept_day,
    kept_wholly,
    name_key,
    same_thing,
    same_unit,
    standing,
)
from ecoreport.text.targets import Saying, Target, sayings, targets
from ecoreport.yearfile.model import Plan
from ecoreport.years.compare._changes import TargetOutcome
from ecoreport.years.compare._evidence import Evidence, Text


def planned(old: Context, path: Path, plan: Plan) -> tuple[Target, ...]:
    """The targets of an item of the plan: those that it states outright, else those that its text has."""
    if plan.target:
        return tuple(one for stated in plan.target for one in targets(stated))
    printed = (text for key in ("title", "text") for text in old.printed_at.get((*path, key), ()))
    return tuple(one for text in printed for one in targets(text))


def outcome(target: Target, old: Context, told: Evidence, own: Sequence[Path]) -> TargetOutcome:
    """What became of a target: by a figure of its name, the measures at the paths `own`, an indicator, other texts.

    What the measures say of the very same thing goes before a figure that the catalogue alone takes for it.
    """
    texts, new = told.below(own), told.context
    if target.wholly:
        return _wholly(target, told, own)
    if target.month:
        return _by_day(target, told, texts)
    named = [name for thing in target.things for name in told.figures.get(name_key(thing), ())]
    said = [(path, one) for path, text in texts for one in sayings(text)]
    found = fitting(target, [one for _, one in said])
    by_text = _told(target, found, said, new) if found else None
    same = by_text if found and same_thing(target, found[0].things) is Likeness.SAME else None
    return (
        _by_figure(target, named, old, new)
        or _denied(target, new, texts)
        or same
        or _by_figure(target, _of_indicator(target, new), old, new)
        or by_text
        or _elsewhere(target, told)
        or TargetOutcome(target.words, Standing.SILENT)
    )


def _by_figure(target: Target, names: Sequence[str], old: Context, new: Context) -> TargetOutcome | None:
    """By the first of the figures that tells; None where none does."""
    for name in names:
        figure, before = new.report.figures[name], old.report.figures.get(name)
        if figure.quantity.is_open:
            return TargetOutcome(target.words, Standing.SILENT, "还待填", f"指标“{name}”")
        past = figure.previous or (before.quantity if before else None)
        if said := _of_figure(target, figure.quantity, past):
            return TargetOutcome(target.words, standing(target, [said]), said.words, f"指标“{name}”")
    return None


def _of_indicator(target: Target, new: Context) -> tuple[str, ...]:
    """The figures that give the indicator which the target's thing is called after."""
    meant = (meaning(thing, "" if target.by else target.unit) for thing in target.things)
    keys = dict.fromkeys(one.indicator.key for one in meant if one and one.exact)
    return tuple(one.name for key in keys for one in new.indicators.get(key, ()) if one.exact)


def _of_figure(target: Target, quantity: Quantity, before: Quantity | None) -> Saying | None:
    """A figure, or its change, as if a text said it."""
    if quantity.value is None:
        return None
    if not target.by:
        ends = (quantity.value, quantity.value) if quantity.exact else bounds(quantity)
        fits = same_unit(quantity.unit, target.unit)
        return Saying(str(quantity), target.things, quantity.unit, *ends) if fits else None
    difference, per_cent = movement(quantity, before) if before else (None, None)
    moved = per_cent if target.unit == "%" else difference
    if moved is None or before is None:
        return None
    words = told_difference(quantity, before) + (f"（{moved:+}%）" if target.unit == "%" else "")
    return Saying(words, target.things, target.unit, moved, moved, by=1)


def _denied(target: Target, new: Context, texts: Sequence[Text]) -> TargetOutcome | None:
    """That a measure says that nothing was done."""
    for path, text in texts:
        if clause := denied(target, text):
            return TargetOutcome(target.words, Standing.MISSED, clause, place(new.report, path))
    return None


def _elsewhere(target: Target, told: Evidence) -> TargetOutcome | None:
    """By what other texts say of the very same thing."""
    said = told.of(target)
    found = fitting(target, [one for _, one in said])
    return _told(target, found, said, told.context) if found else None


def _told(target: Target, found: Sequence[Saying], said: Sequence[tuple[Path, Saying]], new: Context) -> TargetOutcome:
    """With what decided it; where nothing alone did, with all that was said."""
    verdict = standing(target, found)
    deciding = [one for one in found if standing(target, [one]) is verdict]
    shown = deciding[:1] if verdict is Standing.MET and deciding else found
    words = [one.words for one in shown]
    path = next(path for path, one in said if one.words == words[0])
    return TargetOutcome(target.words, verdict, "、".join(dict.fromkeys(words)), place(new.report, path))


def _by_day(target: Target, told: Evidence, texts: Sequence[Text]) -> TargetOutcome:
    """By the measures that carry the plan out, else by any text of what was done."""
    seen = TargetOutcome(target.words, Standing.SILENT)
    for path, text in chain(texts, told.near(target)):
        verdict, clause = kept_day(target, text)
        if clause and (verdict is not Standing.SILENT or not seen.said):
            seen = TargetOutcome(target.words, verdict, clause, place(told.context.report, path))
        if verdict is not Standing.SILENT:
            break
    return seen


def _wholly(target: Target, told: Evidence, own: Sequence[Path]) -> TargetOutcome:
    """By the measures that carry the plan out and by what any text says of the very same thing."""
    mine = [(path, one) for path, one in told.claims if any(path[: len(above)] == above for above in own)]
    others = [pair for pair in told.claims if pair not in mine]
    verdict, clause = kept_wholly(target, [one for _, one in mine], [one for _, one in others])
    path = next((path for path, one in (*mine, *others) if one.words == clause), ())
    return TargetOutcome(target.words, verdict, clause, place(told.context.report, path) if path else "")
