"""The one door by which other programs are started: fixed arguments, few variables, a time limit, never a shell."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import IO, NamedTuple

# What a program gets of our environment: where things are, language, display; nothing that changes what it does.
_KEPT = frozenset({
    "HOME", "LANG", "LANGUAGE", "LOGNAME", "TMPDIR", "TZ", "USER", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "APPDATA", "COMSPEC", "HOMEDRIVE", "HOMEPATH", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMDRIVE",
    "SYSTEMROOT", "TEMP", "TMP", "USERNAME", "USERPROFILE", "WINDIR",
    "BROWSER", "DBUS_SESSION_BUS_ADDRESS", "DESKTOP_SESSION", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY",
    "SUDO_UID",  # git asks it whose repositories are trusted
})  # fmt: skip
_KEPT_GROUPS = ("LC_", "XDG_")
_MOST_SAID = 65_536  # bytes of complaints
_ENDING = 5.0  # seconds until what was killed has let go of its pipes
_BROWSERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "wslview")


class Ended(NamedTuple):
    """What a program that has ended leaves: its exit code, its product as far as it was wanted, its complaints."""

    code: int
    product: bytes
    said: bytes


def found(name: str) -> str | None:
    """The program's whole path; never one in the folder one is in, for that may be a stranger's."""
    file = f"{name}.exe" if os.name == "nt" else name  # a .bat would be run by a shell
    for folder in _path():
        candidate = Path(folder, file)
        if candidate.is_file() and os.access(candidate, os.X_OK):
            return str(candidate)
    return None


def run(
    program: str, *arguments: str, seconds: float, most: int = 0, environment: Mapping[str, str] = MappingProxyType({})
) -> Ended:
    """Run a program that was `found` to its end; its product is cut off one byte behind `most`.

    OSError where it cannot be started, TimeoutError where it takes longer; then all that it started is ended with it.
    """
    process = _started(program, *arguments, kept=subprocess.PIPE if most else subprocess.DEVNULL, more=environment)
    try:
        return _ended(process, time.monotonic() + seconds, most)
    except subprocess.TimeoutExpired:
        _kill(process)
        raise TimeoutError from None
    except BaseException:  # Ctrl-C too: it is in a session of its own, and would live on
        _kill(process)
        raise


def browse(address: str) -> None:
    """Show the address in the browser, where one is found; it may stay as long as it likes."""
    if sys.platform == "win32":
        os.startfile(address)  # noqa: S606 - an address of our own
        return
    program = next(filter(None, map(found, _BROWSERS)), None)
    with suppress(OSError):
        if program:
            process = _started(program, address, kept=subprocess.DEVNULL)
            threading.Thread(target=process.wait, daemon=True).start()


def _path() -> list[str]:
    return [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if Path(folder).is_absolute()]


def _started(
    program: str, *arguments: str, kept: int, more: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[bytes]:
    own = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith(_KEPT_GROUPS)}
    return subprocess.Popen(  # noqa: S603 - no shell, and all arguments are our own words or have been looked at
        [program, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=kept,
        stderr=kept,
        cwd=Path(program).parent,  # not the folder one is in, where a stranger's libraries may lie
        env={**own, "PATH": os.pathsep.join(_path()), **more},
        start_new_session=True,  # without a terminal to ask for passwords on, and to be ended as one
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ended(process: subprocess.Popen[bytes], end: float, most: int) -> Ended:
    product, said = [b""], [b""]
    wanted = ((process.stdout, most, product), (process.stderr, _MOST_SAID, said))
    readers = [threading.Thread(target=_read, args=(pipe, *rest), daemon=True) for pipe, *rest in wanted if pipe]
    for reader in readers:
        reader.start()
    code = process.wait(timeout=end - time.monotonic())
    for reader in readers:
        reader.join(max(0.0, end - time.monotonic()))
        if reader.is_alive():  # what it has started holds the pipe
            _kill(process)
            reader.join(_ENDING)
            raise TimeoutError
    return Ended(code, product[-1], said[-1])


def _read(pipe: IO[bytes], most: int, into: list[bytes]) -> None:
    """Read no more than is wanted, and close: who goes on writing is ended by that."""
    with pipe:
        into.append(pipe.read(most + 1))


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
