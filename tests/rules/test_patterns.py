"""Patterns are looked for only where their signs stand: none may have a match in a text without them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import how_many

from ecoreport.rules import _numbers, _punctuation, _terms, _years
from ecoreport.rules._patterns import Pattern

TABLES = [*(one.pattern for one in _punctuation.MARKS), *(one.pattern for one in _terms.TERMS)]
NAMED = [
    value
    for module in (_numbers, _punctuation, _years)
    for value in vars(module).values()
    if isinstance(value, Pattern)
]
PATTERNS = {one.source: one for one in (*TABLES, *NAMED)}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
@settings(max_examples=how_many(20), deadline=None)
@given(data=st.data())
def test_whatever_matches_has_the_signs(pattern: Pattern, data: st.DataObject) -> None:
    """Each word, and one of the characters."""
    text = data.draw(st.from_regex(pattern.compiled))
    assert all(word in text for word in pattern.words)
    assert not pattern.any_of or any(character in text for character in pattern.any_of)
