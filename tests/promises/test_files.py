"""A failed or interrupted build leaves the old output whole."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import Run

from ecoreport.cli import files


def test_killed_in_the_middle_of_writing_the_old_file_stays(tmp_path: Path) -> None:
    """A kill -9 between the first byte and the last; the next write clears what was left behind."""
    target = tmp_path / "2024.md"
    target.write_bytes(b"old")
    code = (
        "import os, sys, time; from pathlib import Path; from ecoreport.cli import files\n"
        "os.fsync = lambda _: (print('writing', flush=True), time.sleep(60))\n"
        f"files.write_all({{Path({str(target)!r}): b'new' * 1000}}, Path({str(target.parent)!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        writer.send_signal(signal.SIGKILL)
    assert target.read_bytes() == b"old"
    (left,) = tmp_path.glob(".*.tmp")
    elsewhere = [left.with_name(f".2024.md.elsewhere-{number}.tmp") for number in (1, 2)]
    for path, age in zip(elsewhere, (7200, 60), strict=True):
        path.write_bytes(b"of another machine")
        os.utime(path, (time.time() - age, time.time() - age))
    files.write_all({target: b"new"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [elsewhere[1].name, "2024.md"]
    assert target.read_bytes() == b"new"


def test_interrupted_in_the_middle_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: no temporary file, no new one, for either of two files."""
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"old")

    def interrupt(_: int) -> None:
        if list(tmp_path.glob(".b.*.tmp")):
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_all({first: b"new", second: b"new"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert first.read_bytes() == b"old"


def test_a_full_disk_is_one_line(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2, and the old file whole."""
    run(project, "build")
    before = (project / "reports" / "2024.md").read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "reports/2024.md")

    monkeypatch.setattr(os, "fsync", full)
    assert run(project, "build") == (2, "", "错误：“reports/2024.md”无法读写：磁盘满了\n")
    assert (project / "reports" / "2024.md").read_bytes() == before
    assert not list((project / "reports").glob(".*"))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")
def test_a_read_only_folder_is_one_line(project: Path, run: Run) -> None:
    """Exit 2 also for root, who is made somebody else for the while."""
    run(project, "build")
    (project / "reports").chmod(0o555)
    was_root = os.geteuid() == 0
    if was_root:
        for folder in (project, *project.parents[:-2]):
            folder.chmod(folder.stat().st_mode | 0o055)
        os.seteuid(65534)
    try:
        outcome = run(project, "build")
    finally:
        if was_root:
            os.seteuid(0)
        (project / "reports").chmod(0o755)
    assert outcome.code == 2
    assert "无法读写：没有权限。" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_file_in_the_folders_place_is_one_line(project: Path, run: Run) -> None:
    """And a folder in the file's place."""
    (project / "reports").write_bytes(b"")
    outcome = run(project, "build")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "无法读写" in outcome.err
    (project / "reports").unlink()
    (project / "reports" / "2024.md").mkdir(parents=True)
    assert run(project, "build") == (
        2,
        "",
        f"错误：“{project / 'reports' / '2024.md'}”无法读写：这是文件夹，不是文件\n",
    )
    assert not (project / "reports" / "2024.docx").exists()


def test_a_missing_year_file_between_look_and_read_is_one_line(project: Path, run: Run) -> None:
    """A year that is a folder."""
    (project / "data" / "2024.yaml").unlink()
    (project / "data" / "2024.yaml").mkdir()
    outcome = run(project, "check")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A replaced file keeps its mode; a link keeps pointing at the file that is renewed."""
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    files.write_all({link: b"new"}, tmp_path)
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_one_file_that_is_held_leaves_all_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open in Word: told by its own name, before the other is replaced."""
    first, second = tmp_path / "2024.md", tmp_path / "2024.docx"
    for path in (first, second):
        path.write_bytes(b"old")
    real = os.open

    def held(path: object, flags: int, *rest: int) -> int:
        if path == second and flags == os.O_RDWR:
            raise PermissionError(errno.EACCES, "denied", str(path))
        return real(path, flags, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", held)
    with pytest.raises(PermissionError) as caught:
        files.write_all({first: b"new", second: b"new"}, tmp_path)
    assert caught.value.filename == str(second)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"2024.md": b"old", "2024.docx": b"old"}


def test_what_cannot_be_replaced_is_told_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by that of the temporary file."""
    target = tmp_path / "2024.md"

    def refused(self: Path, other: Path) -> None:
        raise PermissionError(errno.EPERM, "denied", str(self), None, str(other))

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError) as caught:
        files.write_all({target: b"new"}, tmp_path)
    assert caught.value.filename == str(target)
    assert not list(tmp_path.iterdir())
