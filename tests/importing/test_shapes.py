"""Invented documents of every kind, a case each in tests/cases/shapes, against what they must give."""

import pytest
import yaml
from support.reports import ALONE
from support.shapes import Shape, lacking, shapes

from ecoreport.check import check_year
from ecoreport.importing.convert import Imported, convert
from ecoreport.report.inputs import given

# What the texts themselves lack: addressees, ids that answer, figures in the middle of names, contents of attachments.
OF_THE_TEXT = frozenset({"H412", "H623", "H625", "H634", "W605"})
ALL = [
    pytest.param(shape, id=f"{kind}-{shape.name}") for kind in ("web", "head", "structure") for shape in shapes(kind)
]


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def imported(shape: Shape) -> Imported:
    """What the import makes of it."""
    return convert(shape.pieces, None, "报告.txt", ALONE, figures=True)


@pytest.mark.parametrize("shape", ALL)
def test_a_shape_gives_what_is_in_it(shape: Shape) -> None:
    """The keys that its case names; a page's words listed one by one; nothing lost, added or left without a place."""
    made = imported(shape)
    assert list(lacking(shape.gives, yaml.safe_load(made.text))) == []
    assert sorted(map(bare, made.account.furniture)) == sorted(map(bare, shape.furniture))
    assert made.account.complete
    assert made.account.doubts == tuple(shape.doubts)
    assert sorted({old for old, _ in made.account.changed}) == sorted(shape.changed)


@pytest.mark.parametrize("shape", ALL)
def test_an_import_brings_no_fault_of_its_own(shape: Shape) -> None:
    """`check` of the year file tells what the text itself lacks, and what its case says is wrong in it."""
    made = imported(shape)
    codes = {problem.code for problem in check_year(ALONE, made.file).problems} - OF_THE_TEXT
    assert codes == set(shape.finds)
    written = {problem.code for problem in check_year(ALONE, given(made.text.encode(), "import", made.year)).problems}
    assert not {code for code in written if code[0] == "E" and code[1] == "5"}
