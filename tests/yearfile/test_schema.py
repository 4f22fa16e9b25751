"""The JSON Schema: current, in Chinese, and it takes what the model takes."""

import re

import fields_page
import jsonschema
import yaml
from support import GOOD, ROOT

from ecoreport.yearfile.schema import schema


def test_the_committed_schema_is_current() -> None:
    """`ecoreport schema` gives the very file."""
    assert (ROOT / "schema" / "report.schema.json").read_text("utf-8") == schema()


def test_the_page_of_the_year_file_is_current_and_tells_of_every_key() -> None:
    """docs/year-file.md is what the schema gives; no model of it is left out."""
    assert (ROOT / "docs" / "year-file.md").read_text("utf-8") == fields_page.page()
    made = yaml.safe_load(schema())
    assert {name for names in fields_page.CHAPTERS.values() for name in names} == {"Report", *made["$defs"]}
    told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "year-file.md").read_text("utf-8"), re.MULTILINE))
    assert told == {key for model in (made, *made["$defs"].values()) for key in model["properties"]}


def test_the_schema_accepts_every_good_case_and_says_it_in_chinese() -> None:
    """Validated by an outside library; every property has a Chinese title."""
    made = yaml.safe_load(schema())
    jsonschema.Draft202012Validator.check_schema(made)
    validator = jsonschema.Draft202012Validator(made)
    for path in [*GOOD.glob("*/report.yaml"), *(ROOT / "data").glob("*.yaml")]:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        assert list(validator.iter_errors(_as_typed(data))) == [], path
    for name, field in made["properties"].items():
        assert re.search("[一-鿿]", field["title"]), name


def _as_typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_typed(item) for item in value]
    if isinstance(value, str) and re.fullmatch("[0-9]+", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
