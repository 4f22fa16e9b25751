"""The folders that -C names, and those that a pattern matches; what to type instead where there are none."""

import glob
from pathlib import Path

from ecoreport.cli.console import say
from ecoreport.cli.usage import meant, wrong
from ecoreport.project import DATA, Project, find
from ecoreport.text.similarity import closest

_SHOWN = 3  # folders that are told of


def project_at(named: str | None) -> Project:
    """The project that the folder is in, the current one without a name; UsageError where it is in none."""
    root = find(_existing(named))
    if root is None:
        subject = f"“{named}”" if named else "这里"
        raise wrong(f"{subject}不是 ecoreport 项目：往上没有一层有 data/ 文件夹。{_below(named)}")
    return Project(root, Path.cwd())


def any_project_at(named: str | None) -> Project:
    """As `project_at`, but the folder itself where it is in none."""
    start = _existing(named)
    return Project(find(start) or start, Path.cwd())


def _existing(named: str | None) -> Path:
    """The folder that is named, the current one without a name; UsageError where there is none."""
    start = Path.cwd() / (named or "")
    if not start.is_dir():
        raise wrong(f"没有“{named}”这个文件夹。{_alike(start)}")
    return start.resolve()


def is_pattern(value: str) -> bool:
    """Whether it stands for folders that are to be looked for."""
    return glob.has_magic(value) and not Path(value).is_dir()


def matching(value: str) -> list[Path]:
    """The folders that a name or a pattern stands for, but for links elsewhere; UsageError where there are none."""
    if not is_pattern(value):
        return [_existing(value)]
    found = [Path(path) for path in sorted(glob.glob(value)) if Path(path).is_dir()]  # noqa: PTH207 - may be absolute
    links = [path for path in found if _is_led_astray(path, value)]
    if links:
        say(f"{'、'.join(map(str, links))} 是链接，没有处理；要处理，就用 -C 直接写它。")
    if folders := [path.resolve() for path in found if path not in links]:
        return folders
    above = Path(value).parent
    mend = "" if above.is_dir() or glob.has_magic(str(above)) else _alike(above)
    raise wrong(f"“{value}”没有对上任何文件夹。{mend}")


def _is_led_astray(path: Path, pattern: str) -> bool:
    """Whether a folder that the pattern found is another one, by a link below what the pattern names itself."""
    named = next(above for above in Path(pattern).parents if not glob.has_magic(str(above)))
    return path.resolve() != named.resolve() / path.relative_to(named)


def _alike(missing: Path) -> str:
    """The folder beside the missing one that is called much like it."""
    return meant(closest(missing.name, _inside(missing.parent)))


def _inside(folder: Path) -> list[str]:
    """The names of the folders in a folder, but for hidden ones."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


def _below(named: str | None) -> str:
    """How to name the projects that a folder holds, as it is none itself."""
    start = _existing(named)
    found = [name for name in _inside(start) if (start / name / DATA).is_dir()]
    shown = [f"{named.rstrip('/')}/{name}" if named else name for name in found]
    match shown:
        case []:
            return "建一个新的用 ecoreport init；已经有的，先 cd 到它的文件夹里，或者用 -C 指明。"
        case [one]:
            return f"先 cd {one}，或者加上 -C {one}。"
        case _:
            all_of_them = f"{named.rstrip('/')}/*" if named else "*"
            there = f"下面有 {'、'.join(shown[:_SHOWN])}{'等' if len(shown) > _SHOWN else ''}："
            return f'{there}几个单位一起写 -C "{all_of_them}"，只要一个写 -C {shown[0]}。'
