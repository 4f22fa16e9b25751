"""Year files that are not seen, for their name or the folder they are in: told of with what to do."""

from ecoreport.project import DATA, Project


def unseen(project: Project, year: int) -> str:
    """The file that was meant as the year's, and what to do for it to be seen; empty where there is none."""
    if found := project.misnamed().get(year):
        return almost(year, found)
    beside = project.root / f"{year}.yaml"
    return f"有 {project.name(beside)}，移到 {project.name(project.root / DATA)} 文件夹里。" if beside.is_file() else ""


def almost(year: int, found: tuple[str, str]) -> str:
    """A file that is not seen for its name, and what to do."""
    name, surplus = found
    return f"有 {name}，去掉后面的 {surplus}。" if surplus else f"有 {name}，文件名改成 {year}.yaml。"


def missing(year: int, told: str) -> str:
    """A year without a file, with what is told of one that is not seen."""
    return f"没有 {year} 年的文件 data/{year}.yaml。{told}"
