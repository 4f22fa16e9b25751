"""Files are written whole or not at all; what a file was, and who may read it, stays."""

import os
from pathlib import Path

import pytest

from ecoreport.cli.files import _has_ended, _machine, _sweep, write_all


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_file_is_written_in_folders_that_are_made(tmp_path: Path) -> None:
    """Old ones are replaced, and nothing else is left."""
    (tmp_path / "a.md").write_bytes(b"old")
    write_all({tmp_path / "a.md": b"new", tmp_path / "x" / "y" / "b.md": b""})
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert (tmp_path / "x" / "y" / "b.md").read_bytes() == b""
    assert (_names(tmp_path), _names(tmp_path / "x" / "y")) == (["a.md", "x"], ["b.md"])


def test_nothing_to_write_is_nothing_done(tmp_path: Path) -> None:
    """No folder is looked at."""
    write_all({})
    assert _names(tmp_path) == []


def test_a_folder_in_the_way_of_one_keeps_the_others_from_being_written(tmp_path: Path) -> None:
    """The error names the file as it was given."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").mkdir()
    with pytest.raises(IsADirectoryError) as error:
        write_all({tmp_path / "a.md": b"new", tmp_path / "b.md": b"new"})
    assert error.value.filename == str(tmp_path / "b.md")
    assert (_names(tmp_path), (tmp_path / "a.md").read_bytes()) == (["a.md", "b.md"], b"old")


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    """Nothing is written beside it."""
    (tmp_path / "reports").write_bytes(b"")
    with pytest.raises(OSError, match="reports"):
        write_all({tmp_path / "reports" / "a.md": b"new"})
    assert _names(tmp_path) == ["reports"]


def test_who_may_read_an_old_file_may_read_the_new_one(tmp_path: Path) -> None:
    """Its mode is kept."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_all({path: b"new"})
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it points to is replaced."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    write_all({tmp_path / "link.md": b"new"})
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    """As a device is, with -o /dev/stdout; no device of the machine is tried, for as root it could be replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_all({pipe: b"new", tmp_path / "a.md": b"new"})
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()
    assert _names(tmp_path) == ["a.md", "pipe"]


@pytest.mark.parametrize(
    ("name", "age", "stays"),
    [
        (".a.md.elsewhere-1.tmp", 3500, True),
        (".a.md.elsewhere-1.tmp", 3700, False),
        (f".a.md.{_machine()}-{os.getpid()}.tmp", 0, True),
        (".b.md.elsewhere-1.tmp", 3700, True),
        ("a.md.elsewhere-1.tmp", 3700, True),
        (".a.md.tmp", 3700, True),
    ],
    ids=["of another machine", "long ago", "of a process that runs", "of another file", "not hidden", "not ours"],
)
def test_only_what_a_killed_build_left_is_swept_away(tmp_path: Path, name: str, age: int, *, stays: bool) -> None:
    """Another machine may still be writing, for an hour; files that were not named are not touched."""
    path = tmp_path / name
    path.write_bytes(b"left")
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    _sweep({tmp_path}, {"a.md"})
    assert path.exists() is stays


@pytest.mark.parametrize(
    ("maker", "ended"),
    [
        (f"{_machine()}-{os.getpid()}", False),
        (f"{_machine()}-1", False),
        (f"{_machine()}-4194999", True),
        ("elsewhere-4194999", False),
    ],
    ids=["this process", "another's", "none has that number", "another machine"],
)
def test_whether_the_process_that_left_it_is_gone(maker: str, *, ended: bool) -> None:
    """Asked of this machine alone; numbers end at 4194304."""
    assert _has_ended(maker) is ended
