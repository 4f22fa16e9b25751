"""Rules above and below a paragraph."""

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """A line: thickness in eighths of a point, colour, and its distance from the text in pt."""

    eighths: int
    color: str = "auto"
    gap: int = 1


def borders(rules: Mapping[str, Rule]) -> str:
    """The paragraph's property that draws `rules`, by side (`top`, `bottom`)."""
    drawn = "".join(
        f'<w:{side} w:val="single" w:sz="{rule.eighths}" w:space="{rule.gap}" w:color="{rule.color}"/>'
        for side, rule in rules.items()
    )
    return f"<w:pBdr>{drawn}</w:pBdr>"
