"""Every help line that spells a mend: done to the letter, the problem is gone and no new one is there."""

from collections import Counter
from collections.abc import Iterator

import pytest
from support import ROOT
from support.catalogue import SOUND, merged
from support.clerk import SLIPPED
from support.following import followed
from support.pitfalls import PITFALLS, SLIPS

from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.yearfile.reader import parse

FILES = sorted((ROOT / "tests" / "cases" / "clerk").glob("*.yaml"))
MOST = 45  # problems of one file


def _texts() -> Iterator[tuple[str, str]]:
    for typed in (*PITFALLS, *SLIPS):
        if isinstance(typed.text, str):
            yield typed.name, typed.text if typed.whole else merged(SOUND, typed.text)
    yield from ((slip.name, slip.text) for slip in SLIPPED)
    yield from ((path.stem, path.read_text("utf-8")) for path in FILES)


def _problems(text: str) -> tuple[Problem, ...]:
    try:
        return parse(text.encode("utf-8", "surrogatepass"), "data/2024.yaml").warnings
    except Refused as refused:
        return refused.problems


@pytest.mark.parametrize(("name", "text"), [pytest.param(*one, id=one[0]) for one in _texts()])
def test_a_help_line_that_is_followed_mends(name: str, text: str) -> None:
    """One after the other, from the top: each time that problem is gone, and nothing else has come."""
    problems = list(_problems(text))
    for _ in range(MOST):
        done = next(((one, new) for one in problems if (new := followed(text, one)) not in (None, text)), None)
        if done is None:
            break
        problem, text = done
        before = Counter(one.code for one in problems)
        problems = list(_problems(text))
        after = Counter(one.code for one in problems)
        assert not after - before, (name, problem, after - before)
        assert after[problem.code] < before[problem.code], (name, problem)
