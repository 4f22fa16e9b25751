"""The same bytes on every Python and on the oldest and newest versions of what ecoreport depends on."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import GOOD, ROOT, cases
from support.packing import UV

_HASHES = """
import hashlib, json, shutil, sys
from pathlib import Path
from ecoreport.build import build_year
from ecoreport.project import Project
folder, found = Path(sys.argv[1]), {}
(folder / "data").mkdir(parents=True)
for case in sys.argv[2:]:
    shutil.copy(Path(case) / "report.yaml", folder / "data" / "2024.yaml")
    inputs = Project(folder, folder).inputs()
    built = build_year(inputs, inputs.years.files[2024], ("md", "docx", "html")).outputs
    found[Path(case).name] = {form: hashlib.sha256(data).hexdigest() for form, data in built.items()}
print(json.dumps(found))
"""


def hashes(python: str, folder: Path) -> dict[str, dict[str, str]]:
    """What every good case gives with that interpreter and what is installed beside it."""
    listed = [str(case) for case in cases(GOOD)]
    command = [python, "-c", _HASHES, str(folder), *listed]
    told = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", cwd=folder.parent)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)  # type: ignore[no-any-return]


def installed(python: str, folder: Path, *arguments: str) -> str:
    """The interpreter of a new environment with ecoreport in it."""
    environment = folder / "environment"
    for command in (
        [*UV, "venv", "-q", "--python", python, str(environment)],
        [*UV, "pip", "install", "-q", "--python", str(environment), *arguments, str(ROOT)],
    ):
        made = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
        assert made.returncode == 0, made.stderr
    return str(environment / "bin" / "python")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What this Python gives."""
    return hashes(sys.executable, tmp_path_factory.mktemp("here") / "project")


@pytest.mark.parametrize("version", ["3.12", "3.13", "3.14"])
def test_every_python_gives_the_same_bytes(version: str, here: dict[str, dict[str, str]], tmp_path: Path) -> None:
    """Skipped where that Python is not on the machine; Debian has one at a time, pyenv several beside each other."""
    of_pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python{version}"))
    python = str(of_pyenv[-1]) if of_pyenv else shutil.which(f"python{version}")
    if not python or subprocess.run([python, "-V"], capture_output=True, check=False).returncode:
        pytest.skip(f"no Python {version}")
    assert hashes(installed(python, tmp_path), tmp_path / "project") == here


@pytest.mark.parametrize("resolution", ["lowest-direct", "highest"])
def test_oldest_and_newest_dependencies_give_the_same_bytes(
    resolution: str, here: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    """The lower bounds of pyproject.toml are true, and what comes after the lock does no harm."""
    assert hashes(installed(sys.executable, tmp_path, "--resolution", resolution), tmp_path / "project") == here
