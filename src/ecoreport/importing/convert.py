"""From what the pages of a document show to a year file, with an account of every character."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ecoreport.importing import _body, _frame
from ecoreport.importing._draft import Draft
from ecoreport.importing._emit import values
from ecoreport.importing._furniture import set_aside
from ecoreport.importing._naming import Figures
from ecoreport.importing._pieces import Grid, Line, Piece, Pieces, characters_of, without_blanks
from ecoreport.problems.diagnostic import Finding, Path, Refused, Unreadable
from ecoreport.project import Inputs
from ecoreport.report.blocks import words as printed_words
from ecoreport.report.context import Context
from ecoreport.report.inputs import Input, given
from ecoreport.report.templates import blocks, markdown
from ecoreport.rules import findings as rules
from ecoreport.rules.suppressions import SUPPRESSIBLE
from ecoreport.text.dates import arabic
from ecoreport.text.placeholders import CODES
from ecoreport.yearfile.model import Item
from ecoreport.yearfile.writer import Value, document

# Not in a span of years, not in a full date.
_YEAR = re.compile(r"(?<![0-9—–\-－~～])(20[0-9]{2})年(?!(?:度)?[—–\-－~～至]|[0-9]{1,2}月[0-9]{1,2}日)")
_HAN_YEAR = re.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_BAD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class NoYear(Exception):  # noqa: N818 - it names the outcome: the document does not say its year
    """No year is given and none is to be found."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where every character of the source went; counts leave white space out."""

    source: int
    imported: int
    figures: int
    furniture: tuple[str, ...]
    apart: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    unplaced: tuple[str, ...]
    doubts: tuple[str, ...]  # what was not recognised and stays plain text
    missing: str  # characters that the built report lacks
    added: str  # characters that it has beyond the source
    said: tuple[str, ...] = ()  # what the reader took otherwise than it stands

    @property
    def unplaced_characters(self) -> int:
        """How many characters found no place of their own."""
        return sum(len(without_blanks(text)) for text in self.unplaced)

    @property
    def complete(self) -> bool:
        """Whether everything has its place and the report builds back to the same text."""
        return not (self.unplaced or self.missing or self.added)


@dataclass(frozen=True, slots=True)
class Imported:
    """The year file's text, its year, and the account; `file` is the same without the switches at its end."""

    year: int
    text: str
    account: Account
    file: Input


def convert(pieces: Pieces, year: int | None, named: str, inputs: Inputs, *, figures: bool) -> Imported:
    """A year file out of a document's pieces; `named` is the file's name for its head, `inputs` are its neighbours.

    NoYear where no year is given and none is to be found; Unreadable where there is no text.
    """
    cleaned = [line for piece in pieces.body for line in _lines(_clean(piece))]
    kept, aside = set_aside([piece for piece in cleaned if characters_of(piece)])
    if not kept:
        raise Unreadable("文件里没有可以导入的文字")
    year = year or _year_of(kept)
    best: Imported | None = None
    for recognise in (_recognised, _without_tail, _plain):
        draft = recognise(kept, year)
        numbers = Figures(wanted=figures)
        made_of = values(draft, year, numbers, _notes(named, aside, pieces, draft))
        text = document(made_of)
        file = given(text.encode(), "import", year)
        context = inputs.years.context(file) if inputs.years.parsed(file).file else None
        errors = [one for one in rules.findings(context) if one.code[0] == "E"] if context else []
        sound = context if all(_switchable(one) or one.code in CODES for one in errors) else None
        account = _account(kept, draft, _built(sound, inputs), len(numbers.known))
        if meant := _as_printed(context, errors):
            text = document({**made_of, "ignore": meant})
        made = Imported(year, text, replace(account, furniture=aside, apart=pieces.apart, said=pieces.said), file)
        if account.complete:
            return made
        if best is None or _lost(account) < _lost(best.account):
            best = made
    assert best is not None  # noqa: S101 - there were ways to try
    return best


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
        return Grid(tuple(tuple(_BAD.sub("", cell) for cell in row) for row in piece.rows))
    return replace(piece, text=re.sub("[\x0b\x0c\x85\u2028\u2029]", "\n", _BAD.sub("", piece.text)))


def _lines(piece: Piece) -> list[Piece]:
    """A paragraph with line breaks in it as one for each line."""
    if isinstance(piece, Grid):
        return [piece]
    return [replace(piece, text=text) for text in piece.text.split("\n")]


def _year_of(pieces: Sequence[Piece]) -> int:
    for piece in pieces[:20]:
        text = _HAN_YEAR.sub(lambda found: arabic(found[0]), without_blanks(piece.text))
        if match := _YEAR.search(text):
            return int(match[1])
    raise NoYear


def _recognised(pieces: Sequence[Piece], year: int) -> Draft:
    draft = Draft(year=year)
    rest = _frame.take_tail(_frame.take_head(list(pieces), draft), draft)
    _body.fill(rest, draft)
    draft.issuer = _frame.issuer_of(draft)
    if not draft.sections:
        draft.doubts.append("没有认出各部分，全文写在导语里")
    return draft


def _without_tail(pieces: Sequence[Piece], year: int) -> Draft:
    """Sections as they are; signature and attachments, which could not be kept to the letter, as paragraphs."""
    draft = Draft(year=year, lines={"signed": False}, doubts=["没有认出落款和附件，写在最后一部分的正文里"])
    _body.fill(_frame.take_head(list(pieces), draft), draft)
    draft.issuer = _frame.issuer_of(draft)
    return draft


def _plain(pieces: Sequence[Piece], year: int) -> Draft:
    """Every paragraph as it is, one after another: nothing recognised but the title."""
    draft = Draft(year=year, lines={"signed": False}, doubts=["没有认出各部分，全文写在导语里"])
    rest = _frame.take_head(list(pieces), draft)
    draft.issuer = _frame.issuer_of(draft)
    for piece in rest:
        if isinstance(piece, Line):
            draft.lead.extend(line.strip() for line in piece.text.split("\n") if line.strip())
        else:
            draft.lead.extend(cell for row in piece.rows for cell in row if cell.strip())
    return draft


def _notes(named: str, aside: Sequence[str], pieces: Pieces, draft: Draft) -> list[str]:
    notes = [f"由“{named}”导入，请逐段核对。"]
    notes += [f"网页上的文字，没有导入：{text}" for text in aside]
    notes += [f"正文以外的文字，没有导入：{text}" for text in pieces.apart]
    notes += pieces.said
    notes += [f"改了写法：{old} → {new}" for old, new in draft.changed]
    notes += [f"没有归类：{text}" for text in draft.unplaced]
    notes += draft.doubts
    return [re.sub(r"\s+", " ", note) for note in notes]


def _built(context: Context | None, inputs: Inputs) -> str:
    """What the year file prints, without white space; empty where it cannot be built."""
    if context is None:
        return ""
    try:
        return printed_words(blocks(markdown(context, inputs.environment), "import"))
    except Refused:
        return ""


def _account(kept: Sequence[Piece], draft: Draft, built: str, figures: int) -> Account:
    source = "".join(characters_of(piece) for piece in kept)
    expected = source
    for old, new in draft.changed:
        expected = without_blanks(new).join(expected.rsplit(without_blanks(old), 1))
    missing, added = _difference(expected, built)
    imported = len(source) - len(missing)
    said = tuple(draft.changed), tuple(draft.unplaced), tuple(draft.doubts)
    return Account(len(source), imported, figures, (), (), *said, missing, added)


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
