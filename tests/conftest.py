"""Shared fixtures: an invented bureau's project, the program run in-process or as a process, golden files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from support import GOOD, ROOT, Outcome, Run, how_many, needs
from support.previewing import Preview, free_port

from ecoreport.cli import main

# The same examples every time, so that CI tells of the change and of nothing else; others where a number is asked for.
ASKED = bool(os.environ.get("ECOREPORT_EXAMPLES"))
settings.register_profile("ecoreport", deadline=None, max_examples=how_many(100), derandomize=not ASKED)
settings.load_profile("ecoreport")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what comes out instead of comparing it; read the diff before you commit it."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected outputs")


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
def shili(tmp_path: Path) -> Path:
    """A copy of the invented bureau under examples/shili."""
    return Path(shutil.copytree(ROOT / "examples" / "shili", tmp_path / "shili"))


@pytest.fixture
def preview(shili: Path) -> Iterator[Preview]:
    """Its newest year's preview, started, and stopped if the test has not done so."""
    running = Preview(shili, "--port", str(free_port()))
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the expected one in a file, whole; or rewrite the file under --update-golden."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8", newline="\n")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        assert actual == expected

    return compare


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


@pytest.fixture
def calc(office: Callable[..., Path]) -> Callable[..., Path]:
    """The same of workbooks, where LibreOffice has its Calc."""
    program = Path(shutil.which("soffice") or "").resolve().parent
    needs("soffice" if any(program.glob("libsclo.*")) else "", "no LibreOffice Calc")
    return office
