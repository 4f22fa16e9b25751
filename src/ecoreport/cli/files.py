"""Write files so that a failure leaves the old ones whole: bytes first, temporary file, fsync, replace."""

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path

_LOCKED = 32
_SHARING_VIOLATIONS = (5, _LOCKED, 33)  # Windows: the target is open in Word or WPS
_LEFT = r"\.(?P<name>.+)\.(?P<maker>[A-Za-z0-9]*-[0-9]+)\.tmp"
_LONG_AGO = 3600.0  # seconds
_PATIENCE, _PAUSE = 2.0, 0.1  # seconds


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file or, up to the moment of replacing, none; OSError with the file's name."""
    temporary: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            target = path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(21, "is a directory", str(path))
            if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
                target.write_bytes(data)
                continue
            temporary[target] = _temporary(target)
            _write(temporary[target], target, data)
        _sweep({target.parent for target in temporary}, {target.name for target in temporary})
        for target in temporary:
            _probe(target)
        for target, ready in list(temporary.items()):
            _replace(ready, target)
            del temporary[target]
    finally:
        for leftover in temporary.values():
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _temporary(target: Path) -> Path:
    """A name beside the target that only this process uses."""
    return target.with_name(f".{target.name}.{_machine()}-{os.getpid()}.tmp")


def _sweep(folders: Iterable[Path], names: Container[str]) -> None:
    """Remove what killed builds of these files have left; each folder is gone through once.

    What another machine left, or this one where it cannot be asked, an hour ago or longer: it may still be writing.
    """
    for path in (path for folder in folders for path in folder.iterdir()):
        match = re.fullmatch(_LEFT, path.name, re.DOTALL) if path.name.endswith(".tmp") else None
        if match and match["name"] in names:
            with contextlib.suppress(OSError):
                if _has_ended(match["maker"]) or time.time() - path.stat().st_mtime > _LONG_AGO:
                    path.unlink()


def _has_ended(maker: str) -> bool:
    """Whether the process that made a temporary file was one of this machine's and is gone."""
    machine, _, number = maker.rpartition("-")
    if os.name != "posix" or machine != _machine():
        return False
    try:
        os.kill(int(number), 0)  # asks, and sends nothing
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _machine() -> str:
    return re.sub("[^A-Za-z0-9]", "", os.uname().nodename)[:20] if os.name == "posix" else "windows"


def _write(path: Path, target: Path, data: bytes) -> None:
    try:
        _put(path, target, data)
    except OSError as error:
        if error.filename != str(path):
            raise
        raise OSError(error.errno, error.strerror, str(target)) from None  # not by the temporary file's name


def _put(path: Path, target: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if target.exists() and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), target.stat().st_mode & 0o7777)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _probe(target: Path) -> None:
    """OSError where the file is open in Word or WPS, or read-only: before any other file has been replaced."""
    if target.exists():
        _patiently(lambda: os.close(os.open(target, os.O_RDWR)))


def _replace(ready: Path, target: Path) -> None:
    try:
        _patiently(lambda: ready.replace(target))
    except OSError as error:
        error.filename, error.filename2 = str(target), None  # not by the temporary file's name
        raise


def _patiently(act: Callable[[], object]) -> None:
    """Do it, again for a while where Windows says that another program has the file open."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            act()
        except PermissionError as error:
            locked = sys.platform == "win32" and (getattr(error, "winerror", None) or _LOCKED) in _SHARING_VIOLATIONS
            if not locked or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return
