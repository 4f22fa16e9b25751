"""The paragraphs of a Word document and the characters in them, counted alike by who reads and who writes them."""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, TEXT, BODY = f"{W}p", f"{W}t", f"{W}body"


def paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph at or below `element`, in the order of the file, those in tables and text boxes too."""
    return element.iter(PARAGRAPH)


def texts(paragraph: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The paragraph's own stretches of text, shown or not, each with how many characters of it stand before.

    What stands in a text box belongs to the paragraphs there.
    """
    before = 0
    for element in _own(paragraph):
        yield before, element
        before += len(element.text or "")


def _own(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == TEXT:
            yield child
        elif child.tag != PARAGRAPH and len(child):
            yield from _own(child)
