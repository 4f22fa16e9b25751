"""Pieces to paragraphs and tables at the end of a document; where two versions differ, as revisions (修订)."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import cached_property, lru_cache
from itertools import pairwise, zip_longest
from typing import Any, cast

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Twips
from docx.text.parfmt import ParagraphFormat
from lxml import etree

from ecoreport.text.diff import ADDED, KEPT, REMOVED, segments
from ecoreport.text.placeholders import MARK
from ecoreport.text.tables import shares
from ecoreport.typeset._turning import across
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._charts import Charts
from ecoreport.typeset.word._elements import (
    element,
    needs_han_font,
    set_characters,
    set_off_grid,
    set_rules,
    text_width,
)
from ecoreport.typeset.word._landscape import section
from ecoreport.typeset.word._pairs import Versions, paired, rows_of
from ecoreport.typeset.word._pieces import PLAIN, Direct, Imprint, Line, Picture, Piece, Rows, Span, Turn
from ecoreport.typeset.word._styles import ALIGN, CELL, CHART, NORMAL, STYLES, TABLE

_LOWEST_LINE = Twips(10)  # too low to need a line of its own
_TABS = {"left": WD_TAB_ALIGNMENT.LEFT, "right": WD_TAB_ALIGNMENT.RIGHT}
_BREAKS = re.compile("([\t\n])")
_R, _RPR, _T, _DEL_TEXT, _FONTS = (qn(f"w:{name}") for name in ("r", "rPr", "t", "delText", "rFonts"))
_MARKS = {"\t": qn("w:tab"), "\n": qn("w:br")}
_STYLE, _SIZE, _HIGHLIGHT, _VAL, _HINT, _EAST_ASIA = (
    qn(f"w:{name}") for name in ("rStyle", "sz", "highlight", "val", "hint", "eastAsia")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CENTRED = Direct(align="center")
_NO_SPAN = Span("")
_KINDS = 256  # kinds of paragraphs that are kept made


class Revisions:
    """Marks of who changed what, counted through the document."""

    def __init__(self, author: str, day: dt.date) -> None:
        """No mark yet."""
        self._said = {"author": author, "date": f"{day.isoformat()}T00:00:00Z"}
        self._count = 0

    def mark(self, what: str) -> Any:  # noqa: ANN401 - python-docx has no class for it
        """A mark that something was added or removed."""
        self._count += 1
        return element("w:ins" if what == ADDED else "w:del", id=self._count, **self._said)


class Body:
    """Writes pairs of pieces, an old one and a new one, at the end of the document."""

    def __init__(self, document: Document, layout: Layout, revisions: Revisions | None = None) -> None:
        """Nothing written yet; without `revisions` old and new must be the same."""
        self._document, self._layout, self._revisions = document, layout, revisions
        self._end = document.element.body.sectPr
        self._charts = Charts(document, layout)

    def add(self, pairs: Iterable[Versions[Piece]]) -> None:
        """All pairs in order, each in constant time."""
        last: CT_P | CT_Tbl | None = None
        versions: Versions[Piece] | None = None
        for versions in pairs:
            made = self._element(versions)
            if self._revisions and isinstance(last, CT_Tbl) and isinstance(made, CT_Tbl):
                self._end.addprevious(self._nothing(self._revisions))  # Word makes two tables that touch one
            self._end.addprevious(made)
            last = made
        if versions and isinstance(versions.new, Turn) and isinstance(last, CT_P):
            body = self._document.element.body
            body.replace(self._end, last.get_or_add_pPr().sectPr)  # else an empty page would follow
            body.remove(last)

    def _element(self, versions: Versions[Piece]) -> CT_P | CT_Tbl:
        match versions.shape:
            case Line():
                return self._line(cast("Versions[Line]", versions))
            case Rows():
                return self._table(cast("Versions[Rows]", versions))
            case Picture(drawing):
                return self._drawn(self._charts.drawn(drawing), versions.mark, STYLES[CHART])
            case Imprint():
                return self._imprint(cast("Versions[Imprint]", versions))
            case Turn(landscape):
                return self._turn(versions.mark, landscape=landscape)

    def _turn(self, mark: str, *, landscape: bool) -> CT_P:
        """The end of pages of one kind: a paragraph too low to be seen."""
        p = self._paragraph(NORMAL, Direct(line=_LOWEST_LINE), mark)
        p.get_or_add_pPr().append(deepcopy(self._landscape if landscape else self._end))
        return p

    @cached_property
    def _landscape(self) -> Any:  # noqa: ANN401 - python-docx has no name for it
        return section(self._document, self._layout)

    def _imprint(self, versions: Versions[Imprint]) -> CT_P:
        box = self._charts.box(versions.shape.height)
        inside = next(box.iter(qn("w:txbxContent")))
        for lines in paired(*(one.lines if one else () for one in versions)):
            inside.append(self._line(lines))
        return self._drawn(box, versions.mark, NORMAL, Direct(line=_LOWEST_LINE))

    def _line(self, versions: Versions[Line]) -> CT_P:
        shape = versions.shape
        p = self._paragraph(shape.style, shape.direct, versions.mark)
        for before, after in zip_longest(*(one.spans if one else () for one in versions), fillvalue=_NO_SPAN):
            self._say(p, before.text, after.text, after if versions.new and after.text else before)
        return p

    def _paragraph(self, style: str, direct: Direct = PLAIN, mark: str = KEPT) -> CT_P:
        """An empty paragraph."""
        p = deepcopy(_empty(style, direct))
        if mark != KEPT and self._revisions:
            marked = element("w:rPr", self._revisions.mark(mark))
            p.get_or_add_pPr().insert_element_before(marked, "w:sectPr", "w:pPrChange")
        return p

    def _nothing(self, revisions: Revisions) -> CT_P:
        """An empty paragraph that was put in and taken out again: it is in neither version."""
        marks = element("w:rPr", revisions.mark(ADDED), revisions.mark(REMOVED))
        nothing: CT_P = element("w:p", element("w:pPr", marks))
        return nothing

    def _say(self, p: CT_P, old: str, new: str, span: Span) -> None:
        """The text in runs; what went and what came inside their marks."""
        for mark, text in segments(old, new) if old != new else ((KEPT, new),):
            place = p if mark == KEPT or not self._revisions else self._revisions.mark(mark)
            for said in filter(None, MARK.split(text)):
                _add_run(place, said, span, removed=mark == REMOVED)
            if place is not p:
                p.append(place)

    def _table(self, versions: Versions[Rows]) -> CT_Tbl:
        """As wide as the 版心; the heading repeats on every page, and no row is torn by the end of one."""
        shape, page = versions.shape, self._layout.page
        whole = text_width(across(page) if shape.landscape else page)
        widths = _widths(shape.rows, whole, self._layout.style(CELL).size)
        table = CT_Tbl.new_tbl(0, len(widths), whole)
        table.tblStyle_val, table.tblPr.autofit = TABLE, False
        for column, wide in zip(table.tblGrid.gridCol_lst, widths, strict=True):
            column.w = wide
        for rows, heading in rows_of(versions):
            centred = [True] * len(widths) if heading else shape.table.centred
            table.append(self._row(rows, widths, centred, heading=heading))
        if shape.keep_next:
            for cell in table.tr_lst[-1].tc_lst:
                ParagraphFormat(cell.p_lst[0]).keep_with_next = True
        return table

    def _row(
        self, versions: Versions[Sequence[str]], widths: Sequence[Length], centred: Sequence[bool], *, heading: bool
    ) -> BaseOxmlElement:
        mark = versions.mark
        properties = [element("w:cantSplit"), *([element("w:tblHeader")] if heading else [])]
        if mark != KEPT and self._revisions:
            properties.append(self._revisions.mark(mark))
        row: BaseOxmlElement = element("w:tr", element("w:trPr", *properties))
        old, new = (one if one is not None else [""] * len(widths) for one in versions)
        for wide, middle, before, after in zip(widths, centred, old, new, strict=True):
            text = self._paragraph(STYLES[CELL], _CENTRED if middle else PLAIN, mark)
            self._say(text, before, after, _NO_SPAN)
            shape = element("w:tcPr", element("w:tcW", w=wide.twips, type="dxa"), element("w:vAlign", val="center"))
            row.append(element("w:tc", shape, text))
        return row

    def _drawn(self, drawing: BaseOxmlElement, mark: str, style: str, direct: Direct = PLAIN) -> CT_P:
        p = self._paragraph(style, direct, mark)
        run = element("w:r", drawing)
        if mark != KEPT and self._revisions:
            marked = self._revisions.mark(mark)
            marked.append(run)
            run = marked
        p.append(run)
        return p


@lru_cache(_KINDS)
def _empty(style: str, direct: Direct) -> CT_P:
    """An empty paragraph, of which copies are taken."""
    p: CT_P = element("w:p", element("w:pPr", element("w:pStyle", val=style)))
    if direct != PLAIN:
        _set(p, direct)
    return p


def _set(p: CT_P, direct: Direct) -> None:
    """What the style cannot know."""
    form = ParagraphFormat(p)
    for name, value in (
        ("space_before", direct.before),
        ("space_after", direct.after),
        ("left_indent", direct.left),
        ("right_indent", direct.right),
        ("first_line_indent", direct.first_line),
        ("line_spacing", direct.line),
        ("keep_with_next", direct.keep_next or None),
        ("page_break_before", direct.new_page or None),
        ("alignment", ALIGN.get(direct.align)),
    ):
        if value is not None:
            setattr(form, name, value)
    if direct.first_line is not None:
        set_characters(p.get_or_add_pPr().get_or_add_ind(), 0)  # else the style's own indent in 字 would win
    if direct.off_grid:
        set_off_grid(p.get_or_add_pPr())
    for at, side in direct.tabs:
        form.tab_stops.add_tab_stop(at, _TABS[side])
    rules = {side: rule for side, rule in (("top", direct.top), ("bottom", direct.bottom)) if rule}
    if rules:
        set_rules(p, **rules)


def _add_run(place: BaseOxmlElement, text: str, span: Span, *, removed: bool) -> None:
    """A run of text, its open places highlighted; by lxml, for python-docx takes a call a character."""
    run = etree.SubElement(place, _R)
    marked, han = MARK.fullmatch(text), needs_han_font(text)
    if han or marked or any(span[1:]):
        properties = etree.SubElement(run, _RPR)
        if span.style:
            etree.SubElement(properties, _STYLE).set(_VAL, span.style)
        fonts = {**({_HINT: "eastAsia"} if han else {}), **({_EAST_ASIA: span.font} if span.font else {})}
        if fonts:
            etree.SubElement(properties, _FONTS, fonts)
        if span.size:
            etree.SubElement(properties, _SIZE).set(_VAL, str(round(span.size * 2)))
        if marked:
            etree.SubElement(properties, _HIGHLIGHT).set(_VAL, "yellow")
    for piece in _BREAKS.split(text) if "\t" in text or "\n" in text else (text,):
        if piece in _MARKS:
            etree.SubElement(run, _MARKS[piece])
        elif piece:
            said = etree.SubElement(run, _DEL_TEXT if removed else _T)
            said.text = piece
            if piece != piece.strip():
                said.set(_SPACE, "preserve")


def _widths(rows: Sequence[Sequence[str]], whole: Length, size: float) -> list[Length]:
    """The width of each column, together exactly `whole`."""
    found = shares(rows, whole.pt / size)
    edges = [round(whole.twips * sum(found[:at]) / sum(found)) for at in range(len(found) + 1)]
    return [Twips(after - before) for before, after in pairwise(edges)]
