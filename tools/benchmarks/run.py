"""Measure ecoreport beside what a user would take instead, and write docs/benchmarks.md: `python tools/benchmarks/run.py`.

All figures in that file are written by this program. It needs GNU time, a package index, and about ten minutes.
"""

import datetime as dt
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import environment
from measure import Cost, interleaved, run_once, slope
from projects import MOST_YEARS, ROOT, SOURCE, of_many_projects, of_many_years, of_one_long_year, of_one_year

PEERS = ROOT / "tools" / "benchmarks" / "peers"
DEPENDENCIES = "import click, yaml, jinja2.sandbox; from pydantic import BaseModel\nclass A(BaseModel): x: int"
TYPST = (
    "import sys, typst; source, data, target = sys.argv[1:]; "
    "open(target, 'wb').write(typst.compile(source, root='/', sys_inputs={'source': data}))"
)
LONG = (1, 10, 100, 1000)
MANY = (625, 1250, 2500, 5000, 10_000)
ROUNDS, BATCH_ROUNDS, BATCH, PROVINCE, MOST_MEMORY = 15, 5, 200, 5000, 90
REPORTS_A_YEAR, MINUTES = 84_000, 15  # some 2,800 counties, 30 departments each
PASS, VERSION, CHECK, BUILD, IMPORTS, STRAIGHT, DOCXTPL, PANDOC = (
    "`python -c pass`", "**`ecoreport --version`**", "**`ecoreport check 2023`**",
    "**`ecoreport build 2023`** (check, md, docx)", "ecoreport's dependencies, imported",
    "straight-line script, md and docx", "docxtpl", "pandoc, a process a report",
)  # fmt: skip
CHECK_LAST, CHECK_ALL = "**`ecoreport check -C examples/shili 2024`**", "**`ecoreport check -C examples/shili --all`**"
ALL, ALL_2 = "**`ecoreport build --all`** (check, md, docx)", "**`ecoreport build --all -j 2`**"


class Bench(NamedTuple):
    """Where it is measured: a folder for what comes out, and the programs."""

    folder: Path
    programs: Path
    pandoc: str

    @property
    def ecoreport(self) -> str:
        """The program, as a user has it."""
        return str(self.programs / "ecoreport")

    @property
    def python(self) -> str:
        """The Python that the peers run with."""
        return str(self.programs / "python")

    def peer(self, name: str, *arguments: object) -> list[str]:
        """A peer's command."""
        return [self.python, str(PEERS / name), *map(str, arguments)]


