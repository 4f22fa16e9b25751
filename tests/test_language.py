"""The command line speaks Chinese everywhere, English where asked to, on any console; its examples are real."""

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
from conftest import ROOT, Run, every_command, needs, process

from ecoreport.cli import mistakes
from ecoreport.cli.group import WORDS, ecoreport
from ecoreport.cli.languages import LOCALE

COMMANDS = every_command()
HAN = re.compile("[一-鿿]")
# Names of files, bureaus and figures in the examples.
NAMES = re.compile(r"[一-鿿/*\d.]*(?:报告|汇总|指标|立案|各局|教育局)[一-鿿/*\d.]*|“|”")


def words(command: click.Command) -> Iterator[str]:
    """Every word of help that is ours."""
    yield inspect.cleandoc(command.help or "")
    yield command.options_metavar or ""
    yield from (parameter.help for parameter in command.params if getattr(parameter, "help", None))


def test_every_word_of_help_has_its_english() -> None:
    """A new option without one fails here, and so does one that nobody uses any more."""
    with (LOCALE / "en" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalog = {message.id: message.string for message in read_po(file) if message.id}
    below = (word for command in COMMANDS.values() for word in words(command))
    ours = {
        word
        for word in (*words(ecoreport), *below, *WORDS, *mistakes.WORDS, ecoreport.subcommand_metavar)
        if HAN.search(word)
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


def test_english_errors() -> None:
    """click's, and ours about commands."""
    environment = {**os.environ, "ECOREPORT_LANG": "en"}
    told = process("chek", cwd=ROOT, env=environment).stderr.decode()
    assert "There is no command “chek”. Did you mean ecoreport check?" in told
    assert "No such option" in process("check", "--nonsense", cwd=ROOT, env=environment).stderr.decode()


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
