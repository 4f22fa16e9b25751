"""The catalogue's examples are tests: each wrong one triggers exactly its code, each right one none."""

import re
from pathlib import Path

import pytest
import rules_page
from support import BAD, ROOT, Run, cases
from support.catalogue import ENTRIES, SHOWN, codes, example

from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.rules.explain import FIXES, examples

# These need no example: bytes and sizes that no short text can show, templates, a broken file of last year.
ELSEWHERE = {"E101", "E102", "E112", "E301", "E302", "W523", "W533", "W621", "H656"}
OF_READING = "123"  # families of codes: behind what keeps a file from being read


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_the_wrong_example_triggers_exactly_its_code(entry: Code, project: Path) -> None:
    """Once or several times, but nothing else; of a whole file that cannot be read rules may say what it lacks."""
    found = set(codes(example(entry.wrong, entry), project, entry.before))
    if entry.whole and entry.code[1] in OF_READING:
        found = {code for code in found if code[1] in OF_READING}
    assert found == {entry.code}


@pytest.mark.parametrize("entry", [entry for entry in SHOWN if entry.right], ids=lambda entry: entry.code)
def test_the_right_example_triggers_none(entry: Code, project: Path) -> None:
    """A reader who follows it is done; a whole file may lack what its code is not about."""
    found = set(codes(example(entry.right, entry), project, entry.before))
    assert found == set() if not entry.whole else entry.code not in found


def test_every_code_has_an_example_or_a_reason_for_none() -> None:
    """So that no rule is without its test."""
    assert {entry.code for entry in ENTRIES.values()} - {entry.code for entry in SHOWN} == ELSEWHERE


def test_every_rule_has_its_source() -> None:
    """A law, a standard, arithmetic, or practice."""
    assert [entry.code for entry in ENTRIES.values() if entry.code[1] in "456" and not entry.source] == []


def test_every_code_in_the_source_is_in_the_catalogue_and_back() -> None:
    """No code is made up, none is left over."""
    source = ROOT / "src" / "ecoreport"
    used = {
        code for path in source.rglob("*.py") for code in re.findall(r'"([EWH][1-7]\d{2})"', path.read_text("utf-8"))
    }
    assert used == set(ENTRIES)


def test_the_page_of_rules_is_current() -> None:
    """docs/rules.md is what the catalogue gives."""
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == rules_page.page()
    assert [code for code in ENTRIES if page.count(f'<a id="{code}"></a>\n\n### {code} ') != 1] == []


@pytest.mark.parametrize("code", ENTRIES)
def test_every_code_is_explained(run: Run, code: str) -> None:
    """Its title, its reason, its examples; in small letters, too."""
    told = run(ROOT, "explain", code.lower())
    assert told.code == 0
    assert ENTRIES[code].title in told.out
    assert ENTRIES[code].why in told.out
    assert f"始于: {ENTRIES[code].since} 版" in told.out
    assert f"自动改: {FIXES[ENTRIES[code].fix]}" in told.out
    for word, shown in examples(ENTRIES[code]):
        assert "\n".join([f"{word}:", *(f"    {line}" for line in shown)]) in told.out


@pytest.mark.parametrize("arguments", [["E999"], []])
def test_explain_says_what_it_needs(run: Run, arguments: list[str]) -> None:
    """Exit 2."""
    told = run(ROOT, "explain", *arguments)
    assert (told.code, told.out) == (2, "")
    assert "W515" in told.err


def test_every_bad_case_names_a_code_of_the_catalogue() -> None:
    """And no code is made up."""
    for case in cases(BAD):
        codes = re.findall(r"\[([EWH]\d{3})\]", (case / "problems.txt").read_text("utf-8"))
        assert codes
        assert set(codes) <= set(catalogue())
