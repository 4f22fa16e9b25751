"""Three versions: what was built, by its digests, what the year file prints now, and what the document shows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, Shown
from ecoreport.importing._bringing.matching import Match, Matched
from ecoreport.report.blocks import Kind
from ecoreport.report.digests import digest


class Sorted(NamedTuple):
    """Matches by whose change they are: to be brought back, changed on both sides, changed in the year file alone."""

    theirs: Matched
    both: tuple[Match, ...]
    ours: tuple[Match, ...]


def compared(blocks: Sequence[Shown], base: Sequence[str] | None) -> tuple[Shown, ...]:
    """The blocks, each with whether it says what was built, as far as that is known."""
    if base is None:
        return tuple(blocks)
    return tuple(replace(one, built=built) for one, built in zip(blocks, _known(blocks, frozenset(base)), strict=True))


def sorted_out(old: Sequence[Shown], new: Sequence[Shown], found: Matched, base: Sequence[str] | None) -> Sorted:
    """The matches sorted; without digests every difference is the document's."""
    if base is None:
        return Sorted(found, (), ())
    texts = {one.key for one in old}
    theirs: list[Match] = []
    both: list[Match] = []
    ours: list[Match] = []
    for pair in found.pairs:
        before, after = all(old[at].built for at in pair.old), all(new[at].built for at in pair.new)
        if not pair.new:
            (theirs if before else ours).append(pair)
        elif not pair.old:
            (ours if after and new[pair.new[0]].key not in texts else theirs).append(pair)
        elif before or _says(old, pair.old) == _says(new, pair.new):
            theirs.append(pair)
        else:
            (ours if after else both).append(pair)
    kept = {pair.new[0] for pair in ours if pair.new}
    gone = {pair.old[0] for pair in ours if pair.old}
    moved = {there: at for there, at in found.moved.items() if there not in kept and at not in gone}
    return Sorted(Matched(tuple(theirs), moved), tuple(both), tuple(ours))


def _says(blocks: Sequence[Shown], places: Sequence[int]) -> list[str]:
    return [blocks[at].key for at in places]


def _known(blocks: Sequence[Shown], known: frozenset[str]) -> list[bool]:
    """Of each block whether it was built so: by itself, by its lines, or together with the others of its list."""
    whole = digest("".join(one.text for one in blocks if one.kind == Kind.ANNEX_LIST)) in known
    return [(whole and one.kind == Kind.ANNEX_LIST) or _is_known(one.text.replace(BREAK, ""), known) for one in blocks]


def _is_known(text: str, known: frozenset[str]) -> bool:
    return digest(text) in known or all(digest(line) in known for line in re.split("[\t\n]", text) if line.strip())
