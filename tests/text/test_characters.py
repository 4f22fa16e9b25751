"""The quick look: whatever a search would find, it must not let pass."""

import re
import sys

import pytest

from ecoreport.report import markdown
from ecoreport.text.characters import all_plain
from ecoreport.yearfile import _tree, _types

SEARCHED = {
    "a year file": "|".join(pattern.pattern for pattern in _tree.UNUSUAL.values()),
    "a value": _types._ESCAPED_CONTROL,
    "Markdown": markdown._CONTROL,
    "lines": _tree.BREAK.pattern,
}


@pytest.mark.parametrize("searched", SEARCHED.values(), ids=SEARCHED)
def test_what_is_searched_for_is_not_plain(searched: str) -> None:
    """Each character that there is, but for the line feed."""
    found = re.findall(searched, "".join(map(chr, range(sys.maxunicode + 1))).replace("\n", ""))
    assert found
    assert not any(all_plain(f"前{one}后") for one in found)


def test_text_is_plain() -> None:
    """In lines of any length; not with a blank of another kind or a tab, which are looked at more closely."""
    assert all_plain("")
    assert all_plain("第一行 one\n第二行，“引文”。\n")
    assert not any(map(all_plain, ("a\tb", "　缩进", "a\u00a0b", "a\r\nb")))
