"""A short digest of the text of every printed block: what tells afterwards whether somebody has edited a document.

And one of what every reference printed: what tells afterwards a number that somebody typed from one that is only old.

Of 36 bits: in a report of 500 blocks an edited one is taken for one of them once in 130 million times, and for what it
was itself once in 69 thousand million. So 42 of them go into one property of a Word file, which holds 255 characters.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from ecoreport.report.blocks import Block, words
from ecoreport.report.context import Context
from ecoreport.text.alignment import opcodes
from ecoreport.text.quantity import plain

if TYPE_CHECKING:
    from hashlib import _Hash

SCHEME = "1"  # another number where a digest is made otherwise
_LENGTH = 6  # characters of 6 bits
_A_PROPERTY = 42  # digests: 252 characters
_SCHEME = "ecoreport-scheme"
_BLOCKS = "ecoreport-blocks", "ecoreport-{}"  # the properties that say how many digests there are, and that hold them
_VALUES = "ecoreport-values", "ecoreport-values-{}"
_CELLS = "ecoreport-cells", "ecoreport-cells-{}"  # of a workbook
_LINES = re.compile("[\t\n]")  # what parts two blocks in one paragraph: a number and its 签发人
_MOST_JOINED = 32  # paragraphs that one block is printed as: the entries of 附件说明


def digest(text: str) -> str:
    """Six characters that stand for the text, white space set aside."""
    return _short(sha256("".join(text.split()).encode()))


def digests(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The digest of each block's printed words, in order."""
    return tuple(digest(words((block,))) for block in blocks)


def value_digest(name: str, printed: str) -> str:
    """The digest of what a {{ name }} printed, or of the note that a figure was printed with."""
    return digest(f"{name}={printed}")


def value_digests(context: Context) -> tuple[str, ...]:
    """The digest of all that the report's references and figures print, each once."""
    pieces = (piece for text in context.evaluated.values() for piece in text if piece.expression)
    typed = ((name, figure.quantity.typed) for name, figure in context.report.figures.items())
    told = [*((one.expression, one.text) for one in pieces), *typed]
    return tuple(dict.fromkeys(value_digest(*one) for one in told))


def properties(found: Sequence[str], values: Sequence[str] = ()) -> Mapping[str, str]:
    """The digests of blocks and of values as properties of a document, each of at most 255 characters."""
    return {_SCHEME: SCHEME, **_rows(_BLOCKS, found), **(_rows(_VALUES, values) if values else {})}


def cell_digest(name: str, value: Decimal | str) -> str:
    """The digest of what stood in a figure's own cell, a number however many noughts it is written with."""
    return digest(f"{name}:{plain(value) if isinstance(value, Decimal) else value}")


def cells(found: Sequence[str]) -> Mapping[str, str]:
    """The digests of the notes and values in a workbook as properties of it."""
    return {_SCHEME: SCHEME, **_rows(_CELLS, found)}


def cells_of(kept: Mapping[str, str]) -> frozenset[str]:
    """The digests of the notes and values that a workbook was printed with; none where it does not say."""
    return frozenset(_kept(_CELLS, kept) or ())


def _rows(names: tuple[str, str], found: Sequence[str]) -> Mapping[str, str]:
    count, name = names
    rows = ("".join(found[at : at + _A_PROPERTY]) for at in range(0, len(found), _A_PROPERTY))
    return {count: str(len(found)), **{name.format(at): row for at, row in enumerate(rows, 1)}}


def of_properties(kept: Mapping[str, str]) -> tuple[str, ...] | None:
    """The digests that a document's properties hold; None where there are none, not all, or those of another scheme."""
    return _kept(_BLOCKS, kept)


def values_of_properties(kept: Mapping[str, str]) -> frozenset[str]:
    """The digests of values that they hold; none as above."""
    return frozenset(_kept(_VALUES, kept) or ())


def _kept(names: tuple[str, str], kept: Mapping[str, str]) -> tuple[str, ...] | None:
    if kept.get(_SCHEME) != SCHEME:
        return None
    count, name = names
    rows: list[str] = []
    while (row := kept.get(name.format(len(rows) + 1))) is not None:
        rows.append(row)
    found = re.findall(f"[A-Za-z0-9_-]{{{_LENGTH}}}", "".join(rows))
    return tuple(found) if kept.get(count) == str(len(found)) else None


def is_unedited(texts: Iterable[str], kept: Sequence[str]) -> bool:
    """Whether the texts of a document's paragraphs and tables are those that the digests were made of, and no others.

    However the blocks are parted into paragraphs: only their characters in order count.
    """
    rest = (line for text in texts for line in _lines(text))
    for expected in kept:
        joined = sha256()
        while _short(joined) != expected:
            if (line := next(rest, None)) is None:
                return False
            joined.update(line.encode())
    return next(rest, None) is None


def places(texts: Sequence[str], kept: Sequence[str]) -> int:
    """At how many places a document was edited: blocks that are gone, and texts that came where none is.

    At least one: for a document that `is_unedited` does not know.
    """
    known = frozenset(kept)
    found = _joined([one for text in texts for one in _known_lines(text, known) if one], known)
    changed = (op for op in opcodes([one for one in kept if one != digest("")], found) if op[0] != "equal")
    return max(1, sum(there - here or behind - before for _, here, there, before, behind in changed))


def _known_lines(text: str, known: frozenset[str]) -> Iterator[str]:
    """A paragraph, by its lines where one of these is known and not the whole."""
    lines = list(_lines(text))
    yield from lines if digest(text) not in known and any(digest(line) in known for line in lines) else ["".join(lines)]


def _joined(texts: Sequence[str], known: frozenset[str]) -> list[str]:
    """The digests of the texts; where one is not known but together with those behind it is, that of all of them."""
    made, at = [], 0
    while at < len(texts):
        one, count = digest(texts[at]), 1
        for several, joined in enumerate(_growing(texts[at : at + _MOST_JOINED]), 1):
            if joined in known:
                one, count = joined, several
                break
        made.append(one)
        at += count
    return made


def _growing(texts: Iterable[str]) -> Iterator[str]:
    """The digest of the first text, of the first two, and so on."""
    joined = sha256()
    for text in texts:
        joined.update(text.encode())
        yield _short(joined)


def _lines(text: str) -> Iterator[str]:
    return filter(None, ("".join(line.split()) for line in _LINES.split(text)))


def _short(hashed: "_Hash") -> str:
    return urlsafe_b64encode(hashed.digest())[:_LENGTH].decode()
