"""Builds killed at random moments: `killing.py PROJECT ROUNDS SEED` prints how many, and what it found that may not be.

Run as a program, so that forking it copies nothing of pytest's.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from ecoreport.build import build_year
from ecoreport.cli.main import run
from ecoreport.project import Project

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


def main(folder: Path, rounds: int, seed: int) -> None:
    """Change a figure, begin a build, kill it, look at what is there; in the end build once more and look again."""
    os.chdir(folder)
    chance = random.Random(seed)  # noqa: S311 - repeatable
    year, project = folder / "data" / "2024.yaml", Project(folder, folder)
    source = year.read_text("utf-8")
    whole: dict[str, set[bytes]] = {"md": set(), "docx": set()}
    finished = 0
    run(["build", "2024"])
    longest = 1.5 * _seconds()
    for at in range(rounds):
        year.write_text(source + f"annotation: 第{at}次\n", "utf-8")
        inputs = project.inputs()
        for form, data in build_year(inputs, inputs.years.files[2024], ("md", "docx")).outputs.items():
            whole[form].add(data)
        if at == 0:
            whole = {form: data | {(folder / "reports" / f"2024.{form}").read_bytes()} for form, data in whole.items()}
        ended = killed(chance.choice(SIGNALS), chance.random() * longest)
        finished += ended
        longest *= 0.95 if ended else 1.02  # the machine may be busier or quieter by now
        for form in whole:
            found = (folder / "reports" / f"2024.{form}").read_bytes()
            if found not in whole[form]:
                print(f"round {at}: {form} is neither old nor new, {len(found)} bytes")
    run(["build", "2024"])
    print(f"{rounds} rounds, {finished} ended by themselves")
    print(*sorted(path.name for path in (folder / "reports").iterdir()))


def killed(number: int, after: float) -> bool:
    """A build in a process of its own, sent the signal after so many seconds; whether it was done by then."""
    child = _begun()
    time.sleep(after)
    os.kill(child, number)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _seconds() -> float:
    """How long a build takes that nobody kills: the median of seven."""
    taken = []
    for _ in range(7):
        begun = time.perf_counter()
        os.waitpid(_begun(), 0)
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[3]


def _begun() -> int:
    """A build in a process of its own."""
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        os._exit(_code())
    return child


def _code() -> int:
    """The build's exit code; a signal that comes outside of it ends the child as well."""
    try:
        return run(["build", "2024"])
    except BaseException:  # noqa: BLE001 - this process is about to end whatever it was
        return 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
