"""Parts that were split or merged: what is left over on one side, and is held by a part of the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ecoreport.text.similarity import Rarity
from ecoreport.years.compare._likeness import Features, Likeness

HELD = 0.45  # share of a piece's words that the whole has
GAIN = 0.35  # share of a piece's words that the whole has and the other pieces have not
COVERED = 0.5  # share of a whole's words that its pieces have together, where none of them is its counterpart


@dataclass(frozen=True, slots=True)
class Matching:
    """By new place the old one; by old place the other new parts of a split; by new place the other old ones merged."""

    pairs: Mapping[int, int]
    split: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    merged: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


class _Sides(NamedTuple):
    """What pieces may be of, in words: those of one side are `pieces`, those of the other `wholes`."""

    words: Rarity
    pieces: Sequence[Features]
    wholes: Sequence[Features]


def pieces(
    old: Sequence[Features],
    new: Sequence[Features],
    pairs: Mapping[int, int],
    near: Mapping[int, Sequence[int]],
    likeness: Likeness,
) -> Matching:
    """The pairs with what is left over as a piece of one of them; `near`: what each new place is compared with."""
    fitting = {at: [one for one in others if likeness.may_be_piece(at, one)] for at, others in near.items()}
    left = {at: others for at, others in fitting.items() if at not in pairs}
    split, firsts = _pieces(left, {other: at for at, other in pairs.items()}, _Sides(likeness.words, new, old))
    pairs = {**pairs, **{at: other for other, at in firsts.items()}}
    added, gone = {at for others in split.values() for at in others}, {*range(len(old))} - {*pairs.values()}
    back: dict[int, list[int]] = {}
    for at, others in fitting.items():
        free = at not in added and pairs.get(at) not in split
        for other in (other for other in others if free and other in gone):
            back.setdefault(other, []).append(at)
    merged, firsts = _pieces(back, pairs, _Sides(likeness.words, old, new))
    return Matching({**pairs, **firsts}, split, merged)


def _pieces(
    left: Mapping[int, Iterable[int]], counterparts: Mapping[int, int], sides: _Sides
) -> tuple[dict[int, tuple[int, ...]], dict[int, int]]:
    """By whole its further pieces, and by whole that had no counterpart the piece that is taken for it."""
    found: dict[int, list[int]] = {}
    for piece, wholes in left.items():
        held = [(sides.words.held(_said(sides.pieces[piece]), _said(sides.wholes[whole])), -whole) for whole in wholes]
        share, whole = max(held, default=(0.0, 0))
        if share >= HELD:
            found.setdefault(-whole, []).append(piece)
    further: dict[int, tuple[int, ...]] = {}
    firsts: dict[int, int] = {}
    for whole, likely in found.items():
        first, *others = _telling(sides, whole, counterparts.get(whole), likely)
        if others:
            further[whole] = tuple(sorted(others))
            if whole not in counterparts:
                firsts[whole] = first
    return further, firsts


def _telling(sides: _Sides, whole: int, counterpart: int | None, likely: Sequence[int]) -> Sequence[int]:
    """The counterpart, else the largest piece, and the pieces each of which adds to what these say of the whole."""
    said = _said(sides.wholes[whole])
    largest = sorted(likely, key=lambda piece: (-sides.words.shared(_said(sides.pieces[piece]), said), piece))
    first, *others = largest if counterpart is None else (counterpart, *largest)
    told, kept = _said(sides.pieces[first]), [first]
    for piece in others:
        more = f"{told}\n{_said(sides.pieces[piece])}"
        added = sides.words.shared(said, more) - sides.words.shared(said, told)
        if added >= GAIN * sides.words.weight(_said(sides.pieces[piece])):
            told, kept = more, [*kept, piece]
    covered = counterpart is not None or sides.words.held(said, told) >= COVERED
    return kept if covered else [first]


def _said(one: Features) -> str:
    return one.text or one.title
