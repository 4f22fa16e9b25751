"""Numbers written into a text, outside of quotations and titles: what ought to be figures."""

import re
from collections.abc import Iterator

from ecoreport.indicators import COUNTED, MEASURED

UNITS = "|".join((*MEASURED[:1], *COUNTED, *MEASURED[1:]))
_LITERAL = re.compile(
    rf"(?<![0-9A-Za-z.第—–～~-])(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<more>[余多]?)(?P<scale>[万亿]?)[余多]?(?P<unit>{UNITS})"
)
_QUOTED = re.compile(
    r"“[^”]{0,500}”|‘[^’]{0,500}’|《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200}){0,9}》|〈[^〉]{0,200}〉"
)


def literals(text: str) -> Iterator[re.Match[str]]:
    """Every number with a unit that is not somebody else's words: groups number, more, scale, unit."""
    spans = quoted(text)
    return (match for match in _LITERAL.finditer(text) if not within(match.start(), spans))


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the quotations and titles of `text` stand."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether the character at `at` lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
