"""Items inside a paragraph, 一是……。二是……。: where each begins."""

import re

_HAN = "[一二三四五六七八九十]{1,3}"
_BEHIND_A_STOP = "(?:^|(?<=[。；：，:;]))"
_PATTERNS = (
    ("是", re.compile(rf"{_BEHIND_A_STOP}({_HAN})是(?!否)")),
    ("第", re.compile(rf"(?:^|(?<=[。；：:;]))第({_HAN})[，,]")),
    ("）)", re.compile(r"(?:^|(?<=[。；：:;]))[（(]([1-9][0-9]?)[)）]")),
    ("①", re.compile("([①-⑳])")),
)
_HAN_DIGITS = "一二三四五六七八九"
_FEWEST = 2


def items_in(text: str, start: int = 0) -> tuple[int, ...]:
    """Where the items of a paragraph begin: a row of at least two that counts up from one; else nothing."""
    for signs, pattern in _PATTERNS:
        if any(sign in text for sign in signs):
            places = _counting(pattern, text, start)
            if len(places) >= _FEWEST:
                return places
    return ()


def _counting(pattern: re.Pattern[str], text: str, start: int) -> tuple[int, ...]:
    """The places of 1, 2, 3 … in their order; what is out of turn is none of the row."""
    places: list[int] = []
    for match in pattern.finditer(text, start):
        if _number(match[1]) == len(places) + 1:
            places.append(match.start())
    return tuple(places)


def _number(written: str) -> int:
    if written.isascii():
        return int(written)
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    tens, ten, ones = written.rpartition("十")
    digits = [_HAN_DIGITS.find(digit) + 1 for digit in (tens or "一" * len(ten), ones) if digit]
    return sum(digit * (10 if ten and at == 0 else 1) for at, digit in enumerate(digits))
