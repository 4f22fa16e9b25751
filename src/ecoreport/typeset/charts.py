"""A chart out of the table that it is drawn from: series, unit, and an axis with round steps.

Word, the web page and the terminal draw the same chart; none of them computes anything but places.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import NamedTuple

from ecoreport.report.blocks import CHARTS, Block, Kind, Paragraph, TableBlock
from ecoreport.text.quantity import PER_CENT, SCALES, FigureError, Quantity, parse_quantity, plain

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_NEAR = 10  # values that differ by less than a tenth are drawn without the zero
_HEADROOM = Decimal("0.3")  # of a step
_MOST_STEPS = 6  # grid lines above the axis
_LABEL = "图[0-9]+　"
_DIGITS = 80  # more than a figure may have
_MOST_LABELS = 12  # values written beside what they belong to
FILLS = ("1F4E79", "9DC3E6", "C55A11", "D9D9D9")  # told apart in black and white as well


class Series(NamedTuple):
    """One figure: its name, with the unit where the others have another, and a value for each year that has one."""

    name: str
    values: tuple[Decimal | None, ...]


class Axis(NamedTuple):
    """The scale of the values: where it begins and ends, and its round step."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """Every value that has a line, from below."""
        return tuple(self.low + self.step * at for at in range(int((self.high - self.low) / self.step) + 1))


class Drawing(NamedTuple):
    """What is drawn; values are in `unit` (万元, 起), which is empty where the series have several."""

    form: Kind
    title: str
    unit: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis

    @property
    def headed(self) -> str:
        """The title with the unit: 近三年立案（单位：起）."""
        return f"{self.title}（单位：{self.unit}）" if self.unit else self.title

    @property
    def labelled(self) -> bool:
        """Whether there is room to write the values in the drawing."""
        return len(self.series) * len(self.years) <= _MOST_LABELS

    @property
    def told(self) -> str:
        """The drawing in words, for those who do not see it: 立案：2022年70起，2023年80起."""
        return "；".join(f"{one.name}：{'，'.join(self._said(one))}" for one in self.series) + "。"

    def _said(self, series: Series) -> Iterator[str]:
        for year, value in zip(self.years, series.values, strict=True):
            yield f"{year}{'无数据' if value is None else plain(value) + self.unit}"


def with_charts(blocks: Sequence[Block]) -> Iterator[tuple[Block, Drawing | None]]:
    """Each block, with the chart where it is the title of one."""
    for block, below in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Paragraph) and block.kind in CHARTS.values() and isinstance(below, TableBlock):
            yield block, chart(block.kind, block.text, below)
        else:
            yield block, None


def drawn(blocks: Sequence[Block]) -> tuple[Drawing, ...]:
    """The charts in the blocks."""
    return tuple(chart for _, chart in with_charts(blocks) if chart)


def chart(form: Kind, title: str, table: TableBlock) -> Drawing | None:
    """The chart of a table whose rows are figures and whose columns are years; None where it holds no number."""
    found = [tuple(_quantity(cell) for cell in row[1:]) for row in table.rows]
    units = dict.fromkeys(_unit(row) for row in found if any(row))
    if not units:
        return None
    scales = {unit: _scale([one for row in found if _unit(row) == unit for one in row if one]) for unit in units}
    shared = len(units) == 1
    series = []
    for (name, *_), row in zip(table.rows, found, strict=True):
        scale, unit = scales.get(_unit(row), ""), _unit(row)
        series.append(Series(name if shared else _with_unit(name, scale + unit), _scaled(row, SCALES[scale])))
    values = [value for one in series for value in one.values if value is not None]
    unit = "".join(scales[one] + one for one in units) if shared else ""
    years, from_zero = table.header[1:], form == Kind.COLUMN_CHART
    scale_of_values = axis(values, from_zero=from_zero, headroom=unit != PER_CENT)  # nothing is above 100%
    return Drawing(form, re.sub(_LABEL, "", title), unit, years, tuple(series), scale_of_values)


def _quantity(cell: str) -> Quantity | None:
    try:
        quantity = parse_quantity(cell)
    except FigureError:
        return None
    return None if quantity.value is None else quantity


def _unit(row: Sequence[Quantity | None]) -> str:
    """The unit of a figure's newest value."""
    return next((one.unit for one in reversed(row) if one), "")


def _with_unit(name: str, unit: str) -> str:
    return f"{name}（{unit}）" if unit else name


def _scale(known: Sequence[Quantity]) -> str:
    """The largest 万 or 亿 that somebody typed and that the largest value fills."""
    largest = max(abs(one.value) for one in known if one.value is not None)
    typed = (scale for scale in reversed(SCALES) if scale and any(scale in one.typed for one in known))
    return next((scale for scale in typed if largest >= SCALES[scale]), "")


def _scaled(row: Sequence[Quantity | None], scale: int) -> tuple[Decimal | None, ...]:
    with localcontext(prec=_DIGITS):
        return tuple(None if one is None or one.value is None else one.value / scale for one in row)


def axis(values: Sequence[Decimal], *, from_zero: bool, headroom: bool = False) -> Axis:
    """A scale with steps of 1, 2 or 5 that holds every value and, with `headroom`, the number written above it.

    It begins at 0 for columns, whose length is the value, and wherever lines would make much of little.
    """
    with localcontext(prec=_DIGITS):
        low, high = min(values), max(values)
        if from_zero or low == high or (high - low) * _NEAR > max(abs(low), abs(high)):
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        high = high or Decimal(low == 0)
        whole = all(value == value.to_integral_value() for value in values)
        step = max(_step((high - low) / _MOST_STEPS), Decimal(1) if whole else Decimal(0))
        above = high / step + (_HEADROOM if headroom and max(values) > 0 else 0)
        low, high = (low / step).to_integral_value(ROUND_FLOOR), above.to_integral_value(ROUND_CEILING)
        return Axis(low * step, high * step, step)


def _step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 and 10 times a power of ten that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(factor * power for factor in _STEPS if factor * power >= least)
