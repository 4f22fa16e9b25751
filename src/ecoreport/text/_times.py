"""Words for other times: 上年, 2023年同期, 三年来."""

import re

from ecoreport.text._endings import cut

_FORMERLY = (
    "上年度", "上一年", "前一年", "上季度", "上年", "去年", "往年", "此前", "原来", "原先", "过去", "最初", "上月",
    "年初",
)  # fmt: skip
_YEARS = (  # looked for where there is 年, so compiled late
    r"(?:近|连续|过去|历时|这|前)[0-9一二两三四五六七八九十]{1,3}年|[0-9一二两三四五六七八九十]{1,3}年[来间内]|年均|逐年|年[^，。；]{0,6}以来"
)


def comparing(clause: str) -> bool:
    """Whether the clause compares with what was: 同比, 环比, 比上年, 较2023年."""
    if "同比" in clause or "环比" in clause:
        return True
    return any(_begins_with_when(clause[at + 1 :]) for at, one in enumerate(clause) if one in "比较与同")


def without_comparison(text: str) -> str:
    """The text without 同比, 比上年 and the like."""
    text = text.replace("同比", "").replace("环比", "")
    for at, one in enumerate(text):
        if one in "比较与同" and (length := _begins_with_when(text[at + 1 :])):
            return text[:at] + text[at + 1 + length :]
    return text


def over_years(clause: str) -> bool:
    """年均, 近三年, 2020年以来: a movement over more than one year."""
    return ("年" in clause and bool(re.search(_YEARS, clause))) or "以来" in clause


def year_of(lead: str) -> int | None:
    """The last year that the words name: 2023, of 上年 -1, of 今年 0."""
    found = None
    at = lead.find("年")
    while at >= 0:
        digits, word = lead[max(at - 4, 0) : at], lead[max(at - 1, 0) : at]
        if len(digits) == 4 and digits.isdecimal() and digits.isascii():  # noqa: PLR2004
            found = int(digits)
        elif word in ("上", "去") or lead[max(at - 2, 0) : at] == "前一":
            found = -1
        elif word in ("今", "本"):
            found = 0
        at = lead.find("年", at + 1)
    return found


def cut_when(text: str) -> tuple[str, str]:
    """The text without 上年, 2023年度, 去年同期 at its end, and these."""
    rest = cut(text.removesuffix("同期"), ("度", "底", "末"))[0]
    for one in (rest, text.removesuffix("同期")):
        before, word = cut(one, _FORMERLY)
        if word:
            return before, text[len(before) :]
        if year_at_end(one):
            return one[:-5], text[len(one) - 5 :]
    return text, ""


def _begins_with_when(text: str) -> int:
    """How many characters of 上年同期, 2023年 the text begins with."""
    text, of = text.removeprefix("之"), text.startswith("之")  # 较之上年
    word = next((one for one in _FORMERLY if text.startswith(one)), "")
    length = len(word) or (5 if text[:4].isdecimal() and text[4:5] == "年" else 0)
    for more in ("度", "底", "末", "同期"):
        length += len(more) if length and text.startswith(more, length) else 0
    return length + of if length else 0


def year_at_end(text: str) -> bool:
    """Whether the text ends with 2023年."""
    return text.endswith("年") and len(text) > 4 and text[-5:-1].isdecimal()  # noqa: PLR2004
