"""Which classes and ids the style sheet in a web page keeps from being shown."""

import re
from collections.abc import Iterator, Mapping

_NAME = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]{1,60})", re.IGNORECASE)
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE)


def hidden_names(sheet: str) -> Iterator[str]:
    """The classes (.a) and ids (#a) that the sheet hides on the screen; those with more conditions are none."""
    for rule in sheet.split("}"):
        selectors, _, declarations = rule.rpartition("{")
        if not _HIDES.search(declarations):
            continue
        around, _, selectors = selectors.rpartition("{")
        if "print" in around:  # a sheet for paper alone
            continue
        for selector in selectors.rpartition("*/")[2].split(","):
            if found := _NAME.fullmatch(selector.strip()):
                yield found[1]


def names_of(attributes: Mapping[str, str]) -> set[str]:
    """The classes and the id of an element, as a sheet writes them."""
    names = {f".{one}" for one in attributes.get("class", "").split()}
    return names | {f"#{attributes['id']}"} if attributes.get("id") else names
