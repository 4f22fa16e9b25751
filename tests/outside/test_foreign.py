"""Word documents that others made, python-docx's and pandoc's own: read without a trace of trouble, nothing lost."""

import os
from pathlib import Path

import pytest
from support import ROOT

from ecoreport.importing._pieces import characters_of
from ecoreport.importing._word.document import read_docx
from ecoreport.importing.convert import convert
from ecoreport.problems.diagnostic import Unreadable
from ecoreport.project import Inputs
from ecoreport.report.inputs import Years

FOREIGN = ROOT / ".foreign"  # filled by .ci/run from the source packages
ALONE = Inputs(Years({}))
# The main part of one is no XML, which Word refuses as well; the others hold pictures and no text.
REFUSED = {"normalize.docx", "having-images.docx", "shp-inline-shape-access.docx"}


def test_every_foreign_document_is_accounted_for() -> None:
    """Each visible character is in what is built from the year file; what is refused is known to have no text."""
    files = sorted(FOREIGN.rglob("*.docx"))
    if not files:
        if os.environ.get("ECOREPORT_ALL_TOOLS"):
            pytest.fail("no .foreign: .ci/run fetches the test documents of python-docx and pandoc")
        pytest.skip("no .foreign: .ci/run fetches the test documents of python-docx and pandoc")
    assert len(files) >= 20
    refused = {path.name for path in files if not _accounted_for(path)}
    assert refused <= REFUSED


def _accounted_for(path: Path) -> bool:
    try:
        pieces = read_docx(path.read_bytes())
    except Unreadable:
        return False
    if not any(characters_of(piece) for piece in pieces.body):
        return True  # nothing to import
    made = convert(pieces, 2024, path.name, ALONE, figures=True)
    assert made.account.missing == "", path.name
    return True
