"""The JSON Schema: current, in Chinese, and it takes what the model takes."""

import json
import re
import subprocess
from collections.abc import Iterator

import fields_page
import jsonschema
import yaml
from support import GOOD, ROOT, needs

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


def _patterns(value: object) -> Iterator[str]:
    """Every regular expression below a schema's value."""
    if isinstance(value, dict):
        own = value.get("pattern")
        yield from [own] if isinstance(own, str) else []
        yield from value.get("patternProperties", ())
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _patterns(one)


SAMPLES = (
    "", " ", "\n", "甲", "甲乙\n", "甲\n乙", "a b", "甲，乙", "甲、", "'", '"', "\\", "{{", "|", "3次", "１",
    "待填", "不适用", "2025-01-20",
    "2025年1月20日", "000001", "机密★1年", "秘密★长期", "E519", "a-b_c", "甲\u3000乙",
)  # fmt: skip


def test_editors_read_its_patterns_as_the_program_does() -> None:
    """Each is a regular expression of ECMA-262 with the u flag, as JSON Schema wants, and takes the same texts."""
    needs("node", "no node")
    patterns = sorted(set(_patterns(json.loads(schema()))))
    program = (
        "const [patterns, samples] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "console.log(JSON.stringify(patterns.map(one => samples.map(text => new RegExp(one, 'u').test(text)))));"
    )
    told = json.dumps([patterns, SAMPLES]).encode()
    done = subprocess.run(["node", "-e", program], input=told, capture_output=True, check=True, timeout=60)
    ours = [[re.search(_python(one), text) is not None for text in SAMPLES] for one in patterns]
    assert dict(zip(patterns, json.loads(done.stdout), strict=True)) == dict(zip(patterns, ours, strict=True))


def _python(pattern: str) -> str:
    """The same for Python, whose $ stands before a last line break too."""
    return re.sub(r"\$$", r"\\Z", pattern)
