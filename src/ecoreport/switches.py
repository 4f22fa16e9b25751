"""Findings that a file means to have: switched off for a place or for all of it, with a reason."""

from collections.abc import Iterable, Iterator

from ecoreport.model import Ignore, Item, Report
from ecoreport.problems import Finding, Path
from ecoreport.reading import Reading

SWITCHABLE = frozenset("456")  # hundreds: figures, wording, content; what breaks a build cannot be ignored


def filtered(reading: Reading, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that no switch of the report covers, and one for each switch that is wrong or covers nothing."""
    report = reading.report
    places = {at: _paths(reading, ignore) for at, ignore in enumerate(report.ignore)}
    used: set[int] = set()
    for finding in findings:
        covering = [at for at, ignore in enumerate(report.ignore) if _covers(ignore, places[at], finding)]
        used.update(covering)
        if not covering:
            yield finding
    for at, ignore in enumerate(report.ignore):
        if ignore.code[1] not in SWITCHABLE:
            yield Finding("E702", f"{ignore.code} 不能不提示", ("ignore", at, "code"), help="只有4xx、5xx、6xx可以")
        elif at not in used:
            where = f"“{ignore.at}”处" if ignore.at else "这个文件里"
            yield Finding("H701", f"{where}没有 {ignore.code}，这条“不提示”没有用到", ("ignore", at), help="删掉它")


def _covers(ignore: Ignore, paths: tuple[Path, ...], finding: Finding) -> bool:
    if ignore.code != finding.code or ignore.code[1] not in SWITCHABLE:
        return False
    return any(finding.path[: len(path)] == path for path in paths)


def _paths(reading: Reading, ignore: Ignore) -> tuple[Path, ...]:
    """The paths below which a switch holds: an item by its id, a figure by its name, a key, or everything."""
    if ignore.at is None:
        return ((),)
    items = [path for path, item in reading.contents if isinstance(item, Item) and item.id == ignore.at]
    if ignore.at in reading.report.figures:
        items.append(("figures", ignore.at))
    if ignore.at in Report.model_fields:
        items.append((ignore.at,))
    return tuple(items)
