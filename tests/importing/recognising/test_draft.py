"""A report as it is being recognised: a new one is empty, and shares nothing with another."""

from dataclasses import asdict, fields

from ecoreport.importing._pieces import Grid
from ecoreport.importing._recognising.draft import Draft, DraftItem

ITEM = {
    "title": "",
    "texts": [],
    "style": "",
    "number": 0,
    "led": False,
    "continued": False,
    "kind": "",
    "written": "",
    "line": -1,
}
LISTS = [field.name for field in fields(Draft) if field.name not in ("year", "lines", "issuer")]


def test_a_new_item_says_nothing() -> None:
    """No number, no heading, nothing below: what the year file then leaves out."""
    assert asdict(DraftItem()) == {**ITEM, "caption": "", "table": None, "children": []}


def test_a_new_draft_is_empty() -> None:
    """What is not found is not written."""
    assert [name for name, value in asdict(Draft()).items() if value] == []


def test_two_drafts_share_nothing() -> None:
    """The second way to recognise a document starts from nothing, whatever the first has found."""
    first = Draft()
    held = [field.name for field in fields(Draft) if isinstance(getattr(first, field.name), list)]
    for name in held:
        getattr(first, name).append("甲")
    first.lines["number"] = "甲"
    assert {name: getattr(Draft(), name) for name in held} == {name: [] for name in LISTS}
    assert Draft().lines == {}


def test_items_are_equal_by_all_that_they_hold() -> None:
    """Down to the table of an item in an item, so that trees can be compared as values."""
    one, same, other = (DraftItem(children=[DraftItem(table=Grid(((cell,),)))]) for cell in "甲甲乙")
    assert one == same
    assert one != other
