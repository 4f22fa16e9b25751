"""A chart as inline SVG: told in words to those who do not see it, in the page's own ink, legible on a phone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ecoreport.report.blocks import Kind
from ecoreport.text.quantity import plain
from ecoreport.text.titles import width
from ecoreport.typeset.charts import FILLS, Drawing, Series

_WIDTH, _HEIGHT = 440.0, 250.0  # of the drawing without its legend
_SIZE = 14  # of the letters; 10 on a phone of 320
_EDGE, _GAP = 8.0, 5.0
_BAR_SHARE, _WIDEST_BAR = 0.7, 44.0
_DASHES = ("", "7 4", "2 3", "9 3 2 3")
_INK, _FAINT = "currentColor", {"stroke": "currentColor", "stroke-opacity": "0.25"}


class _Plot(NamedTuple):
    """The field inside the axes, in the drawing's units, and the chart that it shows."""

    left: float
    top: float
    right: float
    bottom: float
    chart: Drawing

    def y(self, value: Decimal) -> float:
        """How far down the value stands."""
        axis = self.chart.axis
        return self.bottom - float((value - axis.low) / (axis.high - axis.low)) * (self.bottom - self.top)

    @property
    def slot(self) -> float:
        """The width of one year."""
        return (self.right - self.left) / len(self.chart.years)

    def x(self, at: int) -> float:
        """The middle of one year."""
        return self.left + self.slot * (at + 0.5)


def svg(chart: Drawing, name: str) -> str:
    """The drawing; `name` tells it from others on the page."""
    legend = list(_legend(chart)) if len(chart.series) > 1 else []
    height = _HEIGHT + _line(legend[-1][1] + 1 if legend else 0)
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img", "viewBox": f"0 0 {_WIDTH:g} {height:g}",
        "aria-labelledby": f"{name}-title {name}-told", "font-size": str(_SIZE), "fill": _INK,
        "font-family": "Noto Sans CJK SC, SimHei, sans-serif",
    })  # fmt: skip
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = chart.headed
    ET.SubElement(root, "desc", {"id": f"{name}-told"}).text = chart.told
    plot = _plot(chart)
    _axes(root, plot)
    for at, series in enumerate(chart.series):
        draw = _columns if chart.form == Kind.COLUMN_CHART else _polyline
        draw(root, plot, series, at)
    for at, (x, line) in enumerate(legend):
        _key(root, chart, at, x, _HEIGHT + _line(line))
    return ET.tostring(root, encoding="unicode")


def _plot(chart: Drawing) -> _Plot:
    widest = max(_long(plain(tick)) for tick in chart.axis.ticks)
    top = _EDGE + 2 * _SIZE if chart.unit else _EDGE + _SIZE
    foot = _line(2 if chart.axis.low < 0 else 1)  # what is below nothing has its value below
    return _Plot(_EDGE + widest + _GAP, top, _WIDTH - _EDGE, _HEIGHT - _EDGE - foot, chart)


def _long(text: str) -> float:
    return width(text) * _SIZE


def _line(count: int) -> float:
    return count * _SIZE * 1.5


