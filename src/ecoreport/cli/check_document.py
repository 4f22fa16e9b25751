"""`check 报告.docx`: documents judged without a project, told by their paragraphs or in comments on their words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from ecoreport.cli.asked import Asked, DocumentOptions
from ecoreport.cli.comments import comment_files, write_comments
from ecoreport.cli.console import counted, reason, say
from ecoreport.cli.documents import readable
from ecoreport.cli.exits import FOUND, OK, USAGE
from ecoreport.cli.problem_output import tally, write_problems
from ecoreport.cli.usage import failed, wrong
from ecoreport.importing import documents
from ecoreport.importing.account import MOST_SHOWN, Account
from ecoreport.importing.convert import Imported, NoYear, convert
from ecoreport.importing.judged import Judged, judged
from ecoreport.problems.diagnostic import Problem, Unreadable
from ecoreport.project import Inputs, Project, shown
from ecoreport.report.inputs import Input, Years, given


class _Document(NamedTuple):
    """A document: its name as the user knows it, its bytes as they were read, what became of them."""

    name: str
    data: bytes
    account: Account
    judged: Judged


class _Reader(NamedTuple):
    """Reads documents as if they were alone, with the project's settings; ClickException where that cannot be."""

    settings: Input | None
    options: DocumentOptions

    def read(self, file: str) -> _Document:
        """The document, imported and judged."""
        name = "标准输入" if file == "-" else shown(file)
        try:
            data, imported, found = self._judged(file, name)
        except Unreadable as refused:
            raise refusal(name, refused) from None
        return _Document(name, data, imported.account, found)

    def _judged(self, file: str, name: str) -> tuple[bytes, Imported, Judged]:
        data, known = readable(file)
        pieces = documents.read(data, known, self.options.encoding)
        inputs = Inputs(Years({}), self.settings)
        try:
            imported = convert(pieces, self.options.year, name, inputs, figures=True)
        except NoYear:
            raise wrong("看不出是哪一年的报告，用 --year 写明（一次一份文件），例如 --year 2022。") from None
        if self.options.last:
            inputs = Inputs(Years(self._last(self.options.last, imported.year - 1)), self.settings)
        return data, imported, judged(pieces, imported, inputs)

    def _last(self, file: str, year: int) -> dict[int, Input]:
        """The report of the year before; UsageError where the document is another year's."""
        name, inputs = shown(file), Inputs(Years({}), self.settings)
        try:
            pieces = documents.read(*readable(file))
            try:
                made = convert(pieces, None, name, inputs, figures=True)
            except NoYear:
                made = convert(pieces, year, name, inputs, figures=True)
        except Unreadable as refused:
            raise refusal(name, refused) from None
        if made.year != year:
            raise wrong(f"--last 的 {name} 是{made.year}年的报告，要的是{year}年的。")
        return {year: given(made.file.read(), name, year)}


def check_documents(project: Project, files: Sequence[str], asked: Asked, options: DocumentOptions) -> int:
    """Tell what is wrong with the documents, or write each with comments; one that cannot be read hides no other."""
    if len(files) > 1 and (options.last or options.year or "-" in files):
        raise wrong("几份文件一起检查时，不写 --last、--year 和 -。")
    targets = comment_files(asked.output, files) if asked.form == "docx" else {}
    reader, found, code = _Reader(project.inputs().settings_file, options), list[_Document](), OK
    for file in counted(files, len(files), "检查"):
        try:
            one = reader.read(file)
            if file in targets:
                remarks = [remark for remark in one.judged.remarks if asked.selected.takes(remark.problem(one.name))]
                write_comments(project, one.data, remarks, one.judged.report.date, targets[file])
        except (click.ClickException, OSError) as error:
            if len(files) == 1:
                raise
            say(f"{file}：{reason(error) if isinstance(error, OSError) else error.format_message()}")
            code = USAGE
        else:
            found.append(one)
    problems = _told(found, asked)
    if found:
        say(f"检查了{len(found)}份文件：{tally(problems)}{asked.unseen(problems)}")
    return max(code, FOUND if asked.fails.any(problems) else OK)


def _told(found: Sequence[_Document], asked: Asked) -> list[Problem]:
    """Tell what is wrong with the documents, and what of them could not be checked; the problems."""
    shared = dict.fromkeys(problem for one in found for problem in one.judged.shared)
    of_machines = asked.form not in ("text", "docx")
    told = (
        remark.quoting(one.name) if of_machines else remark.problem(one.name)
        for one in found
        for remark in one.judged.remarks
    )
    problems = [*shared, *(one for one in told if asked.selected.takes(one))]
    texts = {one.name: one.judged.text for one in found}
    if asked.form != "docx":
        write_problems(problems, lambda name: texts.get(name, "").encode(), asked.form, asked.shown)
    for one in found:
        for line in _not_checked(one.account):
            say(f"{one.name}：{line}")
    return problems


def _not_checked(account: Account) -> Iterator[str]:
    """What of a document found no place in the report that it holds, a line each."""
    yield from (f"没有归类，没有检查：{text}" for text in account.unplaced)
    yield from account.doubts
    if account.apart:
        yield f"页眉页脚、脚注里的文字没有检查（{len(account.apart)}处）"
    if account.missing and not account.unplaced:
        yield f"没有检查到：{account.missing[:MOST_SHOWN]}"


def refusal(name: str, refused: Unreadable) -> click.ClickException:
    """Why a document is refused, as the command says it."""
    return failed(f"{name}：{refused}" + (f"。{refused.help}" if refused.help else ""))
