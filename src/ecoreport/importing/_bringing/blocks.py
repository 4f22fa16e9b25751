"""What a year file prints and what an edited document shows, as blocks of one form that can be held side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from ecoreport.importing._pieces import Grid, Line, Piece
from ecoreport.problems.diagnostic import Path
from ecoreport.report.blocks import Block, Kind, Paragraph
from ecoreport.report.printed import Origin, texts_of

BREAK = "\0"  # between the texts of what was split or merged; no text has it
TABLE = "table"
Origins = tuple[tuple[Origin, ...], ...]
_HAN = "一二三四五六七八九十百零"
MARK = re.compile(
    rf"[{_HAN}]{{1,5}}、|（[{_HAN}]{{1,5}}）|[0-9]{{1,3}}[.．、](?![0-9])|（[0-9]{{1,3}}）|[{_HAN}]{{1,4}}是|第[{_HAN}]{{1,4}}，|[①-⑳]"
)
# By the names of the styles in our Word files, which every office program keeps.
STYLES: Mapping[str, Kind] = {
    "title": Kind.TITLE, "heading 1": Kind.HEADING_1, "heading 2": Kind.HEADING_2, "heading 3": Kind.HEADING_3,
    "heading 4": Kind.HEADING_4, "body text": Kind.BODY, "salutation": Kind.ADDRESSEES, "signature": Kind.ISSUER,
    "date": Kind.DATE, "caption": Kind.CAPTION, "份号": Kind.COPY_NUMBER, "密级和保密期限": Kind.SECRECY,
    "紧急程度": Kind.URGENCY, "发文机关标志": Kind.RED_HEAD, "发文字号": Kind.NUMBER, "附件说明": Kind.ANNEX_LIST,
    "附注": Kind.ANNOTATION, "附件序号": Kind.ANNEX_MARK, "附件标题": Kind.ANNEX_TITLE, "表注": Kind.TABLE_NOTE,
    "图题": Kind.COLUMN_CHART, "版记": Kind.CC,
}  # fmt: skip
_CELL = "表格文字"
_LEVELS = (Kind.TITLE, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4)
IMPRINT = (Kind.SENT_TO, Kind.CC, Kind.PRINTER, Kind.PRINT_DATE)
# Where a break or a blank is the program's affair.
LOOSE = frozenset({Kind.TITLE, Kind.RED_HEAD, Kind.NUMBER, Kind.SIGNER, Kind.ANNEX_TITLE, *IMPRINT})
LISTED = frozenset({Kind.ANNEX_LIST})  # what Word sets as a paragraph a line
RUNNING = frozenset({"", Kind.BODY, *_LEVELS[1:]})  # where a line break is read as the end of a paragraph
_NOTHING = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_DEEPEST = 5  # outline levels that are headings of ours


@dataclass(frozen=True, eq=False)
class Shown:
    """A block as it is shown; `origins` are the characters' of the paragraph or of each cell, of what is printed.

    `mark` is the number before it; `built`: it says what was built.
    """

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    origins: Origins = ()
    mark: str = ""
    owner: Path | None = None
    built: bool = False

    @property
    def core(self) -> str:
        """The text without its number."""
        return self.text[len(self.mark) :]

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.kind == TABLE

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading on its own line."""
        return self.kind.startswith("heading")

    @cached_property
    def key(self) -> str:
        """Its text as it is compared: where the program breaks lines, blanks do not count."""
        return re.sub(r"\s+", "", self.text) if self.kind in LOOSE else re.sub(r"\s*\n\s*", "\n", self.text.strip())

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Where its characters were typed, each place once."""
        return tuple(dict.fromkeys(one.path for text in self.origins for one in text if one))


def with_mark(shown: Shown) -> Shown:
    """The block with its number: of what is printed characters that nobody typed, else such as look like one."""
    if shown.is_table:
        return shown
    match = MARK.match(shown.text)
    if not match or (shown.origins and any(shown.origins[0][: match.end()])):
        return shown
    return replace(shown, mark=match[0])


def printed_blocks(traced: Iterable[tuple[Block, Origins]], *, word: bool) -> tuple[Shown, ...]:
    """What the year file prints, in the order of a Word file or of Markdown; the origins may be left out."""
    found = [shown for one in traced if (shown := _printed(*one)).text.strip()]
    return tuple(with_mark(one) for one in (_in_word(found) if word else found))


def _printed(block: Block, origins: Origins) -> Shown:
    texts = texts_of(block)
    if any(_NOTHING.search(text) for text in texts):
        kept = [[at for at, char in enumerate(text) if not _NOTHING.match(char)] for text in texts]
        texts = tuple("".join(text[at] for at in places) for text, places in zip(texts, kept, strict=True))
        origins = tuple(tuple(own[at] for at in places) for own, places in zip(origins, kept, strict=False))
    said = tuple(text.replace("\u00a0", " ") for text in texts)
    if isinstance(block, Paragraph):
        return Shown(block.kind.value, said[0], origins=origins)
    wide = len(block.header)
    return _table(tuple(said[at : at + wide] for at in range(0, len(said), wide)), origins)


def _table(rows: tuple[tuple[str, ...], ...], origins: Origins = ()) -> Shown:
    return Shown(TABLE, BREAK.join(cell for row in rows for cell in row), rows, origins)


def _in_word(found: Sequence[Shown]) -> Iterator[Shown]:
    """As a Word file sets them: 签发人 beside 字号, a line an attachment, the 版记 last."""
    last = {one.kind: one for one in found}
    head = [line for one in found if one.kind == Kind.SIGNER for line in _split(one)]
    number = [one for one in found if one.kind == Kind.NUMBER][:1]
    if head:
        head[-1] = _joined(Kind.NUMBER, (*number, head[-1]))
    head = head or number
    for one in found:
        if one.kind in (Kind.NUMBER, Kind.SIGNER):
            yield from head
            head = []
        elif one.kind in LISTED:
            yield from _split(one)
        elif one.kind not in IMPRINT:
            yield one
    imprint = [last[kind] for kind in IMPRINT[:2] if kind in last]
    below = [last[kind] for kind in IMPRINT[2:] if kind in last]
    yield from (*imprint, *([_joined(Kind.PRINTER, below)] if below else []))


def _split(shown: Shown) -> Iterator[Shown]:
    at = 0
    for line in shown.text.split("\n"):
        yield replace(shown, text=line, origins=(shown.origins[0][at : at + len(line)],) if shown.origins else ())
        at += len(line) + 1


def _joined(kind: str, several: Sequence[Shown]) -> Shown:
    text = "\t".join(one.text for one in several)
    origins: list[Origin] = []
    for one in several:
        origins += [*([None] if one is not several[0] else []), *(one.origins[0] if one.origins else ())]
    return Shown(kind, text, origins=(tuple(origins),) if all(one.origins for one in several) else ())


def edited_blocks(body: Iterable[Piece]) -> tuple[Shown, ...]:
    """What the edited document shows, its 版记 last."""
    pieces = [_imprint(piece) for piece in _tables(body)]
    order = sorted(pieces, key=lambda piece: isinstance(piece, Line) and piece.where == "box")
    return tuple(with_mark(one) for piece in order for one in _shown(piece))


def as_printed(new: Sequence[Shown], old: Sequence[Shown]) -> tuple[Shown, ...]:
    """The edited blocks; what looks like a number is none where the year file prints it as typed words."""
    typed = {one.text for one in old if not one.mark}
    return tuple(replace(one, mark="") if one.mark and one.text in typed else one for one in new)


def _imprint(piece: Piece) -> Piece:
    """Every text box of ours is the 版记; other programs turn it into paragraphs of the text."""
    return replace(piece, where="box") if isinstance(piece, Line) and piece.style == "版记" else piece


def _tables(body: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces; a table of one column, which is read as lines, as the table that it is."""
    for cells, group in groupby(body, key=lambda one: isinstance(one, Line) and one.style == _CELL):
        if cells:
            yield Grid(tuple((piece.text,) for piece in group))
        else:
            yield from group


def _shown(piece: Piece) -> Iterator[Shown]:
    if isinstance(piece, Grid):
        wide = max(map(len, piece.rows), default=0)
        rows = tuple(tuple(map(_cell, (*row, *[""] * (wide - len(row))))) for row in piece.rows)
        if wide:
            yield _table(rows)
        return
    kind = _kind(piece)
    text = cleaned(piece.text)
    # A soft return cannot be typed in a text: it is read as the end of a paragraph.
    for one in re.split("\n+", text) if kind in RUNNING else [text]:
        if one.strip():
            yield Shown(kind, one.strip())


def _kind(line: Line) -> str:
    if line.kind:
        return line.kind
    if line.style in STYLES:
        return STYLES[line.style].value
    return _LEVELS[line.heading - 1].value if 1 <= line.heading <= _DEEPEST else ""


def _cell(text: str) -> str:
    return re.sub("\n+", "\n", cleaned(text))


def cleaned(text: str) -> str:
    """The text without what office programs put in unseen: a hard blank is a blank, zero width is nothing."""
    return _NOTHING.sub("", text.replace("\u00a0", " ")).strip()
