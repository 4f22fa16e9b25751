"""The program interrupted at a chosen moment after its entry script has begun."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

# What the console script does; the pipe tells that its first line, which sees to interrupts, is done.
_SCRIPT = """
import os, sys
from ecoreport.cli import interrupts
from ecoreport.cli.start import main

def first(real=interrupts.exit_at_once):
    real()
    interrupts.exit_at_once = real
    os.close({})

interrupts.exit_at_once = first
sys.exit(main())
"""
_PATIENCE = 60


class Ended(NamedTuple):
    """How a run ended: exit code, what it said, how long it took."""

    code: int
    said: str
    seconds: float


def interrupted(folder: Path, arguments: list[str], after: float | None, *, all_of_it: bool = True) -> Ended:
    """Run the command and press Ctrl-C so many seconds after it has begun; None lets it end by itself.

    A terminal interrupts every process that the program has started, `all_of_it`; another program that one alone.
    """
    reading, writing = os.pipe()
    command = [sys.executable, "-c", _SCRIPT.format(writing), *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=[writing],
        start_new_session=True,
    ) as running:
        os.close(writing)
        os.read(reading, 1)
        os.close(reading)
        began = time.monotonic()
        if after is not None:
            time.sleep(after)
            if all_of_it:
                os.killpg(running.pid, signal.SIGINT)
            else:
                running.send_signal(signal.SIGINT)
        said, _ = running.communicate(timeout=_PATIENCE)
        return Ended(running.returncode, said.decode(errors="replace"), time.monotonic() - began)