def _axes(root: ET.Element, plot: _Plot) -> None:
    """The unit, a line with its value for every step, and the years."""
    if plot.chart.unit:
        _text(root, _EDGE, _SIZE + 2, f"单位：{plot.chart.unit}", "start")
    for tick in plot.chart.axis.ticks:
        y = plot.y(tick)
        look = {"stroke": _INK} if tick == 0 else _FAINT
        _add(root, "line", {"x1": plot.left, "x2": plot.right, "y1": y, "y2": y}, look)
        _text(root, plot.left - _GAP, y + _SIZE * 0.35, plain(tick), "end")
    every = -int(-max(_long(year) + _GAP for year in plot.chart.years) // plot.slot)
    for at, year in enumerate(plot.chart.years):
        if (len(plot.chart.years) - 1 - at) % every == 0:
            _text(root, plot.x(at), _HEIGHT - _EDGE, year, "middle")


def _columns(root: ET.Element, plot: _Plot, series: Series, place: int) -> None:
    count = len(plot.chart.series)
    wide = min(plot.slot * _BAR_SHARE / count, _WIDEST_BAR)
    for at, value in enumerate(series.values):
        if value is None:
            continue
        x = plot.x(at) + (place - count / 2) * wide
        y, zero = plot.y(value), plot.y(Decimal(0))
        box = {"x": x, "y": min(y, zero), "width": wide, "height": abs(zero - y)}
        _add(root, "rect", box, {"fill": f"#{FILLS[place]}", "stroke": _INK})
        _value(root, plot, value, x + wide / 2, below=value < 0)


def _polyline(root: ET.Element, plot: _Plot, series: Series, place: int) -> None:
    for stretch in _stretches(plot, series):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in stretch)
        look = {"fill": "none", "stroke": _INK, "stroke-width": "2", "stroke-dasharray": _DASHES[place]}
        _add(root, "polyline", {}, {"points": points, **{key: said for key, said in look.items() if said}})
    for at, value in enumerate(series.values):
        if value is not None:
            _mark(root, plot.x(at), plot.y(value), place)
            _value(root, plot, value, plot.x(at), below=False)


def _stretches(plot: _Plot, series: Series) -> Iterator[list[tuple[float, float]]]:
    """The points between two years that have no value."""
    points: list[tuple[float, float]] = []
    for at, value in enumerate((*series.values, None)):
        if value is not None:
            points.append((plot.x(at), plot.y(value)))
        elif points:
            yield points
            points = []


def _mark(root: ET.Element, x: float, y: float, place: int) -> None:
    """The point of a line: a circle, a square, a triangle or a diamond."""
    look = {"fill": f"#{FILLS[place]}", "stroke": _INK}
    shapes = ((), ((-4, -4), (4, -4), (4, 4), (-4, 4)), ((0, -5), (5, 4), (-5, 4)), ((0, -6), (6, 0), (0, 6), (-6, 0)))
    if not shapes[place]:
        _add(root, "circle", {"cx": x, "cy": y, "r": 4.5}, look)
    else:
        points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in shapes[place])
        _add(root, "polygon", {}, {"points": points, **look})


def _value(root: ET.Element, plot: _Plot, value: Decimal, x: float, *, below: bool) -> None:
    if plot.chart.labelled:
        y = plot.y(value)
        _text(root, x, y + _SIZE + 2 if below else y - 9, plain(value), "middle")


def _legend(chart: Drawing) -> Iterator[tuple[float, int]]:
    """Where the key of each series begins, and on which line."""
    x, line = _EDGE, 0
    for series in chart.series:
        long = _SIZE * 3 + _long(series.name)
        if x > _EDGE and x + long > _WIDTH:
            x, line = _EDGE, line + 1
        yield x, line
        x += long


def _key(root: ET.Element, chart: Drawing, at: int, x: float, top: float) -> None:
    middle = top + _SIZE / 2
    if chart.form == Kind.COLUMN_CHART:
        box = {"x": x, "y": top, "width": _SIZE, "height": _SIZE}
        _add(root, "rect", box, {"fill": f"#{FILLS[at]}", "stroke": _INK})
    else:
        look = {"stroke": _INK, "stroke-width": "2", "stroke-dasharray": _DASHES[at] or "none"}
        _add(root, "line", {"x1": x, "x2": x + 1.6 * _SIZE, "y1": middle, "y2": middle}, look)
        _mark(root, x + 0.8 * _SIZE, middle, at)
    _text(
        root,
        x + (1.4 if chart.form == Kind.COLUMN_CHART else 2) * _SIZE,
        top + _SIZE * 0.85,
        chart.series[at].name,
        "start",
    )


def _text(root: ET.Element, x: float, y: float, text: str, anchor: str) -> None:
    _add(root, "text", {"x": x, "y": y}, {"text-anchor": anchor}).text = text


def _add(root: ET.Element, tag: str, places: dict[str, float], look: dict[str, str]) -> ET.Element:
    return ET.SubElement(root, tag, {**{name: f"{at:.1f}" for name, at in places.items()}, **look})
