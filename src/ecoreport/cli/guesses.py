"""What `init` can find out by itself: whose project it is, and of which year the next report is."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ecoreport.cli import git

_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
# A place with the name of a body behind it, and nothing that makes it something else: 示例县教育局2025年法治政府建设.
_BODY = re.compile(
    rf"(?:中共)?{_HAN}{{2,12}}?[省市县区州盟旗镇乡]{_HAN}{{0,20}}?(?:人民政府|委员会|办事处|办公室|[局厅委办院])"
    r"(?=$|[^\w]|[0-9_]|法治|关于|依法|年度)"
)
_YEAR = re.compile("20[0-9]{2}(?=年)")
_ABOVE = 2  # folders above the project's that may be called after the bureau
_SPRING = 6  # up to June, the report to write is last year's


class Guess(NamedTuple):
    """What the issuer seems to be called, and where that stands."""

    name: str
    where: str


def issuer_of(root: Path) -> Guess | None:
    """By the project's folder, those above it, or who git says the user is; None where none is called like a body."""
    return next(_guesses(root.resolve()), None)


def _guesses(root: Path) -> Iterator[Guess]:
    for folder in (root, *root.parents[:_ABOVE]):
        if match := _BODY.match(folder.name):
            yield Guess(match[0], f"文件夹“{folder.name}”")
    if match := _BODY.fullmatch(git.user()):
        yield Guess(match[0], "git 的 user.name")


def year_of(root: Path, today: dt.date) -> tuple[int, str]:
    """The year that the project's folder names, else of the report that is due; and where that stands.

    Reports are handed in by March of the year after.
    """
    if match := _YEAR.search(root.resolve().name):
        return int(match[0]), "文件夹的名字"
    return (today.year - 1 if today.month <= _SPRING else today.year), "日期"
