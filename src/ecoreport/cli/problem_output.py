"""Problems as people see them: with their snippets, as a list to work off, counted; or for machines."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from ecoreport.cli.console import echo
from ecoreport.problems.diagnostic import Problem, Severity, mendable
from ecoreport.problems.terminal import WORDS, alike, brief, checklist, together
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.reader import lines

Quoted = Callable[[str], bytes]  # what a file holds that problems call so, for its lines to be shown
RULES_PAGE = "ECOREPORT_RULES"  # the variable with the address of the page of rules, where it is published
_NO_DATE = "W605"  # belongs to what is to be filled in, where anything is


class Shown(Enum):
    """How much people see of the problems."""

    FULL = "each with its line, hints too"
    TOGETHER = "those that are alike once, and hints only counted"
    BRIEF = "the same, and of warnings no line"


def write_problems(problems: Sequence[Problem], quoted: Quoted, form: str, shown: Shown) -> None:
    """The problems on standard output, as text or for machines, which get all of them."""
    if form == "text":
        show_problems(problems, quoted, shown, err=False)
    else:
        from ecoreport.cli.outputs import write_stdout  # noqa: PLC0415 - only for machines
        from ecoreport.problems.machine import FORMATS, as_sarif  # noqa: PLC0415

        page = os.environ.get(RULES_PAGE, "") if form == "sarif" else ""
        write_stdout((as_sarif(problems, page) if page else FORMATS[form](problems)).encode())


def show_problems(
    problems: Iterable[Problem], quoted: Quoted, shown: Shown = Shown.TOGETHER, *, err: bool = True
) -> None:
    """Print the problems, to stderr where the product goes to stdout."""
    for part in problem_texts(problems, quoted, shown, color=True):
        echo(f"{part}\n", err=err)


def problem_texts(problems: Iterable[Problem], quoted: Quoted, shown: Shown, *, color: bool = False) -> Iterator[str]:
    """The problems as they are shown: warnings, what is open as a list to work off, and last the errors."""
    problems = tuple(problems)
    todo = todo_of(problems)
    told = [one for one in problems if one not in frozenset(todo)]
    if shown is Shown.FULL:
        groups: Sequence[Sequence[Problem]] = [(one,) for group in alike(told) for one in group]
    else:
        groups = alike(one for one in told if not is_hint(one))
    known: dict[str, Sequence[str]] = {}
    errors = sum(group[0].severity is Severity.ERROR for group in groups)
    lighter = groups[: len(groups) - errors]
    if shown is not Shown.BRIEF:
        yield from (_quoted(group, quoted, known, color=color) for group in lighter)
    elif lighter:
        yield "\n".join(brief(group, color=color) for group in lighter)
    if todo:
        yield f"还要填、还要改的有{len(todo)}处：\n{checklist(todo)}".removesuffix("\n")
    for group in groups[len(groups) - errors :]:
        yield _quoted(group, quoted, known, color=color)


def _quoted(group: Sequence[Problem], quoted: Quoted, known: dict[str, Sequence[str]], *, color: bool) -> str:
    """The group with the line of its file; `known` are the lines of files that have been read."""
    name = group[0].file
    if name not in known:
        known[name] = lines(found) if (found := quoted(name)) else ()
    return together(group, known[name], color=color)


def is_hint(problem: Problem) -> bool:
    """Whether it is no more than a suspicion."""
    return problem.severity is Severity.HINT


def todo_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is still to be filled in or rewritten: open places and, where there are any, the missing date."""
    problems = tuple(problems)
    unfinished = any(problem.code in CODES for problem in problems)
    return tuple(problem for problem in problems if problem.code in (*CODES, _NO_DATE)) if unfinished else ()


def tally(problems: Sequence[Problem], *, mends: bool = True) -> str:
    """How many of each kind, and how many can be mended unasked, if `mends`: 27处待填、待改，2处错误（其中……）."""
    todo = todo_of(problems)
    rest = [problem for problem in problems if problem not in frozenset(todo)]
    counted = ((severity, sum(problem.severity is severity for problem in rest)) for severity in Severity)
    said = [f"{len(todo)}处待填、待改"] if todo else []
    said += [f"{count}处{WORDS[severity]}" for severity, count in counted if count]
    able = sum(bool(mendable(problem)) for problem in problems) if mends else 0
    more = f"（其中{able}处可以用 check --fix 改好）" if able else ""
    return ("，".join(said) or "没有发现问题") + more


class Fails(NamedTuple):
    """What makes a check fail: errors; where it is `strict` warnings too; in a `draft` no open places."""

    strict: bool
    draft: bool

    def any(self, problems: Iterable[Problem]) -> bool:
        """Whether one of them does."""
        severities = (Severity.ERROR, Severity.WARNING) if self.strict else (Severity.ERROR,)
        problems = [problem for problem in problems if not (self.draft and problem.code in CODES)]
        return any(problem.severity in severities for problem in problems)
