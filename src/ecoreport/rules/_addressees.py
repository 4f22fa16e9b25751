"""Rules over whom the report goes to: 主送机关 and 抄送机关 (GB/T 9704-2012 7.3.2, 7.4.2)."""

import re
from collections.abc import Iterator

from ecoreport.problems.diagnostic import Edit, Finding, Path
from ecoreport.rules._organs import Known, names, same
from ecoreport.rules._reading import Reading
from ecoreport.rules._rule import rule

_CALLED = {"addressees": "主送机关", "cc": "抄送机关"}
_PRINTED = {"addressees": "机关之间的顿号、末尾的冒号由程序加", "cc": "机关之间的逗号、末尾的句号由程序加"}
_MARK = r"[：:，,、。；;.]+\s*$"
_LABEL = r"^\s*(?:主送|抄送|抄报|分送|报送|报|送|致)(?:机关|单位)?[：:]\s*|^\s*尊敬的"
_RUN_TOGETHER = r"[\s,;；](?<=[^\s,;；]{2}.)[\s,;；]*+(?=[^\s,;；]{2})"


@rule("W571")
def organs_without_marks(reading: Reading) -> Iterator[Finding]:
    """What stands between the organs and behind them is printed by the program; typed as well, it stands twice."""
    for key, called in _CALLED.items():
        for at, name in enumerate(getattr(reading.report, key)):
            if match := re.search(_MARK, name[-20:]):
                mark, start = match[0].strip(), len(name) - len(match[0])
                span = start, start + len(mark)
                help_ = f"写成“{name[:start]}”；{_PRINTED[key]}"
                edits = (Edit(span, mark, ""),)
                yield Finding("W571", f"{called}后面多了“{mark}”", (key, at), span, help=help_, edits=edits)
            yield from _typed_as_one(name, called, (key, at))


def _typed_as_one(name: str, called: str, path: Path) -> Iterator[Finding]:
    """What the program prints before an organ, and several organs that are one entry."""
    if match := re.search(_LABEL, name):
        help_ = f"写成“{name[match.end() :]}”；“{called[:2]}”由程序印在版记里" if "送" in match[0] else "只写机关的名称"
        yield Finding("W571", f"{called}前面多了“{match[0].strip()}”", path, match.span(), help=help_)
    elif re.search(_RUN_TOGETHER, name):
        several = ", ".join(names((name,)))
        yield Finding("W571", f"几个{called}写在一起了", path, help=f"写成列表 [{several}]")


@rule("W577")
def each_organ_once(reading: Reading) -> Iterator[Finding]:
    """No organ twice, and none that writes to itself."""
    for key, called in _CALLED.items():
        told = Known()
        for at, name in _organs(reading, key):
            first = told.find(name)
            if first:
                help_ = "删掉一个" if first == name else f"“{first}”和“{name}”是一个机关，删掉一个"
                yield Finding("W577", f"{called}“{name}”写了两遍", (key, at), help=help_)
            elif key == "addressees" and _is_issuer(reading, name):
                help_ = "改成报告送给的机关，如 区委、区政府；没有抬头的，删掉 addressees"
                yield Finding("W577", f"主送机关“{name}”就是发文机关", (key, at), help=help_)
            told.add(name)


@rule("H578")
def copies_go_to_others(reading: Reading) -> Iterator[Finding]:
    """抄送机关 are those besides the addressees that must know of it; the issuer knows."""
    sent = Known(names(reading.report.addressees))
    for at, name in _organs(reading, "cc"):
        if addressee := sent.find(name):
            yield Finding("H578", f"抄送的“{name}”已经是主送机关“{addressee}”", ("cc", at), help="抄送里删掉它")
        elif _is_issuer(reading, name):
            yield Finding("H578", f"抄送的“{name}”就是发文机关", ("cc", at), help="抄送里删掉它")


@rule("H623")
def addressed_to_somebody(reading: Reading) -> Iterator[Finding]:
    """A report goes up to somebody; one that is published alone may have no addressees."""
    if not reading.report.addressees:
        help_ = (
            "加一行 addressees: [区委, 区政府]，按实际写；只公开、没有抬头的，"
            "在 ignore 里写 - {code: H623, reason: 公开稿没有抬头}，不再提示"
        )
        yield Finding("H623", "没有主送机关", ("addressees",), on_key=True, help=help_)


def _organs(reading: Reading, key: str) -> Iterator[tuple[int, str]]:
    """Every organ of that key, with the place in the list where it stands."""
    lines = getattr(reading.report, key)
    return ((at, name) for at, line in enumerate(lines) for name in names((line,)))


def _is_issuer(reading: Reading, name: str) -> bool:
    issuers = names((reading.report.issuer,))
    return name in ("本局", "我局", "本机关", "本单位") or any(same(name, issuer) for issuer in issuers)
