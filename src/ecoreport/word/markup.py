"""Text into XML; `xml.sax.saxutils` would do it, and loads the whole of urllib and ssl."""

from html import escape


def text(value: str) -> str:
    """The text as the content of an element."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """The text as an attribute's value, in quotes."""
    return f'"{escape(value)}"'
