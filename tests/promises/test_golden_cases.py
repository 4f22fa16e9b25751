"""Golden cases: every shape of report builds to the very text and layout that were read and approved."""

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from support import BAD, CASES, GOOD, Run, cases
from support.layout import layout_of, styles_of
from support.projects import build_of
from support.words import docx_words

from ecoreport.report.blocks import words
from ecoreport.report.markdown import read

Golden = Callable[[Path, str], None]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_good_case_builds_to_its_golden_files(case: Path, project: Path, golden: Golden) -> None:
    """The Markdown is the expected one; the Word file is laid out as expected, paragraph by paragraph."""
    built = _build(case, project)
    golden(case / "report.md", built["md"].decode())
    golden(case / "report.layout.txt", layout_of(built["docx"]))


def test_the_styles_are_those_that_were_approved(project: Path, golden: Golden) -> None:
    """Every one with all that it sets, in the words of WordprocessingML."""
    golden(CASES / "styles.txt", styles_of(_build(GOOD / "plain", project)["docx"]))


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_word_prints_what_the_markdown_prints(case: Path, project: Path) -> None:
    """Character by character, white space set aside."""
    built = _build(case, project)
    expected = words(read(built["md"].decode()))
    assert docx_words(built["docx"]) == expected


@pytest.mark.parametrize("case", cases(GOOD), ids=lambda case: case.name)
def test_an_outside_reader_sees_the_same_text(case: Path, project: Path) -> None:
    """markdown-it, a CommonMark reader that is not ours, prints the same words."""
    text = _build(case, project)["md"].decode()
    assert _seen(text) == words(read(text))


@pytest.mark.parametrize("case", cases(BAD), ids=lambda case: case.name)
def test_bad_case_is_refused_in_the_expected_words(case: Path, project: Path, run: Run, golden: Golden) -> None:
    """Exit 1, the whole output as approved, and no build."""
    for file in case.glob("*.yaml"):
        shutil.copy(file, project / "data" / file.name.replace("report", "2024"))
    outcome = run(project, "check", "2024")
    golden(case / "problems.txt", outcome.out + outcome.err)
    assert outcome.code == 1
    assert run(project, "build", "2024").code == 1
    assert not (project / "reports").exists()


def _build(case: Path, project: Path) -> dict[str, bytes]:
    shutil.copy(case / "report.yaml", project / "data" / "2024.yaml")
    built = build_of(project, "md", "docx")
    assert built.problems == ()
    return dict(built.outputs)


def _seen(markdown: str) -> str:
    """What markdown-it shows of a report, white space dropped; its HTML blocks read as HTML."""
    shown = []
    for token in MARKDOWN.parse(markdown):
        if token.type == "html_block":
            shown.append(unescape(re.sub(r"<[^>]*>", "", token.content)))
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                shown.append(child.content)
            else:
                assert child.type == "html_inline", f"markup in {token.content!r}: {child.type}"
    return "".join("".join(shown).split())
