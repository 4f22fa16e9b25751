"""Findings that are meant: switched off for a place, a year or a project, with a reason."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import Context
from ecoreport.yearfile.model import Ignore, Item, Report

SUPPRESSIBLE = frozenset("456")  # hundreds: figures, wording, content; what breaks a build cannot be ignored


class Suppressed(NamedTuple):
    """The findings that no switch covers, and the switches that covered one."""

    findings: tuple[Finding, ...]
    used: frozenset[Ignore]


def suppress(context: Context, switches: Iterable[Ignore], findings: Iterable[Finding]) -> Suppressed:
    """The findings without those that the switches cover."""
    places = {switch: _paths(context, switch) for switch in switches if _switchable(switch)}
    kept: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        covering = [switch for switch, paths in places.items() if _covers(switch, paths, finding)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return Suppressed(tuple(kept), frozenset(used))


def faults_of(switches: Sequence[Ignore], used: frozenset[Ignore] | None) -> Iterator[Finding]:
    """Switches that cannot be, or cover nothing; `used` is None where that is not known."""
    for at, switch in enumerate(switches):
        if not _switchable(switch):
            message = f"{switch.code} 不能不提示" if switch.code in catalogue() else f"没有 {switch.code} 这个代码"
            yield Finding("E702", message, ("ignore", at, "code"), help="只有4xx、5xx、6xx可以不提示")
        elif used is not None and switch not in used:
            where = f"“{switch.at}”处" if switch.at else "这里"
            yield Finding("H701", f"{where}没有 {switch.code}，这条“不提示”没有用到", ("ignore", at), help="删掉它")


def _switchable(switch: Ignore) -> bool:
    return switch.code[1] in SUPPRESSIBLE and switch.code in catalogue()


def _covers(switch: Ignore, paths: tuple[Path, ...], finding: Finding) -> bool:
    return switch.code == finding.code and any(finding.path[: len(path)] == path for path in paths)


def _paths(context: Context, switch: Ignore) -> tuple[Path, ...]:
    """The paths below which a switch holds: an item by its id, a figure by its name, a key, or everything."""
    if switch.at is None:
        return ((),)
    items = [path for path, item in context.contents if isinstance(item, Item) and item.id == switch.at]
    if switch.at in context.report.figures:
        items.append(("figures", switch.at))
    if switch.at in Report.model_fields:
        items.append((switch.at,))
    return tuple(items)
