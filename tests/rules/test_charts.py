"""What a chart draws exists, shares an axis, and is known for each of its years."""

import pytest
from support.contexts import Found, found

from ecoreport.rules._charts import every_year_known, figures_exist, something_is_drawn, units_share_an_axis

FIGURES = "figures: {立案: 92起, 听证: 3件, 罚款: 1.5万元, 满意率: 97%, 总数: 5, 许可: 不适用}\n"


def drawn(figures: str) -> str:
    """A second attachment with a second chart of those figures, over three years."""
    charts = f"[{{title: 甲, figures: 立案, years: 2}}, {{title: 丁, figures: {figures}}}]"
    return f"{FIGURES}attachments: [乙, {{title: 丙, charts: {charts}}}]"


def test_a_chart_of_a_figure_that_is_none_is_found() -> None:
    """At its place in the list; a name that is close is offered."""
    here = "attachments[2].charts[2].figures"
    assert found(figures_exist, drawn("[立案, 立安, 复议]")) == [
        Found("E204", f"{here}[2]", help="是不是“立案”？"),
        Found("E204", f"{here}[3]", help="先在 figures 里写这个指标"),
    ]
    assert found(figures_exist, drawn("[立案, 听证]")) == []


@pytest.mark.parametrize(
    ("figures", "paths"),
    [
        ("立案", []),
        ("[立案, 听证]", []),  # both are counted
        ("[立案, 许可, 复议]", []),  # what has no value has no unit
        ("[罚款, 罚款]", []),
        ("[立案, 罚款]", ["attachments[2].charts[2].figures"]),
        ("[满意率, 听证]", ["attachments[2].charts[2].figures"]),
        ("[立案, 总数]", ["attachments[2].charts[2].figures"]),
    ],
)
def test_what_is_not_counted_wants_a_chart_of_its_own(figures: str, paths: list[str]) -> None:
    """起 may stand beside 件, but not beside money, a rate or a bare number."""
    assert found(units_share_an_axis, drawn(figures)) == [Found("W419", path, help="分成两张图") for path in paths]


def test_every_year_that_is_drawn_has_its_file_and_its_figure() -> None:
    """A missing file is told of once for the chart, a missing figure at its name; a value given as 上年数 is known."""
    here, mend = "attachments[2].charts[2].figures", "在那几年的文件里补上这个指标，名称要一样"
    before, all_before = "figures: {立案: 80起}", "figures: {立案: 80起, 听证: 2件}"
    assert found(every_year_known, drawn("[立案, 听证]"), all_before, all_before) == []
    assert found(every_year_known, drawn("[立案, 听证]"), all_before) == [
        Found("W619", here, help="补上文件，或者少画几年：years: 2")
    ]
    assert found(every_year_known, drawn("[立案, 听证]"), before, before) == [Found("W619", f"{here}[2]", help=mend)]
    assert found(every_year_known, drawn("听证"), all_before, before) == [Found("W619", f"{here}[1]", help=mend)]
    assert found(every_year_known, drawn("[立案, 听证]"), before) == [
        Found("W619", here, help="补上文件，或者少画几年：years: 2"),
        Found("W619", f"{here}[2]", help=mend),
    ]
    assert found(every_year_known, drawn("立案")) == [  # a chart has two years at the least
        Found("W619", f"attachments[2].charts[{at}].figures", help="补上文件，或者删掉这张图") for at in (1, 2)
    ]
    restated = drawn("立案").replace("立案: 92起", "立案: {value: 92起, previous: 80起}")
    assert found(every_year_known, restated, "", before) == []


def test_a_figure_that_is_none_lacks_no_years() -> None:
    """It is told of once, as such."""
    assert found(every_year_known, drawn("复议"), "figures: {立案: 80起}") == []


@pytest.mark.parametrize(
    ("figures", "told"),
    [("许可", True), ("[许可, 立案]", False), ("待填数", False), ("[许可, 待填数]", False), ("没有", False)],
)
def test_a_chart_of_nothing_is_found(figures: str, *, told: bool) -> None:
    """What is not known yet, or is no figure, is told elsewhere."""
    keys = FIGURES.replace("}\n", ", 待填数: 待填}\n") + (
        f"attachments: [{{title: 丙, charts: [{{title: 丁, figures: {figures}, years: 2}}]}}]"
    )
    expected = Found("W531", "attachments[1].charts[1].figures", help="换成有数的指标，或者删掉这张图")
    assert found(something_is_drawn, keys) == [expected] * told
