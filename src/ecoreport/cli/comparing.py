"""`diff`: two versions to what changed, in the format asked for."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ecoreport.cli import FOUND, OK, USAGE
from ecoreport.cli.files import write_all
from ecoreport.cli.outputs import write_stdout
from ecoreport.cli.talk import say, show_problems
from ecoreport.cli.versions import Version, version
from ecoreport.problems import Refused
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.comparing.changes import Comparison


def run(  # noqa: PLR0913 - one parameter an option
    project: Project, old: str, new: str, *, form: str, output: str | None, parts: tuple[str, ...], exit_code: bool
) -> int:
    """Compare, write or print, and say by the exit code whether anything changed where that is asked for."""
    from ecoreport.comparing.compare import compare  # noqa: PLC0415 - heavy

    if parts and form == "docx":
        raise click.UsageError("docx 是全文的修订，不能和 --figures、--plan 一起写。")
    try:
        before, after = version(project, old), version(project, new)
        if parts == ("plan",) and after.reading.report.year != before.reading.report.year + 1:
            raise click.UsageError("--plan 要相邻的两年，前一年写在前面，例如：diff 2023 2024 --plan")
        comparison = narrowed(compare(before.reading, after.reading, (before.name, after.name)), parts)
        data = _written(project, before, after, comparison, form)
    except Refused as refused:
        show_problems(refused.problems, project.near, err=True)
        say("文件有错误，没有比较。改好后再运行一次。")
        return USAGE
    own = frozenset(one.path.resolve() for one in (before, after))
    _deliver(project, data, form, output, f"{old}-{new}", own)
    if before.reading.report.year > after.reading.report.year:
        say(f"前面的是{before.reading.report.year}年，后面的是{after.reading.report.year}年：次序可能写反了")
    return FOUND if exit_code and comparison.differs else OK


def narrowed(comparison: "Comparison", parts: tuple[str, ...]) -> "Comparison":
    """Only the parts asked for; all of them where none is named."""
    if parts:
        comparison = replace(comparison, fields=(), contents=(), copied=())
        if "figures" not in parts:
            comparison = replace(comparison, figures=())
        if "plan" not in parts:
            comparison = replace(comparison, plan=(), shortcomings=())
    return comparison


def _written(project: Project, before: Version, after: Version, comparison: "Comparison", form: str) -> bytes:
    """The comparison in that format; Refused where it takes the pages, and one cannot be made."""
    if form == "docx":
        return _tracked(project, before, after)
    if form == "html":
        return page(before, after, comparison).encode("utf-8", "replace")
    from ecoreport.comparing.machine import as_json  # noqa: PLC0415 - heavy
    from ecoreport.comparing.plain import as_text  # noqa: PLC0415
    from ecoreport.comparing.summary import as_markdown  # noqa: PLC0415

    writers = {"text": as_text, "md": as_markdown, "json": as_json}
    return writers[form](comparison).encode("utf-8", "replace")  # a file's name may be in no encoding


def page(before: Version, after: Version, comparison: "Comparison | None" = None) -> str:
    """The comparison as a web page, with charts; of everything where it is not given."""
    from ecoreport.comparing.compare import compare  # noqa: PLC0415 - heavy
    from ecoreport.comparing.page import as_html  # noqa: PLC0415
    from ecoreport.comparing.trends import charts  # noqa: PLC0415

    comparison = comparison or compare(before.reading, after.reading, (before.name, after.name))
    return as_html(comparison, charts(before.reading, after.reading, comparison))


def _tracked(project: Project, before: Version, after: Version) -> bytes:
    from ecoreport.build import dated, outputs  # noqa: PLC0415 - heavy
    from ecoreport.word.revisions import tracked  # noqa: PLC0415

    old, new = (outputs(project, one.sound(), one.reading.earlier, ("docx",))["docx"] for one in (before, after))
    return tracked(old, new, "ecoreport", dated(after.reading.report))


def _deliver(  # noqa: PLR0913, PLR0917 - what, in which form, where to, and what must not be touched
    project: Project, data: bytes, form: str, output: str | None, name: str, own: frozenset[Path]
) -> None:
    if output is None and form == "docx":
        output = str(project.report_file(re.sub(r"[^\w.-]+", "_", name), "docx"))
    if output in (None, "-") and form == "text":
        click.echo(data.decode(), nl=False)  # in colours only on a terminal
    elif output in (None, "-"):
        write_stdout(data)
    else:
        path = Path(str(output))
        if str(output).endswith(("/", os.sep)) or path.is_dir():
            raise click.UsageError(f"-o 要写文件名，例如 {output.rstrip('/')}/对照.{form}")
        if path.resolve() in own:
            raise click.UsageError(f"-o 写的是正在比较的文件 {project.name(path)}，没有覆盖。")
        write_all({path: click.unstyle(data.decode()).encode() if form == "text" else data})
        say(f"已写 {project.name(path)}")
