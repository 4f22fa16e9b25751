"""What every code means: its severity is its first letter, the rest stands in catalogue.yaml.

`explain`, docs/rules.md, SARIF and the tests are made from this one list.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import yaml

from ecoreport.problems.diagnostic import Severity

SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "H": Severity.HINT}
FILE = "catalogue.yaml"


class Code(NamedTuple):
    """One code: its title, why it is wrong, the `source` of that, and an example of each kind.

    `since` is the version that first had it, `fix` whether `check --fix` mends it: "always", "sometimes" or "never".
    Examples are keys of a year file that stand in for those of a sound one or, where `whole`, a whole file; `before`
    are such keys of the year before;
    empty where no year file can show it (a file's size, a template).
    """

    code: str
    title: str
    why: str
    source: str = ""
    since: str = "0.1.0"
    fix: str = "never"
    wrong: str = ""
    right: str = ""
    whole: bool = False
    before: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return severity_of(self.code)


def severity_of(code: str) -> Severity:
    """E204 is an error, W105 a warning, H410 a hint."""
    return SEVERITIES[code[0]]


@cache
def catalogue() -> Mapping[str, Code]:
    """Every code, in order."""
    from importlib import resources  # noqa: PLC0415 - which loads tempfile and zips, and most runs need no catalogue

    text = resources.files("ecoreport.problems").joinpath(FILE).read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return MappingProxyType({code: Code(code, **fields) for code, fields in data.items()})
