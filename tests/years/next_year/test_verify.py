"""A new year's file is given out only where all of the old one is in it, open, and the plan is to be accounted for."""

import pytest

from ecoreport.yearfile.reader import parse
from ecoreport.years.next_year._verify import sound

OLD = """\
year: 2024
issuer: 示例县教育局
lead: 2024年，依法行政。
figures: {立案: 92起, 许可: 不适用}
measures:
  - {id: study, title: 学法, text: 认真学习。}
shortcomings:
  - {id: archive, problem: 归档不规范, text: 因{{ 问题 }}。}
next_year_plan:
  - {id: files, title: 归档, text: 逐卷核对。}
"""
NEW = """\
year: 2025
issuer: 示例县教育局
lead: 【待改】2025年，依法行政。
figures: {立案: 待填, 许可: 不适用}
measures:
  - {id: study, title: 学法, text: 【待改】认真学习。}
  - {id: files, title: 归档, text: 待填, carries_out: [files]}
shortcomings:
  - {id: archive, problem: 待填, text: 因{{ 问题 }}。}
next_year_plan:
  - {id: next, title: 待填, text: 待填}
"""


def _sound(new: str, old: str = OLD) -> bool:
    quoted = new.replace("因{{ 问题 }}。", "'因{{ 问题 }}。'")
    return sound(parse(old.replace("因{{ 问题 }}。", "'因{{ 问题 }}。'").encode(), "x").report, quoted, "x", 2025)


def test_all_of_the_old_file_is_there_and_open() -> None:
    """The texts marked, the figures open or 不适用, one more measure for the item of the plan."""
    assert _sound(NEW)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("year: 2025", "year: 2026"),
        ("year: 2025", "year 2025"),
        ("lead: 【待改】2025年", "lead: 2025年"),
        ("【待改】认真学习。", "【待改】认真学法。"),
        ("【待改】认真学习。", "待填"),
        ("立案: 待填", "立案: 92起"),
        ("立案: 待填, 许可: 不适用", "许可: 不适用, 立案: 待填"),
        ("立案: 待填, ", ""),
        ("  - {id: files, title: 归档, text: 待填, carries_out: [files]}\n", ""),
        ("title: 待填, text: 待填}", "title: 归档, text: 逐卷核对。}"),
        ("next_year_plan:\n  - {id: next, title: 待填, text: 待填}\n", ""),
        ("shortcomings:\n  - {id: archive, problem: 待填, text: 因{{ 问题 }}。}\n", ""),
        (
            "shortcomings:\n  - {id: archive, problem: 待填, text: 因{{ 问题 }}。}\n",
            "leader_duties:\n  - {text: 待填}\n",
        ),
    ],
)
def test_what_is_missing_or_not_open_is_seen(right: str, wrong: str) -> None:
    """Each would be last year's words or numbers in this year's report, or a part that got lost."""
    assert right in NEW
    assert not _sound(NEW.replace(right, wrong))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("【待改】认真学习。", "【待改】 认真学习。"),
        ("lead: 【待改】2025年", "lead: 【待改】2031年"),
        ("problem: 待填", "problem: 别的"),
        ("title: 学法", "title: 学宪法"),
    ],
)
def test_blanks_years_headings_and_shortcomings_may_differ(one: str, other: str) -> None:
    """Those move on or are looked at elsewhere."""
    assert one in NEW
    assert _sound(NEW.replace(one, other))


def test_a_file_without_measures_gets_them_for_its_plan() -> None:
    """As a part of its own."""
    head, _, rest = OLD.partition("measures:\n")
    old = head + rest.partition("认真学习。}\n")[2]
    assert _sound(NEW.replace("  - {id: study, title: 学法, text: 【待改】认真学习。}\n", ""), old)
    assert not _sound(NEW, old)
