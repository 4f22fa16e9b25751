"""One code of the catalogue as people read it."""

from collections.abc import Iterator

from ecoreport.problems.catalogue import Code
from ecoreport.problems.terminal import WORDS
from ecoreport.rules._tables import NAMES, table
from ecoreport.rules.suppressions import SUPPRESSIBLE
from ecoreport.text.dates import long_date

FIXES = {"always": "check --fix 能改", "sometimes": "check --fix 有时能改", "never": "要自己改"}


def explained(entry: Code) -> str:
    """One code: what it means, why, how not to write it and how to."""
    lines = [f"{WORDS[entry.severity]}[{entry.code}]: {entry.title}", "", f"理由: {entry.why}"]
    lines += [f"依据: {entry.source}"] if entry.source else []
    lines += [f"自动改: {FIXES[entry.fix]}", f"始于: {entry.since} 版"]
    for one in map(table, NAMES):
        if entry.code in one.codes:
            lines += [f"所用的表: {one.title}，{one.source}，到{long_date(one.as_of)}为止"]
    for word, example in examples(entry):
        lines += ["", f"{word}:", *(f"    {line}" for line in example)]
    if entry.code[1] in SUPPRESSIBLE:
        lines += [
            "",
            "有意这样写，就在年度文件末尾加上，以后不再提示（at 是条目的 id、指标名称或键名，不写就管整个文件）:",
        ]
        lines += ["    ignore:", f"      - {{code: {entry.code}, at: study, reason: 为什么这样写}}"]
    return "\n".join(lines) + "\n"


def examples(entry: Code) -> Iterator[tuple[str, list[str]]]:
    """What each example shows, and its lines."""
    for word, example in (("上年的文件", entry.before), ("不对", entry.wrong), ("对", entry.right)):
        if example:
            yield word, [_visible(line) for line in example.rstrip("\n").split("\n")]


def _visible(line: str) -> str:
    """Characters that show nothing, shown as their code."""
    return "".join(f"<U+{ord(c):04X}>" if c in "\u200b\u202e\u2028\u3000" else c for c in line.replace("\t", "<Tab>"))
