"""Numbers written into a text, outside of quotations and titles: what ought to be figures."""

import re
from collections.abc import Iterator

from ecoreport.text.sentences import quoted, within

# What is counted one by one, so is a whole number; and what is measured. Longer units stand before their parts.
_TIMES = ("家次", "人次", "场次", "期次", "户次", "批次", "辆次", "台次", "车次", "班次", "件次", "页次")
COUNTED = (*_TIMES, *"起件份条项次个家人名张篇场期套部户批宗例天卷台辆处所节")
MEASURED = ("个百分点", "万元", "亿元", "元", "吨", "公里", "%", "‰")
UNITS = "|".join((*MEASURED[:1], *COUNTED, *MEASURED[1:]))
_LITERAL = re.compile(
    r"(?P<number>[0-9](?<![0-9A-Za-z.第—–～~-][0-9])(?<![0-9],[0-9])[0-9]*(?:\.[0-9]+)?)"
    rf"(?P<more>[余多]?)(?P<scale>[万亿]?)[余多]?(?P<unit>{UNITS})"
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
