"""Findings that are meant: switched off for a place, a year, a project; always with a reason; never unseen."""

from pathlib import Path

import pytest
from support import Run
from support.catalogue import SOUND, codes, merged

DRIFT = """\
lead: 今年依法行政。
measures:
  - {id: one, title: 依法决策, text: 今年规范决策。}
  - {id: two, title: 严格执法, text: 去年规范执法。}
figures: {检查: 2346余家次, 帮扶: 1203余家次}
leader_duties:
  - text: 履行推进法治建设第一责任人职责，检查{{ 检查 }}，帮扶{{ 帮扶 }}。
"""


def _codes(project: Path, ignore: str) -> list[str]:
    return codes(merged(SOUND, DRIFT) + ignore, project)


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        ("", ["W402", "W402", "W515", "W515", "W515"]),
        ("ignore: [{code: W515, reason: 引用原文}]", ["W402", "W402"]),
        ("ignore: [{code: W515, at: one, reason: 引用原文}]", ["W402", "W402", "W515", "W515"]),
        ("ignore: [{code: W515, at: measures, reason: 引用原文}]", ["W402", "W402", "W515"]),
        ("ignore: [{code: W515, at: lead, reason: 引用原文}]", ["W402", "W402", "W515", "W515"]),
        ("ignore: [{code: W402, at: 检查, reason: 台账如此}]", ["W402", "W515", "W515", "W515"]),
        ("ignore: [{code: W514, reason: 引用原文}]", ["H701", "W402", "W402", "W515", "W515", "W515"]),
        ("ignore: [{code: W515, at: three, reason: 引用原文}]", ["H701", "W402", "W402", "W515", "W515", "W515"]),
        ("ignore: [{code: E204, reason: 不想看见}]", ["E702", "W402", "W402", "W515", "W515", "W515"]),
        ("ignore: [{code: W599, reason: 没有这个}]", ["E702", "W402", "W402", "W515", "W515", "W515"]),
        ("ignore: [{code: W515}]", ["E202"]),
    ],
)
def test_a_switch_of_a_year_holds_where_it_says(project: Path, ignore: str, left: list[str]) -> None:
    """For an item, a key, a figure or the file; one that is wrong or not needed is told of."""
    assert sorted(_codes(project, ignore)) == left


def test_a_switch_of_the_project_holds_for_every_year(project: Path, run: Run) -> None:
    """One that no year needs is told of only when every year is checked."""
    path = project / "data" / "2024.yaml"
    path.write_text(merged(SOUND, DRIFT), "utf-8")
    (project / "data" / "2023.yaml").write_text(
        SOUND.replace("2025", "2024").replace("year: 2024", "year: 2023"), "utf-8"
    )
    settings = project / "ecoreport.yaml"
    settings.write_text("ignore:\n  - {code: W515, reason: 本局习惯}\n  - {code: W514, reason: 本局习惯}\n", "utf-8")
    assert "W515" not in run(project, "check", "-v").out
    assert "ecoreport.yaml:3:5" in run(project, "check", "--all", "-v").out
    assert "ecoreport.yaml" not in run(project, "check", "2023").out


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("ignore：\n", "错误[E120]"),
        ("ignor: []\n", "是不是“ignore”"),
        ("ignore: [{code: E204, reason: 不想看见}]\n", "错误[E702]"),
        ("ignore: [{code: W515}]\n", "错误[E202]"),
    ],
)
def test_wrong_settings_stop_check_and_build_and_are_told_once(
    project: Path, run: Run, settings: str, told: str
) -> None:
    """With their own file and line, however many years there are."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2025.yaml").write_text(text.replace("2025", "2026").replace("2024", "2025"), "utf-8")
    (project / "ecoreport.yaml").write_text(settings, "utf-8")
    outcome = run(project, "check")
    assert outcome.code == 1
    assert outcome.out.count(told) == 1
    assert "--> ecoreport.yaml:1" in outcome.out
    assert run(project, "build").err.count(told) == 1
    assert not (project / "reports").exists()
