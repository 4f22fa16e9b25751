"""Measure ecoreport beside what a user would take instead, and write docs/benchmarks.md: `python benchmarks/run.py`.

All figures in that file are written by this program; the peers run with the Python that runs it.
"""

import datetime as dt
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pypandoc
from measure import Cost, interleaved, run_once, slope
from peers import templated
from projects import ROOT, SOURCE, of_many_years, of_one_long_year

PEERS = ROOT / "benchmarks" / "peers"
BIN = Path(sys.executable).parent
ECOREPORT, PYTHON = str(BIN / "ecoreport"), sys.executable
DEPENDENCIES = "import click, yaml, jinja2.sandbox; from pydantic import BaseModel\nclass A(BaseModel): x: int"
ROUNDS, BATCH, MANY = 15, 100, 500
REPORTS_A_YEAR = 84_000  # some 2,800 counties, 30 departments each


def whole(folder: Path) -> Mapping[str, Sequence[str]]:
    """The commands that are compared as whole processes, each on the report of 2023."""
    source, text = str(SOURCE), str(ROOT / "reports" / "2023.md")
    template = str(folder / "template.docx")
    templated.template(template)
    cv = folder / "cv"
    found = {
        "`python -c pass`": [PYTHON, "-c", "pass"],
        "ecoreport's dependencies, imported": [PYTHON, "-c", DEPENDENCIES],
        "**`ecoreport --version`**": [ECOREPORT, "--version"],
        "**`ecoreport check 2023`**": [ECOREPORT, "check", "2023"],
        "**`ecoreport build 2023 -f md`**": [ECOREPORT, "build", "2023", "-f", "md"],
        "**`ecoreport build 2023`** (check, md, docx)": [ECOREPORT, "build", "2023"],
        "straight-line script, md": [PYTHON, str(PEERS / "straight.py"), source, str(folder / "a"), "md"],
        "straight-line script, md and docx": [PYTHON, str(PEERS / "straight.py"), source, str(folder / "b"), "md", "docx"],
        "docxtpl": [PYTHON, str(PEERS / "templated.py"), source, str(folder / "c.docx"), template],
        "python-docx alone, out of Markdown": [PYTHON, str(PEERS / "plain_docx.py"), text, str(folder / "d.docx")],
        "pandoc, md to docx": [pypandoc.get_pandoc_path(), text, "--reference-doc", template, "-o", str(folder / "e.docx")],
        "typst, YAML to PDF": [PYTHON, "-c", _TYPST, str(PEERS / "report.typ"), source, str(folder / "f.pdf")],
    }  # fmt: skip
    if (BIN / "rendercv").exists():
        subprocess.run([BIN / "rendercv", "new", "A"], cwd=folder, capture_output=True, check=False)
        made = next(folder.glob("*_CV.yaml"), None)
        if made:
            cv.mkdir()
            found["rendercv render (its own sample)"] = [str(BIN / "rendercv"), "render", str(made)]
    return found


_TYPST = (
    "import sys, typst; source, data, target = sys.argv[1:]; "
    "open(target, 'wb').write(typst.compile(source, root='/', sys_inputs={'source': data}))"
)


def whole_processes(folder: Path) -> Iterator[str]:
    """The table of whole processes, and the goals that hang on it."""
    costs = interleaved(whole(folder), _project(folder, "one"), ROUNDS)
    base = costs["`python -c pass`"].wall
    yield "| command | ms | × pass | CPU ms | MB |\n|---|--:|--:|--:|--:|\n"
    for name, cost in costs.items():
        yield f"| {name} | {cost.wall * 1000:.0f} | {cost.wall / base:.1f} | {cost.cpu * 1000:.0f} | {cost.memory:.0f} |\n"
    yield "\n| goal | reached |\n|---|---|\n"
    build = costs["**`ecoreport build 2023`** (check, md, docx)"]
    yield _goal(
        "`build 2023` ≤ 1.25 × the straight-line script", build, costs["straight-line script, md and docx"], 1.25
    )
    yield _goal("`build 2023` ≤ docxtpl", build, costs["docxtpl"], 1)
    check = costs["**`ecoreport check 2023`**"]
    yield _goal("`check` ≤ 1.1 × importing its dependencies", check, costs["ecoreport's dependencies, imported"], 1.1)
    yield _goal("`--version` ≤ 5 × `python -c pass`", costs["**`ecoreport --version`**"], costs["`python -c pass`"], 5)


def _goal(said: str, ours: Cost, theirs: Cost, most: float) -> str:
    ratio = ours.wall / theirs.wall
    return f"| {said} | {'yes' if ratio <= most else 'no'}: {ratio:.2f} |\n"


