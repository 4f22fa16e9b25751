"""Wheel and sdist: whole, reproducible, and at work in an empty environment away from the repository."""

import os
import re
import shutil
import sys
import tarfile
from pathlib import Path

import pytest
from support import ROOT
from support.packing import (
    NO_INDEX,
    SDIST,
    UV,
    WHEEL,
    Program,
    builds_the_report,
    call,
    clean_copy,
    contents,
    does_everything,
    environment,
    needs_index,
    shown,
    tracked,
)

from ecoreport import __version__

NOT_IN_SDIST = (".ci/", ".github/", ".gitattributes", ".pre-commit-", "action.yml", "site/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with wheel and sdist, each from the clean copy itself."""
    needs_index()
    folder = tmp_path_factory.mktemp("built")
    call(*UV, "build", "-q", "--wheel", "--sdist", "-o", str(folder), cwd=clean_copy(folder / "copy"))
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The wheel in an environment that held nothing."""
    variables = environment(tmp_path_factory.mktemp("empty") / "venv")
    call("pip", "install", "-q", str(built / WHEEL), cwd=built, environment=variables)
    return Program((f"{variables['VIRTUAL_ENV']}/bin/ecoreport",), {"PATH": "", "HOME": os.devnull})


def test_the_wheel_holds_the_program_and_nothing_else(built: Path) -> None:
    """Every tracked file of the package and of the templates, to the byte."""
    expected = {
        f"ecoreport/{name.removeprefix('src/ecoreport/')}": name
        for name in tracked()
        if name.startswith(("src/ecoreport/", "templates/"))
    }
    made = contents(built / WHEEL)
    inside = {name for name in made if ".dist-info/" not in name}
    assert inside == set(expected)
    assert {path.removesuffix(".py") for path in inside} > {
        "ecoreport/py.typed",
        "ecoreport/rules/policies.yaml",
        "ecoreport/rules/relations.yaml",
        "ecoreport/templates/report.md.j2",
    }
    for name, source in expected.items():
        assert made[name] == (ROOT / source).read_bytes()
    info = {name.split("/", 1)[1] for name in set(made) - inside}
    assert info == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def test_the_same_bytes_elsewhere_and_out_of_the_sdist(built: Path, tmp_path: Path) -> None:
    """Another folder, time zone and umask; the sdist unpacked gives the wheel."""
    again = {**os.environ, "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"}
    copy = clean_copy(tmp_path / "别处")
    for path in copy.rglob("*.py"):
        os.utime(path, (1, 1_000_000_000))
    call(*UV, "build", "-q", "--sdist", "-o", str(tmp_path), cwd=copy, environment=again, umask=0o077)
    assert (tmp_path / SDIST).read_bytes() == (built / SDIST).read_bytes()
    call(*UV, "build", "-q", "--wheel", "-o", str(tmp_path), str(tmp_path / SDIST), cwd=tmp_path, environment=again)
    assert (tmp_path / WHEEL).read_bytes() == (built / WHEEL).read_bytes()


def test_the_sdist_holds_what_its_tests_need(built: Path) -> None:
    """Every tracked file but those for this repository's own CI."""
    with tarfile.open(built / SDIST) as archive:
        made = {member.name.split("/", 1)[1] for member in archive.getmembers()}
    assert made - {"PKG-INFO"} == {name for name in tracked() if not name.startswith(NOT_IN_SDIST)}


def test_the_wheel_stands_alone(installed: Program, tmp_path: Path) -> None:
    """With no PATH and no home, in a folder with a Chinese name."""
    builds_the_report(installed, tmp_path / "法治政府建设" / "project")


def test_every_command_works_from_the_wheel(installed: Program, tmp_path: Path) -> None:
    """The examples' outputs, whole."""
    does_everything(installed, tmp_path / "示例 区")


def test_nothing_warns(installed: Program, tmp_path: Path) -> None:
    """`-W error`: no import uses what is going away."""
    python = str(Path(installed.command[0]).with_name("python"))
    program = Program((python, "-W", "error", "-X", "warn_default_encoding", "-m", "ecoreport"), installed.variables)
    assert program("--version", cwd=tmp_path) == f"ecoreport {__version__}\n"
    builds_the_report(program, tmp_path / "project")


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which the page's lines for a computer with a network were run."""
    needs_index()
    folder = tmp_path_factory.mktemp("fetched")
    variables = environment(folder / "venv")
    copy = clean_copy(folder / "copy")
    for line in shown("fetch"):
        call("bash", "-ec", line, cwd=copy, environment=variables)
    return copy


def test_an_office_without_network_installs_from_a_folder(fetched: Path, tmp_path: Path) -> None:
    """The page's line, with every way to an index barred, in a folder that holds the packages alone."""
    shutil.copytree(fetched / "安装包", tmp_path / "安装包")
    kept = {
        name: value for name, value in environment(tmp_path / "venv").items() if not name.startswith(("PIP_", "UV_"))
    }
    [line] = shown("offline")
    call("bash", "-ec", line, cwd=tmp_path, environment={**kept, **NO_INDEX})
    builds_the_report(Program((str(tmp_path / "venv/bin/ecoreport"),), {}), tmp_path / "project")


def test_the_packages_for_windows_are_complete(fetched: Path, tmp_path: Path) -> None:
    """A Windows PC, by its own markers, finds everything in the folder and takes the native parts made for it."""
    system = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")
    bare = ("--no-index", "--no-config", "--find-links", "Windows安装包", "--target", str(tmp_path))
    call(*UV, "pip", "install", "-q", *system, *bare, "ecoreport[excel]", cwd=fetched)
    native = {path.suffix for path in (tmp_path / "pydantic_core").glob("_pydantic_core*")}
    assert ".pyd" in native
    assert ".so" not in native


def test_the_page_on_installing_names_this_version() -> None:
    """Wherever a line names the wheel."""
    named = re.findall(r"[\w.-]+\.whl", " ".join((*shown("fetch"), *shown("tools"))))
    assert len(named) == 4
    assert set(named) == {WHEEL}


def test_uvx_and_pipx_run_the_wheel(built: Path, tmp_path: Path) -> None:
    """The page's lines, with pipx fetched by uvx."""
    (tmp_path / "dist").mkdir()
    shutil.copy(built / WHEEL, tmp_path / "dist")
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "2023.yaml", tmp_path / "data")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, command in (("uvx", "uv tool run"), ("pipx", "uv tool run -q pipx")):
        (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {command} "$@"\n', "utf-8")
        (tools / name).chmod(0o755)
    home = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_BIN_DIR": str(tools), "UV_TOOL_DIR": str(tmp_path / "uv")}
    variables = {**os.environ, **home, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    uvx, pipx = shown("tools")
    call("bash", "-ec", uvx, cwd=tmp_path, environment=variables)
    assert (tmp_path / "reports" / "2023.docx").read_bytes() == (ROOT / "reports" / "2023.docx").read_bytes()
    call("bash", "-ec", pipx, cwd=tmp_path, environment=variables)
    builds_the_report(Program((str(tools / "ecoreport"),), variables), tmp_path / "project")
