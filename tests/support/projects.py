"""A small project on the disk, and all that is in a folder."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ecoreport.build import Built, build_year
from ecoreport.check import Checked, check_year
from ecoreport.cli.apart import Done
from ecoreport.project import Project
from ecoreport.report.inputs import given
from support.catalogue import SOUND


def project_of(folder: Path, text: str | bytes = SOUND, *before: str, settings: str = "") -> Project:
    """The folder as a project with the year 2024, then 2023, 2022 and so on; an empty text makes no file."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for back, own in enumerate((text, *before)):
        if own:
            (folder / "data" / f"{2024 - back}.yaml").write_bytes(own if isinstance(own, bytes) else own.encode())
    if settings:
        (folder / "ecoreport.yaml").write_text(settings, "utf-8")
    return Project(folder, folder)


def check_of(folder: Path, year: int = 2024, data: bytes | None = None) -> Checked:
    """The year of the project in the folder, or such bytes in its place."""
    inputs = Project(folder, folder).inputs(year)
    file = inputs.years.files[year]
    return check_year(inputs, file if data is None else given(data, file.name, year))


def build_of(folder: Path, *formats: str, year: int = 2024, draft: bool = False) -> Built:
    """What becomes of the year of the project in the folder."""
    inputs = Project(folder, folder).inputs(year)
    return build_year(inputs, inputs.years.files[year], formats, draft=draft)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file, by its path from the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_process(
    work: Callable[[Any], tuple[int, Any]], _: float, subjects: Sequence[Any], __: int = 1
) -> Iterator[Done]:
    """As `done_by`, in this very process, where a test can look on; what is said goes out at once."""
    return (Done(*work(subject), []) for subject in subjects)
