"""`build`: years to their reports, of one project or of several."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import FOUND, OK, collecting
from ecoreport.cli.files import write_all
from ecoreport.cli.group import ecoreport
from ecoreport.cli.mistakes import Format, failed, wrong
from ecoreport.cli.options import Chosen, chosen_years, many, named_years, years
from ecoreport.cli.outputs import FORMATS, compare, destinations, write_stdout
from ecoreport.cli.showing import show_problems, tally
from ecoreport.cli.talk import counted, say
from ecoreport.problems.diagnostic import Severity
from ecoreport.project import Project
from ecoreport.text.placeholders import CODES

if TYPE_CHECKING:
    from ecoreport.build import Built

_AT_ONCE = 16  # years that a process of -j is given at a time
_NAMED = 8  # files made that are told by their names
_FINAL, _DRAFT = "{}", "{}.draft"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command was told beside the projects."""

    years: tuple[int, ...]
    formats: tuple[str, ...]
    output: str | None
    only_check: bool
    draft: bool
    packaged_only: bool
    jobs: int


@ecoreport.command(options_metavar="[选项]")
@years
@click.option("-f", "--format", "formats", multiple=True, type=Format(FORMATS), help="只要这一种；可写几次。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件或文件夹；- 是标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看现有的报告是不是最新；不是就返回 1。")
@click.option("--draft", is_flag=True, help="还有待填、待改的也生成，另存为 reports/YEAR.draft.*，标出空着的地方。")
@click.option(
    "--no-project-templates", "packaged_only", is_flag=True, help="不用项目自己的模板：文件不是自己人写的时用。"
)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, help="几份年度同时生成。")
@many
def build(projects: Chosen, every: bool, **told: object) -> int:  # noqa: FBT001
    """生成报告：默认写 reports/YEAR.md 和 reports/YEAR.docx。

    \b
    例如：
      ecoreport build 2023                       一年的 Markdown 和 Word
      ecoreport build 2023 -f docx -o 报告.docx  只要 Word，另存
      ecoreport build --all --check              现有的报告是不是最新
      ecoreport build -C "各局/*" 2023           几个单位一起，一个有错不影响别的

    有错误时什么也不写，原来的报告原样保留。只是没填完、还没有定稿的，生成草稿。
    """
    request = Request(**told)  # type: ignore[arg-type]
    request = replace(request, years=named_years(request.years, every=every))
    if request.draft and request.only_check:
        raise wrong("--draft 和 --check 只写一样。")
    if not projects.several:
        return _build(request, projects.projects[0])
    folders = collecting.folders(projects, request.output)
    return collecting.each(projects, lambda project: _build(replace(request, output=folders[project.root]), project))


def _build(request: Request, project: Project) -> int:
    """Build the years of one project and write them, all or none."""
    chosen = chosen_years(project, request.years)
    project = replace(project, own_templates=not request.packaged_only)
    stem = _DRAFT if request.draft else _FINAL
    places = destinations(project, chosen, request.formats, request.output, stem)
    if request.only_check and any(form == "pdf" for _, form in places):
        raise wrong("pdf 由 LibreOffice 生成，每次的字节都不同，不能 --check；核对 md 和 docx 就够了。")
    formats = tuple(dict.fromkeys("docx" if form == "pdf" else form for _, form in places))
    one = partial(_build_one, project, formats, draft=request.draft)
    built = {made.year: made for made in counted(_build_all(one, chosen, request.jobs), len(chosen), "生成")}
    unfinished = () if request.output and Path(request.output) in places.values() else _unfinished(built, places)
    if unfinished and request.only_check:
        built = {year: made for year, made in built.items() if year not in unfinished}
        places = {place: path for place, path in places.items() if place[0] not in unfinished}
        say(f"{'、'.join(map(str, unfinished))} 年还没有填完，也没有定过稿，不核对。")
    elif unfinished:
        built |= {year: _build_one(project, formats, year, draft=True) for year in unfinished}
        places = {**places, **destinations(project, unfinished, request.formats, request.output, _DRAFT)}
    if not _told(built, project):
        return FOUND
    contents = _contents(built, places)
    if request.only_check:
        return compare(contents, project)
    if request.output == "-":
        write_stdout(*contents.values())
        return OK
    write_all(contents)
    old = () if request.draft or unfinished else _old_drafts(project, chosen)
    _say_written(project, contents, drafts=unfinished, old=old)
    return OK


