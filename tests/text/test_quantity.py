"""Figures: read exactly, printed as typed, refused with a mend."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.text.quantity import FigureError, bounds, last_place, parse_quantity


@pytest.mark.parametrize(
    ("typed", "value", "unit", "marks"),
    [
        ("2346余家次", "2346", "家次", ("余",)),
        ("169.9万余元", "1699000", "元", ("余",)),
        ("10余万元", "100000", "元", ("余",)),
        ("100%", "100", "%", ()),
        ("4.4个百分点", "4.4", "个百分点", ()),
        ("0起", "0", "起", ()),
        ("-3.2%", "-3.2", "%", ()),
        ("2.5亿元", "250000000", "元", ()),
        ("约50人", "50", "人", ("约",)),
        ("50人左右", "50", "人", ("左右",)),
        ("35微克/立方米", "35", "微克/立方米", ()),
        ("1.5吨CO2", "1.5", "吨CO2", ()),
        ("80", "80", "", ()),
    ],
)
def test_a_figure_is_read_exactly(typed: str, value: str, unit: str, marks: tuple[str, ...]) -> None:
    """Value with 万/亿 multiplied out, unit without them, words of approximation apart."""
    quantity = parse_quantity(typed)
    assert (quantity.value, quantity.unit, quantity.marks) == (Decimal(value), unit, marks)
    assert quantity.exact == (not marks)


def test_a_fraction_keeps_its_whole() -> None:
    """1480/1491 is 1480 out of 1491."""
    quantity = parse_quantity("1480/1491")
    assert (quantity.value, quantity.whole) == (1480, 1491)
    assert (parse_quantity("1/2万").value, parse_quantity("1/2万").whole) == (10_000, 20_000)


def test_a_figure_may_be_so_long_and_is_exact() -> None:
    """Sixty characters, told where there are more."""
    longest = "9" * 59 + "万"
    assert parse_quantity(longest).value == int("9" * 59) * 10_000
    with pytest.raises(FigureError, match="指标太长（61字），只写数和单位") as caught:
        parse_quantity(longest + "元")
    assert caught.value.help == "说明文字写到 note 里"


def test_not_applicable_has_no_value() -> None:
    """不适用 is not 0."""
    assert parse_quantity("不适用").value is None


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("1，480件", "写成 1480件"),
        ("１２件", "写成 12件"),
        ("1,480,000元", "写成 1480000元"),
        ("无", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("−3.2%", "写成 -3.2%"),
        ("12 起", "写成 12起"),
        ("1_480件", "写成 1480件"),
        ("012件", "写成 12件"),
        ("0件。", "写成 0件"),
        ("12件，", "写成 12件"),
        ("12件 #备注", "写成 12件"),
        ("1.5e3", "写成 1500"),
        ("6O卷", "写成 60卷"),
        ("1l0件", "写成 110件"),
        ("/", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("-", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("—", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("－", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("", "没有发生就写 0 加单位（如 0起）；没有这项职责就写 不适用"),
        ("3次5", "用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491"),
        ("三次", "用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491"),
        ("3次5项", "用阿拉伯数字加单位，例如 80起、169.9万余元、100%、4.4个百分点、1480/1491"),
    ],
)
def test_what_is_no_figure_is_refused_with_a_mend(typed: str, mend: str) -> None:
    """The help says what to write."""
    with pytest.raises(FigureError) as caught:
        parse_quantity(typed)
    assert caught.value.help == mend


@pytest.mark.parametrize(
    ("typed", "least", "most"),
    [
        ("40件", "40", "40"),
        ("40余件", "40", "50"),
        ("2300余家次", "2300", "2400"),
        ("2346余家次", "2346", "2347"),
        ("3000多万元", "30000000", "40000000"),
        ("169.9万余元", "1699000", "1700000"),
        ("约80件", "75", "85"),
        ("近100名", "0", "100"),
        ("不足8件", "7", "8"),
        ("50件以上", "50", "Infinity"),
        ("50件以下", "-Infinity", "50"),
        ("约169.9万余元", "1698500", "1700000"),
        ("186.4万元", "1863500", "1864500"),
        ("12万人次", "115000", "125000"),
        ("99.4%", "99.35", "99.45"),
        ("0余起", "0", "1"),
        ("-3起", "-3", "-3"),
        ("1480/1491", "1480", "1480"),
        ("不适用", "0", "0"),
    ],
)
def test_a_figure_means_what_its_words_leave_open(typed: str, least: str, most: str) -> None:
    """Exact where it is counted out; else within the last place, or the last round one."""
    assert bounds(parse_quantity(typed)) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    ("typed", "place"), [("99.4%", "0.1"), ("40件", "1"), ("186.4万元", "1000"), ("3万元", "10000")]
)
def test_the_last_place_counts_what_it_stands_for(typed: str, place: str) -> None:
    """With 万 and 亿."""
    assert last_place(parse_quantity(typed)) == Decimal(place)


numbers = st.decimals(min_value=0, max_value=10**6, places=2).map(lambda number: format(number, "f"))
units = st.sampled_from(["起", "家次", "万元", "亿元", "%", "个百分点", "人次", "微克/立方米", ""])


@given(st.sampled_from(["", "约", "近"]), numbers, units)
def test_a_figure_prints_as_typed(about: str, number: str, unit: str) -> None:
    """Whatever is read is printed back unchanged."""
    assert str(parse_quantity(about + number + unit)) == about + number + unit


@given(st.sampled_from(["", "约", "近", "超"]), numbers, st.sampled_from(["", "余", "以上"]), units)
def test_a_value_lies_within_what_it_can_mean(about: str, number: str, more: str, unit: str) -> None:
    """Whatever the words."""
    quantity = parse_quantity(f"{about}{number}{unit}" if more != "余" else f"{about}{number}余{unit}")
    least, most = bounds(quantity)
    assert quantity.value is not None
    assert least <= quantity.value <= most


@given(st.text(max_size=30))
def test_any_text_is_a_figure_or_a_figure_error(text: str) -> None:
    """Nothing else is raised."""
    try:
        assert str(parse_quantity(text)) == text.strip()
    except FigureError as error:
        assert str(error)
