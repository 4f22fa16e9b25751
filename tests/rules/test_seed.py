"""All rules over the seed report as text: each finding is a real fault, and none is missed that was seen by hand."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from support import ROOT
from support.projects import check_of

from ecoreport.problems.diagnostic import Problem

SEED = ROOT.parent / "shared" / "seed" / "2023-report.txt"
KINDS = ("measures", "shortcomings", "leader_duties", "next_year_plan")


@pytest.fixture
def problems(tmp_path: Path) -> tuple[Problem, ...]:
    """What is found in a year file with the seed's paragraphs, numbers left in the text."""
    if not SEED.exists():
        pytest.skip("no ../shared: the seed report is not part of the repository")
    lines = [line.strip() for line in SEED.read_text("utf-8").splitlines() if line.strip()]
    data: dict[str, object] = {
        "year": 2023,
        "issuer": "南开区生态环境局",
        "title": lines[0] + lines[1],
        "lead": lines[2],
    }
    sections: list[tuple[str, list[dict[str, str]]]] = []
    for line in lines[3:-1]:
        if match := re.match("[一二三四]、(.*)", line):
            sections.append((match[1], []))
        elif match := re.match("（[一二三四]）(.*)", line):
            sections[-1][1].append({"title": match[1], "text": ""})
        elif sections[-1][1] and "title" in sections[-1][1][-1]:
            sections[-1][1][-1]["text"] += line + "\n\n"
        else:
            sections[-1][1].append({"text": re.sub(r"^\d\.", "", line)})
    for kind, (title, items) in zip(KINDS, sections, strict=True):
        data[kind] = {"title": title, "items": items}
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2023.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return check_of(tmp_path, 2023).problems


def test_every_finding_is_a_real_fault(problems: tuple[Problem, ...]) -> None:
    """Counted by code; the numbers that are no figures yet are the importer's work."""
    counted = Counter(problem.code for problem in problems)
    assert counted == {
        "H412": 5,
        "E401": 4,
        "H634": 1,
        "W515": 2,
        "W402": 2,
        "W605": 1,
        "H623": 1,
        "E504": 1,
        "E517": 1,
    }


def test_the_faults_are_those_that_were_seen_by_hand(problems: tuple[Problem, ...]) -> None:
    """Word by word."""
    quoted = {
        found for problem in problems if problem.code[0] == "E" for found in re.findall("“(.*?)”", problem.message)
    }
    assert quoted == {"约169.9万余", "约230余", "约25.6万余", "约40余", "推进法治政府建设第一责任人"}
