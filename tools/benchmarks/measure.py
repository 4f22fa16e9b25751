"""Run commands in turn and take the median of each: wall clock, CPU time and peak memory as the kernel counts them.

hyperfine and pyperf finish one command before they begin the next; on a noisy machine that compares hours of the
day. Here each round runs every command once, in another order each time.
"""

import math
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import environment


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock, seconds of CPU with its children, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def run_once(command: Sequence[str], folder: Path) -> Cost:
    """The command's cost; CalledProcessError where it fails."""
    with tempfile.NamedTemporaryFile("r") as told:
        # GNU time stands between, for a child's peak counts what its parent held when it was forked.
        timed = ["/usr/bin/time", "-o", told.name, "-f", "%U %S %M", *command]
        started = time.perf_counter()
        quiet = subprocess.DEVNULL
        subprocess.run(timed, cwd=folder, stdout=quiet, stderr=quiet, check=True, env=environment.clean())
        wall = time.perf_counter() - started
        user, system, memory = told.read().split()
    return Cost(wall, float(user) + float(system), float(memory) / 1024)


def interleaved(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> Mapping[str, Cost]:
    """The median cost of each command after `rounds` rounds; the first round only warms up."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    order = list(commands)
    shuffle = random.Random(9704).shuffle  # noqa: S311 - the same order on every machine
    for at in range(rounds + 1):
        shuffle(order)
        for name in order:
            cost = run_once(commands[name], folder)
            if at:
                costs[name].append(cost)
    return {name: _median(found) for name, found in costs.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(getattr(one, key) for one in costs) for key in ("wall", "cpu", "memory")))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the points on double logarithmic paper: 1 is in proportion."""
    xs, ys = zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)
    return statistics.linear_regression(xs, ys).slope
