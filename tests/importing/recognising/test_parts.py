"""Which part of the law a section is."""

import pytest

from ecoreport.importing._recognising._recognisers.parts import Part, parts_of


def kinds(*sections: tuple[str, str]) -> list[str]:
    """The kinds of sections of 2024."""
    return [part.kind for part in parts_of(sections, 2024)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("主要举措和成效", "measures"),
        ("2025年普法工作", "next_year_plan"),
        ("2024年普法工作", "measures"),
        ("下一步工作", "next_year_plan"),
        ("今后努力方向", "next_year_plan"),
        ("存在的主要问题", "shortcomings"),
        ("短板弱项", "shortcomings"),
        ("聚焦突出问题，强化整治", "measures"),
        ("第一责任人履职情况", "leader_duties"),
        ("局长履行法治建设职责情况", "leader_duties"),
        ("其他需要报告的情况", "other"),
    ],
)
def test_a_section_is_told_by_its_title(title: str, kind: str) -> None:
    """Words for a part and words against it."""
    assert kinds((title, "")) == [kind]


def test_themes_are_told_by_what_stands_in_them_and_where() -> None:
    """And there is one of each kind but the measures."""
    themes = [
        ("聚力攻坚", "全年立案3起，培训5次。"),
        ("正视不够", "培训不够，力量不足，作风不强，效率不高，主要原因是编制少。"),
        ("再接再厉", "将继续努力，进一步提升，明年再上台阶，进一步学法。"),
    ]
    assert kinds(*themes) == ["measures", "shortcomings", "next_year_plan"]
    assert kinds(("存在不足", ""), ("问题整改", ""), ("下一步", "")) == ["shortcomings", "other", "next_year_plan"]


def test_two_parts_in_one_are_said() -> None:
    """Shortcomings and plan under one title count as shortcomings."""
    [part] = parts_of([("存在问题及下一步打算", "")], 2024)
    assert part == Part("shortcomings", part.why, both=True)
    assert "不足" in part.why
