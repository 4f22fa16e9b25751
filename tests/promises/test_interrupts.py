"""Ctrl-C at any moment: 130 or the command's own code, no traceback, every file whole, nothing left lying about."""

import random
import shutil
import sys
from pathlib import Path

import pytest
from support import GOOD, how_many
from support.interrupting import interrupted
from support.previewing import free_port

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process of its own"),
]

MOMENTS = min(how_many(4), 200)
SECONDS = 1.5  # of a preview, which does not end by itself
COMMANDS = (
    "--version",
    "init 新 --issuer 示例县教育局 --year 2024",
    "import reports/2022.docx -o 新.yaml --force",
    "new 2025 -o 新.yaml",
    "check",
    "check -C 甲 -C 乙",
    "build --all",
    "build --all -j 2",
    "build -C 甲 -C 乙",
    "diff 2023 2024 -f docx",
    "figures --all -f docx -o 表/",
    "explain W515",
    "schema -o 新.json",
    "textconv reports/2022.docx",
    "preview 2024 --no-open --port PORT",
)


@pytest.mark.parametrize("line", COMMANDS)
def test_interrupted_at_random_moments(line: str, shili: Path) -> None:
    """From the entry script's call to the end; afterwards the command gives what it always does."""
    for name in ("甲", "乙"):
        (shili / name / "data").mkdir(parents=True)
        shutil.copy(GOOD / "plain" / "report.yaml", shili / name / "data" / "2024.yaml")
    arguments = line.replace("PORT", str(free_port())).split()
    ends = "preview" not in arguments
    usual = interrupted(shili, arguments, None if ends else SECONDS)
    whole = _files(shili)
    chance = random.Random(9704)  # noqa: S311 - repeatable
    for at in range(MOMENTS):
        for made in ("新", "新.yaml"):
            _remove(shili / made)
        moment = (at + chance.random()) / MOMENTS * usual.seconds
        told = interrupted(shili, arguments, moment, all_of_it=at % 2 == 0)
        assert told.code in (130, usual.code), (moment, told)
        assert "Traceback" not in told.said, (moment, told)
        assert "Exception ignored" not in told.said, (moment, told)
        found = {path: data for path, data in _files(shili).items() if path.suffix != ".tmp"}
        assert {path: whole.get(path) for path in found} == found, moment
    for made in ("新", "新.yaml"):
        _remove(shili / made)
    interrupted(shili, arguments, None if ends else SECONDS)
    assert _files(shili) == whole


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
