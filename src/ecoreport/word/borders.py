"""Rules above and below a paragraph."""

from collections.abc import Mapping
from typing import NamedTuple

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph as WordParagraph

# What may follow borders in a paragraph's properties, in the order of the schema.
_SUCCESSORS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


class Rule(NamedTuple):
    """A line: thickness in eighths of a point, colour, and its distance from the text in pt."""

    eighths: int
    color: str = "auto"
    gap: int = 1


def add_borders(paragraph: WordParagraph, rules: Mapping[str, Rule]) -> None:
    """Draw `rules`, by side (`top`, `bottom`)."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{rule.eighths}" w:space="{rule.gap}" w:color="{rule.color}"/>'
        for side, rule in rules.items()
    )
    element = parse_xml(f"<w:pBdr {nsdecls('w')}>{borders}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(element, *_SUCCESSORS)  # noqa: SLF001 - no other door
