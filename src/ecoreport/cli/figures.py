"""`figures`: the ledger of one or several years, sheets to fill in and sign, charts, the figures of several bureaus."""

from collections.abc import Sequence
from functools import partial

import click

from ecoreport.cli import charts, pivots
from ecoreport.cli.console import say
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.options import ManyFiles, command, expanded, files, format_, output, root, years
from ecoreport.cli.outputs import deliver, is_folder, placed, write_stdout
from ecoreport.cli.pivots import FIGURES, FigureOptions, own_names
from ecoreport.cli.problem_output import show_problems
from ecoreport.cli.projects import Chosen, chosen_years, jobs, some_projects_or_documents
from ecoreport.cli.usage import wrong
from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.report.inputs import Years
from ecoreport.report.parts import document_date
from ecoreport.yearfile.model import MOST_YEARS
from ecoreport.years import ledger

FORMATS = (*ledger.FORMATS, *charts.FORMATS, "xlsx")


@command(cls=ManyFiles)
@years
@format_(FORMATS, "csv 用 Excel 打开；xlsx 一年的是填报表，几年的是台账；docx 是核对表。")
@output("写到这个文件；不写就打印，Word、Excel 文件写到 reports/。")
@click.option(
    "--from",
    "filled",
    metavar="FILE...",
    multiple=True,
    shell_complete=files,
    help="把各科室填好的表收进这一年的文件：.xlsx、.xls、.ods、.csv、Word 核对表，可以几个一起。",
)
@click.option("--dry-run", is_flag=True, help="和 --from 一起：只看要改哪里，不写。")
@click.option("--only", metavar="NAME", multiple=True, help="只要这个指标；可以写几次。")
@click.option("--sort", metavar="NAME", default="", help="几个单位一起时，按这个指标从大到小排。")
@click.option("--long", "long_", is_flag=True, help="几个单位一起时，一个单位一个年度一个指标写一行：csv、json。")
@click.option("--chart", is_flag=True, help="画历年走势图：网页（html）或 Word 原生图表（docx）。")
@root
@jobs
@some_projects_or_documents
def figures(chosen: Chosen, **told: object) -> int:
    """指标台账：数值、来源、用在哪里、与上年相比；几年一起列就是几年对照。

    \b
    例如：
      ecoreport figures 2024                  一年的指标
      ecoreport figures --all                 几年对照
      ecoreport figures --all -f csv -o 指标.csv
      ecoreport figures 2024 -f xlsx          填报表，按来源分页，给各科室填
      ecoreport figures 2024 --from 填报/*.xlsx   填好的收回来，写进 data/2024.yaml
      ecoreport figures 2024 -f docx          核对表，按来源分列，送各科室签字
      ecoreport figures --all --chart -f html -o 走势.html --only 立案
      ecoreport figures 2024 --chart -f docx  年度文件里选的图；没有选就每个指标一张
      ecoreport figures -C "各局/*" 2024 --sort 行政处罚   一行一个单位，一列一个指标
      ecoreport figures -C "各局/*" -f csv --long -o 汇总.csv
    """
    asked = FigureOptions(**told)  # type: ignore[arg-type]  # click gives what is declared above
    _refuse_misfits(chosen, asked)
    if asked.filled or asked.dry_run:
        return _take(chosen, asked)
    if chosen.several or asked.root:
        return pivots.write(chosen, asked)
    return _of_one(chosen.projects[0], asked)


def _of_one(project: Project, asked: FigureOptions) -> int:
    wanted = sorted(chosen_years(project, asked.years))
    inputs = project.inputs()
    contexts, problems = _contexts(inputs.years, wanted, chart=asked.chart)
    show_problems(problems, inputs.quoted)
    if not contexts:
        return FOUND
    only, form = own_names(asked.only, [context.report for context in contexts]), asked.form
    if asked.chart:
        code = charts.write(project, contexts, form, asked.output, only)
    else:
        write = {"xlsx": _form if len(asked.years) == 1 else _table, "docx": _sheets}.get(form, partial(_ledger, form))
        code = write(project, contexts, asked.output, only)
    return code or (FOUND if problems else OK)


