"""Numbers in front of paragraphs: which style, which number, how it was written, and how styles nest."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from ecoreport.text.numbering import MARKS, han_number

PART = "第一部分"  # a style that the program does not write: it stays in the words of the heading
_HAN = "[一二三四五六七八九十]{1,3}"
_STYLES: Mapping[str, re.Pattern[str]] = {
    PART: re.compile(rf"第({_HAN})(?:部分|章)[：:、\s]*"),
    "一、": re.compile(rf"({_HAN})\s*(?:、|[．.](?![0-9]))"),
    "（一）": re.compile(rf"[（(]\s*({_HAN})\s*[)）][、．.]?|([㈠-㈩])"),
    "1.": re.compile(r"([1-9][0-9]?)\s*[.．、](?=20[0-9]{2}年|[^0-9]|\Z)|([⒈-⒛])"),  # 1.2025年清单, but not 1.5倍
    "（1）": re.compile(r"[（(]\s*([1-9][0-9]?)\s*[)）][、．.]?|([1-9][0-9]?)[)）]|([⑴-⒇])"),
    "一是": re.compile(rf"({_HAN})是(?!否)"),
    "第一，": re.compile(rf"第({_HAN})[，,]"),
    "①": re.compile("([①-⑳])"),
}
# A style may stand below those of a lower rank; what looks like a mark and is none of these stays text.
RANKS: Mapping[str, int] = {PART: 1, "一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "一是": 5, "第一，": 5, "①": 5}
DEEPEST = 5
_FIRST_OF_ROW = (("㈠", "㈩"), ("⑴", "⒇"), ("⒈", "⒛"), ("①", "⑳"))
_REFERRED_TO = re.compile("中的|所述|至|[—－-]|[和、]?[（(]")  # （一）中的……: said of an item, no item


class NumberMark(NamedTuple):
    """A number in front of a paragraph, as `written`, and what stands behind it."""

    style: str
    number: int
    rest: str
    written: str

    @property
    def rank(self) -> int:
        """How deep its style stands: 1 for 一、, 5 for 一是."""
        return RANKS[self.style]

    @property
    def plain(self) -> str:
        """The mark as the program writes it; as it stands where the program writes none of the kind."""
        return MARKS[self.style](self.number) if self.style in MARKS else self.written

    @property
    def is_odd(self) -> bool:
        """Whether it is written in another way than the program's; blanks aside."""
        return "".join(self.written.split()) != "".join(self.plain.split())


def mark_of(text: str) -> NumberMark | None:
    """The mark that `text` begins with, in any of the ways people write it; None where it begins with none."""
    for style, pattern in _STYLES.items():
        match = pattern.match(text)
        if match is None:
            continue
        rest = text[match.end() :].strip()
        number = _number(match[match.lastindex or 0])
        if number and rest.strip(":：") and not (match[0][0] in "（(" and _REFERRED_TO.match(text, match.end())):
            return NumberMark(style, number, rest, text[: match.end()].strip())
    return None


def _number(written: str) -> int:
    """Of 十二, 12, ⑫; 0 where it is none."""
    if written.isascii():
        return int(written)
    for first, last in _FIRST_OF_ROW:
        if first <= written <= last:
            return ord(written) - ord(first) + 1
    return han_number(written)
