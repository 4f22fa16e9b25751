"""Two documents of ours as one with tracked changes (修订): accepting all gives the new one, rejecting all the old."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from ecoreport.text.alignment import align
from ecoreport.text.diff import ADDED, KEPT, REMOVED, Segment, segments
from ecoreport.typeset.word._adopted import adopt, charts_in, written
from ecoreport.typeset.word._markup import qualified
from ecoreport.typeset.word._package import with_parts

MAIN, SETTINGS = "word/document.xml", "word/settings.xml"
_MARKS = {ADDED: "ins", REMOVED: "del"}
_CHARACTERS = {qualified("tab"): "\t", qualified("br"): "\n"}
_ELEMENTS = {"\t": "tab", "\n": "br"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _R, _T, _TABLE, _ROW, _CELL = (qualified(name) for name in ("p", "r", "t", "tbl", "tr", "tc"))
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES, _SECTION = qualified("pPr"), qualified("rPr"), qualified("sectPr")
_BOX, _DRAWING_PROPERTIES = (
    qualified("txbxContent"),
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
)
Element = etree._Element  # noqa: SLF001 - lxml has no public name for it


class _Character(NamedTuple):
    """One printed character and the properties of its run."""

    text: str
    properties: Element | None


def tracked(old: bytes, new: bytes, author: str, date: dt.date) -> bytes:
    """The new document with every difference to the old one as a revision by `author` of that day."""
    before, after = _root(old), _root(new)
    charts = adopt(before, old, new)
    body = after.find(qualified("body"))
    assert body is not None  # noqa: S101 - our own writer has made it
    _Reviser(author, date).children(before.find(qualified("body")), body)  # type: ignore[arg-type]
    for at, drawn in enumerate(after.iter(_DRAWING_PROPERTIES), 1):
        drawn.set("id", str(at))  # unique in a document
    settings = _root(new, SETTINGS)
    stop = settings.find(qualified("defaultTabStop"))
    assert stop is not None  # noqa: S101 - the skeleton has it
    stop.addprevious(etree.Element(qualified("trackRevisions")))  # what the reader changes is tracked as well
    return with_parts(new, {MAIN: written(after), SETTINGS: written(settings), **charts})


def _root(data: bytes, part: str = MAIN) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


class _Reviser:
    """Puts the old document's elements into the new one, marked; counts the revisions."""

    def __init__(self, author: str, date: dt.date) -> None:
        self._author, self._date = author, f"{date.isoformat()}T00:00:00Z"
        self._count = 0

    def children(self, old: Element, new: Element) -> None:
        """Merge the paragraphs and tables of `old` into `new`."""
        before, after = _blocks(old), _blocks(new)
        at = new.index(after[0]) if after else len(new)  # behind the properties of a cell
        for child in after:
            new.remove(child)
        for place, child in enumerate(self._merged(before, after), at):
            new.insert(place, child)

    def _merged(self, before: Sequence[Element], after: Sequence[Element]) -> Iterator[Element]:
        made: Element | None = None
        for block in self._aligned(before, after):
            if made is not None and made.tag == block.tag == _TABLE:
                yield self._nothing()  # Word makes two tables that touch one
            made = block
            yield block

    def _aligned(self, before: Sequence[Element], after: Sequence[Element]) -> Iterator[Element]:
        for a, b in align([_key(one) for one in before], [_key(one) for one in after]):
            one = before[a] if a is not None else None
            other = after[b] if b is not None else None
            if one is not None and other is not None and self._revised(one, other):
                yield other
                continue
            if one is not None:
                yield self._whole(one, REMOVED)
            if other is not None:
                yield self._whole(other, ADDED)

    def _nothing(self) -> Element:
        """An empty paragraph that was put in and taken out again: it is in neither version."""
        paragraph = etree.Element(_P)
        marks = etree.SubElement(etree.SubElement(paragraph, _PARAGRAPH_PROPERTIES), _RUN_PROPERTIES)
        marks.extend((self._mark(ADDED), self._mark(REMOVED)))
        return paragraph

    def _revised(self, old: Element, new: Element) -> bool:
        """Whether `new` could be given the differences to `old`, inside."""
        if old.tag != new.tag:
            return False
        if new.tag == _TABLE:
            return self._table(old, new)
        if charts_in(old) or charts_in(new):
            return charts_in(old) == charts_in(new)
        boxes = [list(one.iter(_BOX)) for one in (old, new)]
        if boxes[0] or boxes[1]:
            if len(boxes[0]) == len(boxes[1]) == 1:
                self.children(boxes[0][0], boxes[1][0])
            return len(boxes[0]) == len(boxes[1])
        return self._paragraph(old, new)

    def _paragraph(self, old: Element, new: Element, *, whole: bool = True) -> bool:
        """Whether the words of `new` were marked; `whole` lets a paragraph with none of the old words be a new one."""
        before, after = list(_characters(old)), list(_characters(new))
        words = segments(_text(before), _text(after))
        if whole and words and not any(mark == KEPT for mark, _ in words):
            return False
        for run in new.findall(_R):
            new.remove(run)
        for element in self._runs(words, before, after):
            new.append(element)
        return True

    def _runs(
        self, words: Iterable[Segment], before: Sequence[_Character], after: Sequence[_Character]
    ) -> Iterator[Element]:
        a = b = 0
        for mark, text in words:
            source, at = (before, a) if mark == REMOVED else (after, b)
            runs = list(_as_runs(source[at : at + len(text)], deleted=mark == REMOVED))
            a += len(text) * (mark != ADDED)
            b += len(text) * (mark != REMOVED)
            if mark == KEPT:
                yield from runs
            else:
                yield self._wrapped(mark, runs)

    def _table(self, old: Element, new: Element) -> bool:
        before, after = old.findall(_ROW), new.findall(_ROW)
        if len(before[0].findall(_CELL)) != len(after[0].findall(_CELL)):
            return False
        for row in after:
            new.remove(row)
        for a, b in align([_key(row) for row in before], [_key(row) for row in after]):
            if a is not None and b is not None:
                for one, other in zip(before[a].findall(_CELL), after[b].findall(_CELL), strict=True):
                    self._paragraph(one.find(_P), other.find(_P), whole=False)  # type: ignore[arg-type]
                new.append(after[b])
            else:
                row = before[a] if a is not None else after[b]  # type: ignore[index]
                new.append(self._row(row, REMOVED if a is not None else ADDED))
        return True

    def _whole(self, element: Element, mark: str) -> Element:
        """A paragraph or a table all of which came or went."""
        if element.tag == _TABLE:
            for row in element.findall(_ROW):
                self._row(row, mark)
            return element
        for box in element.iter(_BOX):
            for paragraph in box.findall(_P):
                self._whole(paragraph, mark)
        properties = element.find(_PARAGRAPH_PROPERTIES)
        if properties is None:
            properties = etree.Element(_PARAGRAPH_PROPERTIES)
            element.insert(0, properties)
        etree.SubElement(properties, _RUN_PROPERTIES).append(self._mark(mark))
        for run in element.findall(_R):
            at = element.index(run)
            if mark == REMOVED:
                _delete(run)
            element.insert(at, self._wrapped(mark, [run]))
        return element

    def _row(self, row: Element, mark: str) -> Element:
        properties = row.find(qualified("trPr"))
        if properties is None:
            properties = etree.Element(qualified("trPr"))
            row.insert(0, properties)
        properties.append(self._mark(mark))
        for cell in row.findall(_CELL):
            for paragraph in cell.findall(_P):
                self._whole(paragraph, mark)
        return row

    def _wrapped(self, mark: str, runs: Iterable[Element]) -> Element:
        wrapper = self._mark(mark)
        wrapper.extend(runs)
        return wrapper

    def _mark(self, mark: str) -> Element:
        self._count += 1
        element = etree.Element(qualified(_MARKS[mark]))
        element.set(qualified("id"), str(self._count))
        element.set(qualified("author"), self._author)
        element.set(qualified("date"), self._date)
        return element


