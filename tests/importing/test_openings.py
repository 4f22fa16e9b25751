"""Sixty-four invented reports made of parts, each read whole; and with lines lost, doubled, joined, moved."""

import random
import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

import pytest
import yaml
from support.openings import COUNT, Made, made, openings
from support.reports import ALONE

from ecoreport.importing._pieces import Grid, Line, Piece, Pieces
from ecoreport.importing.convert import Imported, NoYear, convert
from ecoreport.problems.diagnostic import Unreadable

LAW = ("measures", "shortcomings", "leader_duties", "next_year_plan")
Lines = Sequence[tuple[str, str]]


def imported(lines: Lines, year: int | None = None) -> Imported:
    """The year file of these (label, text) lines; those labelled table are the cells of one, two in a row."""
    body: list[Piece] = []
    cells: list[str] = []
    for label, text in (*lines, ("", "")):
        if label == "table":
            cells.append(text)
            continue
        if cells:
            body.append(Grid(tuple(zip_longest(*[iter(cells)] * 2, fillvalue=""))))
            cells = []
        body.append(Line(text))
    return convert(Pieces(tuple(body)), year, "报告.txt", ALONE, figures=False)


def found(report: Imported) -> dict[str, object]:
    """Title, issuer, date, number and the kinds of the sections, blanks aside."""
    values = yaml.safe_load(report.text)
    sections = [one["kind"] for one in values.get("sections", ())] or [key for key in values if key in LAW]
    return {
        "title": "".join(values.get("title", "").split()),
        "issuer": tuple(values["issuer"].split()),
        "date": str(values.get("date", "")),
        "number": "".join(values.get("number", "").split()),
        "kinds": tuple(sections),
    }


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize("number", range(COUNT))
def test_every_part_of_an_invented_report_is_found(number: int) -> None:
    """Title, issuer, date, number, sections; furniture is listed word for word, and all else builds back."""
    report = made(number)
    read = imported(report.lines)
    expected = {key: value for key, value in report._asdict().items() if key != "lines"}
    assert found(read) == {**expected, "title": bare(report.title)}
    assert (read.account.missing, read.account.added, read.account.unplaced) == ("", "", ())
    listed = {bare(text) for text in read.account.furniture}
    assert {bare(text) for label, text in report.lines if label in ("furniture", "again")} == listed


@pytest.mark.parametrize("report", openings(), ids=lambda report: report.lines[0][1][:12])
def test_shapes_of_real_pages_are_read(report: Made) -> None:
    """In invented words: columns, labels, a title that stands twice, half-width punctuation."""
    read = imported(report.lines, 2025)
    values = yaml.safe_load(read.text)
    assert values.get("title", "") == report.title
    assert report.issuer in ((values["issuer"],), ("",))
    assert read.account.complete


def _lost(lines: list[tuple[str, str]], dice: random.Random) -> None:
    del lines[dice.randrange(len(lines))]


def _doubled(lines: list[tuple[str, str]], dice: random.Random) -> None:
    at = dice.randrange(len(lines))
    lines.insert(at, lines[at])


def _joined(lines: list[tuple[str, str]], dice: random.Random) -> None:
    at = dice.randrange(len(lines) - 1)
    lines[at : at + 2] = [(lines[at][0], lines[at][1] + lines[at + 1][1])]


def _moved(lines: list[tuple[str, str]], dice: random.Random) -> None:
    at = dice.randrange(len(lines) - 1)
    lines[at : at + 2] = [lines[at + 1], lines[at]]


@pytest.mark.parametrize("harm", [_lost, _doubled, _joined, _moved], ids=["lost", "doubled", "joined", "moved"])
@pytest.mark.parametrize("number", range(0, COUNT, 3))
def test_a_damaged_report_loses_nothing(number: int, harm: Callable[..., None]) -> None:
    """Each character is in the year file or listed as left out, whatever became of the lines."""
    dice = random.Random(number)  # noqa: S311 - the same harm every time
    lines = list(made(number).lines)
    for _ in range(3):
        harm(lines, dice)
    try:
        account = imported(lines, 2025).account
    except (NoYear, Unreadable) as refused:  # pragma: no cover - a report that nothing is left of
        pytest.fail(repr(refused))
    shown = sum(len(bare(text)) for _, text in lines)
    assert (account.missing, account.added) == ("", "")
    assert account.on_the_page == shown
    sentences = [text for _, text in lines if re.search("。.", text)]
    assert not set(sentences) & set(account.furniture)
