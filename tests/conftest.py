"""Shared fixtures: an invented bureau's project, the program run in-process or as a process, golden files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from hypothesis import settings

from ecoreport.cli import main
from ecoreport.cli.commands import ecoreport

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests" / "cases" / "good"
BAD = ROOT / "tests" / "cases" / "bad"

# The same examples every time, so that CI tells of the change and of nothing else; others where a number is asked for.
EXAMPLES = os.environ.get("ECOREPORT_EXAMPLES")
settings.register_profile("ecoreport", deadline=None, max_examples=int(EXAMPLES or 200), derandomize=not EXAMPLES)
settings.load_profile("ecoreport")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what comes out instead of comparing it; read the diff before you commit it."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected outputs")


def every_command() -> dict[str, click.Command]:
    """The program's commands by name, each loaded."""
    context = click.Context(ecoreport)
    found = ((name, ecoreport.get_command(context, name)) for name in ecoreport.list_commands(context))
    return {name: command for name, command in found if command}


def cases(folder: Path) -> list[Path]:
    """The case folders below `folder`, found by listing."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


class Outcome(NamedTuple):
    """What one run of the program left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, in the folder `cwd`; colours off."""

    def run_in(cwd: Path, *arguments: str) -> Outcome:
        monkeypatch.chdir(cwd)
        monkeypatch.setenv("NO_COLOR", "1")
        code = main.run(list(arguments))
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return run_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of an invented bureau with the one sound year 2024."""
    (tmp_path / "data").mkdir()
    shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / "data" / "2024.yaml")
    return tmp_path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the expected one in a file, whole; or rewrite the file under --update-golden."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8", newline="\n")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        assert actual == expected

    return compare


def process(*arguments: str, cwd: Path, **settings_: object) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    command = [sys.executable, "-m", "ecoreport", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=120, **settings_)  # type: ignore[call-overload]


def needs(tool: str, reason: str) -> None:
    """Skip, with the reason, where `tool` is absent; fail instead where CI has said that it must be there."""
    if tool and shutil.which(tool):
        return
    if os.environ.get("ECOREPORT_ALL_TOOLS"):
        pytest.fail(f"{tool} is missing, and ECOREPORT_ALL_TOOLS says that nothing is skipped")
    pytest.skip(reason)


def npm_package(name: str) -> Path:
    """The folder of a package that `npm install` puts into the project; skips or fails without it, as `needs`."""
    folder = ROOT / "node_modules" / name
    needs("sh" if folder.is_dir() else "", f"no {name}: npm install it in the project")
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Callable[..., Path]:
    """Convert files by LibreOffice to another format; the folder they come to."""
    needs("soffice", "no LibreOffice")

    def convert(form: str, *files: Path) -> Path:
        made = tmp_path / f"office-{form}"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(made), *map(str, files)]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
        return made

    return convert
