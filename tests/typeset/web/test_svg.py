"""A chart becomes exact places in a drawing: columns from nothing, lines with gaps, values, years and keys."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from ecoreport.report.blocks import Kind
from ecoreport.typeset.charts import Axis, Drawing, Series
from ecoreport.typeset.web.svg import svg

COLUMNS, LINES = Kind.COLUMN_CHART, Kind.LINE_CHART
HUNDRED = Axis(Decimal(0), Decimal(100), Decimal(50))
Values = tuple[int | None, ...]


def drawing(form: Kind, *rows: Values, unit: str = "起", axis: Axis = HUNDRED, name: str = "立案") -> Drawing:
    """A chart of the years up to 2024, a series a row."""
    years = tuple(f"{2025 - len(rows[0]) + at}年" for at in range(len(rows[0])))
    series = (Series(name, tuple(None if one is None else Decimal(one) for one in row)) for row in rows)
    return Drawing(form, "走势", unit, years, tuple(series), axis)


def drawn(chart: Drawing, *tags: str) -> list[tuple[str, ...]]:
    """The places and texts of those elements, in order."""
    root = ET.fromstring(svg(chart, "c1").replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S314 - our own
    places = ("x", "y", "width", "height", "cx", "cy", "x1", "y1", "points")
    return [
        (*(one.get(key, "") for key in places if key in one.attrib), *([one.text] if one.text else []))
        for one in root.iter()
        if one.tag in tags
    ]


def test_columns_stand_on_nothing_and_carry_their_values() -> None:
    """The field is 185 high below the unit; half of the axis is half of it."""
    chart = drawing(COLUMNS, (50, 100))
    assert drawn(chart, "rect") == [("111.5", "128.5", "44.0", "92.5"), ("310.5", "36.0", "44.0", "185.0")]
    assert drawn(chart, "text") == [
        ("8.0", "16.0", "单位：起"),
        ("29.0", "225.9", "0"),
        ("29.0", "133.4", "50"),
        ("29.0", "40.9", "100"),
        ("133.5", "242.0", "2023年"),
        ("332.5", "242.0", "2024年"),
        ("133.5", "119.5", "50"),
        ("332.5", "27.0", "100"),
    ]


def test_a_column_below_nothing_hangs_from_it() -> None:
    """With its value underneath, for which the foot has a line more."""
    chart = drawing(COLUMNS, (-50, 50), axis=Axis(Decimal(-50), Decimal(50), Decimal(50)))
    assert [box[1::2] for box in drawn(chart, "rect")] == [("118.0", "82.0"), ("36.0", "82.0")]
    assert [text[1:] for text in drawn(chart, "text")[-2:]] == [("216.0", "-50"), ("27.0", "50")]


def test_nothing_is_a_column_without_height_and_its_value_stands_above() -> None:
    """And without a unit the field begins 14 higher; many columns are narrower than the widest."""
    chart = drawing(COLUMNS, (0, 100), unit="")
    assert drawn(chart, "rect") == [("111.5", "221.0", "44.0", "0.0"), ("310.5", "22.0", "44.0", "199.0")]
    assert [text[1:] for text in drawn(chart, "text")[-2:]] == [("212.0", "0"), ("13.0", "100")]
    assert {box[2] for box in drawn(drawing(COLUMNS, *2 * [4 * (50,)]), "rect")} == {"34.8", "14.0"}


def test_a_line_is_broken_where_a_year_has_no_value() -> None:
    """And every value that there is has its point."""
    chart = drawing(LINES, (0, 100, None, 50))
    assert drawn(chart, "polyline") == [("83.8,221.0 183.2,36.0",), ("382.2,128.5",)]
    assert drawn(chart, "circle") == [("83.8", "221.0"), ("183.2", "36.0"), ("382.2", "128.5")]
    assert drawn(drawing(LINES, (None, None)), "polyline", "circle") == []


def test_the_value_of_a_point_stands_above_it() -> None:
    """Below nothing as well."""
    chart = drawing(LINES, (-50, 50), axis=Axis(Decimal(-50), Decimal(50), Decimal(50)))
    assert [text[1:] for text in drawn(chart, "text")[-2:]] == [("191.0", "-50"), ("27.0", "50")]


def test_several_series_are_told_apart_by_a_key() -> None:
    """Side by side, each with a fill; the keys stand below, on as many lines as they need."""
    chart = drawing(COLUMNS, (50, 100), (100, 50), unit="")
    assert [box[0] for box in drawn(chart, "rect")] == ["89.5", "288.5", "133.5", "332.5", "8.0", "78.0"]
    assert drawn(chart, "text")[-2:] == [("27.6", "261.9", "立案"), ("97.6", "261.9", "立案")]
    assert 'viewBox="0 0 440 271"' in svg(chart, "c1")
    assert 'viewBox="0 0 440 250"' in svg(drawing(COLUMNS, (50, 100)), "c1")
    assert drawn(drawing(COLUMNS, (50,), (50,), name=40 * "长"), "text")[-2][:2] == ("27.6", "261.9")
    long = drawing(COLUMNS, (50,), (50,), (50,), name="行政处罚决定案件数量")
    assert drawn(long, "text")[-3:] == [
        ("27.6", "261.9", "行政处罚决定案件数量"),
        ("209.6", "261.9", "行政处罚决定案件数量"),
        ("27.6", "282.9", "行政处罚决定案件数量"),
    ]
    assert 'viewBox="0 0 440 292"' in svg(long, "c1")


def test_lines_differ_in_their_dashes_and_points() -> None:
    """A circle, a square, a triangle, a diamond: legible without colours."""
    chart = svg(drawing(LINES, (50, 50), (50, 50), (50, 50), (50, 50)), "c1")
    assert [chart.count(f'stroke-dasharray="{dash}"') for dash in ("none", "7 4", "2 3", "9 3 2 3")] == [1, 2, 2, 2]
    assert chart.count("<circle") == 3  # two years and the key
    chart = drawing(LINES, *4 * [(50,)])
    assert drawn(chart, "polygon")[:3] == [
        ("229.0,124.5 237.0,124.5 237.0,132.5 229.0,132.5",),
        ("233.0,123.5 238.0,132.5 228.0,132.5",),
        ("233.0,122.5 239.0,128.5 233.0,134.5 227.0,128.5",),
    ]


def test_the_key_of_a_line_is_a_stretch_of_it_with_its_point() -> None:
    """Its name behind it."""
    chart = drawing(LINES, (50,), (50,))
    assert drawn(chart, "line")[-2:] == [("8.0", "257.0"), ("78.0", "257.0")]
    assert 'x1="78.0" x2="100.4" y1="257.0" y2="257.0"' in svg(chart, "c1")
    assert drawn(chart, "circle")[-1] == ("19.2", "257.0")
    assert drawn(chart, "text")[-2:] == [("36.0", "261.9", "立案"), ("106.0", "261.9", "立案")]


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        (1, ["2024年"]),
        (8, [f"{year}年" for year in range(2017, 2025)]),
        (9, ["2016年", "2018年", "2020年", "2022年", "2024年"]),
        (20, [f"{year}年" for year in range(2006, 2025, 3)]),
    ],
)
def test_years_that_have_no_room_are_left_out_and_never_the_last(years: int, labels: list[str]) -> None:
    """A year takes 47 units, so eight fit side by side."""
    texts = [text[-1] for text in drawn(drawing(COLUMNS, years * (50,)), "text")]
    assert [text for text in texts if text.endswith("年")] == labels


@pytest.mark.parametrize(("rows", "written"), [(2, 12), (3, 0)])
def test_values_are_written_where_there_is_room(rows: int, written: int) -> None:
    """Up to twelve of them."""
    texts = [text[-1] for text in drawn(drawing(COLUMNS, *rows * [6 * (7,)]), "text")]
    assert texts.count("7") == written


def test_the_drawing_is_told_in_words() -> None:
    """By its own name among others on the page; what is typed never becomes markup."""
    text = svg(drawing(COLUMNS, (None, 50), name="<立案>&"), "c7")
    assert 'role="img"' in text
    assert 'aria-labelledby="c7-title c7-told"' in text
    assert '<title id="c7-title">走势（单位：起）</title>' in text
    assert '<desc id="c7-told">&lt;立案&gt;&amp;：2023年无数据，2024年50起。</desc>' in text


def test_the_axis_of_nothing_is_drawn_in_ink_and_the_others_faintly() -> None:
    """So that a column is seen to stand on it."""
    text = svg(drawing(COLUMNS, (50, 100)), "c1")
    lines = [one for one in text.split("<") if one.startswith("line ")]
    assert ["stroke-opacity" in line for line in lines] == [False, True, True]
