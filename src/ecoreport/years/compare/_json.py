"""A comparison as JSON: the keys are those of `changes`, and stay."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from ecoreport.text.quantity import json_number
from ecoreport.years.compare._changes import Comparison, PlanOutcome


def as_json(comparison: Comparison) -> str:
    """One object; marks of words are = kept, - removed, + added; numbers are in the unit of the value, not in 万."""
    data = {**asdict(comparison), "consecutive": comparison.consecutive, "differs": comparison.differs}
    data["plan"] = _with_verdicts(comparison.plan)
    if comparison.summary:
        data["summary"]["plan"] = _with_verdicts(comparison.summary.plan)
    return json.dumps(data, ensure_ascii=False, indent=2, default=_number) + "\n"


def _with_verdicts(plan: Sequence[PlanOutcome]) -> list[dict[str, object]]:
    return [{**asdict(one), "verdict": one.verdict} for one in plan]


def _number(value: object) -> int | float:
    assert isinstance(value, Decimal)  # noqa: S101 - nothing else in a comparison needs a word of JSON
    return json_number(value)
