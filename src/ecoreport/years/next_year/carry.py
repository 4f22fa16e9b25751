"""What of a year file goes on to the next year, what is left open, and what the plan becomes."""

import re
from typing import NamedTuple

from ecoreport.problems.diagnostic import Refused
from ecoreport.text.placeholders import FILL, REWRITE
from ecoreport.yearfile.edits import Edits
from ecoreport.yearfile.reader import YearFile, parse
from ecoreport.years.next_year._blocked import in_blocks, rewritten
from ecoreport.years.next_year._carrying import Carrying
from ecoreport.years.next_year._stale import without_stale
from ecoreport.years.next_year._verify import sound

_MODELINE = re.compile(r"\A(?:#[^\n]*yaml-language-server[^\n]*\n)?")
_TODO = (
    f"# 由 data/{{old}}.yaml 生成：填好“{FILL}”，改写带“{REWRITE}”的文字并删去这个记号；"
    "ecoreport check {new} 列出清单。\n"
)


class Uncarried(Exception):  # noqa: N818 - it names the outcome: no sound file could be made
    """A year file that could not be carried on."""


class NewYear(NamedTuple):
    """A new year's file as text and as it reads, and whether it kept the comments of the old one."""

    text: str
    file: YearFile
    commented: bool


def next_year(file: YearFile, year: int) -> NewYear:
    """The file of `year` as a draft out of an earlier year's; every open place in it is one that `check` tells of.

    It is looked at before it is given out. Where edits in place do not give a sound file, it is written anew, and
    keeps no comments but those at its head. Uncarried where neither will do.
    """
    old = file.document.source
    text = old.text.replace("\r\n", "\n").replace("\r", "\n")
    text = without_stale(text if text.endswith("\n") else text + "\n")
    for prepared in (in_blocks, rewritten):
        try:
            body = prepared(text)
            report = file.report if body == text else parse(body.encode(), old.name).report
        except Refused:  # another way of writing it was taken for what it is not
            continue
        made = _headed(Carrying(report, Edits(body), year).text(), report.year, year)
        if new := sound(file.report, made, f"{year}.yaml", year):
            return NewYear(made, new, prepared is in_blocks)
    raise Uncarried


def _headed(text: str, old: int, new: int) -> str:
    """With a line on top that says what to do, and the year rolled in the comments above the first key."""
    modeline = _MODELINE.match(text)
    at = modeline.end() if modeline else 0
    body = next(re.finditer(r"^[ ]*[^#\s]", text, re.MULTILINE)).start()
    head = re.sub(rf"{old}(?=年度?法治政府)", str(new), text[at:body])
    return text[:at] + _TODO.format(old=old, new=new) + head + text[body:]
