"""A small project on the disk, and all that is in a folder."""

from pathlib import Path

from ecoreport.project import Project
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


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file, by its path from the folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
