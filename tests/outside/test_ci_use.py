"""What users' CI takes from this repository, each run for real: the GitHub action, the GitLab template, the hooks."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from support import ROOT, needs, npm_package
from support.examples import EXPECTED, SHILI
from support.packing import UV, WHEEL, call, clean_copy, environment, needs_index

ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "examples" / "gitlab.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
_LOCAL = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The invented bureau's project in a git repository, without the CI files of its own."""
    folder = Path(shutil.copytree(SHILI, tmp_path / "repository"))
    shutil.rmtree(folder / ".github")
    (folder / ".gitlab-ci.yml").unlink()
    committed(folder)
    return folder


def committed(folder: Path) -> None:
    """Everything in the folder, as one commit of a repository."""
    who = ("-c", "user.name=tests", "-c", "user.email=tests@example.org", "-c", "commit.gpgsign=false")
    for line in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-q", "-m", "state")):
        call("git", *line, cwd=folder, environment={**os.environ, **_LOCAL})


def broken(folder: Path) -> None:
    """An error in the last year file."""
    path = folder / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("{{ 立案 }}", "{{ 立安 }}", 1), "utf-8")


def valid(*arguments: str, folder: Path) -> bool:
    """Whether check-jsonschema or pre-commit accepts a file."""
    return (
        subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, check=False).returncode == 0
    )


@pytest.mark.parametrize(
    ("path", "validator", "key"),
    [
        (ACTION, ("check_jsonschema", "--builtin-schema", "vendor.github-actions"), "using: composite"),
        (TEMPLATE, ("check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"), "when: always"),
        (HOOKS, ("pre_commit", "validate-manifest"), "language: python"),
    ],
    ids=["action", "gitlab", "hooks"],
)
def test_the_published_schemas_accept_them(path: Path, validator: tuple[str, ...], key: str, tmp_path: Path) -> None:
    """And refuse them with a value gone wrong."""
    assert valid(*validator, str(path), folder=ROOT)
    wrong = tmp_path / path.name
    wrong.write_text(path.read_text("utf-8").replace(key, key.partition(":")[0] + ": [x]", 1), "utf-8")
    assert not valid(*validator, str(wrong), folder=ROOT)


def test_no_input_becomes_part_of_a_script() -> None:
    """Inputs come through the environment; other actions are pinned by commit."""
    for step in yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", f"none@{'0' * 40}"))


class Job(NamedTuple):
    """What a run of the action left behind."""

    outcomes: dict[str, str]
    said: str
    outputs: dict[str, str]
    summary: str


def filled(text: str, inputs: dict[str, str]) -> str:
    """Text with the inputs put in, as the runner does outside scripts."""
    return re.sub(r"\$\{\{ *inputs\.([\w-]+) *\}\}", lambda match: inputs[match[1]], text)


