"""`init`: a whole project for another bureau, and what to do next."""

import datetime as dt
import re
import sys
from pathlib import Path

import click

from ecoreport.cli.console import say
from ecoreport.cli.exits import OK
from ecoreport.cli.files import write_all
from ecoreport.cli.guesses import issuer_of, year_of
from ecoreport.cli.import_ import ImportOptions, import_files
from ecoreport.cli.options import YEAR, command, expanded
from ecoreport.cli.scaffold import project_files, year_file
from ecoreport.cli.usage import failed, wrong
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.text.columns import columns

_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_ISSUER = re.compile(rf"(?=(?:.*{_HAN}){{2}})[\w（）()·、—-]{{2,60}}")


@command()
@click.argument("folder", metavar="[DIR]", default=".")
@click.option(
    "--issuer",
    metavar="NAME",
    help="发文机关的全称或规范化简称，例如 示例县教育局；不写就从文件夹的名字里看，看不出再问。",
)
@click.option("--year", metavar="YEAR", type=YEAR, help="报告哪一年的情况；不写就是现在该写的那一年。")
@click.option(
    "--from", "old", metavar="FILE", multiple=True, help="往年的报告（Word 等），导入为开头几年；可以写几次。"
)
def init(folder: str, issuer: str | None, year: int | None, old: tuple[str, ...]) -> int:
    """建一个新项目：年度文件、模板、编辑器和自动检查的设置。已有的文件一个也不动。

    \b
    例如：
      ecoreport init 示例县教育局                       发文机关看文件夹的名字，年度看日期
      ecoreport init 法治报告 --issuer 示例县教育局 --year 2025
      ecoreport init 法治报告 --from 2023年报告.docx    由往年的报告开头
    """
    if old and issuer:
        raise wrong("--from 从报告里看发文机关，不和 --issuer 一起写。")
    root = Path.cwd() / folder
    project = Project(root, Path.cwd())
    code = _imported(project, expanded(old), year) if old else OK
    if old and not project.years():
        return code
    first: dict[str, bytes] = {}
    if old or (project.years() and not (issuer or year)):
        issuer, year = _known(project)
    else:
        issuer, year = _issuer_and_year(project, issuer, year)
        first = {**year_file(issuer, year)}
    contents = {root / path: data for path, data in {**first, **project_files(issuer, year)}.items()}
    kept = [path for path in contents if _is_taken(path, root)]
    write_all({path: data for path, data in contents.items() if path not in kept}, root)
    _tell(project, [path for path in contents if path not in kept], kept)
    _next(folder, year, old=bool(old))
    return code


def _is_taken(path: Path, root: Path) -> bool:
    """Whether something is there, be it a link that leads nowhere, at the path or above it in the project."""
    inside = [path, *(above for above in path.parents if root in above.parents)]
    return path.exists() or any(one.is_symlink() and not one.exists() for one in inside)


def _imported(project: Project, files: tuple[str, ...], year: int | None) -> int:
    """The exit code; what has become a year file before stays as it is."""
    if year and len(files) > 1:
        raise wrong("写 --year 时，--from 只写一个报告。")
    return import_files(project, files, ImportOptions(year, keep=True))


def _known(project: Project) -> tuple[str, int]:
    """Issuer and year of the newest year file that there is."""
    year = project.years()[-1]
    try:
        return project.inputs().years.of(year).sound().report.issuer, year
    except Refused as refused:
        name = project.name(project.year_file(year))
        raise failed(f"{name} 有错误，先改好它：ecoreport check {year}。") from refused


def _named(typed: str) -> str:
    name = "".join(typed.split())
    if not _ISSUER.fullmatch(name):
        shape = "至少两个汉字，此外只有字母、数字和括号，例如 示例县教育局"
        raise wrong(f"“{typed}”不像机关的名称：{shape}。")
    return name


def _issuer_and_year(project: Project, issuer: str | None, year: int | None) -> tuple[str, int]:
    """Those that are given; the others as far as they can be found out, which is said."""
    told = []
    if issuer is not None:
        name = _named(issuer)
    elif project.years():
        name, _ = _known(project)
    elif guess := issuer_of(project.root):
        name = guess.name
        told.append(f"发文机关看{guess.where}，写的是{name}")
    else:
        name = _asked_issuer()
    if not year:
        year, where = year_of(project.root, dt.datetime.now().astimezone().date())
        told.append(f"年度看{where}，写的是{year}年")
    if told:
        say(f"{'；'.join(told)}。不对，就把建的文件删掉，写上 --issuer、--year 再来一次。")
    return name, year


def _asked_issuer() -> str:
    """The answer, asked again until it makes sense; UsageError where there is nobody to ask."""
    if not sys.stdin or not sys.stdin.isatty():
        raise wrong("没有写 --issuer，从文件夹的名字也看不出来，例如：ecoreport init --issuer 示例县教育局")
    answer: str = click.prompt("发文机关（全称或规范化简称）", err=True, value_proc=_named)
    return answer


def _tell(project: Project, written: list[Path], kept: list[Path]) -> None:
    if written:
        say(f"已写 {project.name(written[0])}" + (f" 等{len(written)}个文件" if len(written) > 1 else ""))
    if kept:
        say(f"已经有了，没有动：{'、'.join(map(project.name, kept))}")


def _next(folder: str, year: int, *, old: bool) -> None:
    """What to do now, command by command."""
    steps = [] if Path(folder).resolve() == Path.cwd() else [(f"cd {folder}", "进入这个文件夹")]
    if old:
        steps += [
            (f"ecoreport check {year}", "看看导入的年度文件"),
            (f"ecoreport build {year}", "由它生成 Word，与原来的比一比"),
            (f"ecoreport new {year + 1}", "写出下一年的年度文件"),
        ]
    else:
        steps += [
            (f"ecoreport check {year}", f"列出 data/{year}.yaml 里要填的地方"),
            (f"ecoreport build {year}", "生成 Word；没填完时是草稿，空着的地方标黄"),
            (f"ecoreport preview {year}", "在浏览器里边写边看"),
        ]
    say("接下来：")
    for line in columns(steps):
        say(f"  {line}")
