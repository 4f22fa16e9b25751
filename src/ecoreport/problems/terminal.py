"""A problem as people read it: the sentence, the place, the line with a caret under the very words."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ecoreport.problems.diagnostic import Problem, Severity

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}
COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
MANY = 3  # hints, or errors with their mends, of one kind that are told together
WINDOW = 100  # columns of a long line that are shown
_TAB = "    "
_CHARACTERS = 10_000  # whose width is remembered: more than a report has


def snippet(problem: Problem, lines: Sequence[str], *, color: bool = False) -> str:
    """The problem in several lines; `lines` are those of its file, empty where it cannot be read."""
    shown = [f"{_head(problem, color=color)}: {_visible(problem.message)}"]
    gutter = len(str(problem.line)) if problem.line else 1
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    shown.append(f"{' ' * gutter}--> {problem.file}{place}")
    if 0 < problem.line <= len(lines):
        text, caret = _marked(lines[problem.line - 1], problem.column - 1, problem.end_column - 1)
        bar = f"{' ' * gutter} |"
        shown += [bar, f"{problem.line} | {text}", f"{bar} {caret}"]
    if problem.help:
        shown.append(f"{' ' * gutter} = 帮助: {_visible(problem.help)}")
    return "\n".join(shown)


def gathered(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], ...]:
    """The problems that are alike, where there are many: hints with one mend, slips of one kind in one file."""
    alike: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        if problem.severity is Severity.HINT:
            alike.setdefault((problem.code, problem.help), []).append(problem)
        elif problem.severity is Severity.ERROR and problem.edits:
            alike.setdefault((problem.code, problem.file, problem.help.partition("写成")[0]), []).append(problem)
    return tuple(tuple(group) for group in alike.values() if len(group) >= MANY)


def together(problems: Sequence[Problem], *, color: bool = False) -> str:
    """Problems that are alike, a line each, with the mend once: that of the first, where each has its own."""
    lines = [f"{_head(problems[0], color=color)}: 有{len(problems)}处", *_placed(problems, "  ")]
    help_ = problems[0].help
    if any(problem.help != help_ for problem in problems):
        help_ = f"第一处{help_}；其余照此"
    return "\n".join([*lines, *([f"  = 帮助: {_visible(help_)}"] if help_ else [])])


def checklist(problems: Iterable[Problem]) -> str:
    """The problems as a list to work off, a line each."""
    return "".join(f"{line}\n" for line in _placed(problems, "□ "))


def _placed(problems: Iterable[Problem], mark: str) -> list[str]:
    """A line each: the place, in a column as wide as the widest, and what is said."""
    listed = [(f"{problem.file}:{problem.line}:{problem.column}", problem.message) for problem in problems]
    widest = max((display_width(place) for place, _ in listed), default=0)
    return [f"{mark}{place}{' ' * (widest - display_width(place))}  {_visible(told)}" for place, told in listed]


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
