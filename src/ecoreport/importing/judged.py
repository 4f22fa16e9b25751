"""A document judged: what the rules find, told by its paragraphs and its own words."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ecoreport.check import check_year
from ecoreport.importing._pieces import Pieces
from ecoreport.importing._places import Place, Places, characters, places
from ecoreport.importing._standing import standing
from ecoreport.importing.convert import Imported, Printed
from ecoreport.importing.documents import plain_text
from ecoreport.problems.catalogue import severity_of
from ecoreport.problems.diagnostic import Finding, Problem, Refused, Severity, Unreadable
from ecoreport.project import Inputs
from ecoreport.report.context import Context
from ecoreport.report.expressions import ExpressionError
from ecoreport.report.printed import Traced, traced
from ecoreport.yearfile.model import Report

PARAGRAPHS = "段"
_LONGEST, _SHORT, _AROUND = 30, 4, 8  # characters that are quoted, of words that say nothing alone, of those around
_BEFORE, _BEHIND = re.compile("[^，。；：、！？|]*$"), re.compile("[^，。；：、！？|]*")
# What a year file has and a document has not: keys, figures' names, ids that answer one another.
_OF_THE_FILE = frozenset({"W403", "W411", "H412", "W604", "H634", "W611", "H701", "E702"})
_ALSO_OF_THE_FILE = ("E20", "E21", "E3")
_OPEN = frozenset({"E217", "E218"})  # what is still to be filled in is the document's
# What the importer makes of a number that the program would not write so is said as what it is in the document.
_NUMBER, _WRONG_NUMBER = "E518", "接不上前面的，或者写法不合规定"
_KEYS = re.compile(r"[a-z_]{2,}|\{\{")  # in a mend: what only a year file has


class Words(NamedTuple):
    """Words of a document: the paragraph and the columns (from 1) as `textconv` prints them; `quoted` shows them.

    `paragraph`, `start` and `end` count from 0 in the Word file; -1 and 0, 0 where the words were not typed there.
    """

    line: int
    column: int
    end_column: int
    quoted: str
    paragraph: int
    start: int
    end: int


class Remark(NamedTuple):
    """A finding, and the words that it is about; None where it is about the document."""

    finding: Finding
    words: Words | None

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return severity_of(self.finding.code)

    def problem(self, name: str) -> Problem:
        """The finding as a problem of the document of that name."""
        one, words = self.finding, self.words
        place = (words.line, words.column, words.line, words.end_column) if words else (0, 0, 0, 0)
        return Problem(one.code, self.severity, one.message, name, *place, help=one.help, unit=PARAGRAPHS)

    def quoting(self, name: str) -> Problem:
        """The same for machines, which cannot show the words: 第12段“30-40次”：……."""
        problem, words = self.problem(name), self.words
        if words is None:
            return problem
        return problem._replace(message=f"第{words.line}{PARAGRAPHS}“{words.quoted}”：{problem.message}")


@dataclass(frozen=True)
class Judged:
    """The remarks on a document in its order, those on all of it first, and the report that it holds.

    `text` is what it shows, a paragraph a line.
    """

    remarks: tuple[Remark, ...]
    report: Report
    text: str
    shared: tuple[Problem, ...]  # of the project's settings


def judged(pieces: Pieces, imported: Imported, inputs: Inputs) -> Judged:
    """What is wrong with a document whose `pieces` have been `imported`; `inputs` are last year's file and settings.

    Unreadable where it holds what no report can.
    """
    checked = check_year(inputs, imported.file)
    if checked.context is None:
        raise Unreadable(f"文件里的文字没法检查：{checked.problems[0].message}", "看看是不是拿错了文件")
    shared = tuple(one for one in checked.problems if one.file != imported.file.name)
    blocks = _traced(checked.context, inputs)
    remarks = _remarks(checked.findings, blocks, imported.printed, places(pieces.body))
    return Judged(remarks, checked.context.report, plain_text(pieces), shared)


def built(pieces: Pieces, context: Context, findings: Iterable[Finding], inputs: Inputs) -> tuple[Remark, ...]:
    """The findings of a year's report placed in what was built of it, which shows the `pieces`."""
    known = places(pieces.body)
    lines = [
        Printed(characters(line), tuple(range(known.start_of(at), known.ends[at])))
        for at, line in enumerate(known.lines)
    ]
    return _remarks(findings, _traced(context, inputs, draft=True), lines, known)


