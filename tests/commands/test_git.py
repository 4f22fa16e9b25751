"""A stranger's repository is read, and nothing that it asks for is started: each trick builds its own repository."""

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path

import click
import pytest
from support.catalogue import BEFORE, SOUND

from ecoreport.cli import git, programs
from ecoreport.cli.main import run
from ecoreport.cli.versions import Versions
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tricks are shell scripts")
MISSING = "仓库里却没有它的内容"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that came with its `.git`."""
    sent = tmp_path / "sent"
    (sent / "data").mkdir(parents=True)
    (sent / "data" / "2023.yaml").write_text(BEFORE, "utf-8")
    (sent / "data" / "2024.yaml").write_text(SOUND, "utf-8")
    for words in ("init -q -b main", "add .", "-c user.name=x -c user.email=x@example.org commit -q -m x"):
        _git(sent, *words.split())
    monkeypatch.chdir(sent)
    return sent


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def _configure(folder: Path, *pairs: tuple[str, str]) -> None:
    for name, value in pairs:
        _git(folder, "config", "--local", name, value)


def _object(folder: Path, name: str) -> Path:
    found = _git(folder, "rev-parse", name)
    return folder / ".git" / "objects" / found[:2] / found[2:]


def _delete(folder: Path, name: str = "HEAD:data/2023.yaml") -> None:
    path = _object(folder, name)
    path.chmod(0o666)
    path.unlink()


def _stored(folder: Path, kind: str, content: bytes) -> str:
    """An object as git stores it, whatever git would say of it."""
    whole = f"{kind} {len(content)}\0".encode() + content
    name = sha1(whole, usedforsecurity=False).hexdigest()
    path = folder / ".git" / "objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(whole, 1))
    return name


def _script(path: Path, mark: Path) -> str:
    path.write_text(f"#!/bin/sh\ntouch '{mark}'\nexit 1\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def _told(typed: str) -> str:
    """What the clerk is told who compares with the revision."""
    with pytest.raises((click.UsageError, OSError)) as error:
        Versions(Project(Path.cwd(), Path.cwd())).version(typed)
    return error.value.message if isinstance(error.value, click.UsageError) else str(error.value.strerror)


def _ssh(folder: Path, evil: str) -> None:
    """The attack of 2026-11-25."""
    _configure(
        folder, ("extensions.partialClone", "evil"), ("remote.evil.promisor", "true"),
        ("remote.evil.url", "ssh://evil.example/x"), ("core.sshCommand", evil), ("core.repositoryFormatVersion", "1"),
    )  # fmt: skip


def _ext(folder: Path, evil: str) -> None:
    """A promisor that is a command, allowed by the repository itself."""
    _configure(
        folder, ("remote.evil.promisor", "true"), ("remote.evil.url", f"ext::{evil}"), ("protocol.ext.allow", "always"),
        ("protocol.allow", "always"),
    )  # fmt: skip


def _uploadpack(folder: Path, evil: str) -> None:
    """A promisor on the disk, whose packing program is the trick."""
    _configure(
        folder, ("remote.evil.promisor", "true"), ("remote.evil.url", str(folder)), ("remote.evil.uploadpack", evil),
        ("protocol.file.allow", "always"),
    )  # fmt: skip


def _proxy(folder: Path, evil: str) -> None:
    """The program between git and git://."""
    _configure(
        folder, ("remote.evil.promisor", "true"), ("remote.evil.url", "git://evil.example/x"), ("core.gitProxy", evil)
    )


def _included(folder: Path, evil: str) -> None:
    """The settings stand in another file of the folder."""
    _ssh(folder, evil)
    (folder / ".git" / "config").rename(folder / "notes.txt")
    own = '[core]\nrepositoryformatversion=1\n[include]\npath="../notes.txt"\n'
    (folder / ".git" / "config").write_text(own, "utf-8")
    _configure(folder, ("extensions.partialClone", "evil"))


def _renamed_address(folder: Path, evil: str) -> None:
    """An address that looks like any other becomes a command."""
    _configure(
        folder, ("remote.evil.promisor", "true"), ("remote.evil.url", "https://gitee.com/x"),
        (f"url.ext::{evil} .insteadOf", "https://gitee.com/"), ("protocol.ext.allow", "always"),
    )  # fmt: skip


