"""Patterns are looked for only where their signs stand: none may have a match in a text without them."""

import re
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import how_many
from support.contexts import context

from ecoreport.rules._reading import Place, Reading
from ecoreport.rules.findings import RULES


class _Asked(Reading):
    """A reading in which nothing matches, and which keeps what was looked for."""

    def __init__(self) -> None:
        super().__init__(context("lead: 导语。\n"))
        self.patterns: dict[str, tuple[tuple[str, ...], Iterable[str]]] = {}

    def matches(self, pattern: str, *signs: str, any_of: Iterable[str] = "") -> Iterator[tuple[Place, re.Match[str]]]:
        self.patterns[pattern] = (signs, any_of)
        return iter(())


def _asked() -> dict[str, tuple[tuple[str, ...], Iterable[str]]]:
    reading = _Asked()
    for rule in RULES:
        assert not [one for one in rule.find(reading) if one.code not in rule.codes]
    return reading.patterns


PATTERNS = _asked()


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=how_many(20), deadline=None)
@given(data=st.data())
def test_whatever_matches_has_the_signs(pattern: str, data: st.DataObject) -> None:
    """Each sign, and one of the characters."""
    signs, any_of = PATTERNS[pattern]
    text = data.draw(st.from_regex(pattern))
    assert all(sign in text for sign in signs)
    assert not any_of or any(sign in text for sign in any_of)
