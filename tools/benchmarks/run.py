"""Measure ecoreport beside what a user would take instead, and write docs/benchmarks.md: `python tools/benchmarks/run.py`.

All figures in that file are written by this program. It needs GNU time, a package index, and about ten minutes.
"""

import datetime as dt
import os
import platform
import tempfile
import time
from pathlib import Path

from batches import batches, province
from bench import prepared
from growth import files, reports
from page import of_goals
from processes import ROUNDS, several_years, whole
from projects import ROOT
from warm import long_years

_PARTS = (
    ("Whole processes", whole),
    ("Several years", several_years),
    ("In one process", batches),
    ("A province", province),
    ("Long years", long_years),
    ("Growth of a report", reports),
    ("Growth of what is read", files),
)
_HEAD = """\
# Benchmarks

Written by `python tools/benchmarks/run.py`, not by hand: {day}, {machine}, {cores} cores, Python {python}, {minutes:.0f} minutes.
Whole processes are the medians of {rounds} interleaved rounds; ratios say more than milliseconds, and all ratios are of CPU time, user and
system. ecoreport is installed from its wheel, as users have it.

The peers read the same report: `tools/benchmarks/peers/`. The straight-line script prints the very same text, and checks nothing.

## Goals

{goals}"""


def main() -> None:
    """Measure everything; write the document."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        bench = prepared(Path(temporary))
        parts = {}
        for title, measure in _PARTS:
            parts[title] = measure(bench)
            print(f"## {title}\n\n{parts[title].text}{of_goals(parts[title].goals)}", flush=True)
    head = _HEAD.format(
        day=dt.datetime.now(tz=dt.UTC).date(), machine=_machine(), cores=os.cpu_count(), rounds=ROUNDS,
        python=platform.python_version(), minutes=(time.monotonic() - started) / 60,
        goals=of_goals(goal for part in parts.values() for goal in part.goals),
    )  # fmt: skip
    text = "".join(f"## {title}\n\n{part.text}" for title, part in parts.items())
    notes = (ROOT / "tools" / "benchmarks" / "notes.md").read_text("utf-8").lstrip("\n")
    (ROOT / "docs" / "benchmarks.md").write_text(f"{head}{text}{notes}", "utf-8")


def _machine() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").split("\n")
    return next((line.partition(": ")[2].strip() for line in lines if "model name" in line), platform.machine())


if __name__ == "__main__":
    main()
