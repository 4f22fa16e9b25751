"""What became of last year's plan and shortcomings, and which sentences were carried over."""

import pytest
from support.comparisons import SENTENCE
from support.contexts import context

from ecoreport.years.compare._changes import (
    AnsweringMeasure,
    Copied,
    CopiedShare,
    Fate,
    PlanOutcome,
    ShortcomingOutcome,
)
from ecoreport.years.compare._years import copied_sentences, plan_outcomes, shortcoming_outcomes


def _plan(old: str, new: str) -> list[PlanOutcome]:
    return list(plan_outcomes(context(f"next_year_plan: [{old}]"), context(new)))


FILES = "{id: files, title: 规范归档, answers: [archive]}"
ARCHIVE = "{id: archive, problem: 案卷归档不规范}"
DONE = AnsweringMeasure("举措“audit”", "评查案卷")
AUDIT = "measures: [{id: audit, title: 评查案卷, text: 文。, carries_out: [files]}]"


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        (AUDIT, PlanOutcome("files", "规范归档", (DONE,))),
        ("measures: [{title: 评查案卷, text: 文。}]", PlanOutcome("files", "规范归档", ())),
        ("measures: [{text: 评查了案卷。都好。, carries_out: [files]}]",
         PlanOutcome("files", "规范归档", (AnsweringMeasure("举措第1条", "评查了案卷"),))),
        (AUDIT.replace("文。", "待填"), PlanOutcome("files", "规范归档", (DONE,), open=True)),
        (AUDIT.replace("文。", "待填").replace("}]", "}, {id: b, title: 办班, carries_out: [files]}]"),
         PlanOutcome("files", "规范归档", (DONE, AnsweringMeasure("举措“b”", "办班")))),
        ("next_year_plan: [{id: files, title: 再归档}]", PlanOutcome("files", "规范归档", (), again=True)),
        ("next_year_plan: [{title: 规范归档}]", PlanOutcome("files", "规范归档", (), again=True)),
        ("next_year_plan: [{title: 办班}]", PlanOutcome("files", "规范归档", ())),
    ],
    ids=[
        "carried out", "not", "by a measure without a title", "by one that is open", "by two of which one is open",
        "planned again by its id", "planned again by its title", "something else is planned",
    ],
)  # fmt: skip
def test_what_became_of_the_plan(new: str, outcome: PlanOutcome) -> None:
    """A measure answers by the plan's id, whatever the words of both."""
    assert _plan(FILES, new) == [outcome]


def test_a_plan_without_an_id_cannot_be_referred_to() -> None:
    """Nor can one without a title be planned again by it; it is called by its first sentence."""
    new = "measures: [{text: 文。, carries_out: [x]}]\nnext_year_plan: [{text: 逐卷核对。}]"
    assert _plan("{text: 逐卷核对。再看一遍。}", new) == [PlanOutcome("", "逐卷核对", ())]
    assert _plan("", AUDIT) == []


def _fate(new: str, old: str = ARCHIVE) -> tuple[Fate, str]:
    """What became of the old one, whose plan nothing carries out."""
    before = context(f"shortcomings: [{old}]\nnext_year_plan: [{FILES}]")
    [one] = shortcoming_outcomes(before, context(f"shortcomings: [{new}]"))
    return one.fate, one.again


@pytest.mark.parametrize(
    ("new", "fate", "again"),
    [
        ("{problem: 案卷归档不规范}", Fate.REPEATED, "不足第1条"),
        ("{problem: 培训不够}, {problem: 案卷归档还不规范}", Fate.REPEATED, "不足第2条"),
        ("{id: archive, problem: 案卷归档仍有迟缓的}", Fate.REWORDED, "不足“archive”"),
        ("{id: archive, problem: 普法形式不够规范}", Fate.REPLACED, "不足“archive”"),
        ("{id: archive, problem: 待填}", Fate.OPEN, "不足“archive”"),
        ("{id: training, problem: 普法形式不够规范}", Fate.GONE, ""),
        ("{id: training, problem: 部分案卷归档仍有迟缓}, {problem: 普法不够}", Fate.GONE, "部分案卷归档仍有迟缓"),
        ("", Fate.GONE, ""),
    ],
)
def test_what_became_of_a_shortcoming(new: str, fate: Fate, again: str) -> None:
    """Told again in nearly the same words, under its id in others, or gone; the nearest new one is named."""
    assert _fate(new) == (fate, again)