def _refuse_misfits(chosen: Chosen, asked: FigureOptions) -> None:
    """UsageError where projects, format, --chart, --long and --sort do not go together."""
    if chosen.several or asked.root:
        able = pivots.formats(asked)
        if asked.chart:
            raise wrong("--chart 一次画一个单位的。")
        if asked.form not in able:
            raise wrong(f"几个单位一起时，-f 只有 {'、'.join(able)}。")
    elif asked.sort or asked.long_:
        raise wrong("--sort 和 --long 用于几个单位一起的汇总。")
    elif asked.chart and asked.form not in charts.FORMATS:
        raise wrong(f"--chart 只用于 {'、'.join(charts.FORMATS)}，例如：figures 2024 --chart -f docx")
    elif asked.form == "html" and not asked.chart:
        raise wrong("html 是走势图的网页，要和 --chart 一起写。")


def _contexts(known: Years, years: Sequence[int], *, chart: bool) -> tuple[list[Context], list[Problem]]:
    """The years that can be read, the last for a `chart` with all that fit, and what is wrong with the others."""
    contexts: list[Context] = []
    problems: list[Problem] = []
    for year in years:
        try:
            contexts.append(known.context(known.files[year]))
        except Refused as refused:
            problems += refused.problems
    if chart and contexts:
        last = contexts.pop().report
        contexts.append(Context(last, known.earlier(range(last.year - MOST_YEARS + 1, last.year))))
    return contexts, problems


def _ledger(form: str, project: Project, contexts: Sequence[Context], output: str | None, only: tuple[str, ...]) -> int:
    found = ledger.ledgers(contexts, only)
    if not found and form in ("text", "md"):
        say("没有指标")
    else:
        deliver(project, ledger.FORMATS[form](found).encode(), form, output, FIGURES)
    return OK


def _form(project: Project, contexts: Sequence[Context], output: str | None, only: tuple[str, ...]) -> int:
    from ecoreport.cli import workbooks  # noqa: PLC0415 - only where Excel is asked for

    [context] = contexts
    return workbooks.write_form(project, context, output, only)


def _table(project: Project, contexts: Sequence[Context], output: str | None, only: tuple[str, ...]) -> int:
    from ecoreport.cli import workbooks  # noqa: PLC0415 - as above

    return workbooks.write_table(project, contexts, output, only)


def _sheets(project: Project, contexts: Sequence[Context], output: str | None, only: tuple[str, ...]) -> int:
    from ecoreport.typeset.word import writer  # noqa: PLC0415 - only where Word is asked for

    if output and len(contexts) > 1 and not is_folder(output):
        raise wrong("-o 写成文件名时只能是一个年度的核对表；要几个年度的，就写文件夹。")
    contents = {}
    for context in contexts:
        report = context.report
        properties = writer.Properties(f"{report.year}年指标核对表", report.issuer, document_date(report))
        default = project.report_file(f"{report.year}核对表", "docx")
        path = placed(output, default.name) if output else default
        contents[path] = writer.write(ledger.check_sheet(context, only), ledger.SHEET_LAYOUT, properties)
    if output == "-":
        write_stdout(*contents.values())
        return OK
    write_all(contents, project.root)
    for path in contents:
        say(f"已写 {project.name(path)}")
    return OK


def _take(chosen: Chosen, asked: FigureOptions) -> int:
    """What departments have filled in into the one year's file; UsageError where the rest does not fit that."""
    if not asked.filled:
        raise wrong("--dry-run 和 --from 一起用，例如：figures 2024 --from 填报.xlsx --dry-run")
    if chosen.several or asked.root or len(asked.years) != 1 or asked.chart or asked.only or asked.output:
        raise wrong(
            "--from 只写一个年度，不和 -o、--only、--chart、几个单位一起用，例如：figures 2024 --from 填报.xlsx"
        )
    from ecoreport.cli import workbooks  # noqa: PLC0415 - as above

    named = expanded(asked.filled)
    if not named:
        raise wrong(f"“{asked.filled[0]}”没有对上任何文件。")
    [project] = chosen.projects
    [year] = chosen_years(project, asked.years)
    return workbooks.take(project, year, named, dry_run=asked.dry_run)
