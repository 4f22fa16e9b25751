"""What a year's report says in numbers and of what was done, read once, for all targets of the plan before it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ecoreport.problems.diagnostic import Path
from ecoreport.report.context import Context, is_heading
from ecoreport.text.standings import ENOUGH, Wholly, claimed, name_key, pairs_of
from ecoreport.text.targets import Saying, Target, sayings

_KINDS = ("measures", "leader_duties", "other")  # of sections that tell what was done
_PLAIN = 4  # characters of a name that is known in any text, and not only in the measure that carries a plan out
_MOST_NEAR = 20  # paragraphs that may speak of one thing
Text = tuple[Path, str]
Said = tuple[Path, Saying]


class Evidence:
    """A report's figures and paragraphs, to be asked by what a target is about."""

    def __init__(self, context: Context) -> None:
        """Nothing read yet."""
        self.context = context

    @cached_property
    def figures(self) -> Mapping[str, tuple[str, ...]]:
        """The figures' names by the key of what they name."""
        found: dict[str, list[str]] = {}
        for name in self.context.report.figures:
            found.setdefault(name_key(name), []).append(name)
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        return tuple((one.path, one.text) for one in self.context.paragraphs if not is_heading(one.path))

    @cached_property
    def claims(self) -> tuple[tuple[Path, Wholly], ...]:
        """What any paragraph, of shortcomings too, says to be wholly done or not."""
        return tuple((path, one) for path, text in self._texts for one in claimed(text))

    @cached_property
    def _below(self) -> Mapping[Path, tuple[Text, ...]]:
        """The paragraphs below each path."""
        found: dict[Path, list[Text]] = {}
        for path, text in self._texts:
            for end in range(1, len(path)):
                found.setdefault(path[:end], []).append((path, text))
        return {path: tuple(texts) for path, texts in found.items()}

    @cached_property
    def _doings(self) -> tuple[Text, ...]:
        return tuple((path, text) for path, text in self._texts if self.context.kind_of(path) in _KINDS)

    @cached_property
    def _said(self) -> Mapping[str, tuple[Said, ...]]:
        """What is said anywhere of what was done, by the key of the thing."""
        found: dict[str, list[Said]] = {}
        for path, text in self._doings:
            for one in sayings(text):
                for key in {name_key(thing) for thing in one.things if len(thing) >= _PLAIN}:
                    found.setdefault(key, []).append((path, one))
        return {key: tuple(said) for key, said in found.items()}

    @cached_property
    def _pairs(self) -> Mapping[str, tuple[int, ...]]:
        """For each pair of characters, which of the texts of what was done have it."""
        found: dict[str, list[int]] = {}
        for at, (_, text) in enumerate(self._doings):
            for pair in pairs_of(text):
                found.setdefault(pair, []).append(at)
        return {pair: tuple(places) for pair, places in found.items()}

    def below(self, paths: Sequence[Path]) -> tuple[Text, ...]:
        """The paragraphs of the items at the paths."""
        return tuple(text for path in paths for text in self._below.get(path, ()))

    def of(self, target: Target) -> tuple[Said, ...]:
        """What is said anywhere of the target's very thing."""
        return tuple(one for thing in target.things for one in self._said.get(name_key(thing), ()))

    def near(self, target: Target) -> Iterator[Text]:
        """The paragraphs that have enough of the target's words to speak of it, those that have most of them first."""
        pairs = pairs_of(target.things[0])
        shared = Counter(at for pair in pairs for at in self._pairs.get(pair, ()))
        nearest = sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_MOST_NEAR]
        return (self._doings[at] for at, count in nearest if count >= ENOUGH * len(pairs))
