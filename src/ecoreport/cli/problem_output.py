"""Problems as people see them: with their snippets, as a list to work off, counted; or for machines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ecoreport.cli.console import echo
from ecoreport.cli.outputs import write_stdout
from ecoreport.problems.diagnostic import Problem, Severity, mendable
from ecoreport.problems.machine import FORMATS
from ecoreport.problems.terminal import WORDS, checklist, gathered, snippet, together
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.reader import lines

Quoted = Callable[[str], bytes]  # what a file holds that problems call so, for its lines to be shown
_NO_DATE = "W605"  # belongs to what is to be filled in, where anything is


def write_problems(problems: Sequence[Problem], quoted: Quoted, form: str) -> None:
    """The problems on standard output, as text or for machines."""
    if form == "text":
        show_problems(problems, quoted, err=False)
    else:
        write_stdout(FORMATS[form](problems).encode())


def show_problems(problems: Iterable[Problem], quoted: Quoted, *, err: bool = True) -> None:
    """Print the problems, to stderr where the product goes to stdout."""
    for part in problem_texts(problems, quoted, color=True):
        echo(f"{part}\n", err=err)


def problem_texts(problems: Iterable[Problem], quoted: Quoted, *, color: bool = False) -> Iterator[str]:
    """The problems with their snippets, those that are alike together, open places as a list at the end."""
    known: dict[str, Sequence[str]] = {}
    problems = tuple(problems)
    todo = todo_of(problems)
    alike = gathered(problem for problem in problems if problem not in frozenset(todo))
    listed = frozenset(todo).union(*alike)
    for problem in problems:
        if problem in listed:
            continue
        if problem.file not in known:
            found = quoted(problem.file)
            known[problem.file] = lines(found) if found else ()
        yield snippet(problem, known[problem.file], color=color)
    for group in alike:
        yield together(group, color=color)
    if todo:
        yield f"还要填、还要改的有{len(todo)}处：\n{checklist(todo)}".removesuffix("\n")


def todo_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is still to be filled in or rewritten: open places and, where there are any, the missing date."""
    problems = tuple(problems)
    unfinished = any(problem.code in CODES for problem in problems)
    return tuple(problem for problem in problems if problem.code in (*CODES, _NO_DATE)) if unfinished else ()


def tally(problems: Sequence[Problem]) -> str:
    """How many of each kind, and how many can be mended unasked: 27处待填、待改，2处错误，1处警告（其中……）."""
    todo = todo_of(problems)
    rest = [problem for problem in problems if problem not in frozenset(todo)]
    counted = ((severity, sum(problem.severity is severity for problem in rest)) for severity in Severity)
    said = [f"{len(todo)}处待填、待改"] if todo else []
    said += [f"{count}处{WORDS[severity]}" for severity, count in counted if count]
    able = sum(bool(mendable(problem)) for problem in problems)
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
