"""What is said of command lines and templates that are wrong: the whole of it, in golden files."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

from support import CASES, GOOD, Run

# Typed in a folder that holds the project 法治报告, with the years 2024 and 2025, and a folder 各局 of two more.
COMMANDS = (
    "chek", "检查", "2024", "--all", "check –f json", "check —-strict", "build -C 法治报告 “2024” -f md -o -",
    "check -C 法治报告 2024年", "check -C 法治报告 二〇二四", "check -C 法治报告 20244", "check -C 法治报告 2042",
    "check -C 法治报告 2014", "check", "check -C 法治报高", "check -C 各局", "check -C 没有", "check -C 法治报高/*",
    "check -C 各局/环境 各局/水务", "check -C 法治报告 --al", "check -C 法治报告 2024 --all", "new", "diff 2024",
    "import", "import 没有.docx", "explain", "explain W99", "explain w515x", "build -C 法治报告 -f word",
    "build -C 法治报告 -f dox", "build -C 法治报告 -f", "build -C 法治报告 -j 0", "build -C 法治报告 --draft --check",
    "figures -C 法治报告 -f excel", "figures -C 法治报告 -f ppt", "diff -C 法治报告 2024 2025 -f 网页",
    "new -C 法治报告 2025", "new -C 法治报告 2030", "new -C 法治报告 2024 --from 2025",
    "init 新的", "init 新的 --issuer ，", "import 没有.docx --acount x",
)  # fmt: skip

TEMPLATES = (
    "{% for x in %}", "{{ outline.nosuch }}", "{% if %}", "{{ outline.title | nofilter }}", '{% include "x.j2" %}',
    "{{ 1/0 }}", "{% for x in outline.sections %}", '{{ report.figures["无"].value }}', "{{ outline.title",
    "{{ outline.title }", "{% endif %}", "{{ outline.sections[99] }}", "{{ undefinedvar }}", "{{ outline.title + 1 }}",
    '{% include "report.md.j2" %}', "{{ ().__class__ }}", '{% extends "y" %}', '{{ "a" ~ }}',
    "{{ outline.title | replace(1) }}", "{# x", "{% raw %}", "{% for a in outline.sections %}{% if a %}{% endfor %}",
    "{{ outline，title }}", "{% fro x in y %}{% endfro %}", "{% if x = 1 %}{% endif %}", "{{ outline.title is nope }}",
    "{{ outline.title() }}",
)  # fmt: skip


def test_command_lines(tmp_path: Path, run: Run, golden: Callable[[Path, str], None]) -> None:
    """Each is told what is wrong and, where that can be known, what was meant."""
    for name in ("法治报告", "各局/环境", "各局/水务"):
        (tmp_path / name / "data").mkdir(parents=True)
        shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / name / "data" / "2024.yaml")
    shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / "法治报告" / "data" / "2025.yaml")
    told = []
    for line in COMMANDS:
        outcome = run(tmp_path, *shlex.split(line))
        told.append(f"$ ecoreport {line}\n{outcome.err}= {outcome.code}\n")
    golden(CASES / "mistakes.txt", "\n".join(told))


def test_templates(project: Path, run: Run, golden: Callable[[Path, str], None]) -> None:
    """Each at its file and line; the words are Jinja2's only where nobody has put them into Chinese yet."""
    (project / "templates").mkdir()
    told = []
    for template in TEMPLATES:
        (project / "templates" / "report.md.j2").write_text(f"{{# 试试 #}}\n{template}\n", "utf-8")
        outcome = run(project, "build", "2024")
        assert outcome.code == 1
        told.append(f"#### {template}\n{outcome.err}")
    golden(CASES / "templates.txt", "\n".join(told))
