"""Faults at any moment: killed, full, at once: the old file or the new one is there whole, never a third thing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import ROOT, how_many, process

pytestmark = pytest.mark.soak

ROUNDS = how_many(150)


def test_killed_at_random_moments(project: Path) -> None:
    """By Ctrl-C, by a request to end, by force; afterwards nothing is left lying about."""
    command = [sys.executable, str(ROOT / "tests" / "support" / "killing.py"), str(project), str(ROUNDS), "9704"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=500)
    *wrong, count, left = told.stdout.splitlines()
    assert wrong == []
    assert left == "2024.docx 2024.md"
    done = int(count.split()[2])
    assert ROUNDS * 0.05 < done < ROUNDS * 0.95, f"the moments do not fall into the build: {count}"


def test_four_builds_at_once_into_one_folder(tmp_path: Path, project: Path) -> None:
    """Each of another report: what is there in the end is one of the four, whole."""
    source = (project / "data" / "2024.yaml").read_text("utf-8")
    expected = set()
    for at in range(4):
        (tmp_path / str(at) / "data").mkdir(parents=True)
        (tmp_path / str(at) / "data" / "2024.yaml").write_text(f"{source}annotation: 第{at}个\n", "utf-8")
        alone = tmp_path / f"alone{at}.docx"
        assert process("build", "2024", "-o", str(alone), cwd=tmp_path / str(at)).returncode == 0
        expected.add(alone.read_bytes())
    target = tmp_path / "together" / "2024.docx"
    for _ in range(3):
        command = [sys.executable, "-m", "ecoreport", "build", "2024", "-o", str(target)]
        builds = [subprocess.Popen(command, cwd=tmp_path / str(at), stderr=subprocess.DEVNULL) for at in range(4)]
        assert [build.wait(60) for build in builds] == [0, 0, 0, 0]
        assert target.read_bytes() in expected
        assert [path.name for path in target.parent.iterdir()] == ["2024.docx"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk of its own can be mounted here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_disk_that_is_full(project: Path, small_disk: Path) -> None:
    """One line, exit 2, the old report whole, no scrap; and when there is room again, the new one."""
    target = small_disk / "2024.docx"
    target.write_bytes(b"old")
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 40_000)
    told = process("build", "2024", "-o", str(target), "--force", cwd=project)
    assert (told.returncode, target.read_bytes()) == (2, b"old")
    assert "磁盘满了" in told.stderr.decode()
    assert sorted(path.name for path in small_disk.iterdir()) == ["2024.docx", "filler"]
    filler.unlink()
    assert process("build", "2024", "-o", str(target), "--force", cwd=project).returncode == 0
    assert target.read_bytes().startswith(b"PK")
    assert (small_disk / "2024.改过.docx").read_bytes() == b"old"
