"""The text of a paragraph of a .docx, run by run, and what it does not show in its line, to be told."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ecoreport.importing._pieces import Stretch
from ecoreport.importing._symbols import FALLBACK, is_symbol_font, scripted, sign, signs
from ecoreport.importing._word._fields import Fields
from ecoreport.importing._word._math import M, linear
from ecoreport.importing._word._styles import Style, is_on
from ecoreport.importing._word.xml import W, value, whole
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.typeset.word.paragraphs import texts

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURES = frozenset({"{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", f"{_V}imagedata"})
_GRAPHICS = {
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": f"{_R}id",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": f"{_R}dm",
}
# What hangs on a paragraph: a box of paragraphs, decorative writing, the text of a drawing.
_BOXES: Mapping[str, Callable[[etree._Element], etree._Element | str]] = {
    f"{W}txbxContent": lambda box: box,
    f"{_V}textpath": lambda writing: writing.get("string", ""),
    f"{_A}p": lambda text: "".join(one.text or "" for one in text.iter(f"{_A}t")),
}
MAX_DEPTH = 200
# Properties: nothing that a page shows.
UNSEEN = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "tblPr",
        "tcPr",
        "trPr",
        "sdtPr",
        "sdtEndPr",
        "rubyPr",
        "sectPr",
        "fldData",
        "ffData",
        "tblGrid",
        "rt",
        "customXmlPr",
        "smartTagPr",
    )
)
GONE = frozenset(W + name for name in ("del", "moveFrom", "delText", "delInstrText"))
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_UNKNOWN = "□"


@dataclass
class Notes:
    """What a document shows elsewhere than in its lines, or not as it stands in them."""

    inserted: int = 0
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)  # raised and lowered letters, as they are written now
    levelled: list[str] = field(default_factory=list)  # those that there is no raised or lowered sign for
    struck: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)  # signs of picture fonts
    pictures: int = 0
    objects: int = 0
    formulas: int = 0
    graphics: list[str] = field(default_factory=list)  # relations of charts and diagrams
    apart: list[str] = field(default_factory=list)  # of documents within it
    said: list[str] = field(default_factory=list)


@dataclass
class Text:
    """A paragraph's text; `boxes`: the text boxes, or the words of decorative writing, that hang on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element | str] = field(default_factory=list)
    bold: bool = True
    sizes: Counter[float] = field(default_factory=Counter)
    stretches: list[Stretch] = field(default_factory=list)
    length: int = 0  # of the parts

    @property
    def size(self) -> float:
        """Points of most of its characters."""
        return max(self.sizes, key=self.sizes.__getitem__, default=0.0)


@dataclass(frozen=True, slots=True)
class _Look:
    hidden: bool = False
    bold: bool = False
    size: float = 0.0
    script: str = ""
    font: str = ""  # one that shows pictures for letters
    struck: bool = False


