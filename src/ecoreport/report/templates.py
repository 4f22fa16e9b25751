"""A report to Markdown through the templates, the project's own before the packaged ones; and Markdown to blocks."""

import traceback
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, TemplateError, TemplateNotFound, TemplateSyntaxError

from ecoreport.problems.diagnostic import Problem, Refused, Severity
from ecoreport.report._jinja_words import in_chinese
from ecoreport.report._outline import Outline, outline
from ecoreport.report._sandbox import MOST_SECONDS, Sandbox, TooLongError
from ecoreport.report.blocks import Block
from ecoreport.report.history import NO_YEARS
from ecoreport.report.markdown import MarkdownError, Markup, escape, read, tagged
from ecoreport.yearfile.model import Report

MAIN = "report.md.j2"
_MOST_HASHES = 6  # CommonMark has no deeper heading


def markdown(
    report: Report, folders: Sequence[Path], earlier: Mapping[int, Report] = NO_YEARS, *, draft: bool = False
) -> str:
    """The report as Markdown, with those of `earlier` years that it speaks of, a `draft` with its gaps.

    Refused where a template is at fault.
    """
    environment = _environment(folders)
    printed = outline(report, earlier, draft=draft)
    try:
        return _tidy(_rendered(environment, printed, report, limited=any(own.is_dir() for own in folders[:-1])))
    except TemplateSyntaxError as error:
        raise Refused(
            [_problem(error.filename or error.name or MAIN, error.lineno, in_chinese(error.message or ""))]
        ) from None
    except TemplateNotFound as error:
        raise Refused([_problem(str(error.name or MAIN), 0, "找不到这个模板")]) from None
    except TooLongError as error:
        message = f"{MOST_SECONDS:.0f}秒还没有印完，像是没有尽头的循环"
        raise Refused([_problem(*_place(error, folders), message)]) from None
    except (
        TemplateError,
        ArithmeticError,
        TypeError,
        ValueError,
        LookupError,
        AttributeError,
        RecursionError,
        MemoryError,
    ) as error:
        raise Refused([_problem(*_place(error, folders), in_chinese(str(error)))]) from None


def _rendered(environment: Sandbox, printed: Outline, report: Report, *, limited: bool) -> str:
    """What the main template prints; where it is `limited` in time, as a project's own is, TooLongError."""
    environment.begin()
    template = environment.get_template(MAIN)
    if not limited:
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


def _environment(folders: Sequence[Path]) -> Sandbox:
    """The templates of the folders as they are now; compiled once as long as none of them changes."""
    files = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    stamps = ((str(path), stat.st_mtime_ns, stat.st_size) for path in files if (stat := path.stat()))
    return _compiled(tuple(folders), tuple(sorted(stamps)))


@lru_cache(4)
def _compiled(folders: tuple[Path, ...], _: tuple[tuple[str, int, int], ...]) -> Sandbox:
    environment = Sandbox(
        lambda text: text if isinstance(text, Markup) else escape(text),
        Markup,
        loader=FileSystemLoader(folders),
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["tagged"] = lambda text, kind, align="": tagged(kind, text, align) if text else Markup("")
    environment.filters["hashes"] = lambda level: Markup("#" * min(level, _MOST_HASHES))
    return environment


def _tidy(text: str) -> str:
    """One blank line between blocks, none at the ends: templates need not count line breaks."""
    kept: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).rstrip("\n") + "\n"


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int]:
    """File and line in a template where the error arose; Jinja2 puts them into the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if any(Path(frame.filename).is_relative_to(folder) for folder in folders)]
    return (inside[-1].filename, inside[-1].lineno or 0) if inside else (MAIN, 0)


def _problem(file: str, line: int, message: str) -> Problem:
    return Problem("E301", Severity.ERROR, f"模板有误：{message}", file, line, 1 if line else 0)
