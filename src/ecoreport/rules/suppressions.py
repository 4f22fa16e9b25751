"""Findings that are meant: switched off for a place, a year or a project, with a reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ecoreport.problems.catalogue import catalogue
from ecoreport.problems.diagnostic import Finding, Path
from ecoreport.report.context import Context
from ecoreport.rules._rule import RULES
from ecoreport.yearfile.model import Ignore, Item, Report

SUPPRESSIBLE = frozenset("456")  # hundreds: figures, wording, content; what breaks a build cannot be ignored


class Suppressed(NamedTuple):
    """The findings that no switch covers, and the switches that covered one."""

    findings: tuple[Finding, ...]
    used: frozenset[Ignore]


def suppress(context: Context, switches: Iterable[Ignore], findings: Iterable[Finding]) -> Suppressed:
    """The findings without those that the switches cover."""
    ids: dict[str, list[Path]] = {}
    for path, item in context.contents:
        if isinstance(item, Item) and item.id:
            ids.setdefault(item.id, []).append(path)
    places: dict[tuple[str, Path], list[Ignore]] = {}
    for switch in dict.fromkeys(switches):
        for path in _paths(context, ids, switch) if switch.code[1] in SUPPRESSIBLE else ():
            places.setdefault((switch.code, path), []).append(switch)
    kept: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        above = (finding.path[:end] for end in range(len(finding.path) + 1))
        covering = [switch for path in above for switch in places.get((finding.code, path), ())]
        used.update(covering)
        if not covering:
            kept.append(finding)
    return Suppressed(tuple(kept), frozenset(used))


def faults_of(switches: Sequence[Ignore], used: frozenset[Ignore] | None) -> Iterator[Finding]:
    """Switches that cannot be, or cover nothing; `used` is None where that is not known."""
    for at, switch in enumerate(switches):
        if used is not None and switch in used:
            continue
        if not _switchable(switch):
            message = f"{switch.code} 不能不提示" if switch.code in catalogue() else f"没有 {switch.code} 这个代码"
            yield Finding("E702", message, ("ignore", at, "code"), help="只有4xx、5xx、6xx可以不提示")
        elif used is not None:
            where = f"“{switch.at}”处" if switch.at else "这里"
            yield Finding("H701", f"{where}没有 {switch.code}，这条“不提示”没有用到", ("ignore", at), help="删掉它")


def _switchable(switch: Ignore) -> bool:
    """Whether there is such a code, and it may be switched off; most are told by a rule, and the catalogue is long."""
    told = any(switch.code in rule.codes for rule in RULES)
    return switch.code[1] in SUPPRESSIBLE and (told or switch.code in catalogue())


def _paths(context: Context, ids: Mapping[str, Sequence[Path]], switch: Ignore) -> tuple[Path, ...]:
    """The paths below which a switch holds: an item by its id, a figure by its name, a key, or everything."""
    if switch.at is None:
        return ((),)
    items = [*ids.get(switch.at, ())]
    if switch.at in context.report.figures:
        items.append(("figures", switch.at))
    if switch.at in Report.model_fields:
        items.append((switch.at,))
    return tuple(items)
