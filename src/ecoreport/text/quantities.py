"""The quantities that a text mentions, what each says, and what they have to do with each other.

`statement` reads a text once, in linear time. Of its rules: 、 joins parts, ，may join anything, ；and 。end all
relations but the shares of one total; 同时, 另, 此外 begin anew. Printed digits stand for an interval. Not read, on
purpose: numbers without unit (12、10和8件), which of two has which (分别), a whole in another sentence that is not
named, parts that nothing announces.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ecoreport.text._lists import Parts, Sum, are_parallel, are_twins, is_amount, parts_of, sums_of
from ecoreport.text._mention import Mention
from ecoreport.text._movements import Change, Movement, changes_of, difference_beside, movements_of
from ecoreport.text._nouns import noun_of
from ecoreport.text._ratios import CARRIED, Nouns, Rate, Share, rates_of, shares_of
from ecoreport.text._roles import with_roles
from ecoreport.text._times import over_years
from ecoreport.text._tokens import half_a_place, numbers
from ecoreport.text._units import COUNTED, UNITS
from ecoreport.text.quantity import SCALES, Quantity
from ecoreport.text.sentences import quoted, within

__all__ = [
    "CARRIED",
    "COUNTED",
    "UNITS",
    "Change",
    "Mention",
    "Movement",
    "Nouns",
    "Parts",
    "Rate",
    "Share",
    "Statement",
    "Sum",
    "are_parallel",
    "are_twins",
    "difference_beside",
    "is_amount",
    "literals",
    "mention_of",
    "noun_of",
    "over_years",
    "rates_of",
    "shares_of",
    "statement",
    "sums_of",
]


class Statement(NamedTuple):
    """What a text says in numbers."""

    mentions: tuple[Mention, ...]
    parts: tuple[Parts, ...]
    movements: tuple[Movement, ...]
    changes: tuple[Change, ...]


def statement(text: str) -> Statement:
    """The quantities of a text in order, its lists of parts, what moved, and what is said of changes."""
    mentions = with_roles(numbers(text))
    movements = movements_of(mentions)
    return Statement(mentions, parts_of(mentions), movements, changes_of(mentions, movements))


def mention_of(name: str, quantity: Quantity) -> Mention | None:
    """A figure as if a text mentioned it under its name; None where it has no value."""
    if quantity.value is None:
        return None
    digits = re.search(r"[0-9.]+", quantity.typed)
    scale = next((by for word, by in reversed(SCALES.items()) if word in quantity.typed), 1)
    half = half_a_place(digits[0] if digits else "", scale)
    noun = noun_of(name) or name
    return Mention(0, 0, quantity.typed, quantity.value, half, quantity.exact, quantity.unit, name, noun=noun)


_LITERAL = (
    r"(?P<number>[0-9](?<![0-9A-Za-z.第—–～~-][0-9])(?<![0-9],[0-9])[0-9]*(?:\.[0-9]+)?)"
    rf"(?P<more>[余多]?)(?P<scale>[万亿]?)[余多]?(?P<unit>{UNITS})"
)
# Targets, limits and sizes of lists are no statistics.
_LIMIT_BEFORE = (
    r"(?:力争|不低于|不少于|不超过|不高于|不满|未满|至少|最多|每[年季月周天日人]|每半年|每季度|目标"
    r"|第[一二三四五六七八九十]+)[^，。；]{0,12}$"
)
_LIMIT_BEHIND = (
    r"(?:及?以上|及?以下|以内|内(?![容部])|工作日|自然日|小时|方面|环节|层面|维度|体系|阶段|大类|重点任务|专题"
    r"|值班|值守|不间断|服务|自助|热线|[—–-][0-9])"
)


def literals(text: str) -> Iterator[re.Match[str]]:
    """Every number with a unit that counts something and is not somebody else's words.

    Groups: number, more, scale, unit.
    """
    spans = quoted(text)
    for match in re.finditer(_LITERAL, text):
        before, behind = text[max(match.start() - 20, 0) : match.start()], text[match.end() : match.end() + 8]
        limit = re.search(_LIMIT_BEFORE, before) or re.match(_LIMIT_BEHIND, behind)
        if not limit and not within(match.start(), spans):
            yield match
