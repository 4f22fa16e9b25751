"""Every slip of a file that does not read: the smallest mend after which it reads better, and on behind that mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ecoreport.problems.diagnostic import FileEdit, Problem
from ecoreport.yearfile._judge import SOUND, STOPS, Fault, Judge, Stretch, Verdict, around, at_the_margin, part
from ecoreport.yearfile._mend import LIKE, MISSING, counts
from ecoreport.yearfile._mended import Diagnosis, alike, column_of
from ecoreport.yearfile._repairs import IN_PLACE, LIKELY, RANKS, mends
from ecoreport.yearfile._tree import Source, stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from ecoreport.yearfile._mend import Mend

BUDGET = 300_000  # lines that are read in trials: some three seconds; and a few times the whole file
_WHOLE = 2
_LOOKED_OVER = 10  # lines looked over that cost as much as one that is read
_ABOVE = 14  # lines above the one where the parser stops that may hold the slip
_AROUND = 4  # lines around one that does not fit
_CUTS = 4  # tries to find the end of what can be read
_MENDS = 4  # of one line
_HOPELESS = 60  # faults of the model for which no mend is found, before they are taken for what they are


def diagnose(source: Source, model: type[BaseModel], budget: int = BUDGET) -> Diagnosis:
    """The slips of a file of this `model` that does not read, or does not fit it."""
    search = _Search(source, Judge(model, budget + _WHOLE * len(source.lines)))
    search.run()
    return search.diagnosis()


@dataclass
class _Search:
    """The lines as far as they are mended, where each comes from, and what was done."""

    source: Source
    court: Judge
    lines: list[str] = field(init=False)
    origins: list[int] = field(init=False)
    present: frozenset[str] = field(init=False)  # the keys at the margin
    made: dict[int, list[Mend]] = field(default_factory=dict)  # of each line of the file
    given_up: list[Problem] = field(default_factory=list)
    hopeless: set[tuple[int, bool, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.lines = list(self.source.lines)
        self.present = at_the_margin(self.lines)
        self.origins = list(range(len(self.lines)))

    def run(self) -> None:
        """Mend as long as a mend is found; leave out the parts at which the parser stops though none is."""
        while not self.court.exhausted:
            verdict = self.court.judge(self.lines)
            if verdict.grade == SOUND:
                return
            if verdict.grade == STOPS:
                if not self._settle(verdict.faults[0].line):
                    self._give_up(verdict)
            elif not any(self._settle(fault.line) for fault in verdict.faults if self._hopeful(fault, fault.line)):
                break
        if self.court.exhausted and (verdict := self.court.judge(self.lines)).grade == STOPS:
            self._give_up(verdict)

    def _settle(self, at: int) -> bool:
        """Mend what is wrong around that line; whether anything was."""
        if self.court.exhausted:
            return False
        stretch = around(self.lines, at, self._top)
        self.court.spent += len(self.lines) // _LOOKED_OVER
        settled = False
        while not self.court.exhausted:
            base = self.court.judge(stretch.of(self.lines))
            mends_ = self._next(stretch, base) if base.grade != SOUND else []
            if not mends_:
                return settled
            for mend in mends_:
                self._apply(mend)
                stretch = stretch._replace(end=stretch.end + len(mend.new) - 1)
            mended = {self.origins[n] for n in range(stretch.first, stretch.end)}
            self.hopeless = {one for one in self.hopeless if one[0] not in mended}
            settled = True
        return settled

    def _next(self, stretch: Stretch, base: Verdict) -> list[Mend]:
        """The next mends to make in the stretch: of any fault a likely one before an unlikely one of the first."""
        if base.grade == STOPS:
            above = self._above(stretch, base)
            ranks = range(RANKS if base.error else LIKELY)  # without an error: one text, or one list, in place of keys
            return self._mends(stretch, base, above, ranks) or self._run(stretch, base, above)
        for ranks in (range(LIKELY), range(LIKELY, RANKS)):
            for fault in base.faults:
                at = stretch.line(fault.line)
                if not self._hopeful(fault, at, ranks):
                    continue
                last = stretch.line(fault.last)
                suspects = self._around(at, last, structural=fault.structural)
                if found := self._mends(stretch, base, suspects, ranks, structural=fault.structural):
                    return found
                if ranks.start == 0 and last > at and (found := self._run(stretch, base, range(at, last + 1))):
                    return found
                if self.court.exhausted:
                    return []
                self.hopeless.add((self.origins[at], fault.structural, ranks.start))
        return []

    def _hopeful(self, fault: Fault, at: int, ranks: range = range(LIKELY, RANKS)) -> bool:
        """Whether a mend of such a rank may yet be found for the fault at line `at`."""
        known = self.origins[at], fault.structural, ranks.start
        return fault.mendable and known not in self.hopeless and len(self.hopeless) < _HOPELESS

    def _above(self, stretch: Stretch, verdict: Verdict) -> list[int]:
        """The lines that may hold the slip where the parser stops: there, where what it is in begins, and above."""
        known = [stretch.line(fault.line) for fault in verdict.faults]
        return self._counting([*known, *range(known[0], max(known[0] - _ABOVE, -1), -1)])

    def _around(self, first: int, last: int, *, structural: bool) -> list[int]:
        """The lines that may hold the slip of which something from line `first` to `last` does not fit."""
        if not structural:
            return self._counting(range(first, min(last, first + _AROUND) + 1))
        below = range(first, max(min(last, first + _ABOVE), first + _AROUND) + 1)
        return self._counting([*below, *range(first - 1, first - _AROUND - 1, -1)])

    def _counting(self, numbers: Iterable[int]) -> list[int]:
        inside = (n for n in dict.fromkeys(numbers) if 0 <= n < len(self.lines))
        return [n for n in inside if counts(self.lines[n]) or self.lines[n].strip(" ").isspace()]

    def _mends(
        self, stretch: Stretch, base: Verdict, suspects: Sequence[int], ranks: range, *, structural: bool = True
    ) -> list[Mend]:
        """The best mend of one of these lines that makes the stretch better, if any does."""
        inside = [at for at in suspects if stretch.first <= at < stretch.end]
        for strict in (True, False):
            for rank in ranks:
                if (rank >= IN_PLACE and not strict) or (rank >= LIKELY and not structural):
                    break
                if best := self._best(rank, stretch, base, inside, strict=strict):
                    return [best]
        return []

    def _run(self, stretch: Stretch, base: Verdict, suspects: Sequence[int]) -> list[Mend]:
        """The likeliest mends of lines one above the other, where only all of them together make it better."""
        trial = stretch.of(self.lines)
        made: list[Mend] = []
        lowest_first = sorted((at for at in suspects if stretch.first <= at < stretch.end), reverse=True)
        for at in lowest_first:
            mend = next(mends(0, trial, stretch.place(at), self.court.keys, self.present), None)
            if mend is None or len(mend.new) > 1:
                continue
            trial[mend.at] = mend.new[0]
            made.append(mend)
            if base.grade < STOPS and at != lowest_first[-1]:
                continue
            after = self.court.judge(trial)
            if after.cost < base.cost:
                read = self._read(trial, after)
                if all(_clean(one, after, read) for one in made):
                    return [self._at_home(one, stretch) for one in made]
        return []

    def _at_home(self, mend: Mend, stretch: Stretch) -> Mend:
        """The mend of a line of the stretch as one of a line of the file."""
        at = stretch.line(mend.at)
        if mend.like < 0:
            return mend._replace(at=at)
        number = str(self.origins[stretch.line(mend.like)] + 1)
        return mend._replace(at=at, message=mend.message.replace(LIKE, number))

    @property
    def _top(self) -> frozenset[str]:
        return frozenset(name.alias or key for key, name in self.court.model.model_fields.items())

    def _best(
        self, rank: int, stretch: Stretch, base: Verdict, suspects: Sequence[int], *, strict: bool
    ) -> Mend | None:
        found: tuple[tuple[object, ...], Mend] | None = None
        lines = stretch.of(self.lines)
        for near, place in enumerate(map(stretch.place, suspects)):
            for order, mend in enumerate(mends(rank, lines, place, self.court.keys, self.present)):
                if mend.new == (lines[place],) or self._again(mend, suspects[near]):
                    continue
                if self.court.exhausted:
                    return None
                trial = [*lines[:place], *mend.new, *lines[place + 1 :]]
                after = self.court.judge(trial)
                cost = after.cost if after.grade < STOPS else (STOPS, after.faulty + len(mend.new) - 1)
                if not (cost < base.cost or (mend.sure and cost == base.cost)):
                    continue
                read = self._read(trial, after)
                if not strict or mend.sure or _clean(mend, after, read):
                    key = (cost, read.faulty, _size(lines[place], mend), near, order)
                    if found is None or key < found[0]:
                        found = key, mend
        return self._at_home(found[1], stretch) if found else None

    def _read(self, trial: Sequence[str], after: Verdict) -> Verdict:
        """The verdict on what stands above the line at which the parser still stops."""
        for _ in range(_CUTS):
            if after.grade < STOPS:
                break
            after = self.court.judge(trial[: after.faults[0].line])
        return after

    def _again(self, mend: Mend, at: int) -> bool:
        """Whether the line has had its share of mends, or this one already."""
        before = self.made.get(self.origins[at], ())
        return len(before) >= _MENDS or any(made.code == mend.code == MISSING for made in before)

    def _apply(self, mend: Mend) -> None:
        self.made.setdefault(self.origins[mend.at], []).append(self._in_file(mend))
        self.origins[mend.at : mend.at + 1] = [self.origins[mend.at]] * len(mend.new)
        self.lines[mend.at : mend.at + 1] = mend.new
        self.present = at_the_margin(self.lines)

    def _in_file(self, mend: Mend) -> Mend:
        """The mend with its columns in the line as it was typed."""
        line = self.source.lines[self.origins[mend.at]]
        start, end = (column_of(line, self.lines[mend.at], column) for column in mend.span)
        return mend._replace(span=(start, max(end, start + 1)))

    def _give_up(self, verdict: Verdict) -> None:
        """Leave out the part in which the parser stops, and say where."""
        gone = part(self.lines, verdict.faults[0].line, self._top)
        alone = self.court.judge(gone.of(self.lines))
        if alone.grade < STOPS:  # what it stops at is whole: something further up has taken it in
            gone = part(self.lines, verdict.faults[-1].line, self._top)
            alone = self.court.judge(gone.of(self.lines))
        told = alone if alone.grade == STOPS else verdict
        first = gone.first if told is alone else 0
        shown = Source(self.source.name, "\n".join(self.lines[first : gone.end]))
        problem = stopped(shown, told.error, told.faults[0].line)
        moved = problem._replace(line=problem.line + first, end_line=problem.line + first)
        self.given_up.append(self.diagnosis().back(moved))
        for number in range(gone.first, gone.end):
            self.lines[number] = ""

    def diagnosis(self) -> Diagnosis:
        """What has been found."""
        mended = Source(self.source.name, "\n".join(self.lines))
        slips = (*self._slips(), *self.given_up)
        return Diagnosis(self.source, mended, slips, tuple(self.origins), lost=bool(self.given_up))

    def _slips(self) -> Iterator[Problem]:
        texts: dict[int, list[str]] = {at: [] for at in self.made}
        for text, origin in zip(self.lines, self.origins, strict=True):
            if origin in texts:
                texts[origin].append(text)
        for at, made in self.made.items():
            start = self.source.starts[at]
            edits = (self._edit(at, texts[at]),) if all(mend.spelled for mend in made) else ()
            for mend in made:
                span = start + mend.span[0], start + mend.span[1]
                yield self.source.problem(mend.code, mend.message, span, mend.help)._replace(edits=edits)

    def _edit(self, at: int, texts: Sequence[str]) -> FileEdit:
        """The edit that makes a line what all its mends have made of it."""
        line = self.source.lines[at]
        now = "\n".join(texts)
        head, tail = alike(line, now)
        start = self.source.starts[at] + head
        new = now[head : len(now) - tail].replace("\n", "\r\n" if "\r\n" in self.source.text else "\n")
        return FileEdit(start, line[head : len(line) - tail], new)


def _clean(mend: Mend, after: Verdict, read: Verdict) -> bool:
    """Whether the mended line itself is at peace, and a key on it is read as one."""
    at, last = mend.at, mend.at + len(mend.new) - 1
    wrong = after.faults
    if after.grade == STOPS:  # what is cut off right behind the mended line is wrong without its fault
        wrong = (after.faults[0], *(read.faults if last + 1 < after.faults[0].line else ()))
    if any(at <= fault.line <= last or (fault.line < at <= fault.last and at not in after.begins) for fault in wrong):
        return False  # also where the line only goes on with what is wrong
    reached = after.grade < STOPS or last < after.faults[0].line
    return not (mend.is_key and reached) or last in after.begins


def _size(line: str, mend: Mend) -> int:
    """How much the mend changes beside blanks before the line."""
    before, after = line.strip(), mend.new[-1].strip()
    more = sum(len(text) + 1 for text in mend.new[:-1])
    return more + abs(len(before) - len(after)) + (before != after)
