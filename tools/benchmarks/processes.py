"""Whole processes, each on the report of 2023: ecoreport's commands, what it loads, and what a user would take instead."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence

import environment
from bench import PEERS, Bench
from measure import interleaved
from page import Goal, Part, at_most, table
from projects import ROOT, SOURCE, of_one_year

ROUNDS = 15
_IMPORTS = "import click, yaml, jinja2.sandbox; from pydantic import BaseModel\nclass A(BaseModel): x: int"
_TYPST = (
    "import sys, typst; source, data, target = sys.argv[1:]; "
    "open(target, 'wb').write(typst.compile(source, root='/', sys_inputs={'source': data}))"
)
PASS, VERSION, CHECK, BUILD, LOADED, LOADED_ALL, STRAIGHT = (
    "`python -c pass`", "**`ecoreport --version`**", "**`ecoreport check 2023`**",
    "**`ecoreport build 2023`** (check, md, docx)", "click, PyYAML, Jinja2, pydantic imported, one model built",
    "the same and python-docx", "straight-line script, md and docx",
)  # fmt: skip
_LAST, _ALL = "**`ecoreport check -C examples/shili 2024`**", "**`ecoreport check -C examples/shili --all`**"


def _commands(bench: Bench) -> Mapping[str, Sequence[str]]:
    folder, text = bench.folder, ROOT / "reports" / "2023.md"
    found: dict[str, Sequence[str]] = {
        PASS: [bench.python, "-c", "pass"],
        LOADED: [bench.python, "-c", _IMPORTS],
        LOADED_ALL: [bench.python, "-c", f"{_IMPORTS}\nimport docx"],
        VERSION: bench.ecoreport("--version"),
        CHECK: bench.ecoreport("check", "2023"),
        "**`ecoreport build 2023 -f md`**": bench.ecoreport("build", "2023", "-f", "md"),
        BUILD: bench.ecoreport("build", "2023"),
        "straight-line script, md": bench.peer("straight.py", SOURCE, folder / "a", "md"),
        STRAIGHT: bench.peer("straight.py", SOURCE, folder / "b", "md", "docx"),
        "docxtpl": bench.peer("templated.py", SOURCE, folder / "c.docx", bench.template),
        "python-docx alone, out of Markdown": bench.peer("plain_docx.py", text, folder / "d.docx"),
        "pandoc, md to docx": [
            bench.pandoc, str(text), "--reference-doc", str(bench.template), "-o", str(folder / "e.docx")
        ],
        "typst, YAML to PDF": [
            bench.python, "-c", _TYPST, str(PEERS / "report.typ"), str(SOURCE), str(folder / "f.pdf")
        ],
    }  # fmt: skip
    if program := environment.rendercv(folder):
        subprocess.run([program, "new", "A"], cwd=folder, capture_output=True, check=True)
        sample = str(next(folder.glob("*_CV.yaml")))
        found["rendercv render, its own sample to Typst, Markdown, HTML"] = [
            str(program), "render", sample, "--dont-generate-pdf", "--dont-generate-png"  # its PDF asks the network
        ]  # fmt: skip
    return found


def whole(bench: Bench) -> Part:
    """One report, by every program."""
    of_one_year(bench.folder / "one")
    costs = interleaved(_commands(bench), bench.folder / "one", ROUNDS)
    cpu = {name: cost.cpu for name, cost in costs.items()}
    rows = (
        f"{name} | {cost.cpu * 1000:.0f} | {cost.cpu / cpu[PASS]:.1f} | {cost.wall * 1000:.0f} | {cost.memory:.0f}"
        for name, cost in costs.items()
    )
    return Part(
        table("command | CPU ms | × pass | ms | MB", rows),
        (
            at_most("`build 2023` ≤ {} × the straight-line script", cpu[BUILD], cpu[STRAIGHT], 1.1),
            at_most("`build 2023` ≤ {} × the imports with python-docx", cpu[BUILD], cpu[LOADED_ALL], 1.3),
            at_most("`check 2023` ≤ {} × the imports", cpu[CHECK], cpu[LOADED], 1.1),
            at_most("`--version` ≤ {} × `python -c pass`", cpu[VERSION], cpu[PASS], 1.2),
        ),
    )


def several_years(bench: Bench) -> Part:
    """What is parsed and evaluated for one year is not done again for the next."""
    shutil.copytree(ROOT / "examples" / "shili", bench.folder / "examples" / "shili")
    commands = {name: bench.ecoreport(*name.strip("*`").split()[1:]) for name in (VERSION, _LAST, _ALL)}
    costs = interleaved(commands, bench.folder, ROUNDS)
    one, three = (costs[name].cpu - costs[VERSION].cpu for name in (_LAST, _ALL))
    return Part(
        table("command | CPU ms", (f"{name} | {one.cpu * 1000:.0f}" for name, one in costs.items())),
        (Goal("`check --all` of 3 years ≤ 3 × one, without the start", three <= 3 * one, f"{three / one:.2f}"),),
    )
