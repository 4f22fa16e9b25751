"""The commands; each body is the data's path."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport import __version__
from ecoreport.cli import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.options import anywhere, chosen_years, common, years
from ecoreport.cli.outputs import FORMATS, destinations, write_stdout
from ecoreport.cli.talk import counted, say, show_problems, tally
from ecoreport.openings import CODES
from ecoreport.problems import Severity
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.build import Built

REPORTS = ("text", "json", "github", "gitlab", "sarif")
_AT_ONCE = 16  # years that a process of -j is given at a time
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_SETTINGS, options_metavar="[选项]", subcommand_metavar="命令 [参数]...")
@click.version_option(__version__, "-V", "--version", prog_name="ecoreport")
def ecoreport() -> None:
    """由一份年度 YAML 文件生成法治政府建设情况报告（Markdown 和按 GB/T 9704-2012 排版的 Word）。

    \b
    常用：
      ecoreport check 2023       检查 data/2023.yaml
      ecoreport build 2023       生成 reports/2023.md 和 reports/2023.docx
    """


@ecoreport.command(options_metavar="[选项]")
@years
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="只要这一种；可写几次。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件或文件夹；- 是标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看现有的报告是不是最新；不是就返回 1。")
@click.option("--draft", is_flag=True, help="还有待填、待改的也生成，另存为 reports/YEAR.draft.*，标出空着的地方。")
@click.option(
    "--no-project-templates", "packaged_only", is_flag=True, help="不用项目自己的模板：文件不是自己人写的时用。"
)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, help="几份年度同时生成。")
@common
def build(  # noqa: PLR0913 - one parameter an option
    project: Project,
    years: tuple[int, ...],
    every: bool,  # noqa: FBT001
    formats: tuple[str, ...],
    output: str | None,
    only_check: bool,  # noqa: FBT001
    draft: bool,  # noqa: FBT001
    packaged_only: bool,  # noqa: FBT001
    jobs: int,
) -> int:
    """生成报告：默认写 reports/YEAR.md 和 reports/YEAR.docx。

    有错误时什么也不写，原来的报告原样保留。
    """
    chosen = chosen_years(project, years, every=every)
    if draft and only_check:
        raise click.UsageError("--draft 和 --check 只写一样。")
    places = destinations(project, chosen, formats, output, "{}.draft" if draft else "{}")
    if only_check and any(form == "pdf" for _, form in places):
        raise click.UsageError("pdf 由 LibreOffice 生成，每次的字节都不同，不能 --check；核对 md 和 docx 就够了。")
    project = replace(project, own_templates=not packaged_only)
    wanted = tuple(dict.fromkeys("docx" if form == "pdf" else form for _, form in places))
    one = partial(_build_one, project, wanted, draft=draft)
    built = list(counted(_build_all(one, chosen, jobs), len(chosen), "生成"))
    problems = list(dict.fromkeys(problem for one in built for problem in one.problems))
    show_problems(problems, project.near, err=True)
    if not all(one.outputs for one in built):
        only_open = all(problem.code in CODES for problem in problems if problem.severity is Severity.ERROR)
        say(f"没有生成：{tally(problems)}。{'没填完想看样子，加 --draft。' if only_open else '改好后再运行一次。'}")
        return FOUND
    outputs = {(one.year, form): data for one in built for form, data in one.outputs.items()}
    outputs |= {(year, "pdf"): _pdf(outputs[year, "docx"]) for year, form in places if form == "pdf"}
    contents = {path: outputs[key] for key, path in places.items()}
    if only_check:
        return _compare(contents, project)
    if output == "-":
        write_stdout(next(outputs[key] for key in places))
        return OK
    write_all(contents)
    say(f"已生成 {'、'.join(project.name(path) for path in contents)}")
    return OK


def _pdf(document: bytes) -> bytes:
    """The Word file as LibreOffice prints it; says which of the standard's fonts this machine has not."""
    from ecoreport.cli.office import OfficeError, convert, replaced_fonts  # noqa: PLC0415 - only for PDF

    try:
        made = convert(document, ".docx", "pdf")
    except OfficeError as error:
        raise click.ClickException(f"没有生成 PDF：{error}。也可以打开 Word 文件，另存为 PDF。") from None
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

    from ecoreport import build, word  # noqa: F401, PLC0415 - loaded once, and there in every process that is forked

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(one, chosen, chunksize=max(1, min(_AT_ONCE, len(chosen) // (4 * jobs))))


def _compare(contents: dict[Path, bytes], project: Project, remedy: str = "运行 ecoreport build 重新生成。") -> int:
    stale = [path for path, data in contents.items() if not path.is_file() or path.read_bytes() != data]
    for path in stale:
        state = "不是最新的" if path.exists() else "还没有生成"
        click.echo(f"{project.name(path)}：{state}")
    if stale:
        say(remedy)
        return FOUND
    say(f"{len(contents)}个文件都是最新的")
    return OK


@ecoreport.command(options_metavar="[选项]")
@years
@click.option("-f", "--format", "form", type=click.Choice(REPORTS), default="text", help="给人看的，或给机器读的。")
@click.option("--strict", is_flag=True, help="有警告也返回 1。")
@click.option("--fix", "mend", is_flag=True, help="改掉标点、空格这类机械的毛病；不动数字和字词。")
@click.option("--diff", "show", is_flag=True, help="列出 --fix 改哪里；没有 --fix 就只看不改，有要改的返回 1。")
@common
def check(  # noqa: PLR0913 - one parameter an option
    project: Project,
    years: tuple[int, ...],
    every: bool,  # noqa: FBT001
    form: str,
    strict: bool,  # noqa: FBT001
    mend: bool,  # noqa: FBT001
    show: bool,  # noqa: FBT001
) -> int:
    """检查年度文件：一次列出所有问题，一个文件有错不影响检查别的文件。

    \b
    例如：
      ecoreport check 2023             检查一年
      ecoreport check --all --strict   检查所有年度，有警告也不放过
      ecoreport check 2023 --diff      看看哪些能自动改
      ecoreport check 2023 --fix       改掉它们
    """
    from ecoreport.check import check_years  # noqa: PLC0415 - heavy

    chosen = chosen_years(project, years, every=every)
    if mend or show:
        changed = _mend(project, chosen, write=mend, show=show)
        if not mend:
            return FOUND if changed else OK
    problems = check_years(project, counted(chosen, len(chosen), "检查"))
    if form == "text":
        show_problems(problems, project.near, err=False)
    else:
        from ecoreport.formats import FORMATS as WRITERS  # noqa: PLC0415 - for machines only

        write_stdout(WRITERS[form](problems).encode())
    say(f"检查了{len(chosen)}个文件：{tally(problems)}")
    grave = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return FOUND if any(problem.severity in grave for problem in problems) else OK


def _mend(project: Project, chosen: Iterable[int], *, write: bool, show: bool) -> int:
    """Mend the files, or only tell how; how many mends there are."""
    from ecoreport.fixes import fix  # noqa: PLC0415 - heavy

    count = 0
    for year in chosen:
        fixed = fix(project, year)
        count += fixed.count
        if show:
            click.echo(fixed.diff, nl=False)
        if write and fixed.after != fixed.before:
            write_all({project.year_file(year): fixed.after})
            say(f"{fixed.name}：改了{fixed.count}处")
    if not write:
        say(f"能自动改的有{count}处" + ("，加上 --fix 就改" if count else ""))
    return count


@ecoreport.command("import", options_metavar="[选项]")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--year", metavar="YEAR", type=click.IntRange(1949, 2999), help="报告的年度；不写就从标题里看。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@click.option("--force", is_flag=True, help="文件已经有了也覆盖。")
@click.option("--figures/--no-figures", default=True, help="把正文里的数变成指标（默认），或者留在正文里。")
@click.option("--encoding", metavar="NAME", help="文字文件的编码，例如 gb18030；一般不用写。")
@click.option("--report", type=click.Choice(("text", "json")), default="text", help="导入的账目怎么写。")
@anywhere
def import_(  # noqa: PLR0913 - one parameter an option
    project: Project,
    files: tuple[str, ...],
    year: int | None,
    output: str | None,
    force: bool,  # noqa: FBT001
    figures: bool,  # noqa: FBT001
    encoding: str | None,
    report: str,
) -> int:
    """导入往年的报告：.docx、.txt、.md 变成年度文件；.doc、.wps、.odt、.rtf 要装 LibreOffice。

    \b
    例如：
      ecoreport import 2022年报告.docx
      ecoreport import 旧报告/*.docx             几年的一起导入
      ecoreport import 报告.doc --year 2022 -o data/2022.yaml
      ecoreport import - < 报告.txt
    """
    from ecoreport.cli import importing  # noqa: PLC0415 - heavy

    return importing.run(project, files, importing.Options(year, output, encoding, force, figures, report))


@ecoreport.command(options_metavar="[选项]")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="所有代码，写成 Markdown。")
@click.option("-o", "--output", metavar="PATH", help="与 --all 合用：写到这个文件；不写就打印到标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看它是不是最新；不是就返回 1。")
def explain(codes: tuple[str, ...], every: bool, output: str | None, only_check: bool) -> int:  # noqa: FBT001
    """说明一个代码：什么意思、为什么、怎样写才对，例如 ecoreport explain W515。"""
    from ecoreport import rulebook  # noqa: PLC0415 - heavy
    from ecoreport.catalogue import catalogue  # noqa: PLC0415

    if every == bool(codes):
        raise click.UsageError("写一个代码，例如 explain W515；要看全部，就写 explain --all。")
    if every:
        return _deliver(rulebook.page(), output, only_check=only_check)
    for code in codes:
        entry = catalogue().get(code.upper())
        if entry is None:
            raise click.UsageError(f"没有“{code}”这个代码；代码是一个字母加三个数字，例如 W515。")
        click.echo(rulebook.explained(entry))
    return OK


@ecoreport.command(options_metavar="[选项]")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；不写就打印到标准输出。")
@click.option("--check", "only_check", is_flag=True, help="不写文件，只看它是不是最新；不是就返回 1。")
def schema(output: str | None, only_check: bool) -> int:  # noqa: FBT001
    """打印年度文件的 JSON Schema，供编辑器提示和补全。"""
    from ecoreport.schema import schema as schema_text  # noqa: PLC0415 - heavy

    return _deliver(schema_text(), output, only_check=only_check)


def _deliver(text: str, output: str | None, *, only_check: bool) -> int:
    """A generated text to its file or to stdout; or whether the file has it already."""
    data = text.encode()
    if output is None or output == "-":
        write_stdout(data)
        return OK
    path = Path(output)
    if only_check:
        return _compare({path: data}, Project(Path.cwd(), Path.cwd()), "不带 --check 再运行一次，就重新生成。")
    write_all({path: data})
    say(f"已生成 {output}")
    return OK
