"""The public functions: on bytes, what the commands make of files; nothing is loaded before they are called."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT
from support.catalogue import BEFORE, SOUND, merged
from support.examples import SHILI
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
    assert "E219" in {one.code for one in check_report(TEXT.encode())}


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


def shown(name: str) -> str:
    """What stands in docs/api.md behind `<!-- name -->`."""
    [text] = re.findall(rf"<!-- {name} -->\n```\w*\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL)
    return str(text)


def test_the_example_of_the_documentation_runs(shili: Path) -> None:
    """It prints what is shown, and writes what `build` does."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", shown("example")],
        cwd=shili,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == (shown("output"), "")
    for name in ("2024.md", "2024.docx"):
        assert (shili / name).read_bytes() == (SHILI / "reports" / name).read_bytes()


def test_the_example_of_the_documentation_is_typed(tmp_path: Path) -> None:
    """In strict mode; a wrong argument is found."""

    def found(text: str) -> str:
        (tmp_path / "example.py").write_text(text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--config-file=",
            "--cache-dir",
            str(tmp_path / "cache"),
            "example.py",
        ]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8", timeout=600,
            env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        ).stdout  # fmt: skip

    assert found(shown("example")) == "Success: no issues found in 1 source file\n"
    assert "incompatible type" in found(shown("example").replace('form="md"', "form=1"))


def test_problems_are_told_in_the_order_of_the_file() -> None:
    """Whichever rule finds them, and settings first, whose name comes before."""
    text = merged(SOUND, "lead: 甲,乙{{ 没有 }}。\nissuer: 待填\n").encode()
    found = check_report(text, settings="没有: 1\n".encode())
    assert [one.order for one in found] == sorted(one.order for one in found)
    assert {one.file for one in found} == {"ecoreport.yaml", "report.yaml"}
