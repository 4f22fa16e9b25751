"""`check --watch`: the years checked again whenever a file changes, in lines that editors read."""

import os
from collections.abc import Sequence

import click

from ecoreport.check import all_problems, check_year
from ecoreport.cli import interrupts
from ecoreport.cli.asked import Asked
from ecoreport.cli.console import echo, own_fault, reason, say
from ecoreport.cli.exits import INTERRUPTED
from ecoreport.cli.problem_output import tally
from ecoreport.cli.projects import chosen_years
from ecoreport.cli.watching import Watcher
from ecoreport.problems.diagnostic import Problem, Severity
from ecoreport.problems.machine import as_line
from ecoreport.project import Project
from ecoreport.text.placeholders import CODES

BEGIN, END = "正在检查…", "检查完毕："  # a VS Code background matcher waits for them: starter/tasks.json


def watch_years(project: Project, years: tuple[int, ...], asked: Asked) -> int:
    """Check until Ctrl-C; everything stands on standard output, in its order."""
    try:
        for _ in Watcher(project).passes():
            echo(BEGIN)
            problems, told = _pass(project, years, asked)
            for problem in problems:
                echo(as_line(_lighter(problem) if asked.fails.draft else problem))
            echo(f"{END}{told}")
    except KeyboardInterrupt:
        say("不再看着了")
    return INTERRUPTED


def _pass(project: Project, years: tuple[int, ...], asked: Asked) -> tuple[Sequence[Problem], str]:
    """The problems of one pass, and what is said at its end; whatever goes wrong is said, and the next one is due."""
    try:
        inputs = project.inputs()
        checked = [check_year(inputs, inputs.years.files[year]) for year in chosen_years(project, years)]
        problems = asked.told(all_problems(inputs, checked), inputs, checked)
        unread = [reason(one.unread) for one in checked if one.unread]
        return problems, "；".join([f"{len(checked) - len(unread)}个文件：{tally(problems)}", *unread])
    except click.ClickException as error:
        return (), error.format_message()
    except OSError as error:
        return (), reason(error)
    except Exception as error:
        if interrupts.came():  # some libraries turn it into an error of their own
            raise KeyboardInterrupt from None
        if os.environ.get("ECOREPORT_DEBUG"):
            raise
        return (), own_fault(error)


def _lighter(problem: Problem) -> Problem:
    """What is still to be filled in is no error while the report is being written."""
    return problem._replace(severity=Severity.HINT) if problem.code in CODES else problem
