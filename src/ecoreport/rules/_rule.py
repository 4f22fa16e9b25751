"""`@rule`: a function from a reading to findings, with the codes of the catalogue that it may tell."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ecoreport.problems.diagnostic import Finding
from ecoreport.rules._reading import Reading

Find = Callable[[Reading], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule and the codes that its findings may have."""

    codes: tuple[str, ...]
    find: Find


RULES: list[Rule] = []  # in the order in which the families are imported


def rule(*codes: str) -> Callable[[Find], Find]:
    """Make a function one of the rules."""

    def register(find: Find) -> Find:
        RULES.append(Rule(codes, find))
        return find

    return register
