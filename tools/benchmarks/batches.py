"""Many reports in one process: reports a second, what -j 2 makes of them, and what it all holds in memory."""

from bench import PEERS, Bench
from measure import interleaved, run_once
from page import Goal, Part, table
from processes import STRAIGHT
from projects import MOST_YEARS, ROOT, SOURCE, of_many_projects, of_many_years

ROUNDS, BATCH, OF_PANDOC, PROVINCE = 3, 200, 40, 2500
_MOST_MEMORY, _LEAST, _LEAST_FASTER = 85, 2.5, 1.7
REPORTS_A_YEAR, MINUTES = 84_000, 7.5  # some 2,800 counties, 30 departments each
_ALL, _ALL_2 = "**`ecoreport build --all`** (check, md, docx)", "**`ecoreport build --all -j 2`**"
_DOCXTPL, _PANDOC = "docxtpl", "pandoc, a process a report"


def batches(bench: Bench) -> Part:
    """The same reports by every program, in one process where it can."""
    folder, text = bench.folder, ROOT / "reports" / "2023.md"
    of_many_years(folder / "batch", BATCH)
    straight = f"import sys; sys.path.insert(0, {str(PEERS)!r}); import straight\nfor at in range({BATCH}): straight.main({str(SOURCE)!r}, '{folder}/s', 'md', 'docx')"
    pandoc = f"import subprocess\nfor at in range({OF_PANDOC}): subprocess.run({[bench.pandoc, str(text), '-o', str(folder / 'p.docx')]!r}, check=True)"
    commands = {
        _ALL: bench.ecoreport("build", "--all"),
        _ALL_2: bench.ecoreport("build", "--all", "-j", "2"),
        STRAIGHT: [bench.python, "-c", straight],
        _DOCXTPL: bench.peer("templated.py", SOURCE, folder / "t.docx", bench.template, BATCH),
        "python-docx alone": bench.peer("plain_docx.py", text, folder / "d.docx", BATCH),
        _PANDOC: [bench.python, "-c", pandoc],
    }
    costs = interleaved(commands, folder / "batch", ROUNDS)
    counts = {name: OF_PANDOC if name == _PANDOC else BATCH for name in costs}
    rows = (
        f"{name} | {counts[name] / one.wall:.0f} | {counts[name] / one.cpu:.0f} | {one.memory:.0f}"
        for name, one in costs.items()
    )
    of_many_years(folder / "most", MOST_YEARS)
    held = run_once(bench.ecoreport("build", "--all"), folder / "most").memory
    faster = costs[_DOCXTPL].cpu / costs[_ALL].cpu
    return Part(
        f"{BATCH} reports, {ROUNDS} interleaved rounds:\n\n{table('program | reports/s | reports/s of CPU | MB', rows)}",
        (
            Goal(f"`build --all` ≥ {_LEAST} × docxtpl, per core", faster >= _LEAST, f"{faster:.2f}"),
            Goal(f"{MOST_YEARS} reports in one process ≤ {_MOST_MEMORY} MB", held <= _MOST_MEMORY, f"{held:.0f} MB"),
        ),
    )


def province(bench: Bench) -> Part:
    """Many projects by one process and by two, scaled to a year's reports."""
    of_many_projects(bench.folder / "province", PROVINCE)
    one, two = (
        run_once(bench.ecoreport("build", "-C", "*", "-j", jobs), bench.folder / "province") for jobs in ("1", "2")
    )
    rows = (f"{jobs} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.memory:.0f}" for jobs, cost in (("1", one), ("2", two)))
    minutes = two.cpu / 2 * REPORTS_A_YEAR / PROVINCE / 60
    return Part(
        f"{PROVINCE:,} reports in projects of {MOST_YEARS}:\n\n{table('`-j` | s | CPU s | MB', rows)}",
        (
            Goal(
                f"{REPORTS_A_YEAR:,} reports ≤ {MINUTES} minutes of CPU on each of 2 cores, scaled",
                minutes <= MINUTES,
                f"{minutes:.1f} minutes ({two.wall * REPORTS_A_YEAR / PROVINCE / 60:.1f} by the clock)",
            ),
            Goal(
                f"`-j 2` ≥ {_LEAST_FASTER} × `-j 1`", one.wall >= _LEAST_FASTER * two.wall, f"{one.wall / two.wall:.2f}"
            ),
        ),
    )
