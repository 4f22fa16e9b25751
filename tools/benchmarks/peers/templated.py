"""docxtpl: YAML to Word through a Word template; templated.py YEAR.yaml OUT.docx TEMPLATE.docx [COUNT]."""

import sys

import yaml
from docxtpl import DocxTemplate


def context(path: str) -> dict[str, object]:
    """The year file with its figures in the text."""
    import jinja2  # noqa: PLC0415 - docxtpl has loaded it

    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as such scripts do it
        data = yaml.load(file, Loader=yaml.CSafeLoader)
    figures = {name: one["value"] if isinstance(one, dict) else one for name, one in data["figures"].items()}

    def said(text: str, **more: str) -> list[str]:
        return [part for part in jinja2.Template(text).render(**figures, **more).split("\n\n") if part.strip()]

    sections = []
    for kind in ("measures", "shortcomings", "leader_duties", "next_year_plan"):
        section = data[kind] if isinstance(data[kind], dict) else {"items": data[kind]}
        items = []
        for item in section["items"]:
            text = item.get("text") or "{{ 问题 }}。主要原因是{{ 原因 }}。"
            more = {"问题": item.get("problem", ""), "原因": item.get("cause", "")}
            items.append({"title": item.get("title", ""), "paragraphs": said(text, **more)})
        sections.append({"title": section.get("title", kind), "entries": items})
    return {"title": data["title"], "issuer": data["issuer"], "lead": said(data["lead"]), "sections": sections}


def template(path: str) -> None:
    """The Word template, which somebody would have made by hand."""
    from docx import Document  # noqa: PLC0415 - only to prepare

    document = Document()
    document.add_heading("{{ title }}", 0)
    for line in (
        "{%p for paragraph in lead %}", "{{ paragraph }}", "{%p endfor %}", "{%p for section in sections %}",
        "{{ section.title }}", "{%p for item in section.entries %}", "{{ item.title }}",
        "{%p for paragraph in item.paragraphs %}", "{{ paragraph }}", "{%p endfor %}", "{%p endfor %}",
        "{%p endfor %}", "{{ issuer }}",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(path)


def main(source: str, target: str, form: str, count: str = "1") -> None:
    """The report, so many times."""
    for _ in range(int(count)):
        document = DocxTemplate(form)
        document.render(context(source))
        document.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
