"""One YAML file a year in, a bureau's annual 法治政府建设情况报告 out.

`check_report`, `build_report` and `compare_reports` do with bytes what the commands do with a project's files. They
touch no disk and go the same way; nothing is loaded before one of them is called.
"""

from __future__ import annotations

from types import MappingProxyType

TYPE_CHECKING = False  # as type checkers know it; `typing` itself would take longer than the rest of `--version`
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ecoreport.problems.diagnostic import Problem
    from ecoreport.project import Inputs

__version__ = "0.2.0"

_NONE: Mapping[int, bytes] = MappingProxyType({})
_NAMED_NONE: Mapping[str, bytes] = MappingProxyType({})


def check_report(
    data: bytes,
    earlier: Mapping[int, bytes] = _NONE,
    *,
    settings: bytes = b"",
    layouts: Mapping[str, bytes] = _NAMED_NONE,
) -> tuple[Problem, ...]:
    """Every problem of a year file, held against those of `earlier` years, in the order of the file.

    `settings` is a project's ecoreport.yaml, `layouts` its layout files by their names without ending.
    """
    from ecoreport.check import check_year  # noqa: PLC0415 - importing the package costs nothing
    from ecoreport.report.inputs import given  # noqa: PLC0415

    return check_year(_inputs(earlier, settings, layouts), given(data, "report.yaml")).problems


def build_report(  # noqa: PLR0913 - a year file, and a parameter for each kind of file that it may need
    data: bytes,
    earlier: Mapping[int, bytes] = _NONE,
    *,
    formats: Collection[str] = ("md", "docx"),
    draft: bool = False,
    settings: bytes = b"",
    layouts: Mapping[str, bytes] = _NAMED_NONE,
    templates: Mapping[str, bytes] = _NAMED_NONE,
) -> Mapping[str, bytes]:
    """The report in these formats, of "md", "docx" and "html"; a `draft` with its open places.

    Refused with every problem where it has errors. Without `templates` of one's own, by their names, the packaged ones
    are used; they are programs, and run in a sandbox. The others are as for `check_report`.
    """
    from ecoreport.build import build_year  # noqa: PLC0415 - as above
    from ecoreport.problems.diagnostic import Refused  # noqa: PLC0415
    from ecoreport.report.inputs import given  # noqa: PLC0415

    inputs = _inputs(earlier, settings, layouts, templates)
    built = build_year(inputs, given(data, "report.yaml"), formats, draft=draft)
    if not built.outputs:
        raise Refused(built.problems)
    return built.outputs


def compare_reports(old: bytes, new: bytes, earlier: Mapping[int, bytes] = _NONE, *, form: str = "md") -> bytes:
    """What changed from one year file to the other, as "md", "json", "html" or "text"; Refused where one has faults.

    `earlier` are the files of the years before the new one, of which the old one may be one.
    """
    from ecoreport.report.inputs import given  # noqa: PLC0415 - as above
    from ecoreport.years.compare.compare import compare  # noqa: PLC0415
    from ecoreport.years.compare.formats import write  # noqa: PLC0415

    years, before, after = _inputs(earlier).years, given(old, "old.yaml"), given(new, "new.yaml")
    known = years.with_file(years.parsed(before).sound().report.year, before)
    sides = known.context(before), known.context(after)
    names = f"{sides[0].report.year}年", f"{sides[1].report.year}年"
    return write(*sides, compare(*sides, names), form).encode()


def _inputs(
    years: Mapping[int, bytes],
    settings: bytes = b"",
    layouts: Mapping[str, bytes] = _NAMED_NONE,
    templates: Mapping[str, bytes] = _NAMED_NONE,
) -> Inputs:
    from ecoreport.project import SETTINGS, Inputs  # noqa: PLC0415 - as above
    from ecoreport.report.inputs import Years, given  # noqa: PLC0415

    return Inputs(
        Years({year: given(data, f"{year}.yaml", year) for year, data in years.items()}),
        given(settings, SETTINGS) if settings else None,
        {name: given(data, f"{name}.yaml") for name, data in layouts.items()},
        {name: given(data, name) for name, data in templates.items()},
    )
