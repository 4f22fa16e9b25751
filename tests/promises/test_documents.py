"""The documents hold what they say: commands run, examples work, links lead somewhere."""

import dataclasses
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import pytest
import yaml
from markdown_it import MarkdownIt
from support import GOOD, ROOT, Run, cases, needs
from support.catalogue import SOUND, codes, example, problems
from support.shown import clerks_project, commands, follow, sections, steps, this_project

from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.report import _outline
from ecoreport.report.blocks import Kind, words
from ecoreport.report.context import Context
from ecoreport.report.markdown import read
from ecoreport.rules import _rule
from ecoreport.rules import findings as rules
from ecoreport.typeset import layout
from ecoreport.yearfile.reader import parse

HANDBOOKS = ("README.md", "README.zh-CN.md")
EVERYDAY = {"README.md": "Commands", "README.zh-CN.md": "每天用到的命令"}
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "docs", "examples/*", "benchmarks")
    for path in ROOT.glob(f"{folder}/*.md")
)
ENDLESS = re.compile(r"`ecoreport preview [0-9]+`")  # tests/test_preview.py runs it, and ends it
MARKDOWN = MarkdownIt("commonmark").enable(["table"])


def shown_in(*documents: str) -> list[tuple[str, str]]:
    """Each part of the documents that shows a command."""
    return [(name, title) for name in documents for title, text in sections(name).items() if commands(text)]


CLERKS = shown_in(*HANDBOOKS, "docs/templates.md")
OURS = shown_in(*(page for page in PAGES if page not in (*HANDBOOKS, "docs/templates.md")))


@pytest.mark.parametrize(("document", "title"), [one for one in CLERKS if EVERYDAY.get(one[0]) != one[1]])
def test_what_is_shown_to_clerks_works(document: str, title: str, tmp_path: Path, run: Run) -> None:
    """Every command, file and output of a part, one after the other in the example's three years."""
    needs("git", "no git")
    text = ENDLESS.sub("", sections(document)[title])
    of_old = any(line.startswith("ecoreport import") and "--into" not in line for line in commands(text))
    follow(text, clerks_project(tmp_path, importing=of_old), run)


@pytest.mark.parametrize(("document", "title"), [*EVERYDAY.items(), *OURS])
def test_what_is_shown_of_this_project_works(document: str, title: str, tmp_path: Path, run: Run) -> None:
    """The same, in a copy of this repository's own project."""
    follow(ENDLESS.sub("", sections(document)[title]), this_project(tmp_path), run)


def test_the_two_handbooks_show_the_same_commands() -> None:
    """They must not drift."""
    english, chinese = (commands(sections(name)[title]) for name, title in EVERYDAY.items())
    assert [line for line in english if line in chinese] == english == chinese
    setup = re.compile(r"^python3 -m venv .*$", re.MULTILINE)
    texts = [(ROOT / name).read_text("utf-8") for name in HANDBOOKS]
    assert setup.findall(texts[0]) == setup.findall(texts[1])


def shown_at(title: str) -> dict[str, str]:
    """The marked blocks of a part of docs/extending.md."""
    return {step.what: step.text for step in steps(sections("docs/extending.md")[title])}


def run_python(code: str) -> dict[str, Any]:
    """The names that a block of Python defines."""
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - our own page
    return names


def test_the_rule_shown_finds_its_wrong_example_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the catalogue's tests would hold it; its code is free."""
    shown = shown_at("A rule")
    [(code, fields)] = yaml.safe_load(shown["catalogue"]).items()
    monkeypatch.setattr(_rule, "RULES", registered := [*_rule.RULES])
    run_python(shown["rule"])
    monkeypatch.setattr(rules, "RULES", registered)
    entry = Code(code, **fields)
    assert code not in catalogue()
    assert codes(example(entry.wrong, entry), project) == [code]
    assert codes(example(entry.right, entry), project) == []


