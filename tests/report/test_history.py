"""A report beside earlier years: trends, odd figures, plans carried out, shortcomings that return, copied sentences."""

import pytest
from support.catalogue import BEFORE
from support.contexts import context, report

from ecoreport.report.context import Context
from ecoreport.report.history import (
    LONG,
    SHORT,
    Share,
    Suspicion,
    all_of,
    carried_out,
    copies,
    problem,
    same_problem,
    shares,
    shown_years,
    suspicion,
    trend,
    unanswered,
    years_before,
)
from ecoreport.report.origins import PrintedText
from ecoreport.text.quantity import parse_quantity
from ecoreport.yearfile.model import Plan, Shortcoming

COPIED = "全面推进依法行政，健全重大行政决策程序，严格落实公众参与。"


def paragraph(text: str) -> PrintedText:
    """A paragraph of the lead that is printed as typed."""
    return PrintedText(("lead",), text, tuple(range(len(text))))


@pytest.mark.parametrize(
    ("charts", "years"),
    [([], (2023,)), ([2], (2023,)), ([3], (2022, 2023)), ([2, 5, 3], (2020, 2021, 2022, 2023))],
)
def test_the_years_before_that_a_report_speaks_of(charts: list[int], years: tuple[int, ...]) -> None:
    """Last year in any case, and as many as its longest chart shows."""
    drawn = "".join(f"    - {{title: 图, figures: 立案, years: {count}}}\n" for count in charts)
    own = f"attachments:\n- title: 附图\n  charts:\n{drawn}" if charts else ""
    assert years_before(report(own)) == years
    assert shown_years(2024, len(years) + 1) == (*years, 2024)


def test_a_trend_takes_what_the_year_after_restated() -> None:
    """For it knows better; None for a year of which no file says it."""
    this = report("figures: {立案: {value: 12起, previous: 9起}, 新增: 1起}\n")
    last = report("figures: {立案: {value: 8起, previous: 7起}, 旧: 3起}\n", BEFORE)
    years, reports = (2021, 2022, 2023, 2024, 2025), {2023: last, 2024: this}
    told = [[one and str(one) for one in trend(name, years, reports)] for name in ("立案", "旧", "没有")]
    assert told == [[None, "7起", "9起", "12起", None], [None, None, "3起", None, None], [None] * 5]


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("12起", "12起", Suspicion.SAME),
        ("1起", "1起", Suspicion.NONE),  # so small a count returns
        ("50起", "10起", Suspicion.NONE),
        ("51起", "10起", Suspicion.LEAP),
        ("2起", "10起", Suspicion.NONE),
        ("1起", "10起", Suspicion.LEAP),
        ("9起", "1起", Suspicion.NONE),  # below ten, all leap
        ("10起", "1起", Suspicion.LEAP),
        ("0起", "10起", Suspicion.LEAP),
        ("10起", "0起", Suspicion.NONE),
        ("0.5万元", "1元", Suspicion.SCALE),
        ("0.4万元", "1元", Suspicion.LEAP),
        ("2万元", "1元", Suspicion.SCALE),
        ("2.1万元", "1元", Suspicion.LEAP),
        ("12元", "12万元", Suspicion.SCALE),
        ("90%", "10%", Suspicion.NONE),  # rates leap
        ("90%", "90%", Suspicion.NONE),
        ("90%", "0.009%", Suspicion.SCALE),
        ("-12人", "12人", Suspicion.LEAP),
        ("12起", "12件", Suspicion.NONE),
        ("不适用", "12起", Suspicion.NONE),
        ("12起", "待填", Suspicion.NONE),
    ],
)
def test_what_is_odd_about_two_years(new: str, old: str, expected: Suspicion) -> None:
    """The same again, five times as much or a fifth, ten thousand times: as far as they can be compared."""
    assert suspicion(parse_quantity(new), parse_quantity(old)) is expected


