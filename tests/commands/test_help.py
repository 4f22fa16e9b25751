"""The command line speaks Chinese on any console and in any locale; its examples are real; shells complete it."""

import ast
import inspect
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from support import Run, every_command, needs, process

from ecoreport.cli import commands
from ecoreport.cli.main import LOCALE

COMMANDS = every_command()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(command: str) -> None:
    """The list is written apart, so that it loads none of them."""
    listed = {**commands._YEARLY, **commands._UPKEEP}
    assert listed[command] == inspect.cleandoc(COMMANDS[command].help or "").partition("\n")[0]


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


@pytest.mark.parametrize("encoding", ["gbk:strict", "ascii"])
def test_no_console_stops_the_program(encoding: str, project: Path) -> None:
    """What a code page cannot show comes as an escape; the exit codes are those of UTF-8."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2024.yaml").write_text(text.replace("lead: |\n  ", "lead: |\n  𠮷é🙂{{ 没有 }}", 1), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    for arguments in (
        ["--help"], *([command, "--help"] for command in (COMMANDS if "gbk" in encoding else ())),
        ["check"], ["check", "-f", "csv"], ["build"],
        ["chek"],
        ["figures"], ["figures", "--chart"], ["explain", "W515"], ["diff", "2024", "2024"],
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
    """And loads no command to list them."""
    assert "plain,check" in complete("bash", project, COMP_WORDS="ecoreport ch", COMP_CWORD="1")
    assert complete("bash", project, COMP_WORDS="ecoreport check ", COMP_CWORD="2") == ["plain,2024", "file,"]
    assert complete("bash", project, COMP_WORDS="ecoreport import ", COMP_CWORD="2") == ["file,"]
    assert complete("bash", project, COMP_WORDS="ecoreport explain w61", COMP_CWORD="2")[0] == "plain,W610"
    told = complete("zsh", project, COMP_WORDS="ecoreport text", COMP_CWORD="1")
    assert told == ["plain", "textconv", "把 Word 文件的文字打印出来，一段一行，供 git diff 用。"]


def test_completion_in_a_real_bash(project: Path, tmp_path: Path) -> None:
    """The script is read, and Tab gives the year."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "ecoreport").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ecoreport "$@"\n', "utf-8")
    (tmp_path / "bin" / "ecoreport").chmod(0o755)
    script = (
        'eval "$(_ECOREPORT_COMPLETE=bash_source ecoreport)"\n'
        'COMP_WORDS=(ecoreport build "") COMP_CWORD=2\n'
        "$(complete -p ecoreport | sed 's/.*-F \\([^ ]*\\).*/\\1/') ecoreport\n"
        'echo "${COMPREPLY[@]}"\n'
    )
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    outcome = subprocess.run(
        ["bash", "-c", script], cwd=project, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert outcome.stdout == "2024\n", outcome.stderr


@pytest.mark.parametrize(("shell", "flag"), [("zsh", "-n"), ("fish", "--no-execute")])
def test_the_script_is_sound_to_its_shell(shell: str, flag: str, tmp_path: Path) -> None:
    """Read by the shell itself."""
    needs(shell, f"no {shell}")
    told = process(cwd=tmp_path, env={**os.environ, "_ECOREPORT_COMPLETE": f"{shell}_source"}).stdout
    (tmp_path / "script").write_bytes(told)
    subprocess.run([str(shutil.which(shell)), flag, str(tmp_path / "script")], check=True, timeout=60)


def test_the_compiled_words_are_current() -> None:
    """The .mo is what the .po gives."""
    folder = LOCALE / "zh_CN" / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as file:
        catalog = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    assert (folder / "messages.mo").read_bytes() == compiled.getvalue()


# What click says only to the programmer who declares a command.
FOR_PROGRAMMERS = (
    "Name '{name}' defined twice",
    "Could not determine name",
    "No options defined but a name",
    "Arguments take exactly",
    "Boolean option {decl!r}",
    "Unknown standard stream",
    "Unknown color",
    "Choice({choices})",
    "Invalid start character",
    "d",
)


def test_every_word_of_click_is_translated() -> None:
    """A new click with new words fails here, not before a clerk."""
    with (LOCALE / "zh_CN" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        known = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                word = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
                assert word in known or word == "" or word.startswith(FOR_PROGRAMMERS), f"{path.name}: {word!r}"
