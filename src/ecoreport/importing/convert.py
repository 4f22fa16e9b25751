"""From what the pages of a document show to a year file, with an account of every character."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from ecoreport.importing._emit import SCHEMA_HERE, values
from ecoreport.importing._naming.figures import Figures
from ecoreport.importing._pieces import UNSEEN, Grid, Piece, Pieces, characters_of, without_blanks
from ecoreport.importing._recognising.draft import Change, Draft
from ecoreport.importing._recognising.front import NO_TITLE
from ecoreport.importing._recognising.recognise import WAYS, Reading, read, year_of
from ecoreport.importing._recognising.states import SAID, WEB
from ecoreport.importing.account import Account
from ecoreport.importing.account import Line as Reason
from ecoreport.problems.diagnostic import Finding, Path, Refused, Unreadable
from ecoreport.project import Inputs
from ecoreport.report.blocks import words as printed_words
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input, given
from ecoreport.report.parts import default_title
from ecoreport.report.templates import blocks, markdown
from ecoreport.rules import findings as rules
from ecoreport.rules.suppressions import SUPPRESSIBLE
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.model import Item
from ecoreport.yearfile.writer import Value, document

NOWHERE = -1  # in place of a document's character: the program's own


def at_home(text: str, schema: str) -> str:
    """The year file's text for a folder from which the schema lies at that path."""
    return text.replace(f"$schema={SCHEMA_HERE}\n", f"$schema={schema}\n", 1)


class NoYear(Exception):  # noqa: N818 - it names the outcome: the document does not say its year
    """No year is given and none is to be found."""


class Printed(NamedTuple):
    """A line as it is to be printed, without white space, and which of the document's characters each one is."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """The year file's text, its year, and the account; `file` is the same without the switches at its end.

    `printed` are the document's lines in the order in which it prints them.
    """

    year: int
    text: str
    account: Account
    file: Input
    printed: tuple[Printed, ...] = ()


def convert(pieces: Pieces, year: int | None, named: str, inputs: Inputs, *, figures: bool) -> Imported:
    """A year file out of a document's pieces; `named` is the file's name for its head, `inputs` are its neighbours.

    NoYear where no year is given and none is to be found; Unreadable where there is no text.
    """
    cleaned = [line for piece in pieces.body for line in _lines(_clean(piece))]
    reading = read([piece for piece in cleaned if characters_of(piece)])
    if all(step.state in WEB for step in reading.steps):
        raise Unreadable("文件里没有可以导入的文字", "看看是不是拿错了文件；正文是图片的，先用 WPS 等软件识别出文字")
    year = year or year_of(reading)
    if not year:
        raise NoYear
    best: Imported | None = None
    for way in WAYS:
        made = _made(way(reading, year), reading, (named, pieces, inputs), wanted=figures)
        if made.account.complete:
            return made
        if best is None or _lost(made.account) < _lost(best.account):
            best = made
    assert best is not None  # noqa: S101 - there were ways to try
    return best


def _made(draft: Draft, reading: Reading, around: tuple[str, Pieces, Inputs], *, wanted: bool) -> Imported:
    """The year file of a draft and what came of it; `around` are the document's name, what stands apart, its years."""
    named, pieces, inputs = around
    numbers = Figures(wanted=wanted)
    made_of = values(draft, draft.year, numbers, _notes(named, pieces, draft))
    text = document(made_of)
    file = given(text.encode(), "import", draft.year)
    context = inputs.years.context(file) if inputs.years.parsed(file).file else None
    errors = [*rules.errors(context)] if context else []
    sound = context if all(_switchable(one) or one.code in CODES for one in errors) else None
    supplied = default_title(context.report) if context and NO_TITLE in draft.order else ""
    printed = tuple(_printed(reading, draft, supplied))
    account = _account(reading, draft, (printed, _built(sound, inputs)), supplied)
    account = replace(account, notes=(*pieces.said, *account.notes))
    if meant := _as_printed(context, errors):
        text = document({**made_of, "ignore": meant})
    account = replace(account, figures=tuple(numbers.places), apart=tuple(pieces.apart))
    return Imported(draft.year, text, account, file, printed)


def _switchable(finding: Finding) -> bool:
    return finding.code[1] in SUPPRESSIBLE


def _as_printed(context: Context | None, errors: Sequence[Finding]) -> list[Value]:
    """Switches for the errors that the old report has: it was printed so, and must build so."""
    if context is None:
        return []
    ids = {path: item.id for path, item in context.contents if isinstance(item, Item) and item.id}
    switches = dict.fromkeys((one.code, _place(ids, one.path)) for one in errors if _switchable(one))
    return [{"code": code, **({"at": at} if at else {}), "reason": "原文如此"} for code, at in switches]


