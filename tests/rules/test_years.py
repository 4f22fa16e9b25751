"""Years that are named: the report's own where it is due, others with a reason, days that exist."""

import pytest
from support.contexts import Found, found, marked

from ecoreport.rules import _years

COPIED, FORGOTTEN = "多半是从往年的报告里复制过来没有改", "核对年份是不是忘了改"


@pytest.mark.parametrize(
    ("keys", "path", "typed"),
    [
        ("title: 2023年法治政府建设情况报告", "title", "2023年"),
        ("title: 2024年法治政府建设情况报告", "", ""),
        ("lead: 2023年，本局依法行政。", "lead", "2023年"),
        ("lead: 2023年以来，本局依法行政。", "", ""),
        ("lead: 在2023年工作基础上，2024年本局依法行政。", "", ""),  # beside the report's own year
        ("lead: 依法行政。2023年有提高，2024年也有提高。", "", ""),
        ("lead: 2023年有提高。2024年，本局依法行政。", "lead", "2023年"),
        ("lead: 本局依法行政。2025年有提高。", "lead", "2025年"),
        ("lead: 2024年，本局依法行政。现将2023年度法治政府建设情况报告如下：", "lead", "2023年"),
        ("lead: 与2023年相比有提高，落实2021—2025年规划。", "", ""),
        ("lead: 落实《2023年工作要点》。", "", ""),
        ("measures: {title: 2023年举措}", "measures.title", "2023年"),
        ("measures: {title: 2024年举措}", "", ""),
        ("next_year_plan: {title: 2024年安排}", "next_year_plan.title", "2024年"),
        ("next_year_plan: {title: 2025年安排}", "", ""),
        ("sections: [{kind: other, title: 2019年工作}]", "", ""),
        ("measures: [{title: 2023年举措}]", "", ""),  # an item may look back
        ("measures: {text: 2023年有提高。}", "", ""),
        ("next_year_plan: {text: 2024年有提高。}", "", ""),
    ],
)
def test_title_lead_and_parts_name_the_reports_own_year(keys: str, path: str, typed: str) -> None:
    """The plan the next; what compares or is a name is let be."""
    assert found(_years.rolled_forward, keys) == [Found("E608", path, typed, COPIED)] * bool(path)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("2022年开展培训，2022年印发制度。", ["2022年"]),
        ("2026年开展培训。", ["2026年"]),
        ("2023年制定，2024年执行，2025年总结。", []),
        ("自2019年以来，2019年起，2019年6月1日后施行。", ["2019年"]),
        ("2019年6月印发的制度，2019年修订。", []),
        ("较2019年有提高，从2019年起。", []),
        ("《2019年要点》，“2019年”，2016—2020年。", []),
        ("荣获2019年度先进，评为全市2019年先进集体。", []),
        ("1998年建局，12019年。", ["1998年"]),
    ],
)
def test_another_year_than_those_around_has_a_reason(sentence: str, wrong: list[str]) -> None:
    """A span, a name, a beginning, a comparison or an honour."""
    assert marked(_years.other_years, sentence) == wrong


@pytest.mark.parametrize(
    ("kind", "sentence", "told"),
    [
        ("measures", "审议《2024年法治政府建设情况报告》。", ("2024", "核对报告的年度")),
        ("measures", "审议《2023年法治政府建设情况报告》。", None),
        ("next_year_plan", "审议《2024年法治政府建设情况报告》。", None),
        ("leader_duties", "截至2023年12月31日，已办结。", ("截至2023年12月31日", FORGOTTEN)),
        ("measures", "截至2024年12月31日，已办结。", None),
        ("next_year_plan", "2024年6月底完成。", ("2024年6月底", "多半应是2025年")),
        ("next_year_plan", "2024年，加强普法。", ("2024年，", "多半应是2025年")),
        ("next_year_plan", "2025年6月底完成，巩固2024年成果。", None),
        ("measures", "2024年6月底完成。", None),
    ],
)
def test_the_own_year_stands_where_it_belongs(kind: str, sentence: str, told: tuple[str, str] | None) -> None:
    """A meeting of the year is about last year's report, the year's end is this one's, the plan is for the next."""
    expected = [Found("W609", f"{kind}.items[1].text", *told)] if told else []
    assert found(_years.other_years, f"{kind}: [{{text: {sentence}}}]") == expected


def test_a_day_that_is_none_is_found() -> None:
    """Leap years are known; a month alone is no day."""
    sentence = "2024年2月29日、2024年2月30日、2023年2月29日、2024年11月31日、2024年13月1日、2024年2月。"
    wrong = ["2024年2月30日", "2023年2月29日", "2024年11月31日", "2024年13月1日"]
    assert marked(_years.days_that_are_none, sentence) == wrong
    told = [Found("E524", "lead", "2024年4月31日", "核对月份和日子")]
    assert found(_years.days_that_are_none, "lead: 2024年4月31日办结。") == told
