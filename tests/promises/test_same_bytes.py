"""Promise 4: the same input gives the same bytes, on any day, machine, time zone, locale."""

import os
import re
import shutil
from pathlib import Path

from support import GOOD, ROOT, cases, process

PROJECTS = (ROOT, ROOT / "examples" / "shili", ROOT / "examples" / "jiaoyu")


def test_two_builds_far_apart_are_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, time zone, hash seed, locale and umask; the examples are also as they were committed."""
    made = []
    for name, zone, seed, locale, umask in (
        ("a", "UTC", "0", "C", 0o022),
        ("深/处", "Asia/Shanghai", "42", "C.UTF-8", 0o077),
    ):
        folder = tmp_path / name
        (folder / "data").mkdir(parents=True)
        for number, case in enumerate(cases(GOOD)):
            text = _moved((case / "report.yaml").read_text("utf-8"), number - 24)
            (folder / "data" / f"{2000 + number}.yaml").write_text(text, "utf-8")
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        outcome = process("build", "--all", cwd=folder, env=environment, umask=umask)
        assert outcome.returncode == 0, outcome.stderr.decode()
        made.append(_reports(folder))
        for number, project in enumerate(PROJECTS):
            _copied(project, folder / str(number))
            assert process("build", "--all", cwd=folder / str(number), env=environment, umask=umask).returncode == 0
            assert _reports(folder / str(number)) == _reports(project)
    assert len(made[0]) == 2 * len(cases(GOOD))
    assert made[0] == made[1]


def _copied(project: Path, to: Path) -> None:
    for name in ("data", "templates"):
        if (project / name).is_dir():
            shutil.copytree(project / name, to / name)


def _reports(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "reports").iterdir()}


def _moved(text: str, years: int) -> str:
    """A file of 2024 as one of so many years later; a policy keeps the years that it is for."""
    return re.sub("(?<!—)202[0-9](?!—)", lambda match: str(int(match[0]) + years), text)