def goes_on(condition: str, inputs: dict[str, str], outcomes: dict[str, str]) -> bool:
    """The conditions that our steps have: success() without one, else `!cancelled()` and comparisons."""
    if not condition:
        return "failure" not in outcomes.values()
    values = {"!cancelled()": "true", **{f"inputs.{name}": value for name, value in inputs.items()}}
    values |= {f"steps.{name}.outcome": outcome for name, outcome in outcomes.items()}
    for term in condition.removeprefix("${{ ").removesuffix(" }}").split(" && "):
        left, _, right = term.partition(" == ")
        if values[left] != (right.strip("'") or "true"):
            return False
    return True


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a runner with its own Python, as setup-python leaves it, and the action checked out."""
    needs_index()
    folder = tmp_path_factory.mktemp("runner")
    action = clean_copy(folder / "_actions" / "ecoreport")
    return {**environment(folder / "python"), "GITHUB_ACTION_PATH": str(action)}


def act(variables: dict[str, str], repository: Path, **given: str) -> Job:
    """Run the composite action as the runner does."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    inputs = {name: entry["default"] for name, entry in action["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    output, summary = repository.parent / "output", repository.parent / "summary"
    output.touch()
    summary.touch()
    outcomes: dict[str, str] = {}
    said, outputs = "", {}
    for step in action["runs"]["steps"]:
        if "uses" in step or not goes_on(step.get("if", ""), inputs, outcomes):
            continue
        if step["id"] == "install" and Path(variables["VIRTUAL_ENV"], "bin", "ecoreport").exists():
            outcomes["install"] = "success"  # by a test before; a runner is new every time, and pip slow
            continue
        own = {name: filled(value, inputs) for name, value in step.get("env", {}).items()}
        output.write_text("", "utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=repository, capture_output=True, check=False, encoding="utf-8",
            env={**variables, **own, "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)},
        )  # fmt: skip
        outcomes[step["id"]] = "failure" if done.returncode else "success"
        said += done.stdout + done.stderr
        for line in output.read_text("utf-8").splitlines():
            outputs[f"{step['id']}.{line.split('=')[0]}"] = line.split("=")[1]
    return Job(outcomes, said, outputs, summary.read_text("utf-8"))


def test_the_action_passes_a_sound_project(runner: dict[str, str], repository: Path) -> None:
    """Findings as annotations, who has filed and one page on the last two years in the summary, both outputs true."""
    job = act(runner, repository)
    assert set(job.outcomes.values()) == {"success"}, job.said
    assert set(job.outcomes) == {"install", "check", "current", "summary"}
    assert job.outputs == {"check.passed": "true", "current.passed": "true"}
    table, _, page = job.summary.partition("\n\n")
    assert page == (EXPECTED / "diff-page.md").read_text("utf-8")
    assert [line.split("|")[3:5] for line in table.splitlines()[2:-1]] == [
        [f" {year} ", " 已报送 "] for year in (2022, 2023, 2024)
    ]
    assert "::warning title=ecoreport W611,file=data/2024.yaml,line=" in job.said


def test_the_action_fails_a_faulty_one(runner: dict[str, str], repository: Path) -> None:
    """With the fault's line; the other steps still speak; strict and stale reports fail too."""
    strict = act(runner, repository, strict="true", build_check="false", summary="false")
    assert strict.outcomes == {"install": "success", "check": "failure"}
    (repository / "reports" / "2024.md").write_text("旧的", "utf-8")
    stale = act(runner, repository, years="2024", summary="false")
    assert (stale.outcomes["check"], stale.outcomes["current"]) == ("success", "failure")
    assert "reports/2024.md：不是最新的" in stale.said
    broken(repository)
    job = act(runner, repository)
    assert job.outcomes["check"] == job.outcomes["current"] == "failure"
    assert job.outputs == {"check.passed": "false", "current.passed": "false"}
    assert "::error title=ecoreport E204,file=data/2024.yaml,line=" in job.said


def test_several_projects_and_names_that_shells_would_run(runner: dict[str, str], repository: Path) -> None:
    """Each folder is checked with paths from the repository; a name is a name."""
    odd = '局 $(touch hacked); "x" `id`'
    for name in (odd, "另一个局"):
        shutil.copytree(SHILI / "data", repository / name / "data")
        shutil.copytree(SHILI / "reports", repository / name / "reports")
    job = act(runner, repository, projects=f"{odd}\n\n另一个局\n", years="2023 2024")
    assert set(job.outcomes.values()) == {"success"}, job.said
    assert "file=另一个局/data/2024.yaml" in job.said
    assert not (repository / "hacked").exists()
    assert job.summary.count((EXPECTED / "diff-page.md").read_text("utf-8")) == 2
    assert job.summary.count("| 示例区生态环境局 |") == 4
    assert act(runner, repository, years="$(touch hacked) --fix").outcomes["check"] == "failure"
    assert not (repository / "hacked").exists()


@pytest.mark.npm
def test_the_gitlab_template_runs(repository: Path, tmp_path: Path) -> None:
    """Included by a repository, run by gitlab-ci-local in a shell: green, the artifacts; red, the findings."""
    needs_index()
    needs("rsync", "gitlab-ci-local needs rsync")
    program = npm_package("gitlab-ci-local") / "src" / "index.js"
    call(*UV, "build", "-q", "--wheel", "-o", str(tmp_path), cwd=clean_copy(tmp_path / "copy"))
    shutil.copy(TEMPLATE, repository / "template.yml")
    package = json.dumps(str(tmp_path / WHEEL))
    head = f"include:\n  - local: template.yml\nvariables:\n  ECOREPORT_PACKAGE: {package}\n"
    (repository / ".gitlab-ci.yml").write_text(head, "utf-8")
    committed(repository)

    def run(*jobs: str) -> subprocess.CompletedProcess[str]:
        each_its_own_checkout = ["--force-shell-executor", "--shell-isolation"]
        command = ["node", str(program), *each_its_own_checkout, "--home", str(tmp_path / "home"), *jobs]
        return subprocess.run(
            command,
            cwd=repository,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=300,
            env={**os.environ, **_LOCAL, "PIP_COMPILE": "0"},
        )

    green = run()
    assert green.returncode == 0, green.stdout + green.stderr
    assert {path.name for path in (repository / "compare").iterdir()} == {
        "page.html",
        "diff.html",
        "diff.docx",
        "figures.csv",
    }
    assert (repository / "compare" / "diff.docx").read_bytes() == (EXPECTED / "diff.docx").read_bytes()
    assert "W611" in (repository / "gl-code-quality-report.json").read_text("utf-8")
    broken(repository)
    red = run("年度报告检查")
    assert red.returncode != 0
    found = json.loads((repository / "gl-code-quality-report.json").read_text("utf-8"))
    assert ("E204", "data/2024.yaml") in {(one["check_name"], one["location"]["path"]) for one in found}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The repository with our hooks, and the variables of pre-commit with a home that keeps what it has installed."""
    needs_index()
    folder = tmp_path_factory.mktemp("hooks")
    committed(clean_copy(folder / "hooks"))
    return folder / "hooks", {**os.environ, **_LOCAL, "PRE_COMMIT_HOME": str(folder / "home")}


def hook(hooks: tuple[Path, dict[str, str]], repository: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Those hooks, all without a name, over all files, by pre-commit, which installs them from a clone."""
    revision = call("git", "rev-parse", "HEAD", cwd=hooks[0]).strip()
    wanted = names or [one["id"] for one in yaml.safe_load(HOOKS.read_text("utf-8"))]
    entry = {"repo": str(hooks[0]), "rev": revision, "hooks": [{"id": name} for name in wanted]}
    config = repository.parent / "pre-commit.yaml"
    config.write_text(json.dumps({"repos": [entry]}), "utf-8")
    command = [sys.executable, "-m", "pre_commit", "run", "-c", str(config), "--all-files", "--verbose"]
    return subprocess.run(
        command, cwd=repository, env=hooks[1], capture_output=True, check=False, encoding="utf-8", timeout=300
    )


def test_the_hooks_run(hooks: tuple[Path, dict[str, str]], repository: Path) -> None:
    """Green, then red at a stale report and at an error; what can be mended is, and that is red too."""
    green = hook(hooks, repository)
    assert green.returncode == 0, green.stdout + green.stderr
    assert green.stdout.count("Passed") == 3
    (repository / "reports" / "2023.md").write_text("旧的", "utf-8")
    stale = hook(hooks, repository)
    assert (stale.returncode, stale.stdout.count("Failed")) == (1, 1)
    assert "reports/2023.md：不是最新的" in stale.stdout
    path = repository / "data" / "2024.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("issuer: ", "issuer："), "utf-8")
    mended = hook(hooks, repository, "ecoreport-fix")
    assert (mended.returncode, "files were modified by this hook" in mended.stdout) == (1, True)
    assert path.read_text("utf-8") == text
    assert hook(hooks, repository, "ecoreport-fix", "ecoreport-check").returncode == 0
    broken(repository)
    red = hook(hooks, repository)
    assert red.returncode == 1
    assert red.stdout.count("Failed") == 3
    assert re.search(r"错误\[E204\].*\n *--> data/2024\.yaml:[0-9]+:", red.stdout)
    assert "没有生成：1处错误" in red.stdout


def test_hooks_where_there_is_no_project(hooks: tuple[Path, dict[str, str]], repository: Path) -> None:
    """They say so and what to write, where a file is called like one of a project; else they have nothing to do."""
    (repository / "报告").mkdir()
    for name in ("data", "reports", "README.md", "expected"):
        (repository / name).rename(repository / "报告" / name)
    committed(repository)
    below = hook(hooks, repository)
    assert (below.returncode, below.stdout.count("Failed")) == (1, 3)
    assert below.stdout.count("这里不是 ecoreport 项目") == below.stdout.count("加上 -C 报告") == 3
    assert "Traceback" not in below.stdout
    shutil.rmtree(repository / "报告")
    committed(repository)
    nothing = hook(hooks, repository)
    assert (nothing.returncode, nothing.stdout.count("Skipped")) == (0, 3), nothing.stdout
