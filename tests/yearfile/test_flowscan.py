"""Braces and brackets, character by character: where they end, or the first thing in them that cannot be."""

import pytest

from ecoreport.yearfile._flowscan import Broken, Scan, mark_of


def _scan(*lines: str) -> Scan:
    scan = Scan()
    for line in lines:
        scan.read(line, 0)
    return scan


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("[]", 1),
        ("[a, [b]]", 7),
        ("{a: 1, b: [2]}", 13),
        ("[a] b]", 2),
        ('{"a,]": 1}', 9),
        ('{"a":1}', 6),
        ("{'a''b': c}", 10),
        ("{a: 08:30}", 9),
        ("[a#b]", 4),
    ],
)
def test_brackets_end_where_the_outermost_is_closed(line: str, end: int) -> None:
    """Not at one in quotes; a colon without a blank and a # within a word are part of it."""
    scan = _scan(line)
    assert (scan.end, scan.broken, scan.stack) == (end, None, [])


def test_what_is_open_is_taken_on_to_the_next_line() -> None:
    """A comment hides what stands behind it."""
    scan = _scan("{a: [1, # ]}")
    assert (scan.end, scan.broken, [bracket.mark for bracket in scan.stack]) == (-1, None, ["{", "["])
    scan.read("2]}", 0)
    assert (scan.end, scan.stack) == (2, [])


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("{a: b: c}", Broken("colon", 5, 3)),
        ("{a: 1]", Broken("closing", 5, 3)),
        ("{a: [1}", Broken("opening", 4, 3)),
        ("[{a: 1} b]", Broken("opening", 1, 1)),
        ('["a" b]', Broken("after quote", 5, 1)),
        ('[a, "b]', Broken("quote", 4, 4)),
        ("[a{{ b }}]", Broken("reference", 2, 1)),
        ("[a[b]]", Broken("bracket", 2, 1)),
        ("[@a]", Broken("reserved", 1, 1)),
    ],
)
def test_the_first_thing_that_cannot_be_stops_the_reading(line: str, broken: Broken) -> None:
    """With its place and that of the value that it is in."""
    scan = _scan(line)
    assert (scan.broken, scan.end) == (broken, -1)


def test_a_closing_bracket_belongs_to_its_opening_one() -> None:
    """And to no other."""
    assert (mark_of("}"), mark_of("]")) == ("{", "[")
