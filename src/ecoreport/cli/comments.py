"""`check -f docx`: a Word file with each finding as a comment on the very words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from ecoreport.check import Checked, check_year
from ecoreport.cli.asked import Asked
from ecoreport.cli.console import say
from ecoreport.cli.exits import FOUND, OK
from ecoreport.cli.files import write_all
from ecoreport.cli.outputs import is_folder, is_year_file, placed, write_stdout
from ecoreport.cli.problem_output import show_problems, tally
from ecoreport.cli.usage import failed, wrong
from ecoreport.importing.documents import read
from ecoreport.importing.judged import Remark, built
from ecoreport.problems.diagnostic import Refused, Unreadable
from ecoreport.problems.terminal import WORDS
from ecoreport.project import Inputs, Project
from ecoreport.report.parts import document_date

_ZIP = b"PK"


def comment_files(output: str | None, sources: Sequence[str]) -> Mapping[str, Path]:
    """Where each of the sources, a document or a year, goes with its comments; UsageError where -o does not fit."""
    if not output:
        raise wrong("-f docx 写的是带批注的 Word 文件，用 -o 写明写到哪里，例如 -o 批注.docx。")
    if len(sources) > 1 and not is_folder(output):
        raise wrong("几份一起写批注时，-o 写文件夹（末尾加 /），例如 -o 批注/。")
    found = {one: Path("-") if output == "-" else placed(output, f"{Path(one).stem}.批注.docx") for one in sources}
    for source, path in found.items():
        if path.resolve() == Path(source).resolve() or is_year_file(path):
            raise wrong(f"-o 写的 {path} 就是要检查的文件，没有覆盖；换一个名字。")
        if output != "-" and path.suffix.lower() != ".docx":
            raise wrong("-o 的文件名要以 .docx 结尾，或者是文件夹。")
    if len(set(found.values())) != len(found):
        raise wrong("有几份文件同名，-o 的文件夹里分不开；分几次运行。")
    return found


def write_comments(
    project: Project, data: bytes, remarks: Sequence[Remark], date: dt.date | None, target: Path
) -> None:
    """Write the Word file `data` with the remarks, dated as it is itself; ClickException where it takes none."""
    from ecoreport.typeset.word.comments import Comment, commented, modified  # noqa: PLC0415 - a check needs no docx

    if not data.startswith(_ZIP):
        raise failed("只有 Word 文件能写批注（.docx，以及 LibreOffice 能打开的 .doc、.wps、.odt、.rtf）。")
    comments = [Comment(*_place(one), _said(one)) for one in remarks]
    try:
        day = dt.datetime.combine(date, dt.time(), dt.UTC) if date else modified(data)
        made = commented(data, comments, day)
    except Unreadable as refused:
        raise failed(f"{refused}" + (f"。{refused.help}。" if refused.help else "。")) from None
    if target == Path("-"):
        write_stdout(made)
        return
    write_all({target: made}, project.root)
    say(f"已写 {project.name(target)}（批注{len(comments)}条）")


def comment_years(project: Project, years: Sequence[int], asked: Asked) -> int:
    """Write each year's report as it would be built, with the findings as comments; of one that cannot be, tell why."""
    targets = comment_files(asked.output, [str(year) for year in years])
    inputs, code = project.inputs(), OK
    for year in years:
        checked = check_year(inputs, inputs.years.files[year])
        if checked.unread:
            raise checked.unread
        try:
            data, remarks, day = _commented(inputs, checked)
        except Refused as refused:
            show_problems(refused.problems, inputs.quoted)
            say(f"没有写 {year} 年的批注：{tally(refused.problems)}。改好后再运行一次。")
            code = FOUND
            continue
        chosen = [one for one in remarks if asked.selected.takes(one.problem(str(year)))]
        write_comments(project, data, chosen, day, targets[str(year)])
        told = [one for one in checked.problems if asked.selected.takes(one)]
        say(f"检查了 {checked.source.name}：{tally(told)}")
        code = max(code, FOUND if asked.fails.any(told) else OK)
    return code


def _commented(inputs: Inputs, checked: Checked) -> tuple[bytes, Sequence[Remark], dt.date]:
    """The report as it is built, open places and all, the findings on it, its day; Refused where it does not print."""
    from ecoreport.build import outputs  # noqa: PLC0415 - only where it is asked for

    context = checked.context
    if context is None or context.wrong_references:
        raise Refused(checked.problems)
    data = outputs(inputs, context, ("docx",), draft=True)["docx"]
    return data, built(read(data, ".docx"), context, checked.findings, inputs), document_date(context.report)


def _place(remark: Remark) -> tuple[int, int, int]:
    """Paragraph, start and end in the Word file; what is said of all of it stands at its first."""
    words = remark.words
    return (words.paragraph, words.start, words.end) if words and words.paragraph >= 0 else (-1, 0, 0)


def _said(remark: Remark) -> str:
    finding, words = remark.finding, remark.words
    about = "" if words and words.paragraph >= 0 else f"“{words.quoted}”：" if words else "全文："
    lines = [f"{WORDS[remark.severity]}[{finding.code}]：{about}{finding.message}"]
    return "\n".join([*lines, *([f"帮助：{finding.help}"] if finding.help else [])])