def _blocks(parent: Element) -> list[Element]:
    return [child for child in parent if child.tag in (_P, _TABLE)]


def _key(element: Element) -> str:
    """What an element says, for finding its counterpart; a table is led by a mark that no paragraph has."""
    if element.tag == _P:
        return "".join((*_visible(element), *charts_in(element)))
    return "\x00".join(("", *("".join(_visible(paragraph)) for paragraph in element.iter(_P))))


def _visible(element: Element) -> Iterator[str]:
    return (part.text or "" if part.tag == _T else _CHARACTERS[part.tag] for part in element.iter(_T, *_CHARACTERS))


def _characters(paragraph: Element) -> Iterator[_Character]:
    for run in paragraph.findall(_R):
        properties = run.find(_RUN_PROPERTIES)
        for text in _visible(run):
            yield from (_Character(character, properties) for character in text)


def _text(characters: Iterable[_Character]) -> str:
    return "".join(character.text for character in characters)


def _as_runs(characters: Sequence[_Character], *, deleted: bool) -> Iterator[Element]:
    """The characters as runs, one for each stretch that was in one run."""
    at = 0
    while at < len(characters):
        end = at
        while end < len(characters) and characters[end].properties is characters[at].properties:
            end += 1
        run = etree.Element(_R)
        properties = characters[at].properties
        if properties is not None:
            run.append(deepcopy(properties))
        _say(run, _text(characters[at:end]), deleted=deleted)
        yield run
        at = end


def _say(run: Element, text: str, *, deleted: bool) -> None:
    piece = ""
    for character in (*text, ""):
        if character in _ELEMENTS or not character:
            if piece:
                said = etree.SubElement(run, qualified("delText") if deleted else _T)
                said.text = piece
                said.set(_SPACE, "preserve")
            piece = ""
            if character:
                etree.SubElement(run, qualified(_ELEMENTS[character]))
        else:
            piece += character


def _delete(run: Element) -> None:
    """A deleted run's text has another name; that of a box in it has not."""
    for text in run.findall(_T):
        text.tag = qualified("delText")
        text.set(_SPACE, "preserve")
