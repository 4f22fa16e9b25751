"""Numbers in front of paragraphs: which style, which number, and how styles nest."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ecoreport.text.numbering import MARKS, han

_HAN = "[一二三四五六七八九十]{1,3}"
_NUMBERS: Mapping[str, int] = {han(number): number for number in range(1, 100)}
_STYLES: Mapping[str, re.Pattern[str]] = {
    "一、": re.compile(rf"(?P<number>{_HAN})、"),
    "（一）": re.compile(rf"（(?P<number>{_HAN})）(?![、，.])"),
    "1.": re.compile(r"(?P<number>[1-9][0-9]?)\.(?![0-9])"),
    "（1）": re.compile(r"（(?P<number>[1-9][0-9]?)）(?![、，.])"),
    "一是": re.compile(rf"(?P<number>{_HAN})是"),
    "第一，": re.compile(rf"第(?P<number>{_HAN})，"),
    "①": re.compile("(?P<number>[①-⑳])"),
}
# A style may stand below those of a lower rank; what looks like a mark and is none of these stays text.
RANKS: Mapping[str, int] = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "一是": 5, "第一，": 5, "①": 5}


class NumberMark(NamedTuple):
    """A number in front of a paragraph, and what stands behind it."""

    style: str
    number: int
    rest: str


def mark_of(text: str) -> NumberMark | None:
    """The mark that `text` begins with; None where it begins with none that the program itself would write."""
    for style, pattern in _STYLES.items():
        match = pattern.match(text)
        if match is None:
            continue
        written = match["number"]
        number = _NUMBERS.get(written) or (int(written) if written.isdecimal() else ord(written[0]) - 0x2460 + 1)
        rest = text[match.end() :]
        if rest.strip() and MARKS[style](number) == match[0]:
            return NumberMark(style, number, rest.strip())
    return None
