"""What a watcher sees: every file that reports are made from, whoever saves it, and nothing that editors leave."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.catalogue import SOUND
from support.previewing import saved
from support.projects import project_of

from ecoreport.cli.watching import Watcher

YEAR = Path("data/2024.yaml")


def _same_size_and_time(path: Path) -> None:
    """As a tool does that keeps the times of files."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("规范".encode(), "公正".encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _earlier(path: Path) -> None:
    """By a clock that has been set back."""
    path.write_text(SOUND + "# 改\n", "utf-8")
    os.utime(path, (1, 1))


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda root: (root / YEAR).write_text(SOUND + "# 改\n", "utf-8"),
    "replaced": lambda root: saved(root / YEAR, SOUND),
    "deleted": lambda root: (root / YEAR).unlink(),
    "as old": lambda root: _same_size_and_time(root / YEAR),
    "older": lambda root: _earlier(root / YEAR),
    "another year": lambda root: (root / "data" / "2019.yaml").touch(),
    "misnamed": lambda root: (root / "data" / "2025年.yaml").touch(),
    "settings": lambda root: (root / "ecoreport.yaml").touch(),
    "template": lambda root: (root / "templates" / "own" / "x.j2").touch(),
    "layout": lambda root: (root / "layouts" / "own.yaml").touch(),
    "folder gone": lambda root: shutil.rmtree(root / "data"),
    "all gone": shutil.rmtree,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with folders of its own."""
    for name in ("templates/own", "layouts"):
        (tmp_path / "项目" / name).mkdir(parents=True)
    return project_of(tmp_path / "项目").root


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen_once(change: str, root: Path) -> None:
    """At the next look, and no more at the one after."""
    watcher = Watcher(project_of(root))
    assert [watcher.changed(), watcher.changed()] == [True, False]
    CHANGES[change](root)
    assert [watcher.changed(), watcher.changed()] == [True, False]


@pytest.mark.parametrize(
    "name",
    [
        "data/.2024.yaml.swp", "data/2024.yaml~", "data/4913", "data/#2024.yaml#", "data/.#2024.yaml", "data/笔记.docx",
        "templates/.x.j2.swp", "templates/x.j2~", "templates/4913", "templates/~$x.j2", "templates/x.j2.tmp",
        "layouts/own.yaml.bak", "reports/2024.md",
    ],
)  # fmt: skip
def test_what_editors_leave_is_no_change(name: str, root: Path) -> None:
    """Neither when it comes nor when it goes."""
    watcher = Watcher(project_of(root))
    watcher.changed()
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("x", "utf-8")
    assert not watcher.changed()
    (root / name).unlink()
    assert not watcher.changed()


def test_a_link_out_of_the_project_is_not_followed(root: Path, tmp_path: Path) -> None:
    """It might lead to a whole disk."""
    (tmp_path / "别处").mkdir()
    (root / "templates" / "own").rmdir()
    (root / "templates").rmdir()
    (root / "templates").symlink_to(tmp_path / "别处")
    watcher = Watcher(project_of(root))
    watcher.changed()
    (tmp_path / "别处" / "x.j2").touch()
    assert not watcher.changed()


@pytest.mark.parametrize(("written", "looks"), [(3, 4), (1000, 11)])
def test_a_file_that_is_being_written_waits(
    written: int, looks: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One pass for it, once it is whole; but one that never comes to rest is looked at all the same."""
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) <= written:
            (root / YEAR).write_text("#" * len(slept), "utf-8")

    monkeypatch.setattr("ecoreport.cli.watching.time.sleep", sleep)
    passes = Watcher(project_of(root)).passes()
    next(passes)
    next(passes)
    assert len(slept) == looks
