"""The tables that rules read as one file of JSON: made of the YAML that people edit, read in a tenth of the time."""

import json
from pathlib import Path

import yaml

from ecoreport.rules._tables import NAMES

FOLDER = Path(__file__).parents[1] / "src" / "ecoreport" / "rules"


def tables() -> str:
    """A line a table, every value as typed."""
    made = (f"{json.dumps(name)}: {json.dumps(_read(name), ensure_ascii=False)}" for name in NAMES)
    return "{\n" + ",\n".join(made) + "\n}\n"


def _read(name: str) -> object:
    return yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - texts alone
