"""Braces of a figure that were typed full-width, round or square, and what stands in them."""

from __future__ import annotations

import re

from ecoreport.yearfile import _flows
from ecoreport.yearfile._signs import WIDE_COLONS

_OPENED = re.compile(
    rf" *+(?:- ++)*+(?P<key>[^\s#\"'\[\]{{}}:，,][^:#\"'\[\]{{}}]*+):\s+(?P<at>[｛（(【［\[{{])"
    rf"(?P<inner>\s*(?:value|source|note|previous|restated)\s*[{WIDE_COLONS}:][^｛}}｝）)】］\]]*)(?P<end>[}}｝）)】］\]]?)\s*$"
)
_COLON = re.compile(rf"(?<=[A-Za-z_])\s*[{WIDE_COLONS}:]\s*")


def mistyped(line: str) -> _flows.Fault | None:
    """What is wrong with a figure's braces on the line, where they are others; None where they are not."""
    match = _OPENED.match(_flows.without_comment(line)) if len(line) <= _flows.LONGEST else None
    if match is None or (match["at"] == "{" and match["end"] == "}"):
        return None
    inner = re.sub(r"，\s*(?=[A-Za-z_]+:)", ", ", _COLON.sub(": ", match["inner"])).strip()
    written = f"{match['key']}: {{{inner}}}"
    wrong = match["at"] if match["at"] != "{" else match["end"]
    column = match.start("at" if match["at"] != "{" else "end")
    mend = f"，写成 {written}" if _flows.sound(written) and len(written) <= _flows.SHOWN else ""
    return _flows.Fault("E138", f"指标的数和来源外面是“{wrong}”", (column, column + 1), f"要用半角花括号“{{”“}}”{mend}")
