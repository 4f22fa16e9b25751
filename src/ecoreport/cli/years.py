"""The commands from one year to the next: new, diff, figures."""

import click

from ecoreport.cli import FOUND, OK, USAGE, collecting
from ecoreport.cli.files import write_all
from ecoreport.cli.group import ecoreport
from ecoreport.cli.mistakes import Format, wrong
from ecoreport.cli.options import SIDE, YEAR, Chosen, chosen_years, common, many, many_anywhere, named_years, years
from ecoreport.cli.outputs import placed, write_stdout
from ecoreport.cli.showing import show_problems, todo_of
from ecoreport.cli.talk import say
from ecoreport.project import Project
from ecoreport.text.placeholders import CODES


@ecoreport.command(options_metavar="[选项]")
@click.argument("year", metavar="YEAR", type=YEAR)
@click.option("--from", "source", metavar="YEAR", type=YEAR, help="从哪一年来；不写就是上一年。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；- 是标准输出；不写就是 data/YEAR.yaml。")
@common
def new(project: Project, year: int, source: int | None, output: str | None) -> int:
    """新一年的年度文件：由上一年的来，数字待填，文字待改，上年的安排待交代。

    \b
    例如：
      ecoreport new 2024               由 data/2023.yaml 写出 data/2024.yaml
      ecoreport check 2024             列出还要填、还要改的地方
      ecoreport build 2024 --draft     没填完也能看样子
    """
    from ecoreport.check import check  # noqa: PLC0415 - heavy
    from ecoreport.years.next_year.carry import Uncarried, next_year  # noqa: PLC0415

    if output is None and year in project.years() and not source:
        later = max(project.years()) + 1
        raise wrong("{year} 年的文件已经有了，没有覆盖；下一年的写 ecoreport new {later}。", year=year, later=later)
    [old] = chosen_years(project, (source or year - 1,))
    if old >= year:
        raise wrong("--from 要是 {year} 年以前的年度。", year=year)
    path = placed(output, f"{year}.yaml") if output and output != "-" else project.year_file(year)
    if output != "-" and path.exists():
        raise wrong("{file} 已经有了，没有覆盖；要重新来过，先把它删掉或改名。", file=project.name(path))
    if old < year - 1 and year - 1 in project.years():
        raise wrong("{year} 年的文件已经有了，不写 --from，由它来。", year=year - 1)
    before = check(project, old, project.year_file(old).read_bytes())
    if before.file is None:
        show_problems(before.problems, project.near, err=True)
        say(f"{old} 年的文件有错误，没有生成。改好后再运行一次。")
        return FOUND
    if still := [problem for problem in before.problems if problem.code in CODES]:
        say(f"{project.name(project.year_file(old))} 还有{len(still)}处待填、待改，先完成它；check {old} 列出清单。")
        return FOUND
    try:
        text, commented = next_year(before.file, year)
    except Uncarried:
        say(f"{old} 年的文件写法特别，没能变成 {year} 年的。请把它发给维护者。")
        return USAGE
    if not commented:
        say(f"{old} 年的文件写法特别，新文件是重新写出来的，中间的注释没有带过来。")
    if output == "-":
        write_stdout(text.encode())
        return OK
    write_all({path: text.encode()})
    todo = todo_of(check(project, year, text.encode()).problems)
    say(f"已写 {project.name(path)}：还要填、还要改的有{len(todo)}处；check {year} 列出清单")
    return OK


DIFFS = ("text", "md", "json", "html", "docx")


