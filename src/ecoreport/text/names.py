"""Names of people on the lines of a page, and off them again; the blank between two bodies that write jointly."""

import re
from collections.abc import Sequence

PER_LINE = 2  # GB/T 9704-2012 7.2.6
BLANK = "\N{IDEOGRAPHIC SPACE}"
# 某省教育厅 某省司法厅关于……: the blank parts two names.
BETWEEN_NAMES = "(?<=[厅局委办部院会府团社]) (?=[\u4e00-\u9fff]{2,14}[厅局委办部院会府](?:关于|印发| |》))"
_APART = rf"\t+|[ {BLANK}]{{2,}}"
# Two lone characters; a word and a lone character that has no other behind it; a word.
_NAME = r"(?<!\S)\S\s\S(?!\S)|\S\S+\s\S(?!\S)(?!\s\S(?!\S))|\S+"


def rows(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The names in their order, two a line."""
    return tuple(tuple(names[at : at + PER_LINE]) for at in range(0, len(names), PER_LINE))


def on_a_line(names: Sequence[str]) -> str:
    """The names beside each other: 张三　李四."""
    return BLANK.join(names)


def parted(line: str) -> tuple[str, ...]:
    """The names on a line; a blank that only sets a short one wide stays in it: 张　三."""
    return tuple(name for piece in re.split(_APART, line.strip()) for name in re.findall(_NAME, piece))
