"""Completion for shells: click's own for bash, zsh and fish, ours for PowerShell."""

import os
from typing import ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from ecoreport.cli.group import VARIABLE

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $line, $cursor)
    $typed = $line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor }
    $words = @($typed | ForEach-Object { $_.Extent.Text })
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $words -join "`n"
    $env:COMP_WORD = $word
    try {
        & %(prog_name)s | ForEach-Object {
            $kind, $value, $told = $_ -split "`t", 3
            if ($kind -eq "plain") {
                if (-not $told) { $told = $value }
                [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $told)
            }
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_WORD
    }
}
"""


class PowerShellComplete(ShellComplete):
    """A line for each proposal: kind, value and what it means, parted by tabs; files are left to PowerShell."""

    name = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words typed before, without the program's name, and the one that is begun."""
        return os.environ.get("COMP_WORDS", "").split("\n")[1:], os.environ.get("COMP_WORD", "")

    def format_completion(self, item: CompletionItem) -> str:
        """One proposal."""
        return "\t".join((item.type, item.value, (item.help or "").replace("\t", " ").replace("\n", " ")))


add_completion_class(PowerShellComplete)


def script(command: click.Command, shell: str) -> str:
    """What that shell reads once to complete our commands."""
    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 - the command takes no other
    return made(command, {}, "ecoreport", VARIABLE).source()
