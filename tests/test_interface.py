"""The public functions: on bytes, what the commands make of files; nothing is loaded before they are called."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.catalogue import BEFORE, SOUND, merged
from support.projects import build_of, check_of, project_of

from ecoreport import build_report, check_report, compare_reports
from ecoreport.problems.diagnostic import Refused

TEXT = merged(SOUND, "figures: {立案: 12起}\nlead: 立案{{ 立案 }}，{{ 立案 | 同比 }}.\nlayout: own\n")
LAST = merged(BEFORE, "figures: {立案: 10起}\nlead: 立案{{ 立案 }}。\n")
SETTINGS, LAYOUT = "ignore: [{code: W515, reason: 本局习惯}]\n", "{}\n"


def test_what_is_wrong_is_what_check_says(tmp_path: Path) -> None:
    """Of the file, its settings, its layout, and beside last year; only the file is called otherwise."""
    project = project_of(tmp_path, TEXT, LAST, settings=SETTINGS)
    expected = [(one.code, one.line, one.column) for one in check_of(project.root).problems]
    found = check_report(TEXT.encode(), {2023: LAST.encode()}, settings=SETTINGS.encode())
    assert [(one.code, one.line, one.column) for one in found] == expected
    assert {"E303"} <= {one.code for one in found}
    layouts = {"own": LAYOUT.encode()}
    assert "E303" not in {one.code for one in check_report(TEXT.encode(), {2023: LAST.encode()}, layouts=layouts)}
    assert "E216" in {one.code for one in check_report(TEXT.encode())}


def test_what_is_built_is_what_build_writes(tmp_path: Path) -> None:
    """To the byte; with errors nothing, and with one's own template what that prints."""
    project = project_of(tmp_path, SOUND, BEFORE)
    formats = ("md", "docx", "html")
    assert build_report(SOUND.encode(), formats=formats) == build_of(project.root, *formats).outputs
    with pytest.raises(Refused) as refused:
        build_report((SOUND + "没有的键: 1\n").encode())
    assert [one.code for one in refused.value.problems] == ["E201"]
    own = {"report.md.j2": "甲{{ outline.issuer }}".encode()}
    assert build_report(SOUND.encode(), formats=("md",), templates=own) == {"md": "甲示例区生态环境局\n".encode()}
    drafted = (SOUND + "lead: 待填\n").encode()
    assert "【待填】" in build_report(drafted, formats=("md",), draft=True)["md"].decode()


def test_two_files_are_compared() -> None:
    """Two years, or two versions of one; the old one is last year's where it is of that year."""
    told = compare_reports(LAST.encode(), TEXT.encode()).decode()
    assert told.startswith("# 示例区生态环境局：2023年 → 2024年")
    assert "12起" in told
    assert "没有变化" in compare_reports(SOUND.encode(), SOUND.encode()).decode()
    with pytest.raises(Refused):
        compare_reports(b"\xff", SOUND.encode())


def test_importing_the_package_loads_nothing() -> None:
    """Neither YAML nor pydantic."""
    code = "import sys, ecoreport; sys.exit(any(name in sys.modules for name in ('yaml', 'pydantic', 'jinja2')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
