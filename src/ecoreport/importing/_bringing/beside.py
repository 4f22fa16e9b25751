"""What a new item, or one that moved, can stand beside; what of it goes with the place that it had."""

from collections.abc import Iterator

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.importing._bringing.wanted import Wanted
from ecoreport.problems.diagnostic import FileEdit, Path
from ecoreport.report.blocks import Kind
from ecoreport.report.parts import content_at, sections_of
from ecoreport.yearfile.fields import roles
from ecoreport.yearfile.model import Content, NextYearPlan, Shortcoming

_SHORT = 40  # characters of a line that may be a heading


def kind_by_mark(shown: Shown) -> str:
    """The kind of heading that it is; of one typed without its style its number tells; empty where it is none."""
    if shown.is_heading:
        return shown.kind
    if len(shown.core) >= _SHORT or shown.core.endswith(("。", "；")):
        return ""
    if shown.mark.startswith("（") and not shown.mark[1].isdigit():
        return Kind.HEADING_2
    return Kind.HEADING_3 if shown.mark[0].isdigit() else ""


def is_beside(one: Shown, mine: Shown, path: Path) -> bool:
    """Whether it begins an item that the one of `path` could stand beside."""
    owner = one.owner
    if owner is None or owner[: len(path)] == path or not isinstance(owner[-1], int):
        return False
    return owner[:-1] == path[:-1] or (one.kind == mine.kind and bool(one.mark) == bool(mine.mark))


def is_like(old: Shown, kind: str) -> bool:
    """Whether it begins an item with a heading of that kind; without one, a numbered paragraph."""
    if old.owner is None or not isinstance(old.owner[-1], int):
        return False
    return old.kind == kind if kind else bool(old.mark) and not old.is_heading


def keys_lost(wanted: Wanted, path: Path, beside: Path) -> tuple[str, ...]:
    """Keys of the item at `path` that refer to other parts, and that no item at the place beside another one has."""
    mine, there = content_at(wanted.report, path), content_at(wanted.report, beside)
    if not isinstance(mine, Content) or not isinstance(there, Content):
        return ()
    refers = (name for name, role in roles(type(mine)).items() if role.refers and name not in type(there).model_fields)
    return tuple(name for name in refers if wanted.splices.node((*path, name)))


def unanswered(wanted: Wanted, path: Path) -> Iterator[FileEdit]:
    """The edits with which no plan answers the shortcoming at `path` any more."""
    gone = content_at(wanted.report, path)
    if not isinstance(gone, Shortcoming) or not gone.id:
        return
    for section, content in sections_of(wanted.report):
        for at, plan in enumerate(content.items if isinstance(content, NextYearPlan) else ()):
            answers = (*section, "items", at, "answers")
            if gone.id in plan.answers:
                one = answers if len(plan.answers) == 1 else (*answers, plan.answers.index(gone.id))
                yield from wanted.splices.without(one) or ()
