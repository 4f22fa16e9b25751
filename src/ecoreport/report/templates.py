"""A report to Markdown through the templates, the project's own before the packaged ones; and Markdown to blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

from ecoreport.problems.diagnostic import Problem, Refused, Severity
from ecoreport.report._jinja_words import in_chinese
from ecoreport.report._outline import Outline, outline
from ecoreport.report._sandbox import MOST_SECONDS, Sandbox, TooLongError
from ecoreport.report.blocks import Block
from ecoreport.report.context import Context
from ecoreport.report.inputs import PACKAGED, Input
from ecoreport.report.markdown import MarkdownError, Markup, escape, read, tagged
from ecoreport.yearfile.model import Report

MAIN = "report.md.j2"
_MOST_HASHES = 6  # CommonMark has no deeper heading


@dataclass(frozen=True, eq=False)
class Environment:
    """Templates, a project's `own` by their names before the packaged ones; compiled once."""

    own: Mapping[str, Input] = field(default_factory=dict)

    @cached_property
    def sandbox(self) -> Sandbox:
        """Jinja2's environment of them."""
        sandbox = Sandbox(
            lambda text: text if isinstance(text, Markup) else escape(text),
            Markup,
            loader=ChoiceLoader([FunctionLoader(self._source), FileSystemLoader(PACKAGED)]),
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        sandbox.filters["tagged"] = lambda text, kind, align="": tagged(kind, text, align) if text else Markup("")
        sandbox.filters["hashes"] = lambda level: Markup("#" * min(level, _MOST_HASHES))
        return sandbox

    def _source(self, name: str) -> tuple[str, str, None] | None:
        """A template's text and what messages call it; None where the project has none of that name."""
        own = self.own.get("/".join(split_template_path(name)))
        return (own.read().decode(), own.name, None) if own else None


PACKAGED_ONLY = Environment()


def markdown(context: Context, environment: Environment, *, draft: bool = False) -> str:
    """The report as Markdown, with those of earlier years that it speaks of, a `draft` with its gaps.

    Refused where a template is at fault.
    """
    printed = outline(context, draft=draft)
    try:
        return _tidy(_rendered(environment, printed, context.report))
    except TemplateSyntaxError as error:
        raise Refused(
            [_problem(error.filename or error.name or MAIN, error.lineno, in_chinese(error.message or ""))]
        ) from None
    except TemplateNotFound as error:
        raise Refused([_problem(str(error.name or MAIN), 0, "找不到这个模板")]) from None
    except TooLongError as error:
        message = f"{MOST_SECONDS:.0f}秒还没有印完，像是没有尽头的循环"
        raise Refused([_problem(*_place(error, environment), message)]) from None
    except SyntaxError as error:  # of the Python that Jinja2 makes of the template, whose lines are others
        raise Refused([_problem(error.filename or MAIN, 0, "标签一层套一层，太深了")]) from None
    except (
        TemplateError,
        ArithmeticError,
        AssertionError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        RecursionError,
        MemoryError,
    ) as error:
        raise Refused([_problem(*_place(error, environment), in_chinese(str(error)))]) from None


def _rendered(environment: Environment, printed: Outline, report: Report) -> str:
    """What the main template prints; where a project has its own, within the time, else TooLongError."""
    environment.sandbox.begin()
    template = environment.sandbox.get_template(MAIN)
    if not environment.own:
        return template.render(outline=printed, report=report)
    from ecoreport.report._watchdog import Watchdog  # noqa: PLC0415 - only where a project has templates of its own

    with Watchdog():
        return template.render(outline=printed, report=report)


def blocks(text: str, name: str) -> tuple[Block, ...]:
    """The blocks of rendered Markdown called `name`; Refused where a template wrote what cannot be typeset."""
    try:
        return read(text)
    except MarkdownError as error:
        problem = _problem(name, error.line, str(error))
        raise Refused([problem._replace(code="E302", help="改 templates/ 里的模板")]) from None


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the ends: templates need not count line breaks."""
    kept: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).rstrip("\n") + "\n"


def _place(error: Exception, environment: Environment) -> tuple[str, int]:
    """File and line in a template where the error arose; Jinja2 puts them into the traceback."""
    from traceback import extract_tb  # noqa: PLC0415 - only where a template is at fault

    names = {one.name for one in environment.own.values()}
    frames = extract_tb(error.__traceback__)
    inside = [one for one in frames if one.filename in names or Path(one.filename).is_relative_to(PACKAGED)]
    return (Path(inside[-1].filename).as_posix(), inside[-1].lineno or 0) if inside else (MAIN, 0)


def _problem(file: str, line: int, message: str) -> Problem:
    return Problem("E301", Severity.ERROR, f"模板有误：{message}", file, line, 1 if line else 0)
