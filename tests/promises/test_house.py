"""The house: what the import linter holds, and what it cannot say."""

import ast
import re
import subprocess
import sys

from support import ROOT

SOURCE = ROOT / "src" / "ecoreport"


def test_the_rooms_import_as_they_should() -> None:
    """Downward, through public modules, without circles: the contracts of pyproject.toml."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert outcome.returncode == 0, outcome.stdout


def test_who_opens_the_package_sees_the_nine_rooms_and_little_else() -> None:
    """And a room's face is its docstring: no code, no re-exports."""
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {
        "problems", "text", "yearfile", "report", "rules", "typeset", "years", "importing", "cli",
    }  # fmt: skip
    assert len([path for path in SOURCE.iterdir() if path.is_file()]) <= 7
    for face in SOURCE.glob("*/**/__init__.py"):
        [docstring] = ast.parse(face.read_text("utf-8")).body
        assert isinstance(docstring, ast.Expr), face


def test_only_the_command_line_prints_writes_and_exits() -> None:
    """The core takes values and returns values."""
    forbidden = re.compile(r"\bimport click\b|\bprint\(|sys\.exit|\.write_(?:text|bytes)\(|datetime\.now|time\.time\(")
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] not in ("cli", "__main__.py"):
            assert not forbidden.search(path.read_text("utf-8")), path


DOORS = {  # what a module may do that others may not, and who it is
    "open": {"project.py", "cli/files.py", "cli/main.py"},
    "read": {"project.py", "cli/office.py", "cli/apart.py"},  # in a folder of its own; how much memory it has
    "write": {"cli/files.py", "cli/office.py"},
    "start": {"cli/programs.py"},
    "print": {
        "cli/console.py",
        "cli/outputs.py",
        "cli/start.py",
        "cli/apart.py",
    },  # the last what has been printed apart
}


def test_there_is_one_door_each_way() -> None:
    """Reading, writing, starting programs, printing: what is foreign is looked at there, and only there."""
    for path in SOURCE.rglob("*.py"):
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for act in _acts(node):
                assert name in DOORS[act], f"{name}:{node.lineno} {ast.unparse(node)[:60]}"


def _acts(node: ast.AST) -> list[str]:  # noqa: PLR0911 - a line a door
    if isinstance(node, ast.Import | ast.ImportFrom):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
        return ["start"] if {"subprocess", "webbrowser"} & set(modules) else []
    if not isinstance(node, ast.Call):
        return []
    called = ast.unparse(node.func)
    packaged = "resources.files(" in called
    last = called.rpartition(".")[2]
    if called in ("open", "os.open", "io.open") or (last == "open" and "Path(" in called):
        return ["open"]
    if "." in called and last in ("read_bytes", "read_text") and not packaged:
        return ["read"]
    if last in ("write_bytes", "write_text"):
        return ["write"]
    if called in ("os.system", "os.popen") or called.startswith(("os.spawn", "os.exec")):
        return ["start"]
    return ["print"] if called in ("print", "click.echo", "click.secho", "sys.stdout.buffer.write") else []


def test_files_and_functions_stay_small() -> None:
    """About 300 lines a file, about 40 a function."""
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert len(path.read_text("utf-8").splitlines()) <= 310, path
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 45, f"{path.name}: {node.name}"
