"""The one page: what is on it, in which order, and that it is one page in every format."""

from dataclasses import replace
from decimal import Decimal

import pytest
from support.contexts import context
from support.page import year

from ecoreport.problems.terminal import display_width
from ecoreport.report.context import Context
from ecoreport.yearfile.reader import parse
from ecoreport.years.compare._blocks import first_page
from ecoreport.years.compare._changes import Change, Comparison, FigureChange, Verdict
from ecoreport.years.compare._html import as_html
from ecoreport.years.compare._json import as_json
from ecoreport.years.compare._markdown import as_markdown
from ecoreport.years.compare._page import page
from ecoreport.years.compare._summary import most_moved
from ecoreport.years.compare._text import as_text
from ecoreport.years.compare.compare import compare


def _full() -> Comparison:
    """More than fits."""
    contexts: dict[int, Context] = {}
    for number in (2022, 2023, 2024):
        contexts[number] = Context(parse(year(number).encode(), "x").report, dict(contexts))
    return compare(contexts[2023], contexts[2024], ("2023年", "2024年"))


FULL = _full()


def test_the_page_is_forty_five_lines_at_most() -> None:
    """With everything that it can have on it, and no line wider than a terminal; the details come behind the line."""
    assert FULL.summary
    lines = as_text(FULL).splitlines()
    end = next(at for at, line in enumerate(lines) if "─ 明细 ─" in line)
    assert [head.partition("：")[0] for head, _ in page(FULL, FULL.summary)] == [
        "上年的安排20项", "反复出现的不足12条", "变化最大的指标", "新增20处", "删去20处", "与上年几乎一样的句子",
    ]  # fmt: skip
    assert end + 1 == 45
    assert all(display_width(line) <= 80 for line in lines[1:end])
    assert len(lines) > 2 * end


def test_every_format_has_the_page() -> None:
    """The same lines."""
    assert FULL.summary
    told = [line.strip() for head, lines in page(FULL, FULL.summary) for line in (head, *lines)]
    blocks = first_page(FULL)
    assert [block.text.strip() for block in blocks[1:]] == told  # type: ignore[union-attr]
    made = as_html(FULL)
    assert all(line in made for line in told)
    assert all(line in as_markdown(FULL).replace("\\", "") for line in told)
    assert '"summary": {' in as_json(FULL)
    assert first_page(replace(FULL, summary=None)) == ()


def test_a_shortcoming_is_counted_over_the_years_that_tell_it() -> None:
    """Without a break, as far as files go back."""
    assert FULL.summary
    assert {one.since for one in FULL.summary.returned} == {2022}
    assert "（连续3年，2022年起）" in as_text(FULL)


@pytest.mark.parametrize(("years", "has"), [((2023, 2024), True), ((2022, 2024), True), ((2024, 2024), False)])
def test_two_versions_of_a_year_have_no_page(years: tuple[int, int], has: bool) -> None:  # noqa: FBT001
    """Of them all changes are wanted."""
    old, new = (
        Context(parse(f"year: {one}\nissuer: 示例局\nlead: {at}\n".encode(), "x").report)
        for at, one in enumerate(years)
    )
    assert (compare(old, new, ("甲", "乙")).summary is not None) == has


def test_the_worst_of_the_plan_stands_first() -> None:
    """What was missed, what has no word, what was met."""
    items = "{id: a, title: 甲, text: 评查案卷9卷。}, {id: b, title: 乙}, {id: c, title: 丙, text: 评查合同9份。}"
    plan = f"next_year_plan: [{items}]"
    new = "measures: [{text: 评查案卷9卷。, carries_out: [a]}, {text: 评查合同5份。, carries_out: [c]}]"
    old = Context(context(plan).report.model_copy(update={"year": 2023}))
    made = compare(old, context(new), ("甲", "乙")).summary
    assert made
    assert [one.verdict for one in made.plan] == [Verdict.MISSED, Verdict.LEFT, Verdict.MET]


def _figure(name: str, old: str, new: str, unit: str = "件") -> FigureChange:
    before, after = Decimal(old), Decimal(new)
    per_cent = None if unit == "%" or not before else ((after - before) / before * 100).quantize(Decimal("0.1"))
    return FigureChange(name, Change.CHANGED, f"{old}{unit}", f"{new}{unit}", unit, after - before, per_cent)


def test_figures_that_matter_go_before_those_that_moved_more() -> None:
    """Small numbers and small moves are noise; a defeat is none."""
    figures = (
        _figure("行政检查", "100", "300"),
        _figure("行政诉讼败诉", "0", "1"),
        _figure("投诉办结率", "98", "95", "%"),
        _figure("案卷合格率", "98", "98.2", "%"),  # in any year
        _figure("听证", "1", "3"),  # few
        _figure("普法活动", "100", "103"),  # hardly
        _figure("立案", "100", "90"),
    )
    assert [(one.figure.name, one.better) for one in most_moved(figures)] == [
        ("行政诉讼败诉", -1), ("投诉办结率", -1), ("行政检查", 0), ("立案", 0),
    ]  # fmt: skip


def test_no_more_than_five_figures_are_shown() -> None:
    """Those that moved most."""
    figures = [_figure(f"指标{at}", "100", str(110 + at)) for at in range(9)]
    assert [one.figure.name for one in most_moved(figures)] == ["指标8", "指标7", "指标6", "指标5", "指标4"]
