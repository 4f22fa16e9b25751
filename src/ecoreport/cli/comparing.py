"""`diff`: two versions to what changed, in the format asked for."""

import json
import re
from pathlib import Path

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

NAME = "对照"  # of a file in the folder that -o names


def run(  # noqa: PLR0913 - one parameter an option
    project: Project, old: str, new: str, *, form: str, output: str | None, parts: tuple[str, ...], exit_code: bool
) -> int:
    """Compare, write or print, and say by the exit code whether anything changed where that is asked for."""
    made = _compared(project, old, new, form, parts)
    if made is None:
        return USAGE
    data, before, after, differs = made
    own = frozenset(one.path.resolve() for one in (before, after))
    if form == "docx" and not output:
        output = str(project.report_file(re.sub(r"[^\w.-]+", "_", f"{old}-{new}"), form))
    deliver(project, data, form, output, NAME, own)
    if before.reading.report.year > after.reading.report.year:
        say(f"前面的是{before.reading.report.year}年，后面的是{after.reading.report.year}年：次序可能写反了")
    return FOUND if exit_code and differs else OK


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
        data, _, _, differs = made
        if shared:
            pieces.append(_headed(project, data, form))
        else:
            place = project.report_file(f"{old}-{new}", form)
            path = Path(folders[project.root] or place.parent) / place.name
            write_all({path: data})
            say(f"已写 {project.name(path)}")
        return FOUND if exit_code and differs else OK

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
) -> tuple[bytes, Version, Version, bool] | None:
    """The comparison in that format, what was compared, whether it differs; None where a file has errors, all told."""
    from ecoreport.years.compare.compare import compare, narrowed  # noqa: PLC0415 - heavy
    from ecoreport.years.compare.formats import write  # noqa: PLC0415

    try:
        before, after = version(project, old), version(project, new)
        if parts == ("plan",) and after.reading.report.year != before.reading.report.year + 1:
            raise wrong("--plan 要相邻的两年，前一年写在前面，例如：diff 2023 2024 --plan")
        comparison = narrowed(compare(before.reading, after.reading, (before.name, after.name)), parts)
        if form == "docx":
            data = _tracked(project, before, after)
        else:
            text = write(before.reading, after.reading, comparison, form)
            data = text.encode("utf-8", "replace")  # a file's name may be in no encoding
    except Refused as refused:
        show_problems(refused.problems, project.near, err=True)
        say("文件有错误，没有比较。改好后再运行一次。")
        return None
    return data, before, after, comparison.differs


def page(before: Version, after: Version) -> str:
    """The whole comparison as a web page, with charts."""
    from ecoreport.years.compare.compare import compare  # noqa: PLC0415 - heavy
    from ecoreport.years.compare.formats import write  # noqa: PLC0415

    comparison = compare(before.reading, after.reading, (before.name, after.name))
    return write(before.reading, after.reading, comparison, "html")


def _tracked(project: Project, before: Version, after: Version) -> bytes:
    from ecoreport.build import dated, outputs  # noqa: PLC0415 - heavy
    from ecoreport.typeset.word.tracked import tracked  # noqa: PLC0415

    old, new = (outputs(project, one.sound(), one.reading.earlier, ("docx",))["docx"] for one in (before, after))
    return tracked(old, new, "ecoreport", dated(after.reading.report))