class Runs:
    """Reads paragraphs one after another; fields reach from one into the next."""

    def __init__(self, styles: Mapping[str, Style], notes: Notes, ignored: frozenset[int]) -> None:
        self._styles = styles
        self._notes = notes
        self._fields = Fields(ignored)
        self._number = -1  # of the paragraph
        self._starts: dict[etree._Element, int] = {}  # of its stretches of text

    @property
    def unclosed(self) -> frozenset[int]:
        """The fields, counted as they begin, that have not ended."""
        return self._fields.unclosed

    def read(self, paragraph: etree._Element, style: Style, number: int = -1) -> Text:
        """The paragraph's text, which `style` sets where its runs do not; `number` counts the file's paragraphs."""
        made = Text()
        self._number, self._starts = number, {element: start for start, element in texts(paragraph)}
        self._inside(paragraph, made, _Look(style.hidden, style.bold, style.size), 0)
        return made

    def _inside(self, element: etree._Element, made: Text, look: _Look, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise Unreadable("文档嵌套太深", "看看是不是拿错了文件")
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._inside(child, made, self._look(child, look), depth + 1)
            elif tag == f"{W}t":
                self._emit(child.text or "", made, look, self._starts.get(child, -1))
            elif tag in UNSEEN or not isinstance(tag, str):
                if tag == f"{W}rt":
                    self._notes.readings.append(text_of(child))
            elif tag in GONE:
                if tag == f"{W}del":
                    self._notes.deleted.append(text_of(child))
            elif tag in _MARKS:
                self._emit(_MARKS[tag], made, look)
            else:
                self._other(child, made, look, depth)

    def _other(self, child: etree._Element, made: Text, look: _Look, depth: int) -> None:
        """What is rarer than text and its properties."""
        tag = child.tag
        if tag == f"{W}fldChar":
            self._emit(self._fields.mark(child), made, look)
            if self._fields.readings:
                self._notes.readings.append(self._fields.readings.pop())
        elif tag == f"{W}instrText":
            self._fields.instruct(child.text or "")
        elif tag == f"{W}sym":
            self._emit(self._symbol(child), made, look)
        elif tag in (f"{M}oMath", f"{M}oMathPara"):
            self._notes.formulas += 1
            self._emit(linear(child), made, look)
        elif tag in _BOXES:
            made.boxes.append(_BOXES[tag](child))
        elif tag in _GRAPHICS:
            self._notes.graphics.append(child.get(_GRAPHICS[tag], ""))
        else:
            self._notes.inserted += tag == f"{W}ins"
            self._notes.pictures += tag in _PICTURES
            self._notes.objects += tag == f"{W}object"
            if tag != f"{W}object":
                self._inside(chosen(child) if tag == f"{MC}AlternateContent" else child, made, look, depth + 1)

    def _look(self, run: etree._Element, around: _Look) -> _Look:
        properties = run.find(f"{W}rPr")
        if properties is None or not len(properties):
            return around
        style = self._styles.get(value(properties, "rStyle"), Style())
        bold, vanish, size = (properties.find(W + name) for name in ("b", "vanish", "sz"))
        struck = is_on(properties.find(f"{W}strike")) or is_on(properties.find(f"{W}dstrike"))
        return _Look(
            hidden=is_on(vanish) if vanish is not None else around.hidden or style.hidden,
            bold=is_on(bold) if bold is not None else around.bold or style.bold,
            size=whole(size.get(f"{W}val")) / 2 if size is not None else around.size,
            script=value(properties, "vertAlign") or style.script,
            font=_picture_font(properties.find(f"{W}rFonts")),
            struck=struck,
        )

    def _symbol(self, element: etree._Element) -> str:
        """The sign that stands for a letter of a picture font; one that is not known is said."""
        typed, font = element.get(f"{W}char") or "", element.get(f"{W}font") or FALLBACK
        code = int(typed, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", typed) else 0
        found = sign(font, code) or ("" if _PRIVATE.match(chr(code)) or code < ord(" ") else chr(code))
        if not found or 0xD800 <= code < 0xE000:  # noqa: PLR2004 - halves of characters
            self._notes.unknown.append(f"{font} {typed}")
            return _UNKNOWN
        return found

    def _emit(self, text: str, made: Text, look: _Look, start: int = -1) -> None:
        """Put the text where it belongs: into the line, a field's instruction, the contents, or what is hidden.

        `start` says where in the paragraph it was typed, if it was.
        """
        typed = len(text)
        if not text or self._fields.takes(text):
            return
        if look.font or _PRIVATE.search(text):
            text = signs(look.font or FALLBACK, text)
        if look.hidden:
            self._notes.hidden.append(text)
        elif self._fields.in_contents:
            self._notes.contents.append(text)
        else:
            made.parts.append(self._scripted(text, look.script))
            if start >= 0 and typed == len(made.parts[-1]):
                made.stretches.append(Stretch(made.length, typed, self._number, start))
            made.length += len(made.parts[-1])
            if look.struck:
                self._notes.struck.append(text)
            if bare := len(text.strip()):
                made.bold = made.bold and look.bold
                made.sizes[look.size] += bare

    def _scripted(self, text: str, script: str) -> str:
        if script not in ("superscript", "subscript") or not text.strip():
            return text
        found = scripted(text, script)
        (self._notes.scripts if found else self._notes.levelled).append(found or text)
        return found or text


def _picture_font(fonts: etree._Element | None) -> str:
    if fonts is None:
        return ""
    named = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    return named if is_symbol_font(named) else ""


def chosen(alternative: etree._Element) -> etree._Element:
    """One of an alternative's branches: the same text stands in each, or in that which programs fall back on alone."""
    choice = alternative.find(f"{MC}Choice")
    fallback = alternative.find(f"{MC}Fallback")
    if choice is not None and fallback is not None and not _has_text(choice) and _has_text(fallback):
        return fallback
    found = choice if choice is not None else fallback
    return alternative if found is None else found


def _has_text(element: etree._Element) -> bool:
    return next(element.iter(f"{W}t", f"{_V}textpath", f"{_A}t", *_PICTURES), None) is not None


def text_of(element: etree._Element) -> str:
    """All the text within, deleted text too."""
    return "".join(one.text or "" for one in element.iter(f"{W}t", f"{W}delText"))
