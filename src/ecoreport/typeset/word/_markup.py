"""Text into XML, and the names in it; `xml.sax.saxutils` would do it, and loads the whole of urllib and ssl."""

import re
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What XML 1.0 cannot hold, not even escaped; a tab and the ends of lines are elements of their own in Word.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(value: str) -> str:
    """The text as the content of an element; ValueError for a character that no XML holds."""
    if found := _FORBIDDEN.search(value):
        raise ValueError(f"U+{ord(found[0]):04X} cannot be in a Word file")
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """The text as an attribute's value, in quotes."""
    return f'"{text(value).replace(chr(34), "&quot;").replace(chr(10), "&#10;")}"'


def qualified(name: str) -> str:
    """An element or attribute of WordprocessingML as lxml names it."""
    return f"{{{WORD}}}{name}"