def _told(built: Mapping[int, "Built"], project: Project) -> bool:
    """Show what is wrong; whether everything could be built all the same."""
    problems = list(dict.fromkeys(problem for made in built.values() for problem in made.problems))
    show_problems((one for one in problems if one.severity is not Severity.HINT), project.near, err=True)
    if all(made.outputs for made in built.values()):
        return True
    only_open = all(problem.code in CODES for problem in problems if problem.severity is Severity.ERROR)
    say(f"没有生成：{tally(problems)}。{'没填完想看样子，加 --draft。' if only_open else '改好后再运行一次。'}")
    return False


def _say_written(project: Project, written: Collection[Path], drafts: Sequence[int], old: Sequence[Path]) -> None:
    names = [project.name(path) for path in written]
    say(f"已生成 {'、'.join(names[:_NAMED])}" + (f" 等{len(names)}个文件" if len(names) > _NAMED else ""))
    if drafts:
        say(f"{'、'.join(map(str, drafts))} 年还没有填完，生成的是草稿；填完再运行一次，就是正式的报告。")
    elif old:
        say(f"以前的草稿还在：{'、'.join(map(project.name, old))}；不用了可以删掉。")


def _old_drafts(project: Project, chosen: Sequence[int]) -> list[Path]:
    files = (project.report_file(_DRAFT.format(year), form) for year in chosen for form in FORMATS)
    return [path for path in files if path.exists()]


def _unfinished(built: Mapping[int, "Built"], places: Mapping[tuple[int, str], Path]) -> tuple[int, ...]:
    """The years that only open places keep from being built, and of which there is no report yet to be mistaken for it.

    None where another year has real errors.
    """
    failed = [made for made in built.values() if not made.outputs]
    for made in failed:
        errors = [problem for problem in made.problems if problem.severity is Severity.ERROR]
        finished = any(path.exists() for (year, _), path in places.items() if year == made.year)
        if finished or not errors or any(problem.code not in CODES for problem in errors):
            return ()
    return tuple(made.year for made in failed)


def _contents(built: Mapping[int, "Built"], places: Mapping[tuple[int, str], Path]) -> dict[Path, bytes]:
    outputs = {(year, form): data for year, made in built.items() for form, data in made.outputs.items()}
    outputs |= {(year, form): _pdf(outputs[year, "docx"]) for year, form in places if form == "pdf"}
    return {path: outputs[key] for key, path in places.items()}


def _pdf(document: bytes) -> bytes:
    """The Word file as LibreOffice prints it; says which of the standard's fonts this machine has not."""
    from ecoreport.cli.office import OfficeError, convert, replaced_fonts  # noqa: PLC0415 - only for PDF

    try:
        made = convert(document, ".docx", "pdf")
    except OfficeError as error:
        raise failed("没有生成 PDF：{error}。也可以打开 Word 文件，另存为 PDF。", error=error) from None
    missing, held = replaced_fonts(made)
    if missing:
        say(f"这台电脑没有 {'、'.join(missing)}，PDF 里用的是 {'、'.join(held)}，版面会有出入。")
    return made


def _build_one(project: Project, formats: Collection[str], year: int, *, draft: bool) -> "Built":
    from ecoreport.build import build as build_year  # noqa: PLC0415 - heavy

    return build_year(project, year, formats, draft=draft)


def _build_all(one: Callable[[int], "Built"], chosen: Sequence[int], jobs: int) -> Iterator["Built"]:
    if jobs == 1:
        yield from map(one, chosen)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where it is asked for

    from ecoreport import build  # noqa: F401, PLC0415 - loaded once, and there in every process that is forked
    from ecoreport.typeset.word import writer as word  # noqa: F401, PLC0415 - loaded once, and there in every process that is forked

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, chosen, chunksize=max(1, min(_AT_ONCE, len(chosen) // (4 * jobs))))