def batches(folder: Path) -> Iterator[str]:
    """Reports a second in one process, and what -j 2 makes of it."""
    project = _project(folder, "batch", BATCH)
    template, text = str(folder / "template.docx"), str(ROOT / "reports" / "2023.md")
    loop = f"import sys; sys.path.insert(0, {str(PEERS)!r}); import straight\nfor at in range({BATCH}): straight.main({str(SOURCE)!r}, '{folder}/s', 'md', 'docx')"
    pandoc = f"import subprocess\nfor at in range({BATCH}): subprocess.run({[pypandoc.get_pandoc_path(), text, '-o', str(folder / 'p.docx')]!r}, check=True)"
    commands = {
        "**`ecoreport build --all`** (check, md, docx)": [ECOREPORT, "build", "--all"],
        "**`ecoreport build --all -j 2`**": [ECOREPORT, "build", "--all", "-j", "2"],
        "straight-line script, md and docx": [PYTHON, "-c", loop],
        "docxtpl": [PYTHON, str(PEERS / "templated.py"), str(SOURCE), str(folder / "t.docx"), template, str(BATCH)],
        "python-docx alone": [PYTHON, str(PEERS / "plain_docx.py"), text, str(folder / "d.docx"), str(BATCH)],
        "pandoc, a process a report": [PYTHON, "-c", pandoc],
    }
    costs = interleaved(commands, project, 5)
    rates = {name: BATCH / cost.wall for name, cost in costs.items()}
    yield f"{BATCH} reports:\n\n| program | reports/s | CPU s | MB |\n|---|--:|--:|--:|\n"
    for name, cost in costs.items():
        yield f"| {name} | {rates[name]:.0f} | {cost.cpu:.1f} | {cost.memory:.0f} |\n"
    ours = rates["**`ecoreport build --all`** (check, md, docx)"]
    yield "\n| goal | reached |\n|---|---|\n"
    for peer, least in (("docxtpl", 5), ("pandoc, a process a report", 8)):
        yield f"| `build --all` ≥ {least} × {peer} | {'yes' if ours >= least * rates[peer] else 'no'}: {ours / rates[peer]:.1f} |\n"


def scale(folder: Path) -> Iterator[str]:
    """One report made long, one project made large, and a province's reports."""
    yield "| the report, times over | s | MB |\n|--:|--:|--:|\n"
    sizes = []
    for times in (1, 10, 100, 1000):
        of_one_long_year(folder / f"long{times}", times)
        cost = run_once([ECOREPORT, "build", "2023"], folder / f"long{times}")
        sizes.append((times, cost))
        yield f"| {times} | {cost.wall:.2f} | {cost.memory:.0f} |\n"
    yield f"\nFrom 10 to 1,000 times: slope of time {_slope(sizes[1:], 'wall')}, of memory {_slope(sizes[1:], 'memory')} (1 is in proportion).\n\n"
    yield "| year files in one project | s | MB |\n|--:|--:|--:|\n"
    counts = []
    for count in (62, 125, 250, MANY):
        cost = run_once([ECOREPORT, "build", "--all"], _project(folder, f"many{count}", count))
        counts.append((count, cost))
        yield f"| {count} | {cost.wall:.2f} | {cost.memory:.0f} |\n"
    yield f"\nSlope of time {_slope(counts, 'wall')}, of memory {_slope(counts, 'memory')}.\n\n"
    yield from _province(folder)


def _province(folder: Path) -> Iterator[str]:
    """5,000 reports, as ten projects, by one process and by two, scaled to a year's."""
    spent = {}
    for jobs in ("1", "2"):
        spent[jobs] = sum(
            run_once([ECOREPORT, "build", "--all", "-j", jobs], _project(folder, f"p{at}", MANY)).wall
            for at in range(10)
        )
    count = 10 * MANY
    minutes = spent["2"] * REPORTS_A_YEAR / count / 60
    yield f"{count:,} reports in ten projects: {spent['1']:.0f} s with `-j 1`, {spent['2']:.0f} s with `-j 2` ({spent['1'] / spent['2']:.2f} ×); "
    yield f"{REPORTS_A_YEAR:,} reports, scaled: {minutes:.1f} minutes with `-j 2` (goals: 1.7 ×, 15 minutes).\n"


def _slope(points: Sequence[tuple[int, Cost]], key: str) -> str:
    return f"{slope([(size, getattr(cost, key)) for size, cost in points]):.2f}"


def _project(folder: Path, name: str, count: int = 0) -> Path:
    project = folder / name
    if not project.exists():
        if count:
            of_many_years(project, count)
        else:
            (project / "data").mkdir(parents=True)
            shutil.copy(SOURCE, project / "data")
    return project


HEAD = """\
# Benchmarks

Written by `python benchmarks/run.py` (`pip install --group bench -e .` before it), not by hand: {day}, {machine}, {cores} cores,
Python {python}. Whole processes are the medians of {rounds} interleaved rounds; ratios say more than milliseconds.

The peers read the same report: `benchmarks/peers/`. The straight-line script prints the very same text, and checks nothing.
"""


def main() -> None:
    """Measure everything; write the document."""
    machine = next(
        (
            line.partition(": ")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().split("\n")
            if "model name" in line
        ),
        "",
    )
    told = HEAD.format(
        day=dt.datetime.now(tz=dt.UTC).date(), machine=machine or platform.machine(), cores=os.cpu_count(),
        python=platform.python_version(), rounds=ROUNDS,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as temporary:
        for title, part in (("Whole processes", whole_processes), ("In one process", batches), ("Scale", scale)):
            told += f"\n## {title}\n\n{''.join(part(Path(temporary)))}"
            print(told.rpartition("## ")[2])
    (ROOT / "docs" / "benchmarks.md").write_text(told + (ROOT / "benchmarks" / "notes.md").read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    main()
