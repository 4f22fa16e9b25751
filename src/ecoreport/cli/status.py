"""`status`: who has filed what, of years or of bureaus; what to remind them of; what to do next."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from ecoreport.build import build_year
from ecoreport.check import Checked, check_year
from ecoreport.cli import edited
from ecoreport.cli.console import reason, say
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.options import command, format_, output, root, years
from ecoreport.cli.outputs import deliver
from ecoreport.cli.projects import Chosen, bureau_of, jobs, some_projects_or_documents
from ecoreport.cli.unseen import missing, unseen
from ecoreport.cli.usage import wrong
from ecoreport.project import Project, read_file
from ecoreport.years import filings
from ecoreport.years.filings import ABSENT, FILED, UNFILLED, UNSEEN, Filing, absent, filing, reminders

_PAGE, _WORKBOOK = "html", "xlsx"
_NAME = "报送情况"  # of a file in the folder that -o names


@command()
@years
@format_((*filings.FORMATS, _PAGE, _WORKBOOK), "csv、xlsx 用 Excel 打开；html 是可以打印的一页。")
@output("写到这个文件；不写就打印。")
@click.option("--remind", is_flag=True, help="给迟报的、没报的、缺东西的单位各写一段催报的话。")
@root
@jobs
@some_projects_or_documents
def status(  # noqa: PLR0913 - one parameter an option
    chosen: Chosen,
    years: tuple[int, ...],
    form: str,
    output: str | None,
    remind: bool,  # noqa: FBT001
    root: Path | None,
) -> int:
    """报送情况：谁报了、缺什么、迟没迟、还有几处要填要改；一个单位就是各年度的情况和下一步。

    \b
    例如：
      ecoreport status                            本单位各年度，下一步做什么
      ecoreport status -C "各局/*" 2025           几个单位，一行一个
      ecoreport status -C "各局/*" 2025 -f csv -o 报送.csv
      ecoreport status -C "各局/*" 2025 --remind  催报的话，一个单位一段
      ecoreport status --root 收件箱              邮件里收来的年度文件和 Word，混在一起也行

    有没报的、没填完的、有错误的，返回 1。
    """
    if remind and form != "text":
        raise wrong("--remind 写的是几段话，不和 -f 一起用。")
    code, rows = _received(root, years, chosen) if root else _of_projects(chosen, years)
    if remind:
        deliver(chosen.projects[0], "\n".join(reminders(rows)).encode(), form, output, "催报")
    elif rows and form == _WORKBOOK:
        code = max(code, _as_workbook(chosen.projects[0], rows, output))
    elif rows:
        deliver(chosen.projects[0], _made(rows, form), form, output, _NAME)
    if not (chosen.several or root) and form == "text":
        say(f"接下来：{_unnoticed(chosen.projects[0], rows) or _next(chosen.projects[0], rows)}")
    return max(code, OK if rows and all(row.good for row in rows) else FOUND)


def _of_projects(chosen: Chosen, years: tuple[int, ...]) -> tuple[int, list[Filing]]:
    """The exit code, and the rows of every project, of those that could not be looked into too."""
    wanted = years or _years(chosen)
    code, found = chosen.gathered(partial(_rows, wanted), "检查")
    return code, [
        row for one in chosen.projects for row in (found[one.root] if one.root in found else _unseen(one, wanted))
    ]


def _as_workbook(project: Project, rows: Sequence[Filing], output: str | None) -> int:
    from ecoreport.cli import excel  # noqa: PLC0415 - only for a workbook
    from ecoreport.typeset import sheets  # noqa: PLC0415
    from ecoreport.years import forms  # noqa: PLC0415

    due = dt.date(max(row.year for row in rows) + 1, *filings.HANDED_IN)
    return excel.deliver(project, _NAME, output, lambda: sheets.write_tables((forms.filed_table(rows),), "", due))


def _made(rows: Sequence[Filing], form: str) -> bytes:
    if form != _PAGE:
        return filings.FORMATS[form](rows).encode()
    from ecoreport.typeset.layout import STANDARD  # noqa: PLC0415 - only for a page
    from ecoreport.typeset.web import writer  # noqa: PLC0415

    return writer.write(filings.as_blocks(rows), STANDARD, sealed=False).encode()


def _years(chosen: Chosen) -> tuple[int, ...]:
    """All years of which any project has a file; a folder that cannot be read is told of when it is its turn."""
    found: set[int] = set()
    for project in chosen.projects:
        with suppress(OSError):
            found.update(project.years())
    return tuple(sorted(found))


def _unseen(project: Project, years: Sequence[int]) -> list[Filing]:
    return [absent(project.folder, project.name(project.root), year, UNSEEN) for year in years]


def _rows(years: Sequence[int], project: Project) -> tuple[int, list[Filing]]:
    """The exit code, and a row for each year."""
    inputs = project.inputs()
    files = inputs.years.files
    checked = {year: check_year(inputs, files[year]) for year in years if year in files}
    name, folder = bureau_of(project, inputs), project.name(project.root)
    rows = []
    for year in years:
        one = checked.get(year)
        rows.append(_row(name, folder, year, one, _changed(project, year)) if one else absent(name, folder, year))
        if one and one.unread:
            say(f"{folder}：{reason(one.unread)}")
        elif not one and (there := unseen(project, year)):
            say(f"{folder}：{missing(year, there)}")
    return USAGE if any(one.unread for one in checked.values()) else OK, rows


def _row(name: str, folder: str, year: int, one: Checked, changed: dt.date | None) -> Filing:
    report, unread = one.file.report if one.file else None, reason(one.unread) if one.unread else ""
    return filing(name, folder, year, report, one.problems, changed, unread)


def _received(root: Path, years: tuple[int, ...], chosen: Chosen) -> tuple[int, list[Filing]]:
    """The exit code, a row for each file in the folder, and one for each bureau that sent other years alone."""
    from ecoreport.cli import inbox  # noqa: PLC0415 - it loads all that reads documents

    box = inbox.received(root, years, chosen)
    for one in box.submissions:
        if one.unseen:
            say(f"{one.name}：{one.refused}")
    found = [
        Filing(one.name, one.name, 0, UNSEEN, changed=one.changed, first=one.refused)
        if one.unseen
        else filing(
            one.report.issuer if one.report else one.name, one.name, one.report.year if one.report else 0,
            one.report, one.problems, one.changed, one.refused, one.note,
        )
        for one in box.submissions
    ]  # fmt: skip
    return box.code, found + [absent(issuer, "", year) for issuer, year in box.absent]


def _changed(project: Project, year: int) -> dt.date | None:
    """The day on which the file was last written."""
    with suppress(OSError):
        return dt.date.fromtimestamp(project.year_file(year).stat().st_mtime)  # noqa: DTZ012 - as the desk's clock says
    return None


def _unnoticed(project: Project, rows: Sequence[Filing]) -> str:
    """What the rows do not show: the next year's file under another name, or a Word file that somebody has edited."""
    if not rows:
        return ""
    last = rows[-1]
    if there := unseen(project, last.year + 1):
        return missing(last.year + 1, there)
    if last.filed == FILED and _is_built(project, last.year) and _is_edited(project, last.year):
        name = project.name(project.report_file(last.year, "docx"))
        return f"{name} 在生成以后有人改过；ecoreport build {last.year} 说改了几处、怎样收回"
    return ""


