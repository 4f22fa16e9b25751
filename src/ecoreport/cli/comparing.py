"""`diff`: two versions to what changed, in the format asked for."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ecoreport.cli import FOUND, OK, USAGE, collecting
from ecoreport.cli.files import write_all
from ecoreport.cli.mistakes import wrong
from ecoreport.cli.options import Chosen
from ecoreport.cli.outputs import deliver
from ecoreport.cli.showing import show_problems
from ecoreport.cli.talk import say
from ecoreport.cli.versions import Version, version
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project

if TYPE_CHECKING:
    from ecoreport.years.compare.changes import Comparison

NAME = "对照"  # of a file in the folder that -o names


def run(  # noqa: PLR0913 - one parameter an option
    project: Project, old: str, new: str, *, form: str, output: str | None, parts: tuple[str, ...], exit_code: bool
) -> int:
    """Compare, write or print, and say by the exit code whether anything changed where that is asked for."""
    made = _compared(project, old, new, form, parts)
    if made is None:
        return USAGE
    data, before, after, comparison = made
    own = frozenset(one.path.resolve() for one in (before, after))
    if form == "docx" and not output:
        output = str(project.report_file(re.sub(r"[^\w.-]+", "_", f"{old}-{new}"), form))
    deliver(project, data, form, output, NAME, own)
    if before.reading.report.year > after.reading.report.year:
        say(f"前面的是{before.reading.report.year}年，后面的是{after.reading.report.year}年：次序可能写反了")
    return FOUND if exit_code and comparison.differs else OK


def run_all(  # noqa: PLR0913 - one parameter an option
    chosen: Chosen, old: str, new: str, *, form: str, output: str | None, parts: tuple[str, ...], exit_code: bool
) -> int:
    """Compare the years of every project: one after the other in a text, pages and Word files each by themselves."""
    shared = form in ("text", "md", "json")
    folders = {} if shared else collecting.folders(chosen, output)
    pieces: list[bytes] = []

    def one(project: Project) -> int:
        made = _compared(project, old, new, form, parts)
        if made is None:
            return USAGE
        data, _, _, comparison = made
        if shared:
            pieces.append(_headed(project, data, form))
        else:
            place = project.report_file(f"{old}-{new}", form)
            path = Path(folders[project.root] or place.parent) / place.name
            write_all({path: data})
            say(f"已写 {project.name(path)}")
        return FOUND if exit_code and comparison.differs else OK

    code = collecting.each(chosen, one)
    if shared:
        whole = b"[\n" + b",\n".join(pieces) + b"]\n" if form == "json" else b"\n".join(pieces)
        deliver(chosen.projects[0], whole, form, output, NAME)
    return code


def _headed(project: Project, data: bytes, form: str) -> bytes:
    """One bureau's comparison under its name."""
    name = project.name(project.root)
    if form == "json":
        return f'{{"project": {json.dumps(name, ensure_ascii=False)}, "comparison": '.encode() + data.rstrip() + b"}"
    return (f"# {name}\n\n" if form == "md" else f"== {name}\n\n").encode("utf-8", "replace") + data


def _compared(
    project: Project, old: str, new: str, form: str, parts: tuple[str, ...]
) -> "tuple[bytes, Version, Version, Comparison] | None":
    """The comparison in that format, and what was compared; None where a file has errors, which are told."""
    from ecoreport.years.compare.compare import compare  # noqa: PLC0415 - heavy

    try:
        before, after = version(project, old), version(project, new)
        if parts == ("plan",) and after.reading.report.year != before.reading.report.year + 1:
            raise wrong("--plan 要相邻的两年，前一年写在前面，例如：diff 2023 2024 --plan")
        comparison = narrowed(compare(before.reading, after.reading, (before.name, after.name)), parts)
        return _written(project, before, after, comparison, form), before, after, comparison
    except Refused as refused:
        show_problems(refused.problems, project.near, err=True)
        say("文件有错误，没有比较。改好后再运行一次。")
        return None


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
    from ecoreport.years.compare.machine import as_json  # noqa: PLC0415 - heavy
    from ecoreport.years.compare.plain import as_text  # noqa: PLC0415
    from ecoreport.years.compare.summary import as_markdown  # noqa: PLC0415

    writers = {"text": as_text, "md": as_markdown, "json": as_json}
    return writers[form](comparison).encode("utf-8", "replace")  # a file's name may be in no encoding


def page(before: Version, after: Version, comparison: "Comparison | None" = None) -> str:
    """The comparison as a web page, with charts; of everything where it is not given."""
    from ecoreport.years.compare.compare import compare  # noqa: PLC0415 - heavy
    from ecoreport.years.compare.page import as_html  # noqa: PLC0415
    from ecoreport.years.compare.trends import charts  # noqa: PLC0415

    comparison = comparison or compare(before.reading, after.reading, (before.name, after.name))
    return as_html(comparison, charts(before.reading, after.reading, comparison))


def _tracked(project: Project, before: Version, after: Version) -> bytes:
    from ecoreport.build import dated, outputs  # noqa: PLC0415 - heavy
    from ecoreport.typeset.word.revisions import tracked  # noqa: PLC0415

    old, new = (outputs(project, one.sound(), one.reading.earlier, ("docx",))["docx"] for one in (before, after))
    return tracked(old, new, "ecoreport", dated(after.reading.report))
