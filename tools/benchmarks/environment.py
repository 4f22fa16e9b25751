"""What is measured, installed as users have it: ecoreport's wheel and its peers, in an environment of their own."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from projects import ROOT

# A machine's own settings for Python would be measured too: without bytecode each run compiles everything anew.
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONWARNDEFAULTENCODING", "PYTHONHASHSEED")
_RENDERCV = "rendercv"
_NEWER = ("python3.14", "python3.13", "python3.12")  # what rendercv runs on


def clean() -> dict[str, str]:
    """The environment of every command that is measured."""
    return {name: value for name, value in os.environ.items() if name not in UNWANTED}


def made(folder: Path) -> Path:
    """The folder of programs of a new environment with the wheel of this checkout and the peers."""
    programs = _environment(sys.executable, folder / "environment")
    _pip(programs, "install", "--upgrade", "pip")  # the older ones' start scripts load `re`, half as much as Python
    _pip(programs, "wheel", "--no-deps", "-w", str(folder / "wheel"), str(ROOT))
    [wheel] = (folder / "wheel").glob("*.whl")
    _pip(programs, "install", str(wheel), *(one for one in _peers() if not one.startswith(_RENDERCV)))
    return programs


def rendercv(folder: Path) -> Path | None:
    """Rendercv's program in an environment of its own; None where no Python here is new enough, or it will not install."""
    python = next((found for name in _NEWER if (found := _of_pyenv(name) or shutil.which(name))), None)
    if python is None:
        return None
    programs = _environment(python, folder / "rendercv")
    try:
        _pip(programs, "install", next(one for one in _peers() if one.startswith(_RENDERCV)))
    except subprocess.CalledProcessError:
        return None
    return programs / _RENDERCV


def _peers() -> list[str]:
    """The requirements of the group `bench`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [one.partition(";")[0].strip() for one in project["dependency-groups"]["bench"]]


def _of_pyenv(name: str) -> str | None:
    version = name.removeprefix("python")
    found = sorted(Path.home().glob(f".pyenv/versions/{version}*/bin/{name}"))
    return str(found[-1]) if found else None


def _environment(python: str, folder: Path) -> Path:
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    return folder / "bin"


def _pip(programs: Path, *arguments: str) -> None:
    subprocess.run([programs / "python", "-m", "pip", *arguments, "-q"], check=True, stderr=subprocess.DEVNULL)
