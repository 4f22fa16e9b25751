"""What a programmer would write in an afternoon: YAML, pydantic, Jinja2, Markdown and Word, and no check at all.

straight.py YEAR.yaml OUT [md] [docx]
"""

import sys
from pathlib import Path

import jinja2
import yaml
from pydantic import BaseModel

TITLES = {
    "measures": "主要举措和成效",
    "shortcomings": "存在的不足和原因",
    "leader_duties": "党政主要负责人履行推进法治建设第一责任人职责情况",
    "next_year_plan": "主要安排",
}
HAN = "一二三四五六七八九十"
TEMPLATE = """# {{ title }}

{{ lead }}

{% for section in sections %}
## {{ section.title }}

{% for item in section.entries %}
{% if item.title %}
### {{ item.title }}

{% endif %}
{% for paragraph in item.paragraphs %}
{{ paragraph }}

{% endfor %}
{% endfor %}
{% endfor %}
{{ issuer }}
"""


class Item(BaseModel):
    """One item of a section."""

    title: str = ""
    text: str = ""
    problem: str = ""
    cause: str = ""


class Section(BaseModel):
    """One section of the report."""

    title: str = ""
    numbering: str = ""
    items: list[Item]


class Report(BaseModel):
    """The year file, as far as the report of 2023 needs it."""

    year: int
    issuer: str
    title: str
    lead: str
    figures: dict[str, object]
    measures: Section
    shortcomings: Section
    leader_duties: Section
    next_year_plan: Section


def load(path: Path) -> Report:
    """The year file as models."""
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    known = {key: value for key, value in data.items() if key in Report.model_fields}
    known |= {
        kind: value if isinstance(value, dict) else {"items": value} for kind, value in known.items() if kind in TITLES
    }
    return Report.model_validate(known)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return ["".join(line.strip() for line in part.split("\n")) for part in text.split("\n\n") if part.strip()]


def filled(report: Report) -> dict[str, object]:
    """The report with its figures in the text and everything numbered."""
    figures = {name: value["value"] if isinstance(value, dict) else value for name, value in report.figures.items()}

    def say(text: str, **more: str) -> list[str]:
        return paragraphs(jinja2.Template(text).render(**figures, **more))

    sections = []
    for at, kind in enumerate(TITLES):
        section: Section = getattr(report, kind)
        items = []
        number = 0
        for item in section.items:
            text = item.text or ("{{ 问题 }}。主要原因是{{ 原因 }}。" if item.problem else "")
            said = say(text, 问题=item.problem.rstrip("。"), 原因=item.cause.rstrip("。"))
            numbered = bool(item.title) or bool(item.problem)
            number += numbered
            mark = f"{number}." if section.numbering == "1." else f"（{HAN[number - 1]}）"
            if numbered and not item.title:
                said[0] = mark + said[0]
            items.append({"title": mark + item.title if item.title else "", "paragraphs": said})
        sections.append({"title": f"{HAN[at]}、{section.title or TITLES[kind]}", "entries": items})
    return {"title": report.title, "issuer": report.issuer, "lead": "\n\n".join(say(report.lead)), "sections": sections}


def markdown(report: Report) -> str:
    """The report as Markdown."""
    return jinja2.Template(TEMPLATE, trim_blocks=True, lstrip_blocks=True).render(filled(report))


def word(text: str, path: Path) -> None:
    """The Markdown as Word, with python-docx's own template."""
    from docx import Document  # noqa: PLC0415 - as in the programs that it is compared with

    document = Document()
    for line in (line for line in text.split("\n") if line):
        level = len(line) - len(line.lstrip("#"))
        document.add_paragraph(line.lstrip("# "), style=f"Heading {level}" if level else "Normal")
    document.save(str(path))


def main(source: str, target: str, *forms: str) -> None:
    """One report in the formats asked for."""
    text = markdown(load(Path(source)))
    if "md" in forms:
        Path(f"{target}.md").write_text(text, "utf-8")
    if "docx" in forms:
        word(text, Path(f"{target}.docx"))


if __name__ == "__main__":
    main(*sys.argv[1:])
