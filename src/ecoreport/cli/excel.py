"""Workbooks that commands make: written beside the reports, or where -o says."""

from collections.abc import Callable
from pathlib import Path

from ecoreport.cli.console import say
from ecoreport.cli.exits import OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.outputs import is_year_file, placed, write_stdout
from ecoreport.cli.usage import wrong
from ecoreport.project import Project
from ecoreport.typeset import sheets

INSTALL = '先装上 Excel 的组件：pip install "ecoreport[excel]"'


def place(project: Project, stem: str, output: str | None) -> Path:
    """Where a workbook goes that is called `stem` where -o gives no name."""
    default = project.report_file(stem, "xlsx")
    return placed(output, default.name) if output else default


def deliver(project: Project, stem: str, output: str | None, make: Callable[[], bytes]) -> int:
    """Write what is made, called `stem` where -o gives no name; the exit code, USAGE without the extra."""
    path = place(project, stem, output)
    if is_year_file(path):
        raise wrong(f"-o 写的是年度文件 {project.name(path)}，没有覆盖。")
    try:
        data = make()
    except sheets.Missing:
        say(f"写 .xlsx 要用 XlsxWriter，{INSTALL}")
        return USAGE
    if output == "-":
        write_stdout(data)
        return OK
    write_all({path: data}, project.root)
    say(f"已写 {project.name(path)}")
    return OK
