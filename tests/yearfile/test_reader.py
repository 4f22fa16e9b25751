"""Bytes to a report or to every fault of the file: whatever the bytes are."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from ecoreport.problems.diagnostic import Refused
from ecoreport.yearfile.reader import held, parse

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
    found = held(text.encode("utf-8", "surrogatepass"), "x.yaml")
    try:
        assert found == parse(text.encode("utf-8", "surrogatepass"), "x.yaml") or found.report
    except Refused as refused:
        assert (found, bool(refused.problems)) == (None, True)
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
