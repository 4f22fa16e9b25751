"""What tests of every room share: where things are, the program as a process, tools that may be absent."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from ecoreport.cli.commands import ecoreport

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
GOOD, BAD = CASES / "good", CASES / "bad"
NODE_MODULES = ROOT / "tests" / "outside" / "node_modules"


def how_many(usual: int) -> int:
    """How many random inputs to try: the `usual` number, or as many as ECOREPORT_EXAMPLES asks for."""
    return int(os.environ.get("ECOREPORT_EXAMPLES", usual))


class Outcome(NamedTuple):
    """What one run of the program left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def every_command() -> dict[str, click.Command]:
    """The program's commands by name, each loaded."""
    context = click.Context(ecoreport)
    found = ((name, ecoreport.get_command(context, name)) for name in ecoreport.list_commands(context))
    return {name: command for name, command in found if command}


def cases(folder: Path) -> list[Path]:
    """The case folders below `folder`, found by listing."""
    return sorted(path for path in folder.iterdir() if path.is_dir())


def process(*arguments: str, cwd: Path, **settings: object) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    command = [sys.executable, "-m", "ecoreport", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=120, **settings)  # type: ignore[call-overload]


def needs(tool: str, reason: str) -> None:
    """Skip, with the reason, where `tool` is absent; fail instead where CI has said that it must be there."""
    if tool and shutil.which(tool):
        return
    if os.environ.get("ECOREPORT_ALL_TOOLS"):
        pytest.fail(f"{tool} is missing, and ECOREPORT_ALL_TOOLS says that nothing is skipped")
    pytest.skip(reason)


def npm_package(name: str) -> Path:
    """The folder of a package that `npm install` puts into tests/outside; skips or fails without it, as `needs`."""
    folder = NODE_MODULES / name
    needs("sh" if folder.is_dir() else "", f"no {name}: npm install in tests/outside")
    return folder