TRICKS = (_ssh, _ext, _uploadpack, _proxy, _included, _renamed_address)


@pytest.mark.parametrize("trick", TRICKS)
def test_a_blob_that_is_missing_is_not_fetched(folder: Path, trick: Callable[[Path, str], None]) -> None:
    """Whatever the repository says of how: nothing runs, and what is missing is said."""
    trick(folder, _script(folder.parent / "evil", folder.parent / "PWNED"))
    _delete(folder)
    assert MISSING in _told("2023@HEAD")
    assert not (folder.parent / "PWNED").exists()


@pytest.mark.parametrize("trick", TRICKS)
def test_nor_by_a_git_that_is_too_old_to_know_how_not_to(
    folder: Path, trick: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it tries, and no protocol is allowed."""
    trick(folder, _script(folder.parent / "evil", folder.parent / "PWNED"))
    _delete(folder)
    old = folder.parent / "bin"
    old.mkdir()
    real = programs.found("git")
    (old / "git").write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec {real} "$@"\n', "utf-8")
    (old / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{old}{os.pathsep}{os.environ['PATH']}")
    assert MISSING in _told("2023@HEAD")
    assert not (folder.parent / "PWNED").exists()


@pytest.mark.parametrize("name", ["HEAD", "HEAD^{tree}", "HEAD:data"])
def test_nor_is_a_commit_or_a_folder(folder: Path, name: str) -> None:
    """The same where what is missing is above the file."""
    _ssh(folder, _script(folder.parent / "evil", folder.parent / "PWNED"))
    _delete(folder, name)
    assert _told("2023@HEAD") in ("git 里没有“HEAD”这个版本。", "git 读不出 HEAD 里的文件：仓库不完整，或者坏了。")
    assert not (folder.parent / "PWNED").exists()


def test_the_command_says_it_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And ends as with any file that cannot be read."""
    _ssh(folder, _script(folder.parent / "evil", folder.parent / "PWNED"))
    _delete(folder)
    assert run(["diff", "2023@HEAD", "2024"]) == 2
    said = capsys.readouterr().err
    assert MISSING in said
    assert said.count("\n") == 1
    assert not (folder.parent / "PWNED").exists()


def test_no_setting_that_names_a_program_starts_it(folder: Path) -> None:
    """All that git knows, at once; the file is read all the same."""
    evil = _script(folder.parent / "evil", folder.parent / "PWNED")
    named = (
        "core.askPass", "core.editor", "core.fsmonitor", "core.pager", "core.sshCommand",
        "core.alternateRefsCommand", "credential.helper", "diff.external", "diff.x.textconv",
        "diff.x.command", "filter.x.smudge", "filter.x.process", "gpg.program", "pager.ls-tree",
        "pager.cat-file", "pager.rev-parse", "sequence.editor", "alias.ls-tree", "alias.cat-file",
        "alias.rev-parse", "uploadpack.packObjectsHook", "trace2.eventTarget", "trace2.normalTarget",
    )  # fmt: skip
    _configure(folder, *((name, f"!{evil}" if name.startswith("alias") else evil) for name in named))
    hooks = folder / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc", "fsmonitor-watchman"):
        _script(hooks / name, folder.parent / "PWNED")
    _configure(folder, ("core.hooksPath", str(hooks)))
    (folder / ".gitattributes").write_text("* diff=x filter=x\n", "utf-8")
    (folder.parent / "PWNED").unlink(missing_ok=True)  # our own `git config` may have been taken in
    assert Versions(Project(folder, folder)).version("2023@HEAD").context.report.year == 2023
    assert not (folder.parent / "PWNED").exists()


def test_a_program_in_the_folder_is_not_taken_for_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the path has the folder one is in, under any of its names, as Windows always has."""
    _script(folder / "git", folder.parent / "PWNED")
    monkeypatch.setenv("PATH", f"{os.pathsep}.{os.pathsep}{os.environ['PATH']}")
    assert Versions(Project(folder, folder)).version("2023@HEAD").context.report.year == 2023
    assert not (folder.parent / "PWNED").exists()


def test_a_folder_that_looks_like_a_repository_is_none(folder: Path) -> None:
    """`data` itself as a bare one, with settings of its own: it is not read."""
    for name in ("HEAD", "objects", "refs", "config"):
        (folder / ".git" / name).rename(folder / "data" / name)
    assert "不在 git 仓库里" in _told("2023@HEAD")


def test_the_settings_lead_to_no_other_folder(folder: Path) -> None:
    """`core.worktree`: the files are still those beside the `.git`."""
    _configure(folder, ("core.worktree", str(folder.parent)))
    assert Versions(Project(folder, folder)).version("2023@HEAD").context.report.year == 2023


def test_what_was_committed_is_read_and_not_what_is_put_in_its_place(folder: Path) -> None:
    """`refs/replace` would show other figures under the same commit."""
    other = _stored(folder, "blob", BEFORE.replace("规范决策。", "换掉了。").encode())
    _git(folder, "replace", "HEAD:data/2023.yaml", other)
    report = Versions(Project(folder, folder)).version("2023@HEAD").context.report
    assert "换掉了" not in report.model_dump_json(warnings=False)


def _committed(folder: Path, blob: str, mode: str = "100644") -> None:
    listed = f"{mode} 2023.yaml\0".encode() + bytes.fromhex(blob)
    data = _stored(folder, "tree", listed)
    tree = _stored(folder, "tree", b"40000 data\0" + bytes.fromhex(data))
    text = f"tree {tree}\nauthor x <x@example.org> 0 +0000\ncommitter x <x@example.org> 0 +0000\n\nx\n"
    (folder / ".git" / "refs" / "heads" / "main").write_text(_stored(folder, "commit", text.encode()) + "\n", "utf-8")


def test_a_link_in_the_repository_is_no_file(folder: Path) -> None:
    """What it points to is not read either."""
    _committed(folder, _stored(folder, "blob", b"/etc/passwd"), "120000")
    assert _told("2023@HEAD") == "git 的 HEAD 里没有 data/2023.yaml。"


@pytest.mark.parametrize("size", [7_000_000, 300_000_000])
def test_of_a_huge_file_no_more_is_read_than_may_be(folder: Path, size: int) -> None:
    """A small blob that unfolds to hundreds of megabytes too."""
    _committed(folder, _stored(folder, "blob", b"#" * size))
    assert len(git.Revision(folder / "data", "HEAD").read("2023.yaml")) == git.MAX_BYTES + 1
    with pytest.raises(Refused) as refused:
        Versions(Project(folder, folder)).version("2023@HEAD")
    assert [one.code for one in refused.value.problems] == ["E102"]


def test_a_listing_that_unfolds_without_end_is_refused(folder: Path) -> None:
    """And one with more names than any folder has."""
    many = b"".join(b"100644 %06d\0" % number + b"x" * 20 for number in range(70_000))
    data = _stored(folder, "tree", many)
    tree = _stored(folder, "tree", b"40000 data\0" + bytes.fromhex(data))
    text = f"tree {tree}\nauthor x <x@example.org> 0 +0000\ncommitter x <x@example.org> 0 +0000\n\nx\n"
    commit = _stored(folder, "commit", text.encode())
    assert "文件太多" in _told(f"2023@{commit}")


def test_a_branch_that_is_a_device_ends_soon(folder: Path) -> None:
    """Git would read it into memory without end."""
    branch = folder / ".git" / "refs" / "heads" / "main"
    branch.unlink()
    branch.symlink_to("/dev/zero")
    assert _told("2023@HEAD") == "git 里没有“HEAD”这个版本。"


def test_a_pipe_in_the_repository_is_waited_for_no_longer_than_that(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`packed-refs` that nobody writes to."""
    monkeypatch.setattr(git, "_PATIENCE", 0.5)
    (folder / ".git" / "config").unlink()
    os.mkfifo(folder / ".git" / "config")
    started = time.monotonic()
    assert _told("2023@HEAD") == "git 等了0.5秒没有回答"
    assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="gives files away")
def test_whose_repositories_are_read_stays_with_git(folder: Path) -> None:
    """`safe.directory`: one of another user is not, and that is said."""
    for path in (folder, folder / ".git"):
        os.chown(path, 4711, 4711)
    assert "git 仓库是别人建的，git 不读" in _told("2023@HEAD")
