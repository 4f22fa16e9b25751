"""Native Word charts: DrawingML drawn by Word itself, in its fonts, that people can copy and restyle.

The numbers are in the chart part as they are; there is no workbook behind it, for the year file is the source.
"""

from collections.abc import Iterator

from ecoreport.report.blocks import Kind
from ecoreport.text.quantity import plain
from ecoreport.typeset.charts import FILLS, Drawing, Series
from ecoreport.typeset.layout import CHART_TITLE, Layout
from ecoreport.typeset.word._markup import HEAD, RELATIONSHIPS, attribute
from ecoreport.typeset.word._markup import text as text_of
from ecoreport.typeset.word._runs import paragraph
from ecoreport.typeset.word._styles import NAMES
from ecoreport.typeset.word._units import text_width

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MEDIA_KIND = "officedocument.drawingml.chart"
_PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU_PER_TWIP, _HEIGHT = 635, 2160000  # 60 mm: two with their tables fit on a page
_LETTERS, _TITLE_LETTERS = 1050, 1200  # hundredths of a point: 5号, 小4号
_MARKERS = ("circle", "square", "triangle", "diamond")
_DASHES = ("solid", "dash", "sysDot", "dashDot")
_CATEGORIES, _VALUES = 1, 2  # the axes by their ids


def drawing(chart: Drawing, number: int, layout: Layout) -> str:
    """The document's chart of that number, in a paragraph of its own, as wide as the 版心.

    It has its words for who does not see it; as a drawing the 版记's box has the number 1.
    """
    wide = text_width(layout.page) * _EMU_PER_TWIP
    drawn = (
        f'<w:r><w:drawing xmlns:wp="{_PLACING}" xmlns:a="{DRAWING}" xmlns:c="{CHART}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{number + 1}" name={attribute(f"图{number}")} title={attribute(chart.headed)}'
        f" descr={attribute(chart.told)}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart r:id="chart{number}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    return paragraph(NAMES["chart"].id, drawn)


def chart_part(chart: Drawing, layout: Layout) -> str:
    """The chart as a part of the package."""
    plot = _columns(chart) if chart.form == Kind.COLUMN_CHART else _lines(chart)
    legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if len(chart.series) > 1 else ""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:roundedCorners val="0"/><c:chart>{_title(chart.headed, layout)}<c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{plot}{_category_axis()}{_value_axis(chart)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_NO_FILL}<a:ln><a:noFill/></a:ln></c:spPr>{_letters(layout)}</c:chartSpace>"
    )


_NO_FILL = "<a:noFill/>"
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_THIN = f'<a:ln w="9525">{_BLACK}</a:ln>'


def _title(text: str, layout: Layout) -> str:
    font = layout.style(CHART_TITLE).font
    look = f'lang="zh-CN" sz="{_TITLE_LETTERS}" b="0"'
    run = f"<a:r><a:rPr {look}>{_faces(font, layout)}</a:rPr><a:t>{text_of(text)}</a:t></a:r>"
    return f'<c:title><c:tx><c:rich><a:bodyPr/><a:p>{run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'


def _letters(layout: Layout) -> str:
    faces = _faces(layout.style(Kind.BODY).font, layout)
    look = f'<a:defRPr sz="{_LETTERS}">{_BLACK}{faces}</a:defRPr>'
    return f'<c:txPr><a:bodyPr/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'


def _faces(font: str, layout: Layout) -> str:
    return f"<a:latin typeface={attribute(layout.latin_font)}/><a:ea typeface={attribute(font)}/>"


def _columns(chart: Drawing) -> str:
    series = "".join(_series(chart, one, at, _bar_look(at)) for at, one in enumerate(chart.series))
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="80"/>{_AXES}</c:barChart>'
    )  # fmt: skip


def _lines(chart: Drawing) -> str:
    series = "".join(
        _series(chart, one, at, _line_look(at)).replace("</c:ser>", '<c:smooth val="0"/></c:ser>')
        for at, one in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{_AXES}'
        "</c:lineChart>"
    )


_AXES = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'


def _bar_look(at: int) -> str:
    return f'<c:spPr>{_fill(at)}{_THIN}</c:spPr><c:invertIfNegative val="0"/>'


def _line_look(at: int) -> str:
    line = f'<a:ln w="22225">{_BLACK}<a:prstDash val="{_DASHES[at]}"/></a:ln>'
    marker = f'<c:symbol val="{_MARKERS[at]}"/><c:size val="8"/><c:spPr>{_fill(at)}{_THIN}</c:spPr>'
    return f"<c:spPr>{line}</c:spPr><c:marker>{marker}</c:marker>"


def _fill(at: int) -> str:
    return f'<a:solidFill><a:srgbClr val="{FILLS[at]}"/></a:solidFill>'


def _series(chart: Drawing, series: Series, at: int, look: str) -> str:
    years = _points(enumerate(chart.years), len(chart.years))
    known = ((place, plain(value)) for place, value in enumerate(series.values) if value is not None)
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:v>{text_of(series.name)}</c:v></c:tx>{look}'
        f"{_labels(chart)}<c:cat><c:strLit>{years}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{_points(known, len(chart.years))}</c:numLit></c:val>"
        "</c:ser>"
    )


def _points(points: Iterator[tuple[int, str]] | enumerate[str], count: int) -> str:
    said = "".join(f'<c:pt idx="{at}"><c:v>{text_of(text)}</c:v></c:pt>' for at, text in points)
    return f'<c:ptCount val="{count}"/>{said}'


def _labels(chart: Drawing) -> str:
    """The values beside what they belong to, where there is room."""
    where = "outEnd" if chart.form == Kind.COLUMN_CHART else "t"
    place = f'<c:dLblPos val="{where}"/>' if chart.labelled else ""
    shown = "".join(f'<c:show{part} val="{int(part == "Val" and chart.labelled)}"/>' for part in _PARTS)
    return f"<c:dLbls>{place}{shown}</c:dLbls>"


_PARTS = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def _category_axis() -> str:
    """The years; below everything, also where values are negative."""
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_THIN}</c:spPr><c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/></c:catAx>'
    )


def _value_axis(chart: Drawing) -> str:
    axis = chart.axis
    grid = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>'
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plain(axis.high)}"/><c:min val="{plain(axis.low)}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{grid}</c:spPr></c:majorGridlines>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="{_CATEGORIES}"/>'
        f'<c:crosses val="min"/><c:crossBetween val="between"/><c:majorUnit val="{plain(axis.step)}"/></c:valAx>'
    )
