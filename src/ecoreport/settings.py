"""What holds for a whole project: `ecoreport.yaml` in its folder, if there is one."""

from dataclasses import dataclass, field

from pydantic import Field

from ecoreport.problems.diagnostic import Problem, Refused
from ecoreport.project import Project
from ecoreport.yearfile._tree import Document
from ecoreport.yearfile.model import Frozen, Ignore
from ecoreport.yearfile.reader import read


class Settings(Frozen):
    """项目设置：对所有年度都有效。"""

    ignore: tuple[Ignore, ...] = Field((), title="不提示", description="所有年度都有意这样写的地方，写明代码和理由")


@dataclass(frozen=True)
class SettingsFile:
    """The settings, the defaults where the file is wrong or absent; its document; what is wrong with it."""

    # Defaults need no validating, and the model is built only where there is a file to validate.
    settings: Settings = field(default_factory=Settings.model_construct)
    document: Document | None = None
    problems: tuple[Problem, ...] = ()


def read_settings(project: Project) -> SettingsFile:
    """The project's settings; OSError where the file is there and cannot be read."""
    path = project.settings_file
    if not path.is_file():
        return SettingsFile()
    try:
        return SettingsFile(*read(path.read_bytes(), project.name(path), Settings))
    except Refused as refused:
        return SettingsFile(problems=refused.problems)
