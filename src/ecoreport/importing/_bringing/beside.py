"""What a new item, or one that moved, can stand beside."""

from ecoreport.importing._bringing.blocks import Shown
from ecoreport.problems.diagnostic import Path
from ecoreport.report.blocks import Kind

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
