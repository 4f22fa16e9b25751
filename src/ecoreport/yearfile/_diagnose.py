"""Every slip of a file that does not read: the smallest mend after which it reads better, and on behind that mend."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ecoreport.problems.diagnostic import FileEdit, Problem
from ecoreport.yearfile._judge import SOUND, STOPS, Fault, Judge, Verdict, part
from ecoreport.yearfile._mend import counts
from ecoreport.yearfile._repairs import IN_PLACE, LIKELY, RANKS, mends
from ecoreport.yearfile._tree import Source, stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from ecoreport.yearfile._mend import Mend

BUDGET = 300_000  # lines that are read in trials: some three seconds
_ABOVE = 14  # lines above the one where the parser stops that may hold the slip
_AROUND = 4  # lines around one that does not fit
_CUTS = 4  # tries to find the end of what can be read
_MENDS = 4  # of one line
_HOPELESS = 60  # faults of the model for which no mend is found, before they are taken for what they are


@dataclass(frozen=True)
class Diagnosis:
    """The slips of a file, and the file with all of them mended; `lost` where a part of it is left out."""

    source: Source
    mended: Source
    slips: tuple[Problem, ...]
    origins: tuple[int, ...]  # for each line of `mended` the line of `source`
    lost: bool

    def back(self, problem: Problem) -> Problem:
        """A problem of the mended file at its place in the file as it was typed."""
        at = self.origins[min(problem.line, len(self.origins)) - 1]
        line, now = self.source.lines[at], self.mended.lines[problem.line - 1]
        start, end = (_column(line, now, column - 1) for column in (problem.column, problem.end_column))
        edits = tuple(edit for one in problem.edits if (edit := self._edit_back(one)))
        moved = replace(problem, file=self.source.name, line=at + 1, end_line=at + 1)
        return replace(moved, column=start + 1, end_column=max(end, start + 1) + 1, edits=edits)

    def _edit_back(self, edit: FileEdit) -> FileEdit | None:
        line, column = self.mended.position(edit.start)
        at = self.origins[line - 1]
        start = self.source.starts[at] + _column(self.source.lines[at], self.mended.lines[line - 1], column - 1)
        same = self.source.text[start : start + len(edit.old)] == edit.old
        return FileEdit(start, edit.old, edit.new) if same else None


def diagnose(source: Source, model: type[BaseModel], budget: int = BUDGET) -> Diagnosis:
    """The slips of a file of this `model` that does not read, or does not fit it."""
    search = _Search(source, Judge(model, budget))
    search.run()
    return search.diagnosis()


@dataclass
class _Search:
    """The lines as far as they are mended, where each comes from, and what was done."""

    source: Source
    court: Judge
    lines: list[str] = field(init=False)
    origins: list[int] = field(init=False)
    made: list[tuple[int, Mend]] = field(default_factory=list)  # the line of the file, and its mend
    given_up: list[Problem] = field(default_factory=list)
    hopeless: set[tuple[int, bool, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lines = list(self.source.lines)
        self.origins = list(range(len(self.lines)))

    def run(self) -> None:
        """Mend as long as a mend is found; leave out the parts at which the parser stops though none is."""
        while not self.court.exhausted:
            verdict = self.court.judge(self.lines)
            if verdict.grade == SOUND:
                return
            if verdict.grade == STOPS:
                if not self._mend(verdict.faults[0], self._above(verdict), range(RANKS)):
                    self._give_up(verdict)
            elif not self._mend_misfit(verdict):
                return
        verdict = self.court.judge(self.lines)
        while verdict.grade == STOPS:
            self._give_up(verdict)
            verdict = self.court.judge(self.lines)

    def _mend_misfit(self, verdict: Verdict) -> bool:
        """Mend one of the faults, by a likely mend of any of them before an unlikely one of the first."""
        for ranks in (range(LIKELY), range(LIKELY, RANKS)):
            for fault in verdict.faults:
                known = self.origins[fault.line], fault.structural, ranks.start
                if not fault.mendable or known in self.hopeless or len(self.hopeless) > _HOPELESS:
                    continue
                if self._mend(fault, self._around(fault), ranks):
                    return True
                if self.court.exhausted:
                    return False
                self.hopeless.add(known)
        return False

    def _above(self, verdict: Verdict) -> list[int]:
        """The lines that may hold the slip where the parser stops: there, where what it is in begins, and above."""
        stop = verdict.faults[0].line
        upwards = range(stop, max(stop - _ABOVE, -1), -1)
        return self._counting([stop, *(fault.line for fault in verdict.faults), *upwards])

    def _around(self, fault: Fault) -> list[int]:
        first, last = fault.line, fault.last
        if not fault.structural:
            return self._counting(range(first, min(last, first + _AROUND) + 1))
        below = range(first, max(min(last, first + _ABOVE), first + _AROUND) + 1)
        return self._counting([*below, *range(first - 1, first - _AROUND - 1, -1)])

    def _counting(self, numbers: Iterable[int]) -> list[int]:
        return [n for n in dict.fromkeys(numbers) if 0 <= n < len(self.lines) and counts(self.lines[n])]

    def _mend(self, fault: Fault, suspects: Sequence[int], ranks: range) -> bool:
        """Make the best mend of one of these lines, if any makes the part of the file around the fault better."""
        window = part(self.lines, fault.line, self._top)
        base = self.court.judge(self.lines[window.start : window.stop])
        if base.grade == SOUND:
            return False
        inside = [at for at in suspects if at in window]
        for strict in (True, False):
            for rank in ranks:
                if (rank >= IN_PLACE and not strict) or (rank >= LIKELY and not fault.structural):
                    break
                best = self._best(rank, window, base, inside, strict=strict)
                found = [best] if best else self._run(window, base, inside) if rank == 0 else []
                for mend in found:
                    self._apply(mend)
                if found:
                    mended = {self.origins[at] for at in window if at < len(self.origins)}
                    self.hopeless = {one for one in self.hopeless if one[0] not in mended}
                    return True
        return False

    def _run(self, window: range, base: Verdict, suspects: Sequence[int]) -> list[Mend]:
        """The likeliest mends of lines one above the other, where only all of them together make it better."""
        trial = self.lines[window.start : window.stop]
        made: list[Mend] = []
        for at in sorted(suspects, reverse=True):
            mend = next(mends(0, self.lines, at, self.court.keys), None)
            if mend is None or len(mend.new) > 1:
                continue
            trial[at - window.start] = mend.new[0]
            made.append(mend)
            after = self.court.judge(trial)
            read = self._read(trial, after)
            if after.cost < base.cost and all(_clean(one, one.at - window.start, after, read) for one in made):
                return made
        return []

    @property
    def _top(self) -> frozenset[str]:
        return frozenset(name.alias or key for key, name in self.court.model.model_fields.items())

    def _best(  # noqa: PLR0913
        self, rank: int, window: range, base: Verdict, suspects: Sequence[int], *, strict: bool
    ) -> Mend | None:
        found: tuple[tuple[object, ...], Mend] | None = None
        for near, at in enumerate(suspects):
            for order, mend in enumerate(mends(rank, self.lines, at, self.court.keys)):
                if mend.new == (self.lines[at],) or self._again(mend):
                    continue
                if self.court.exhausted:
                    return None
                first = at - window.start
                trial = [*self.lines[window.start : at], *mend.new, *self.lines[at + 1 : window.stop]]
                after = self.court.judge(trial)
                cost = after.cost if after.grade < STOPS else (STOPS, after.count + len(mend.new) - 1)
                if not (cost < base.cost or (mend.sure and cost == base.cost)):
                    continue
                read = self._read(trial, after)
                if not strict or mend.sure or _clean(mend, first, after, read):
                    key = (cost, read.count, _size(self.lines[at], mend), near, order)
                    if found is None or key < found[0]:
                        found = key, mend
        return found[1] if found else None

    def _read(self, trial: Sequence[str], after: Verdict) -> Verdict:
        """The verdict on what stands above the line at which the parser still stops."""
        for _ in range(_CUTS):
            if after.grade < STOPS:
                break
            after = self.court.judge(trial[: after.faults[0].line])
        return after

    def _again(self, mend: Mend) -> bool:
        """Whether the line has had its share of mends, or this one already."""
        before = [made for at, made in self.made if at == self.origins[mend.at]]
        return len(before) >= _MENDS or any(made.code == mend.code == "E139" for made in before)

    def _apply(self, mend: Mend) -> None:
        self.made.append((self.origins[mend.at], self._in_file(mend)))
        self.origins[mend.at : mend.at + 1] = [self.origins[mend.at]] * len(mend.new)
        self.lines[mend.at : mend.at + 1] = mend.new

    def _in_file(self, mend: Mend) -> Mend:
        """The mend with its columns in the line as it was typed."""
        line = self.source.lines[self.origins[mend.at]]
        start, end = (_column(line, self.lines[mend.at], column) for column in mend.span)
        return mend._replace(span=(start, max(end, start + 1)))

    def _give_up(self, verdict: Verdict) -> None:
        """Leave out the part in which the parser stops, and say where."""
        at = verdict.faults[0].line
        gone = part(self.lines, at, self._top, before=0)
        problem = stopped(Source(self.source.name, "\n".join(self.lines)), verdict.error, at)
        self.given_up.append(self.diagnosis().back(problem))
        for number in gone:
            self.lines[number] = ""

    def diagnosis(self) -> Diagnosis:
        """What has been found."""
        mended = Source(self.source.name, "\n".join(self.lines))
        slips = (*self._slips(), *self.given_up)
        return Diagnosis(self.source, mended, slips, tuple(self.origins), lost=bool(self.given_up))

    def _slips(self) -> Iterator[Problem]:
        unsure = {at for at, mend in self.made if not mend.spelled}
        for at, mend in self.made:
            start = self.source.starts[at]
            span = start + mend.span[0], start + mend.span[1]
            problem = self.source.problem(mend.code, mend.message, span, mend.help)
            yield problem if at in unsure else replace(problem, edits=(self._edit(at),))

    def _edit(self, at: int) -> FileEdit:
        """The edit that makes a line what all its mends have made of it."""
        line = self.source.lines[at]
        now = "\n".join(text for text, origin in zip(self.lines, self.origins, strict=True) if origin == at)
        head, tail = _alike(line, now)
        start = self.source.starts[at] + head
        new = now[head : len(now) - tail].replace("\n", "\r\n" if "\r\n" in self.source.text else "\n")
        return FileEdit(start, line[head : len(line) - tail], new)


def _clean(mend: Mend, at: int, after: Verdict, read: Verdict) -> bool:
    """Whether the mended line itself is at peace, and a key on it is read as one."""
    last = at + len(mend.new) - 1
    wrong = (*after.faults[:1], *read.faults) if after.grade == STOPS else after.faults
    if any(at <= fault.line <= last for fault in wrong):
        return False
    reached = after.grade < STOPS or last < after.faults[0].line
    return not (mend.is_key and reached) or last in after.begins


def _size(line: str, mend: Mend) -> int:
    """How much the mend changes beside blanks before the line."""
    before, after = line.strip(), mend.new[-1].strip()
    more = sum(len(text) + 1 for text in mend.new[:-1])
    return more + abs(len(before) - len(after)) + (before != after)


def _alike(old: str, new: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end are the same."""
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    return head, tail


def _column(line: str, now: str, column: int) -> int:
    """Where the character at `column` of the mended line stands in the line as it was typed."""
    head, tail = _alike(line, now)
    if column <= head:
        return column
    if column >= len(now) - tail:
        return column + len(line) - len(now)
    return min(column, max(len(line) - tail, head))
