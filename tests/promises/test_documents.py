"""The documents hold what they say: commands run, examples work, links lead somewhere."""

import dataclasses
import re
import shlex
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import click
import pytest
import yaml
from markdown_it import MarkdownIt
from support import GOOD, ROOT, Run, cases, every_command, needs
from support.catalogue import SOUND, codes, example, problems
from support.shown import commands, followed, project_of, sections, steps

from ecoreport.problems.catalogue import Code, catalogue
from ecoreport.report import _outline
from ecoreport.report.blocks import Kind, words
from ecoreport.report.context import Context
from ecoreport.report.markdown import read
from ecoreport.rules import _rule
from ecoreport.rules import findings as rules
from ecoreport.typeset import layout
from ecoreport.yearfile.reader import parse

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (".", "docs", "examples", "examples/*")
    for path in ROOT.glob(f"{folder}/*.md")
)
MARKDOWN = MarkdownIt("commonmark").enable(["table"])
SHOWING = [(page, title) for page in PAGES for title, text in sections(page).items() if commands(text)]


@pytest.mark.parametrize(("document", "title"), SHOWING)
def test_what_is_shown_works_and_is_what_is_said(
    document: str, title: str, tmp_path: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    """Every command of a part, one after the other, each screen as it is now; --update-golden renews the screens."""
    needs("git", "no git")
    text = sections(document)[title]
    now = followed(text, project_of(document, text, tmp_path), run)
    golden(ROOT / document, (ROOT / document).read_text("utf-8").replace(text, now))


def test_no_command_is_left_out() -> None:
    """The page of commands shows each of them, and whoever adds an option to -h finds it told there."""
    text = (ROOT / "docs/commands.md").read_text("utf-8")
    for name, command in every_command().items():
        assert f"`{name}" in text, name
        options = [one.opts for one in command.params if isinstance(one, click.Option)]
        assert [one for one in options if not any(option in text for option in one)] == [], name


@pytest.mark.parametrize("page", [page for page in PAGES if page != "CHANGELOG.md"])  # which tells of what was
def test_commands_in_short_have_the_options_that_they_show(page: str) -> None:
    """Such as stand in tables, without the program's name: they are read, and not run."""
    found = every_command()
    prose = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for shown in re.findall(rf"`((?:{'|'.join(found)}) [^`\n]+)`", prose):
        name, *arguments = shlex.split(shown)
        command = found[name]
        command.make_parser(click.Context(command)).parse_args(arguments)


def test_the_figures_of_the_readme_are_those_of_the_benchmarks(golden: Callable[[Path, str], None]) -> None:
    """Its two rows of them; --update-golden renews them."""
    rows = re.findall(r"^\| (.+?) \|(.+)\|$", (ROOT / "docs/benchmarks.md").read_text("utf-8"), re.MULTILINE)
    at_once = {name.strip("*`"): cells.split("|")[-2] for name, cells in rows if cells.count("|") == 2}
    alone = {name.strip("*`"): cells.split("|")[0] for name, cells in rows if cells.count("|") == 3}
    batch = ("ecoreport build --all`** (check, md, docx)", "pandoc, a process a report", "docxtpl")
    single = ("ecoreport build 2023`** (check, md, docx)", "pandoc, md to docx", "docxtpl")
    told = {
        "reports a second, one core": [at_once[name].strip() for name in batch],
        "one report, CPU ms": [alone[name].strip() for name in single],
    }
    text = (ROOT / "README.md").read_text("utf-8")
    for title, cells in told.items():
        text, found = re.subn(rf"^\| {title} \|.*$", f"| {title} | {' | '.join(cells)} | – |", text, flags=re.MULTILINE)
        assert found == 1, title
    golden(ROOT / "README.md", text)


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


def test_the_architecture_names_every_room_and_its_public_modules() -> None:
    """Those that `ls` shows without an underscore; of the command line, which nobody imports, any."""
    rows = re.findall(
        r"^\| `src/ecoreport/([\w/]+)/` \|.*\| (.+) \|$", sections("docs/architecture.md")["The rooms"], re.MULTILINE
    )
    told = {room: set(re.findall(r"`(\w+)`", modules)) for room, modules in rows}
    package = ROOT / "src" / "ecoreport"
    rooms = [path.parent for path in package.rglob("__init__.py") if path.parent != package]
    public = [room for room in rooms if not any(part.startswith("_") for part in room.relative_to(package).parts)]
    assert {room.relative_to(package).as_posix() for room in public} == set(told)
    for room in (one for one in public if one.name != "cli"):
        modules = {path.stem for path in room.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
        assert {name for name in modules if not name.startswith("_")} == told[room.relative_to(package).as_posix()], (
            room
        )


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
    """Below 260 kB; none is left over."""
    shown = {Path(link).name for page in PAGES for link in links(page)}
    for picture in (*(ROOT / "docs" / "pictures").glob("*.png"), *(ROOT / "docs" / "pictures").glob("*.svg")):
        assert picture.stat().st_size < 260_000, picture
        assert picture.name in shown, picture


def test_the_field_followed_is_where_the_page_says_it_is() -> None:
    """There and nowhere else: whoever follows the table for a new field has not forgotten one."""
    told = set(re.findall(r"`((?:src|templates)/[^`]+)`", sections("docs/extending.md")["A field"]))
    code = (*(ROOT / "src").rglob("*.py"), *(ROOT / "templates").iterdir())
    known = re.compile(r"(?<!field)[\"'.]annotation\b|\bannotation:|Kind\.ANNOTATION|ANNOTATION =")
    assert told == {path.relative_to(ROOT).as_posix() for path in code if known.search(path.read_text("utf-8"))}
