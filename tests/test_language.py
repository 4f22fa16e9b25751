"""The command line speaks Chinese on any console and in any locale; its examples are real; shells complete it."""

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import Run, every_command, needs, process

from ecoreport.cli import commands

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


@pytest.mark.parametrize("encoding", ["gbk", "gbk:strict", "cp936", "ascii"])
def test_no_console_stops_the_program(encoding: str, project: Path) -> None:
    """What a code page cannot show comes as an escape; the exit codes are those of UTF-8."""
    text = (project / "data" / "2024.yaml").read_text("utf-8")
    (project / "data" / "2024.yaml").write_text(text.replace("lead: |\n  ", "lead: |\n  𠮷é🙂{{ 没有 }}", 1), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    for arguments in (
        ["--help"], *([command, "--help"] for command in COMMANDS), ["check"], ["check", "-f", "csv"], ["build"],
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
    assert complete("bash", project, COMP_WORDS="ecoreport check ", COMP_CWORD="2") == ["plain,2024"]
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
def test_the_script_is_sound_to_its_shell(shell: str, flag: str, tmp_path: Path) -> None:
    """Read by the shell itself."""
    needs(shell, f"no {shell}")
    told = process(cwd=tmp_path, env={**os.environ, "_ECOREPORT_COMPLETE": f"{shell}_source"}).stdout
    (tmp_path / "script").write_bytes(told)
    subprocess.run([str(shutil.which(shell)), flag, str(tmp_path / "script")], check=True, timeout=60)
