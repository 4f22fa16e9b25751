"""Rules over words that are written wrongly: a table of them, each with the word that is meant."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule
from ecoreport.rules._tables import table

_TOLD = MappingProxyType(
    {
        "E534": "“{}”不是规定的提法",
        "E536": "“{}”写错了字",
        "W535": "“{}”不是推荐的写法",
    }
)
_OF_OTHERS = "W535"  # in quotations and titles as their writers chose to write it


class Spelling(NamedTuple):
    """A word as it is written wrongly, what is meant, and the `sound` words that its characters stand in by right."""

    code: str
    wrong: str
    right: str
    sound: tuple[str, ...]

    def is_sound(self, text: str, at: int) -> bool:
        """Whether the characters at `at` of the text are part of a sound word."""
        starts = ((word, at - word.index(self.wrong)) for word in self.sound)
        return any(start >= 0 and text.startswith(word, start) for word, start in starts)


@cache
def spellings() -> tuple[Spelling, ...]:
    """The words of spellings.yaml, a line each."""
    rows: Mapping[str, str] = table("spellings").rows
    lines = ((code, line.split()) for code, block in rows.items() for line in block.splitlines())
    return tuple(Spelling(code, wrong, right, tuple(sound)) for code, (wrong, right, *sound) in lines)


@rule(*_TOLD)
def misspelt(reading: Reading) -> Iterator[Finding]:
    """Every word of the table that is no part of a sound one."""
    for one in [one for one in spellings() if reading.stands(one.wrong)]:
        for place, match in reading.matches(re.escape(one.wrong), one.wrong):
            at = match.start()
            own = one.code != _OF_OTHERS or not place.is_quoted(at)
            if own and not place.is_reference(at) and not one.is_sound(place.text, at):
                yield place.finding(one.code, _TOLD[one.code].format(one.wrong), match.span(), f"写成 {one.right}")
