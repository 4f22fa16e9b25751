"""Other programs: found outside the folder one is in, with few variables, for so long, and read so far."""

import os
import sys
import time
from pathlib import Path

import pytest

from ecoreport.cli import programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def _program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_program_is_found_on_the_path_and_not_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a file that may not be run, or a folder."""
    monkeypatch.chdir(tmp_path)
    _program(tmp_path / "tool", "")
    for relative in ("", ".", "sub/..", f"{os.pathsep}."):
        monkeypatch.setenv("PATH", relative)
        assert programs.found("tool") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs.found("tool") == str(tmp_path / "tool")
    (tmp_path / "tool").chmod(0o644)
    (tmp_path / "other").mkdir()
    assert programs.found("tool") is programs.found("other") is None


def test_it_gets_its_arguments_as_they_are_and_few_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No shell looks at them; its folder is the program's own; nothing that loads code into it goes along."""
    for name in ("LD_PRELOAD_X", "GIT_DIR", "PYTHONPATH_X", "PYTHONSTARTUP", "SECRET"):
        monkeypatch.setenv(name, "x")
    program = _program(tmp_path / "tool", 'echo "$1"; pwd; env; cat; echo oh >&2; exit 3')
    ended = programs.run(program, "$(touch x); `id`", seconds=20, most=10_000, environment={"OWN": "1"})
    first, folder, *variables = ended.product.decode().splitlines()
    assert (first, folder, ended.code, ended.said) == ("$(touch x); `id`", str(tmp_path), 3, b"oh\n")
    names = {one.partition("=")[0] for one in variables}
    assert {"OWN", "PATH"} <= names
    assert not names & {"LD_PRELOAD_X", "GIT_DIR", "PYTHONPATH_X", "PYTHONSTARTUP", "SECRET"}


def test_who_never_stops_talking_is_read_one_byte_further_than_wanted(tmp_path: Path) -> None:
    """And ends by that."""
    ended = programs.run(_program(tmp_path / "tool", "exec yes"), seconds=20, most=1000)
    assert len(ended.product) == 1001
    assert ended.code


@pytest.mark.parametrize("script", ["sleep 30 & echo $! > {0}; sleep 30", "sleep 30 & echo $! > {0}; exit 0"])
def test_who_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, script: str) -> None:
    """Also where it has ended itself, and what it has started holds the line."""
    program = _program(tmp_path / "tool", script.format(tmp_path / "pid"))
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        programs.run(program, seconds=0.5, most=10)
    assert time.monotonic() - started < 10
    status = Path(f"/proc/{(tmp_path / 'pid').read_text('utf-8').strip()}/status")
    for _ in range(200):
        if not status.exists() or "\nState:\tZ" in status.read_text("utf-8"):
            return
        time.sleep(0.02)
    raise AssertionError(status.read_text("utf-8"))


def test_an_interruption_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would not hear of Ctrl-C by itself."""
    killed: list[object] = []
    kill = programs._kill
    monkeypatch.setattr(programs, "_kill", lambda process: (killed.append(process), kill(process)))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(programs, "_ended", interrupted)
    with pytest.raises(KeyboardInterrupt):
        programs.run(_program(tmp_path / "tool", "sleep 30"), seconds=20)
    assert len(killed) == 1


def test_the_browser_gets_the_address_and_nothing_waits_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is none, or it cannot be started, the address has been printed."""
    monkeypatch.setattr(programs, "_BROWSERS", ("nothing", "shows"))
    monkeypatch.setenv("PATH", str(tmp_path))
    programs.browse("http://127.0.0.1:1/")
    _program(tmp_path / "shows", f'echo "$@" > {tmp_path}/asked.new; /bin/mv {tmp_path}/asked.new {tmp_path}/asked')
    programs.browse("http://127.0.0.1:1/")
    for _ in range(500):
        if (tmp_path / "asked").exists():
            break
        time.sleep(0.02)
    assert (tmp_path / "asked").read_text("utf-8") == "http://127.0.0.1:1/\n"
    (tmp_path / "shows").write_bytes(b"\x7fELF nothing")
    programs.browse("http://127.0.0.1:1/")
