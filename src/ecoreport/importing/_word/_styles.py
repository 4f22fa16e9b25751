"""What the styles of a .docx say of paragraphs, runs and tables, inherited ones included."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ecoreport.importing._word.xml import W, value, whole

BODY_TEXT = 9  # the outline level that is none
_VERTICAL = ("left", "start", "right", "end", "insideV")
ALIGNED = {"center": "center", "right": "right", "end": "right"}
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """Numbers, headings and looks; `size` in points, 0 where it is not said."""

    num: str = ""
    level: str = ""  # empty where the list says which level has this style
    heading: int = 0
    align: str = ""
    bold: bool = False
    size: float = 0.0
    script: str = ""  # superscript, subscript
    hidden: bool = False
    contents: bool = False  # an entry of a table of contents
    ruled: bool = False  # a table's columns are parted by lines
    name: str = ""  # in small letters: programs write 「heading 1」 and 「Heading 1」


def styles(root: etree._Element | None) -> dict[str, Style]:
    """Styles by id; under the empty name the paragraphs' default one."""
    if root is None:
        return {}
    elements = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
    plain = Style(size=whole(value(root.find(f"{W}docDefaults/{W}rPrDefault"), "rPr", "sz")) / 2)
    made: dict[str, Style] = {}
    for name in elements:
        _make(name, elements, made, plain)
    default = (name for name, one in elements.items() if one.get(f"{W}default") and one.get(f"{W}type") == "paragraph")
    made[""] = made.get(next(default, ""), plain)
    return made


def _make(name: str, elements: Mapping[str, etree._Element], made: dict[str, Style], plain: Style) -> None:
    """Put the style of that id into `made`, those that it is based on before it."""
    waiting: dict[str, etree._Element] = {}
    while name in elements and name not in made and name not in waiting:
        waiting[name] = elements[name]
        name = value(elements[name], "basedOn")
    base = made.get(name, plain)
    for one, element in reversed(waiting.items()):
        made[one] = base = _style(element, base)


def _style(element: etree._Element, base: Style) -> Style:
    """What the style says, and of what it does not what the one that it is based on says."""
    outline, align = value(element, "pPr", "outlineLvl"), value(element, "pPr", "jc")
    named, run = value(element, "name").lower(), element.find(f"{W}rPr")
    bold, vanish = (None if run is None else run.find(W + name) for name in ("b", "vanish"))
    heading = (whole(outline) + 1 if whole(outline) < BODY_TEXT else 0) if outline else base.heading
    return Style(
        num=value(element, "pPr", "numPr", "numId") or base.num,
        level=value(element, "pPr", "numPr", "ilvl") or base.level,
        heading=heading or int(named == "title"),
        align=ALIGNED.get(align, "") if align else base.align,
        bold=base.bold if bold is None else is_on(bold),
        size=whole(value(run, "sz")) / 2 or base.size,
        script=value(run, "vertAlign") or base.script,
        hidden=base.hidden if vanish is None else is_on(vanish),
        contents=named.startswith("toc ") and named[4:].isdecimal(),
        ruled=base.ruled or is_ruled(element.find(f"{W}tblPr/{W}tblBorders")),
        name=named,
    )


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def is_ruled(borders: etree._Element | None) -> bool:
    """Whether borders of a table or a cell draw lines that part columns."""
    return borders is not None and any(
        one is not None and one.get(f"{W}val", "none") not in ("none", "nil")
        for one in (borders.find(W + side) for side in _VERTICAL)
    )
