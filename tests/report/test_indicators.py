"""The catalogue of indicators: a name gives one indicator, under whatever words that change nothing."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.report.indicators import (
    Most,
    all_names,
    by_standard_name,
    fits,
    indicator_of,
    indicators,
    is_average,
    is_usual,
    meaning,
    most_of,
    other_names,
)

ALL = tuple(all_names())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("立案", "cases_filed"),
        ("立案数", "cases_filed"),
        ("立案起数", "cases_filed"),
        ("全年立案数", "cases_filed"),
        ("本年度立案案件", "cases_filed"),
        ("立案（起）", "cases_filed"),
        ("行政处罚", "penalty_decisions"),
        ("行政处罚决定书数", "penalty_decisions"),
        ("行政处罚决定数量", "penalty_decisions"),
        ("作出行政处罚决定", "penalty_decisions"),
        ("全年共依法作出处罚决定", "penalty_decisions"),
        ("不予行政处罚", "no_penalty"),
        ("行政处罚公示", "publicity_penalty"),
        ("公示行政处罚决定数", "publicity_penalty"),
        ("处罚决定公示率", "publicity_rate"),
        ("移送公安机关", "police_transfer"),
        ("移送公安机关案件", "police_transfer"),
        ("查封、扣押", "seizure"),
        ("“双随机、一公开”抽查", "random_targets"),
        ("12345热线工单", "hotline"),
        ("PM2.5", "pm25"),
        ("上年立案", None),
        ("上半年立案", None),
        ("非现场立案", None),
        ("新立案", None),
        ("立案（食品领域）", None),
        ("立案率", None),
        ("处罚人数", None),
        ("拟处罚", None),
        ("行政处罚听证告知", None),
        ("未立案", None),
        ("不予立案", None),
        ("行政处罚占比", None),
        ("cases_filed", None),  # it is what bureaus call it that counts
        ("数", None),
        ("全年", None),
        ("", None),
    ],
)
def test_a_name_gives_its_indicator(name: str, key: str | None) -> None:
    """Without time, doing and counting; but not without what makes another thing of it."""
    found = indicator_of(name)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("name", "unit", "key"),
    [
        ("罚款", "元", "penalty_amount"),
        ("罚款", "件", "kind_fine"),
        ("罚款", "", "penalty_amount"),
        ("没收违法所得", "元", "confiscated_amount"),
        ("没收违法所得", "起", "kind_confiscation"),
        ("培训", "期", "training_sessions"),
        ("培训", "人次", "training_visits"),
        ("执法培训", "学时", "training_hours"),
        ("参训人员", "人次", "training_visits"),
        ("参训人员", "名", "training_people"),
        ("按日计罚", "元", "daily_fine_amount"),
        ("按日计罚", "起", "daily_fine"),
    ],
)
def test_the_unit_says_which_of_two_it_is(name: str, unit: str, key: str) -> None:
    """The annual statistics count fines in one column and add them up in the next."""
    found = indicator_of(name, unit)
    assert found
    assert found.key == key


@pytest.mark.parametrize("name", ["生态环境行政处罚", "市场监管立案", "城管执法检查", "信访", "检查点位", "查处案件"])
def test_what_may_be_a_part_is_not_exact(name: str) -> None:
    """That of one trade, and what is mostly called so."""
    found = meaning(name)
    assert found
    assert not found.exact


def test_no_name_means_two_things_counted_alike() -> None:
    """Else the later indicator would take it from the earlier; keys and standard names are their own."""
    for name in ALL:
        same = [one for one in indicators() if name in (one.name, *one.names, *one.near)]
        assert len({one.measure for one in same}) == len(same), name
    assert len({one.key for one in indicators()}) == len(by_standard_name()) == len(indicators())


def test_every_name_is_found_under_itself() -> None:
    """No other takes it; the names of one are those that `other_names` gives."""
    for one in indicators():
        assert indicator_of(one.name) == one
        assert {*chain((one.name,), one.names, one.near)} == {*other_names(one.name)}
    assert all(indicator_of(name) for name in ALL)
    assert other_names("学法典") == ()


@given(st.text("立案处罚决定行政不予公示率数全年共作出（）件、 ", max_size=12))
def test_any_text_is_a_name_or_none(name: str) -> None:
    """What turns a name round is never dropped."""
    found = indicator_of(name)
    assert found is None or ("不予" in name) <= (found.key in ("no_penalty", "licence_refuse"))
    assert found is None or ("率" in name) == (found.measure == "rate")


@pytest.mark.parametrize(
    ("name", "unit", "fitting", "usual"),
    [
        ("罚款金额", "元", True, True),
        ("罚款金额", "件", False, False),
        ("罚款金额", "", False, True),
        ("立案", "起", True, True),
        ("立案", "", True, True),
        ("立案", "元", False, False),
        ("立案", "%", False, False),
        ("移送公安机关", "人", True, False),
        ("整改率", "%", True, True),
        ("整改率", "件", False, False),
    ],
)
def test_units_fit_and_are_usual(name: str, unit: str, fitting: bool, usual: bool) -> None:  # noqa: FBT001 - two columns
    """Money is in 元, rates are in %; what is counted compares in the units that it is counted in."""
    indicator = by_standard_name()[name]
    assert (fits(indicator, unit), is_usual(indicator, unit)) == (fitting, usual)


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("群众满意度", Most.HUNDRED),
        ("出庭应诉率", Most.HUNDRED),
        ("抽检合格率", Most.HUNDRED),
        ("按期完成率", Most.HUNDRED),
        ("投诉占比", Most.HUNDRED),
        ("抽查任务完成率", Most.ANY),
        ("预算执行率", Most.ANY),
        ("结案率", Most.UNKNOWN),
        ("投诉比例", Most.UNKNOWN),
        ("增长率", Most.NO_RATE),
        ("同比增长", Most.NO_RATE),
        ("立案", Most.NO_RATE),
    ],
)
def test_how_much_a_rate_can_be(name: str, most: Most) -> None:
    """A share is 100 % at most, a plan may be done more than once."""
    assert most_of(name) is most


@pytest.mark.parametrize("name", ["每万人律师", "平均用时", "人均办案", "户均面积"])
def test_an_average_is_known_by_its_words(name: str) -> None:
    """It has decimals where a count has none."""
    assert is_average(name)
    assert not is_average("立案")
