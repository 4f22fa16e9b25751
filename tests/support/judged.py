"""How right a comparison of made-up years is, kind of change by kind."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ecoreport.report.context import Context
from ecoreport.years.compare._changes import Change, Comparison, ContentChange
from ecoreport.years.compare.compare import compare
from support.contexts import of_year
from support.made_years import Pair, made


def compared(pair: Pair) -> Comparison:
    """The comparison of the two years."""
    return compare(Context(of_year(2023, pair.old)), Context(of_year(2024, pair.new)), ("2023", "2024"))


def rates(seeds: Iterable[int]) -> Mapping[str, float]:
    """Of each kind of change the share that is told as it is; `false` is the share of what is told that is not so."""
    hits, all_, wrong, told = Counter[str](), Counter[str](), 0, 0
    for seed in seeds:
        pair = made(seed)
        comparison = compared(pair)
        changes = [one for one in comparison.contents if ".items[" in f"{one.old}{one.new}"]
        right = set()
        for kind, old, new in pair.truth:
            found = _told(kind, old, new, changes)
            all_[kind] += 1
            hits[kind] += found
            right |= {*(("old", one) for one in old), *(("new", one) for one in new)} if found else set()
        told += len(changes)
        wrong += sum(not {("old", one.old), ("new", one.new)} & right for one in changes)
    return {**{kind: hits[kind] / all_[kind] for kind in all_}, "false": wrong / told}


def _told(kind: str, old: tuple[str, ...], new: tuple[str, ...], changes: list[ContentChange]) -> bool:
    """Whether what became of those places is what the comparison says of them, and nothing else."""
    about = [one for one in changes if {one.old, *_old_others(one)} & {*old} or {one.new, *_new_others(one)} & {*new}]
    if kind in ("copy", "keep") and not about:
        return True
    if len(about) != 1:
        return False
    [one] = about
    if kind == "split":
        return one.change is Change.SPLIT and one.old in old and {one.new, *_new_others(one)} == {*new}
    if kind == "merge":
        return one.change is Change.MERGED and one.new in new and {one.old, *_old_others(one)} == {*old}
    if (one.old, one.new) != ((*old, "")[0], (*new, "")[0]) or one.others:
        return False
    return {
        "drop": one.change is Change.REMOVED,
        "add": one.change is Change.ADDED,
        "rename": one.change is Change.RENAMED,
        "move": one.moved and not one.section and one.change in (Change.MOVED, Change.CHANGED),
        "section": bool(one.section) and one.change in (Change.MOVED, Change.CHANGED),
        "copy": False,
    }.get(kind, one.change is Change.CHANGED and not one.moved)


def _old_others(change: ContentChange) -> tuple[str, ...]:
    return tuple(one.path for one in change.others) if change.change is Change.MERGED else ()


def _new_others(change: ContentChange) -> tuple[str, ...]:
    return tuple(one.path for one in change.others) if change.change is Change.SPLIT else ()
