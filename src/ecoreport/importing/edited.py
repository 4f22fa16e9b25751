"""What became of a built Word file: whether it is as it was built, was saved again, or was edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ecoreport.importing._package import Package, open_package
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report.digests import is_unedited, of_properties, places, values_of_properties
from ecoreport.typeset.word import custom


@dataclass(frozen=True, slots=True)
class Untouched:
    """As it was built, or as it is to be built now."""


@dataclass(frozen=True, slots=True)
class Resaved:
    """Its text is what was built, or what is to be built now; its layout may be another."""


@dataclass(frozen=True, slots=True)
class Edited:
    """Its text is another, at so many `places`; None where it does not carry what was built."""

    places: int | None


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
    built, to_be_built, texts = _base(kept), base_of(new), _texts(old)
    if any(is_unedited(texts, one.blocks) for one in (built, to_be_built) if one is not None):
        return Resaved()
    return Edited(None if built is None else places(texts, built.blocks))


def _properties(package: Package) -> dict[str, str]:
    root = package.xml(custom.PART)
    return {} if root is None else dict(custom.read(root))


def _texts(data: bytes) -> list[str]:
    """What each paragraph says, and each table."""
    from ecoreport.importing._docx import read_docx  # noqa: PLC0415 - few files have been saved again
    from ecoreport.importing._pieces import Line, characters_of  # noqa: PLC0415 - as above

    return [piece.text if isinstance(piece, Line) else characters_of(piece) for piece in read_docx(data).body]
