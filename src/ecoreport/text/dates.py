"""Dates as people write them: 2025-01-31, 2025年1月31日, 二〇二五年一月三十一日, 二O二五年元月, 2025.1.31, 20250131."""

import datetime as dt
import re

_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SMALL = r"(?:[0-9]?十[0-9]?|[0-9]{1,2})"
_DAY = rf"\s*(?P<year>[0-9]{{4}})[-/.年]?(?P<month>{_SMALL})[-/.月]?(?P<day>{_SMALL})[日号]?\s*"


def date_of(typed: str) -> dt.date | None:
    """The date that `typed` is; None where it is none."""
    match = re.fullmatch(_DAY, arabic(typed.replace("元月", "一月").replace("O", "〇")))
    if match is None:
        return None
    try:
        return dt.date(*(_small(part) for part in (match["year"], match["month"], match["day"])))
    except ValueError:
        return None


def arabic(text: str) -> str:
    """The text with each han digit as an Arabic one: 二〇二四 is 2024; 十 stays."""
    return text.translate(_HAN_DIGITS)


def long_date(date: dt.date) -> str:
    """成文日期 in Arabic digits, full year, no zero padding (GB/T 9704-2012 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def _small(digits: str) -> int:
    """A number below 100 written with or without 十: 31, 3十1, 十1; or plain digits."""
    tens, ten, ones = digits.rpartition("十")
    return int(tens or "1") * 10 + int(ones or "0") if ten else int(digits)
