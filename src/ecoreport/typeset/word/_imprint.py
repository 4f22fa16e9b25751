"""版记: 抄送机关, 印发机关 and 印发日期 at the foot of the last page, between rules (7.4)."""

import math
from collections.abc import Mapping

from ecoreport.report.blocks import Kind
from ecoreport.text.titles import width
from ecoreport.typeset.layout import Layout
from ecoreport.typeset.word._borders import Rule, borders
from ecoreport.typeset.word._runs import paragraph, runs, tabs
from ecoreport.typeset.word._styles import NAMES, NORMAL
from ecoreport.typeset.word._units import TWIPS_PER_POINT, text_width, twips_of_characters, twips_of_points

KINDS = (Kind.CC, Kind.PRINTER, Kind.PRINT_DATE)
OUTER, INNER = Rule(eighths=8, gap=3), Rule(eighths=6, gap=3)  # 0.35 mm and 0.25 mm, 7.4.1
_EMU_PER_TWIP = 635
_RULES_HEIGHT = 200  # twips for the three rules and their distance from the text
_LOWEST_LINE = 10  # twips: too low to need a line of its own
_DRAWING = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def imprint(texts: Mapping[Kind, str], layout: Layout) -> str:
    """The 版记, as wide as the 版心; nothing where `texts` hold none.

    It stands in a text box on the last paragraph: a frame or a floating table as wide as the 版心 is set
    inline by LibreOffice. Whether the last page is an even one only the program that lays it out knows.
    """
    printed = "\t".join(texts[kind] for kind in (Kind.PRINTER, Kind.PRINT_DATE) if kind in texts)
    lines = [line for line in (texts.get(Kind.CC), printed) if line]
    if not lines:
        return ""
    content = "".join(_line(line, at, len(lines), layout) for at, line in enumerate(lines))
    size = layout.styles["cc"].size
    rows = sum(math.ceil(width(line) * size * TWIPS_PER_POINT / text_width(layout.page)) for line in lines)
    height = rows * twips_of_points(layout.page.line_pitch) + _RULES_HEIGHT
    box = f"<w:r>{_box(content, text_width(layout.page), height)}</w:r>"
    return paragraph(NORMAL, box, f'<w:spacing w:line="{_LOWEST_LINE}" w:lineRule="exact"/>')


def _line(text: str, at: int, count: int, layout: Layout) -> str:
    one = twips_of_characters(1, layout.page, layout.styles["cc"].size)
    rules = {"top": INNER if at else OUTER}
    if at == count - 1:
        rules["bottom"] = OUTER
    stop = tabs((text_width(layout.page) - one, "right"))
    return paragraph(NAMES[Kind.CC].id, runs(text), borders(rules), stop)


def _box(content: str, box_width: int, height: int) -> str:
    extent = f'cx="{box_width * _EMU_PER_TWIP}" cy="{height * _EMU_PER_TWIP}"'
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _DRAWING.items())
    return (
        f'<w:drawing {spaces}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
