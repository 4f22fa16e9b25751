"""Projects to measure with, made of the report of 2023: one, many years of it, many projects, or one year made long.

And two made-up years, one behind the other, of so many pages.
"""

import json
import random
import re
import shutil
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "support"))
from made_years import long  # noqa: E402 - made for the tests

SOURCE = ROOT / "data" / "2023.yaml"
FIRST_YEAR = 1951
MOST_YEARS = 500  # of a project


def of_one_year(folder: Path) -> None:
    """The report as it is."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(SOURCE, folder / "data")


def of_many_years(folder: Path, count: int) -> None:
    """Every other year, so that no report is held against its own copy as last year's."""
    (folder / "data").mkdir(parents=True)
    text = SOURCE.read_text("utf-8")
    for year in range(FIRST_YEAR, FIRST_YEAR + 2 * count, 2):
        rolled = re.sub("(?<![0-9])202[34](?![0-9])", lambda match: str(int(match[0]) - 2023 + year), text)  # noqa: B023
        (folder / "data" / f"{year}.yaml").write_text(rolled, "utf-8")


def of_many_projects(folder: Path, count: int) -> None:
    """So many year files, in projects of at most MOST_YEARS each."""
    for at in range(0, count, MOST_YEARS):
        of_many_years(folder / f"p{at}", min(MOST_YEARS, count - at))


def of_one_long_year(folder: Path, times: int) -> None:
    """The report with its measures so many times."""
    (folder / "data").mkdir(parents=True)
    data = yaml.load(SOURCE.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    data["year"] = int(data["year"])
    items = data["measures"]["items"]
    data["measures"]["items"] = [{**item, "id": f"{item['id']}-{at}"} for at in range(times) for item in items]
    (folder / "data" / "2023.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def of_bureaus(folder: Path, count: int) -> None:
    """So many projects of one year each, every one with a bureau of its own."""
    text = SOURCE.read_text("utf-8")
    issuer = re.search("(?m)^issuer: *(.*)$", text)[1]  # type: ignore[index]
    for at in range(1, count + 1):
        (folder / f"{at:04}" / "data").mkdir(parents=True)
        (folder / f"{at:04}" / "data" / "2023.yaml").write_text(text.replace(issuer, f"示例{at}区水务局"), "utf-8")


_FRAME = """\
year: {year}
issuer: 示例区水务局
date: {next_year}-01-20
addressees: [区委, 区政府]
{measures}shortcomings:
  - {{id: archive, problem: 归档不规范, cause: 台账不细}}
leader_duties: [{{text: 履行推进法治建设第一责任人职责。}}]
next_year_plan:
  - {{title: 规范归档, text: 逐卷核对。, answers: [archive]}}
"""
_PAGE = 22 * 28  # characters


def of_two_long_years(folder: Path, pages: int) -> None:
    """2023 and 2024 of a made-up bureau; nearly every item changed."""
    (folder / "data").mkdir(parents=True)
    pair = long(pages * _PAGE)
    for year, measures in ((2023, pair.old), (2024, pair.new)):
        text = _FRAME.format(year=year, next_year=year + 1, measures=measures)
        (folder / "data" / f"{year}.yaml").write_text(text, "utf-8")


def of_two_long_sections(folder: Path, items: int) -> None:
    """2023 and 2024 with so many items each, untitled, of the same few words: every one may be any other."""
    (folder / "data").mkdir(parents=True)
    chance = random.Random(9704)  # noqa: S311 - repeatable
    for year in (2023, 2024):
        texts = [f"{''.join(chance.choices('规范行政执法检查整改', k=120))}。" for _ in range(items)]
        measures = json.dumps([{"text": text} for text in texts], ensure_ascii=False)
        text = _FRAME.format(year=year, next_year=year + 1, measures=f"measures: {measures}\n")
        (folder / "data" / f"{year}.yaml").write_text(text, "utf-8")
