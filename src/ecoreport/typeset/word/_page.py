"""The page: paper, 版心, grid, and page numbers outside left and right (5.1, 5.2, 7.5)."""

from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._markup import HEAD, WORD
from ecoreport.typeset.word._runs import paragraph, runs
from ecoreport.typeset.word._styles import NAMES
from ecoreport.typeset.word._units import twips_of_characters, twips_of_mm, twips_of_points

_MM_PER_POINT = 25.4 / 72
_LINE_PER_SIZE = 1.3  # height of an automatic line of 宋体
_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def section(layout: Layout, footers: dict[str, str]) -> str:
    """The section's size, margins and grid, and its footers: the relation of each, by the pages that it is for."""
    page = layout.page
    size = f'<w:pgSz w:w="{twips_of_mm(page.width)}" w:h="{twips_of_mm(page.height)}"/>'
    margins = "".join(
        f' w:{side}="{twips_of_mm(margin)}"'
        for side, margin in (("top", page.top), ("right", page.right), ("bottom", page.bottom), ("left", page.left))
    )
    referred = "".join(f'<w:footerReference w:type="{pages}" r:id="{id_}"/>' for pages, id_ in footers.items())
    return (
        f'<w:sectPr>{referred}{size}<w:pgMar{margins} w:header="0" w:footer="{_footer_distance(layout)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{twips_of_points(page.line_pitch)}"/></w:sectPr>'
    )


def _footer_distance(layout: Layout) -> int:
    """From the paper's lower edge to the footer's, so that the dash's middle is 7 mm under the 版心 (7.5)."""
    half_line = layout.styles["page-number"].size * _LINE_PER_SIZE * _MM_PER_POINT / 2
    return twips_of_mm(layout.page.bottom - layout.page.page_number_below - half_line)


def footer(side: str, layout: Layout) -> str:
    """「— 1 —」, 空一字 from the outer edge of the 版心, which is `right` or `left`; as a part of its own."""
    style = layout.styles["page-number"]
    one = twips_of_characters(style.right, layout.page, style.size)
    left, right = (one, 0) if side == "left" else (0, one)
    place = f'<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="{side}"/>'
    number = paragraph(NAMES["page-number"].id, f"{runs('— ')}{_FIELD}{runs(' —')}", place)
    return f'{HEAD}<w:ftr xmlns:w="{WORD}">{number}</w:ftr>'
