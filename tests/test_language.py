"""The command line speaks Chinese everywhere, English where asked to, on any console; its examples are real."""

import ast
import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from conftest import GOOD, ROOT, Run, every_command, needs, process

from ecoreport.cli import mistakes
from ecoreport.cli.group import ecoreport
from ecoreport.cli.languages import LOCALE
from ecoreport.cli.talk import REASONS

COMMANDS = every_command()
HAN = re.compile("[一-鿿]")
# Names of files, bureaus and figures in the examples.
FUNCTIONS = ast.FunctionDef, ast.AsyncFunctionDef
NAMES = re.compile(r"[一-鿿/*\d.]*(?:报告|汇总|指标|立案|各局|教育局)[一-鿿/*\d.]*|“|”")


def words(command: click.Command) -> Iterator[str]:
    """Every word of help that is ours."""
    yield inspect.cleandoc(command.help or "")
    yield command.options_metavar or ""
    yield from (parameter.help for parameter in command.params if getattr(parameter, "help", None))


def calls(*names: str) -> Iterator[tuple[ast.Call, dict[str, list[ast.expr]]]]:
    """Every call of these in the command line's own code, with what is assigned in the function around it."""
    for path in sorted(LOCALE.parent.glob("*.py")):
        for function in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, FUNCTIONS)):
            inside = list(ast.walk(function))
            assigned: dict[str, list[ast.expr]] = {}
            for node in inside:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    assigned.setdefault(node.targets[0].id, []).append(node.value)
            for node in inside:
                if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in names:
                    yield node, assigned


def literals(call: ast.Call, assigned: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The texts that stand in its arguments without a name, or in what was assigned to a name there."""
    inside = [inner for argument in call.args for inner in ast.walk(argument)]
    named = [value for inner in inside if isinstance(inner, ast.Name) for value in assigned.get(inner.id, ())]
    for inner in (*inside, *(inner for value in named for inner in ast.walk(value))):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def templates() -> set[str]:
    """The sentences that are said of a command line."""
    found = (text for call in calls("wrong", "failed", "worded") for text in literals(*call))
    return {mistakes.MEANT, *REASONS.values(), *found} - {""}


def test_no_error_goes_past_the_catalogue() -> None:
    """What click raises for us is worded by `wrong` and `failed`; only what is said of a report is not."""
    for call, _ in calls("UsageError", "ClickException", "BadParameter", "prompt"):
        assert not any(HAN.search(text) for text in literals(call, {})), ast.unparse(call)


def test_every_word_of_help_has_its_english() -> None:
    """A new option or error without one fails here, and so does one that nobody uses any more."""
    with (LOCALE / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalog = {message.id: message.string for message in read_po(file) if message.id}
    below = (word for command in COMMANDS.values() for word in words(command))
    ours = {
        word for word in (*words(ecoreport), *below, *templates(), ecoreport.subcommand_metavar) if HAN.search(word)
    }
    assert ours == {word for word in catalog if isinstance(word, str)}
    for told in catalog.values():
        assert not HAN.search(NAMES.sub("", str(told))), told


@pytest.mark.parametrize("command", COMMANDS)
def test_help_begins_with_examples(command: str, run: Run, tmp_path: Path) -> None:
    """Before the options; and each is a command line that the program understands."""
    told = run(tmp_path, command, "--help").out
    assert 0 < told.index("例如：") < told.index("选项:")
    examples = [line.strip() for line in told.split("选项:")[0].splitlines() if line.startswith("    ecoreport ")]
    assert examples
    for line in examples:
        typed = re.split(r" {2,}| >+ | < ", line)[0].split(" 几个单位")[0]
        name, *arguments = shlex.split(typed)[1:]
        assert name in COMMANDS, line
        parser = COMMANDS[name].make_parser(click.Context(COMMANDS[name]))
        parser.parse_args([*arguments])


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_english_where_it_is_asked_for(command: str) -> None:
    """Help without a han but in names; in the same locale that speaks Chinese without it."""
    arguments = [command] if command else []
    environment = {**os.environ, "ECOREPORT_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}
    told = process(*arguments, "--help", cwd=ROOT, env=environment).stdout.decode()
    assert told.startswith("Usage: ecoreport")
    assert not HAN.search(NAMES.sub("", told)), told


# Typed in a folder that holds 2024/data/2024.yaml, bureaus/a/data, bureaus/b/data and a file 2024/old.docx.
WRONG = (
    "chek", "2024", "check –f json", "check", "check -C nowhere", "check -C bureaus", "check -C no*",
    "check -C 2024 2014", "check -C 2024 last", "check -C bureaus/a bureaus/b", "check -C 2024 2024 --all",
    "check -C bureaus/a", "check --nonsense", "build -C 2024 -f word", "build -C 2024 -f md -o x.docx",
    "build -C 2024 --draft --check", "build -C 2024 -j 0", "build -C 2024 -o x.txt", "build -C bureaus/* -o -",
    "diff -C 2024 2023 2024", "diff -C 2024 2024@none 2024", "diff -C 2024 @ 2024", "diff -C 2024 old.docx 2024",
    "figures -C 2024 --only none", "figures -C 2024 -f html", "figures -C bureaus/* --chart", "new -C 2024",
    "new -C 2024 2024", "new -C 2024 2030", "new -C 2024 2020 --from 2022", "import nothing.docx", "import no*.docx",
    "import -C 2024 a.docx b.docx --year 2023", "explain", "explain W99", "completion tcsh", "init x",
    "init x --issuer yes!", "init x --issuer 示例县教育局", "init x --from 2024/old.docx --issuer 示例县教育局",
)  # fmt: skip
SCRIPT = """
import shlex, sys
from ecoreport import cli
cli.choose_language()
for line in sys.argv[1:]:
    print("$", line, file=sys.stderr)
    assert cli.run(shlex.split(line)) in (1, 2), line
"""


def test_english_errors(tmp_path: Path) -> None:
    """click's, ours, and those of the system: no han but in names; lists with commas."""
    for folder in ("2024", "bureaus/a", "bureaus/b"):
        (tmp_path / folder / "data").mkdir(parents=True)
    shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / "2024" / "data" / "2024.yaml")
    shutil.copy(GOOD / "plain" / "report.yaml", tmp_path / "bureaus" / "a" / "data" / "2024.yml")
    (tmp_path / "2024" / "old.docx").touch()
    command = [sys.executable, "-c", SCRIPT, *WRONG]
    environment = {**os.environ, "ECOREPORT_LANG": "en"}
    outcome = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, encoding="utf-8")
    assert outcome.returncode == 0, outcome.stderr
    for told in outcome.stderr.split("$ ")[1:]:
        assert not HAN.search(NAMES.sub("", told)), told
        assert not re.search("[、。；：，]|  |[.:?] $", told.partition("\n")[2], re.MULTILINE), told
    assert "There is no command “chek”. Did you mean ecoreport check?\n" in outcome.stderr
    assert "-f has no “word”. Did you mean docx? It may be md, docx, html, pdf.\n" in outcome.stderr


