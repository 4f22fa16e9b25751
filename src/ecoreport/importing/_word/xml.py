"""What the parts of a .docx are written in: WordprocessingML, which may hold anything."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST = 9  # digits of a number that is one


def value(element: etree._Element | None, *names: str) -> str:
    """The w:val of the child at the path of `names`; empty where there is none."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return "" if element is None else element.get(f"{W}val", "")


def whole(text: str | None) -> int:
    """A whole number of a file that may hold anything; 0 for what is none."""
    return int(text) if text and text.lstrip("-").isdecimal() and len(text) < _LONGEST else 0
