"""The visible text of a .docx: an own walk over its XML that leaves nothing out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ecoreport.importing._numbers import Counters, W, counters, value, whole
from ecoreport.importing._package import Package, open_package
from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.problems.diagnostic import Unreadable

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
BODY_TEXT = 9  # the outline level that is none
BOLD_HEADING = 40  # characters of a bold paragraph that may be a heading
MAX_PARAGRAPHS, MAX_DEPTH = 50_000, 200
# Deleted text, instructions, readings of ruby, properties: nothing that a page shows in its line.
_UNSEEN = {
    W + name for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "pPr", "rPr", "tblPr")
}
_UNSEEN |= {W + name for name in ("tcPr", "trPr", "sdtPr", "sdtEndPr", "rubyPr", "sectPr", "fldData", "ffData")}
_SYMBOLS = {0xF0FC: "✓", 0xF0FB: "✗", 0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0B7: "•", 0xF0E0: "→"}
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_APART = (("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("endnotes", "尾注"))


@dataclass(frozen=True)
class _Style:
    """What a paragraph style says of numbers and headings, inherited ones included."""

    num: str = ""
    level: int = 0
    heading: int = 0


def read_docx(data: bytes) -> Pieces:
    """Every visible character in order; Unreadable where the file is not sound."""
    package = open_package(data)
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    if root is not None and etree.QName(root).namespace == _STRICT:
        raise Unreadable("这是“严格”格式的 .docx", "用 Word 打开，另存为普通的 .docx")
    if body is None:
        raise Unreadable("这是 Word 文档，但没有正文")
    walker = _Walker(_styles(_part(package, "styles")), counters(_part(package, "numbering")))
    return Pieces(tuple(walker.pieces(body)), tuple(_apart(package)))


def _part(package: Package, kind: str) -> etree._Element | None:
    names = package.related(package.main, f"/{kind}")
    return package.xml(names[0]) if names else None


def _apart(package: Package) -> Iterator[str]:
    """Texts outside of the body: page headers and footers without their page numbers, notes."""
    for kind, word in _APART:
        for name in package.related(package.main, f"/{kind}"):
            root = package.xml(name)
            lines = [] if root is None else _Walker({}, Counters({}, {}, {})).pieces(root)
            text = " ".join(line.text.strip() for line in lines if isinstance(line, Line))
            if text.strip(" 0123456789—-–－·第共页/\t\n"):
                yield f"{word}：{text.strip()}"


class _Walker:
    """Goes through blocks in order; the list counters move with it."""

    def __init__(self, styles: dict[str, _Style], lists: Counters) -> None:
        self._styles = styles
        self._lists = lists
        self._seen = 0

    def pieces(self, parent: etree._Element, depth: int = 0) -> Iterator[Piece]:
        """The paragraphs and tables below `parent`; those in text boxes follow the paragraph they hang on."""
        if depth > MAX_DEPTH:
            raise Unreadable("文档嵌套太深")
        carried = ""  # text of a paragraph whose mark was deleted: it runs on into the next
        for child in parent:
            if child.tag in _UNSEEN:
                continue
            if child.tag == f"{W}p":
                line, boxes = self._paragraph(child, depth)
                if child.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                    carried += line.text
                else:
                    yield Line(carried + line.text, line.heading)
                    carried = ""
                yield from boxes
            elif child.tag == f"{W}tbl":
                yield self._table(child, depth)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self.pieces(_chosen(child), depth + 1)
            elif isinstance(child.tag, str):
                yield from self.pieces(child, depth + 1)
        if carried:
            yield Line(carried)

    def _paragraph(self, element: etree._Element, depth: int) -> tuple[Line, list[Piece]]:
        self._seen += 1
        if self._seen > MAX_PARAGRAPHS:
            raise Unreadable(f"文档超过{MAX_PARAGRAPHS}段")
        boxes: list[etree._Element] = []
        text = "".join(_runs(element, boxes, 0))
        style = self._styles.get(value(element, "pPr", "pStyle") or "", self._styles.get("", _Style()))
        num = value(element, "pPr", "numPr", "numId") or style.num
        level = value(element, "pPr", "numPr", "ilvl")
        number = self._lists.number(num, whole(level) if level else style.level) if num and num != "0" else ""
        outline = value(element, "pPr", "outlineLvl")
        heading = style.heading if not outline else whole(outline) + 1 if whole(outline) < BODY_TEXT else 0
        if (
            not heading
            and _is_bold(element)
            and len(text.strip()) <= BOLD_HEADING
            and not re.search("[。；，：]$", text.strip())
        ):
            heading = BODY_TEXT  # below every real heading
        line = Line(number + text if text.strip() else text, heading)
        return line, [piece for box in boxes for piece in self.pieces(box, depth + 1)]

    def _table(self, element: etree._Element, depth: int) -> Grid:
        rows = (row for row in _inside(element, "tr") if row.find(f"{W}trPr/{W}del") is None)
        return Grid(tuple(tuple(self._cells(row, depth)) for row in rows))

    def _cells(self, row: etree._Element, depth: int) -> Iterator[str]:
        """One text a grid column: a cell merged over several leaves the others empty."""
        for cell in _inside(row, "tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            pieces = list(self.pieces(cell, depth + 1))
            texts = (piece.text if isinstance(piece, Line) else _flat(piece) for piece in pieces)
            hidden = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            yield "" if hidden else "\n\n".join(text.strip() for text in texts if text.strip())
            span = whole(value(cell, "tcPr", "gridSpan"))
            yield from [""] * (min(span, 64) - 1)


def _flat(grid: Grid) -> str:
    """A table in a cell as lines of text."""
    return "\n\n".join(" ".join(cell for cell in row if cell) for row in grid.rows)


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name below `parent`, however they are wrapped, but for those inside one another."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            yield from _inside(child, name)


def _runs(element: etree._Element, boxes: list[etree._Element], depth: int) -> Iterator[str]:
    """The text of a paragraph's runs however they are wrapped; text boxes met on the way go to `boxes`."""
    if depth > MAX_DEPTH:
        raise Unreadable("文档嵌套太深")
    for child in element:
        if child.tag in _UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag in (f"{W}t", f"{_MATH}t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{W}sym":
            typed = child.get(f"{W}char") or ""
            code = int(typed, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", typed) else 0x25A1
            yield _SYMBOLS.get(code, chr(code))
        elif child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_MC}AlternateContent":
            yield from _runs(_chosen(child), boxes, depth + 1)
        elif not (child.tag == f"{W}r" and _hidden(child)):
            yield from _runs(child, boxes, depth + 1)


def _is_bold(paragraph: etree._Element) -> bool:
    """Whether every run that shows something is bold by its own setting."""
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(_runs(run, [], 0)).strip()]
    return bool(runs) and all(_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _hidden(run: etree._Element) -> bool:
    return _on(run.find(f"{W}rPr/{W}vanish"))


def _chosen(alternative: etree._Element) -> etree._Element:
    """One of an alternative's branches: the same text stands in each."""
    choice = alternative.find(f"{_MC}Choice")
    fallback = alternative.find(f"{_MC}Fallback")
    found = choice if choice is not None else fallback
    return alternative if found is None else found


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    """Paragraph styles by id; under the empty name the default one."""
    if root is None:
        return {}
    elements = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
    made = {name: _style(name, elements) for name in elements}
    default = (name for name, one in elements.items() if one.get(f"{W}default") and one.get(f"{W}type") == "paragraph")
    made[""] = made.get(next(default, ""), _Style())
    return made


def _style(name: str, elements: dict[str, etree._Element]) -> _Style:
    num = level = outline = title = ""
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        element = elements[name]
        num = num or value(element, "pPr", "numPr", "numId")
        level = level or value(element, "pPr", "numPr", "ilvl")
        outline = outline or value(element, "pPr", "outlineLvl")
        title = title or ("1" if value(element, "name").lower() == "title" else "")
        name = value(element, "basedOn")
    is_heading = outline and whole(outline) < BODY_TEXT
    return _Style(num, whole(level), whole(outline) + 1 if is_heading else whole(title))
