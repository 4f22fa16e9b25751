"""The page that is written: its tables, and its goals, each with whether it was reached."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from measure import Cost, slope


class Goal(NamedTuple):
    """What was to be reached, whether it was, and the figure."""

    said: str
    reached: bool
    figure: str


class Part(NamedTuple):
    """A part of the page: its text, and the goals that were measured in it."""

    text: str
    goals: tuple[Goal, ...] = ()


def table(head: str, rows: Iterable[str]) -> str:
    """A table whose first column is text and whose others are numbers."""
    return f"| {head} |\n|---|{'--:|' * head.count('|')}\n{''.join(f'| {row} |{chr(10)}' for row in rows)}\n"


def of_goals(goals: Iterable[Goal]) -> str:
    """The goals as a table."""
    rows = (f"| {one.said} | {'yes' if one.reached else '**no**'}: {one.figure} |\n" for one in goals)
    return f"| goal | reached |\n|---|---|\n{''.join(rows)}\n"


def at_most(said: str, ours: float, theirs: float, most: float) -> Goal:
    """That we take no more than so many times what they take."""
    return Goal(f"{said.format(most)}", ours <= most * theirs, f"{ours / theirs:.2f}")


def in_proportion(said: str, points: Mapping[int, float], most: float = 1.1) -> Goal:
    """That it grows no faster than what there is to do: a slope of 1, on double logarithmic paper."""
    found = slope(points)
    sizes = " to ".join(f"{size:,}" for size in (min(points), max(points)))
    return Goal(f"{said}, {sizes}: slope ≤ {most}", found <= most, f"{found:.2f}")


def growth(what: str, costs: Mapping[int, Cost]) -> str:
    """What so many of a thing took."""
    return table(
        f"{what} | CPU s | MB", (f"{size:,} | {one.cpu:.2f} | {one.memory:.0f}" for size, one in costs.items())
    )


def beyond_the_start(costs: Mapping[int, Cost], start: float) -> Iterator[tuple[int, float]]:
    """The CPU of each size without what every process takes."""
    return ((size, one.cpu - start) for size, one in costs.items())
