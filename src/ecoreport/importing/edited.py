"""What became of a built Word file: whether it is as it was built, was saved again, or was edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ecoreport.importing._files.package import Package, open_package
from ecoreport.importing._pieces import Line, Pieces, characters_of
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report.digests import is_unedited, of_properties, places, values_of_properties
from ecoreport.typeset.word import custom

# What reading tells of that is no news here: our own charts, and tracked changes, which are read as accepted.
_NO_NEWS = ("文档里有修订", "修订删去的文字", "图形里的文字", "一个图形", "扩展名是")


@dataclass(frozen=True, slots=True)
class Untouched:
    """As it was built, or as it is to be built now."""


@dataclass(frozen=True, slots=True)
class Resaved:
    """Its text is what was built, or what is to be built now; its layout may be another."""


@dataclass(frozen=True, slots=True)
class Edited:
    """Its text is another, at so many `places`, None where it does not carry what was built; what came `beside` it."""

    places: int | None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """Edited, and the year file has all of it: whoever brings it back finds nothing to do."""


@dataclass(frozen=True, slots=True)
class Unread:
    """It cannot be read; the reason."""

    told: str


State = Untouched | Resaved | Edited | Returned | Unread


class Base(NamedTuple):
    """What a Word file was built with: the digests of its blocks, and those of what its references printed."""

    blocks: tuple[str, ...]
    values: frozenset[str] = frozenset()


def base_of(data: bytes) -> Base | None:
    """What a Word file says that it was built with; None where it does not.

    Unreadable where it is no sound .docx. Its text is not looked at.
    """
    return _base(_properties(open_package(data)))


def _base(kept: Mapping[str, str]) -> Base | None:
    blocks = of_properties(kept)
    return None if blocks is None else Base(blocks, values_of_properties(kept))


def state(old: bytes, new: bytes) -> State:
    """What became of the file `old`, in the place of which `new` is to be written: by its text alone, not Returned."""
    if old == new or not old:
        return Untouched()
    try:
        return _state(old, new)
    except Unreadable as refused:
        return Unread(str(refused))


def _state(old: bytes, new: bytes) -> State:
    package = open_package(old)
    kept = _properties(package)
    if kept.get(custom.SEAL) == custom.seal(package.archive.infolist()):
        return Untouched()
    built, to_be_built = _base(kept), base_of(new)
    pieces = _read(old)
    texts = [piece.text if isinstance(piece, Line) else characters_of(piece) for piece in pieces.body]
    known = {*beside(_read(new))}
    more = tuple(one for one in beside(pieces) if one not in known)
    if any(is_unedited(texts, one.blocks) for one in (built, to_be_built) if one is not None):
        return Edited(0, more) if more else Resaved()
    return Edited(None if built is None else places(texts, built.blocks), more)


def beside(pieces: Pieces) -> tuple[str, ...]:
    """What is in a document that no year file holds: pictures, notes, comments and the like, a line each."""
    return tuple(one for one in (*pieces.said, *pieces.apart) if not one.startswith(_NO_NEWS))


def _properties(package: Package) -> dict[str, str]:
    root = package.xml(custom.PART)
    return {} if root is None else dict(custom.read(root))


def _read(data: bytes) -> Pieces:
    from ecoreport.importing._word.document import read_docx  # noqa: PLC0415 - few files have been saved again

    return read_docx(data)
