"""What a .docx shows elsewhere than in its text, and what was read otherwise than it stands: lines for the account."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from ecoreport.importing._files.package import Package
from ecoreport.importing._pieces import PAGE_NUMBERS, Grid, Piece
from ecoreport.importing._word._runs import Notes
from ecoreport.importing._word.xml import W

_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"), ("comments", "comment", "批注"))
_MARGINS = (("header", "页眉"), ("footer", "页脚"))
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MOST_SHOWN = 12  # signs that are named as examples


def apart(package: Package, notes: Notes, read: Callable[[etree._Element], Iterable[Piece]]) -> Iterator[str]:
    """Page headers and footers without their page numbers, notes, comments, and what stands hidden in the text."""
    for kind, word in _MARGINS:
        margins = (_text(read(part)) for part in _parts(package, kind))
        yield from (f"{word}：{text}" for text in dict.fromkeys(margins) if text.strip(PAGE_NUMBERS))
    for kind, name, word in _NOTES:
        for part in _parts(package, kind):
            notes_of = list(part.iterchildren(W + name)) or [part]
            shown = (f"{word}：{text}" for one in notes_of if (text := _text(read(one))))
            yield from shown
    targets = {name: part for name, _, part in package.relations(package.main)} if notes.graphics else {}
    for relation in dict.fromkeys(notes.graphics):
        yield from _graphic(package, targets.get(relation, ""))
    for word, texts in (
        ("目录", notes.contents),
        ("修订删去的文字", notes.deleted),
        ("隐藏的文字", notes.hidden),
        ("注音", notes.readings),
    ):
        if joined := "；".join(text.strip() for text in texts if text.strip()):
            yield f"{word}：{joined}"
    yield from notes.apart


def _parts(package: Package, kind: str) -> Iterator[etree._Element]:
    for name in package.related(package.main, f"/{kind}"):
        part = package.xml(name)
        if part is not None:
            yield part


def _text(pieces: Iterable[Piece]) -> str:
    texts = (
        " ".join(cell for row in piece.rows for cell in row) if isinstance(piece, Grid) else piece.text
        for piece in pieces
    )
    return " ".join(text.strip() for text in texts if text.strip())


def _graphic(package: Package, part: str) -> Iterator[str]:
    """The words in a chart or a diagram."""
    root = package.xml(part) if part else None
    if root is not None:
        words = dict.fromkeys(
            one.text.strip() for one in root.iter(f"{_A}t", f"{_C}v") if one.text and one.text.strip()
        )
        yield f"图形里的文字：{' '.join(words)}" if words else "一个图形，里面没有文字"


def said(notes: Notes) -> Iterator[str]:
    """What reading took for something else than it stands, in a line each."""
    if notes.inserted or notes.deleted:
        yield f"文档里有修订，照接受修订后的样子导入：插入{notes.inserted}处，删去{len(notes.deleted)}处"
    if notes.scripts:
        yield f"上标、下标写成了单个的字：{_some(notes.scripts)}"
    if notes.levelled:
        yield f"上标、下标没有对应的字，写成了平排的：{_some(notes.levelled)}"
    if notes.struck:
        yield f"带删除线的文字也导入了：{_some(notes.struck)}"
    if notes.unknown:
        yield f"认不出的符号写成了 □：{_some(notes.unknown)}"
    if notes.formulas:
        yield f"公式写成了一行文字，共{notes.formulas}个"
    if notes.pictures:
        yield f"图片{notes.pictures}张，没有导入"
    if notes.objects:
        yield f"嵌入的对象（公式、表格等）{notes.objects}个，没有导入"
    yield from notes.said


def _some(texts: list[str]) -> str:
    """The first few of the different ones."""
    found = list(dict.fromkeys(texts))
    return "、".join(found[:_MOST_SHOWN]) + ("等" if len(found) > _MOST_SHOWN else "")
