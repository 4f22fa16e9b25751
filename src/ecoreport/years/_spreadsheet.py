"""CSV that Excel and WPS open as it is meant: a byte order mark, and no text that they would compute."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # without it Excel takes UTF-8 for GBK
_FRACTION = re.compile(r"[0-9]{1,4}/[0-9]{1,4}")  # 3/4, which Excel takes for a day


def sheet(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV; numbers stand in it as they are, texts have to be `cell`s."""
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows(rows)
    return _BOM + made.getvalue()


def cell(text: str) -> str:
    """A text that a spreadsheet takes for one: what looks like a formula or a day is led by an apostrophe."""
    odd = text.startswith(("=", "+", "-", "@", "\t", "\r")) or _FRACTION.fullmatch(text)
    return f"'{text}" if odd else text