def _next(project: Project, rows: Sequence[Filing]) -> str:
    """What to do next in a project, with the command."""
    if not rows:
        return "ecoreport init 建年度文件；有往年的报告，用 ecoreport import 导入"
    last = rows[-1]
    year = last.year
    if last.filed == ABSENT:
        return f"ecoreport new {year}"
    if last.filed == UNFILLED:
        return f"ecoreport check {year} 列出要填的{last.open}处；边写边看用 ecoreport preview {year}"
    if last.filed != FILED:
        return f"ecoreport check {year} 列出错误和改法"
    if not _is_built(project, year):
        return f"ecoreport build {year} 生成报告"
    before = f"ecoreport diff {year - 1} {year} 看与上年相比变了什么；" if year - 1 in project.years() else ""
    return f"{year}年的报告是最新的；{before}明年用 ecoreport new {year + 1}"


def _is_edited(project: Project, year: int) -> bool:
    """Whether the Word file on disk says what was never built."""
    path = project.report_file(year, "docx")
    if not path.is_file():
        return False
    inputs = project.inputs()
    made = build_year(inputs, inputs.years.files[year], ("docx",)).outputs.get("docx", b"")
    return any(map(edited.is_edited, edited.changed({path: made}, project.root, inputs, {path: year}).values()))


def _is_built(project: Project, year: int) -> bool:
    """Whether the Markdown on disk is what the data gives."""
    inputs = project.inputs()
    made = build_year(inputs, inputs.years.files[year], ("md",)).outputs.get("md", b"")
    path = project.report_file(year, "md")
    return path.is_file() and read_file(path, most=len(made)) == made
