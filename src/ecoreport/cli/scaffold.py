"""A new project: the files that a bureau starts with."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from ecoreport import __version__
from ecoreport.project import DATA, SCHEMA, SETTINGS, TEMPLATES, read_file
from ecoreport.report.inputs import PACKAGED
from ecoreport.yearfile.schema import schema
from ecoreport.yearfile.writer import scalar

_FILES: Mapping[str, str] = {
    "README.md": "README.md",
    SETTINGS: "settings.yaml",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/tasks.json": "tasks.json",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".github/workflows/report.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    "requirements.txt": "requirements.txt",
}


def project_files(issuer: str, year: int) -> Mapping[str, bytes]:
    """What stands beside the year files, by path from the project's root: settings, templates, schema, editor, CI."""
    files = {path: _filled(name, issuer, year) for path, name in _FILES.items()}
    files[SCHEMA] = schema()
    files |= {f"{TEMPLATES}/{path.name}": read_file(path).decode() for path in sorted(PACKAGED.iterdir())}
    return {path: text.encode() for path, text in files.items()}


def year_file(issuer: str, year: int) -> Mapping[str, bytes]:
    """The first year's file, by its path: everything to fill in, with comments that say how."""
    text = _filled("year.yaml", issuer, year).replace(f"issuer: {issuer}", f"issuer: {scalar(issuer)}", 1)
    return {f"{DATA}/{year}.yaml": text.encode()}


def _filled(name: str, issuer: str, year: int) -> str:
    words = {"@ISSUER@": issuer, "@YEAR@": str(year), "@NEXT@": str(year + 1), "@VERSION@": __version__}
    text = _starter(name)
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


@cache
def _starter(name: str) -> str:
    return resources.files("ecoreport.cli").joinpath("starter", name).read_text("utf-8")
