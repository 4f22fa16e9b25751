"""Write files so that a failure leaves the old ones whole: bytes first, temporary file, fsync, replace.

The one door by which files are written. What stands in a project may come from anybody: below its
root no link leads out.
"""

import contextlib
import os
import re
import secrets
import sys
import time
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path

from ecoreport.project import DATA

_LOCKED = 32
_SHARING_VIOLATIONS = (5, _LOCKED, 33)  # Windows: the target is open in Word or WPS
_LEFT = r"\.(?P<name>.+)\.(?P<maker>[A-Za-z0-9]*-[0-9]+)(?:-[0-9a-f]+)?\.tmp"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_LONG_AGO = 3600.0  # seconds
_PATIENCE, _PAUSE = 2.0, 0.1  # seconds


def write_all(contents: Mapping[Path, bytes], root: Path, copies: Mapping[Path, Path] | None = None) -> None:
    """Write every file or, up to the moment of replacing, none; OSError with the file's name.

    What stood in the place of one is kept under its name in `copies`, where it has one there. Nothing is written where
    a path below `root`, a project's folder, leads out of it, or to one of its year files under another name; nor to
    what is no regular file.
    """
    temporary: dict[Path, Path] = {}
    kept = {target(path, root): copy for path, copy in (copies or {}).items()}
    try:
        for path, data in contents.items():
            place = target(path, root)
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary[place] = _temporary(place)
            _write(temporary[place], place, data)
        _sweep({place.parent for place in temporary}, {place.name for place in temporary})
        for place in temporary:
            _probe(place)
        for place, ready in list(temporary.items()):
            _exchange(ready, place, kept.get(place))
            del temporary[place]
    finally:
        for leftover in temporary.values():
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def target(path: Path, root: Path) -> Path:
    """The file that a path leads to; OSError where nothing may be written there."""
    found, inside = path.resolve(), root.resolve()
    shown = Path(os.path.abspath(path))  # noqa: PTH100 - without following links
    if shown.is_relative_to(root) or shown.is_relative_to(inside):
        if not found.is_relative_to(inside):
            raise OSError(0, "是链接，指到了项目文件夹外面，没有写", str(path))
        if found.parent == inside / DATA and shown.parent.name != DATA:
            raise OSError(0, "是链接，指到了年度文件，没有写", str(path))
    if found.is_dir():
        raise IsADirectoryError(21, "is a directory", str(path))
    if found.exists() and not found.is_file():
        raise OSError(0, "不是普通文件，没有写；要显示在屏幕上用 -o -", str(path))
    return found


def _temporary(target: Path) -> Path:
    """A name beside the target that nobody can foresee, with who made it."""
    return target.with_name(f".{target.name}.{_machine()}-{os.getpid()}-{secrets.token_hex(8)}.tmp")


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
    descriptor = os.open(path, _NEW, 0o666)
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


def _exchange(ready: Path, target: Path, copy: Path | None) -> None:
    """Put the new file in its place, the old one under the name of its copy: at no moment is it gone."""
    if copy is not None:
        _keep(target, copy)
    try:
        _replace(ready, target)
    except OSError:
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise


def _keep(old: Path, copy: Path) -> None:
    """The same file under a second name, a free one, or a copy where the file system knows no second names."""
    try:
        os.link(old, copy)
    except FileExistsError:
        raise
    except OSError:
        ready = _temporary(copy)
        try:
            with old.open("rb") as source:
                _write(ready, copy, source.read())
            ready.rename(copy)
        finally:
            ready.unlink(missing_ok=True)


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
