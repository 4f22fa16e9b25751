"""What the styles of a .docx say of paragraphs, runs and tables, inherited ones included."""

from dataclasses import dataclass

from lxml import etree

from ecoreport.importing._numbers import W, value, whole

BODY_TEXT = 9  # the outline level that is none
_MOST_ANCESTORS = 32
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


def styles(root: etree._Element | None) -> dict[str, Style]:
    """Styles by id; under the empty name the paragraphs' default one."""
    if root is None:
        return {}
    elements = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
    size = value(root.find(f"{W}docDefaults/{W}rPrDefault"), "rPr", "sz")
    made = {name: _style(name, elements, size) for name in elements}
    default = (name for name, one in elements.items() if one.get(f"{W}default") and one.get(f"{W}type") == "paragraph")
    made[""] = made.get(next(default, ""), Style(size=whole(size) / 2))
    return made


def _style(name: str, elements: dict[str, etree._Element], size: str) -> Style:
    """The style of that id; what it does not say is said by the one that it is based on."""
    chain: list[etree._Element] = []
    while name in elements and elements[name] not in chain and len(chain) < _MOST_ANCESTORS:
        chain.append(elements[name])
        name = value(chain[-1], "basedOn")
    named = value(chain[0], "name").lower()

    def first(*path: str) -> str:
        return next((found for one in chain if (found := value(one, *path))), "")

    outline = first("pPr", "outlineLvl")
    is_heading = outline and whole(outline) < BODY_TEXT
    title = any(value(one, "name").lower() == "title" for one in chain)
    return Style(
        num=first("pPr", "numPr", "numId"),
        level=first("pPr", "numPr", "ilvl"),
        heading=whole(outline) + 1 if is_heading else int(title),
        align=ALIGNED.get(first("pPr", "jc"), ""),
        bold=any_on(chain, "b"),
        size=whole(first("rPr", "sz") or size) / 2,
        script=first("rPr", "vertAlign"),
        hidden=any_on(chain, "vanish"),
        contents=named.startswith("toc ") and named[4:].isdecimal(),
        ruled=any(is_ruled(one.find(f"{W}tblPr/{W}tblBorders")) for one in chain),
    )


def any_on(elements: list[etree._Element], name: str) -> bool:
    """Whether the first of the elements whose run properties hold the switch sets it."""
    found = (one.find(f"{W}rPr/{W}{name}") for one in elements)
    return is_on(next((one for one in found if one is not None), None))


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def is_ruled(borders: etree._Element | None) -> bool:
    """Whether borders of a table or a cell draw lines that part columns."""
    return borders is not None and any(
        one is not None and one.get(f"{W}val", "none") not in ("none", "nil")
        for one in (borders.find(W + side) for side in _VERTICAL)
    )
