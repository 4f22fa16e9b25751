"""`import FILE --into YEAR`: an edited report back into its year file, and what a person has to look at."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import click

from ecoreport.check import check_year
from ecoreport.cli.console import echo, say
from ecoreport.cli.documents import readable
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.problem_output import show_problems
from ecoreport.cli.projects import chosen_years
from ecoreport.importing.bring_back import NUMBERED, BroughtBack, Edited, Told, bring_back, read_edited
from ecoreport.problems.diagnostic import Refused, Severity, Unreadable
from ecoreport.project import Inputs, Project, shown
from ecoreport.report.expressions import ExpressionError
from ecoreport.report.inputs import Input, given
from ecoreport.text.diff import ADDED, KEPT, REMOVED, segments

_SHOWN, _QUOTED = 400, 40  # characters of a text, and of the words that a comment is about
_EXAMPLES = 3
_BESIDE = 15  # characters beside a change


class How(NamedTuple):
    """What the command was told beside the file and the year."""

    dry_run: bool = False
    reject: bool = False
    literal: bool = False


def bring_into(project: Project, file: str, year: int, how: How) -> int:
    """Bring the file's edits back and say what became of each; the exit code is FOUND where a person is needed."""
    chosen_years(project, (year,))
    inputs = project.inputs()
    target = inputs.years.files[year]
    try:
        document = read_edited(*readable(file), reject=how.reject)
        done = bring_back(inputs, target, document, literal=how.literal)
    except Unreadable as refused:
        help_ = f"。{refused.help}" if refused.help else ""
        raise click.ClickException(f"{shown(file)}：{refused}{help_}") from None
    except Refused as refused:
        show_problems(refused.problems, inputs.quoted)
        raise click.ClickException(f"{target.name} 有错误，没有收回；先改好它。") from None
    except ExpressionError as error:
        raise click.ClickException(f"{target.name} 有错误，没有收回：{error.message}；先改好它。") from None
    if document.base is None:
        say("这份文件没有带生成时的记录，所以只和现在的年度文件比：年度文件在生成以后的改动分不出来。")
    _write(project, inputs, target, done, dry_run=how.dry_run)
    _tell(done, document)
    whole = done.is_whole and not document.comments and not document.beside
    if not how.dry_run and (done.told or done.made or how.reject or not whole):
        _tell_next(year, whole=whole, remarked=done.is_whole and not document.beside, rejected=how.reject)
    return OK if whole else FOUND


def _tell_next(year: int, *, whole: bool, remarked: bool, rejected: bool) -> None:
    """How it goes on: `build` replaces a file of which all has come home, any other only when told to.

    `remarked`: nothing but comments is left to look at.
    """
    first = "" if whole else "批注看过以后，" if remarked else "没有写回的定下来以后，"
    force = " --force" if rejected or not whole else ""
    say(f"{first}重新生成：ecoreport build {year}{force}；改过的那份会留作副本。")


def _write(project: Project, inputs: Inputs, target: Input, done: BroughtBack, *, dry_run: bool) -> None:
    old = target.read()
    if old == done.data:
        say("没有要写回的改动" if not done.told else f"没有能写回的改动，{target.name} 没有动")
        return
    if dry_run:
        echo("".join(_diff(old.decode("utf-8-sig"), done.data.decode("utf-8-sig"), target.name)), nl=False)
        say(f"{target.name}：能写回{len(done.made)}处，没有写（--dry-run）")
    else:
        write_all({project.year_file(target.year or 0): done.data}, project.root)
        say(f"已写 {target.name}：写回{len(done.made)}处")
    for one in done.made:
        say(f"  {one}")
    new = given(done.data, target.name, target.year)
    _tell_errors(inputs, target, replace(inputs, years=inputs.years.with_file(target.year or 0, new)), new)


def _tell_errors(before: Inputs, old: Input, after: Inputs, new: Input) -> None:
    """The errors that the year file has only now: what the document says may be at fault."""
    known = {(one.code, one.message) for one in check_year(before, old).problems}
    found = [one for one in check_year(after, new).problems if one.severity is Severity.ERROR]
    if errors := [one for one in found if (one.code, one.message) not in known]:
        say("文档里这样写，年度文件就有错误，改好才能生成：")
        show_problems(errors, after.quoted)


def _diff(old: str, new: str, name: str) -> Iterator[str]:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name}（收回后）", n=1
    )
    return (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _tell(done: BroughtBack, document: Edited) -> None:
    grave, mild = ([one for one in done.told if one.mild is kind] for kind in (False, True))
    numbers = [one for one in mild if one.why == NUMBERED]
    if numbers:
        examples = "、".join(f"“{one.new}”印成“{one.old}”" for one in numbers[:_EXAMPLES])
        say(f"{NUMBERED}，共{len(numbers)}处：{examples}")
    if others := [one for one in mild if one not in numbers]:
        say(f"请知悉{len(others)}处：")
        _list(others, "年度文件现在印的", "文档里的")
    if document.comments:
        say(f"批注{len(document.comments)}条：")
        for comment in document.comments:
            say(f"  {comment.author}对“{comment.quoted[:_QUOTED]}”：{_short(comment.text)}")
    if document.beside:
        say("正文以外的，年度文件里没有地方放：")
        for one in document.beside:
            say(f"  {_short(one)}")
    if grave:
        say(f"没有写回、要人来定的{len(grave)}处：")
        _list(grave, "年度文件印的", "改过的")


def _list(told: Iterable[Told], old: str, new: str) -> None:
    for number, one in enumerate(told, 1):
        say(f"  {number}. {one.why}")
        for name, text in zip((old, new), _around(one.old, one.new), strict=True):
            say(f"     {name}：{_short(text) or '（没有）'}")


def _around(old: str, new: str) -> tuple[str, str]:
    """Both texts where they differ, with a few of the words on either side."""
    if not (old and new):
        return old, new
    parts = segments(old, new)
    cut = [_cut(text, at, len(parts) - 1) if mark == KEPT else text for at, (mark, text) in enumerate(parts)]
    first, second = (
        "".join(text for (mark, _), text in zip(parts, cut, strict=True) if mark != other) for other in (ADDED, REMOVED)
    )
    return first, second


def _cut(text: str, at: int, last: int) -> str:
    """What stayed, without its middle; at the ends of the text without what is far from a change."""
    head, tail = text[:_BESIDE] if at else "", text[-_BESIDE:] if at < last else ""
    return text if len(text) <= 2 * _BESIDE + 1 else f"{head}…{tail}"


def _short(text: str) -> str:
    line = " ⏎ ".join(text.split("\n"))
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…（共{len(line)}字）"
