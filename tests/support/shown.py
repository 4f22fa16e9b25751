"""What a page shows, done as it says: its commands run, its files are written, its screens are what the program said.

A block of ``sh`` is run, line by line; inline code that begins with `ecoreport ` as well. A comment above a block says
what it is:

- `fails`: the commands end with 1
- `output`: what the last command said, as `--update-golden` puts it there; `output: first 6`, `output: last 6` so many
  of its lines, `output: has WORD` those that hold the word
- `file: PATH`, `append: PATH`: is written there
- `edited: PATH`: what somebody changes in that file: words as 改前 and 改后 say, of a workbook cells as 表!D7 = 值

Other marks are for the tests that know them. Each part of a page (a heading of the second level) starts in a new copy
of the project that its page is about.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl

from support import ROOT, Run
from support.examples import SHILI
from support.retyped import changed as retyped

JIAOYU = ROOT / "examples" / "jiaoyu"
_BLOCK = r"(?:<!-- (?P<mark>\w+)(?:: (?P<told>[^\n]+?))? -->\n)?```(?P<kind>\w*)\n(?P<block>.*?)```"
_SHOWN = re.compile(_BLOCK + r"|`(?P<inline>ecoreport [^`\n]+)`", re.DOTALL)
_ENDLESS = "ecoreport preview "  # tests/commands/test_preview.py runs it, and ends it
_SAVED = 1_737_547_200  # 2025-01-22, when every file there was saved: `status` tells it
_LEFT_OUT = "……"
# What a clerk of an invented bureau has got wrong in the Word file that came by mail.
_MISTAKES = {"办结率97.7%": "办结率98.7%", "研究法治工作5次": "研究法治工作5-6次"}


class Step(NamedTuple):
    """One thing that a page shows: a `command`, or what is to be done with a block."""

    what: str
    text: str
    told: str = ""
    fails: bool = False
    span: tuple[int, int] = (0, 0)  # of a block's text in its part


def sections(document: str) -> dict[str, str]:
    """The parts of a page by their headings of the second level; what stands before the first is under ""."""
    parts = re.split(r"^## (.+)\n", (ROOT / document).read_text("utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def steps(text: str) -> Iterator[Step]:
    """What a part of a page shows, in its order; blocks that are only to be read are left out."""
    for match in _SHOWN.finditer(text):
        if match["inline"]:
            yield Step("command", match["inline"])
        elif match["kind"] == "sh":
            for line in match["block"].splitlines():
                if line.startswith("ecoreport "):
                    yield Step("command", line, fails=match["mark"] == "fails")
        elif match["mark"]:
            yield Step(match["mark"], match["block"], match["told"] or "", span=match.span("block"))


def commands(text: str) -> list[str]:
    """Its commands alone."""
    return [step.text for step in steps(text) if step.what == "command"]


def followed(text: str, folder: Path, run: Run) -> str:
    """The text with its screens as they are now, after all that it shows was done in the folder."""
    said, made, kept = "", [], 0
    for step in steps(text):
        if step.what == "command":
            said = said if step.text.startswith(_ENDLESS) else _said(step, folder, run)
        elif step.what == "output":
            made += [text[kept : step.span[0]], _screen(said, step.told)]
            kept = step.span[1]
        elif step.what == "edited":
            _change(folder / step.told, step.text)
        elif step.told:
            path = folder / step.told
            path.parent.mkdir(exist_ok=True)
            with path.open("a" if step.what == "append" else "w", encoding="utf-8") as file:
                file.write(step.text)
    return "".join([*made, text[kept:]])


def _said(step: Step, folder: Path, run: Run) -> str:
    for path in folder.rglob("*"):
        os.utime(path, (_SAVED, _SAVED))
    outcome = run(folder, *shlex.split(step.text, comments=True)[1:])
    assert outcome.code == (1 if step.fails else 0), f"{step.text}: {outcome.out}{outcome.err}"
    return outcome.out + outcome.err


def _screen(said: str, told: str) -> str:
    """The lines of what was said that are to be shown; a line of dots for those left out at an end."""
    lines = said.strip("\n").split("\n")
    how, _, which = told.partition(" ")
    if how == "has":
        lines = [line for line in lines if which in line]
        assert lines, f"{which}: {said}"
    elif how == "first" and len(lines) > int(which):
        lines = [*lines[: int(which)], _LEFT_OUT]
    elif how == "last" and len(lines) > int(which):
        lines = [_LEFT_OUT, *lines[-int(which) :]]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _change(path: Path, told: str) -> None:
    """The file as somebody leaves it who has typed in it: a Word file, a workbook or a text."""
    words = dict(zip(re.findall("改前：(.+)", told), re.findall("改后：(.+)", told), strict=True))
    if path.suffix == ".docx":
        retyped(path, words)
    elif path.suffix == ".xlsx":
        workbook = openpyxl.load_workbook(path)
        for sheet, cell, value in re.findall(r"^(.+)!(\w+) = (.+)$", told, re.MULTILINE):
            workbook[sheet][cell] = float(value) if re.fullmatch(r"[\d.]+", value) else value
        workbook.save(path)
    else:
        text = path.read_text("utf-8")
        assert all(old in text for old in words), words
        for old, new in words.items():
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")


def project_of(document: str, text: str, folder: Path) -> Path:
    """The project that a part of the page is about, made in the folder."""
    if document == "docs/collecting.md":
        return _offices_folder(folder)
    if document in {"README.md", "README.zh-CN.md", "docs/writing.md", "docs/templates.md"}:
        of_old = any(line.startswith("ecoreport import") and "--into" not in line for line in commands(text))
        return _clerks_project(folder, importing=of_old)
    return _this_project(folder)


def _this_project(folder: Path) -> Path:
    """A copy of this repository's own project, and of what its documents name."""
    for name in ("data", "templates", "reports", "schema", "examples", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("theme", "pictures"))
    return folder


def _clerks_project(folder: Path, *, importing: bool) -> Path:
    """The example of an invented bureau under git, with the files that the handbook speaks of.

    Where it is about `importing`, two years are there as Word files only.
    """
    project = Path(shutil.copytree(SHILI, folder / "shili"))
    shutil.copy(project / "data" / "2024.yaml", project / "初稿.yaml")
    shutil.copy(project / "reports" / "2023.docx", project / "2023年报告.docx")
    if importing:
        (project / "旧报告").mkdir()
        for name in ("报告.docx", "2022年报告.docx"):
            shutil.copy(SHILI / "reports" / "2022.docx", project / name)
        shutil.copy(SHILI / "reports" / "2023.docx", project / "旧报告" / "2023.docx")
        for year in (2022, 2023):
            (project / "data" / f"{year}.yaml").unlink()
    author = ("-c", "user.name=法制科", "-c", "user.email=clerk@example.invalid")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), (*author, "commit", "-qm", "2024年初稿")):
        subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)
    return project


def _offices_folder(folder: Path) -> Path:
    """What a collecting office has: a folder of bureaus' projects, and one of what came by mail."""
    bureaus, box = folder / "各局", folder / "收件箱"
    shutil.copytree(SHILI, bureaus / "生态环境局", ignore=shutil.ignore_patterns("expected"))
    shutil.copytree(JIAOYU, bureaus / "教育局", ignore=shutil.ignore_patterns("旧报告"))
    (bureaus / "体育局" / "data").mkdir(parents=True)
    shutil.copytree(SHILI / "data", box / "生态环境局" / "data")
    for received in (folder / "2023年报告.docx", box / "教育局的报告.docx"):
        shutil.copy(JIAOYU / "reports" / "2023.docx", received)
        retyped(received, _MISTAKES)
    return folder
