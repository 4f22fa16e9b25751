"""Where a comment hangs: on the very words where a paragraph can be parted there, else on the paragraph."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ecoreport.typeset.word.paragraphs import PARAGRAPH, W, texts

_RUN, _RUN_PROPERTIES, _PROPERTIES = f"{W}r", f"{W}rPr", f"{W}pPr"
_PRESERVE = ("{http://www.w3.org/XML/1998/namespace}space", "preserve")
# What may stand around a run that is parted: in a field's result or a content control Word may write it anew.
_OPEN = frozenset(W + name for name in ("ins", "moveTo", "hyperlink", "smartTag"))
_TURNS = {"begin": 1, "end": -1}


def anchor(paragraph: etree._Element, start: int, end: int, number: int) -> None:
    """Hang comment `number` on characters of the paragraph's own text, on all of it where none stand there.

    A text box takes no comments: what is said of its words hangs on the paragraph that it is in.
    """
    outer = paragraph
    for around in paragraph.iterancestors(PARAGRAPH):
        outer = around
    words = _words(paragraph, start, end) if outer is paragraph and start < end else None
    if words is None:
        _around(outer, number)
        return
    (first, left), (last, right) = words
    behind = _cut(last, right, keep_left=True)
    before = _cut(first, left, keep_left=False)
    before.addprevious(_mark("commentRangeStart", number))
    closing = _mark("commentRangeEnd", number)
    behind.addnext(closing)
    (closing if behind.getparent() is paragraph else _child_with(paragraph, behind)).addnext(_reference(number))


def _words(paragraph: etree._Element, start: int, end: int) -> tuple[tuple[etree._Element, int], ...] | None:
    """The stretches in which the words begin and end, and where in them; None where one cannot be parted."""
    own = list(texts(paragraph))
    first = next(((one, start - at) for at, one in own if at <= start < at + len(one.text or "")), None)
    last = next(((one, end - at) for at, one in own if at < end <= at + len(one.text or "")), None)
    if first is None or last is None:
        return None
    fixed = frozenset(_in_fields(paragraph))
    return (first, last) if all(_is_open(one, paragraph, fixed) for one, _ in (first, last)) else None


def _is_open(text: etree._Element, paragraph: etree._Element, fixed: frozenset[etree._Element]) -> bool:
    run = text.getparent()
    if run is None or run.tag != _RUN or run in fixed:
        return False
    above = run.getparent()
    while above is not None and above is not paragraph:
        if above.tag not in _OPEN:
            return False
        above = above.getparent()
    return True


def _in_fields(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of the paragraph that are of a field, one that began before it too."""
    runs = [(run, run.find(f"{W}fldChar")) for run in paragraph.iter(_RUN)]
    turns = [_TURNS.get(mark.get(f"{W}fldCharType", ""), 0) if mark is not None else 0 for _, mark in runs]
    depth, least = 0, 0
    for turn in turns:
        depth += turn
        least = min(least, depth)
    depth = -least
    for (run, mark), turn in zip(runs, turns, strict=True):
        depth += turn
        if depth or mark is not None:
            yield run


def _cut(text: etree._Element, at: int, *, keep_left: bool) -> etree._Element:
    """Part the run of `text` there, and give the side that keeps its place: the left one, or the right one."""
    run = text.getparent()
    assert run is not None  # noqa: S101 - it has been looked at
    typed = text.text or ""
    content = [child for child in run if child.tag != _RUN_PROPERTIES]
    nth = content.index(text)
    moving = content[nth + 1 :] if keep_left else content[:nth]
    rest = typed[at:] if keep_left else typed[:at]
    if not rest and not moving:
        return run
    other = etree.Element(_RUN)
    other.attrib.update(run.attrib)
    properties = run.find(_RUN_PROPERTIES)
    if properties is not None:
        other.append(deepcopy(properties))
    parts = [_text(rest, text.tag)] if rest else []
    other.extend([*parts, *moving] if keep_left else [*moving, *parts])
    text.text = typed[:at] if keep_left else typed[at:]
    text.set(*_PRESERVE)
    if keep_left:
        run.addnext(other)
    else:
        run.addprevious(other)
    return run


def _text(typed: str, tag: str) -> etree._Element:
    made = etree.Element(tag, {_PRESERVE[0]: _PRESERVE[1]})
    made.text = typed
    return made


def _around(paragraph: etree._Element, number: int) -> None:
    properties = paragraph.find(_PROPERTIES)
    opening = _mark("commentRangeStart", number)
    if properties is not None:
        properties.addnext(opening)
    else:
        paragraph.insert(0, opening)
    paragraph.extend([_mark("commentRangeEnd", number), _reference(number)])


def _child_with(paragraph: etree._Element, element: etree._Element) -> etree._Element:
    while (above := element.getparent()) is not None and above is not paragraph:
        element = above
    return element


def _mark(name: str, number: int) -> etree._Element:
    return etree.Element(W + name, {f"{W}id": str(number)})


def _reference(number: int) -> etree._Element:
    run = etree.Element(_RUN)
    run.append(_mark("commentReference", number))
    return run
