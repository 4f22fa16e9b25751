"""The section of landscape pages."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm

from ecoreport.typeset._turning import across
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._elements import add_part, rendered, set_paper


def section(document: Document, layout: Layout) -> Any:  # noqa: ANN401 - python-docx's is a CT_SectPr without a stub
    """The section of landscape pages; their numbers stand where those of upright pages do."""
    page, properties = across(layout.page), deepcopy(document.element.body.sectPr)
    made = Section(properties, document.part)
    made.orientation = WD_ORIENTATION.LANDSCAPE
    set_paper(made, page)
    made.footer_distance = Mm(page.bottom / 3)  # the empty line there must not push the text up
    upright = document.sections[0]
    for reference, footer in zip(
        properties.findall(qn("w:footerReference")), (upright.footer, upright.even_page_footer), strict=True
    ):
        number = deepcopy(footer.paragraphs[0]._p)  # noqa: SLF001 - what stands in the one is to stand in the other
        name, footer_part = f"footer{reference.get(qn('w:type'))}", _beside(number, layout)
        relation = add_part(document, name, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, footer_part)
        reference.set(qn("r:id"), relation)
    return properties


def _beside(number: Any, layout: Layout) -> Any:  # noqa: ANN401 - as above
    """A footer with the number in a box from the left edge of the paper, turned as its page is, in its middle."""
    page = across(layout.page)
    middle, high = Mm(page.left - layout.page.page_number_below), Mm(page.height - page.top - page.bottom)
    footer = rendered("footer.xml.j2", width=Length(2 * middle), height=high)
    next(footer.iter(qn("w:txbxContent"))).append(number)
    return footer