@ecoreport.command(options_metavar="[选项]")
@click.argument("old", metavar="OLD", type=SIDE)
@click.argument("new", metavar="NEW", type=SIDE)
@click.option("-f", "--format", "form", type=Format(DIFFS), default="text", help="给人看的，或给机器读的。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；不写就打印，docx 写到 reports/OLD-NEW.docx。")
@click.option("--figures", "only_figures", is_flag=True, help="只比指标。")
@click.option("--plan", "only_plan", is_flag=True, help="只看上年的安排和不足有没有着落。")
@click.option("--exit-code", is_flag=True, help="有变化就返回 1。")
@many_anywhere
def diff(  # noqa: PLR0913 - one parameter an option
    projects: Chosen,
    old: str,
    new: str,
    form: str,
    output: str | None,
    only_figures: bool,  # noqa: FBT001
    only_plan: bool,  # noqa: FBT001
    exit_code: bool,  # noqa: FBT001
) -> int:
    """比较两年，或者一年的两个版本：指标、内容、上年的安排和不足、照抄的句子。

    \b
    例如：
      ecoreport diff 2023 2024                    两年比一比
      ecoreport diff 2023 2024 -f docx            带修订标记的 Word，可以逐处接受、拒绝
      ecoreport diff 2024@main 2024 --figures     这一年改了哪些数
      ecoreport diff 2023 2024 -f md >> $GITHUB_STEP_SUMMARY
      ecoreport diff -C "各局/*" 2023 2024        几个单位一起
    """
    from ecoreport.cli import comparing  # noqa: PLC0415 - heavy

    if form == "docx" and (only_figures or only_plan):
        raise wrong("docx 是全文的修订，不能和 --figures、--plan 一起写。")
    parts = tuple(part for part, wanted in (("figures", only_figures), ("plan", only_plan)) if wanted)
    if projects.several:
        return comparing.run_all(projects, old, new, form=form, output=output, parts=parts, exit_code=exit_code)
    [project] = projects.projects
    return comparing.run(project, old, new, form=form, output=output, parts=parts, exit_code=exit_code)


LEDGERS = ("text", "csv", "json", "md", "html", "docx")


@ecoreport.command(options_metavar="[选项]")
@years
@click.option("-f", "--format", "form", type=Format(LEDGERS), default="text", help="csv 用 Excel 打开；docx 是核对表。")
@click.option("-o", "--output", metavar="PATH", help="写到这个文件；不写就打印，Word 文件写到 reports/。")
@click.option("--only", metavar="NAME", multiple=True, help="只要这个指标；可以写几次。")
@click.option("--chart", is_flag=True, help="画历年走势图：终端上的、网页（html）或 Word 原生图表（docx）。")
@many
def figures(  # noqa: PLR0913 - one parameter an option
    projects: Chosen,
    years: tuple[int, ...],
    every: bool,  # noqa: FBT001
    form: str,
    output: str | None,
    only: tuple[str, ...],
    chart: bool,  # noqa: FBT001
) -> int:
    """指标台账：数值、来源、用在哪里、与上年相比；几年一起列就是几年对照。

    \b
    例如：
      ecoreport figures 2024                  一年的指标
      ecoreport figures --all                 几年对照
      ecoreport figures --all -f csv -o 指标.csv
      ecoreport figures 2024 -f docx          核对表，按来源分列，送各科室签字
      ecoreport figures --chart --only 立案    历年走势
      ecoreport figures 2024 --chart -f docx  年度文件里选的图；没有选就每个指标一张
      ecoreport figures -C "各局/*" -f csv -o 汇总.csv   各单位、各指标、各年度一张表
    """
    from ecoreport.cli import ledgers  # noqa: PLC0415 - heavy

    named = named_years(years, every=every)
    if projects.several:
        if chart:
            raise wrong("--chart 一次画一个单位的。")
        return collecting.figures(projects, named, form, output, only)
    [project] = projects.projects
    return ledgers.run(project, chosen_years(project, named), form, output, only=only, chart=chart)


@ecoreport.command(options_metavar="[选项]")
@click.argument("year", metavar="YEAR", type=YEAR)
@click.option("--port", metavar="N", type=click.IntRange(1024, 65000), default=8765, help="端口；被占了就用下一个。")
@click.option("--open/--no-open", "show", default=True, help="打开浏览器（默认），或者不打开。")
@common
def preview(project: Project, year: int, port: int, show: bool) -> int:  # noqa: FBT001
    """在浏览器里看报告：左边改文件，右边页面跟着变；有错误时列在上面，下面还是上一次的样子。

    \b
    例如：
      ecoreport preview 2024
      ecoreport preview 2024 --port 9000 --no-open

    \b
    只在本机能看（127.0.0.1）；按 Ctrl-C 结束。
    """
    from ecoreport.cli.preview import serve  # noqa: PLC0415 - heavy

    [chosen] = chosen_years(project, (year,))
    return serve(project, chosen, port, show=show)
