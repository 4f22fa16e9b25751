"""The tables that rules read as one module: made of the YAML that people edit, and loaded at once."""

from pathlib import Path

import yaml

from ecoreport.rules._tables import NAMES

MODULE = Path(__file__).parents[1] / "src" / "ecoreport" / "rules" / "_rows.py"
HEAD = '''"""What the YAML files beside this module say: made by `python docs/generate.py`, not to be edited."""

TABLES: dict[str, dict[str, object]] = {
'''


def tables() -> str:
    """A line a table, every value as typed."""
    return HEAD + "".join(f"    {name!r}: {_read(name)!r},\n" for name in NAMES) + "}\n"


def _read(name: str) -> object:
    text = MODULE.with_name(f"{name}.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts alone
