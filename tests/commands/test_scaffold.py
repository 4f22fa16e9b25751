"""The files that a new project starts with: filled in with its bureau and year, and sound but for what is open."""

import json

import pytest
from support import ROOT

from ecoreport import __version__
from ecoreport.cli.scaffold import project_files, year_file
from ecoreport.text.placeholders import FILL
from ecoreport.yearfile.reader import parse
from ecoreport.yearfile.schema import schema

FILES = project_files("示例县教育局", 2024)


def test_what_stands_beside_the_year_files() -> None:
    """Settings, editor, CI, schema and every packaged template under its own name; no year."""
    templates = [f"templates/{path.name}" for path in sorted((ROOT / "templates").iterdir())]
    assert sorted(FILES) == sorted([
        ".gitattributes", ".github/workflows/report.yml", ".gitignore", ".gitlab-ci.yml", ".pre-commit-config.yaml",
        ".vscode/extensions.json", ".vscode/settings.json", ".vscode/tasks.json", "README.md", "ecoreport.yaml",
        "requirements.txt", "schema/report.schema.json", *templates,
    ])  # fmt: skip


def test_templates_and_schema_are_the_programs_own() -> None:
    """To the byte."""
    assert FILES["schema/report.schema.json"] == schema().encode()
    for path in (ROOT / "templates").iterdir():
        assert FILES[f"templates/{path.name}"] == path.read_bytes()


def test_no_mark_is_left_to_fill_in() -> None:
    """Bureau, year, the next year and the version stand in their places."""
    texts = {**FILES, **year_file("示例县教育局", 2024)}
    assert [path for path, data in texts.items() for mark in (b"@ISSUER@", b"@YEAR@", b"@NEXT@") if mark in data] == []
    readme = FILES["README.md"].decode()
    assert readme.startswith("# 示例县教育局法治政府建设情况报告\n")
    assert ("`ecoreport check 2024`" in readme, "`ecoreport new 2025`" in readme) == (True, True)
    assert __version__ in FILES["requirements.txt"].decode()


def test_settings_for_editors_are_json() -> None:
    """VS Code reads them."""
    for name in ("settings", "extensions"):
        assert isinstance(json.loads(FILES[f".vscode/{name}.json"]), dict)


@pytest.mark.parametrize("issuer", ["示例县教育局", "示例县教育局: #1"])
def test_the_first_year_is_sound_and_open(issuer: str) -> None:
    """Whatever the bureau is called; everything that is to be filled in says so."""
    [(path, data)] = year_file(issuer, 2024).items()
    report = parse(data, path).report
    assert (path, report.year, report.issuer) == ("data/2024.yaml", 2024, issuer)
    assert FILL in data.decode()
    assert report.figures
    assert all(figure.quantity.is_open for figure in report.figures.values())
    parts = (report.measures, report.shortcomings, report.leader_duties, report.next_year_plan)
    assert all(part is not None and part.items for part in parts)
