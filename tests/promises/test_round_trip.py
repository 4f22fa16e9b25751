"""import(build(x)) builds the same text, for reports of every shape, whatever stands in them."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from support.projects import build_of
from support.reports import ALONE, REPORT

from ecoreport.importing._text import read_markdown
from ecoreport.importing._word.document import read_docx
from ecoreport.importing.convert import convert
from ecoreport.report.blocks import words
from ecoreport.report.markdown import read

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("form", ["docx", "md"])
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
@given(report=REPORT)
def test_what_was_built_comes_back(
    form: str, report: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every character, in order; white space aside."""
    folder = tmp_path_factory.getbasetemp() / "round-trip"
    (folder / "data").mkdir(parents=True, exist_ok=True)
    typed = json.dumps(report, ensure_ascii=False).replace("{{", '{{ \\"{{\\" }}')
    (folder / "data" / "2024.yaml").write_text(typed, "utf-8")
    built = _built(folder, form)
    assume(built is not None)  # a level too deep cannot be switched off, and is not built
    assert built
    data, text = built
    pieces = read_docx(data) if form == "docx" else read_markdown(data.decode())
    made = convert(pieces, 2024, "x", ALONE, figures=True)
    assume(not made.account.furniture)  # a line of marks looks like a web page's; set aside is tested apart
    assert (made.account.missing, made.account.added) == ("", "")
    (folder / "data" / "2024.yaml").write_text(made.text, "utf-8")
    again = _built(folder, "md")
    assert again
    assert words(read(again[0].decode())) == text


def _built(folder: Path, form: str) -> tuple[bytes, str] | None:
    outputs = build_of(folder, "md", form).outputs
    return (outputs[form], words(read(outputs["md"].decode()))) if outputs else None
