"""Costs of commands in one process that has done each of them before: `python inside.py LONG ITEMS OUT.json`.

LONG is a project of two long years; what is brought back is its Word file of 2024 with edits. ITEMS is one of two years
with very many items. Run by run.py with the Python that ecoreport is installed in.
"""

import contextlib
import io
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import docx

from ecoreport.cli.main import run

_ROUNDS = 5
_FEW = 20  # every so manieth paragraph is edited where few are


def edited(source: str, target: str, every: int) -> None:
    """The Word file with other words in every so manieth paragraph of the text."""
    document = docx.Document(source)
    said = [one for one in document.paragraphs if one.runs and one.text.endswith("。")]
    for paragraph in said[::every]:
        last = paragraph.runs[-1]
        last.text = f"{last.text[:-1].replace('，', '，进一步', 1)}，成效明显。" if len(last.text) > 1 else last.text
    document.save(target)


def command(*arguments: str) -> None:
    """The command, which must succeed; nothing is printed."""
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())), contextlib.redirect_stderr(io.StringIO()):
        code = run([*arguments])
    if code:
        raise SystemExit(f"{arguments}: {code}")


def brought_back(file: str, typed: bytes) -> Callable[[], None]:
    """Bring the file back; the year file as it was before each time."""

    def bring() -> None:
        Path("data/2024.yaml").write_bytes(typed)
        command("import", file, "--into", "2024")

    return bring


def seconds(work: Mapping[str, Callable[[], None]]) -> Mapping[str, float]:
    """The median CPU seconds of each, in turn."""
    found: dict[str, list[float]] = {name: [] for name in work}
    for at in range(_ROUNDS + 1):
        for name, one in work.items():
            start = time.process_time()
            one()
            if at:
                found[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in found.items()}


def main(long: str, items: str, target: str) -> None:
    """Measure everything."""
    os.chdir(long)
    typed = Path("data/2024.yaml").read_bytes()
    command("build", "2024")
    edited("reports/2024.docx", "few.docx", _FEW)
    edited("reports/2024.docx", "every.docx", 1)
    work = {
        "build": lambda: command("build", "2024", "-o", "built/"),
        "few": brought_back("few.docx", typed),
        "every": brought_back("every.docx", typed),
        "check": lambda: command("check", "2023", "2024"),
        "diff": lambda: command("diff", "2023", "2024"),
        "items": lambda: command("diff", "-C", items, "2023", "2024"),
    }
    Path(target).write_text(json.dumps(seconds(work)), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
