"""A year's outputs as bytes: one text, every format of it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ecoreport.check import check_year
from ecoreport.problems.diagnostic import Problem, Refused, dotted
from ecoreport.project import Inputs
from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input
from ecoreport.report.parts import document_date, has_imprint
from ecoreport.report.templates import blocks, markdown

if TYPE_CHECKING:
    from ecoreport.report.templates import Environment
    from ecoreport.typeset.word.writer import Properties


class Built(NamedTuple):
    """A year's outputs by format; empty where its problems forbid a build."""

    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    has_imprint: bool = False


def build_year(inputs: Inputs, file: Input, formats: Collection[str], *, draft: bool = False) -> Built:
    """The year in these formats, a `draft` with its open places; OSError where its file cannot be read."""
    checked = check_year(inputs, file)
    if checked.unread:
        raise checked.unread
    context = checked.sound(draft=draft)
    if context is None:
        return Built({}, checked.problems)
    try:
        made = outputs(inputs, context, formats, draft=draft)
        return Built(made, checked.problems, has_imprint(context.report))
    except Refused as refused:
        return Built({}, (*checked.problems, *refused.problems))


def outputs(inputs: Inputs, context: Context, formats: Collection[str], *, draft: bool = False) -> Mapping[str, bytes]:
    """A sound report in these formats, a `draft` with its gaps; Refused where a template or layout has faults."""
    report = context.report
    text, parsed = _printed(inputs, context, draft=draft)
    made = {"md": text.encode()}
    if set(formats) - {"md"}:
        layout = inputs.layout(report.layout)
    if "docx" in formats:
        from ecoreport.typeset.word import writer as word  # noqa: PLC0415 - a Markdown build never loads what writes Word

        made["docx"] = word.write(parsed, layout, _properties(context, parsed))
    if "html" in formats:
        from ecoreport.typeset.web import writer as html  # noqa: PLC0415 - only where it is asked for

        made["html"] = html.write(parsed, layout, sealed=report.seal).encode()
    return {form: made[form] for form in formats}


def tracked_changes(
    inputs: Inputs, old: Context, new: Context, notes: Sequence[tuple[str, str]] = (), before_it: Sequence[Block] = ()
) -> bytes:
    """The new report as a Word file with every difference to the old one as a revision; Refused as `outputs`.

    Each of the `notes`, on a path of the new report, is a comment. What comes `before_it` stands on a page of its own.
    """
    from ecoreport.typeset.word.comments import commented  # noqa: PLC0415 - only where it is asked for
    from ecoreport.typeset.word.tracked import placed, tracked  # noqa: PLC0415

    before, after = (_printed(inputs, context)[1] for context in (old, new))
    properties = _properties(new, after)
    data = tracked(before, after, inputs.layout(new.report.layout), properties, "ecoreport", before_it)
    if not notes:
        return data
    firsts = _first_blocks(new, inputs.environment, {path for path, _ in notes})
    told = [(block, "\n".join(text for one, text in notes if one == path)) for path, block in firsts.items()]
    comments = placed(data, told)
    return commented(data, comments, dt.datetime.combine(document_date(new.report), dt.time(), dt.UTC))


def _first_blocks(context: Context, environment: "Environment", paths: Collection[str]) -> Mapping[str, str]:
    """The text of the first block that each of the paths prints, in the order of the report."""
    from ecoreport.report.printed import texts_of, traced  # noqa: PLC0415 - as above

    found: dict[str, str] = {}
    for block, origins in traced(context, environment, "report"):
        for path in dict.fromkeys(origin.path for line in origins for origin in line if origin):
            above = (dotted(path[:end]) for end in range(1, len(path) + 1))
            found |= {one: texts_of(block)[0] for one in above if one in paths and one not in found}
    return found


def _printed(inputs: Inputs, context: Context, *, draft: bool = False) -> tuple[str, tuple[Block, ...]]:
    """The report's Markdown, and its blocks."""
    text = markdown(context, inputs.environment, draft=draft)
    return text, blocks(text, f"{inputs.reports}/{context.report.year}.md")


def _properties(context: Context, parsed: tuple[Block, ...]) -> "Properties":
    from ecoreport.report.digests import value_digests  # noqa: PLC0415 - as above
    from ecoreport.typeset.word.writer import Properties  # noqa: PLC0415 - as above

    report = context.report
    title = next((block.text for block in parsed if isinstance(block, Paragraph) and block.kind == Kind.TITLE), "")
    about = title.replace("\n", ""), report.issuer, document_date(report)
    return Properties(*about, sealed=report.seal, values=value_digests(context))