def test_the_formats_shown_write_what_the_page_says(project: Path) -> None:
    """Problems as the rows shown; of a report every word and no other."""
    shown = shown_at("A format of problems")
    found = problems((ROOT / "tests/cases/formats/2024.yaml").read_text("utf-8"), project)
    assert run_python(shown["problems"])["as_lines"](found).replace(f"{project}/", "").startswith(shown["lines"])
    write = run_python(shown_at("A format of reports")["blocks"])["write"]
    for case in cases(GOOD):
        report = read((case / "report.md").read_text("utf-8"))
        assert "".join(write(report).decode().split()) == words(report)


@pytest.mark.parametrize("page", PAGES)
def test_the_files_named_exist(page: str) -> None:
    """Paths of this repository, written as code."""
    text = (ROOT / page).read_text("utf-8")
    for path in re.findall(r"`((?:src|tests|docs|benchmarks|schema|\.ci|\.vscode)/[^`\s*:]+)`", text):
        assert (ROOT / path).exists(), path


def test_templates_are_told_all_that_they_can_print() -> None:
    """Every field of the outline, every kind of paragraph, every figure of a layout."""
    text = sections("docs/templates.md")
    told = set(re.findall(r"`([\w.-]+)`", text["模板里能用什么"]))
    names = {name.rpartition(".")[2] for name in told}
    printed = _outline.outline(Context(parse(SOUND.encode(), "2024.yaml").report))
    own = {field.name for field in dataclasses.fields(printed)} - {"lines"}
    assert {f"outline.{name}" for name in (*own, *printed.lines)} <= told
    assert {f"node.{field}" for field in _outline.PrintedItem._fields} <= told
    for printed in (_outline.Annex, _outline.PrintedTable, _outline.PrintedChart, _outline.PrintedParagraph):
        assert set(printed._fields) <= names, printed
    own = {Kind.TITLE, Kind.BODY, Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4}
    assert set(Kind) - own <= told
    laid_out = set(re.findall(r"`([\w-]+)`", text["换版式"])) | names
    for model in (layout.Layout, layout.Page, layout.Style):
        assert set(model.model_fields) <= laid_out, model
    assert set(get_args(layout.StyleName)) <= laid_out | {"heading-2", "heading-3"}


def links(page: str) -> list[str]:
    """Where the links and pictures of a page lead."""
    tokens = [child for token in MARKDOWN.parse((ROOT / page).read_text("utf-8")) for child in token.children or ()]
    return [str(link) for token in tokens if (link := token.attrs.get("href") or token.attrs.get("src"))]


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    tokens = MARKDOWN.parse(path.read_text("utf-8"))
    titles = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Each file is there, each heading in it; addresses elsewhere are only written as such."""
    for link in map(unquote, links(page)):
        if re.match("https?://", link):
            continue
        name, _, anchor = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        assert target.resolve().is_relative_to(ROOT), link
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_pictures_are_small_and_all_shown() -> None:
    """Below 150 kB; none is left over."""
    shown = {Path(link).name for page in PAGES for link in links(page)}
    for picture in (*(ROOT / "docs" / "pictures").glob("*.png"), *(ROOT / "docs" / "pictures").glob("*.svg")):
        assert picture.stat().st_size < 150_000, picture
        assert picture.name in shown, picture


def test_the_field_followed_is_where_the_page_says_it_is() -> None:
    """There and nowhere else: whoever follows the table for a new field has not forgotten one."""
    told = set(re.findall(r"`((?:src|templates)/[^`]+)`", sections("docs/extending.md")["A field"]))
    code = (*(ROOT / "src").rglob("*.py"), *(ROOT / "templates").iterdir())
    known = re.compile(r"(?<!field)[\"'.]annotation\b|\bannotation:|Kind\.ANNOTATION|ANNOTATION =")
    assert told == {path.relative_to(ROOT).as_posix() for path in code if known.search(path.read_text("utf-8"))}
