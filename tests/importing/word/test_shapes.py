"""What Word can do, one thing a document: what the import gives of it, and that its sum is what LibreOffice shows."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from support import CASES, GOOD, cases
from support.documents import document
from support.projects import build_of
from support.reports import ALONE
from support.shapes import lacking
from support.word_shapes import WordShape, word_shapes

from ecoreport.check import check_year
from ecoreport.importing.convert import Imported, convert
from ecoreport.importing.documents import read

OF_THE_TEXT = frozenset({"H412", "H623", "H625", "H634"})
SHAPES = [pytest.param(shape, id=shape.name) for shape in word_shapes()]
# What LibreOffice leaves out of plain text, and what it writes instead, in the cases of tests/cases/import: a box;
# notes, margins, a ruby, signs of a font of signs, a field's code, where a deleted text was moved to, a wide hyphen.
UNSEEN: Mapping[str, tuple[str, str]] = {
    "text-box": ("示例区民政局文件", ""),
    "tracked-changes": ("2报。-次✓取内部资料指听汇chá", "REEFxPAG‑\uf0fc的移走字1"),
}
# Of our own reports: 版记 stands in a box, and charts are drawings.
BOXED = frozenset({"抄送", "印发机关和日期"})


def imported(data: bytes) -> Imported:
    """What the import makes of a .docx."""
    return convert(read(data, "报告.docx"), 2025, "报告.docx", ALONE, figures=True)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_word_can_do_is_read_or_told(shape: WordShape) -> None:
    """All of it in its place, what stands apart told word for word, and no finding that the import itself causes."""
    made = imported(shape.data)
    assert list(lacking(shape.gives, yaml.safe_load(made.text))) == []
    assert made.account.complete
    assert (made.account.doubts, made.account.furniture) == ((), ())
    assert made.account.apart == tuple(shape.apart)
    assert set(shape.said) <= set(made.account.notes)
    assert {problem.code for problem in check_year(ALONE, made.file).problems} <= OF_THE_TEXT


@pytest.mark.office
def test_the_sum_of_an_account_is_what_libreoffice_shows(project: Path, office: Callable[..., Path]) -> None:
    """Of every shape, every case that is given as Word's XML, and every report of our own.

    LibreOffice's plain text has automatic numbers, fields as they were last shown, hidden and deleted text; it lacks
    text boxes, page margins, notes, comments, equations and documents within, which the shapes name one by one.
    """
    documents = {shape.name: (shape.data, shape.unseen, shape.instead) for shape in word_shapes()}
    for case in cases(CASES / "import"):
        if (case / "source.xml").exists():
            parts = {path.stem: path.read_text("utf-8") for path in case.glob("*.xml")}
            documents[f"case-{case.name}"] = (document(parts.pop("source"), **parts), *UNSEEN.get(case.name, ("", "")))
    for case in cases(GOOD):
        (project / "data" / "2024.yaml").write_bytes((case / "report.yaml").read_bytes())
        data = build_of(project, "docx").outputs["docx"]
        documents[f"own-{case.name}"] = (data, _boxed(imported(data)), "")
    for name, (data, _, _) in documents.items():
        (project / f"{name}.docx").write_bytes(data)
    shown = office("txt:Text (encoded):UTF8", *project.glob("*.docx"))
    wrong = {}
    for name, (data, unseen, instead) in documents.items():
        account = imported(data).account
        page = Counter("".join((shown / f"{name}.txt").read_text("utf-8-sig").split()))
        told = (text.partition("：")[2] for text in account.apart)
        counted = Counter("".join("".join((*(line.text for line in account.lines), *told)).split()))
        assert counted.total() == account.on_the_page
        if page + Counter(unseen) != counted + Counter(instead):
            wrong[name] = ["".join(one.elements()) for one in (page - counted, counted - page)]
    assert wrong == {}


def _boxed(made: Imported) -> str:
    lines = (line.text for line in made.account.lines if line.taken_for in BOXED)
    charts = (text.partition("：")[2] for text in made.account.apart if text.startswith("图形里的文字："))
    return "".join("".join((*lines, *charts)).split())
