"""What grows: one report made long, many files in one run, many bureaus; CPU time at three sizes of each."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import Bench
from measure import Cost, run_once
from page import Part, beyond_the_start, growth, in_proportion
from projects import MOST_YEARS, of_bureaus, of_many_projects, of_one_long_year, of_two_long_years

_TIMES, _TIMES_READ, _PAGES = (100, 300, 1000), (30, 100, 300), (40, 120, 400)
_FILES, _BUREAUS = (625, 1250, 2500), (100, 300, 1000)
_FLAT = 0.2  # slope of memory from which it grows with what is read


def reports(bench: Bench) -> Part:
    """One report made long: built, checked, imported; and two long years compared."""
    start = run_once(bench.ecoreport("check", "2023"), _long(bench, 1)).cpu
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
    costs: dict[str, Mapping[int, Cost]] = {
        f"`build -C`: year files, up to {MOST_YEARS} a project": {
            count: _run(bench, of_many_projects, count, ["build", "-C", "*"]) for count in _FILES
        }
    }
    for name, arguments in (("status", ["status", "-C", "*", "2023"]), ("figures", ["figures", "-C", "*", "2023"])):
        costs[f"`{name} -C`: bureaus"] = {count: _run(bench, of_bureaus, count, arguments) for count in _BUREAUS}
    return Part(
        "".join(growth(what, found) for what, found in costs.items()),
        tuple(
            in_proportion(what.partition(",")[0] + said, {size: value(one) for size, one in found.items()}, most)
            for what, found in costs.items()
            for said, value, most in ((", CPU", lambda one: one.cpu, 1.1), (", memory", lambda one: one.memory, _FLAT))
        ),
    )


def _run(bench: Bench, make: Callable[[Path, int], None], count: int, arguments: Sequence[str]) -> Cost:
    folder = _once(bench.folder / f"{make.__name__}{count}", lambda folder: make(folder, count))
    return run_once(bench.ecoreport(*arguments), folder)
