"""A run composes and validates a file once and evaluates a reference once, whatever the command, whoever asks."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest
from support import Run
from support.projects import in_process

from ecoreport import build_report, check_report, compare_reports
from ecoreport.cli import apart
from ecoreport.cli.live import State, made_anew
from ecoreport.project import Project
from ecoreport.report import expressions
from ecoreport.yearfile import reader
from ecoreport.yearfile.reader import parse

YEARS = (2022, 2023, 2024)
COUNTED = ((reader, "compose"), (reader, "validated"), (expressions, "_evaluate"))


@pytest.fixture
def counted() -> Iterator[Counter[str]]:
    """How often each of the functions that do the work has been called."""
    counts: Counter[str] = Counter()

    def counting(function: Callable[..., object], name: str) -> Callable[..., object]:
        @wraps(function)
        def count(*arguments: object, **named: object) -> object:
            counts[name] += 1
            return function(*arguments, **named)

        return count

    with pytest.MonkeyPatch.context() as patch:
        for module, name in COUNTED:
            patch.setattr(module, name, counting(getattr(module, name), name))
        patch.setattr(apart, "done_by", in_process)
        yield counts


def _file(folder: Path, year: int) -> bytes:
    return (folder / "data" / f"{year}.yaml").read_bytes()


def _references(folder: Path, *years: int) -> int:
    """How many {{ the files of the years have; none of shili's stands for itself."""
    return sum(_file(folder, year).count(b"{{") for year in years)


def _assertions(folder: Path, *years: int) -> int:
    return sum(len(parse(_file(folder, year), "x").report.assertions) for year in years)


def _did(counts: Counter[str], files: int, evaluations: int) -> None:
    """The counts are these, and begin anew."""
    did = counts["compose"], counts["validated"], counts["_evaluate"]
    counts.clear()
    assert did == (files, files, evaluations)


@pytest.mark.parametrize(
    ("command", "files", "printed", "checked"),
    [
        (["check", "2022"], 1, [2022], [2022]),
        (["check", "2024"], 3, [2023, 2024], [2024]),
        (["check", "--all"], 3, YEARS, YEARS),
        (["check", "2024", "2022", "2023"], 3, YEARS, YEARS),
        (["check", "--all", "--draft"], 3, YEARS, YEARS),
        (["check", "--all", "--diff"], 3, YEARS, YEARS),
        (["check", "--all", "--fix"], 3, YEARS, YEARS),
        (["check", "-C", ".", "-C", ".", "--all"], 3, YEARS, YEARS),
        (["build", "2024"], 3, [2023, 2024], [2024]),
        (["build", "--all"], 3, YEARS, YEARS),
        (["build", "--all", "-f", "md", "-f", "docx", "-f", "html", "-o", "neu/"], 3, YEARS, YEARS),
        (["build", "--all", "--check"], 3, YEARS, YEARS),
        (["build", "--all", "--draft"], 3, YEARS, YEARS),
        (["diff", "2023", "2024"], 3, [2023, 2024], []),
        (["diff", "2024", "2024"], 2, [2024], []),
        (["diff", "2023", "2024", "-f", "html"], 3, [2023, 2024], []),
        (["diff", "2023", "2024", "-f", "docx"], 3, [2023, 2024], []),
        (["diff", "data/2023.yaml", "2024"], 3, [2023, 2024], []),
        (["figures", "2024"], 2, [], []),
        (["figures", "--all"], 3, [], []),
        (["figures", "--all", "-f", "csv"], 3, [], []),
        (["figures", "2024", "-f", "docx"], 2, [], []),
        (["figures", "2024", "--chart", "-f", "html"], 3, [2024], []),
        (["figures", "--all", "--chart", "-f", "docx"], 3, [], []),
        (["figures", "-C", ".", "-C", ".", "-f", "csv"], 3, [], []),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else None,
)
def test_commands(  # noqa: PLR0913, PLR0917 - a row of the table
    shili: Path, run: Run, counted: Counter[str], command: list[str], files: int, printed: list[int], checked: list[int]
) -> None:
    """Files are parsed where they are needed; texts evaluated of the years `printed`, assertions of those `checked`."""
    expected = _references(shili, *printed) + _assertions(shili, *checked)
    counted.clear()
    run(shili, *command)
    _did(counted, files, expected)


def test_the_new_year_is_the_one_file_more(shili: Path, run: Run, counted: Counter[str]) -> None:
    """It is looked at and checked as it was parsed; edits in place, which compose their own text, are not counted.

    Its assertions wait for figures that are still open.
    """
    expected = _references(shili, 2023, 2024) + _assertions(shili, 2024)
    counted.clear()
    assert run(shili, "new", "2025").code == 0
    _did(counted, 4, expected + _references(shili, 2025))


def test_each_round_of_repairs_is_one_file_more(shili: Path, run: Run, counted: Counter[str]) -> None:
    """Last year's is not parsed again for it, nor the mended one for the check that follows."""
    path = shili / "data" / "2024.yaml"
    path.write_text(path.read_text("utf-8") + 'annotation: "联系人:示例,电话另告。"\n', "utf-8")
    last, own = _references(shili, 2023), _references(shili, 2024) + _assertions(shili, 2024)
    counted.clear()
    assert "改了" in run(shili, "check", "2024", "--fix").err
    _did(counted, 3 + 1, last + 2 * own)


def test_the_preview_makes_page_and_comparison_of_the_same_years(shili: Path, counted: Counter[str]) -> None:
    """One render."""
    expected = _references(shili, 2023, 2024) + _assertions(shili, 2024)
    counted.clear()
    made = made_anew(Project(shili, shili), 2024, State())
    assert "<article" in made.page
    assert "2023年" in made.diff
    _did(counted, 3, expected)


def test_an_import_is_checked_as_it_was_parsed(shili: Path, run: Run, counted: Counter[str]) -> None:
    """The one attempt that builds back, and the two years that it is held against."""
    (shili / "data" / "2024.yaml").unlink()
    counted.clear()
    assert run(shili, "import", "reports/2024.docx").code == 0
    imported = _references(shili, 2024)
    _did(counted, 3, imported + _references(shili, 2023))


def test_settings_and_layouts_are_files_too(shili: Path, run: Run, counted: Counter[str]) -> None:
    """However many years there are."""
    (shili / "ecoreport.yaml").write_text("ignore: []\n", "utf-8")
    (shili / "layouts").mkdir()
    (shili / "layouts" / "own.yaml").write_text("{}\n", "utf-8")
    for year in YEARS:
        path = shili / "data" / f"{year}.yaml"
        path.write_text(path.read_text("utf-8") + "layout: own\n", "utf-8")
    expected = _references(shili, *YEARS) + _assertions(shili, *YEARS)
    counted.clear()
    assert run(shili, "build", "--all", "--draft").code == 0
    _did(counted, 3 + 2, expected)


def test_the_interface_goes_the_same_way(shili: Path, counted: Counter[str]) -> None:
    """On bytes, without a folder."""
    old, new = _file(shili, 2023), _file(shili, 2024)
    earlier = {year: _file(shili, year) for year in (2022, 2023)}
    both = _references(shili, 2023, 2024)
    expected = both + _assertions(shili, 2024)
    counted.clear()
    check_report(new, earlier)
    _did(counted, 3, expected)
    build_report(new, earlier, formats=("md", "docx", "html"))
    _did(counted, 3, expected)
    compare_reports(old, new, {2022: earlier[2022]}, form="html")
    _did(counted, 3, both)
