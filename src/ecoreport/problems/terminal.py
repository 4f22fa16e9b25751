"""A problem as people read it: the sentence, the place, the line with a caret under the very words."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ecoreport.problems.diagnostic import LINES, Problem, Severity

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
MANY = 3  # errors with mends of their own that are told together
MOST_LINES = 8  # of a group of problems that are alike: more only one by one
WINDOW = 100  # columns of a long line that are shown
_GRAVEST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_TAB = "    "
_CHARACTERS = 10_000  # whose width is remembered: more than a report has


def snippet(problem: Problem, lines: Sequence[str], *, color: bool = False) -> str:
    """The problem in several lines; `lines` are those of its file, empty where it cannot be read."""
    shown = [f"{_head(problem, color=color)}: {_visible(problem.message)}"]
    gutter = len(str(problem.line)) if problem.line else 1
    shown.append(f"{' ' * gutter}--> {_place(problem)}")
    if 0 < problem.line <= len(lines):
        text, caret = _marked(lines[problem.line - 1], problem.column - 1, problem.end_column - 1)
        bar = f"{' ' * gutter} |"
        shown += [bar, f"{problem.line} | {text}", f"{bar} {caret}"]
    if problem.help:
        shown.append(f"{' ' * gutter} = 帮助: {_visible(problem.help)}")
    return "\n".join(shown)


def alike(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], ...]:
    """The problems in groups that are told together, the lightest first, so that the gravest stand last on a screen.

    A group has one code in one file; of errors one mend too, unless they are many that `--fix` mends.
    """
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        by_hand = problem.severity is Severity.ERROR and not problem.edits
        same = (problem.message, problem.help) if by_hand else ()
        groups.setdefault((problem.code, problem.file, *same), []).append(problem)
    made = (part for group in groups.values() for part in _parted(group))
    return tuple(sorted(made, key=lambda group: -_GRAVEST.index(group[0].severity)))


def _parted(group: Sequence[Problem]) -> Iterator[tuple[Problem, ...]]:
    """The group; a few errors, each with a mend of its own, one by one."""
    if group[0].severity is Severity.ERROR and len(group) < MANY and len({one.help for one in group}) > 1:
        yield from ((one,) for one in group)
    else:
        yield tuple(group)


def together(group: Sequence[Problem], lines: Sequence[str], *, color: bool = False) -> str:
    """Problems that are alike: the first as `snippet`, and where the others stand, by what is said of them."""
    first, *others = group
    return "\n".join([snippet(first, lines, color=color), *_others(first, others)])


def brief(group: Sequence[Problem], *, color: bool = False) -> str:
    """The same without the line of the file: what is said first, the place, how many there are, the mend."""
    first = group[0]
    where = f"第{first.line}{first.unit}" if first.line else ""
    more = f"等{len(group)}处" if len(group) > 1 else ""
    told = [f"{_head(first, color=color)}: {_visible(first.message)}", f"  --> {first.file} {where}{more}".rstrip()]
    return "\n".join([*told, *([f"  = 帮助: {_visible(first.help)}"] if first.help else [])])


def _others(first: Problem, others: Sequence[Problem]) -> list[str]:
    """Where the others of a group stand: in one line if the same is said of all, else in one for each that is said."""
    if not others:
        return []
    said: dict[str, list[int]] = {}
    for problem in others:
        said.setdefault(problem.message, []).append(problem.line)
    gutter = " " * len(str(first.line or 1))
    head = f"{gutter} = 同样的还有{len(others)}处："
    if said.keys() == {first.message}:
        return [f"{head}第{runs(said[first.message])}{first.unit}"]
    named = [(f"第{runs(numbers)}{first.unit}" if any(numbers) else "", told) for told, numbers in said.items()]
    shown = [f"{gutter}   {where}  {_visible(told)}" for where, told in named[:MOST_LINES]]
    left = sum(len(numbers) for numbers in list(said.values())[MOST_LINES:])
    return [head, *shown, *([f"{gutter}   ……还有{left}处"] if left else [])]


def runs(numbers: Iterable[int]) -> str:
    """The numbers in order, each once, those that follow one another as a run: 6、9—12."""
    made: list[list[int]] = []
    for number in sorted(set(numbers)):
        if made and number == made[-1][-1] + 1:
            made[-1].append(number)
        else:
            made.append([number])
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else str(run[0]) for run in made)


def checklist(problems: Iterable[Problem]) -> str:
    """The problems as a list to work off, a line each."""
    return "".join(f"{line}\n" for line in _placed(problems, "□ "))


def _placed(problems: Iterable[Problem], mark: str) -> list[str]:
    """A line each: the place, in a column as wide as the widest, and what is said."""
    listed = [(_place(problem), problem.message) for problem in problems]
    widest = max((display_width(place) for place, _ in listed), default=0)
    return [f"{mark}{place}{' ' * (widest - display_width(place))}  {_visible(told)}" for place, told in listed]


def _place(problem: Problem) -> str:
    """The file and where in it: data/2024.yaml:45:12, 报告.docx 第12段."""
    if not problem.line:
        return problem.file
    in_lines = problem.unit == LINES
    return (
        f"{problem.file}:{problem.line}:{problem.column}"
        if in_lines
        else f"{problem.file} 第{problem.line}{problem.unit}"
    )


def _head(problem: Problem, *, color: bool) -> str:
    head = f"{WORDS[problem.severity]}[{problem.code}]"
    return f"\x1b[1;{COLORS[problem.severity]}m{head}\x1b[0m" if color else head


def display_width(text: str) -> int:
    """Columns that `text` takes on a terminal: 2 for han, 0 for combining characters."""
    return sum(_columns(character) for character in text)


@lru_cache(_CHARACTERS)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _marked(line: str, start: int, end: int) -> tuple[str, str]:
    """The line, cut to a window around the marked columns, and the line of carets below it."""
    first = 0
    if len(_fitting(line)) < len(line):
        first = max(0, start - WINDOW // 4)
    cut = _fitting(line[first:])
    before, after = "…" if first else "", "…" if first + len(cut) < len(line) else ""
    end = min(max(end, start + 1), first + len(cut))
    lead = _visible(line[first:start])
    marked = _visible(line[start:end])
    carets = " " * display_width(before + lead) + "^" * max(display_width(marked), 1)
    return before + _visible(cut) + after, carets


def _fitting(text: str) -> str:
    total = 0
    for at, character in enumerate(text):
        total += max(_columns(character), 1)
        if total > WINDOW:
            return text[:at]
    return text


def printable(text: str, kept: str = "") -> str:
    """The text with characters that show nothing or do harm as their code, but for those to be `kept`."""
    return "".join(character if character in kept else _shown(character) for character in text)


def _visible(text: str) -> str:
    """As `printable`, tabs as blanks."""
    return printable(text.replace("\t", _TAB))


@lru_cache(_CHARACTERS)
def _shown(character: str) -> str:
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return f"\\u{ord(character):04x}" if hidden else character
