"""What became of a built Word file: whether it is as it was built, was saved again, or was edited."""

from dataclasses import dataclass

from ecoreport.importing._files.package import Package, open_package
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.report.digests import is_unedited, of_properties, places
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
class Unread:
    """It cannot be read; the reason."""

    told: str


State = Untouched | Resaved | Edited | Unread


def digests_of(data: bytes) -> tuple[str, ...] | None:
    """The digest of each block that a Word file was built with; None where it carries none.

    Unreadable where it is no sound .docx. Its text is not looked at.
    """
    return of_properties(_properties(open_package(data)))


def state(old: bytes, new: bytes) -> State:
    """What became of the file `old`, in the place of which `new` is to be written."""
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
    built, to_be_built, texts = of_properties(kept), digests_of(new), _texts(old)
    if any(is_unedited(texts, one) for one in (built, to_be_built) if one is not None):
        return Resaved()
    return Edited(None if built is None else places(texts, built))


def _properties(package: Package) -> dict[str, str]:
    root = package.xml(custom.PART)
    return {} if root is None else dict(custom.read(root))


def _texts(data: bytes) -> list[str]:
    """What each paragraph says, and each table."""
    from ecoreport.importing._pieces import Line, characters_of  # noqa: PLC0415 - as above
    from ecoreport.importing._word.document import read_docx  # noqa: PLC0415 - few files have been saved again

    return [piece.text if isinstance(piece, Line) else characters_of(piece) for piece in read_docx(data).body]
