"""The invented bureau under examples/: each command about the years gives the output that was read and approved."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Run
from support.examples import COMMANDS, EXPECTED, SHILI


@pytest.mark.parametrize("name", COMMANDS)
def test_the_output_is_what_was_approved(name: str, shili: Path, run: Run, request: pytest.FixtureRequest) -> None:
    """Whole files, byte by byte."""
    outcome = run(shili, *shlex.split(COMMANDS[name]))
    assert outcome.code == 0, outcome.err
    made = (shili / name).read_bytes() if (shili / name).exists() else outcome.out.encode()
    if request.config.getoption("--update-golden"):
        EXPECTED.mkdir(exist_ok=True)
        (EXPECTED / name).write_bytes(made)
    assert made == (EXPECTED / name).read_bytes()


def test_nothing_else_is_expected() -> None:
    """No file is left over from a command that is not run any more."""
    assert {path.name for path in EXPECTED.iterdir()} == {*COMMANDS, "new-check.txt"}


def test_check_of_the_new_year_is_its_list(shili: Path, run: Run, golden: Callable[[Path, str], None]) -> None:
    """`check` after `new` says what is open, and nothing else."""
    run(shili, "new", "2025")
    outcome = run(shili, "check", "2025")
    assert outcome.code == 1
    golden(EXPECTED / "new-check.txt", outcome.out)


def test_the_reports_are_current(shili: Path, run: Run) -> None:
    """As in the project's own CI."""
    outcome = run(shili, "build", "--all", "--check")
    assert outcome.code == 0, outcome.out


def test_the_commands_of_its_readme_run(tmp_path: Path, run: Run) -> None:
    """In a copy, from above."""
    shutil.copytree(SHILI, tmp_path / "examples" / "shili")
    shown = re.findall(r"^ecoreport ([^#\n]*)", (SHILI / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(shown) == 5
    for line in shown:
        assert run(tmp_path, *shlex.split(line)).code == 0, line


def test_the_figures_changed_are_those_of_the_files() -> None:
    """The approved JSON against the two files, read by nobody's code but PyYAML."""
    import yaml  # noqa: PLC0415 - only here

    figures = [
        {name: str(one["value"] if isinstance(one, dict) else one) for name, one in data["figures"].items()}
        for year in (2023, 2024)
        for data in [yaml.safe_load((SHILI / "data" / f"{year}.yaml").read_text("utf-8"))]
    ]
    told = json.loads((EXPECTED / "diff.json").read_text("utf-8"))["figures"]
    for name in {**figures[0], **figures[1]}:
        old, new = (year.get(name) for year in figures)
        [change] = [one for one in told if one["name"] == name] or [None]
        assert (change is None) == (old == new and name != "党组学法"), name
        if change:
            assert (change["old"], change["new"]) == (old, new)
