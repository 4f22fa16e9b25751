"""A short digest of the text of every printed block: what tells afterwards whether somebody has edited a document.

Of 36 bits: in a report of 500 blocks an edited one is taken for one of them once in 130 million times, and for what it
was itself once in 69 thousand million. So 42 of them go into one property of a Word file, which holds 255 characters.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from ecoreport.report.blocks import Block, words
from ecoreport.text.alignment import opcodes

if TYPE_CHECKING:
    from hashlib import _Hash

SCHEME = "1"  # another number where a digest is made otherwise
_LENGTH = 6  # characters of 6 bits
_A_PROPERTY = 42  # digests: 252 characters
_NAME = "ecoreport-{}"
_SCHEME, _COUNT = _NAME.format("scheme"), _NAME.format("blocks")
_LINES = re.compile("[\t\n]")  # what parts two blocks in one paragraph: a number and its 签发人
_MOST_JOINED = 32  # paragraphs that one block is printed as: the entries of 附件说明


def digest(text: str) -> str:
    """Six characters that stand for the text, white space set aside."""
    return _short(sha256("".join(text.split()).encode()))


def digests(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The digest of each block's printed words, in order."""
    return tuple(digest(words((block,))) for block in blocks)


def properties(found: Sequence[str]) -> Mapping[str, str]:
    """The digests as properties of a document, each of at most 255 characters, with how many they are."""
    rows = ("".join(found[at : at + _A_PROPERTY]) for at in range(0, len(found), _A_PROPERTY))
    return {_SCHEME: SCHEME, _COUNT: str(len(found)), **{_NAME.format(at): row for at, row in enumerate(rows, 1)}}


def of_properties(kept: Mapping[str, str]) -> tuple[str, ...] | None:
    """The digests that a document's properties hold; None where there are none, not all, or those of another scheme."""
    if kept.get(_SCHEME) != SCHEME:
        return None
    rows: list[str] = []
    while (row := kept.get(_NAME.format(len(rows) + 1))) is not None:
        rows.append(row)
    found = re.findall(f"[A-Za-z0-9_-]{{{_LENGTH}}}", "".join(rows))
    return tuple(found) if kept.get(_COUNT) == str(len(found)) else None


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
