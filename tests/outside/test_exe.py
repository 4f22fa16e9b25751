"""One program file for staff without Python: made by the handbook's lines, run where there is no Python."""

import os
import re
import shutil
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from support import GOOD, ROOT, needs
from support.examples import SHILI
from support.packing import (
    Program,
    builds_the_report,
    call,
    clean_copy,
    does_everything,
    environment,
    needs_index,
    shown,
)

# A worker of an ordinary parent as Windows starts one: the program itself, called again with a pipe's number.
_SPAWN = """
import multiprocessing, sys
from functools import partial
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from ecoreport.cli.build import _some_built
from ecoreport.project import Project
sys.frozen = True
multiprocessing.set_executable(sys.argv[1])
multiprocessing.spawn.freeze_support()
folder = Path(sys.argv[2])
with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
    some = partial(_some_built, Project(folder, folder), formats=("md", "docx"), draft=False)
    [[built]] = pool.map(some, [[2023]])
for form, data in built.outputs.items():
    assert data == Path(sys.argv[3], f"2023.{form}").read_bytes()
print("same")
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program file, from a clean copy in an environment of its own."""
    needs("objdump", "PyInstaller needs binutils")
    needs_index()
    folder = tmp_path_factory.mktemp("exe")
    variables = environment(folder / "venv")
    copy = clean_copy(folder / "copy")
    for line in shown("exe"):
        call("bash", "-ec", line, cwd=copy, environment=variables)
    alone = folder / "拷来的" / "ecoreport"
    alone.parent.mkdir()
    shutil.move(copy / "dist" / "ecoreport", alone)
    shutil.rmtree(copy)
    shutil.rmtree(folder / "venv")
    return alone


@pytest.fixture
def exe(made: Path) -> Program:
    """The program with nothing around it: as `env -i` with an empty PATH."""
    return Program((str(made),), {"PATH": ""})


def test_it_builds_the_committed_bytes(exe: Program, tmp_path: Path) -> None:
    """In a folder with a Chinese name and a blank."""
    builds_the_report(exe, tmp_path / "法治 政府" / "project")


def test_it_does_everything(exe: Program, tmp_path: Path) -> None:
    """Every command, with the outputs of the examples."""
    does_everything(exe, tmp_path / "示例 区")


def test_it_runs_where_there_is_nothing_but_the_c_library(made: Path, tmp_path: Path) -> None:
    """In a root folder of its own, with no Python, no shell, no locale."""
    needs("chroot" if os.geteuid() == 0 else "", "only root may change the root folder")
    listed = call("ldd", str(made), cwd=tmp_path)
    for library in {*re.findall(r"(/\S+) \(0x", listed)} | {"/lib64/ld-linux-x86-64.so.2"} | _opened_late():
        target = tmp_path / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)
    shutil.copy(made, tmp_path / "ecoreport")
    (tmp_path / "tmp").mkdir()
    builds_the_report_there = tmp_path / "project"
    (builds_the_report_there / "data").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "2023.yaml", builds_the_report_there / "data")
    chroot = shutil.which("chroot") or ""
    call(chroot, str(tmp_path), "/ecoreport", "build", "-C", "/project", "2023", cwd=tmp_path, environment={})
    for name in ("2023.md", "2023.docx"):
        assert (builds_the_report_there / "reports" / name).read_bytes() == (ROOT / "reports" / name).read_bytes()


def _opened_late() -> set[str]:
    """The C library's other parts, which the Python inside is linked with."""
    folder = Path("/lib/x86_64-linux-gnu")
    return {str(folder / f"lib{name}") for name in ("m.so.6", "dl.so.2", "util.so.1", "pthread.so.0", "rt.so.1")}


def test_it_works_at_two_years_at_once(exe: Program, tmp_path: Path) -> None:
    """`-j 2`, the workers being forked."""
    shutil.copytree(SHILI, tmp_path / "shili")
    shutil.rmtree(tmp_path / "shili" / "reports")
    exe("build", "--all", "-j", "2", cwd=tmp_path / "shili")
    for path in (SHILI / "reports").iterdir():
        assert (tmp_path / "shili" / "reports" / path.name).read_bytes() == path.read_bytes()


def test_it_is_a_worker_where_processes_are_not_forked(made: Path) -> None:
    """As Windows does it; without freeze_support the worker would take the pipe's number for a command."""
    assert call(sys.executable, "-c", _SPAWN, str(made), str(ROOT), str(ROOT / "reports"), cwd=ROOT) == "same\n"


def test_it_serves_the_preview_until_interrupted(made: Path, tmp_path: Path) -> None:
    """The page, the shell around it, and an end by Ctrl-C."""
    (tmp_path / "data").mkdir()
    shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / "data" / "2024.yaml")
    command = [str(made), "preview", "2024", "--no-open"]
    running = subprocess.Popen(
        command, cwd=tmp_path, env={"PYTHONUNBUFFERED": "1"}, encoding="utf-8", start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert running.stdout
        address = re.fullmatch(r"http://127\.0\.0\.1:([0-9]+)/", running.stdout.readline().strip())
        assert address
        connection = HTTPConnection("127.0.0.1", int(address[1]), timeout=30)
        for path, expected in (("/page", "生态环境局"), ("/", "</html>")):
            connection.request("GET", path)
            assert expected in connection.getresponse().read().decode()
        connection.close()
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: both the outer process and the one inside
        _, said = running.communicate(timeout=30)
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
    assert running.returncode in (0, 130), said
    assert "Traceback" not in said
