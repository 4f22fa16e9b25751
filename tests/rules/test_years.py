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
        ("title: 2024年2023年法治政府建设情况报告", "title", "2023年"),
        ("title: 二〇二三年法治政府建设情况报告", "title", "二〇二三年"),
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
        ("2021年履行职责。", ["2021年"]),
        ("2022年立案35起，查处30起。", ["2022年"]),
        ("2022年立案的1起重大案件于本年度审结。", []),
        ("2022年受理的复议案件2件于2024年3月审结。", []),
        ("2022年结转案件2件，本年度全部办结。", []),
        ("2019年发证的企业到期换证。", []),
        ("2021年、2022年、2024年连续三年获评优秀。", []),
        ("连续三年（2020年、2021年、2022年）获评优秀。", []),
        ("2021年、2022年、2023年分别办结3件、4件、5件。", []),
        ("对2019年印发的《办法》进行修订。", []),
        ("《督察工作规定》（2019年）实施五年。", []),
        ("2018年机构改革后，2020年疫情期间下放的权限收回。", []),
        ("以2020年为基数，2021年版裁量基准，2035年远景目标。", []),
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
        ("leader_duties", "截至2021年12月31日，已办结。", ("截至2021年12月31日", FORGOTTEN)),
        ("measures", "截至2023年底，已办结。", ("截至2023年底", FORGOTTEN)),
        ("measures", "截至2023年12月31日未办结的案件全部办结。", None),
        ("next_year_plan", "2025年6月底完成，巩固2024年成果。", None),
        ("measures", "2024年6月底完成。", None),
    ],
)
def test_the_own_year_stands_where_it_belongs(kind: str, sentence: str, told: tuple[str, str] | None) -> None:
    """A meeting of the year is about last year's report, the year's end is this one's, the plan is for the next."""
    expected = [Found("W609", f"{kind}.items[1].text", *told)] if told else []
    assert found(_years.other_years, f"{kind}: [{{text: {sentence}}}]") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年逐卷核对。",
        "2024年6月底完成。",
        "2024年，加强普法。",
        "2024年将开展培训。",
        "力争2024年底前建成平台。",
        "到2024年底，全部持证。",
        "制定2024年执法计划。",
        "2024年第一季度开展培训。",
        "2024年紧盯突出问题开展整治。",
        "2024年度开展培训4次。",
        "深化执法，2024年完成评查。",
        "一是2024年组织考试。",
        "在2024年6月底前完成整改。",
        "2024年建立健全的制度。",
        "全面完成2024年各项任务。",
        "抓好2024年案卷管理。",
    ],
)
def test_a_plan_that_names_the_reports_year_as_one_to_come_is_found(sentence: str) -> None:
    """As a day to be done by, or where a clause begins."""
    plan = f"next_year_plan: [{{text: {sentence}}}]"
    assert found(_years.other_years, plan) == [
        Found("W609", "next_year_plan.items[1].text", "2024年", "多半应是2025年")
    ]
    assert found(_years.other_years, plan.replace("next_year_plan", "measures")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "在2024年工作的基础上，巩固成果。",
        "针对2024年考核发现的问题，逐项整改。",
        "2024年考核指出的不足，限期整改。",
        "对2024年未办结的案件，逐件跟踪。",
        "2024年案卷评查结果，逐件反馈。",
        "做好2024年度考核迎检。",
        "2024年底前未完成整改的问题，挂账督办。",
        "截至2024年底，尚有3件。",
        "做好2024年度报告公开。",
        "2024年法治建设年度报告于2025年3月1日前公开。",
        "巩固2024年成果。",
        "2024年，本局取得了成绩，但仍有不足。",
        "落实2024年印发的《办法》。",
        "较2024年提高3个百分点。",
        "2024年开展的专项整治转入常态。",
        "2024—2025年度计划。",
        "《2024年工作要点》。",
        "2025年6月底完成。",
    ],
)
def test_a_plan_may_look_back_on_the_reports_year(sentence: str) -> None:
    """On what it found, left over, or achieved."""
    assert found(_years.other_years, f"next_year_plan: [{{text: {sentence}}}]") == []


def test_years_in_a_table_are_its_rows() -> None:
    """A table may go back as far as it likes."""
    table = "measures: [{text: 见表。, table: {header: [2019年, 次], rows: [[2020年5月, 3]]}}]"
    assert found(_years.other_years, table) == []
