"""Files are written whole or not at all; what a file was, and who may read it, stays."""

import os
from pathlib import Path

import pytest

from ecoreport.cli.files import _has_ended, _machine, _put, _sweep, write_all


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_file_is_written_in_folders_that_are_made(tmp_path: Path) -> None:
    """Old ones are replaced, and nothing else is left."""
    (tmp_path / "a.md").write_bytes(b"old")
    write_all({tmp_path / "a.md": b"new", tmp_path / "x" / "y" / "b.md": b""}, tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert (tmp_path / "x" / "y" / "b.md").read_bytes() == b""
    assert (_names(tmp_path), _names(tmp_path / "x" / "y")) == (["a.md", "x"], ["b.md"])


def test_nothing_to_write_is_nothing_done(tmp_path: Path) -> None:
    """No folder is looked at."""
    write_all({}, tmp_path)
    assert _names(tmp_path) == []


def test_a_folder_in_the_way_of_one_keeps_the_others_from_being_written(tmp_path: Path) -> None:
    """The error names the file as it was given."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.md").mkdir()
    with pytest.raises(IsADirectoryError) as error:
        write_all({tmp_path / "a.md": b"new", tmp_path / "b.md": b"new"}, tmp_path)
    assert error.value.filename == str(tmp_path / "b.md")
    assert (_names(tmp_path), (tmp_path / "a.md").read_bytes()) == (["a.md", "b.md"], b"old")


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    """Nothing is written beside it."""
    (tmp_path / "reports").write_bytes(b"")
    with pytest.raises(OSError, match="reports"):
        write_all({tmp_path / "reports" / "a.md": b"new"}, tmp_path)
    assert _names(tmp_path) == ["reports"]


def test_who_may_read_an_old_file_may_read_the_new_one(tmp_path: Path) -> None:
    """Its mode is kept."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_all({path: b"new"}, tmp_path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it points to is replaced."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    write_all({tmp_path / "link.md": b"new"}, tmp_path)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_what_is_no_regular_file_is_not_written_to(tmp_path: Path) -> None:
    """A pipe would wait for its reader, and a device do whatever it does."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="不是普通文件") as error:
        write_all({tmp_path / "a.md": b"new", pipe: b"new"}, tmp_path)
    assert error.value.filename == str(pipe)
    assert _names(tmp_path) == ["pipe"]


@pytest.mark.parametrize("name", ["reports/2024.md", "reports", "reports/deep/2024.md"])
def test_no_link_of_a_project_leads_out_of_it(tmp_path: Path, name: str) -> None:
    """Of the file, of its folder, of one above."""
    root, outside = tmp_path / "sent", tmp_path / "outside"
    outside.mkdir()
    (outside / "2024.md").write_bytes(b"theirs")
    (outside / "deep").mkdir()
    (root / name).parent.mkdir(parents=True)
    is_file = name.endswith(".md")
    (root / name).symlink_to(outside / "2024.md" if is_file else outside)
    path = root / name if is_file else root / "reports" / "2024.md"
    with pytest.raises(OSError, match="项目文件夹外面") as error:
        write_all({path: b"new"}, root)
    assert error.value.filename == str(path)
    assert (outside / "2024.md").read_bytes() == b"theirs"
    assert _names(outside) == ["2024.md", "deep"]


def test_no_link_of_a_project_leads_to_its_year_files(tmp_path: Path) -> None:
    """They are nobody's output."""
    for folder in ("data", "reports"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data" / "2024.yaml").write_bytes(b"year: 2024")
    (tmp_path / "reports" / "2024.md").symlink_to(tmp_path / "data" / "2024.yaml")
    with pytest.raises(OSError, match="年度文件"):
        write_all({tmp_path / "reports" / "2024.md": b"new"}, tmp_path)
    assert (tmp_path / "data" / "2024.yaml").read_bytes() == b"year: 2024"


def test_a_file_that_is_planted_where_ours_would_be_made_first_is_not_written_through(tmp_path: Path) -> None:
    """Its name cannot be foreseen; should one have it all the same, the file is not opened."""
    (tmp_path / "theirs").write_bytes(b"theirs")
    for number in range(200):
        (tmp_path / f".2024.md.{_machine()}-{os.getpid() + number}.tmp").symlink_to(tmp_path / "theirs")
    write_all({tmp_path / "2024.md": b"new"}, tmp_path)
    assert (tmp_path / "theirs").read_bytes() == b"theirs"
    link = tmp_path / ".b.tmp"
    link.symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="exists"):
        _put(link, tmp_path / "b", b"new")
    assert (tmp_path / "theirs").read_bytes() == b"theirs"


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


def test_what_is_replaced_stays_under_its_second_name(tmp_path: Path) -> None:
    """As it was, its time and its mode too; what is not among the copies is gone."""
    old, other = tmp_path / "a.docx", tmp_path / "b.docx"
    old.write_bytes(b"old")
    old.chmod(0o640)
    other.write_bytes(b"old")
    was = old.stat().st_mtime_ns
    write_all({old: b"new", other: b"new"}, tmp_path, {old: tmp_path / "copy.docx"})
    assert (old.read_bytes(), (tmp_path / "copy.docx").read_bytes()) == (b"new", b"old")
    assert ((tmp_path / "copy.docx").stat().st_mtime_ns, old.stat().st_mode & 0o777) == (was, 0o640)
    assert _names(tmp_path) == ["a.docx", "b.docx", "copy.docx"]


def test_a_disk_without_second_names_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory sticks have none; whole, and nothing is left beside it."""
    monkeypatch.setattr(os, "link", _refused)
    (tmp_path / "a.docx").write_bytes(b"old")
    write_all({tmp_path / "a.docx": b"new"}, tmp_path, {tmp_path / "a.docx": tmp_path / "copy.docx"})
    assert (tmp_path / "copy.docx").read_bytes() == b"old"
    assert _names(tmp_path) == ["a.docx", "copy.docx"]


def test_no_copy_is_written_over_and_none_is_left_of_what_was_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that somebody takes in between is an error; so is a file that cannot be put in its place."""
    old, copy = tmp_path / "a.docx", tmp_path / "copy.docx"
    old.write_bytes(b"old")
    copy.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        write_all({old: b"new"}, tmp_path, {old: copy})
    assert (old.read_bytes(), copy.read_bytes(), _names(tmp_path)) == (b"old", b"theirs", ["a.docx", "copy.docx"])
    copy.unlink()
    monkeypatch.setattr(Path, "replace", _refused)
    with pytest.raises(PermissionError):
        write_all({old: b"new"}, tmp_path, {old: copy})
    assert (old.read_bytes(), _names(tmp_path)) == (b"old", ["a.docx"])


def _refused(*_: object) -> None:
    raise PermissionError(1, "refused", "x")
