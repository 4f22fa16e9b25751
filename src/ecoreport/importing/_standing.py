"""A finding's path and span in the year file to the characters of the document that it is about."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ecoreport.importing.convert import NOWHERE, Printed
from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.printed import Origin, Referred, Traced, Typed, texts_of

_REACH = 5_000  # characters beyond which no line of a report has moved


@dataclass(frozen=True, slots=True)
class Standing:
    """Of each text of a year file, by its path, the stretches that print: from, to (within it), a document's character.

    They are in order, none longer than `longest`. `figures` are those that print a figure, by its name, `first` is the
    path of the first text at or below a path.
    """

    texts: Mapping[Path, Sequence[tuple[int, int, int]]]
    figures: Mapping[str, Sequence[int]]
    first: Mapping[Path, Path]
    longest: int

    def of(self, finding: Finding) -> Sequence[int]:
        """The document's characters that a finding is about, counted through it; none where it is about no words."""
        path = finding.path
        if path[:1] == ("figures",) and len(path) > 1:
            return self.figures.get(str(path[1]), ())
        if found := self._marked(path, finding.span):
            return found
        above = (self.first[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.first)
        return self._marked(next(above, ()), None)

    def _marked(self, path: Path, span: tuple[int, int] | None) -> Sequence[int]:
        stretches = self.texts.get(path, ())
        if span is None:
            return [at for _, _, at in stretches]
        start, end = span[0], max(span[1], span[0] + 1)
        first, behind = (bisect_left(stretches, (at,)) for at in (start - self.longest, end))
        found = [at for _, right, at in stretches[first:behind] if right > start]
        return found or [at for _, _, at in stretches[max(behind - 1, 0) : behind]]


def standing(traced: Sequence[Traced], lines: Sequence[Printed]) -> Standing:
    """Where everything stands that the `traced` blocks print, of which `lines` say what a document's characters are."""
    printed = [pair for block in traced for pair in _characters(block)]
    sources = sources_of("".join(char for char, _ in printed), lines)
    texts: dict[Path, list[tuple[int, int, int]]] = defaultdict(list)
    figures: dict[str, list[int]] = defaultdict(list)
    first: dict[Path, Path] = {}
    for (_, origin), at in zip(printed, sources, strict=True):
        if origin is None or at == NOWHERE:
            continue
        for end in range(len(origin.path), 0, -1):
            if origin.path[:end] in first:
                break
            first[origin.path[:end]] = origin.path
        texts[origin.path].append((*_typed(origin), at))
        if isinstance(origin, Referred) and not _goes_on(figures[origin.expression], at):
            figures[origin.expression].append(at)
    longest = max((right - left for stretches in texts.values() for left, right, _ in stretches), default=0)
    return Standing({path: sorted(stretches) for path, stretches in texts.items()}, figures, first, longest)


def _goes_on(known: Sequence[int], at: int) -> bool:
    """Whether a figure has been printed before, elsewhere: the first place is told."""
    return bool(known) and at != known[-1] + 1


def _typed(origin: Typed | Referred) -> tuple[int, int]:
    return (origin.start, origin.end) if isinstance(origin, Referred) else (origin.at, origin.at + 1)


def _characters(block: Traced) -> Iterator[tuple[str, Origin]]:
    for text, origins in zip(texts_of(block.block), block.origins, strict=True):
        yield from ((char, origin) for char, origin in zip(text, origins, strict=True) if not char.isspace())


def sources_of(printed: str, lines: Sequence[Printed]) -> Sequence[int]:
    """For each printed character which of the document's it is; the lines stand in it in order, as a rule all."""
    made = [NOWHERE] * len(printed)
    end = 0
    for line in lines:
        at = printed.find(line.text, end, end + len(line.text) + _REACH) if line.text else -1
        if at >= 0:
            end = at + len(line.text)
            made[at:end] = line.sources
    return made
