"""What a line, or a few from it on, may be, and why."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """A state for so many lines, and the reasons with their points, of which 0 say nothing."""

    state: str
    lines: int
    why: tuple[tuple[str, float], ...]

    @property
    def points(self) -> float:
        """How much speaks for it."""
        return sum(points for _, points in self.why)
