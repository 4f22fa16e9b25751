"""What python-docx has no name for: lengths in 字, fonts of han, the grid, rules, marks of a run."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_RPr
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt, Twips
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ecoreport.text.quantity import plain
from ecoreport.typeset.layout import SIZE_3, Page

_AMBIGUOUS = re.compile("[“”‘’—…·]")  # falls to the Latin font, half as wide, unless the run is marked as East Asian
_HERE = Path(__file__).parent


def characters(count: float, page: Page, size: float = SIZE_3) -> Length:
    """The width of so many 字 of `size` pt on the page's grid: 315 twips for one 字 of 3号."""
    return Twips(round(count * (size + page.character_spacing) * 20))


def text_width(page: Page) -> Length:
    """The width of the 版心, in whole twips."""
    return Twips(Mm(page.width).twips - Mm(page.left).twips - Mm(page.right).twips)


def element(tag: str, *below: BaseOxmlElement, **attributes: object) -> Any:  # noqa: ANN401 - each tag has a class of its own
    """An element of WordprocessingML with its attributes and what stands below it."""
    made = OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    made.extend(below)
    return made


def set_fonts(properties: CT_RPr, han: str, latin: str) -> None:
    """The font of han and the one of all else, in all four slots: what a slot lacks comes from the theme."""
    fonts = properties.get_or_add_rFonts()
    for slot, name in (("ascii", latin), ("hAnsi", latin), ("eastAsia", han), ("cs", latin)):
        fonts.set(qn(f"w:{slot}"), name)


def set_characters(ind: BaseOxmlElement, first_line: float) -> None:
    """The first line's indent in 字 as well, which Word prefers to a length; 0 sets off a style's own."""
    ind.set(qn("w:firstLineChars"), str(round(first_line * 100)))


def set_lines(spacing: BaseOxmlElement, before: float, after: float) -> None:
    """The space above and below in lines of the grid as well."""
    for side, count in (("before", before), ("after", after)):
        spacing.set(qn(f"w:{side}Lines"), str(round(count * 100)))


def set_letter_spacing(properties: BaseOxmlElement, by: float) -> None:
    """Letters wider apart, or closer, by so many points."""
    _put(properties, element("w:spacing", val=Pt(by).twips), "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def set_complex_size(properties: BaseOxmlElement, points: float) -> None:
    """The size of complex scripts, which python-docx leaves to the default."""
    _put(properties, element("w:szCs", val=round(points * 2)), "w:highlight", "w:u", "w:lang")


def set_hanging_marks(properties: BaseOxmlElement, *, allowed: bool) -> None:
    """Whether a mark at the end of a line may stand outside of the text area."""
    mark = element("w:overflowPunct", val=int(allowed))
    _put(properties, mark, "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing")


def set_off_grid(properties: BaseOxmlElement) -> None:
    """Lines as high as the text needs, not as high as the grid has them."""
    _put(properties, element("w:snapToGrid", val=0), "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def set_rules(p: CT_P, **sides: tuple[int, str, int]) -> None:
    """Rules at the `top` and the `bottom`: eighths of a point, colour, distance from the text in pt."""
    drawn = (
        element(f"w:{side}", val="single", sz=thick, space=gap, color=color)
        for side, (thick, color, gap) in sides.items()
    )
    _put(p.get_or_add_pPr(), element("w:pBdr", *drawn), "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _put(properties: BaseOxmlElement, made: BaseOxmlElement, *behind: str) -> None:
    """In place of those of its kind, before what the schema wants behind it."""
    for known in properties.findall(made.tag):
        properties.remove(known)
    properties.insert_element_before(made, *behind)


def needs_han_font(text: str) -> bool:
    """Whether quotes or dashes of the text are to be set in the font of han."""
    return _AMBIGUOUS.search(text) is not None


def rendered(name: str, **values: object) -> Any:  # noqa: ANN401 - as above
    """The element that a template of this room makes of the values; what is put into it is escaped."""
    return parse_xml(_environment().get_template(name).render(values).encode())


@cache
def _environment() -> Environment:
    templates = FileSystemLoader(_HERE)
    made = Environment(
        loader=templates,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["plain"] = plain
    return made


def set_paper(section: Section, page: Page) -> None:
    """Paper and margins (5.1, 5.2.1)."""
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)


def set_grid(section: Section, page: Page) -> None:
    """The lines that text stands on, and the characters on them where that is asked for (in 1/4096 pt)."""
    [grid] = section._sectPr.findall(qn("w:docGrid"))  # noqa: SLF001 - no API
    grid.set(qn("w:linePitch"), str(Pt(page.line_pitch).twips))
    if page.grid == "characters":
        grid.set(qn("w:type"), "linesAndChars")
        grid.set(qn("w:charSpace"), str(round(page.character_spacing * 4096)))


def add_part(document: Document, name: str, kind: str, relation: str, content: BaseOxmlElement) -> str:
    """A part of the document's own; its relation's id."""
    part = Part(PackURI(f"/word/{name}.xml"), kind, serialize_part_xml(content), document.part.package)
    return document.part.relate_to(part, relation)
