"""`figures`: the ledger of one or several years, sheets to fill in and sign, charts, the figures of several bureaus."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial

import click

from ecoreport.cli import charts
from ecoreport.cli.console import reason, say
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.options import ManyFiles, command, expanded, files, format_, output, years
from ecoreport.cli.outputs import deliver, is_folder, placed, write_stdout
from ecoreport.cli.problem_output import show_problems
from ecoreport.cli.projects import Chosen, bureau_of, chosen_years, some_projects
from ecoreport.cli.usage import meant, wrong
from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.project import Project
from ecoreport.report.context import Context
from ecoreport.report.indicators import indicator_of
from ecoreport.report.inputs import Years
from ecoreport.report.parts import document_date
from ecoreport.yearfile.model import MOST_YEARS, Report
from ecoreport.years import ledger, pivot

FORMATS = (*ledger.FORMATS, *charts.FORMATS, "xlsx")
_PAGE = "html"
_NAME = "指标"  # of a file in the folder that -o names


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
@some_projects
def figures(  # noqa: PLR0913 - one parameter an option
    chosen: Chosen,
    years: tuple[int, ...],
    form: str,
    output: str | None,
    filled: tuple[str, ...],
    dry_run: bool,  # noqa: FBT001
    only: tuple[str, ...],
    sort: str,
    long_: bool,  # noqa: FBT001
    chart: bool,  # noqa: FBT001
) -> int:
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
    _refuse_misfits(chosen, form, chart=chart, long_=long_ or form == "json", sort=sort)
    if filled or dry_run:
        return _take(chosen, years, filled, dry_run=dry_run, other=bool(chart or only or output))
    if chosen.several:
        return _pivot(chosen, years, (form, long_ or form == "json", sort), output, only)
    [project] = chosen.projects
    wanted = sorted(chosen_years(project, years))
    inputs = project.inputs()
    contexts, problems = _contexts(inputs.years, wanted, chart=chart)
    show_problems(problems, inputs.quoted)
    if not contexts:
        return FOUND
    only = _own_names(only, [context.report for context in contexts])
    if chart:
        code = charts.write(project, contexts, form, output, only)
    else:
        write = {"xlsx": _form if len(years) == 1 else _table, "docx": _sheets}.get(form, partial(_ledger, form))
        code = write(project, contexts, output, only)
    return code or (FOUND if problems else OK)


def _refuse_misfits(chosen: Chosen, form: str, *, chart: bool, long_: bool, sort: str) -> None:
    """UsageError where projects, format, --chart, --long and --sort do not go together."""
    if chosen.several:
        able = [*pivot.LONG] if long_ else [*pivot.FORMATS, _PAGE]
        if chart:
            raise wrong("--chart 一次画一个单位的。")
        if form not in able:
            raise wrong(f"几个单位一起时，-f 只有 {'、'.join(dict.fromkeys([*able, 'json']))}。")
    elif sort or (long_ and form != "json"):
        raise wrong("--sort 和 --long 用于几个单位一起的汇总。")
    elif chart and form not in charts.FORMATS:
        raise wrong(f"--chart 只用于 {'、'.join(charts.FORMATS)}，例如：figures 2024 --chart -f docx")
    elif form == _PAGE and not chart:
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


def _own_names(only: tuple[str, ...], reports: Sequence[Report]) -> tuple[str, ...]:
    """What the reports call the figures or indicators that are named; UsageError for one that none of them has."""
    known = {name: indicator_of(name, one.unit) for report in reports for name, one in report.figures.items()}
    found: dict[str, None] = {}
    for name in only:
        wanted = indicator_of(name)
        same = [own for own, indicator in known.items() if own == name or (wanted and indicator == wanted)]
        if not same:
            raise wrong(f"没有叫“{name}”的指标。{meant(get_close_matches(name, known, 1, 0.5))}")
        found.update(dict.fromkeys(same))
    return tuple(found)


def _ledger(form: str, project: Project, contexts: Sequence[Context], output: str | None, only: tuple[str, ...]) -> int:
    found = ledger.ledgers(contexts, only)
    if not found and form in ("text", "md"):
        say("没有指标")
    else:
        deliver(project, ledger.FORMATS[form](found).encode(), form, output, _NAME)
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


def _take(chosen: Chosen, years: tuple[int, ...], filled: tuple[str, ...], *, dry_run: bool, other: bool) -> int:
    """What departments have filled in into the one year's file; UsageError where the rest does not fit that."""
    if not filled:
        raise wrong("--dry-run 和 --from 一起用，例如：figures 2024 --from 填报.xlsx --dry-run")
    if chosen.several or len(years) != 1 or other:
        raise wrong(
            "--from 只写一个年度，不和 -o、--only、--chart、几个单位一起用，例如：figures 2024 --from 填报.xlsx"
        )
    from ecoreport.cli import workbooks  # noqa: PLC0415 - as above

    named = expanded(filled)
    if not named:
        raise wrong(f"“{filled[0]}”没有对上任何文件。")
    [project] = chosen.projects
    [year] = chosen_years(project, years)
    return workbooks.take(project, year, named, dry_run=dry_run)


