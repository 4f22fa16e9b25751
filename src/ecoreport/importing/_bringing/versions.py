"""Three versions: what was built, by its digests, what the year file prints now, and what the document shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ecoreport.importing._bringing.blocks import BREAK, IMPRINT, Shown
from ecoreport.importing._bringing.characters import became
from ecoreport.importing._bringing.matching import Match, Matched
from ecoreport.importing.edited import Base
from ecoreport.report.blocks import Kind
from ecoreport.report.digests import digest, value_digest
from ecoreport.report.printed import Origin, Referred
from ecoreport.text.dates import date_of, long_date


class Sorted(NamedTuple):
    """Matches by whose change they are: to be brought back, changed on both sides, changed in the year file alone."""

    theirs: Matched
    both: tuple[Match, ...]
    ours: tuple[Match, ...]


def compared(blocks: Sequence[Shown], base: Base | None) -> tuple[Shown, ...]:
    """The blocks, each with whether it says what was built, as far as that is known."""
    if base is None:
        return tuple(blocks)
    return tuple(
        replace(one, built=built) for one, built in zip(blocks, _known(blocks, frozenset(base.blocks)), strict=True)
    )


def as_built(old: Sequence[Shown], new: Sequence[Shown], found: Matched, base: Base | None) -> tuple[Shown, ...]:
    """The blocks that the year file prints; one whose figures alone have changed with the old ones, as it was built.

    So what somebody has done to its words meanwhile is told from what the figures did: a digest proves it.
    """
    if base is None:
        return tuple(old)
    made, known = list(old), frozenset(base.blocks)
    for a, b in ((pair.old[0], pair.new[0]) for pair in found.pairs if len(pair.old) == len(pair.new) == 1):
        if not old[a].built and not new[b].built and not old[a].is_table:
            earlier = _with_values_of(old[a], new[b])
            if any(_is_known(mark + earlier.core, known) for mark in (old[a].mark, new[b].mark)):
                made[a] = replace(earlier, built=True)
    return tuple(made)


def sorted_out(old: Sequence[Shown], new: Sequence[Shown], found: Matched, base: Base | None) -> Sorted:
    """The matches sorted; without digests every difference is the document's, but that a text has no 版记 at all."""
    if base is None:
        below = [pair for pair in found.pairs if any(old[at].kind in IMPRINT for at in pair.old)]
        unseen = () if any(pair.new for pair in below) else tuple(below)
        return Sorted(found._replace(pairs=tuple(pair for pair in found.pairs if pair not in unseen)), (), unseen)
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
            (ours if after or _is_overtaken(old, new, pair, base.values) else both).append(pair)
    kept = {pair.new[0] for pair in ours if pair.new}
    gone = {pair.old[0] for pair in ours if pair.old}
    moved = {there: at for there, at in found.moved.items() if there not in kept and at not in gone}
    return Sorted(Matched(tuple(theirs), moved), tuple(both), tuple(ours))


def _says(blocks: Sequence[Shown], places: Sequence[int]) -> list[str]:
    """What they say, but for what is the program's: the number before each, the numerals of a day."""
    cores = ("".join(blocks[at].core.split()) for at in places)
    return [long_date(day) if (day := date_of(core)) else core for core in cores]


def _known(blocks: Sequence[Shown], known: frozenset[str]) -> list[bool]:
    """Of each block whether it was built so: by itself, by its lines, or together with the others of its list."""
    whole = digest("".join(one.text for one in blocks if one.kind == Kind.ANNEX_LIST)) in known
    return [(whole and one.kind == Kind.ANNEX_LIST) or _is_known(one.text.replace(BREAK, ""), known) for one in blocks]


def _is_known(text: str, known: frozenset[str]) -> bool:
    return digest(text) in known or all(digest(line) in known for line in re.split("[\t\n]", text) if line.strip())


# ---- figures that have changed since


def _stretches(text: str, origins: Sequence[Origin]) -> Iterator[tuple[int, int, str]]:
    """The stretches of a text that references printed, each with its expression."""
    ends = [0, *(at for at, (a, b) in enumerate(pairwise(origins), 1) if not _is_one(a, b)), len(text)]
    for start, end in pairwise(ends):
        origin = origins[start] if start < end else None
        if isinstance(origin, Referred):
            yield start, end, origin.expression


def _is_one(a: Origin, b: Origin) -> bool:
    if isinstance(a, Referred) and isinstance(b, Referred):
        return a._replace(nth=0) == b._replace(nth=0) and a.nth < b.nth
    return not isinstance(a, Referred) and not isinstance(b, Referred)


def _is_overtaken(old: Sequence[Shown], new: Sequence[Shown], pair: Match, values: frozenset[str]) -> bool:
    """Whether all that the document says otherwise are numbers that references printed when it was built."""
    if len(pair.old) != 1 or len(pair.new) != 1:
        return False
    before, after = old[pair.old[0]], new[pair.new[0]]
    if not before.is_table:
        return _is_old(before.core, before.origins[0][len(before.mark) :], after.core, values)
    if [len(row) for row in before.rows] != [len(row) for row in after.rows]:
        return False
    cells = ([cell for row in side.rows for cell in row] for side in (before, after))
    return all(_is_old(was, own, said, values) for was, said, own in zip(*cells, before.origins, strict=True))


def _is_old(text: str, origins: Sequence[Origin], said: str, values: frozenset[str]) -> bool:
    """Whether `said` is the text with such numbers in the place of its own."""
    at = last = 0
    pending: tuple[str, str] | None = None  # a reference whose end is looked for: its expression and what it prints
    for start, end, expression in (*_stretches(text, origins), (len(text), len(text), "")):
        literal = text[last:start]
        found = said.rfind(literal) if pending and start == len(text) else said.find(literal, at)
        if found < at or (pending is None and found != at):
            return False
        if pending and said[at:found] != pending[1] and value_digest(pending[0], said[at:found]) not in values:
            return False
        at, last, pending = found + len(literal), end, (expression, text[start:end])
    return at == len(said)


def _with_values_of(old: Shown, new: Shown) -> Shown:
    """The block with the numbers that the other one has in the place of its own."""
    there = became(old.core, new.core)
    own = old.origins[0]
    text, origins, last = old.mark, list(own[: len(old.mark)]), 0
    for start, end, _ in _stretches(old.core, own[len(old.mark) :]):
        text += old.core[last:start]
        origins += own[len(old.mark) + last : len(old.mark) + start]
        before = there[start - 1] if start else -1
        behind = there[end] if end < len(there) else len(new.core)
        said = new.core[before + 1 : behind] if before is not None and behind is not None else old.core[start:end]
        first = own[len(old.mark) + start]
        text += said
        origins += [first._replace(nth=at) for at in range(len(said))] if isinstance(first, Referred) else []
        last = end
    return replace(old, text=text + old.core[last:], origins=((*origins, *own[len(old.mark) + last :]),))
