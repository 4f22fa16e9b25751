"""Word files that somebody has changed since they were built: told of, kept, not written over unasked."""

import os
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from ecoreport.cli.files import target
from ecoreport.project import Inputs, Project, read_file
from ecoreport.report.inputs import Input

if TYPE_CHECKING:
    from ecoreport.importing.edited import State

_NOT_AS_BUILT = "不是原样，文字没有变（重新存过，或者是别的版本生成的）"
_RETURNED = "有人改过，改的地方年度文件里都有了"
_ANEW = "运行 ecoreport build 换成新的，它会另存一份"
_SHOWN = 30  # characters of a comment
_MOST_BYTES = 20 << 20  # what a larger file says cannot be read


def changed(
    contents: Mapping[Path, bytes], root: Path, inputs: Inputs, years: Mapping[Path, int]
) -> Mapping[Path, "State"]:
    """What became of each Word file in the place of which one is to be written; those that are as built are left out.

    `years` are the years that the files are of.

    OSError where one must not be written, or cannot be read.
    """
    there = [path for path in contents if path.suffix.lower() == ".docx" and target(path, root).exists()]
    read = ((path, read_file(path, most=_MOST_BYTES)) for path in there)
    other = {path: data for path, data in read if data != contents[path]}
    if not other:
        return {}
    from ecoreport.importing.edited import Edited, Returned, Untouched, state  # noqa: PLC0415 - only where there is one

    found = {path: state(data, contents[path]) for path, data in other.items()}
    found |= {
        path: Returned()
        for path, became in found.items()
        if isinstance(became, Edited) and _is_home(inputs, inputs.years.files[years[path]], path, other[path])
    }
    return {path: became for path, became in found.items() if not isinstance(became, Untouched)}


def _is_home(inputs: Inputs, file: Input, path: Path, data: bytes) -> bool:
    from ecoreport.importing.bring_back import is_brought_back  # noqa: PLC0415 - only where one is edited

    return is_brought_back(inputs, file, data, path.name)


def is_edited(became: "State") -> bool:
    """Whether words may be lost that were never built."""
    from ecoreport.importing.edited import Resaved, Returned  # noqa: PLC0415 - loaded where there is a state

    return not isinstance(became, Resaved | Returned)


def told(project: Project, year: int, path: Path, became: "State") -> str:
    """What became of the file, and what to do."""
    from ecoreport.importing.edited import Edited, Returned, Unread  # noqa: PLC0415 - as above

    name = project.name(path)
    force = "不要了：加 --force"
    back = f"收回修改：{_command(project, path, year)}；{force}"
    match became:
        case Edited(None):
            return f"{name} 的文字和要生成的不一样，又没有生成时的记号，分不清是有人改过还是旧了，没有覆盖。{back}"
        case Edited(0, more):
            return f"{name} 在生成以后有人加了年度文件里放不下的东西（{_some(more)}），没有覆盖。看过了：加 --force"
        case Edited(places, more):
            return f"{name} 在生成以后有人改过（{places} 处{f'，还有{_some(more)}' if more else ''}）。{back}"
        case Unread(reason):
            return f"{name} 读不出来：{reason}。分不清有没有人改过，没有覆盖。{force}"
        case Returned():
            return f"{name} {_RETURNED}。{_ANEW}"
    return f"{name} {_NOT_AS_BUILT}。{_ANEW}"


def told_kept(project: Project, path: Path, copy: Path, became: "State") -> str:
    """Where the file is now that was replaced."""
    from ecoreport.importing.edited import Edited, Resaved, Returned  # noqa: PLC0415 - as above

    match became:
        case Returned():
            how = _RETURNED
        case Resaved():
            how = _NOT_AS_BUILT
        case Edited():
            how = "文字不同"
        case _:
            how = "读不出来"
    return f"原来的 {project.name(path)} {how}，留作 {project.name(copy)}"


def copy_of(path: Path) -> Path:
    """The first name beside the file that is free for what it was: 2024.改过.docx, 2024.改过2.docx, and so on."""
    names = (path.with_name(f"{path.stem}.改过{number if number > 1 else ''}{path.suffix}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


def _some(more: Sequence[str]) -> str:
    """The first of what came beside the text, and how many there are."""
    first = more[0] if len(more[0]) <= _SHOWN else f"{more[0][:_SHOWN]}…"
    return first if len(more) == 1 else f"{first}等{len(more)}项"


def _command(project: Project, path: Path, year: int) -> str:
    """The command line that brings the file's words back, as it is to be typed here."""
    inside = project.near.is_relative_to(project.root)
    folder = () if inside else ("-C", project.name(project.root))
    words = ("ecoreport", "import", *folder, project.name(path), "--into", str(year))
    return " ".join(f'"{word}"' if " " in word else word for word in words)
