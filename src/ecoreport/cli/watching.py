"""Files that are looked at again and again, for `preview` and `check --watch`."""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ecoreport.project import DATA, LAYOUTS, TEMPLATES, Project

PAUSE = 0.3  # seconds between two looks: polling sees network drives and atomic saves as well
_SETTLING, _MOST_LOOKS = 0.1, 10  # while files are still being written: seconds between two looks, and how many
# What editors leave beside a file that is open or being saved: .2024.yaml.swp, 2024.yaml~, #2024.yaml#, vim's 4913.
_OF_EDITORS = re.compile(r"[.~].*|.*~|#.*#|[0-9]+|.*\.(?:tmp|bak|sw[a-z])")
_State = tuple[str, int, int, int, int]


class Watcher:
    """A project's files as they were on the disk when they were last looked at."""

    def __init__(self, project: Project) -> None:
        """Nothing seen yet, so that the first look finds everything changed."""
        self._project = project
        self._seen: tuple[_State, ...] | None = None

    def changed(self) -> bool:
        """Whether any file that reports are made from is another than at the last look, has come or has gone.

        Only whether times are the same counts, not which is later: clocks may be set, and differ on a network.
        """
        last, self._seen = self._seen, tuple(_states(self._project))
        return self._seen != last

    def passes(self) -> Iterator[None]:
        """At once, and then each time that files have changed and are no longer being written; without end."""
        self.changed()
        while True:
            yield
            while not self.changed():
                time.sleep(PAUSE)
            for _ in range(_MOST_LOOKS):
                time.sleep(_SETTLING)
                if not self.changed():
                    break


def _states(project: Project) -> Iterator[_State]:
    """Year files, settings, templates and layouts, as far as they are there."""
    root = project.root
    found = (*_files(root, DATA, "*.y*ml"), *_files(root, TEMPLATES, "**/*"), *_files(root, LAYOUTS, "*.yaml"))
    for path in (project.settings_file, *found):
        with suppress(OSError):  # it has just gone
            state = path.stat()
            yield str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino


def _files(root: Path, name: str, pattern: str) -> list[Path]:
    """The files in a folder of the project, in order, but for what editors leave there; none where it is going."""
    folder = root / name
    with suppress(OSError):
        if folder.resolve().is_relative_to(root.resolve()):  # else it might be a whole disk
            found = (path for path in folder.glob(pattern) if not _OF_EDITORS.fullmatch(path.name))
            return sorted(path for path in found if path.is_file())
    return []