def test_plans_are_carried_out_by_measures() -> None:
    """Of one by several and the other way round; a plan without an id cannot be, and is not missed."""
    planned = (
        "next_year_plan: [{id: a, title: 甲}, {id: b, title: 乙}, {title: 丙}, {id: d, title: 丁}]\nshortcomings: []\n"
    )
    done = (
        "measures: [{title: 一, carries_out: [b, a]}, {title: 二, items: [{title: 丙}]}, {title: 三, carries_out: a}]\n"
    )
    old, new = Context(report(planned, BEFORE)), Context(report(done))
    first, second = ("measures", "items", 0), ("measures", "items", 2)
    assert {name: [path for path, _ in found] for name, found in carried_out(new).items()} == {
        "b": [first],
        "a": [first, second],
    }
    assert [plan.id for plan in unanswered(old, new)] == ["d"]
    assert [path for path, _ in all_of(old, Plan)] == [("next_year_plan", "items", at) for at in range(4)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ""),
        ({"problem": "归档不细", "title": "归档", "text": "{{ 问题 }}。"}, "归档不细"),
        ({"title": "归档", "text": "台账不全。"}, "归档"),
        ({"text": "台账不全。"}, "台账不全。"),
        ({"problem": "待填"}, ""),
        ({"problem": "归档不细", "text": "【待改】去年的话。"}, ""),
    ],
)
def test_what_is_said_to_be_wrong(given: dict[str, str], said: str) -> None:
    """The problem before the title before the text; nothing while it is a draft."""
    assert problem(Shortcoming.model_construct(**given)) == said


@pytest.mark.parametrize(
    ("new", "old", "same"),
    [
        ("案卷归档不够规范", "案卷归档不够规范", True),
        ("案卷归档不规范", "案卷归档不够规范", True),
        ("案卷归档", "归档案卷", False),
        ("甲乙丙丁戊", "甲乙丙丁己", True),  # just 0.8
        ("甲乙丙丁", "甲乙丙己", False),
        ("待填", "待填", False),
        ("案卷归档不够规范", "待填", False),
    ],
)
def test_a_shortcoming_that_returns(new: str, old: str, *, same: bool) -> None:
    """Alike to eight tenths; drafts are like nothing."""
    items = [Shortcoming.model_construct(problem=text) for text in (new, old)]
    assert same_problem(*items) == same


def _told(new: list[PrintedText], old: list[PrintedText]) -> list[tuple[str, tuple[int, int], str, bool]]:
    return [(one.text, one.span, one.source, one.whole) for one in copies(new, old)]


def test_copies_are_found_with_their_source() -> None:
    """Also where three words have been changed; not where four have."""
    old = [paragraph("短句。"), paragraph(f"去年。{COPIED}")]
    near = COPIED.replace("严格", "认真").replace("健全", "完善").replace("推进", "加强")
    far = COPIED.replace("严格落实公众参与", "认真听取各方意见")
    new = [paragraph(f"{far}{near}"), paragraph(COPIED)]
    assert _told(new, old) == [(near, (29, 58), COPIED, False), (COPIED, (0, 29), COPIED, True)]
    assert _told(new, []) == []


def test_sentences_with_numbers_are_copies_to_the_digit() -> None:
    """One digit less, and they are not; the year may have moved on, and a full stop become a semicolon."""
    counted = COPIED.replace("严格", "分3批")
    assert [(one.counted, one.telling) for one in copies([paragraph(counted)], [paragraph(counted)])] == [(True, True)]
    assert _told([paragraph(counted.replace("3", "4"))], [paragraph(counted)]) == []
    new, old = f"2024年{COPIED[:-1]}；", f"2023年{COPIED}"
    assert _told([paragraph(new)], [paragraph(old)]) == [(new, (0, 34), old, True)]


def test_a_sentence_that_tells_is_long_or_states_two_numbers() -> None:
    """A short one may be the same by chance; what is shorter still is not looked at, nor what leads to something."""
    short, counted = "按季度开展案卷评查工作。", "培训210人次，考试35场次。"
    assert [one.telling for text in (short, counted) for one in copies([paragraph(text)], [paragraph(text)])] == [
        False, True,
    ]  # fmt: skip
    assert LONG > len(counted) > len(short) == SHORT
    for text in (short[1:], COPIED[:-1] + "："):
        assert _told([paragraph(text)], [paragraph(text)]) == []


def test_the_share_of_a_section_that_is_copied() -> None:
    """Of all characters of its running text; of sections without any there is none."""
    new = context(f"measures: [{{title: 甲, text: {COPIED}今年。}}]\nshortcomings: []\nleader_duties: [{{text: 文。}}]")
    found = copies(new.paragraphs, [paragraph(COPIED)])
    assert [*shares(new, found)] == [Share(("measures",), 29, 32), Share(("leader_duties",), 0, 2)]
