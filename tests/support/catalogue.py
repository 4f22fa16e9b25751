"""The catalogue's examples as year files, and what is found in them."""

import re
from pathlib import Path

from ecoreport.check import check_year
from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.problems.diagnostic import Problem
from ecoreport.project import Project

SOUND = """\
year: 2024
issuer: 示例区生态环境局
date: 2025-01-20
addressees: [区委, 区政府]
measures:
  - {title: 依法决策, text: 规范决策。}
shortcomings:
  - {id: archive, problem: 归档不规范, cause: 台账不细}
leader_duties: [{text: 履行推进法治建设第一责任人职责。}]
next_year_plan:
  - {title: 规范归档, text: 逐卷核对。, answers: [archive]}
"""


# The year before, with nothing in it that the sound file repeats.
BEFORE = (
    SOUND.replace("2025", "2024")
    .replace("year: 2024", "year: 2023")
    .replace("归档不规范", "宣传不够")
    .replace("id: archive", "id: publicity")
    .replace("[archive]", "[publicity]")
)


ENTRIES = catalogue()


SHOWN = [entry for entry in ENTRIES.values() if entry.wrong]


def example(text: str, entry: Code) -> str:
    """The whole file of an example."""
    return text if entry.whole else merged(SOUND, text)


def merged(sound: str, own: str) -> str:
    """The file `sound` with the top-level keys of `own` in place of its own."""
    blocks = dict(_blocks(sound))
    added = _blocks(own)
    for key, _ in added:
        blocks.pop(key, None)
    return "".join(blocks.values()) + "".join(block for _, block in added)


def _blocks(text: str) -> list[tuple[str, str]]:
    """The top-level keys of a text with all that stands below each."""
    if text and not text.endswith("\n"):
        text += "\n"
    parts = re.split(r"^(?=[^\s#-])", text, flags=re.MULTILINE)
    return [(re.split("[:：]", part)[0], part) for part in parts if part]


def problems(text: str, project: Path, before: str = "") -> tuple[Problem, ...]:
    """What `check` finds in a file of that text, beside a year before with those keys."""
    (project / "data" / "2024.yaml").write_text(text, "utf-8")
    (project / "data" / "2023.yaml").unlink(missing_ok=True)
    if before:
        (project / "data" / "2023.yaml").write_text(merged(BEFORE, before), "utf-8")
    inputs = Project(project, project).inputs()
    return check_year(inputs, inputs.years.files[2024]).problems


def codes(text: str, project: Path, before: str = "") -> list[str]:
    """Their codes."""
    return [problem.code for problem in problems(text, project, before)]
