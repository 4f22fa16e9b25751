"""A year's outputs as bytes: one text, every format of it."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.check import check_year
from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.project import Project
from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.parts import document_date, has_imprint
from ecoreport.report.templates import blocks, markdown
from ecoreport.yearfile.model import Report

if TYPE_CHECKING:
    from ecoreport.typeset.layout import Layout
    from ecoreport.typeset.word.writer import Properties


class Built(NamedTuple):
    """A year's outputs by format; empty where its problems forbid a build."""

    year: int
    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    has_imprint: bool = False


def build_year(project: Project, year: int, formats: Collection[str], *, draft: bool = False) -> Built:
    """The year in these formats, a `draft` with its open places; OSError where its file cannot be read."""
    checked = check_year(project, year)
    if checked.unread:
        raise checked.unread
    report = checked.report(draft=draft)
    if report is None:
        return Built(year, {}, checked.problems)
    try:
        made = outputs(project, report, checked.earlier, formats, draft=draft)
        return Built(year, made, checked.problems, has_imprint(report))
    except Refused as refused:
        return Built(year, {}, (*checked.problems, *refused.problems))


def outputs(
    project: Project,
    report: Report,
    earlier: Mapping[int, Report],
    formats: Collection[str],
    *,
    draft: bool = False,
) -> Mapping[str, bytes]:
    """A sound report in these formats, with those of `earlier` years, a `draft` with its gaps.

    Refused where a template or layout has faults.
    """
    text, parsed = _printed(project, report, earlier, draft=draft)
    made = {"md": text.encode()}
    if set(formats) - {"md"}:
        layout = _layout(project, report)
    if "docx" in formats:
        from ecoreport.typeset.word import writer as word  # noqa: PLC0415 - a Markdown build never loads what writes Word

        made["docx"] = word.write(parsed, layout, _properties(report, parsed))
    if "html" in formats:
        from ecoreport.typeset.web import writer as html  # noqa: PLC0415 - only where it is asked for

        made["html"] = html.write(parsed, layout, sealed=report.seal).encode()
    return {form: made[form] for form in formats}


def tracked_changes(
    project: Project, old: tuple[Report, Mapping[int, Report]], new: tuple[Report, Mapping[int, Report]]
) -> bytes:
    """The new report as a Word file with every difference to the old one as a revision; each comes with earlier years.

    Refused as `outputs`.
    """
    from ecoreport.typeset.word.tracked import tracked  # noqa: PLC0415 - only where it is asked for

    before, after = (_printed(project, report, earlier)[1] for report, earlier in (old, new))
    report = new[0]
    return tracked(before, after, _layout(project, report), _properties(report, after), "ecoreport")


def _printed(
    project: Project, report: Report, earlier: Mapping[int, Report], *, draft: bool = False
) -> tuple[str, tuple[Block, ...]]:
    """The report's Markdown, and its blocks."""
    try:
        text = markdown(report, project.template_folders(), earlier, draft=draft)
    except Refused as refused:
        raise Refused(one._replace(file=project.name(Path(one.file))) for one in refused.problems) from None
    return text, blocks(text, project.name(project.report_file(report.year, "md")))


def _properties(report: Report, parsed: tuple[Block, ...]) -> "Properties":
    from ecoreport.typeset.word.writer import Properties  # noqa: PLC0415 - as above

    title = next((block.text for block in parsed if isinstance(block, Paragraph) and block.kind == Kind.TITLE), "")
    return Properties(title.replace("\n", ""), report.issuer, document_date(report), sealed=report.seal)


def _layout(project: Project, report: Report) -> "Layout":
    """The layout that the report names; Refused where its file is at fault."""
    from ecoreport.typeset import layout  # noqa: PLC0415 - a Markdown build needs none

    path = project.layout_file(report.layout)
    return layout.read(path.read_bytes(), project.name(path)) if path else layout.STANDARD
