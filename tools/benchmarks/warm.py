"""What commands cost in a process that has done them before, as ratios: bringing edits back, comparing, matching."""

import json
import subprocess
from pathlib import Path

import environment
from bench import Bench
from page import Goal, Part, at_most, table
from projects import of_two_long_sections, of_two_long_years

PAGES, ITEMS = 40, 500
_MOST_SECONDS = 1.0
_SAID = {
    "build": "`build` (check, md, docx)",
    "few": "`import FILE --into YEAR`, an edit in every 20th paragraph",
    "every": "`import FILE --into YEAR`, an edit in every paragraph",
    "check": "`check` of both years",
    "diff": "`diff` of the two",
    "items": f"`diff` of two years of {ITEMS} items each, which all share their words",
}


def long_years(bench: Bench) -> Part:
    """Two years of so many pages, nearly every item changed; and a section of very many items."""
    long, items, told = (bench.folder / name for name in ("warm", "items", "warm.json"))
    of_two_long_years(long, PAGES)
    of_two_long_sections(items, ITEMS)
    script = Path(__file__).with_name("inside.py")
    subprocess.run([bench.python, script, long, items, told], check=True, env=environment.clean())
    took: dict[str, float] = json.loads(told.read_text("utf-8"))
    rows = (f"{said} | {took[name] * 1000:.0f} | {took[name] / took['build']:.1f}" for name, said in _SAID.items())
    return Part(
        f"Two made-up years of {PAGES} pages each:\n\n{table('command | CPU ms | × build', rows)}",
        (
            at_most("bringing back a few edits of 40 pages ≤ {} × their build", took["few"], took["build"], 5),
            at_most("bringing back an edit in every paragraph ≤ {} × the build", took["every"], took["build"], 5),
            at_most("`diff` of two years of 40 pages ≤ {} × `check` of both", took["diff"], took["check"], 1.5),
            Goal(
                f"a section of {ITEMS} items matched, read and told ≤ {_MOST_SECONDS:.0f} s",
                took["items"] <= _MOST_SECONDS,
                f"{took['items']:.2f} s",
            ),
        ),
    )
