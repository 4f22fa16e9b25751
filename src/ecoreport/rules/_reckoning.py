"""What rules reckon with: all that printed numbers can stand for, and whether another number is among it."""

import enum
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ecoreport.text.quantities import Mention
from ecoreport.text.quantity import SCALES, plain, rounded


class Range(NamedTuple):
    """All that a reckoned number can be."""

    low: Decimal
    high: Decimal

    def meets(self, one: Mention) -> bool:
        """Whether some value is in both."""
        return self.low <= one.high and one.low <= self.high

    @property
    def middle(self) -> Decimal:
        """What to say it is."""
        return (self.low + self.high) / 2


class Verdict(enum.Enum):
    """Whether a number is what it should be."""

    FITS = enum.auto()
    CUT_OFF = enum.auto()  # 2/3 as 66.6%: cut off instead of rounded
    WRONG = enum.auto()


def difference(start: Mention, end: Mention) -> Range:
    """How far apart the two are, whichever is larger."""
    gap, half = abs(end.value - start.value), start.half + end.half
    return Range(max(Decimal(0), gap - half), gap + half)


def ratio(part: Mention | Range, whole: Mention | Range, times: int = 100) -> Range | None:
    """The one of the other, in per cent or `times`; None of nothing."""
    if whole.low <= 0:
        return None
    return Range(part.low / whole.high * times, part.high / whole.low * times)


def rest(share: Range) -> Range:
    """What is left of 100 per cent."""
    return Range(100 - share.high, 100 - share.low)


def judged(expected: Range, said: Mention) -> Verdict:
    """Whether `said` is among what is expected; only decimals may be cut off, and only downwards."""
    if expected.meets(said):
        return Verdict.FITS
    decimals = said.value != said.value.to_integral_value()
    cut = decimals and said.value <= expected.high and expected.low < said.value + said.half * 2
    return Verdict.CUT_OFF if cut else Verdict.WRONG


def to_the_finest(mentions: Sequence[Mention]) -> list[Range]:
    """What each can be in a sum: the finest printed place holds for all, in 186.4万元 and 25万元 the second is 25.0."""
    finest = min((one.half for one in mentions if one.half), default=Decimal(0))
    return [Range(one.value - min(one.half, finest), one.value + min(one.half, finest)) for one in mentions]


def total(ranges: Sequence[Range]) -> Range:
    """What they come to together."""
    return Range(sum((one.low for one in ranges), Decimal(0)), sum((one.high for one in ranges), Decimal(0)))


def shown(value: Decimal, like: Mention, unit: str | None = None) -> str:
    """The value as `like` is printed, with one decimal at least where it is rounded: 20.0%, 198.7万元, 31场."""
    scale = next((word for word in reversed(SCALES) if word and word in like.text), "")
    amount = value / SCALES[scale]
    unit = like.unit if unit is None else unit
    if not like.half and amount == amount.to_integral_value():
        return f"{plain(amount)}{scale}{unit}"
    decimals = re.search(r"\.([0-9]+)", like.text)
    places = len(decimals[1]) if decimals else 0
    return f"{rounded(amount, max(places, 1))}{scale}{unit}"
