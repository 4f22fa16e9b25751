"""What reviewers leave in a .docx: tracked changes, to be rejected, and comments with the words that they are about."""

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ecoreport.importing._files.package import Package, open_package
from ecoreport.importing._word.xml import W

_COME = (f"{W}ins", f"{W}moveTo")
_GONE = (f"{W}del", f"{W}moveFrom")
_SHOWN = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_P, _PPR, _RPR, _TRPR = (f"{W}{name}" for name in ("p", "pPr", "rPr", "trPr"))
_START, _END, _ID = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}id"


class Comment(NamedTuple):
    """A comment: by whom, on which words (of a place, the paragraph), and what it says."""

    author: str
    quoted: str
    text: str


def rejected(data: bytes) -> bytes:
    """The document as it was before its tracked changes; Unreadable where it is no sound .docx."""
    package = open_package(data)
    root = package.xml(package.main)
    if root is None:
        return data
    for element in list(root.iter(*_COME, *_GONE)):
        _reject(element)
    for element in list(root.iter(f"{W}pPrChange")):
        _restore(element)
    for mark in list(root.iter(f"{W}cellIns", f"{W}cellDel")):
        _reject_cell(mark)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.archive.namelist():
            is_main = name == package.main
            archive.writestr(
                name, etree.tostring(root, xml_declaration=True, encoding="UTF-8") if is_main else package.data(name)
            )
    return made.getvalue()


def _reject_cell(mark: etree._Element) -> None:
    properties = mark.getparent()
    cell = properties.getparent() if properties is not None else None
    row = cell.getparent() if cell is not None else None
    if properties is None or cell is None or row is None:
        return
    if mark.tag == f"{W}cellIns":
        row.remove(cell)
    else:
        properties.remove(mark)


def _reject(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    come = element.tag in _COME
    if parent.tag == _TRPR:
        row = parent.getparent()
        if come and row is not None and (table := row.getparent()) is not None:
            table.remove(row)
        else:
            parent.remove(element)
    elif parent.tag == _RPR:  # of a paragraph's mark
        if come:
            element.tag = f"{W}del"  # so that the paragraph runs on into the next, as before
        else:
            parent.remove(element)
    elif come:
        parent.remove(element)
    else:
        _unwrap(element, parent)


def _unwrap(element: etree._Element, parent: etree._Element) -> None:
    """What is within in the place of the element, deleted text as text."""
    for one in element.iter(*_SHOWN):
        one.tag = _SHOWN[one.tag]
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _restore(change: etree._Element) -> None:
    """The properties of a paragraph as they were before a tracked change."""
    properties, old = change.getparent(), change.find(_PPR)
    if properties is None or properties.tag != _PPR:
        return
    mark = properties.find(_RPR)
    for child in list(properties):
        if child is not mark:
            properties.remove(child)
    for at, child in enumerate(list(old) if old is not None else []):
        properties.insert(at, child)


def comments(data: bytes) -> tuple[Comment, ...]:
    """The comments in a .docx, in the order of the text; Unreadable where it is no sound one."""
    package = open_package(data)
    told = dict(_told(package))
    if not told:
        return ()
    quoted = _quoted(package)
    order = sorted(told, key=lambda key: list(quoted).index(key) if key in quoted else len(quoted))
    return tuple(Comment(told[key][0], quoted.get(key, ""), told[key][1]) for key in order)


def _told(package: Package) -> Iterator[tuple[str, tuple[str, str]]]:
    for name in package.related(package.main, "/comments"):
        root = package.xml(name)
        for one in () if root is None else root.iter(f"{W}comment"):
            paragraphs = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in one.iter(_P))
            yield one.get(_ID, ""), (one.get(f"{W}author", ""), " ".join(filter(None, paragraphs)))


def _quoted(package: Package) -> dict[str, str]:
    """The words that each comment is about, by its number."""
    root = package.xml(package.main)
    found: dict[str, str] = {}
    open_: set[str] = set()
    paragraph = ""
    for one in () if root is None else root.iter(_P, f"{W}t", _START, _END, f"{W}commentReference"):
        if one.tag == _P:
            paragraph = "".join(text.text or "" for text in one.iter(f"{W}t"))
        elif one.tag == _START:
            open_.add(one.get(_ID, ""))
            found.setdefault(one.get(_ID, ""), "")
        elif one.tag == _END:
            open_.discard(one.get(_ID, ""))
        elif one.tag == f"{W}commentReference":
            found[one.get(_ID, "")] = found.get(one.get(_ID, "")) or paragraph
        else:
            for key in open_:
                found[key] += one.text or ""
    return found
