"""Stretches of a text that are somebody else's words: between “” and inside 《》."""

import re

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《(?:[^《》]|《[^》]*》)*》|〈[^〉]*〉")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the quotations and titles of `text` stand."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether the character at `at` lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
