"""Word files with comments as a reader of them sees them: which words each hangs on."""

import io
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml import etree

W_P, W_T = qn("w:p"), qn("w:t")


def comments_of(data: bytes) -> dict[int, str]:
    """What each comment says, by its number, as python-docx reads it."""
    return {one.comment_id: one.text for one in docx.Document(io.BytesIO(data)).comments}


def words_of(data: bytes) -> dict[int, str]:
    """The words that each comment hangs on, by its number: what is typed between its two marks."""
    found: dict[int, str] = {}
    open_ = set[int]()
    for element in docx.Document(io.BytesIO(data)).element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(number_of(element))
            found.setdefault(number_of(element), "")
        elif element.tag == qn("w:commentRangeEnd"):
            open_.remove(number_of(element))
        elif element.tag == W_T:
            found |= {number: found[number] + (element.text or "") for number in open_}
    assert not open_
    return found


def number_of(element: etree._Element) -> int:
    """A mark's comment."""
    return int(element.get(qn("w:id"), ""))


def typed(data: bytes) -> list[tuple[str, bytes]]:
    """Every character of the document with the properties of its run, and a paragraph's end as a line break."""
    return list(_typed(docx.Document(io.BytesIO(data)).element.body))


def _typed(body: etree._Element) -> Iterator[tuple[str, bytes]]:
    for element in body.iter(W_P, W_T):
        if element.tag == W_P:
            yield "\n", b""
            continue
        run = element.getparent()
        properties = run.find(qn("w:rPr")) if run is not None else None
        looks = etree.tostring(properties) if properties is not None else b""
        yield from ((char, looks) for char in element.text or "")
