"""What changed between two reports, as data; formatting is another module's job."""

import enum
from dataclasses import dataclass
from decimal import Decimal

from ecoreport.report.history import Suspicion
from ecoreport.text.diff import Segment
from ecoreport.text.standings import Standing


class Change(enum.StrEnum):
    """What became of a figure or an item; the value is the word used in machine formats."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"  # an item with another title; its words may have changed as well
    SPLIT = "split"  # an item whose words now stand in several
    MERGED = "merged"  # an item that has the words of several
    MOVED = "moved"  # an item whose words are the same
    UNIT = "unit"  # a figure that is counted in another unit
    SAME = "same"  # a figure that is last year's to the digit
    OPEN = "open"  # a figure that is still to be filled in


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure: `old` and `new` as printed, None where there is none; `change` and `per_cent` where they compare.

    `change` is in the unit of the value (元, not 万元), of rates in percentage points. Where the old value was
    restated, `base` is what the new one is compared with, and `restated` says why.
    """

    name: str
    change: Change
    old: str | None
    new: str | None
    unit: str
    difference: Decimal | None = None
    per_cent: Decimal | None = None
    base: str = ""
    restated: str = ""
    suspicion: Suspicion = Suspicion.NONE
    shown: str = ""  # 增加12起, in words


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One key of the file that is no text: issuer, date, an assertion, a figure's note; as printed, empty if absent."""

    key: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ContentChange:
    """One section, item, attachment or text of the head.

    `parts` are the paragraphs with the words that changed, the heading first where it is one of them; of what was
    added or removed all paragraphs but the heading, which is `title`; of what was split or merged the sentences.
    `place` is what people call it, 举措“study”, `kind` what it is one of, 举措;
    `old` and `new` are its paths in the data, empty where it has none.
    `moved`: it stands elsewhere among its like, or in another section; that where it stood is `section` then.
    `others`: of one that was split the other new parts, of one that was merged the other old ones. `title_was`: of one
    that was renamed, split or merged its old title.
    """

    change: Change
    kind: str
    place: str
    title: str
    id: str
    old: str
    new: str
    moved: bool
    parts: tuple[tuple[Segment, ...], ...]
    title_was: str = ""
    section: str = ""
    others: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the parts that a part was split into or merged from: its title, what people call it, its path."""

    title: str
    place: str
    path: str


@dataclass(frozen=True, slots=True)
class AnsweringMeasure:
    """A measure that answers something: where it stands and its title."""

    place: str
    title: str


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """A target of a plan as written, how it stands, what the new year says of the same thing, and where it does."""

    target: str
    standing: Standing
    said: str = ""
    place: str = ""


class Verdict(enum.StrEnum):
    """What became of an item of the plan; the value is the word used in machine formats."""

    MET = "met"  # every target
    MISSED = "missed"  # one target at least
    PARTLY = "partly"  # some were met, and of the others nothing is said
    SILENT = "silent"  # nothing is said of any of its targets
    CARRIED = "carried"  # it has no target, and a measure carries it out
    LEFT = "left"  # it has no target, and no measure carries it out
    OPEN = "open"  # what carries it out is still to be filled in


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """An item of the old year's plan, what became of its targets, and the measures of the new year that carry it out.

    `open`: what they say is still to be filled in; `again`: the new year's plan has it once more.
    """

    id: str
    title: str
    measures: tuple[AnsweringMeasure, ...]
    open: bool = False
    again: bool = False
    targets: tuple[TargetOutcome, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """By the targets; a measure alone proves nothing of them."""
        if self.open:
            return Verdict.OPEN
        if not self.targets:
            return Verdict.CARRIED if self.measures else Verdict.LEFT
        found = {one.standing for one in self.targets}
        if Standing.MISSED in found:
            return Verdict.MISSED
        if found == {Standing.MET}:
            return Verdict.MET
        return Verdict.PARTLY if Standing.MET in found else Verdict.SILENT


class Fate(enum.StrEnum):
    """What became of a shortcoming."""

    REPEATED = "repeated"
    REWORDED = "reworded"  # another text under the same id
    REPLACED = "replaced"  # under the same id a text that has nothing to do with it
    OPEN = "open"  # under the same id, and still to be filled in
    ANSWERED = "answered"  # gone, and a measure carries out what was planned for it
    GONE = "gone"  # gone, and no measure carries out what was planned for it
    UNPLANNED = "unplanned"  # gone, and no item of the plan says that it answers it


@dataclass(frozen=True, slots=True)
class ShortcomingOutcome:
    """A shortcoming of the old year: its fate, what was planned for it, and the measures that carried that out."""

    id: str
    problem: str
    fate: Fate
    plans: tuple[str, ...]
    measures: tuple[AnsweringMeasure, ...]
    again: str = ""  # where it stands in the new year, or what there is much like it
    since: int = 0  # of one that is told again, the first of the years that have told it without a break


@dataclass(frozen=True, slots=True)
class Copied:
    """A sentence of the new year that was carried over; `alike` to 1."""

    place: str
    old: str
    new: str
    alike: float


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that moved much, and whether for the better: 1, for the worse: -1, or neither: 0."""

    figure: FigureChange
    better: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The one page: the plan, the worst first; shortcomings told again, the oldest first; what moved, came, went.

    `added` and `removed` as people call them, `copied` the number of sentences carried over.
    """

    plan: tuple[PlanOutcome, ...]
    returned: tuple[ShortcomingOutcome, ...]
    moved: tuple[Moved, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    copied: int


@dataclass(frozen=True, slots=True)
class CopiedShare:
    """A section of the new year, its path, and how many of its `length` characters, headings aside, are last year's."""

    section: str
    path: str
    copied: int
    length: int
    share: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports: what the user called it, its year and its issuer."""

    name: str
    year: int
    issuer: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed; plan, shortcomings and copies only where `new` is the year after `old`.

    `summary` is None where all changes are wanted: of two versions of one year, and of some parts alone.
    """

    old: Side
    new: Side
    figures: tuple[FigureChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    contents: tuple[ContentChange, ...] = ()
    plan: tuple[PlanOutcome, ...] = ()
    shortcomings: tuple[ShortcomingOutcome, ...] = ()
    copied: tuple[Copied, ...] = ()
    shares: tuple[CopiedShare, ...] = ()
    summary: Summary | None = None

    @property
    def consecutive(self) -> bool:
        """Whether the new report is of the year after the old one's, and so owes an answer to it."""
        return self.new.year == self.old.year + 1

    @property
    def differs(self) -> bool:
        """Whether anything changed, or the plan or a shortcoming has no answer; a figure that stayed is no change."""
        changed = any(figure.change is not Change.SAME for figure in self.figures)
        left = any(one.verdict not in (Verdict.MET, Verdict.CARRIED) for one in self.plan) or any(
            one.fate is not Fate.ANSWERED for one in self.shortcomings
        )
        return changed or left or bool(self.fields or self.contents)
