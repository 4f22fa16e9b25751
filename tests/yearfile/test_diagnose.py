"""Every slip of a file in one run: each told as if it stood alone, the others behind it, within bounds."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from support import ROOT
from support.clerk import SLIPPED, SOUND, Slipped

from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.yearfile._tree import Source
from ecoreport.yearfile.edits import applied
from ecoreport.yearfile.model import Report
from ecoreport.yearfile.reader import parse

EXACT = 0.95  # of files with three slips of any kind, told exactly as the three alone; the others get other words
FILES = 120
CASES = ROOT / "tests" / "cases" / "clerk"


def _problems(text: str) -> Sequence[Problem]:
    try:
        return parse(text.encode(), "data/2025.yaml").warnings
    except Refused as refused:
        return refused.problems


def _lines(slip: Slipped) -> range:
    start = SOUND.index(slip.old)
    return range(SOUND.count("\n", 0, start) - 2, SOUND.count("\n", 0, start + len(slip.old)) + 3)


def _several(chance: random.Random, slips: Sequence[Slipped], number: int) -> list[Slipped]:
    """That many of the slips, no two of them near each other."""
    chosen: list[Slipped] = []
    for slip in chance.sample(slips, len(slips)):
        if len(chosen) < number and not any(set(_lines(slip)) & set(_lines(one)) for one in chosen):
            chosen.append(slip)
    return chosen


def _with(slips: Sequence[Slipped]) -> str:
    text = SOUND
    for slip in slips:
        text = text.replace(slip.old, slip.new, 1)
    return text


ALONE = {slip.name: Counter(one.code for one in _problems(slip.text)) for slip in SLIPPED if slip.again}
SLIPS = [slip for slip in SLIPPED if ALONE.get(slip.name)]


def test_of_several_slips_each_is_told_as_if_it_stood_alone() -> None:
    """Three in each of many files, of all kinds."""
    chance, exact = random.Random(18), 0  # noqa: S311 - a choice of examples
    for _ in range(FILES):
        chosen = _several(chance, SLIPS, 3)
        told = Counter(one.code for one in _problems(_with(chosen)))
        exact += told == sum((ALONE[slip.name] for slip in chosen), Counter())
    assert exact >= EXACT * FILES, exact


def test_what_is_spelled_out_gives_the_report_again() -> None:
    """All at once: the edits of all slips, made together, lead back to the sound file's report."""
    chance, sound = random.Random(4), parse(SOUND.encode(), "x").report  # noqa: S311 - a choice of examples
    spelled = [slip for slip in SLIPS if all(one.edits for one in _problems(slip.text))]
    for _ in range(FILES):
        text = _with(_several(chance, spelled, 2))
        edits = {edit for one in _problems(text) for edit in one.edits}
        mended = applied(text.encode(), sorted(edits, key=lambda edit: -edit.start))
        assert parse(mended, "x").report == sound, text


@pytest.mark.parametrize(
    ("name", "count"),
    [("figures-fullwidth", 38), ("slips-1", 15), ("ragged-rows", 3), ("table-fullwidth", 2), ("slips-2", 4)],
)
def test_one_run_tells_every_slip_of_a_clerks_file(name: str, count: int) -> None:
    """38 colons from one keyboard, a tab, commas in numbers, rows of a table: all are told."""
    problems = _problems((CASES / f"{name}.yaml").read_text("utf-8"))
    assert len(problems) == count, [(one.line, one.message) for one in problems]


def test_a_part_that_cannot_be_mended_hides_no_other() -> None:
    """What is wrong in the figures is told beside the brackets that end nowhere."""
    text = SOUND.replace("党组学法: {value: 12次", "党组学法: {value: 很多次").replace(
        "lead: |", "lead: {{{{[[\n  x: ["
    )
    codes = {one.code for one in _problems(text)}
    assert {"E110", "E211"} <= codes, codes


def _long(entries: int) -> str:
    items = "".join(f"  - id: a{n}\n    title: 标题{n}\n    text: |\n      内容。\n" for n in range(entries))
    return f"year: 2024\nissuer: 示例局\nmeasures:\n{items}"


def test_slips_far_apart_in_a_long_file_are_all_told() -> None:
    """Among 5,000 lines, each at its own."""
    text = _long(1250)
    for old, new in (
        ("- id: a300\n", "- id：a300\n"),
        ("    title: 标题700\n", "   title: 标题700\n"),
        ("- id: a900", "• id: a900"),
    ):
        text = text.replace(old, new)
    assert [(one.code, one.line) for one in _problems(text)] == [("E120", 1204), ("E134", 2805), ("E126", 3604)]


@pytest.mark.parametrize(
    "text",
    [
        "年：\n" * 20_000,
        'lead: "' + "甲\n" * 20_000,
        "figures:\n" + "".join(f"  指标{n}：很多\n" for n in range(5000)),
        "measures:\n" + "".join(f"  - titel: 甲{n}\n" for n in range(2000)),
        "".join(" " * n + "a：\n" for n in range(1000)),
        "lead: " + "甲: " * 20_000,
    ],
    ids=["colons", "quote", "figures", "keys", "levels", "one line"],
)
def test_the_search_ends_within_its_budget(text: str) -> None:
    """Lines read in trials are counted; one trial more may begin than the budget allows."""
    from ecoreport.yearfile import _diagnose, _judge  # noqa: PLC0415 - its bounds

    source = Source("x", text)
    search = _diagnose._Search(source, _diagnose.Judge(Report, 5_000))
    search.run()
    one_trial = len(source.lines) + len(text) // _judge._WIDTH
    assert search.court.spent <= 5_000 + 6 * (one_trial + 400)


def test_an_edit_is_of_the_line_as_typed() -> None:
    """Line ends of Windows stay, and what is put in has them too."""
    text = SOUND.replace("    items:\n      - id: permit", "      - id: permit").replace("issuer: ", "issuer：")
    text = text.replace("\n", "\r\n")
    edits = {edit for one in _problems(text) for edit in one.edits}
    assert applied(text.encode(), sorted(edits, key=lambda edit: -edit.start)) == SOUND.replace("\n", "\r\n").encode()
