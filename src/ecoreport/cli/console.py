"""What goes to the terminal: a line of talk, how far the work is, trouble with files, colours."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from ecoreport.problems.terminal import printable

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
# What else steers a terminal and is printed: our own colours, and the ends of lines of Windows.
_OURS = re.compile(r"(\x1b\[(?:0|1|3[1236]|1;3[136])m|\r\n)")
_COMMAND = re.compile(r"^\s*::|##(?=\[)", re.MULTILINE)  # how GitHub's and Azure's logs are told what to do
_Item = TypeVar("_Item")
_OPEN_ELSEWHERE = (32, 33)  # Windows: sharing and lock violation


def echo(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print the text, whoever wrote it: in it nothing steers the terminal, or commands the CI that keeps the log."""
    pieces = _OURS.split(text)
    pieces[::2] = [printable(piece, kept="\n\t") for piece in pieces[::2]]
    click.echo(_COMMAND.sub(_told, "".join(pieces)), nl=nl, err=err)


def _told(match: re.Match[str]) -> str:
    return "".join(f"\\u{ord(one):04x}" if one in ":#" else one for one in match[0])


def say(text: str) -> None:
    """One line of talk, on stderr."""
    echo(text, err=True)


def counted(items: Iterable[_Item], total: int, doing: str) -> Iterator[_Item]:
    """The items, with a line on stderr that says how far they are; only on a terminal, and where there are several."""
    shown = total > 1 and sys.stderr is not None and sys.stderr.isatty()
    told = ""
    for done, item in enumerate(items, 1):
        if shown:
            told = f"{doing} {done}/{total}"
            click.echo(f"\r{told}", nl=False, err=True)
        yield item
    if shown:
        click.echo(f"\r{' ' * 2 * len(told)}\r", nl=False, err=True)  # han are two columns wide


def reason(error: OSError) -> str:
    """One line for trouble with a file."""
    place = f"“{error.filename}”" if error.filename else "文件"
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return f"{place}正被别的程序打开：请先关闭 Word/WPS 里的这个文件，或用 -o 另存"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{place}无法读写：没有权限。文件只读就改属性，正开着就先关掉 Word/WPS，或用 -o 另存"
    return f"{place}无法读写：{REASONS.get(error.errno or 0) or error.strerror or error}"


def own_fault(error: Exception) -> str:
    """One line for what is no user's fault."""
    return f"程序自身出了问题（{type(error).__name__}: {error}）。请把命令和年度文件发给维护者。"


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
