"""Numbers as lists write them, by the name that Word has for the way (ST_NumberFormat)."""

from collections.abc import Callable, Mapping

from ecoreport.text.numbering import han

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(number: int) -> str:
    made = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        made += letters * (number // value)
        number %= value
    return made


def _letters(number: int) -> str:
    """From a to z, then aa, bb and so on, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _counting(number: int) -> str:
    """一 … 十 … 二十一 … 一百零三."""
    if number < 100:  # noqa: PLR2004 - two places
        return han(number)
    hundreds, rest = divmod(number, 100)
    return han(hundreds) + "百" + ("" if not rest else ("零" if rest < 10 else "一" if rest < 20 else "") + han(rest))  # noqa: PLR2004 - places


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)}),
    "decimalEnclosedCircle": lambda number: chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number),  # noqa: PLR2004
    "decimalEnclosedCircleChinese": lambda number: chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number),  # noqa: PLR2004
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedParen": lambda number: f"({number})",
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "taiwaneseDigital": lambda number: "".join("○一二三四五六七八九"[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: "".join("零壹贰叁肆伍陆柒捌玖"[int(digit)] for digit in str(number)),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": lambda number: chr(0x3280 + number - 1) if 1 <= number <= 10 else str(number),  # noqa: PLR2004
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": lambda number: f"{number}.",
    "none": lambda number: "",  # noqa: ARG005 - a format takes its number
}
