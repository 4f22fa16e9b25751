"""The rows of workbooks: a figure in its own unit, with what may be typed for it; years beside each other."""

from decimal import Decimal

import pytest
from support.contexts import context

from ecoreport.typeset.sheets import Amount, Cell, FormRow
from ecoreport.years.forms import form, table
from ecoreport.years.ledger import ledgers


def row(now: str, before: str = "") -> FormRow:
    """The row of a figure with these values."""
    older = f"figures: {{立案: {before}}}\n" if before else ""
    [[only]] = form(context(f"figures: {{立案: {now}}}\n", older)).tabs.values()
    return only


@pytest.mark.parametrize(
    ("now", "before", "unit", "last", "this", "amount"),
    [
        ("92起", "80起", "起", Cell(Decimal(80)), Cell(Decimal(92)), Amount.WHOLE),
        ("待填", "80起", "起", Cell(Decimal(80)), Cell(), Amount.WHOLE),
        ("待填", "约80余起", "起", Cell(Decimal(80), "约", "余"), Cell(), Amount.WHOLE),
        ("待填", "", "", Cell(), Cell(), Amount.TEXT),
        ("169.9万余元", "2万元", "万元", Cell(Decimal(2)), Cell(Decimal("169.9"), "", "余"), Amount.NUMBER),
        ("169.9万元", "20000元", "万元", Cell("20000元"), Cell(Decimal("169.9")), Amount.NUMBER),
        ("96.2%", "93.6%", "%", Cell(Decimal("93.6")), Cell(Decimal("96.2")), Amount.PER_CENT),
        ("-2个百分点", "", "个百分点", Cell(), Cell(Decimal(-2)), Amount.SIGNED),
        ("8.5件", "9件", "件", Cell(Decimal(9)), Cell(Decimal("8.5")), Amount.NUMBER),
        ("1480/1491件", "", "件", Cell(), Cell("1480/1491"), Amount.TEXT),
        ("待填", "1480/1491件", "件", Cell("1480/1491"), Cell(), Amount.TEXT),
        ("不适用", "3件", "件", Cell(Decimal(3)), Cell("不适用"), Amount.WHOLE),
        ("12", "", "", Cell(), Cell(Decimal(12)), Amount.NUMBER),
    ],
)  # fmt: skip
def test_a_figure_is_told_in_its_own_unit(  # noqa: PLR0913, PLR0917 - a column each
    now: str, before: str, unit: str, last: Cell, this: Cell, amount: Amount
) -> None:
    """万 belongs to the unit, words of approximation to the number; the unit of what is open is last year's."""
    made = row(now, before)
    assert (made.unit, made.last, made.this, made.amount) == (unit, last, this, amount)
    assert made.fixed is (unit != "" or now == "12")


def test_sources_are_tabs_and_who_has_none_is_last() -> None:
    """In the order of the file; on one line, however they are typed."""
    own = '{value: 2件, source: "执法科\\n台账", note: " 按日\\n统计 "}'
    keys = f"figures:\n  a: 1件\n  b: {own}\n  c: {{value: 3件, source: 信访科}}\n"
    made = form(context(keys))
    assert {source: [row.name for row in rows] for source, rows in made.tabs.items()} == {
        "执法科 台账": ["b"], "信访科": ["c"], "未注明来源": ["a"],
    }  # fmt: skip
    assert made.tabs["执法科 台账"][0].note == "按日 统计"
    assert form(context(keys), ["c"]).tabs.keys() == {"信访科"}
    assert form(context("")).tabs == {}


def test_years_stand_beside_each_other_in_one_unit() -> None:
    """不适用 goes with the figure's unit; another unit is a line of its own."""
    years = [
        context("figures: {立案: 12起, 咨询: 5件, 许可: 不适用, 旧: 1件}\n"),
        context("figures: {立案: 约14起, 咨询: 6次, 许可: 3件}\n"),
    ]
    years[1].report.__dict__["year"] = 2025
    made = table(ledgers(years), "示例局")
    assert made.title == "示例局2024—2025年指标台账"
    assert made.head == ("指标", "单位", "2024年", "2025年", "增减", "来源", "用在", "说明")
    assert [tuple(map(str, row[:4])) for row in made.rows] == [
        ("立案", "起", "12", "约14"),
        ("咨询", "次", "", "6"),
        ("许可", "件", "不适用", "3"),
        ("咨询", "件", "5", ""),
        ("旧", "件", "1", ""),
    ]
