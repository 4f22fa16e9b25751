"""A document judged: each finding stands at the very words of the document, whatever it is made of."""

from pathlib import Path

import pytest
from support import ROOT, cases
from support.documents import document
from support.planted import FAULT, planted

from ecoreport.importing import documents
from ecoreport.importing._pieces import Pieces, without_blanks
from ecoreport.importing._places import places
from ecoreport.importing._standing import standing
from ecoreport.importing.convert import convert
from ecoreport.importing.judged import Judged, is_of_document, judged
from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Finding
from ecoreport.project import Inputs
from ecoreport.report.inputs import Years
from ecoreport.report.printed import traced

CASES = ROOT / "tests" / "cases" / "import"
WINDOW = 3  # characters of a finding


def pieces_of(case: Path) -> Pieces:
    """The case's document, of its XML where that is given."""
    [source] = case.glob("source.*")
    if source.suffix != ".xml":
        return documents.read(source.read_bytes(), source.name)
    others = {path.stem: path.read_text("utf-8") for path in case.glob("*.xml") if path != source}
    return documents.read(document(source.read_text("utf-8"), **others), "报告.docx")


@pytest.mark.parametrize("case", cases(CASES), ids=lambda case: case.name)
def test_every_stretch_of_every_text_is_found_in_the_document(case: Path) -> None:
    """What the year file prints there is what the document shows at the paragraph and columns that are told."""
    pieces, inputs = pieces_of(case), Inputs(Years({}))
    imported = convert(pieces, 2024, "报告", inputs, figures=True)
    context, known = inputs.years.context(imported.file), places(pieces.body)
    stands = standing(traced(context, inputs.environment, "x"), imported.printed)
    shown = without_blanks("".join(line.text for line in known.lines))
    tried = 0
    for text in context.printed:
        for start in range(0, len(text.text) - WINDOW, WINDOW):
            words = without_blanks(text.text[start : start + WINDOW])
            if any(text.is_reference(at) for at in range(start, start + WINDOW)) or words not in shown:
                continue  # a figure is marked as a whole; what is written in another way is no words of the document
            marked = stands.of(text.finding("E501", "", (start, start + WINDOW)))
            there = [known.on(known.line_of(at))[at - known.start_of(known.line_of(at))] for at in marked]
            assert "".join(known.lines[one.line - 1].text[one.column - 1] for one in there) == words
            tried += 1
    assert tried > WINDOW


def judge(data: bytes, name: str = "报告.docx", year: int | None = None) -> Judged:
    """The document alone."""
    pieces, inputs = documents.read(data, name), Inputs(Years({}))
    return judged(pieces, convert(pieces, year, name, inputs, figures=True), inputs)


def test_planted_faults_are_told_at_their_paragraphs_and_columns() -> None:
    """In runs, insertions, links, controls, fields, boxes, tables: eleven times, each at the two commas."""
    found = judge(planted())
    lines = found.text.splitlines()
    told = [one.words for one in found.remarks if one.finding.code == "W521"]
    assert len(told) == found.text.count(FAULT) == 11
    for words in told:
        assert words is not None
        assert lines[words.line - 1][words.column - 1 : words.end_column - 1] == FAULT
        assert FAULT in words.quoted
        assert words.paragraph >= 0


TEXT = """示例区城市管理局2024年法治政府建设情况报告
2024年，示例区城市管理局坚持依法行政，现将有关情况报告如下：
一、主要举措和成效
（一）学习
立案12件，作出处罚决定15件。
（三）培训
开展执法培训。
二、存在的不足和原因
执法力量不足，主要原因是编制少。
三、2025年主要安排
加强培训。
示例区城市管理局
2025年1月10日
"""


def test_nothing_is_told_that_only_a_year_file_has() -> None:
    """Keys, figures without a name, ids that answer; a number out of turn is told as what it is in a document."""
    found = judge(TEXT.encode(), "报告.txt")
    assert {one.finding.code for one in found.remarks} == {"E601", "E518", "W416", "H623"}
    told = {one.finding.code: one for one in found.remarks}
    assert told["E518"].finding[:2] == ("E518", "序号“（三）”接不上前面的，或者写法不合规定")
    assert told["E601"].problem("报告.txt")[3:9] == ("报告.txt", 0, 0, 0, 0, "")
    assert told["E601"].quoting("报告.txt") == told["E601"].problem("报告.txt")
    assert told["W416"].quoting("报告.txt").message == "第5段“作出处罚决定15件”：处罚决定15件，多于立案12件"
    assert not any("_" in one.finding.help or "{{" in one.finding.help for one in found.remarks)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_of_what_breaks_a_build_only_open_places_are_the_documents(code: str) -> None:
    """E2xx and E3xx are about how a year file is written."""
    if code.startswith(("E2", "E3")):
        assert is_of_document(Finding(code, "")) == (code in ("E217", "E218"))


def test_lines_that_are_printed_elsewhere_or_not_at_all_hide_no_other() -> None:
    """What the import could not place has no place; what stands behind it has."""
    table = "| 项目 | 数 |\n|---|---|\n| 立案 | 3 |\n\n"
    head = f"# 示例局2024年法治政府建设情况报告\n\n{table}2024年，示例局依法行政，，规范执法。\n\n"
    text = f"{head}一、主要举措\n\n执法，，普法。\n"
    found = judge(text.encode(), "报告.md")
    lines = found.text.splitlines()
    told = [one.words for one in found.remarks if one.finding.code == "W521" and one.words]
    assert [lines[one.line - 1][one.column - 1 : one.end_column - 1] for one in told] == [FAULT, FAULT]
