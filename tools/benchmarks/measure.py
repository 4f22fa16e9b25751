"""Run commands in turn and take the median of each: wall clock, CPU time and peak memory as the kernel counts them.

hyperfine and pyperf finish one command before they begin the next; on a noisy machine that compares hours of the
day. Here each round runs every command once, in another order each time.
"""

import math
import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import environment


class Cost(NamedTuple):
    """What a command took: seconds on the clock, seconds of CPU with its children, peak memory in MB."""

    wall: float
    cpu: float
    memory: float = 0.0


def run_once(command: Sequence[str], folder: Path) -> Cost:
    """The command's cost; CalledProcessError where it fails."""
    with tempfile.NamedTemporaryFile("r") as told:
        # GNU time stands between, for a child's peak counts what its parent held when it was forked.
        cost = _timed(["/usr/bin/time", "-o", told.name, "-f", "%M", *command], folder)
        return cost._replace(memory=float(told.read().split()[-1]) / 1024)


def _timed(command: Sequence[str], folder: Path) -> Cost:
    """As `run_once`, without memory, which costs a process more; to the microsecond."""
    quiet, started = subprocess.DEVNULL, time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet, env=environment.clean())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime)


def interleaved(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> Mapping[str, Cost]:
    """The median cost of each command after `rounds` rounds; the first round warms up, and tells the memory."""
    memory = {name: run_once(command, folder).memory for name, command in commands.items()}
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    order = list(commands)
    shuffle = random.Random(9704).shuffle  # noqa: S311 - the same order on every machine
    for _ in range(rounds):
        shuffle(order)
        for name in order:
            costs[name].append(_timed(commands[name], folder))
    return {name: _median(found)._replace(memory=memory[name]) for name, found in costs.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(one.wall for one in costs), statistics.median(one.cpu for one in costs))


def slope(points: Mapping[int, float]) -> float:
    """The slope of the line through the points on double logarithmic paper: 1 is in proportion."""
    xs, ys = zip(*((math.log(x), math.log(y)) for x, y in points.items()), strict=True)
    return statistics.linear_regression(xs, ys).slope