def prepared(folder: Path) -> Bench:
    """Everything installed, and the Word template that docxtpl and pandoc start from."""
    programs = environment.made(folder)
    python = str(programs / "python")
    where = [python, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"]
    pandoc = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    template = f"import sys; sys.path.insert(0, {str(PEERS)!r}); import templated; templated.template(sys.argv[1])"
    subprocess.run([python, "-c", template, str(folder / "template.docx")], check=True)
    return Bench(folder, programs, pandoc)


def whole(bench: Bench) -> Mapping[str, Sequence[str]]:
    """The commands that are compared as whole processes, each on the report of 2023."""
    folder, text = bench.folder, ROOT / "reports" / "2023.md"
    template = folder / "template.docx"
    found: dict[str, Sequence[str]] = {
        PASS: [bench.python, "-c", "pass"],
        IMPORTS: [bench.python, "-c", DEPENDENCIES],
        VERSION: [bench.ecoreport, "--version"],
        CHECK: [bench.ecoreport, "check", "2023"],
        "**`ecoreport build 2023 -f md`**": [bench.ecoreport, "build", "2023", "-f", "md"],
        BUILD: [bench.ecoreport, "build", "2023"],
        "straight-line script, md": bench.peer("straight.py", SOURCE, folder / "a", "md"),
        STRAIGHT: bench.peer("straight.py", SOURCE, folder / "b", "md", "docx"),
        DOCXTPL: bench.peer("templated.py", SOURCE, folder / "c.docx", template),
        "python-docx alone, out of Markdown": bench.peer("plain_docx.py", text, folder / "d.docx"),
        "pandoc, md to docx": [bench.pandoc, str(text), "--reference-doc", str(template), "-o", str(folder / "e.docx")],
        "typst, YAML to PDF": [bench.python, "-c", TYPST, str(PEERS / "report.typ"), str(SOURCE), str(folder / "f.pdf")],
    }  # fmt: skip
    if program := environment.rendercv(folder):
        subprocess.run([program, "new", "A"], cwd=folder, capture_output=True, check=True)
        sample = str(next(folder.glob("*_CV.yaml")))
        found["rendercv render, its own sample to Typst, Markdown, HTML"] = [
            str(program), "render", sample, "--dont-generate-pdf", "--dont-generate-png"  # its PDF asks the network
        ]  # fmt: skip
    return found


def whole_processes(bench: Bench) -> Iterator[str]:
    """The table of whole processes, and the goals that hang on it."""
    of_one_year(bench.folder / "one")
    costs = interleaved(whole(bench), bench.folder / "one", ROUNDS)
    base = costs[PASS].wall
    rows = (
        f"{name} | {cost.wall * 1000:.0f} | {cost.wall / base:.1f} | {cost.cpu * 1000:.0f} | {cost.memory:.0f}"
        for name, cost in costs.items()
    )
    yield from _table("command | ms | × pass | CPU ms | MB", rows)
    yield from _table(
        "goal | reached",
        (
            _at_most("`build 2023` ≤ 1.2 × the straight-line script", costs[BUILD], costs[STRAIGHT], 1.2),
            _at_most("`check` ≤ 1.1 × importing its dependencies", costs[CHECK], costs[IMPORTS], 1.1),
            _at_most("`--version` ≤ 5 × `python -c pass`", costs[VERSION], costs[PASS], 5),
        ),
    )


def several_years(bench: Bench) -> Iterator[str]:
    """What is parsed and evaluated for one year is not done again for the next."""
    shutil.copytree(ROOT / "examples" / "shili", bench.folder / "examples" / "shili")
    commands = {name: [bench.ecoreport, *name.strip("*`").split()[1:]] for name in (VERSION, CHECK_LAST, CHECK_ALL)}
    costs = interleaved(commands, bench.folder, ROUNDS)
    yield from _table("command | CPU ms", (f"{name} | {one.cpu * 1000:.0f}" for name, one in costs.items()))
    own = [costs[name].cpu - costs[VERSION].cpu for name in (CHECK_ALL, CHECK_LAST)]
    told = f"{'yes' if own[0] <= 3 * own[1] else 'no'}: {own[0] / own[1]:.2f}"
    yield from _table("goal | reached", [f"`check --all` of 3 years ≤ 3 × one, without the start | {told}"])


def _at_most(said: str, ours: Cost, theirs: Cost, most: float) -> str:
    ratio = ours.wall / theirs.wall
    return f"{said} | {'yes' if ratio <= most else 'no'}: {ratio:.2f}"


def batches(bench: Bench) -> Iterator[str]:
    """Reports a second in one process, and what -j 2 makes of it."""
    of_many_years(bench.folder / "batch", BATCH)
    folder, text = bench.folder, ROOT / "reports" / "2023.md"
    straight = f"import sys; sys.path.insert(0, {str(PEERS)!r}); import straight\nfor at in range({BATCH}): straight.main({str(SOURCE)!r}, '{folder}/s', 'md', 'docx')"
    pandoc = f"import subprocess\nfor at in range({BATCH}): subprocess.run({[bench.pandoc, str(text), '-o', str(folder / 'p.docx')]!r}, check=True)"
    commands = {
        ALL: [bench.ecoreport, "build", "--all"],
        ALL_2: [bench.ecoreport, "build", "--all", "-j", "2"],
        STRAIGHT: [bench.python, "-c", straight],
        DOCXTPL: bench.peer("templated.py", SOURCE, folder / "t.docx", folder / "template.docx", BATCH),
        "python-docx alone": bench.peer("plain_docx.py", text, folder / "d.docx", BATCH),
        PANDOC: [bench.python, "-c", pandoc],
    }
    costs = interleaved(commands, bench.folder / "batch", BATCH_ROUNDS)
    rows = (
        f"{name} | {BATCH / one.wall:.0f} | {BATCH / one.cpu:.0f} | {one.memory:.0f}" for name, one in costs.items()
    )
    yield f"{BATCH} reports, {BATCH_ROUNDS} interleaved rounds:\n\n"
    yield from _table("program | reports/s | reports/s of CPU | MB", rows)
    of_many_years(bench.folder / "most", MOST_YEARS)
    memory = run_once([bench.ecoreport, "build", "--all"], bench.folder / "most").memory
    held = f"{MOST_YEARS} reports in one process ≤ {MOST_MEMORY} MB | {'yes' if memory <= MOST_MEMORY else 'no'}: {memory:.0f} MB"
    yield from _table("goal | reached", (_at_least(2.3, costs[ALL], costs, DOCXTPL), held))


def _at_least(times: float, ours: Cost, costs: Mapping[str, Cost], peer: str) -> str:
    ratio = costs[peer].cpu / ours.cpu
    return f"`build --all` ≥ {times} × {peer}, per core | {'yes' if ratio >= times else 'no'}: {ratio:.1f}"


def scale(bench: Bench) -> Iterator[str]:
    """One report made long, and many files in one run."""
    long = {}
    for times in LONG:
        of_one_long_year(bench.folder / f"long{times}", times)
        long[times] = run_once([bench.ecoreport, "build", "2023"], bench.folder / f"long{times}")
    yield from _growth("the report, times over", long)
    yield _slopes("From 10 to 1,000 times", {times: cost for times, cost in long.items() if times > 1})
    many = {}
    for count in MANY:
        of_many_projects(bench.folder / f"many{count}", count)
        many[count] = run_once([bench.ecoreport, "build", "-C", "*"], bench.folder / f"many{count}")
    yield from _growth(f"year files in one run, up to {MOST_YEARS} a project", many)
    yield _slopes(f"From {MANY[0]:,} to {MANY[-1]:,} files", many)
    yield from _province(bench)


def _growth(what: str, costs: Mapping[int, Cost]) -> Iterator[str]:
    return _table(f"{what} | s | MB", (f"{size:,} | {one.wall:.2f} | {one.memory:.0f}" for size, one in costs.items()))


def _slopes(said: str, costs: Mapping[int, Cost]) -> str:
    time, memory = (slope([(size, getattr(cost, key)) for size, cost in costs.items()]) for key in ("wall", "memory"))
    return f"{said}: slope of time {time:.2f}, of memory {memory:.2f} (1 is in proportion; goal: at most 1.1).\n\n"


def _province(bench: Bench) -> Iterator[str]:
    """5,000 reports by one process and by two, scaled to a year's."""
    of_many_projects(bench.folder / "province", PROVINCE)
    command = [bench.ecoreport, "build", "-C", "*", "-j"]
    one, two = (run_once([*command, jobs], bench.folder / "province").wall for jobs in ("1", "2"))
    minutes = two * REPORTS_A_YEAR / PROVINCE / 60
    yield from _table(
        "goal | reached",
        (
            f"`-j 2` ≥ 1.7 × `-j 1`, {PROVINCE:,} reports ({one:.0f} s and {two:.0f} s) | {'yes' if one >= 1.7 * two else 'no'}: {one / two:.2f}",
            f"{REPORTS_A_YEAR:,} reports within {MINUTES} minutes by `-j 2`, scaled | {'yes' if minutes <= MINUTES else 'no'}: {minutes:.1f} minutes",
        ),
    )


def _table(head: str, rows: Iterable[str]) -> Iterator[str]:
    """A table whose first column is text and whose others are numbers, but for that of goals."""
    columns = head.count("|")
    yield f"| {head} |\n|---|{'---|' if head.startswith('goal') else '--:|' * columns}\n"
    yield from (f"| {row} |\n" for row in rows)
    yield "\n"


HEAD = """\
# Benchmarks

Written by `python tools/benchmarks/run.py`, not by hand: {day}, {machine}, {cores} cores, Python {python}. Whole processes are the medians
of {rounds} interleaved rounds; ratios say more than milliseconds. ecoreport is installed from its wheel, as users have it.

The peers read the same report: `tools/benchmarks/peers/`. The straight-line script prints the very same text, and checks nothing.
"""


def main() -> None:
    """Measure everything; write the document."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").split("\n")
    machine = next((line.partition(": ")[2].strip() for line in lines if "model name" in line), platform.machine())
    told = HEAD.format(
        day=dt.datetime.now(tz=dt.UTC).date(), machine=machine, cores=os.cpu_count(),
        python=platform.python_version(), rounds=ROUNDS,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        bench = prepared(Path(temporary))
        for title, part in (
            ("Whole processes", whole_processes),
            ("Several years", several_years),
            ("In one process", batches),
            ("Scale", scale),
        ):
            told += f"\n## {title}\n\n{''.join(part(bench)).rstrip()}\n"
            print(told.rpartition("## ")[2])
    (ROOT / "docs" / "benchmarks.md").write_text(
        told + (ROOT / "tools" / "benchmarks" / "notes.md").read_text("utf-8"), "utf-8"
    )


if __name__ == "__main__":
    main()
