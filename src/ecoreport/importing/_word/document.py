"""The visible text of a .docx: an own walk over its XML that leaves nothing out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from ecoreport.importing._files.kinds import Kind, kind_of
from ecoreport.importing._files.package import Package, open_package
from ecoreport.importing._pieces import Line, Piece, Pieces, moved
from ecoreport.importing._tables import table
from ecoreport.importing._text import decoded, read_text
from ecoreport.importing._web.mime import page, read_archive
from ecoreport.importing._word._apart import apart, said
from ecoreport.importing._word._numbers import counters
from ecoreport.importing._word._runs import GONE, MAX_DEPTH, MC, UNSEEN, Notes, Runs, Text, chosen, text_of
from ecoreport.importing._word._styles import ALIGNED, BODY_TEXT, Style, is_ruled, styles
from ecoreport.importing._word.xml import W, value, whole
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.typeset.word.paragraphs import paragraphs

BOLD_HEADING = 40  # characters of a bold paragraph that may be a heading
MAX_PARAGRAPHS = 50_000
_MOST_CHUNKS, _DEEPEST_CHUNK = 50, 2  # documents within a document, and in how many of them one may lie
_MOST_SPAN = 64  # columns
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CONTENTS = "Table of Contents"
_BLOCKS = tuple(W + name for name in ("p", "tbl", "sdt", "altChunk"))  # what may follow one another without end
_NO_HEADING = re.compile("[。；，：]$")


def read_docx(data: bytes, depth: int = 0) -> Pieces:
    """Every visible character in order; Unreadable where the file is not sound. `depth`: in how many others it lies."""
    package = open_package(data)
    notes, pieces, unclosed = _walk(package, depth, frozenset())
    if unclosed:  # they would hide the rest of the document
        notes, pieces, _ = _walk(package, depth, unclosed)
    if notes.pictures and not any(piece.text.strip() or piece.kind for piece in pieces):
        help_line = "用 WPS 等软件识别出文字，存为 .docx 再导入"
        raise Unreadable(f"文件里只有图片（{notes.pictures}张），没有文字，可能是扫描件", help_line)
    beside = tuple(apart(package, notes, _Walker(package, depth, notes).pieces))
    return Pieces(pieces, beside, tuple(said(notes)))


def _walk(package: Package, depth: int, ignored: frozenset[int]) -> tuple[Notes, tuple[Piece, ...], frozenset[int]]:
    """The body's pieces and what is told of it; which fields are never ended, of those that are not `ignored`."""
    notes = Notes()
    walker = _Walker(package, depth, notes, ignored)
    pieces = tuple(walker.pieces(walker.counted(package.children(package.main, f"{W}body", _BLOCKS))))
    return notes, pieces, walker.unclosed


def _part(package: Package, kind: str) -> etree._Element | None:
    names = package.related(package.main, f"/{kind}")
    return package.xml(names[0]) if names else None


