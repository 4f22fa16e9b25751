"""A comparison as JSON: the keys are those of `changes`, and stay."""

import json
from dataclasses import asdict
from decimal import Decimal

from ecoreport.text.quantity import json_number
from ecoreport.years.compare._changes import Comparison


def as_json(comparison: Comparison) -> str:
    """One object; marks of words are = kept, - removed, + added; numbers are in the unit of the value, not in 万."""
    data = {**asdict(comparison), "consecutive": comparison.consecutive, "differs": comparison.differs}
    return json.dumps(data, ensure_ascii=False, indent=2, default=_number) + "\n"


def _number(value: object) -> int | float:
    assert isinstance(value, Decimal)  # noqa: S101 - nothing else in a comparison needs a word of JSON
    return json_number(value)
