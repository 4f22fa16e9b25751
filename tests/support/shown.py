"""What a document shows, done as it says: its commands run, its files are written, its outputs are looked for.

A block of ``sh`` is run, line by line; inline code that begins with `ecoreport ` as well. A comment above a block says
what it is: `file: PATH` and `append: PATH` are written there, `output` are lines that the last command says, and the
commands of a block that `fails` exit with 1. `edited: PATH` are words that somebody changes in that Word file, as 改前
and 改后 say. Other marks are for the tests that know them.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from support import ROOT, Run
from support.examples import SHILI
from support.retyped import changed

_BLOCK = r"(?:<!-- (?P<mark>\w+)(?:: (?P<path>\S+))? -->\n)?```(?P<kind>\w*)\n(?P<block>.*?)```"
_SHOWN = re.compile(_BLOCK + r"|`(?P<inline>ecoreport [^`\n]+)`", re.DOTALL)


class Step(NamedTuple):
    """One thing that a document shows: a `command`, or what is to be done with a block."""

    what: str
    text: str
    path: str = ""
    fails: bool = False


def sections(document: str) -> dict[str, str]:
    """The parts of a document by their headings of the second level; what stands before the first is under ""."""
    parts = re.split(r"^## (.+)\n", (ROOT / document).read_text("utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def steps(text: str) -> Iterator[Step]:
    """What a part of a document shows, in its order; blocks that are only to be read are left out."""
    for match in _SHOWN.finditer(text):
        if match["inline"]:
            yield Step("command", match["inline"])
        elif match["kind"] == "sh":
            for line in match["block"].splitlines():
                if line.startswith("ecoreport "):
                    yield Step("command", line, fails=match["mark"] == "fails")
        elif match["mark"]:
            yield Step(match["mark"], match["block"], match["path"] or "")


def commands(text: str) -> list[str]:
    """Its commands alone."""
    return [step.text for step in steps(text) if step.what == "command"]


def follow(text: str, folder: Path, run: Run) -> None:
    """Do what the text shows, in the folder."""
    said = ""
    for step in steps(text):
        if step.what == "command":
            outcome = run(folder, *shlex.split(step.text, comments=True)[1:])
            said = outcome.out + outcome.err
            assert outcome.code == (1 if step.fails else 0), f"{step.text}: {said}"
        elif step.what == "output":
            for line in step.text.splitlines():
                assert line in said, said
        elif step.what == "edited":
            before, after = re.findall("改.：(.+)", step.text)
            changed(folder / step.path, {before: after})
        elif step.path:
            path = folder / step.path
            path.parent.mkdir(exist_ok=True)
            with path.open("a" if step.what == "append" else "w", encoding="utf-8") as file:
                file.write(step.text)


def this_project(folder: Path) -> Path:
    """A copy of this repository's own project, and of what its documents name."""
    for name in ("data", "templates", "reports", "schema", "examples", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("theme", "pictures"))
    return folder


def clerks_project(folder: Path, *, importing: bool = False) -> Path:
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
