"""Projects to measure with, made of the report of 2023: one, many years of it, many projects, or one year made long."""

import re
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
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
