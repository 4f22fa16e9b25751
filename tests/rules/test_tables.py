"""The dated tables: each with its source and its day, and told of once it may be old."""

import pytest
import rows_module
from support.contexts import found

from ecoreport.problems.catalogue import catalogue
from ecoreport.rules._tables import NAMES, table, tables_are_recent
from ecoreport.rules.explain import explained
from ecoreport.text.dates import long_date


@pytest.mark.parametrize("name", NAMES)
def test_a_table_says_where_it_is_from_and_up_to_when(name: str) -> None:
    """In the explanation of each code that rests on it."""
    one = table(name)
    assert one.rows
    for code in one.codes:
        told = explained(catalogue()[code])
        assert f"所用的表: {one.title}，{one.source}，到{long_date(one.as_of)}为止" in told


def test_one_hint_says_that_tables_may_be_old() -> None:
    """More than two years behind the first of them."""
    oldest = min(table(name).as_of for name in NAMES)
    assert found(tables_are_recent, f"date: {oldest.replace(year=oldest.year + 2)}") == []
    [one] = found(tables_are_recent, f"date: {oldest.replace(year=oldest.year + 3)}")
    assert (one.code, one.path) == ("H656", "date")


def test_the_tables_are_what_their_files_say() -> None:
    """`python docs/generate.py` makes them."""
    assert rows_module.MODULE.read_text("utf-8") == rows_module.tables()