def _place(ids: Mapping[Path, str], path: Path) -> str:
    """What a switch calls the place: a figure's name, an item's id, else the key."""
    if not path:
        return ""
    if path[0] == "figures":
        return str(path[1])
    around = (ids[path[:end]] for end in range(len(path), 0, -1) if path[:end] in ids)
    return next(around, str(path[0]))


def _lost(account: Account) -> int:
    return len(account.missing) + len(account.added) + sum(len(without_blanks(text)) for text in account.unplaced)


def _clean(piece: Piece) -> Piece:
    """Characters that no year file may hold, and that nobody sees, taken out."""
    if isinstance(piece, Grid):
        return Grid(tuple(tuple(UNSEEN.sub("", cell) for cell in row) for row in piece.rows))
    return replace(piece, text=re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", UNSEEN.sub("", piece.text)))


def _lines(piece: Piece) -> list[Piece]:
    """A paragraph with line breaks in it as one for each line."""
    if isinstance(piece, Grid):
        return [piece]
    return [replace(piece, text=text) for text in piece.text.split("\n")]


def _notes(named: str, pieces: Pieces, draft: Draft) -> list[str]:
    notes = [f"由“{named}”导入，请逐段核对。"]
    notes += [f"网页上的文字，没有导入：{text}" for text, _ in draft.left_out]
    notes += [f"正文以外的文字，没有导入：{text}" for text in pieces.apart]
    notes += pieces.said
    notes += [f"改了写法：{old} → {new}" for old, new in dict.fromkeys(_changes(draft))]
    notes += [f"没有归类：{text}" for text in draft.unplaced]
    notes += [*draft.notes, *draft.doubts]
    return [re.sub(r"\s+", " ", note) for note in notes]


def _changes(draft: Draft) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in sorted(draft.changed)]


def _built(context: Context | None, inputs: Inputs) -> str:
    """What the year file prints, without white space; empty where it cannot be built."""
    if context is None:
        return ""
    try:
        return printed_words(blocks(markdown(context, inputs.environment), "import"))
    except Refused:
        return ""


def _account(reading: Reading, draft: Draft, printed: tuple[Sequence[Printed], str], supplied: str) -> Account:
    """Where everything went; `printed` is what is to be printed, and what is."""
    lines, built = printed
    source = sum(len(reading.characters(line)) for line in draft.order if line != NO_TITLE)
    missing, added = _difference("".join(line.text for line in lines), built)
    return Account(
        source=source,
        imported=source - len(missing),
        figures=(),
        furniture=tuple(text for text, _ in draft.left_out),
        apart=(),
        changed=tuple(_changes(draft)),
        unplaced=tuple(draft.unplaced),
        doubts=tuple(draft.doubts),
        notes=tuple(draft.notes),
        supplied=supplied,
        missing=missing,
        added=added,
        lines=tuple(_reasons(reading)),
    )


def _printed(reading: Reading, draft: Draft, supplied: str) -> Iterator[Printed]:
    """What is to be printed: the lines as they move, with what is written in another way."""
    changes: dict[int, list[Change]] = defaultdict(list)
    for change in draft.changed:
        changes[change.line].append(change)
    starts = [0, *accumulate(len(reading.characters(line)) for line in range(len(reading.lines)))]
    for line in draft.order:
        if line == NO_TITLE:
            text = without_blanks(supplied)
            printed = Printed(text, (NOWHERE,) * len(text))
        else:
            printed = Printed(reading.characters(line), tuple(range(starts[line], starts[line + 1])))
        for _, old, new in changes[line]:
            printed = _written(printed, without_blanks(old), without_blanks(new))
        yield printed


def _written(line: Printed, old: str, new: str) -> Printed:
    """The line with the first `old` in it written in another way, each character in place of its counterpart."""
    at = line.text.find(old)
    if at < 0:
        return line
    end = at + len(old)
    around = line.sources[at:end] or line.sources[max(at - 1, 0) :][:1] or (NOWHERE,)
    instead = tuple(around[min(nth, len(around) - 1)] for nth in range(len(new)))
    return Printed(line.text[:at] + new + line.text[end:], (*line.sources[:at], *instead, *line.sources[end:]))


def _reasons(reading: Reading) -> Iterator[Reason]:
    for step in reading.steps:
        for line in step.lines:
            why = step.candidate.why if line == step.start else ()
            yield Reason(reading.shown(line), SAID[step.state], why)


def _difference(expected: str, built: str) -> tuple[str, str]:
    """What is in one and not in the other; where only the order differs, all from there on."""
    if expected == built:
        return "", ""
    left, right = Counter(expected), Counter(built)
    missing, added = "".join((left - right).elements()), "".join((right - left).elements())
    if missing or added:
        return missing, added
    at = next(at for at, pair in enumerate(zip(expected, built, strict=True)) if pair[0] != pair[1])
    return expected[at:], built[at:]
