"""`build`: years to their reports, of one project or of several."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from ecoreport.build import Built, build_year
from ecoreport.cli import edited, interrupts
from ecoreport.cli.console import counted, say
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.options import command, only_check, output, years
from ecoreport.cli.outputs import FORMATS, destinations, tell_stale, write_stdout
from ecoreport.cli.problem_output import Shown, show_problems, tally
from ecoreport.cli.projects import Chosen, chosen_years, some_projects, tell_templates_left_out
from ecoreport.cli.usage import Format, failed, wrong
from ecoreport.problems.diagnostic import Severity
from ecoreport.project import Inputs, Project
from ecoreport.text.placeholders import CODES

_AT_ONCE = 16  # years that a process of -j is given at a time
_NAMED = 8  # files made that are told by their names
_FINAL, _DRAFT = "{}", "{}.draft"
_Places = Mapping[tuple[int, str], Path]


class BuildOptions(NamedTuple):
    """What the command was told beside the projects."""

    years: tuple[int, ...]
    formats: tuple[str, ...]
    output: str | None
    only_check: bool
    draft: bool
    force: bool
    packaged_only: bool
    jobs: int


@command()
@years
@click.option("-f", "--format", "formats", multiple=True, type=Format(FORMATS), help="只要这一种；可写几次。")
@output("写到这个文件或文件夹；- 是标准输出。")
@only_check
@click.option("--draft", is_flag=True, help="还有待填、待改的也生成，另存为 reports/YEAR.draft.*，标出空着的地方。")
@click.option("--force", is_flag=True, help="生成以后有人改过的 Word 也换成新的；改过的另存为 YEAR.改过.docx。")
@click.option(
    "--no-project-templates",
    "packaged_only",
    is_flag=True,
    help="不用项目自己的模板：文件不是自己人写的时用；几个单位一起时总是这样。",
)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, help="几份年度同时生成。")
@some_projects
def build(chosen: Chosen, **told: object) -> int:
    """生成报告：默认写 reports/YEAR.md 和 reports/YEAR.docx。

    \b
    例如：
      ecoreport build 2023                       一年的 Markdown 和 Word
      ecoreport build 2023 -f docx -o 报告.docx  只要 Word，另存
      ecoreport build --all --check              现有的报告是不是最新
      ecoreport build -C "各局/*" 2023           几个单位一起，一个有错不影响别的

    有错误时什么也不写，原来的报告原样保留。只是没填完、还没有定稿的，生成草稿。
    生成以后有人在 Word 里改过文字的，不覆盖，告诉怎样收回。
    只调过格式、重新存过的，换成新的，原来的另存为 YEAR.改过.docx。
    """
    request = BuildOptions(**told)  # type: ignore[arg-type]  # click gives what is declared above
    if request.draft and request.only_check:
        raise wrong("--draft 和 --check 只写一样。")
    if request.force and request.only_check:
        raise wrong("--force 和 --check 只写一样。")
    folders = chosen.folders(request.output)
    return chosen.each(partial(_build, request, folders))


def _build(request: BuildOptions, folders: Mapping[Path, str | None], project: Project) -> int:
    """Build the years of one project and write them, all or none, into its own of the `folders`."""
    request = request._replace(output=folders[project.root])
    chosen = chosen_years(project, request.years)
    project = project._replace(own_templates=project.own_templates and not request.packaged_only)
    stem = _DRAFT if request.draft else _FINAL
    places = destinations(project, chosen, request.formats, request.output, stem)
    if request.only_check and any(form == "pdf" for _, form in places):
        raise wrong("pdf 由 LibreOffice 生成，每次的字节都不同，不能 --check；核对 md 和 docx 就够了。")
    formats = tuple(dict.fromkeys("docx" if form == "pdf" else form for _, form in places))
    inputs = project.inputs()
    if request.jobs > 1:
        made = _in_processes(project, chosen, formats, draft=request.draft, jobs=request.jobs)
    else:
        made = _built(inputs, chosen, formats, draft=request.draft)
    built = dict(zip(chosen, counted(made, len(chosen), "生成"), strict=True))
    unfinished = () if request.output and Path(request.output) in places.values() else _unfinished(built, places)
    if unfinished and request.only_check:
        built = {year: made for year, made in built.items() if year not in unfinished}
        places = {place: path for place, path in places.items() if place[0] not in unfinished}
        say(f"{'、'.join(map(str, unfinished))} 年还没有填完，也没有定过稿，不核对。")
    elif unfinished:
        built |= zip(unfinished, _built(inputs, unfinished, formats, draft=True), strict=True)
        places = {**places, **destinations(project, unfinished, request.formats, request.output, _DRAFT)}
    tell_templates_left_out(project)
    if not _is_built(built, inputs):
        return FOUND
    contents = _contents(built, places)
    if request.only_check:
        return _checked(project, inputs, contents, places)
    if request.output == "-":
        write_stdout(*contents.values())
        return OK
    written = _written(project, inputs, contents, places, force=request.force)
    old = () if request.draft or unfinished else _old_drafts(project, chosen)
    _say_written(project, written, drafts=unfinished, old=old)
    return OK if len(written) == len(contents) else FOUND


def _checked(project: Project, inputs: Inputs, contents: Mapping[Path, bytes], places: _Places) -> int:
    """Whether the files are these, and who has been at those that are not; the exit code."""
    years = {path: year for (year, _), path in places.items()}
    changed = edited.changed(contents, project.root, inputs, years)
    told = {path: edited.told(project, years[path], path, became) for path, became in changed.items()}
    return tell_stale(contents, project, told=told)


def _written(
    project: Project, inputs: Inputs, contents: Mapping[Path, bytes], places: _Places, *, force: bool
) -> Sequence[Path]:
    """Write them and say what was kept; a year whose Word file somebody has edited is told and left as it is.

    In all its formats, which are to be of one text. The files that were written.
    """
    years = {path: year for (year, _), path in places.items()}
    changed = edited.changed(contents, project.root, inputs, years)
    held = {path: became for path, became in changed.items() if edited.is_edited(became) and not force}
    left = {years[path] for path in held}
    new = {path: data for path, data in contents.items() if years[path] not in left}
    copies = {path: edited.copy_of(path) for path in changed if path in new}
    write_all(new, project.root, copies)
    for path, became in held.items():
        say(edited.told(project, years[path], path, became))
    if others := [project.name(path) for path in contents if years[path] in left and path not in held]:
        say(f"{'、'.join(others)} 也没有写：一年的几种格式要是同一份文字。")
    for path, copy in copies.items():
        say(edited.told_kept(project, path, copy, changed[path]))
    return tuple(new)


def _built(inputs: Inputs, years: Sequence[int], formats: Collection[str], *, draft: bool) -> Iterator[Built]:
    return (build_year(inputs, inputs.years.files[year], formats, draft=draft) for year in years)


def _in_processes(
    project: Project, years: Sequence[int], formats: Collection[str], *, draft: bool, jobs: int
) -> Iterator[Built]:
    """The same in so many processes, each of which reads what it needs for some years at a time."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where it is asked for

    from ecoreport.typeset.word import writer  # noqa: F401, PLC0415 - loaded once, and there in every forked process

    size = max(1, min(_AT_ONCE, len(years) // (4 * jobs)))
    some = [years[at : at + size] for at in range(0, len(years), size)]
    with ProcessPoolExecutor(jobs, initializer=interrupts.leave_to, initargs=(os.getpid(),)) as pool:
        for made in pool.map(partial(_some_built, project, formats=formats, draft=draft), some):
            yield from made


def _some_built(project: Project, years: Sequence[int], formats: Collection[str], *, draft: bool) -> list[Built]:
    return list(_built(project.inputs(), years, formats, draft=draft))


def _unfinished(built: Mapping[int, Built], places: _Places) -> tuple[int, ...]:
    """The years that only open places keep from being built, and of which there is no report yet to be mistaken for it.

    None where another year has real errors.
    """
    failed = {year: made.problems for year, made in built.items() if not made.outputs}
    for year, problems in failed.items():
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        finished = any(path.exists() for (of, _), path in places.items() if of == year)
        if finished or not errors or any(problem.code not in CODES for problem in errors):
            return ()
    return tuple(failed)


def _is_built(built: Mapping[int, Built], inputs: Inputs) -> bool:
    """Show what is wrong; whether everything could be built all the same."""
    problems = list(dict.fromkeys(problem for made in built.values() for problem in made.problems))
    show_problems(problems, inputs.quoted, Shown.BRIEF)
    if all(made.outputs for made in built.values()):
        if problems:
            say(f"{tally(problems)}；ecoreport check -v 一处一处列出")
        return True
    only_open = all(problem.code in CODES for problem in problems if problem.severity is Severity.ERROR)
    say(f"没有生成：{tally(problems)}。{'没填完想看样子，加 --draft。' if only_open else '改好后再运行一次。'}")
    return False


def _contents(built: Mapping[int, Built], places: _Places) -> dict[Path, bytes]:
    outputs = {(year, form): data for year, made in built.items() for form, data in made.outputs.items()}
    outputs |= {(year, form): _pdf(year, built[year]) for year, form in places if form == "pdf"}
    return {path: outputs[key] for key, path in places.items()}


def _pdf(year: int, built: Built) -> bytes:
    """The Word file as LibreOffice prints it; tells of fonts that this machine has not, and of a 版记 on a 单数页."""
    from ecoreport.cli.office import OfficeError, converted, pages_of, replaced_fonts  # noqa: PLC0415 - only for PDF

    try:
        made = converted(built.outputs["docx"], ".docx", "pdf")
    except OfficeError as error:
        raise failed(f"没有生成 PDF：{error}。也可以打开 Word 文件，另存为 PDF。") from None
    missing, held = replaced_fonts(made)
    if missing:
        say(f"这台电脑没有 {'、'.join(missing)}，PDF 里用的是 {'、'.join(held)}，版面会有出入。")
    if built.has_imprint and (pages := pages_of(made)) % 2:
        say(f"{year}年的版记在第{pages}页，是单数页；要印在最后一面（双数页），就在版记前面加一页空白。")
    return made


def _old_drafts(project: Project, chosen: Sequence[int]) -> list[Path]:
    files = (project.report_file(_DRAFT.format(year), form) for year in chosen for form in FORMATS)
    return [path for path in files if path.exists()]


def _say_written(project: Project, written: Collection[Path], drafts: Sequence[int], old: Sequence[Path]) -> None:
    names = [project.name(path) for path in written]
    if not names:
        return
    say(f"已生成 {'、'.join(names[:_NAMED])}" + (f" 等{len(names)}个文件" if len(names) > _NAMED else ""))
    if drafts:
        say(f"{'、'.join(map(str, drafts))} 年还没有填完，生成的是草稿；填完再运行一次，就是正式的报告。")
    elif old:
        say(f"以前的草稿还在：{'、'.join(map(project.name, old))}；不用了可以删掉。")