@pytest.mark.parametrize("encoding", ["gbk", "gbk:strict", "cp936", "ascii"])
def test_no_console_stops_the_program(encoding: str, project: Path) -> None:
    """What a code page cannot show comes as an escape; the exit codes are those of UTF-8."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2024.yaml").write_text(text.replace("lead: |\n  ", "lead: |\n  𠮷é🙂{{ 没有 }}", 1), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    for arguments in (
        ["--help"], *([command, "--help"] for command in COMMANDS), ["check"], ["check", "-f", "csv"], ["build"],
        ["chek"],
        ["figures"], ["figures", "--chart"], ["explain", "W515"], ["diff", "2024", "2024"], ["completion", "bash"],
        ["check", "-C", "*"], ["schema"], ["init", "新项目", "--issuer", "示例县教育局", "--year", "2025"],
    ):  # fmt: skip
        outcome = process(*arguments, cwd=project, env=environment)
        assert outcome.returncode in (0, 1, 2), arguments
        for said in (outcome.stdout, outcome.stderr):
            assert b"Traceback" not in said, arguments
            assert "程序自身出了问题".encode("gbk") not in said, arguments


def complete(shell: str, project: Path, **typed: str) -> list[str]:
    """What the program proposes to a shell."""
    environment = {**os.environ, "_ECOREPORT_COMPLETE": f"{shell}_complete", **typed}
    return process(cwd=project, env=environment).stdout.decode().splitlines()


def test_completion_knows_commands_years_and_codes(project: Path) -> None:
    """Each shell in its own form; PowerShell's is ours."""
    assert "plain,check" in complete("bash", project, COMP_WORDS="ecoreport ch", COMP_CWORD="1")
    assert complete("bash", project, COMP_WORDS="ecoreport check ", COMP_CWORD="2") == ["plain,2024"]
    assert complete("bash", project, COMP_WORDS="ecoreport import ", COMP_CWORD="2") == ["file,"]
    told = complete("powershell", project, COMP_WORDS="ecoreport\nexplain", COMP_WORD="w61")
    assert "plain\tW611\t上年的计划没有落实" in told
    assert complete("powershell", project, COMP_WORDS="ecoreport", COMP_WORD="comp")[0].startswith(
        "plain\tcompletion\t"
    )


def test_completion_in_a_real_bash(project: Path, tmp_path: Path) -> None:
    """The script is read, and Tab gives the year."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "ecoreport").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ecoreport "$@"\n', "utf-8")
    (tmp_path / "bin" / "ecoreport").chmod(0o755)
    script = (
        'eval "$(ecoreport completion bash)"\n'
        'COMP_WORDS=(ecoreport check "") COMP_CWORD=2\n'
        "$(complete -p ecoreport | sed 's/.*-F \\([^ ]*\\).*/\\1/') ecoreport\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    outcome = subprocess.run(
        ["bash", "-c", script], cwd=project, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert outcome.stdout == "2024\n", outcome.stderr


@pytest.mark.parametrize(("shell", "flag"), [("zsh", "-n"), ("fish", "--no-execute")])
def test_the_script_is_sound_to_its_shell(shell: str, flag: str, run: Run, tmp_path: Path) -> None:
    """Read by the shell itself."""
    needs(shell, f"no {shell}")
    (tmp_path / "script").write_text(run(tmp_path, "completion", shell).out, "utf-8")
    subprocess.run([str(shutil.which(shell)), flag, str(tmp_path / "script")], check=True, timeout=60)
