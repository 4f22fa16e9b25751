"""Numbers written into a text, outside of quotations and titles: what ought to be figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ecoreport.report.indicators import COUNTED, MEASURED

UNITS = "|".join((*MEASURED[:1], *COUNTED, *MEASURED[1:]))
_LITERAL = re.compile(
    r"(?P<number>[0-9](?<![0-9A-Za-z.第—–～~-][0-9])(?<![0-9],[0-9])[0-9]*(?:\.[0-9]+)?)"
    rf"(?P<more>[余多]?)(?P<scale>[万亿]?)[余多]?(?P<unit>{UNITS})"
)
_QUOTED = re.compile(
    r"“[^”]{0,500}”|‘[^’]{0,500}’|《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200}){0,9}》|〈[^〉]{0,200}〉"
)


# Targets, limits and sizes of lists are no statistics.
_LIMIT_BEFORE = re.compile(
    r"(?:力争|不低于|不少于|不超过|不高于|至少|最多|每[年季月周天日人]|每半年|每季度|目标|第[一二三四五六七八九十]+)[^，。；]{0,12}$"
)
_LIMIT_BEHIND = re.compile(
    r"(?:以上|以下|以内|工作日|自然日|小时|方面|环节|层面|维度|体系|阶段|大类|重点任务|专题|[—–-][0-9])"
)


def literals(text: str) -> Iterator[re.Match[str]]:
    """Every number with a unit that counts something and is not somebody else's words.

    Groups: number, more, scale, unit.
    """
    spans = quoted(text)
    for match in _LITERAL.finditer(text):
        limit = _LIMIT_BEFORE.search(text, max(match.start() - 20, 0), match.start()) or _LIMIT_BEHIND.match(
            text, match.end()
        )
        if not limit and not within(match.start(), spans):
            yield match


@lru_cache(256)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where the quotations and titles of `text` stand."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(at: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether the character at `at` lies in one of the spans."""
    return any(start <= at < end for start, end in spans)
