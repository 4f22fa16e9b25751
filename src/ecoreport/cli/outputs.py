"""Where outputs go: the default place, -o FILE, -o DIR, -o -."""

import errno
import os
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import click

from ecoreport.cli.console import echo, say
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.usage import wrong
from ecoreport.project import DATA, Project, read_file

DEFAULT = ("md", "docx")
FORMATS = (*DEFAULT, "html", "pdf")
_ENDINGS = {"text": "txt"}  # of files whose format is called otherwise


def destinations(
    project: Project, years: Sequence[int], formats: Sequence[str], output: str | None, stem: str = "{}"
) -> Mapping[tuple[int, str], Path]:
    """The file for each year and format; UsageError where -o does not fit them. `stem` makes names of years."""
    wanted = tuple(dict.fromkeys(formats)) or DEFAULT
    if output is None:
        return {(year, form): project.report_file(stem.format(year), form) for year in years for form in wanted}
    if output == "-":
        if len(years) != 1 or len(formats) != 1:
            raise wrong("-o - 一次只能输出一个年度的一种格式，例如：build 2023 -f md -o -")
        return {(years[0], wanted[0]): Path("-")}
    if not output:
        raise wrong("-o 后面要写文件、文件夹，或者 -。")
    path = Path(output)
    form = path.suffix.removeprefix(".").lower()
    if is_folder(output) or not form:
        return {(year, form): path / f"{stem.format(year)}.{form}" for year in years for form in wanted}
    if form not in FORMATS:
        raise wrong(f"-o 的文件名要以 {'、'.join(f'.{known}' for known in FORMATS)} 结尾，或者是文件夹。")
    if len(years) != 1:
        raise wrong("-o 写成文件名时只能生成一个年度；要生成几个年度，就写文件夹。")
    if formats and tuple(dict.fromkeys(formats)) != (form,):
        raise wrong(f"-f {formats[0]} 与 -o {output} 的扩展名不一致。")
    return {(years[0], form): path}


def is_folder(output: str) -> bool:
    """Whether -o names a folder: there is one, or the name ends as only theirs do."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def is_year_file(path: Path) -> bool:
    """Whether it is a project's data, which nothing that is made of it may replace."""
    return path.resolve().parent.name == DATA and path.name[:4].isdecimal() and path.suffix in (".yaml", ".yml")


def placed(output: str, name: str) -> Path:
    """The file that -o names, or the one of that name in the folder that it names."""
    return Path(output) / name if is_folder(output) else Path(output)


def deliver(  # noqa: PLR0913, PLR0917 - what, in which form, where to, and what must not be touched
    project: Project, data: bytes, form: str, output: str | None, stem: str, own: Collection[Path] = ()
) -> None:
    """Print what was made or, where -o is given, write it; in a folder it is called `stem`.

    UsageError where -o names a year file, or one of the files it was made of, its `own`.
    """
    if not output or output == "-":
        if form == "text":
            echo(data.decode(), nl=False)  # in colours only on a terminal
        else:
            write_stdout(data)
        return
    path = placed(output, f"{stem}.{_ENDINGS.get(form, form)}")
    if path.resolve() in own or is_year_file(path):
        raise wrong(f"-o 写的是年度文件 {project.name(path)}，没有覆盖。")
    write_all({path: click.unstyle(data.decode()).encode() if form == "text" else data}, project.root)
    say(f"已写 {project.name(path)}")


def write_stdout(*pieces: bytes) -> None:
    """The bytes as they are, on standard output."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed", "标准输出")
    sys.stdout.flush()
    for data in pieces:
        sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def tell_stale(
    contents: Mapping[Path, bytes],
    project: Project,
    remedy: str = "运行 ecoreport build 重新生成。",
    told: Mapping[Path, str] | None = None,
) -> int:
    """Whether the files on disk are these, said file by file, of some of them as it is `told`; the exit code."""
    told = told or {}
    stale = [path for path, data in contents.items() if not path.is_file() or read_file(path, most=len(data)) != data]
    for path in stale:
        state = "不是最新的" if path.exists() else "还没有生成"
        echo(told.get(path, f"{project.name(path)}：{state}"))
    if stale:
        if any(path not in told for path in stale):
            say(remedy)
        return FOUND
    say(f"{len(contents)}个文件都是最新的")
    return OK
