"""What is wrong, as data: a finding in the report's terms, a problem in the file's terms."""

import enum
from collections.abc import Iterable
from typing import NamedTuple

Path = tuple[str | int, ...]
LINES = "行"
_READING = "12"  # the families of codes about reading a file: what keeps it from being read is mended as spelled out


class Severity(enum.StrEnum):
    """How grave a problem is; the value is the word used in machine formats."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Finding(NamedTuple):
    """One fault in the data, placed by its path and not yet by line and column.

    `span` counts characters of the text at `path`; without it the whole value (or, with
    `on_key`, its key) is meant, and `instead` is what it is to be, where that is certain.
    """

    code: str
    message: str
    path: Path = ()
    span: tuple[int, int] | None = None
    on_key: bool = False
    help: str = ""
    edits: tuple["Edit", ...] = ()
    instead: str = ""


class Edit(NamedTuple):
    """A mechanical mend: characters `span` of the text, which are `old`, become `new`."""

    span: tuple[int, int]
    old: str
    new: str


class FileEdit(NamedTuple):
    """An edit at its place in the file: index of the first character, what stands there, what is to."""

    start: int
    old: str
    new: str


def edited(text: str, edits: Iterable[FileEdit]) -> str:
    """The text with the edits made, all else as it was; none of them overlap."""
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text


class Problem(NamedTuple):
    """One fault at a place in a file; lines and columns count from 1 in code points, 0 = no place.

    `unit` is what people call a line of such a file: of a document a paragraph.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    path: str = ""
    help: str = ""
    edits: tuple[FileEdit, ...] = ()
    unit: str = LINES

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: file, place, code."""
        return self.file, self.line, self.column, self.code


def mendable(problem: Problem) -> tuple[FileEdit, ...]:
    """The edits of a problem that may be made unasked: of a rule, none that touches a letter, a han or a digit."""
    of_reading = problem.code[1] in _READING
    return tuple(edit for edit in problem.edits if edit.old != edit.new and (of_reading or _harmless(edit)))


def _harmless(edit: FileEdit) -> bool:
    return not any(character.isalnum() for character in edit.old + edit.new)


class Refused(Exception):  # noqa: N818 - it names the outcome: the input is refused, with the reasons
    """Input that cannot be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by place."""
        self.problems = tuple(sorted(problems, key=lambda problem: problem.order))
        super().__init__("; ".join(problem.message for problem in self.problems))


def dotted(path: Path) -> str:
    """The path as people write it, list places counted from 1: `measures[2].title`."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


class Unreadable(Exception):  # noqa: N818 - it names the outcome: the document cannot be read, with the reason
    """A document that is refused; the message says why, in Chinese, and `help` what to do."""

    def __init__(self, message: str, help_: str = "") -> None:
        """Keep the mend apart from the reason."""
        super().__init__(message)
        self.help = help_
