"""Year files as bytes to what is known of each: composed, validated and evaluated once, whoever asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.report.context import Context
from ecoreport.report.history import years_before
from ecoreport.yearfile.model import MOST_YEARS
from ecoreport.yearfile.reader import Diagnosis, Misread, YearFile, parse

_KEPT = MOST_YEARS + 2  # year files at once: those of the longest chart, and one that stands in for another
_Value = TypeVar("_Value")
_INSIDE = Path(__file__).parents[1] / "templates"
# The templates that ship with ecoreport: inside the package, or, in a source checkout, beside `src`.
PACKAGED = _INSIDE if _INSIDE.is_dir() else Path(__file__).parents[3] / "templates"


@dataclass(frozen=True, eq=False)
class Input:
    """A file: its name as the user knows it, how to read its bytes, and the year that a year file is called after."""

    name: str
    read: Callable[[], bytes]
    year: int | None = None


def given(data: bytes, name: str, year: int | None = None) -> Input:
    """Bytes that are there already, as a file of that name."""
    return Input(name, lambda: data, year)


class Parsed(NamedTuple):
    """A year file as it was read and, where it holds no report, why: its problems, or the trouble with the disk.

    `mended` is how it reads with its slips mended, where they are all spelled out.
    """

    data: bytes = b""
    file: YearFile | None = None
    problems: tuple[Problem, ...] = ()
    unread: OSError | None = None
    mended: Diagnosis | None = None

    @property
    def is_broken(self) -> bool:
        """Whether there is a file that cannot be read."""
        return self.file is None and not isinstance(self.unread, FileNotFoundError)

    def sound(self) -> YearFile:
        """The file; Refused with every problem, OSError where the disk did not give it."""
        if self.unread:
            raise self.unread
        if self.file is None:
            raise Refused(self.problems)
        return self.file


NO_FILE = Parsed(unread=FileNotFoundError())


@dataclass(frozen=True, eq=False)
class Years:
    """Year files by their years, each parsed when it is first asked for, and kept as long as its neighbours need it."""

    files: Mapping[int, Input]
    _parsed: dict[Input, Parsed] = field(default_factory=dict, repr=False)
    _contexts: dict[Input, Context] = field(default_factory=dict, repr=False)

    def parsed(self, file: Input) -> Parsed:
        """What the file holds, whether or not it is one of these years'."""
        return self._parsed.get(file) or _keep(self._parsed, file, _parsed(file))

    def known(self, file: Input, parsed: YearFile) -> Input:
        """The file, which somebody has parsed already."""
        _keep(self._parsed, file, Parsed(file.read(), parsed))
        return file

    def of(self, year: int) -> Parsed:
        """What the year's file holds."""
        return self.parsed(self.files[year]) if year in self.files else NO_FILE

    def context(self, file: Input) -> Context:
        """The file's report with those before it; Refused with every problem, OSError where it cannot be read."""
        if file not in self._contexts:
            report = self.parsed(file).sound().report
            _keep(self._contexts, file, Context(report, self.earlier(years_before(report))))
        return self._contexts[file]

    def earlier(self, years: Sequence[int]) -> Mapping[int, Context]:
        """Those of the years that can be read, each read when it is asked for."""
        return _Earlier(self, years)

    def with_file(self, year: int, file: Input) -> "Years":
        """The same with another file for the year; what has been parsed, or does not speak of that year, is kept."""
        untouched = {one: context for one, context in self._contexts.items() if context.report.year <= year}
        return replace(self, files={**self.files, year: file}, _contexts=untouched)


@dataclass(frozen=True, eq=False)
class _Earlier(Mapping[int, Context]):
    """Those of the years that can be read, each read when it is asked for."""

    known: Years
    years: Sequence[int]

    def __getitem__(self, year: int) -> Context:
        if year not in self.years or self.known.of(year).file is None:
            raise KeyError(year)
        return self.known.context(self.known.files[year])

    def __iter__(self) -> Iterator[int]:
        return (year for year in self.years if self.known.of(year).file)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _parsed(file: Input) -> Parsed:
    try:
        data = file.read()
    except OSError as error:
        return Parsed(unread=error)
    try:
        return Parsed(data, parse(data, file.name))
    except Refused as refused:
        return Parsed(data, problems=refused.problems, mended=refused.mended if isinstance(refused, Misread) else None)


def _keep(kept: dict[Input, _Value], file: Input, value: _Value) -> _Value:
    """The value, kept in place of the oldest where there are many: a run over hundreds of years stays small."""
    if len(kept) >= _KEPT:
        del kept[next(iter(kept))]
    kept[file] = value
    return value