def is_of_document(finding: Finding) -> bool:
    """Whether it is about what a reader of the document sees, not about how a year file is written."""
    code = finding.code
    return code in _OPEN or not (code in _OF_THE_FILE or code.startswith(_ALSO_OF_THE_FILE))


def _traced(context: Context, inputs: Inputs, *, draft: bool = False) -> Sequence[Traced]:
    with suppress(Refused, ExpressionError):  # told as what it is; then no finding has a place
        return traced(context, inputs.environment, "report", draft=draft)
    return ()


def _remarks(
    findings: Iterable[Finding], blocks: Sequence[Traced], lines: Sequence[Printed], known: Places
) -> tuple[Remark, ...]:
    stands = standing(blocks, lines)
    on = cache(known.on)  # a table's row may have many findings
    found = dict.fromkeys(_remark(one, _words(stands.of(one), known, on)) for one in findings if is_of_document(one))
    return tuple(sorted(found, key=_order))


def _order(remark: Remark) -> tuple[int, int, str]:
    words = remark.words
    return (words.line, words.column, remark.finding.code) if words else (0, 0, remark.finding.code)


def _remark(finding: Finding, words: Words | None) -> Remark:
    message = finding.message
    if finding.code == _NUMBER and (number := re.search("“[^”]*”", message)):
        message = f"序号{number[0]}{_WRONG_NUMBER}"
    help_ = "" if finding.code == _NUMBER else "；".join(_by_hand(finding.help))
    return Remark(Finding(finding.code, message, help=help_), words)


def _by_hand(help_: str) -> Iterator[str]:
    """The clauses of a mend up to the first that speaks of a year file."""
    for clause in help_.split("；"):
        if _KEYS.search(clause):
            return
        yield clause


def _words(marked: Sequence[int], known: Places, on: Callable[[int], Sequence[Place]]) -> Words | None:
    """The marked characters as far as they stand on the line of the first; `on` gives the characters of a line."""
    if not marked:
        return None
    line = known.line_of(min(marked))
    chosen = [on(line)[at - known.start_of(line)] for at in sorted(marked) if at < known.ends[line]]
    column, end = chosen[0].column, chosen[-1].column + 1
    return Words(line + 1, column, end, _quoted(known.lines[line].text, column - 1, end - 1), *_typed(chosen, on(line)))


def _quoted(text: str, start: int, end: int) -> str:
    """The words as they are quoted: short ones with their clause around, of long ones the beginning."""
    if end - start > _LONGEST:
        return f"{text[start : start + _LONGEST]}……"
    if end - start >= _SHORT:
        return text[start:end]
    before, behind = _BEFORE.search(text[max(start - _AROUND, 0) : start]), _BEHIND.match(text, end, end + _AROUND)
    return (before[0] if before else "") + text[start:end] + (behind[0] if behind else "")


def _typed(chosen: Sequence[Place], line: Sequence[Place]) -> tuple[int, int, int]:
    """The Word file's paragraph, and from where to where the chosen characters are typed in it, 0, 0 if nowhere."""
    typed = [one for one in chosen if one.start >= 0]
    if typed:
        paragraph = typed[0].paragraph
        own = [one.start for one in typed if one.paragraph == paragraph]
        return paragraph, min(own), max(own) + 1
    return next((one.paragraph for one in line if one.paragraph >= 0), -1), 0, 0
