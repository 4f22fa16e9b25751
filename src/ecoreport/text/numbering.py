"""Numbers before headings: 一、（一）1.（1） by level (GB/T 9704-2012 7.3.3), or words in their stead."""

from collections.abc import Callable, Mapping
from typing import Literal

Numbering = Literal["auto", "（一）", "1.", "（1）", "一是", "第一，", "①", "none"]
DEEPEST_LEVEL = 4
HAN = "一二三四五六七八九十"  # what small numbers are written with
_DIGITS = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def han(number: int) -> str:
    """The number in han, 1 to 999: 十, 二十一, 一百零三; beyond in digits."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        below = "" if not rest else "零" + han(rest) if rest < 10 else ("一" if rest < 20 else "") + han(rest)  # noqa: PLR2004
        return _DIGITS[hundreds] + "百" + below if hundreds < 10 else str(number)  # noqa: PLR2004
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return ten + (_DIGITS[ones] if ones or not tens else "")


def han_number(text: str) -> int:
    """What `han` makes `text` of: 二十一 is 21, 一百零三 is 103; 0 for what it makes of no number."""
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.removeprefix("零").rpartition("十")
    digits = [hundreds or "零", tens or ("一" if ten else "零"), ones or "零"]
    if not text or any(len(one) > 1 or one not in _DIGITS for one in digits):
        return 0
    return sum(_DIGITS.index(digit) * place for digit, place in zip(digits, (100, 10, 1), strict=True))


def number_of(text: str) -> int:
    """A small number in digits or in han, 两 being 2; 0 where it is none."""
    return int(text) if text.isdecimal() else han_number("二" if text == "两" else text)


def _circled(number: int) -> str:
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"（{number}）"


MARKS: Mapping[str, Callable[[int], str]] = {
    "一、": lambda number: f"{han(number)}、",
    "（一）": lambda number: f"（{han(number)}）",
    "1.": lambda number: f"{number}.",
    "（1）": lambda number: f"（{number}）",
    "一是": lambda number: f"{han(number)}是",
    "第一，": lambda number: f"第{han(number)}，",
    "①": _circled,
    "none": lambda number: "",  # noqa: ARG005 - a mark takes its number
}
LEVELS: Mapping[int, str] = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}
LEVEL_OF: Mapping[str, int] = {mark: level for level, mark in LEVELS.items()}
IN_SENTENCE = frozenset({"一是", "第一，", "①"})  # marks that a heading never stands alone behind


def mark_below(level: int, numbering: Numbering) -> tuple[str, int]:
    """The mark that numbers what stands below `level`, and the level it puts it on.

    A mark of the standard brings its own level: 「1.」 right under 「二、」 is on level 3.
    """
    if numbering == "auto":
        return LEVELS[min(level + 1, DEEPEST_LEVEL)], level + 1
    return numbering, LEVEL_OF.get(numbering, level + 1)
