"""The list of commands: its order, what each says of itself, and which one a wrong name may have meant."""

import click
import pytest
from support import every_command

from ecoreport.cli.commands import Commands, ecoreport

CONTEXT = click.Context(ecoreport, info_name="ecoreport")
NAMES = [
    "init", "import", "new", "check", "preview", "build", "figures", "diff", "status", "explain", "schema", "textconv",
]  # fmt: skip


def test_commands_stand_in_the_order_of_the_years_work() -> None:
    """Then those of the upkeep; each can be loaded under its name."""
    assert ecoreport.list_commands(CONTEXT) == NAMES
    assert {name: command.name for name, command in every_command().items()} == {name: name for name in NAMES}


def test_there_is_no_other_command() -> None:
    """A module of that name beside them is none."""
    assert [ecoreport.get_command(CONTEXT, name) for name in ("main", "import_", "check ", "")] == [None] * 4


def test_the_list_says_what_each_command_says_of_itself() -> None:
    """It is written twice, so that the help loads none; the first sentence is the same."""
    formatter = click.HelpFormatter(width=200)
    ecoreport.format_commands(CONTEXT, formatter)
    listed = formatter.getvalue()
    for name, command in every_command().items():
        first = (command.help or "").partition("\n")[0]
        assert f"  {name}  " in listed
        assert first in listed
    assert listed.index("命令") < listed.index("init") < listed.index("维护") < listed.index("schema")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chek", "是不是 ecoreport check？"),
        ("检查", "是不是 ecoreport check？"),
        ("台账", "是不是 ecoreport figures？"),
        ("serve", "是不是 ecoreport preview？"),
        ("lint", "是不是 ecoreport check？"),
        ("2024", "是不是 ecoreport check 2024、ecoreport build 2024？"),
        ("xyz", "ecoreport --help 列出所有命令。"),
    ],
)
def test_a_wrong_name_is_told_with_the_right_one(typed: str, meant: str) -> None:
    """By its letters, by what people call the work, or by what is done with a year."""
    with pytest.raises(click.UsageError) as error:
        ecoreport.resolve_command(CONTEXT, [typed])
    assert error.value.message == f"没有“{typed}”这个命令。{meant}"


def test_a_right_name_is_the_command() -> None:
    """With the arguments behind it; a dash of a Chinese keyboard among them is told of."""
    name, command, rest = ecoreport.resolve_command(CONTEXT, ["check", "2024"])
    assert (name, command and command.name, rest) == ("check", "check", ["2024"])
    with pytest.raises(click.UsageError, match="写成 --strict。"):
        ecoreport.resolve_command(CONTEXT, ["check", "——strict"])


@pytest.mark.parametrize(
    ("typed", "found"), [("di", ["diff"]), ("i", ["init", "import"]), ("x", []), ("--v", ["--version"])]
)
def test_completion(typed: str, found: list[str]) -> None:
    """Commands that begin so, without loading any, or the program's own options."""
    assert isinstance(ecoreport, Commands)
    assert [one.value for one in ecoreport.shell_complete(CONTEXT, typed)] == found
