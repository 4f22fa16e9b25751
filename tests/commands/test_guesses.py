"""What can be found out of a new project: by the names of folders, by git, by the day."""

import datetime as dt
from pathlib import Path

import pytest
from support.packing import call

from ecoreport.cli.guesses import Guess, issuer_of, year_of


@pytest.fixture(autouse=True)
def _nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("示例县教育局", "示例县教育局"),
        ("各局/示例县教育局", "示例县教育局"),
        ("示例区卫生健康委员会/法治报告", "示例区卫生健康委员会"),
        ("示例市人民政府办公室 2025", "示例市人民政府办公室"),
        ("示例县水务局2025年法治政府建设", "示例县水务局"),
        ("中共示例县委政法委/报告", "中共示例县委政法委"),
        ("示例县教育局的报告", ""),
        ("市场监管局", ""),
        ("区县教育局汇总", ""),
        ("报告", ""),
        ("a/b/c/d", ""),
    ],
)
def test_a_folder_that_is_called_like_a_body(folder: str, name: str, tmp_path: Path) -> None:
    """In full, with its place; what only looks like one is none."""
    found = issuer_of(tmp_path / folder)
    assert (found.name if found else "") == name


def test_who_git_says_the_user_is(tmp_path: Path) -> None:
    """A body, not a person."""
    for said, expected in (("张三", None), ("示例县司法局", Guess("示例县司法局", "git 的 user.name"))):
        call("git", "config", "--global", "user.name", said, cwd=tmp_path)
        assert issuer_of(tmp_path / "a" / "b" / "c") == expected


@pytest.mark.parametrize(
    ("folder", "day", "year"),
    [
        ("报告", dt.date(2026, 1, 5), 2025),
        ("报告", dt.date(2026, 6, 30), 2025),
        ("报告", dt.date(2026, 11, 27), 2026),
        ("2023年法治政府建设", dt.date(2026, 1, 5), 2023),
        ("GB2024", dt.date(2026, 1, 5), 2025),
    ],
)
def test_the_year_that_is_due(folder: str, day: dt.date, year: int, tmp_path: Path) -> None:
    """Last year's until summer, unless the folder says otherwise."""
    assert year_of(tmp_path / folder, day)[0] == year