def test_shortcomings_without_ids_are_known_by_their_words_alone() -> None:
    """That neither has one makes them no pair; nor does any plan say that it answers the old one."""
    assert _fate("{problem: 普法不够}", "{problem: 案卷归档不规范}") == (Fate.UNPLANNED, "")


def test_a_shortcoming_is_answered_by_what_was_planned_for_it_and_done() -> None:
    """A measure that carries out two of its plans is named once; without a measure the plan alone is no answer."""
    plans = f"{FILES}, {{id: rules, title: 定规矩, answers: [archive]}}, {{id: other, title: 办班}}"
    before = context(f"shortcomings: [{ARCHIVE}]\nnext_year_plan: [{plans}]")
    both = AUDIT.replace("[files]", "[files, rules, other]")
    titles = ("规范归档", "定规矩")
    assert list(shortcoming_outcomes(before, context(both))) == [
        ShortcomingOutcome("archive", "案卷归档不规范", Fate.ANSWERED, titles, (DONE,))
    ]
    assert list(shortcoming_outcomes(before, context("lead: 文。"))) == [
        ShortcomingOutcome("archive", "案卷归档不规范", Fate.GONE, titles, ())
    ]


@pytest.mark.parametrize(
    ("new", "alike"),
    [
        (SENTENCE, 1.0),
        (SENTENCE.replace("切实", "不断"), 0.941),
        (SENTENCE.replace("切实", "不断").replace("组织", "带领").replace("水平", "本领"), 0.824),
        (SENTENCE.replace("组织全局干部认真", "带领各股室人员一起"), None),
        ("认真学习宪法。", None),
        (SENTENCE.replace("宪法", "3部法"), None),
    ],
    ids=["the same", "nine tenths", "three words", "less", "a short one", "with another number"],
)
def test_sentences_that_were_carried_over(new: str, alike: float | None) -> None:
    """Long ones; in the old report they may have stood anywhere."""
    before, after = context(f"lead: {SENTENCE}"), context(f"measures: [{{title: 学法, text: {new}}}]")
    told, parts = copied_sentences(before, after)
    assert told == (() if alike is None else (Copied("举措第1条的正文", SENTENCE, new, alike),))
    share = CopiedShare("主要举措和成效", "measures", len(new), len(new), 1.0)
    assert parts == (() if alike is None else (share,))


def test_the_share_of_a_section_counts_short_sentences_too() -> None:
    """That are the same to the last character; headings and sections without any are left out."""
    short = "按季度开展案卷评查工作。"
    before = context(f"lead: {SENTENCE}{short}")
    told, parts = copied_sentences(
        before,
        context(f"measures: [{{title: {SENTENCE[:-1]}, text: {short}今年办班三次}}]\nleader_duties: [{{text: 文。}}]"),
    )
    assert (told, parts) == ((), (CopiedShare("主要举措和成效", "measures", 12, 18, 0.667),))


def test_a_heading_that_stays_is_no_copy() -> None:
    """Headings are meant to stay."""
    heading = context(f"measures: [{{title: {SENTENCE}}}]")
    assert copied_sentences(heading, heading) == ((), ())


def test_what_an_import_numbered_says_nothing_of_a_shortcoming_or_a_plan() -> None:
    """What was first last year is another than what is first now."""
    one, two = "{id: shortcoming-1, problem: 人员不足}", "{id: shortcoming-2, problem: 经费不足}"
    before = context(f"shortcomings: [{one}, {two}]\nnext_year_plan: [{{id: plan-1, title: 办班}}]")
    after = context(
        f"shortcomings: [{two.replace('-2', '-1')}, {{id: shortcoming-2, problem: 装备落后}}]\n"
        "next_year_plan: [{id: plan-1, title: 归档}]"
    )
    assert [(one.fate, one.again) for one in shortcoming_outcomes(before, after)] == [
        (Fate.UNPLANNED, ""), (Fate.REPEATED, "不足“shortcoming-1”")
    ]  # fmt: skip
    assert [plan.again for plan in plan_outcomes(before, after)] == [False]
