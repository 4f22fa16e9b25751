"""Same input, same bytes; imports go one way; the schema and click's Chinese are current; the docs run."""

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import fields_page
import jsonschema
import pytest
import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from conftest import BAD, GOOD, ROOT, cases, process
from hypothesis import given
from hypothesis import strategies as st

from ecoreport.cli.main import LOCALE
from ecoreport.problems.diagnostic import Refused
from ecoreport.yearfile.reader import parse
from ecoreport.yearfile.schema import schema

SOURCE = ROOT / "src" / "ecoreport"


def test_two_builds_far_apart_are_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, locale and umask."""
    made = []
    for name, zone, seed, locale, umask in (
        ("a", "UTC", "0", "C", 0o022),
        ("深/处", "Asia/Shanghai", "42", "C.UTF-8", 0o077),
    ):
        folder = tmp_path / name
        (folder / "data").mkdir(parents=True)
        for number, case in enumerate(cases(GOOD)):
            text = _moved((case / "report.yaml").read_text("utf-8"), number - 24)
            (folder / "data" / f"{2000 + number}.yaml").write_text(text, "utf-8")
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        outcome = process("build", "--all", cwd=folder, env=environment, umask=umask)
        assert outcome.returncode == 0, outcome.stderr.decode()
        made.append({path.name: path.read_bytes() for path in (folder / "reports").iterdir()})
    assert len(made[0]) == 2 * len(cases(GOOD))
    assert made[0] == made[1]


def _moved(text: str, years: int) -> str:
    """A file of 2024 as one of so many years later."""
    return re.sub("202[0-9]", lambda match: str(int(match[0]) + years), text)


def test_only_the_command_line_prints_writes_and_exits() -> None:
    """The core takes values and returns values."""
    forbidden = re.compile(r"\bimport click\b|\bprint\(|sys\.exit|\.write_(?:text|bytes)\(|datetime\.now|time\.time\(")
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] not in ("cli", "__main__.py"):
            assert not forbidden.search(path.read_text("utf-8")), path


def test_files_and_functions_stay_small() -> None:
    """About 300 lines a file, about 40 a function."""
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert len(path.read_text("utf-8").splitlines()) <= 310, path
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 45, f"{path.name}: {node.name}"


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


def test_the_compiled_words_are_current() -> None:
    """The .mo is what the .po gives."""
    folder = LOCALE / "zh_CN" / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as file:
        catalog = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    assert (folder / "messages.mo").read_bytes() == compiled.getvalue()


# What click says only to the programmer who declares a command.
FOR_PROGRAMMERS = (
    "Name '{name}' defined twice",
    "Could not determine name",
    "No options defined but a name",
    "Arguments take exactly",
    "Boolean option {decl!r}",
    "Unknown standard stream",
    "Unknown color",
    "Choice({choices})",
    "Invalid start character",
    "d",
)


def test_every_word_of_click_is_translated() -> None:
    """A new click with new words fails here, not before a clerk."""
    with (LOCALE / "zh_CN" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        known = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                word = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
                assert word in known or word == "" or word.startswith(FOR_PROGRAMMERS), f"{path.name}: {word!r}"


pieces = st.sampled_from(
    [
        "：",
        ":",
        " ",
        "\t",
        "\n",
        "　",
        "-",
        "#",
        '"',
        "'",
        "{",
        "}",
        "[",
        "*",
        "&",
        "!",
        "|",
        "年",
        "1",
        "\x00",
        "\u202e",
    ]
)


@given(st.data())
def test_a_mangled_year_file_gives_problems_with_places_or_a_report(data: st.DataObject) -> None:
    """Insert, drop or double something anywhere: never an exception but Refused, and each problem has a line."""
    text = (ROOT / "data" / "2023.yaml").read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = start + data.draw(st.integers(0, 4))
        text = text[:start] + data.draw(pieces) + text[end:]
    try:
        parse(text.encode("utf-8", "surrogatepass"), "x.yaml")
    except Refused as refused:
        assert refused.problems
        lines = text.count("\n") + 2
        for problem in refused.problems:
            assert problem.file == "x.yaml"
            assert 1 <= problem.line <= lines
            assert problem.column >= 1
            assert problem.message


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "{a: " * 5000, "- " * 50_000, "&a [*a]", "a: &a 1\n<<: *a", "x" * 2_100_000]
)
def test_hostile_yaml_is_refused_at_once(text: str) -> None:
    """What would crash or choke a parser: in a process of its own, which must end well."""
    code = (
        "import sys; from ecoreport.yearfile.reader import parse; from ecoreport.problems.diagnostic import Refused\n"
        "try: parse(sys.stdin.buffer.read(), 'x')\n"
        "except Refused as refused: print(len(refused.problems))"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code], input=text.encode(), capture_output=True, check=True, timeout=20
    )
    assert int(outcome.stdout) >= 1


def test_every_bad_case_names_a_code_of_the_catalogue() -> None:
    """And no code is made up."""
    from ecoreport.problems.catalogue import catalogue  # noqa: PLC0415

    for case in cases(BAD):
        codes = re.findall(r"\[([EWH]\d{3})\]", (case / "problems.txt").read_text("utf-8"))
        assert codes
        assert set(codes) <= set(catalogue())