def _pivot(
    chosen: Chosen, years: tuple[int, ...], way: tuple[str, bool, str], output: str | None, only: tuple[str, ...]
) -> int:
    """The figures of all bureaus, printed or written in a `way`: format, a line a figure or not, sorted by what."""
    form, long_, sort = way
    code, found = chosen.gathered(partial(_reports, years), "读取")
    bureaus: dict[str, dict[int, Report]] = {}
    for project in (one for one in chosen.projects if one.root in found):
        name, reports = found[project.root]
        bureaus[name if name not in bureaus else f"{name}（{project.name(project.root)}）"] = reports
    if only and (known := [report for reports in bureaus.values() for report in reports.values()]):
        only = _own_names(only, known)
        for reports in bureaus.values():
            reports.update({year: _narrowed(report, only) for year, report in reports.items()})
    if long_:
        data = pivot.LONG[form](pivot.told_of(bureaus)).encode()
    else:
        made = _sorted_by(sort, bureaus)
        data = _page(made) if form == _PAGE else pivot.FORMATS[form](made).encode()
        for remark in made.remarks if form == "text" else ():
            say(remark)
    deliver(chosen.projects[0], data, form, output, _NAME)
    return code


def _sorted_by(sort: str, bureaus: Mapping[str, Mapping[int, Report]]) -> pivot.Pivot:
    try:
        return pivot.pivot(bureaus, sort)
    except KeyError:
        known = [column.name for column in pivot.pivot(bureaus).columns]
        raise wrong(f"没有叫“{sort}”的指标。{meant(get_close_matches(sort, known, 1, 0.5))}") from None


def _page(made: pivot.Pivot) -> bytes:
    from ecoreport.typeset.layout import STANDARD  # noqa: PLC0415 - only for a page
    from ecoreport.typeset.web import writer  # noqa: PLC0415

    return writer.write(pivot.as_blocks(made), STANDARD, sealed=False).encode()


def _narrowed(report: Report, only: tuple[str, ...]) -> Report:
    kept = {name: one for name, one in report.figures.items() if name in only}
    return report.model_copy(update={"figures": kept})


def _reports(named: tuple[int, ...], project: Project) -> tuple[int, tuple[str, dict[int, Report]]]:
    """The exit code, what the bureau is called, and what can be read of its years."""
    inputs = project.inputs()
    known, reports, code = inputs.years, dict[int, Report](), OK
    for year in named or known.files:
        try:
            if year in known.files:
                reports[year] = known.of(year).sound().report
            else:
                say(f"{project.name(project.root)}：没有 {year} 年的文件")
        except Refused:
            say(f"{known.files[year].name} 读不出；check 说明哪里有错。")
        except OSError as error:
            say(reason(error))
            code = USAGE
        code = code if year in reports else max(code, FOUND)
    return code, (bureau_of(project, inputs), reports)
