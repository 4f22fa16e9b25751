"""What goes to the terminal: problems with their snippets, one line for trouble with files, colours."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from ecoreport.openings import CODES
from ecoreport.problems import Problem, Severity
from ecoreport.snippets import WORDS, checklist, display_width, gathered, snippet, together

REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了允许的大小",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.EEXIST: "同名的文件占了文件夹的位置",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBADF: "已经关闭",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "链接绕成了圈",
}
_Item = TypeVar("_Item")
_NO_DATE = "W605"  # belongs to what is to be filled in, where anything is
_OPEN_ELSEWHERE = (32, 33)  # Windows: sharing and lock violation


def show_problems(problems: Iterable[Problem], near: Path, *, err: bool) -> None:
    """Print the problems with their snippets, open places as a list; to stderr where the product goes to stdout."""
    lines: dict[str, Sequence[str]] = {}
    problems = tuple(problems)
    todo = todo_of(problems)
    alike = gathered(problem for problem in problems if problem not in frozenset(todo))
    listed = frozenset(todo).union(*alike)
    for problem in problems:
        if problem in listed:
            continue
        if problem.file not in lines:
            lines[problem.file] = lines_of(near / problem.file)
        click.echo(snippet(problem, lines[problem.file], color=True) + "\n", err=err)
    for group in alike:
        click.echo(together(group, color=True) + "\n", err=err)
    if todo:
        click.echo(f"还要填、还要改的有{len(todo)}处：\n{checklist(todo)}", err=err)


def todo_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is still to be filled in or rewritten: open places and, where there are any, the missing date."""
    problems = tuple(problems)
    unfinished = any(problem.code in CODES for problem in problems)
    return tuple(problem for problem in problems if problem.code in (*CODES, _NO_DATE)) if unfinished else ()


def tally(problems: Sequence[Problem]) -> str:
    """How many of each kind: 27处待填、待改，2处错误，1处警告."""
    todo = todo_of(problems)
    rest = [problem for problem in problems if problem not in frozenset(todo)]
    counted = ((severity, sum(problem.severity is severity for problem in rest)) for severity in Severity)
    said = [f"{len(todo)}处待填、待改"] if todo else []
    said += [f"{count}处{WORDS[severity]}" for severity, count in counted if count]
    return "，".join(said) or "没有发现问题"


def grave(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether any of them makes a check fail: an error or, where it is `strict`, a warning."""
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(problem.severity in failing for problem in problems)


def say(text: str) -> None:
    """One line of talk, on stderr."""
    click.echo(text, err=True)


def counted(items: Iterable[_Item], total: int, doing: str) -> Iterator[_Item]:
    """The items, with a line on stderr that says how far they are; only on a terminal, and where there are several."""
    shown = total > 1 and sys.stderr is not None and sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        if shown:
            click.echo(f"\r{doing} {done}/{total}", nl=False, err=True)
        yield item
    if shown:
        click.echo(f"\r{' ' * (display_width(doing) + 2 * len(str(total)) + 2)}\r", nl=False, err=True)


def reason(error: OSError) -> str:
    """One line in Chinese for trouble with a file."""
    place = f"“{error.filename}”" if error.filename else "文件"
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return f"{place}正被别的程序打开：请先关闭 Word/WPS 里的这个文件，或用 -o 另存"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{place}无法读写：没有权限。文件只读就改属性，正开着就先关掉 Word/WPS，或用 -o 另存"
    return f"{place}无法读写：{REASONS.get(error.errno or 0, error.strerror or str(error))}"


def wants_color(chosen: bool | None) -> bool | None:  # noqa: FBT001 - click's own tri-state
    """--color/--no-color first, then NO_COLOR and FORCE_COLOR; None leaves it to the terminal."""
    if chosen is not None:
        return chosen
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def gentle_streams() -> None:
    """Print what the console's encoding lacks as an escape: a GBK pipe must not stop the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def lines_of(path: Path) -> Sequence[str]:
    """The lines of a file that messages quote, whatever its encoding; none where it cannot be read."""
    from ecoreport.source import BREAK  # noqa: PLC0415 - loaded already where there is a problem to show

    try:
        data = path.read_bytes()
    except OSError:
        return ()
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for attempt in (encoding, "gb18030"):
        try:
            return BREAK.split(data.decode(attempt))
        except UnicodeDecodeError:
            continue
    return ()
