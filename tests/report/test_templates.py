"""A project's own templates and layouts replace ours; a wrong one is told of with its line."""

from pathlib import Path

import pytest
from support import Run
from support.words import attributes, part


def test_a_project_can_replace_one_partial(project: Path, run: Run) -> None:
    """The rest stays ours."""
    (project / "templates").mkdir()
    (project / "templates" / "entry.md.j2").write_text("{{ node.heading }}之后没有了\n", "utf-8")
    made = run(project, "build", "2024", "-f", "md", "-o", "-").out
    assert "一、主要举措和成效之后没有了" in made
    assert made.startswith("# 示例区生态环境局")


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("第一行\n{% if %}\n", "templates/report.md.j2:2"),
        ("第一行\n\n{{ outline.nothing }}\n", "templates/report.md.j2:3"),
        ('{% include "nowhere.j2" %}\n', "nowhere.j2"),
        ("甲\n\n- 列表\n", "reports/2024.md:3"),
        ("{{ outline.__class__ }}\n", "templates/report.md.j2:1"),
        ("{% for n in [1, 2] %}{{ n / 0 }}{% endfor %}\n", "templates/report.md.j2:1"),
        (
            "{% for n in [1] %}" * 25 + "甲" + "{% endfor %}" * 25,
            "标签一层套一层，太深了\n --> templates/report.md.j2\n",
        ),
        ("{% if true %}" * 120 + "甲" + "{% endif %}" * 120, "标签一层套一层，太深了"),
        ("{{ '一二三四五六七八九' | truncate(3, true, '" + "末" * 1000 + "') }}", "长度3比末尾接的1000个字还短"),
    ],
)
def test_a_wrong_template_is_told_with_its_line(project: Path, run: Run, template: str, told: str) -> None:
    """Exit 1, no traceback, nothing written."""
    (project / "templates").mkdir()
    (project / "templates" / "report.md.j2").write_text(template, "utf-8")
    outcome = run(project, "build", "2024")
    assert outcome.code == 1
    assert told in outcome.err
    assert not (project / "reports").exists()


def test_data_in_a_template_stays_text(project: Path, run: Run) -> None:
    """A value that looks like a template is not run, and is escaped."""
    path = project / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8").replace("扎实推进", '{% raw %}*{{ "{{" }} 7*7 }}'), "utf-8")
    assert "{% raw %}\\*{{ 7\\*7 }}" in run(project, "build", "2024", "-f", "md", "-o", "-").out


@pytest.mark.parametrize(("layout", "top", "pitch"), [("compensated", "1960", "589"), ("own", "2268", "579")])
def test_a_layout_overrides_single_figures(project: Path, run: Run, layout: str, top: str, pitch: str) -> None:
    """Ours and the project's."""
    (project / "layouts").mkdir()
    own = "page: {top: 40}\nstyles:\n  title: {font: 华文中宋}\n"
    (project / "layouts" / "own.yaml").write_text(own, "utf-8")
    with (project / "data" / "2024.yaml").open("a", encoding="utf-8") as file:
        file.write(f"layout: {layout}\n")
    assert run(project, "build").code == 0
    data = (project / "reports" / "2024.docx").read_bytes()
    assert attributes(part(data, "word/document.xml"), "pgMar")[0]["top"] == top
    assert attributes(part(data, "word/document.xml"), "docGrid")[0]["linePitch"] == pitch
    assert ("华文中宋" in part(data, "word/styles.xml")) == (layout == "own")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("page: {topp: 40}\n", "layouts/own.yaml:1:8"),
        ("styles:\n  titel: {font: 宋体}\n", "layouts/own.yaml:2:3"),
        ("styles:\n  title: {size: 大}\n", "layouts/own.yaml:2:17"),
        ("page：\n", "layouts/own.yaml:1:5"),
        ("page: 3\n", "layouts/own.yaml:1:7"),
    ],
)
def test_a_wrong_layout_is_told_with_its_place(project: Path, run: Run, text: str, told: str) -> None:
    """In the words of year files."""
    (project / "layouts").mkdir()
    (project / "layouts" / "own.yaml").write_text(text, "utf-8")
    with (project / "data" / "2024.yaml").open("a", encoding="utf-8") as file:
        file.write("layout: own\n")
    outcome = run(project, "build")
    assert outcome.code == 1
    assert told in outcome.err
