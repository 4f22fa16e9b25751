"""Targets of last year's plan beside this year's figures and texts."""

import json

import pytest
from support.contexts import context
from support.outcomes import CASES, Case

from ecoreport.text.standings import Standing
from ecoreport.years.compare._changes import PlanOutcome, TargetOutcome, Verdict
from ecoreport.years.compare._years import plan_outcomes


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _outcome(plan: str, new: str, old: str = "") -> PlanOutcome:
    [one] = plan_outcomes(context(f"{old}next_year_plan: [{plan}]"), context(new))
    return one


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.plan}{case.own}{case.figures}")
def test_plans_of_many_kinds(case: Case) -> None:
    """Met, missed, silent, exceeded, another thing of the same noun."""
    measures = f"{{id: a, title: 甲事, text: {_quoted(case.own)}, carries_out: [p]}}"
    measures += f", {{id: b, title: 乙事, text: {_quoted(case.other)}}}" if case.other else ""
    figures = f"figures: {case.figures}\n" if case.figures else ""
    told = _outcome(f"{{id: p, title: 某事, text: {_quoted(case.plan)}}}", f"{figures}measures: [{measures}]")
    assert " ".join(one.standing for one in told.targets) == case.expected


PLAN = "{id: p, title: 评查, text: 评查案卷不少于60卷。}"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("figures: {评查案卷: 64卷}", TargetOutcome("评查案卷不少于60卷", Standing.MET, "64卷", "指标“评查案卷”")),
        ("figures: {评查案卷: 待填}", TargetOutcome("评查案卷不少于60卷", Standing.SILENT, "还待填", "指标“评查案卷”")),
        ("figures: {案卷评查: 约60卷}",
         TargetOutcome("评查案卷不少于60卷", Standing.SILENT, "约60卷", "指标“案卷评查”")),
        ("figures: {评查案卷: 64件次}", TargetOutcome("评查案卷不少于60卷", Standing.SILENT)),
        ("measures: [{title: 评查, text: 评查案卷25卷。}]",
         TargetOutcome("评查案卷不少于60卷", Standing.MISSED, "评查案卷25卷", "举措第1条的正文")),
        ("measures: [{title: 别的, text: 评查案卷66卷。}]",
         TargetOutcome("评查案卷不少于60卷", Standing.MET, "评查案卷66卷", "举措第1条的正文")),
        ("shortcomings: [{problem: 评查案卷66卷}]", TargetOutcome("评查案卷不少于60卷", Standing.SILENT)),
    ],
    ids=["figure", "open figure", "rough figure", "another unit", "same title", "elsewhere", "not in shortcomings"],
)  # fmt: skip
def test_where_the_outcome_is_found(new: str, expected: TargetOutcome) -> None:
    """By a figure, the measure that carries it out, any other measure."""
    assert _outcome(PLAN, new).targets == (expected,)


def test_what_a_measure_says_goes_before_a_figure_of_the_catalogue() -> None:
    """Which may be of more than that; one called just so goes before both."""
    plan = "{id: p, title: 办班, text: 执法人员培训不少于4期。}"
    measure = "measures: [{id: a, title: 甲, text: 执法人员培训2期。, carries_out: [p]}]"
    assert _outcome(plan, f"figures: {{法治培训: 9期}}\n{measure}").verdict is Verdict.MISSED
    assert _outcome(plan, f"figures: {{执法人员培训: 9期}}\n{measure}").verdict is Verdict.MET


@pytest.mark.parametrize(
    ("value", "expected"), [("170件", "met"), ("190件", "missed"), ("210件", "missed"), ("不适用", "silent")]
)
def test_a_change_is_reckoned_from_last_years_figure(value: str, expected: str) -> None:
    """As the year after restated it, where it did."""
    plan, old = "{id: p, title: 柔性, text: 行政处罚下降10%以上。}", "figures: {行政处罚: 200件}\n"
    [target] = _outcome(plan, f"figures: {{行政处罚: {value}}}", old).targets
    assert target.standing == expected
    restated = "figures: {行政处罚: {value: 190件, previous: 220件, restated: 补录}}"
    assert _outcome(plan, restated, old).verdict is Verdict.MET


def test_a_target_that_is_stated_takes_the_place_of_those_in_the_text() -> None:
    """One, or a list."""
    plan = "{id: p, title: 评查, text: 评查案卷不少于60卷。, target: [评查案卷不少于20卷, 年底前完成归档]}"
    told = _outcome(plan, "measures: [{id: a, title: 甲, text: 评查案卷25卷。, carries_out: [p]}]")
    assert [(one.target, one.standing) for one in told.targets] == [
        ("评查案卷不少于20卷", Standing.MET), ("年底前完成归档", Standing.SILENT),
    ]  # fmt: skip
    assert told.verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    ("own", "shortcoming", "standing", "said"),
    [
        ("案卷评查发现问题31个，全部整改到位。", "", Standing.MET, "案卷评查发现问题31个，全部整改到位"),
        ("开展案卷评查。", "案卷评查发现问题尚有6个未整改", Standing.MISSED, "案卷评查发现问题尚有6个未整改"),
        ("案卷评查发现问题全部整改到位。", "案卷评查发现问题尚有6个未整改", Standing.SILENT,
         "案卷评查发现问题全部整改到位；案卷评查发现问题尚有6个未整改"),
        ("巡察反馈问题全部整改到位。", "", Standing.SILENT, ""),
    ],
)  # fmt: skip
def test_what_was_to_be_done_wholly(own: str, shortcoming: str, standing: Standing, said: str) -> None:
    """By what the measure says, as far as no text, not even a shortcoming, says otherwise."""
    measures = f"measures: [{{id: a, title: 甲, text: {own}, carries_out: [p]}}]\n"
    text = measures + f"shortcomings: [{{problem: {shortcoming or '宣传不够'}}}]"
    [target] = _outcome("{id: p, title: 评查, text: 开展案卷评查，建立问题台账，逐一整改。}", text).targets
    assert (target.target, target.standing, target.said) == ("建立问题台账，逐一整改", standing, said)


@pytest.mark.parametrize(
    ("standings", "measures", "verdict"),
    [
        ("", True, Verdict.CARRIED),
        ("", False, Verdict.LEFT),
        ("met met", False, Verdict.MET),
        ("met missed", True, Verdict.MISSED),
        ("met silent", True, Verdict.PARTLY),
        ("silent", True, Verdict.SILENT),
    ],
)
def test_the_verdict_is_the_targets(standings: str, measures: bool, verdict: Verdict) -> None:  # noqa: FBT001
    """A measure alone proves nothing of them."""
    told = _outcome(PLAN, "measures: [{title: 甲, text: 文。, carries_out: [p]}]")
    found = tuple(TargetOutcome("甲", Standing(one)) for one in standings.split())
    assert PlanOutcome("p", "甲", told.measures if measures else (), targets=found).verdict is verdict
    assert PlanOutcome("p", "甲", told.measures, open=True, targets=found).verdict is Verdict.OPEN
