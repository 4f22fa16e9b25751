"""What the tests of the packages share: clean copies, environments, and what every packed program must do."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ecoreport import __version__
from support import ROOT, needs
from support.examples import COMMANDS, EXPECTED, SHILI

UV = (sys.executable, "-m", "uv")  # from the development lock
WHEEL = f"ecoreport-{__version__}-py3-none-any.whl"
SDIST = f"ecoreport-{__version__}.tar.gz"
# Of the examples' outputs, one a command and format: each needs another part of what was packed.
ONE_OF_A_KIND = ("check.txt", "figures.csv", "diff.json", "diff.html", "diff.docx", "new.yaml", "chart.docx")
NO_INDEX = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_NO_INDEX": "1",
    **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"),
}


def call(*command: str, cwd: Path, environment: Mapping[str, str] = os.environ, umask: int = 0o022) -> str:
    """Standard output of a command that must succeed."""
    done = subprocess.run(command, cwd=cwd, env=environment, umask=umask, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0, f"{shlex.join(command)}: {done.stdout.decode()}{done.stderr.decode()}"
    return done.stdout.decode()


@cache
def _index_answers() -> bool:
    """Whether packages can be fetched from where pip looks."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--dry-run",
        "--ignore-installed",
        "hatchling",
    ]
    return subprocess.run(command, capture_output=True, check=False, timeout=300).returncode == 0


def needs_index() -> None:
    """Skip, or fail in CI, where no package index answers."""
    needs("sh" if _index_answers() else "", "no package index answers")


def tracked() -> list[str]:
    """The files of the repository, by git."""
    needs("git" if (ROOT / ".git").exists() else "", "no git checkout")
    return [name for name in call("git", "ls-files", "-z", cwd=ROOT).split("\0") if name and (ROOT / name).exists()]


def clean_copy(folder: Path) -> Path:
    """The repository's files as they stand now, and nothing that lies beside them."""
    for name in tracked():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def environment(folder: Path) -> dict[str, str]:
    """The variables of an activated new environment with nothing but pip in it."""
    call(*UV, "venv", "-q", "--seed", "--python", sys.executable, str(folder), cwd=folder.parent)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    kept["PIP_COMPILE"] = "0"  # what is used compiles itself
    return {**kept, "VIRTUAL_ENV": str(folder), "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def shown(block: str) -> list[str]:
    """The lines of the shell block behind `<!-- block -->` in the page on installing."""
    text = (ROOT / "docs" / "install.md").read_text("utf-8")
    [lines] = re.findall(rf"<!-- {block} -->\n```sh\n(.*?)```", text, re.DOTALL)
    return [line for line in lines.splitlines() if line.strip()]


class Program(NamedTuple):
    """A packed program and the variables that it is run with."""

    command: tuple[str, ...]
    variables: dict[str, str]

    def __call__(self, *arguments: str, cwd: Path) -> str:
        """Its output; it must end with 0."""
        return call(*self.command, *arguments, cwd=cwd, environment=self.variables)


def builds_the_report(program: Program, folder: Path) -> None:
    """Of one year file in an empty project: the committed bytes."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "2023.yaml", folder / "data")
    program("build", "2023", cwd=folder)
    for name in ("2023.md", "2023.docx"):
        assert (folder / "reports" / name).read_bytes() == (ROOT / "reports" / name).read_bytes()


def does_everything(program: Program, folder: Path) -> None:
    """Outputs of the examples in every format, an import, a page, the schema, a rule's reasons, a new project."""
    shutil.copytree(SHILI, folder)
    for name in ONE_OF_A_KIND:
        out = program(*shlex.split(COMMANDS[name]), cwd=folder).encode()
        made = folder / name
        assert (made.read_bytes() if made.exists() else out) == (EXPECTED / name).read_bytes(), name
    program("check", "--all", "-f", "sarif", cwd=folder)
    assert "示例区生态环境局" in program("status", "--all", cwd=folder)
    assert "用法" in program("preview", "--help", cwd=folder)
    assert program("build", "2024", "-f", "html", "-o", "-", cwd=folder).startswith("<!DOCTYPE html>")
    program("import", "reports/2024.docx", "--year", "2024", "-o", "回来.yaml", cwd=folder)
    assert "生态环境局" in (folder / "回来.yaml").read_text("utf-8")
    assert program("schema", cwd=folder) == (ROOT / "schema" / "report.schema.json").read_text("utf-8")
    program("explain", "W515", cwd=folder)
    program("init", "新", "--issuer", "示例县教育局", "--year", "2025", cwd=folder)
    program("build", cwd=folder / "新")
    assert (folder / "新" / "reports" / "2025.draft.docx").stat().st_size > 1000
    program("init", "旧", "--from", "reports/2023.docx", cwd=folder)
    program("build", "-f", "docx", cwd=folder / "旧")
    assert program("--version", cwd=folder) == f"ecoreport {__version__}\n"


def contents(wheel: Path) -> dict[str, bytes]:
    """What is in a wheel, by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
