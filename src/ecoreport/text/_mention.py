"""A quantity where a text mentions it."""

from decimal import Decimal
from typing import Literal, NamedTuple

Role = Literal["count", "from", "to", "base", "change", "times", "rate", "share", "per", "bound", "years", "word"]


class Mention(NamedTuple):
    """A number of a text with its unit, the words around it, and the part that it plays in its sentence.

    `value` ± `half` is all that the printed digits can stand for, 万 and 亿 multiplied out: 98.0% is 97.95 to 98.05,
    12件 is 12 alone. `exact`: neither 约, 余, 以上 nor a range. `denominator`: 1491 of 1480/1491. `han`: written
    三十五. `lead` is what stands between the mark or number before it and itself, `tail` the same behind; `clause`
    begins behind the last ，；。, `before` at the beginning of the sentence and ends where `lead` begins. `marks` are
    those since the mention before, `sentence` counts from 0.

    `role`: a plain count; `from` and `to`, the ends of a movement; `base`, last year's value; `change` and `times`
    (增长15%, 是上年的2倍), which go `by` +1 or -1; a rate; a share of `whole`, as written; an average; a bound, which
    is no statistic; years; a word (三项, 一件事). `noun` is what is counted, `year` the year in its lead: of today's 0,
    of last year's -1, None where none is named.
    """

    start: int
    end: int
    text: str
    value: Decimal
    half: Decimal
    exact: bool
    unit: str
    lead: str
    tail: str = ""
    clause: str = ""
    before: str = ""
    marks: str = ""
    sentence: int = 0
    han: bool = False
    denominator: Decimal | None = None
    role: Role = "count"
    noun: str = ""
    by: int = 0
    whole: str = ""
    year: int | None = None

    @property
    def low(self) -> Decimal:
        """The least that it can stand for."""
        return self.value - self.half

    @property
    def high(self) -> Decimal:
        """The most that it can stand for."""
        return self.value + self.half
