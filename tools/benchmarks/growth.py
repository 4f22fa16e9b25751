"""What grows: one report made long, many files in one run, many bureaus; CPU time at three sizes of each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import Bench
from measure import Cost, run_once
from page import Goal, Part, beyond_the_start, growth, in_proportion
from projects import MOST_YEARS, of_bureaus, of_many_projects, of_one_long_year, of_two_long_years

_TIMES, _TIMES_READ, _PAGES = (100, 300, 1000), (30, 100, 300), (40, 120, 400)
_FILES, _BUREAUS = (625, 1250, 2500), (100, 300, 1000)
_TABLE = "`figures -C DIR`: bureaus"
_STARTS = 5  # of which the fastest is taken off
_MOST_MEMORY = 0.05  # MB for each bureau of a table, which holds all their figures
_FLAT = 0.2  # slope of memory from which it grows with what is read


def reports(bench: Bench) -> Part:
    """One report made long: built, checked, imported; and two long years compared."""
    start = min(run_once(bench.ecoreport("check", "2023"), _long(bench, 1)).cpu for _ in range(_STARTS))
    built = {times: run_once(bench.ecoreport("build", "2023"), _long(bench, times)) for times in _TIMES}
    checked = {times: run_once(bench.ecoreport("check", "2023"), _long(bench, times)) for times in _TIMES}
    imported = {times: _imported(bench, times) for times in _TIMES_READ}
    compared = {pages: _compared(bench, pages) for pages in _PAGES}
    shown = (
        ("`build`: the report, times over", built), ("`check`: the report, times over", checked),
        ("`import` of the Word file: the report, times over", imported), ("`diff`: two years of so many pages", compared),
    )  # fmt: skip
    return Part(
        "".join(growth(what, costs) for what, costs in shown),
        tuple(
            in_proportion(f"`{name}`, without the start", dict(beyond_the_start(costs, start)))
            for name, costs in (("build", built), ("check", checked), ("import", imported), ("diff", compared))
        ),
    )


def _once(folder: Path, make: Callable[[Path], object]) -> Path:
    if not folder.is_dir():
        make(folder)
    return folder


def _long(bench: Bench, times: int) -> Path:
    return _once(bench.folder / f"long{times}", lambda folder: of_one_long_year(folder, times))


def _imported(bench: Bench, times: int) -> Cost:
    folder = _long(bench, times)
    run_once(bench.ecoreport("build", "2023"), folder)
    return run_once(bench.ecoreport("import", "reports/2023.docx", "-o", "imported.yaml", "--force"), folder)


def _compared(bench: Bench, pages: int) -> Cost:
    folder = _once(bench.folder / f"pages{pages}", lambda folder: of_two_long_years(folder, pages))
    return run_once(bench.ecoreport("diff", "2023", "2024"), folder)


def files(bench: Bench) -> Part:
    """Many year files in one run, and many bureaus, each in a folder of its own."""
    costs: Mapping[str, Mapping[int, Cost]] = {
        what: {count: _run(bench, make, count, [*command, "-C", "*"]) for count in sizes}
        for what, make, sizes, command in (
            (f"`build -C DIR`: year files, {MOST_YEARS} a project", of_many_projects, _FILES, ["build"]),
            ("`status -C DIR`: bureaus", of_bureaus, _BUREAUS, ["status", "2023"]),
            (_TABLE, of_bureaus, _BUREAUS, ["figures", "2023"]),
        )
    }
    pivot = costs[_TABLE]
    each = (pivot[_BUREAUS[-1]].memory - pivot[_BUREAUS[0]].memory) / (_BUREAUS[-1] - _BUREAUS[0])
    return Part(
        "".join(growth(what, found) for what, found in costs.items()),
        (
            *(
                in_proportion(f"{what}, CPU", {size: one.cpu for size, one in found.items()})
                for what, found in costs.items()
            ),
            *(
                in_proportion(f"{what}, memory", {size: one.memory for size, one in found.items()}, _FLAT)
                for what, found in costs.items()
                if what != _TABLE
            ),
            Goal(f"{_TABLE}: ≤ {_MOST_MEMORY * 1000:.0f} KB for each", each <= _MOST_MEMORY, f"{each * 1000:.0f} KB"),
        ),
    )


def _run(bench: Bench, make: Callable[[Path, int], None], count: int, arguments: Sequence[str]) -> Cost:
    folder = _once(bench.folder / f"{make.__name__}{count}", lambda folder: make(folder, count))
    return run_once(bench.ecoreport(*arguments), folder)