class _Walker:
    """Goes through blocks in order; the list counters and the open fields move with it."""

    def __init__(self, package: Package, depth: int, notes: Notes, ignored: frozenset[int] = frozenset()) -> None:
        self.notes = notes
        self._package = package
        self._depth = depth
        self._styles = styles(_part(package, "styles"))
        self._lists = counters(_part(package, "numbering"))
        self._runs = Runs(self._styles, self.notes, ignored)
        self._seen = self._chunks = self._passed = 0
        self._numbers: dict[etree._Element, int] = {}  # of the paragraphs in the block that is being read

    @property
    def unclosed(self) -> frozenset[int]:
        """The fields, counted as they begin, that have not ended."""
        return self._runs.unclosed

    def counted(self, blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """The blocks of the document's body, whose paragraphs are counted as each comes."""
        for block in blocks:
            self._numbers = {one: at for at, one in enumerate(paragraphs(block), self._passed)}
            self._passed += len(self._numbers)
            yield block

    def pieces(self, parent: Iterable[etree._Element], depth: int = 0) -> Iterator[Piece]:
        """The paragraphs and tables below `parent`; those in text boxes follow the paragraph they hang on."""
        if depth > MAX_DEPTH:
            raise Unreadable("文档嵌套太深", "看看是不是拿错了文件")
        carried = Line("")  # a paragraph whose mark was deleted: it runs on into the next
        for child in parent:
            if child.tag in UNSEEN or child.tag in GONE or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}p":
                line, boxes = self._paragraph(child, carried, depth)
                carried = Line("")
                if child.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                    carried = line
                else:
                    yield line
                yield from boxes
            elif child.tag == f"{W}tbl":
                yield from self._table(child, depth)
            elif child.tag == f"{W}altChunk":
                yield from self._chunk(child.get(f"{_R}id", ""))
            elif child.tag == f"{W}sdt" and _is_contents(child):
                self.notes.contents += [piece.text for piece in self.pieces(child, depth + 1)]
            else:
                self.notes.inserted += child.tag == f"{W}ins"
                yield from self.pieces(chosen(child) if child.tag == f"{MC}AlternateContent" else child, depth + 1)
        if carried.text:
            yield Line(carried.text, stretches=carried.stretches)

    def _paragraph(self, element: etree._Element, carried: Line, depth: int) -> tuple[Line, list[Piece]]:
        self._seen += 1
        if self._seen > MAX_PARAGRAPHS:
            raise Unreadable(f"文档超过{MAX_PARAGRAPHS}段", "看看是不是拿错了文件")
        properties = element.find(f"{W}pPr")
        named = value(properties, "pStyle")
        style = self._styles.get(named, self._styles.get("", Style()))
        made = self._runs.read(element, style, self._numbers.get(element, -1))
        text = "".join(made.parts)
        number = self._number(properties, style, named)
        boxes = [piece for box in made.boxes for piece in self._box(box, depth)]
        if style.contents:
            self.notes.contents.append(text)
            return Line(""), boxes
        is_shown = bool(text.strip())
        align = value(properties, "jc")
        before = carried.text + (number if is_shown else "")
        line = Line(
            before + text,
            _heading(properties, style, made, text.strip()),
            align=ALIGNED.get(align, "") if align else style.align,
            bold=made.bold and is_shown,
            size=made.size,
            stretches=(*carried.stretches, *moved(made.stretches, len(before))),
            style=style.name,
        )
        return line, boxes

    def _number(self, properties: etree._Element | None, style: Style, named: str) -> str:
        """The number that Word prints before the paragraph."""
        num = value(properties, "numPr", "numId") or style.num
        if not num or num == "0":
            return ""
        level = value(properties, "numPr", "ilvl") or style.level
        return self._lists.number(num, whole(level) if level else self._lists.level_of(num, named))

    def _box(self, box: etree._Element | str, depth: int) -> Iterator[Piece]:
        if isinstance(box, str):
            if box.strip():
                yield Line(box, where="box")
            return
        for piece in self.pieces(box, depth + 1):
            yield piece if not isinstance(piece, Line) else _boxed(piece)

    def _table(self, element: etree._Element, depth: int) -> list[Piece]:
        rows: list[list[tuple[Piece, ...]]] = []
        named = self._styles.get(value(element, "tblPr", "tblStyle"), Style())
        ruled = named.ruled or is_ruled(element.find(f"{W}tblPr/{W}tblBorders"))
        for row in _inside(element, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.notes.deleted.append(text_of(row))
                continue
            ruled = ruled or value(row, "trPr", "tblHeader") != "" or row.find(f"{W}trPr/{W}tblHeader") is not None
            skipped = min(whole(value(row, "trPr", "gridBefore")), _MOST_SPAN)
            rows.append([()] * skipped)
            for cell in _inside(row, "tc"):
                ruled = ruled or is_ruled(cell.find(f"{W}tcPr/{W}tcBorders"))
                span = min(whole(value(cell, "tcPr", "gridSpan")), _MOST_SPAN)
                rows[-1] += [self._cell(cell, depth), *[()] * (span - 1)]
        return table(rows, ruled=ruled)

    def _cell(self, cell: etree._Element, depth: int) -> tuple[Piece, ...]:
        """What the cell shows: nothing where it is a part of the one above it, or was deleted."""
        pieces = tuple(self.pieces(cell, depth + 1))
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        covered = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        gone = cell.find(f"{W}tcPr/{W}cellDel") is not None
        if covered or gone:
            (self.notes.deleted if gone else self.notes.hidden).extend(piece.text for piece in pieces)
            return ()
        return pieces

    def _chunk(self, relation: str) -> tuple[Piece, ...]:
        """The pieces of a document that lies whole within this one; one that cannot be read is told."""
        part = next((part for name, _, part in self._package.relations(self._package.main) if name == relation), "")
        self._chunks += 1
        if self._chunks > _MOST_CHUNKS:
            raise Unreadable(f"里面嵌了超过{_MOST_CHUNKS}份文档", "看看是不是拿错了文件")
        try:
            made = _read_chunk(self._package.data(part), part, self._depth + 1) if part else Pieces(())
        except Unreadable as refused:
            self.notes.said.append(f"嵌在里面的“{part}”没有读：{refused}")
            return ()
        self.notes.apart += made.apart
        self.notes.said += made.said or () if part else ("嵌在里面的一份文档不在文件里，没有读",)
        return made.body


def _read_chunk(data: bytes, name: str, depth: int) -> Pieces:
    if depth > _DEEPEST_CHUNK:
        raise Unreadable("文档里嵌文档，嵌得太深")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("是 RTF；用 Word 打开整份文件，另存为 .docx 再导入")
    kind = kind_of(data, name)
    if kind is Kind.WORD:
        return read_docx(data, depth)
    if kind is Kind.TEXT:
        return read_text(decoded(data))
    return page(data) if kind is Kind.PAGE else read_archive(data)


def _boxed(line: Line) -> Line:
    return replace(line, where="box")


def _heading(properties: etree._Element | None, style: Style, made: Text, text: str) -> int:
    """The outline level, or the lowest of all for a short bold line that no sentence ends."""
    outline = value(properties, "outlineLvl")
    level = style.heading if not outline else whole(outline) + 1 if whole(outline) < BODY_TEXT else 0
    is_title = made.bold and bool(text) and len(text) <= BOLD_HEADING and not _NO_HEADING.search(text)
    return level or (BODY_TEXT if is_title else 0)  # below every real heading


def _is_contents(element: etree._Element) -> bool:
    return value(element, "sdtPr", "docPartObj", "docPartGallery") == _CONTENTS


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name below `parent`, however they are wrapped, but for those inside one another."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag not in UNSEEN and isinstance(child.tag, str):
            yield from _inside(child, name)
